"""What a player is about to forget: ratings, cards, what is due, leeches."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.core.modes import classic, review
from quizgame.core.play import Choice, begin, finish
from quizgame.core.review import LEECH_LAPSES, rating, reviewed
from quizgame.core.reviewing import due_refs
from quizgame.core.session import Attempt
from quizgame.core.stats import statistics
from quizgame.core.tally import QuestionTally, Tally
from tests.core.test_play import play_on
from tests.worlds import Memory, make_pack, shelf

NOON = datetime(2026, 2, 27, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def attempt(**changes):
    told = {"chosen": "a", "right": True, "seconds": 8.0, "points": 0, "streak": 0} | changes
    return Attempt(pack="p", question="q", answer="a", **told)


@pytest.mark.parametrize(
    ("changes", "factor", "expected"),
    [
        ({}, 1, "good"),
        ({"seconds": 2.0}, 1, "easy"),
        ({"seconds": 30.0}, 1, "hard"),
        ({"seconds": 30.0}, 2, "good"),
        ({"seconds": 2.0, "aids": ("fifty",)}, 1, "hard"),
        ({"right": False}, 1, "again"),
        ({"right": False, "how": "skipped"}, 1, "again"),
        ({"right": False, "how": "lapsed"}, 1, "again"),
    ],
)
def test_answers_become_ratings(changes, factor, expected):
    assert rating(attempt(**changes), time_factor=factor) == expected


def test_the_better_a_question_is_known_the_later_it_comes_back():
    due = [reviewed(None, rated, NOON).due for rated in ("again", "hard", "good", "easy")]
    assert due == sorted(due)
    assert due[0] >= NOON + DAY
    assert due[-1] > due[0]


@given(st.lists(st.tuples(st.sampled_from(["again", "hard", "good", "easy"]), st.integers(-40, 400)), max_size=12))
def test_a_card_is_due_after_it_was_seen_even_when_the_clock_is_set_back(reviews):
    card, now = None, NOON
    for rated, days in reviews:
        now += days * DAY
        before, card = card, reviewed(card, rated, now)
        assert card.due > card.last
        assert before is None or card.last >= before.last


def test_a_question_forgotten_again_and_again_is_a_leech():
    card = reviewed(None, "good", NOON)
    for days in range(LEECH_LAPSES):
        assert not card.is_leech
        card = reviewed(card, "again", NOON + (days + 1) * DAY)
    assert card.is_leech


def test_recent_misses_come_first_and_then_what_has_been_due_longest():
    def known(days_ago, *, missed=False):
        when = NOON - days_ago * DAY
        return QuestionTally(1, missed=when if missed else None, card=reviewed(None, "good", when))

    tally = Tally(
        questions={
            "p/old": known(90),
            "p/older": known(120),
            "p/fresh": known(0),
            "p/missed": known(1, missed=True),
            "p/just": known(0, missed=True),
        }
    )
    assert due_refs(tally, NOON) == ("p/just", "p/missed", "p/older", "p/old")
    assert due_refs(tally, NOON, is_there=lambda ref: "old" in ref) == ("p/older", "p/old")


def test_a_review_asks_what_was_missed_and_nothing_besides():
    memory = Memory(packs=shelf(make_pack(size=30)))
    world = memory.world()
    with pytest.raises(DataError, match="nothing is due"):
        begin(world, Choice(rules=review()))
    first = begin(world, Choice(rules=classic(6)))
    finish(world, play_on(first, "-+-+++"))
    again = begin(world, Choice(rules=review()))
    assert {showing.ref for showing in again.showings} == {first.showings[0].ref, first.showings[2].ref}
    assert again.rules.length == 2
    _, game = finish(world, play_on(again, "++"))
    assert not game.scored
    with pytest.raises(DataError, match="nothing is due"):
        begin(world, Choice(rules=review()))


def test_what_was_known_comes_back_after_its_time():
    memory = Memory(packs=shelf(make_pack(size=5)))
    world = memory.world()
    finish(world, play_on(begin(world, Choice(rules=classic(5))), "+++++"))
    memory.now += 60 * DAY
    assert len(begin(world, Choice(rules=review())).showings) == 5


def test_the_hardest_questions_are_told():
    memory = Memory(packs=shelf(make_pack(size=2)))
    world = memory.world()
    for moves in ("-+", "-+", "+-"):
        finish(world, play_on(begin(world, Choice(rules=classic(2), seed=1)), moves))
    told = statistics(world.tally().tally, now=memory.now)
    assert [(hard.answers.correct, hard.answers.asked) for hard in told.hardest] == [(1, 3), (2, 3)]
