"""The reducer: what an answer does, what the clock does, and what is not allowed."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.modes import MISS_SECONDS, challenge, classic
from quizgame.core.pack import Pack, Question
from quizgame.core.result import result_data, summarise
from quizgame.core.session import answer, expire, leave, start
from quizgame.core.showing import show
from tests.core.strategies import MORNING, sessions


def game(rules, questions=8):
    pack = Pack(
        id="p",
        title="P",
        questions=tuple(
            Question(id=f"q-{n}", stem=f"What is {n}?", answer=f"yes {n}", distractors=("no", "never"))
            for n in range(questions)
        ),
    )
    showings = tuple(show(pack, question, seed=1) for question in pack.questions)
    return start(showings, rules, id="g", seed=1, packs=("p",), started=MORNING)


def right(session, seconds=1.0):
    return answer(session, session.current.key, seconds)


def wrong(session, seconds=1.0):
    return answer(session, (session.current.key + 1) % len(session.current.options), seconds)


def test_streak_adds_up_to_five_hundred_and_a_miss_ends_it():
    session = game(classic(8))
    for _ in range(7):
        session = right(session)
    assert [attempt.points for attempt in session.attempts] == [1000, 1100, 1200, 1300, 1400, 1500, 1500]
    session = wrong(session)
    assert (session.attempts[-1].points, session.streak, session.best_streak) == (0, 0, 7)
    assert session.outcome == "completed"
    assert session.score == 9000


def test_an_untimed_game_has_no_clock_and_takes_any_time():
    session = right(game(classic(8)), seconds=10_000)
    assert session.time_left is None
    assert session.outcome is None
    with pytest.raises(ValueError, match="clock"):
        expire(session)


def test_a_miss_takes_three_seconds_off_the_clock():
    session = wrong(right(game(challenge(30)), 4.0), 5.0)
    assert session.time_left == 30 - 4 - 5 - MISS_SECONDS


def test_a_miss_that_uses_up_the_clock_ends_the_game_and_counts():
    session = wrong(game(challenge(30)), 28.0)
    assert session.outcome == "time-up"
    assert len(session.attempts) == 1
    assert summarise(session).seconds == 30


@pytest.mark.parametrize("late", [30.0, 30.001, 99.0])
def test_an_answer_after_the_clock_is_not_counted(late):
    session = right(game(challenge(30)), late)
    assert (session.outcome, session.attempts, session.elapsed) == ("time-up", (), 30)


def test_an_answer_just_in_time_counts():
    session = right(game(challenge(30)), 29.999)
    assert (session.outcome, session.correct) == (None, 1)


def test_the_open_question_does_not_count_when_the_clock_runs_out():
    result = summarise(expire(right(game(challenge(30)), 10.0)))
    assert (result.asked, result.correct, result.outcome, result.seconds) == (1, 1, "time-up", 30)


def test_all_questions_answered_ends_a_challenge_early():
    session = game(challenge(30), questions=2)
    assert right(right(session)).outcome == "completed"


def test_nothing_moves_in_a_game_that_is_over():
    session = expire(game(challenge(30)))
    with pytest.raises(ValueError, match="over"):
        answer(session, 0, 1.0)
    with pytest.raises(ValueError, match="clock"):
        expire(session)


def test_the_time_of_a_question_that_was_left_is_not_given_back():
    session = leave(right(game(challenge(30)), 5.0), 10.0)
    assert (session.outcome, session.time_left) == (None, 15.0)
    session = leave(session, 3.0)
    session = right(session, 2.0)
    assert (session.attempts[-1].seconds, session.time_left) == (15.0, 10.0)
    assert right(session, 1.0).attempts[-1].seconds == 1.0


def test_leaving_after_the_clock_ends_the_game():
    assert leave(game(challenge(30)), 30.0).outcome == "time-up"
    with pytest.raises(ValueError, match="over"):
        leave(expire(game(challenge(30))), 1.0)


def test_an_untimed_game_may_be_left_for_as_long_as_one_likes():
    session = leave(game(classic(8)), 1_000)
    assert (session.outcome, right(session, 1.0).attempts[0].seconds) == (None, 1_001)


def test_an_option_that_is_not_there_is_refused():
    for option in (-1, 3):
        with pytest.raises(IndexError):
            answer(game(classic(8)), option, 1.0)


def test_a_game_needs_a_question_and_an_aware_start():
    session = game(classic(8))
    with pytest.raises(ValueError, match="question"):
        start((), classic(1), id="g", seed=1, packs=(), started=MORNING)
    with pytest.raises(ValueError, match="offset"):
        start(session.showings, classic(1), id="g", seed=1, packs=(), started=datetime(2026, 1, 1))


@given(sessions(), st.lists(st.tuples(st.integers(0, 3), st.floats(0, 40)), max_size=10))
def test_whatever_is_answered_the_figures_agree(session, moves):
    for option, seconds in moves:
        if session.is_finished:
            break
        session = answer(session, option % len(session.current.options), seconds)
    result = summarise(session)
    assert result.asked == len(session.attempts) <= len(session.showings)
    assert result.correct == sum(attempt.chosen == attempt.answer for attempt in session.attempts)
    assert 1000 * result.correct <= result.score <= 1500 * result.correct
    assert result.best_streak <= result.correct
    assert result.best_streak == max([0, *(attempt.streak for attempt in session.attempts)])
    if session.rules.run_seconds:
        assert 0 <= session.elapsed <= session.rules.run_seconds
        assert session.elapsed + session.time_left == pytest.approx(session.rules.run_seconds)


def test_the_json_of_a_game_has_the_keys_that_scripts_rely_on():
    told = result_data(summarise(wrong(right(game(classic(8)), 1.5))))
    assert list(told) == [
        "mode", "seed", "packs", "asked", "correct", "score", "best_streak", "seconds", "attempts",
    ]  # fmt: skip
    assert list(told["attempts"][0]) == [
        "question", "stem", "options", "chosen", "answer", "right", "seconds", "points", "streak",
    ]  # fmt: skip
    assert told["attempts"][0]["question"] == "p/q-0"
    assert [attempt["right"] for attempt in told["attempts"]] == [True, False]
