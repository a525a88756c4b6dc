"""What matters, what is sure, what gives an answer away, and how hard a question is."""

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.article import Span
from quizgame.core.pack import Question
from quizgame.generate import make_pack, read_text_article
from quizgame.generate.difficulty import difficulty_of
from quizgame.generate.facts import Fact
from quizgame.generate.giveaways import giveaway
from quizgame.generate.importance import Standing, is_idle
from quizgame.generate.pipeline import survey
from quizgame.generate.rivalry import clash
from quizgame.generate.selecting import Candidate, select
from quizgame.generate.sureness import sureness
from quizgame.generate.truths import Claims

STORY = """
Norway opened the Solberg Bridge in Bergen on 3 May 2019. King Harald cut the ribbon. The bridge cost $5 million.

Rain fell all day long. Nobody minded it at all. The band played on for the guests of the town.

Later on, a visitor named Karl Moen from Sweden bought ice cream, cake, tea, bread, milk and juice in Oslo, Hamar, Skien,
Halden, Moss and Larvik, before he went to Denmark, Finland, Iceland and Estonia by train.
"""


def fact(value="Norway", form="country", relation="blank", **more):
    return Fact(**{"kind": "place", "subject": "", "evidence": (Span(start=0, end=1),), **more}, value=value, form=form, relation=relation)  # fmt: skip


def standings(title="The Solberg Bridge opens"):
    article = read_text_article(f"# {title}\n\n{STORY}", name="one")
    from quizgame.generate.importance import standing_in
    from quizgame.generate.story import tell

    story = tell(article)
    standing = standing_in(story)
    spans = {line.sentence.text[:12]: line.sentence.span for line in story.lines}
    return lambda start, value: standing(fact(value, evidence=(spans[start[:12]],)))


def test_the_opening_matters_more_than_a_list_at_the_end():
    standing = standings()
    opening, passing = standing("Norway opened", "Norway"), standing("Later on, a visitor", "Finland")
    assert opening.importance > passing.importance
    assert opening.prominence > passing.prominence


def test_every_fact_of_an_article_has_a_standing():
    told = survey(read_text_article(STORY, name="one")).facts
    assert all(0 < item.standing.importance < 1 and 0 <= item.standing.prominence <= 1 for item in told)


def test_what_hardly_matters_is_idle():
    assert is_idle(Standing(importance=0.01, prominence=1.0))
    assert not is_idle(Standing(importance=0.5, prominence=0.0))


@given(st.sampled_from(["said", "blank", "unheard of"]), st.floats(0, 1), st.floats(0, 1))
def test_a_more_certain_fact_is_surer(relation, one, other):
    low, high = sorted((one, other))
    assert 0 <= sureness(fact(relation=relation, confidence=low)) <= sureness(fact(relation=relation, confidence=high))
    assert sureness(fact(relation=relation, confidence=high)) <= 1


COUNTS = {"Anna Berg": 4, "Karen Holm": 2, "Eva Dahl": 1, "Maria Lind": 1}
NAMES = list(COUNTS)


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 3), st.integers(2, 3))
def test_what_stands_out_is_not_harder(one, other, own, size):
    low, high = sorted((one, other))
    wrong = [*NAMES[:own], "Nobody One", "Nobody Two", "Nobody Three"][:size]
    asked = fact("Per Moe", "person")
    hidden, plain = (difficulty_of(asked, wrong, Standing(prominence=told), COUNTS) for told in (low, high))
    assert 1 <= plain <= hidden <= 5


@given(st.floats(0, 1))
def test_nearer_options_are_not_easier_and_fewer_not_harder(prominence):
    standing = Standing(prominence=prominence)
    asked = fact("Per Moe", "person")
    far = ["Nobody One", "Nobody Two", "Nobody Three"]
    levels = [difficulty_of(asked, [*NAMES[:own], *far][:3], standing, COUNTS) for own in range(4)]
    assert levels == sorted(levels)
    assert difficulty_of(asked, far[:2], standing, COUNTS) <= difficulty_of(asked, far, standing, COUNTS)
    assert difficulty_of(fact("100", "number"), ["900", "700", "500"], standing, {}) <= difficulty_of(
        fact("100", "number"), ["99", "101", "102"], standing, {}
    )


def test_difficulties_are_spread():
    asked = fact("Per Moe", "person")
    told = (Standing(prominence=step / 10) for step in range(11))
    levels = {difficulty_of(asked, NAMES[: size + 1], standing, COUNTS) for standing in told for size in range(1, 3)}
    assert len(levels) >= 3


@pytest.mark.parametrize(
    ("key", "stem", "title", "wrong", "reason"),
    [
        (("Namibia", "country"), "Where did he die?", "Namibian leader dies", ("Angola", "Zambia"), "the title"),
        (("Anna Berg", "person"), "Who won?", "Berg wins again", ("Eva Dahl", "Karen Holm"), "the title"),
        (("Anna Berg", "person"), "Who won?", "Anna Moe loses", ("Eva Dahl", "Karen Holm"), ""),
        (("Anna Berg", "person"), "Who won?", "Berg beats Dahl", ("Eva Dahl", "Karen Holm"), ""),
        (("France", "country"), "Which country's team beat the Spanish in Lyon?", "", ("Italy", "Peru"), "the question"),
        (("France", "country"), "Which country beat the Spanish team?", "", ("Italy", "Peru"), ""),
        (("Texas", "state"), "He was shot in Dallas, _____.", "", ("Ohio", "Utah"), "the question"),
        (("Boston", "city"), "She was born in _____, Massachusetts.", "", ("Miami", "Denver"), "the question"),
        (("Harare", "city"), "She was born in _____, Zimbabwe.", "", ("Gweru", "Mutare"), ""),
        (("World Health Organization", "org:Organization"), "WHO is short for what?", "", ("World Bank", "Red Cross"), "the question"),
        (("53", "number"), "How many?", "53 die in flood", ("54", "55"), ""),
    ],
)  # fmt: skip
def test_what_gives_an_answer_away(key, stem, title, wrong, reason):
    found = giveaway(fact(*key), stem, wrong, title=title)
    assert found == (f"{reason} gives the answer away" if reason else "")


def question(stem, answer, kind="place", wrong=("One", "Two")):
    return Question(id=f"{kind}-{abs(hash((stem, answer))) % 99999}", stem=stem, answer=answer, distractors=wrong, kind=kind)  # fmt: skip


def test_two_ways_round_of_one_statement_do_not_go_together():
    who = question("Who was the mayor of Bergen in May 2019?", "Anna Berg", "person")
    what = question("What role did Anna Berg hold in Bergen in May 2019?", "mayor", "role")
    said = question("Who said, “We stand with Mayor Berg in these hard days”?", "Eva Dahl", "quote")
    other = question("Which bridge did Norway open in 2019?", "Solberg Bridge")
    told = {item.stem: (fact(item.answer, relation=item.kind), item) for item in (who, what, said, other)}
    assert clash(told[who.stem], told[what.stem])
    assert clash(told[who.stem], told[said.stem])
    assert clash(told[said.stem], told[what.stem])
    assert not any(clash(told[other.stem], told[item.stem]) for item in (who, what, said))
    whose = question("What was Anna Berg's position in Bergen in May 2019?", "mayor", "role")
    assert clash(told[who.stem], (fact("mayor", relation="role"), whose))


def candidate(number, stem, answer, merit):
    return Candidate(
        fact=fact(answer, relation=f"r{number}"),
        question=Question(id=f"place-{number}", stem=stem, answer=answer, distractors=("One", "Two")),
        merit=merit,
        sureness=1.0,
        place=(0, number * 10),
    )


def test_a_limit_keeps_what_matters_most():
    items = [candidate(n, f"Which town did explorer number{n} name{n}?", f"Town{n}", n / 10) for n in range(6)]
    kept, dropped = select(items, limit=2)
    assert [item.question.answer for item in kept] == ["Town4", "Town5"]
    assert {reason for _, reason in dropped} == {"over the limit"}


@pytest.mark.parametrize(("form", "kept"), [("number", 6), ("person", 4)])
def test_one_name_is_not_the_answer_too_often_but_a_number_may_be(form, kept):
    stems = [f"What did explorer number{n} count on island{n} in season{n}?" for n in range(6)]
    items = [candidate(n, stem, "five", 0.5) for n, stem in enumerate(stems)]
    items = [
        msgspec.structs.replace(item, fact=fact("five", form=form, relation=f"r{n}")) for n, item in enumerate(items)
    ]
    assert len(select(items, limit=None)[0]) == kept


def test_a_quotation_needs_no_third_wrong_option_as_other_questions_do():
    assert sureness(fact(kind="quote", relation="said"), 2) == sureness(fact(kind="quote", relation="said"), 3)
    assert sureness(fact(relation="gap"), 2) < sureness(fact(relation="gap"), 3)


def test_a_question_that_tells_the_answers_of_two_others_gives_way_to_them():
    date = candidate(0, "On what date will 12 sailors and 15 rowers leave Oslo for Japan?", "7 May", 0.9)
    sailors = candidate(1, "How many sailors will leave Oslo for Japan on 7 May?", "12", 0.8)
    rowers = candidate(2, "How many rowers will leave Oslo for Japan on 7 May?", "15", 0.8)
    for order in itertools.permutations((date, sailors, rowers)):
        kept, _ = select(order, limit=None)
        assert kept == [sailors, rowers]


def test_what_is_true_as_well_is_no_wrong_option():
    text = (
        "Peru beat Chile in the semi-final of the Andes Cup in Quito in 2021. Peru and Bolivia met Colombia in Lima. "
        "In the semi-final of the Andes Cup in Quito in 2021, Peru also beat Bolivia."
    )
    made = make_pack([read_text_article(text, name="one")], id="p", title="P")
    asked = [item for item in (made.pack.questions if made.pack else ()) if item.answer == "Chile"]
    assert all("Bolivia" not in item.distractors for item in asked)
    one = fact("Chile", subject="did Peru beat in the semi-final of the Andes Cup in Quito")
    other = fact("Bolivia", subject="did Peru beat in the semi-final of the Andes Cup in Quito in 2021")
    unlike = fact("Ecuador", subject="did Brazil visit in the spring")
    assert "Bolivia" in Claims([one, other, unlike]).also_true(one)
    assert "Ecuador" not in Claims([one, other, unlike]).also_true(one)
