"""The rank against one's own best at the same second, and the pace of a run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.modes import MISS_SECONDS
from quizgame.core.pace import ahead_by, pace, right_times
from tests.core.plays import begun, played, recorded
from tests.core.strategies import MORNING

signs = st.text("+-", max_size=12)


def run(told, kind="challenge"):
    """The game that these answers make, 1.25 s each."""
    return recorded(played(begun(kind), told), MORNING)


def test_a_miss_moves_all_that_comes_after():
    times = right_times(run("++-+").attempts, miss_seconds=MISS_SECONDS)
    assert times == (1.25, 2.5, 1.25 * 4 + MISS_SECONDS)


@pytest.mark.parametrize(
    ("correct", "seconds", "ahead"),
    [(0, 0.0, 0), (0, 1.24, 0), (0, 1.25, -1), (2, 1.25, 1), (2, 2.5, 0), (3, 60.0, 0), (0, 60.0, -3)],
)
def test_the_rank_counts_right_answers_at_the_same_second(correct, seconds, ahead):
    best = right_times(run("++-+").attempts, miss_seconds=MISS_SECONDS)
    assert ahead_by(correct, seconds, best) == ahead


@given(signs)
def test_a_run_is_level_with_itself_all_the_way(told):
    game = run(told)
    times = right_times(game.attempts, miss_seconds=MISS_SECONDS)
    assert list(times) == sorted(times)
    assert all(ahead_by(number, time, times) == 0 for number, time in enumerate(times, 1))


@given(signs, st.sampled_from(["challenge", "extended challenge"]))
def test_the_pace_counts_every_right_answer_once(told, kind):
    game = run(told, kind)
    assert sum(pace(game, miss_seconds=MISS_SECONDS)) == game.correct
