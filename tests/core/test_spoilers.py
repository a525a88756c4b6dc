"""No question of a game gives away another one's answer, as long as there are others to ask."""

from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest

from quizgame.core.modes import challenge, classic, daily, survival
from quizgame.core.pack import Pack, Question
from quizgame.core.play import Choice, begin, finish
from quizgame.core.selection import draw, pool_of
from quizgame.core.spoilers import Told, spoils
from quizgame.core.text import fold
from quizgame.storage.packs import Shelf
from tests.core.test_play import play_on
from tests.worlds import Memory, shelf

ROOT = Path(__file__).parents[2]
GOLDS = "How many gold medals did China win in speed skating at the Harbin Games?"
SILVERS = "How many silver medals did China win in speed skating at the Harbin Games?"


@pytest.fixture(scope="module")
def shipped():
    return Shelf(ROOT / "questions", ROOT / "nowhere").packs(())


def asks(stem, answer, evidence="", explanation=""):
    return Question(stem=stem, answer=answer, distractors=("else",), evidence=evidence, explanation=explanation)


def tells(one, other, *, with_proof=True):
    """Whether who has been asked one question knows the answer of the other."""
    return spoils(Told.of(one, with_proof=with_proof), Told.of(other, with_proof=with_proof))


TALLY = "At the Harbin Games China won two gold medals and five silver medals in speed skating."


def test_a_proof_tells_the_answer_of_another_question():
    one, other = asks(GOLDS, "two", TALLY), asks(SILVERS, "five")
    assert tells(one, other)
    assert not tells(other, one)


def test_a_proof_that_is_not_shown_tells_nothing():
    assert not tells(asks(GOLDS, "two", TALLY), asks(SILVERS, "five"), with_proof=False)


def test_an_explanation_tells_as_much_as_a_proof():
    assert tells(asks(GOLDS, "two", explanation=TALLY), asks(SILVERS, "five"))


def test_a_stem_tells_an_answer_whether_proofs_are_shown_or_not():
    one = asks("In which year did Zhang Jing coach the Chinese speed skating team?", "2023")
    other = asks("Who was coach of the Chinese speed skating team?", "Zhang Jing")
    assert tells(one, other)
    assert tells(one, other, with_proof=False)
    assert not tells(other, one)


@pytest.mark.parametrize(
    "evidence",
    [
        "Five skaters came.",  # the answer, but to nothing that was asked
        "China won medals in speed skating at the Harbin Games: how many, nobody counted.",  # what was asked, unanswered
        "At the Harbin Games China won eleven silver medals in speed skating.",  # another number
        "",
    ],
)
def test_what_stands_in_no_proof_is_not_told(evidence):
    assert not tells(asks("Who wrote this?", "Ann", evidence), asks(SILVERS, "five"))


def test_case_accents_and_marks_hide_no_answer():
    one = asks("Where is the coach from?", "Norway", "The coach of the Swedish team, JOSÉ  MUÑOZ, is from Norway.")
    assert tells(one, asks("Who is the coach of the Swedish team?", "José Muñoz"))
    assert tells(one, asks("Who is the coach of the Swedish team?", "Jose Munoz"))


def test_answers_of_marks_alone_are_told_apart():
    told = told_of(asks("Which sign is it?", answer) for answer in ("?", "–", "…", "[/]"))
    assert len({one.answer for one in told}) == 4


# Over the packs that ship


def clashes(told):
    """The pairs of a game of which one tells the other's answer."""
    return [(one, other) for one, other in permutations(told, 2) if spoils(one, other)]


def fits(one, told):
    """Whether a question can join a game: no answer told, and none the key a third time."""
    keys = Counter(other.answer for other in told)
    return keys[one.answer] < 2 and not any(spoils(one, other) or spoils(other, one) for other in told)


def told_of(questions, *, with_proof=True):
    return [Told.of(question, with_proof=with_proof) for question in questions]


def test_the_packs_that_ship_do_hold_questions_that_tell_of_each_other(shipped):
    assert clashes(told_of(question for pack in shipped for question in pack.questions))


@pytest.mark.parametrize("rules", [classic(10), daily(), classic(15)])
def test_no_game_of_the_packs_that_ship_tells_its_own_answers(shipped, rules):
    pool = pool_of(shipped)
    for seed in range(150):
        showings = draw(pool, rules, seed=seed)
        assert len(showings) == rules.questions
        assert not clashes(told_of(showing.question for showing in showings))
        assert max(Counter(fold(showing.question.answer) for showing in showings).values()) <= 2


def test_in_a_challenge_only_stems_are_read_before_the_next_question(shipped):
    stems = told_of((question for pack in shipped for question in pack.questions), with_proof=False)
    for seed in range(30):
        showings = draw(pool_of(shipped), challenge(10), seed=seed)
        told = told_of((showing.question for showing in showings), with_proof=False)
        assert len(told) == 20
        assert not clashes(told) or not any(fits(one, told) for one in stems if one not in told)


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("seed", [1, 20, 300])
def test_a_single_pack_tells_no_answer_while_enough_others_are_left(shipped, number, seed):
    """Game after game, until a pack has been asked several times over."""
    pack = shipped[number]
    everything = told_of(pack.questions)
    memory = Memory(packs=shelf(pack))
    for game in range(8):
        memory.seed = seed + game
        world = memory.world()
        session = begin(world, Choice(rules=classic(10)))
        told = told_of(showing.question for showing in session.showings)
        assert len(told) == min(10, len(pack.questions))
        if clashes(told) or max(Counter(one.answer for one in told).values()) > 2:
            assert not any(fits(one, told) for one in everything if one not in told)
        finish(world, play_on(session, "+-" * 5))


def test_where_there_is_nothing_else_even_questions_that_tell_of_each_other_are_asked():
    pack = Pack(id="p", title="P", questions=(asks(GOLDS, "two", TALLY), asks(SILVERS, "five", TALLY)))
    for rules in (classic(2), daily(), survival()):
        assert len(draw(pool_of([pack]), rules, seed=0)) == 2
    assert len(draw(pool_of([pack]), classic(1), seed=0)) == 1


def test_those_that_tell_of_others_come_last():
    """Who is asked both is asked everything else before."""
    others = [asks(f"What is {letter}?", f"the {letter}") for letter in "abcdefgh"]
    clashing = [asks(GOLDS, "two", TALLY), asks(SILVERS, "five", TALLY)]
    questions = tuple(
        Question(id=f"q-{n}", stem=one.stem, answer=one.answer, distractors=one.distractors, evidence=one.evidence)
        for n, one in enumerate([*clashing, *others])
    )
    for seed in range(20):
        showings = draw(pool_of([Pack(id="p", title="P", questions=questions)]), classic(10), seed=seed)
        assert showings[-1].question.stem in (GOLDS, SILVERS)
        assert not clashes(told_of(showing.question for showing in showings[:-1]))
