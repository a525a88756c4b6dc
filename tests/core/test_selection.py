"""Which questions a game asks."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.modes import challenge, classic
from quizgame.core.pack import Pack, Question
from quizgame.core.selection import draw as draw_from
from quizgame.core.selection import pool_of
from quizgame.core.tally import QuestionTally
from tests.core.strategies import packs


def pack(size=40, identity="p", answers=None):
    return Pack(
        id=identity,
        title="P",
        questions=tuple(
            Question(
                id=f"q-{n}",
                stem=f"What is {identity} {n}?",
                answer=answers[n % len(answers)] if answers else f"yes {n}",
                distractors=("no",),
            )
            for n in range(size)
        ),
    )


def draw(packs, rules, *, seed, asked=None):
    known = asked and {ref: QuestionTally(asked=number) for ref, number in asked.items()}
    return draw_from(pool_of(packs), rules, seed=seed, known=known)


def refs(showings):
    return [showing.ref for showing in showings]


@given(packs(), st.integers(0, 10**6), st.integers(1, 10))
def test_a_game_asks_what_it_can_and_nothing_twice(made, seed, wanted):
    showings = draw([made], classic(wanted), seed=seed)
    assert len(showings) == len(set(refs(showings))) <= wanted
    assert showings == draw([made], classic(wanted), seed=seed)


def test_one_seed_gives_one_game_and_another_seed_another():
    assert refs(draw([pack()], classic(10), seed=3)) != refs(draw([pack()], classic(10), seed=4))


def test_packs_are_mixed():
    drawn = draw([pack(identity="a"), pack(identity="b")], classic(20), seed=0)
    assert {showing.pack for showing in drawn} == {"a", "b"}


def test_new_questions_come_before_those_that_were_asked():
    made = pack(12)
    first = refs(draw([made], classic(6), seed=1))
    second = refs(draw([made], classic(6), seed=1, asked=Counter(first)))
    assert not set(first) & set(second)
    third = refs(draw([made], classic(6), seed=1, asked=Counter(first * 2 + second)))
    assert set(third) == set(second)


def test_the_same_stem_in_two_packs_is_asked_once():
    double = Pack(id="z", title="Z", questions=pack(5).questions)
    assert len(draw([pack(5), double], classic(10), seed=0)) == 5


def test_one_answer_is_the_key_twice_at_most_while_others_are_left():
    made = pack(30, answers=["Ann", "Bob", "Cy", "Di", "Eve", "Flo"])
    keys = Counter(showing.question.answer for showing in draw([made], classic(10), seed=5))
    assert max(keys.values()) == 2
    assert len(draw([pack(10, answers=["Ann"])], classic(10), seed=5)) == 10


def test_a_challenge_has_more_questions_than_can_be_answered():
    assert len(draw([pack(500)], challenge(30), seed=0)) == 60


def test_no_packs_give_no_questions():
    assert draw([], classic(10), seed=0) == ()
