"""Imports: a file's questions once each, credited, and added to what is there."""

from datetime import date

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.imports import Origin, credited, grown, imported
from quizgame.core.pack import Question, question_id
from tests.core.strategies import packs

ORIGIN = Origin(title="World history", source="The trivia book", author="Ann", license="CC-BY-4.0")


def found(line, stem="How cold?", answer="0", **changes):
    question = Question(stem=stem, answer=answer, distractors=("4", "10"), **changes)
    return Found(line=line, question=question)


def test_a_question_has_an_id_that_follows_from_its_words_and_names_its_source():
    pack = imported([found(1)], ORIGIN, format="gift").pack
    question = pack.questions[0]
    assert (pack.id, pack.title, pack.author, pack.license) == ("world-history", "World history", "Ann", "CC-BY-4.0")
    assert question.id == question_id("How cold?", "0")
    assert pack.source_of(question).title == "The trivia book"


def test_the_id_that_a_file_tells_stays():
    assert imported([found(1, id="ice-1")], ORIGIN, format="gift").pack.questions[0].id == "ice-1"


def test_a_question_that_stands_there_twice_is_taken_once_and_the_other_is_told():
    made = imported(
        [found(1), Skipped(line=3, reason="an essay"), found(5, stem="How  COLD?"), found(9, answer="4 K")],
        ORIGIN,
        format="gift",
    )
    assert [question.answer for question in made.pack.questions] == ["0", "4 K"]
    assert [(skipped.line, skipped.reason) for skipped in made.skipped] == [
        (3, "an essay"),
        (5, "it is the question of line 1 again"),
    ]
    assert made.read == 4


def test_an_id_that_two_questions_have_is_told():
    made = imported([found(1, id="x"), found(2, "How hot?", id="x")], ORIGIN, format="gift")
    assert [skipped.reason for skipped in made.skipped] == ["another question has its id 'x'"]


def test_without_a_question_there_is_no_pack():
    assert imported([Skipped(line=1, reason="an essay")], ORIGIN, format="gift").pack is None


def test_without_a_source_none_is_named():
    pack = imported([found(1)], Origin(title="!"), format="csv").pack
    assert (pack.id, pack.sources, pack.questions[0].source) == ("imported", (), "")


def test_what_somebody_knows_better_comes_to_what_the_file_told():
    pack = imported([found(1)], ORIGIN, format="gift").pack
    better = credited(pack, Origin(title="History", author="Bo", url="https://example.org", tags=("past", "past")))
    assert (better.id, better.title, better.author, better.license) == ("history", "History", "Bo", "CC-BY-4.0")
    assert better.tags == ("past",)
    assert (better.sources[0].title, better.sources[0].url) == ("The trivia book", "https://example.org")
    bare = imported([found(1)], Origin(title="Ice"), format="gift").pack
    named = credited(bare, Origin(source="A book", retrieved=date(2026, 1, 2)), id="cold")
    assert (named.id, named.source_of(named.questions[0]).title) == ("cold", "A book")
    assert credited(pack, Origin()) == pack


def test_importing_again_adds_only_what_is_new():
    there = imported([found(1)], ORIGIN, format="gift").pack
    edited = msgspec.structs.replace(there.questions[0], stem="At how many degrees?", answer="zero")
    there = msgspec.structs.replace(there, questions=(edited,))
    new = imported([found(1), found(2, "How hot?")], ORIGIN, format="gift").pack
    pack, added = grown(there, new)
    assert added == 1
    assert pack.questions[0] == edited
    assert [question.stem for question in pack.questions] == ["At how many degrees?", "How hot?"]
    assert len(pack.sources) == 1


def test_another_work_is_another_source():
    there = imported([found(1)], ORIGIN, format="gift").pack
    other = imported([found(1, "How hot?")], Origin(title="World history", source="Another book"), format="csv").pack
    pack, _ = grown(there, other)
    assert [pack.source_of(question).title for question in pack.questions] == ["The trivia book", "Another book"]


@given(packs(), packs())
def test_what_was_imported_is_there_and_a_second_time_adds_nothing(one, other):
    new = msgspec.structs.replace(
        other,
        questions=tuple(
            msgspec.structs.replace(question, id=question_id(question.stem, question.answer))
            for question in {question_id(q.stem, q.answer): q for q in other.questions}.values()
        ),
    )
    pack, added = grown(one, new)
    assert len(pack.questions) == len(one.questions) + added
    assert pack.questions[: len(one.questions)] == one.questions
    assert grown(pack, new) == (pack, 0)
    assert len({question.id for question in pack.questions}) == len(pack.questions)


@given(st.text(), st.text())
def test_any_words_of_whoever_imports_make_a_sound_pack(title, author):
    pack = imported([found(1)], ORIGIN, format="gift").pack
    told = credited(pack, Origin(title=title, author=author, tags=(title, author)))
    assert msgspec.convert(msgspec.to_builtins(told), type(told)) == told
