"""The form of a question: what it takes, what it cleans, what it refuses."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.editing import MOST_DISTRACTORS, Fields, edited, fields_of, is_worse
from quizgame.core.pack import Question
from quizgame.core.packedits import BLANK
from quizgame.core.text import clean, one_line

TROPHY = Question(
    id="count-1",
    stem="How many golds did South Korea win?",
    answer="six",
    distractors=("two", "four", "nine"),
    kind="count",
    source="article",
    evidence="South Korea won six golds.",
    tags=("ice",),
)
texts = st.text(max_size=30)
forms = st.builds(
    Fields,
    stem=texts,
    answer=texts,
    distractors=st.lists(texts, max_size=MOST_DISTRACTORS).map(tuple),
    evidence=texts,
    explanation=texts,
    difficulty=st.integers(1, 5),
    tags=texts,
)


def form(**changes):
    return msgspec.structs.replace(fields_of(TROPHY), **changes)


def wrong(**changes):
    """What is wrong with the form, as key and words."""
    return [(problem.key, problem.what) for problem in edited(TROPHY, form(**changes)).problems]


def test_a_form_that_nobody_touched_gives_the_same_question():
    assert edited(TROPHY, fields_of(TROPHY)).question == TROPHY


@given(forms)
def test_what_a_form_gave_goes_through_it_unchanged(fields):
    made = edited(TROPHY, fields).question
    assert made is None or edited(made, fields_of(made)).question == made


@given(forms)
def test_a_form_gives_a_clean_question_without_errors_or_says_what_is_wrong(fields):
    result = edited(TROPHY, fields)
    assert result.question is not None or result.problems
    if result.question is not None:
        made = result.question
        assert msgspec.convert(msgspec.to_builtins(made), Question) == made
        assert (made.id, made.kind, made.source) == ("count-1", "count", "article")
        assert made.tags == tuple(dict.fromkeys(tag for part in fields.tags.split(",") if (tag := one_line(part))))
        told = (made.stem, made.answer, *made.distractors, made.evidence, made.explanation)
        assert all(clean(text).strip() == text for text in told)
        assert not any("\n" in text for text in (made.answer, *made.distractors))


def test_what_was_typed_is_cleaned_and_blank_options_are_none():
    fields = form(
        answer=" six\x1b[31m ", distractors=("two\u202e", "  ", "four\nlaps", ""), stem="How many\u200b golds?\n"
    )
    made = edited(TROPHY, fields).question
    assert made.stem == "How many golds?"
    assert made.answer == "six[31m"
    assert made.distractors == ("two", "four laps")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"stem": "  "}, ("stem", "is empty")),
        ({"answer": ""}, ("answer", "is empty")),
        ({"distractors": ("", " ")}, ("distractors", "is empty")),
        ({"distractors": ("six", "two")}, ("distractors", "'six' stands there twice")),
        ({"distractors": ("two", "two ")}, ("distractors", "'two' stands there twice")),
        ({"evidence": "x" * 2001}, ("evidence", "has more than 2000 characters")),
        ({"distractors": ("a", "b", "c", "d", "e", "f")}, ("distractors", "has more than 5 items")),
    ],
    ids=str,
)
def test_what_is_no_question_stands_in_the_way(changes, told):
    assert told in wrong(**changes)
    assert edited(TROPHY, form(**changes)).question is None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"distractors": ("6", "two")}, ("distractors", "'six' and '6' are the same")),
        ({"stem": "What is six?"}, ("answer", "the stem says the answer")),
    ],
    ids=str,
)
def test_an_error_makes_it_worse_unless_it_was_there_before(changes, told):
    assert told in wrong(**changes)
    result = edited(TROPHY, form(**changes))
    assert is_worse(result, TROPHY)
    bad = result.question
    assert not is_worse(edited(bad, msgspec.structs.replace(fields_of(bad), explanation="So it is.")), bad)
    assert is_worse(result, BLANK)


def test_a_warning_does_not():
    result = edited(TROPHY, form(stem="Which of these did South Korea not win?"))
    assert [problem.flaw for problem in result.problems] == ["negative-stem"]
    assert result.question is not None


def test_errors_come_before_warnings():
    severities = [problem.severity for problem in edited(TROPHY, form(stem="What is never six")).problems]
    assert severities == sorted(severities)
    assert set(severities) == {"error", "warning"}
