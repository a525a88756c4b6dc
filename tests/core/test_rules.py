"""The rules of every mode, on the core alone: clocks, points, lifelines, misses, turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from quizgame.core.lifelines import BLANK, hint
from quizgame.core.modes import challenge, classic, daily, hot_seat, practice, review, survival
from quizgame.core.pack import Question
from quizgame.core.result import summarise
from quizgame.core.scoring import points, speed_points
from quizgame.core.session import answer, lapse, leave, rescored, skip, use
from tests.core.strategies import sessions
from tests.core.test_session import game, right, wrong


def shared(rules, *players, questions=4):
    return structs.replace(game(rules, questions), players=players)


# Points


@pytest.mark.parametrize(
    ("seconds", "worth"), [(0.0, 1000), (0.49, 1000), (0.5, 983), (7.5, 750), (15.0, 500), (99.0, 500)]
)
def test_speed_is_worth_what_kahoot_pays(seconds, worth):
    assert speed_points(seconds, 15) == worth


@given(st.floats(0, 100), st.floats(0, 100), st.floats(1, 100))
def test_the_slower_the_answer_the_less_it_is_worth(one, other, clock):
    assert 500 <= speed_points(max(one, other), clock) <= speed_points(min(one, other), clock) <= 1000


@given(st.integers(0, 50), st.floats(0, 30), st.booleans())
def test_a_lifeline_halves_what_an_answer_is_worth(streak, seconds, timed):
    clock = 15.0 if timed else None
    whole = points(streak, seconds=seconds, clock=clock)
    assert points(streak, seconds=seconds, clock=clock, halved=True) == whole // 2


def test_an_untimed_answer_is_worth_the_same_however_long_it_took():
    assert right(game(classic(8)), 500).score == right(game(classic(8)), 0.1).score == 1000


def test_extended_time_is_reckoned_against_the_extended_clock():
    plain = right(game(classic(8, question_seconds=10)), 5)
    extended = right(game(classic(8, question_seconds=10, time_factor=2)), 10)
    assert plain.score == extended.score == 750


# Clocks


def test_a_question_whose_time_runs_out_is_a_miss_and_the_game_goes_on():
    session = answer(right(game(classic(8, question_seconds=10))), 0, 10)
    last = session.attempts[-1]
    assert (last.how, last.chosen, last.right, last.points, last.seconds) == ("lapsed", "", False, 0, 10)
    assert (session.misses, session.streak, session.outcome) == (1, 0, None)


def test_extended_time_moves_every_clock():
    for factor in (1.0, 1.5, 2.0):
        assert game(survival(time_factor=factor)).question_left == 15 * factor
        assert game(challenge(60, time_factor=factor)).time_left == 60 * factor
        assert challenge(60, time_factor=factor).length == 60
    assert classic(10, time_factor=2).time_factor == 1, "there is nothing to extend in an untimed game"


def test_the_time_of_a_question_is_not_given_back_when_the_game_is_left():
    session = leave(game(survival()), 6)
    assert session.question_left == 9
    assert lapse(session).attempts[0].seconds == 15
    assert leave(session, 9).attempts[0].how == "lapsed"


def test_survival_ends_with_the_third_miss_however_it_comes():
    session = game(survival())
    session = lapse(right(wrong(session)))
    assert session.outcome is None
    session = wrong(session)
    assert (session.outcome, session.correct, session.misses) == ("out", 1, 3)
    with pytest.raises(ValueError, match="over"):
        answer(session, 0, 1.0)


def test_who_answers_everything_has_survived():
    session = game(survival(), questions=5)
    for _ in range(5):
        session = right(session)
    assert session.outcome == "completed"


@pytest.mark.parametrize("rules", [classic(8), daily(), review(), practice(8), hot_seat()])
def test_without_a_clock_nothing_lapses(rules):
    session = game(rules)
    assert session.question_left is None
    with pytest.raises(ValueError, match="clock"):
        lapse(session)


# Lifelines


@pytest.mark.parametrize("rules", [classic(8), survival()])
def test_each_lifeline_is_there_once(rules):
    session = use(use(game(rules), "fifty"), "hint")
    assert session.aids_left == ("skip",)
    for aid in ("fifty", "hint", "skip"):
        with pytest.raises(ValueError, match="left"):
            use(session, aid)
    session = skip(session, 2)
    assert session.aids_left == ()
    with pytest.raises(ValueError, match="skip"):
        skip(session, 1)


@pytest.mark.parametrize("rules", [challenge(60), daily(), review(), hot_seat()])
def test_other_modes_have_no_lifelines(rules):
    assert game(rules).aids_left == ()
    with pytest.raises(ValueError, match="left"):
        use(game(rules), "fifty")


def test_a_skip_scores_nothing_and_keeps_the_streak():
    session = right(skip(right(right(game(classic(8)))), 3))
    assert [attempt.points for attempt in session.attempts] == [1000, 1100, 0, 1200]
    result = summarise(session)
    assert (result.asked, result.correct, result.skipped, result.accuracy) == (3, 3, 1, 1.0)
    assert session.misses == 0


@given(sessions(timed=False), st.integers(0, 5))
def test_fifty_fifty_leaves_the_answer_and_one_other(session, place):
    session = structs.replace(session, rules=classic(8))
    after = use(session, "fifty")
    options = len(session.current.options)
    assert len(after.struck) == max(0, options - 2)
    assert after.current.key not in after.struck
    assert after.struck == use(session, "fifty").struck
    for struck in after.struck:
        with pytest.raises(ValueError, match="taken out"):
            answer(after, struck, 1.0)
    assert right(after).score == 500


def test_a_lifeline_of_one_question_does_not_reach_the_next():
    session = right(use(game(classic(8)), "fifty"))
    assert (session.aids, session.struck) == ((), frozenset())
    assert right(session).attempts[-1].points == 1100


@pytest.mark.parametrize(
    ("answer", "evidence", "told"),
    [
        ("six", "South Korea took six golds and four silvers.", f"South Korea took {BLANK} golds and four silvers."),
        ("six", "They took 6 golds; 16 came.", f"They took {BLANK} golds; 16 came."),
        ("2,022", "In all 2022 skaters came.", f"In all {BLANK} skaters came."),
        ("Zhang Jie", "Coach Zhang Jie said so. Zhang jie left.", f"Coach {BLANK} said so. {BLANK} left."),
        ("Zhang Jie", "Coach Zhang said so.", ""),
        ("ice", "The ice. An icy, nice day.", f"The {BLANK}. An icy, nice day."),
        ("no", "", ""),
        ("Harbin", "Harbin.", ""),
    ],
)
def test_a_hint_is_the_proof_without_the_answer(answer, evidence, told):
    question = Question(stem="What?", answer=answer, distractors=("else",), evidence=evidence)
    assert hint(question) == told


def test_there_is_no_hint_where_the_question_says_as_much():
    changes = {"answer": "Oslo", "distractors": ("Bergen",), "evidence": "The race was held in Oslo."}
    assert hint(Question(stem=f"The race was held in {BLANK}.", **changes)) == ""
    assert hint(Question(stem="Where was the race held?", **changes)) == f"The race was held in {BLANK}."


@given(st.text(max_size=30), st.text(max_size=60))
def test_no_hint_tells_the_answer(answer, around):
    if not answer.strip() or answer == "else":
        return
    question = Question(stem="What?", answer=answer, distractors=("else",), evidence=f"{around} {answer} {around}")
    told = hint(question)
    assert not told or BLANK in told


# Turns


def test_all_players_answer_a_question_before_the_next_one_comes():
    session = shared(hot_seat(4), "Ann", "Bo", "Cy", questions=2)
    turns = []
    while not session.is_finished:
        turns.append((session.place, session.player))
        session = right(session)
    assert turns == [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (1, 0)]
    assert session.outcome == "completed"


def test_each_player_has_a_streak_and_a_score():
    session = shared(hot_seat(4), "Ann", "Bo", questions=3)
    for move in (right, wrong, right, right, right, right):
        session = move(session)
    result = summarise(session)
    assert [(seat.name, seat.correct, seat.score, seat.best_streak) for seat in result.seats] == [
        ("Ann", 3, 3300, 3),
        ("Bo", 2, 2100, 2),
    ]
    assert [missed.showing.question.id for missed in result.misses] == ["q-0"]


@given(sessions(), st.integers(1, 4), st.lists(st.tuples(st.integers(0, 3), st.floats(0, 20)), max_size=20))
def test_points_and_streaks_follow_from_the_attempts(session, players, moves):
    session = structs.replace(session, players=tuple(f"P{place}" for place in range(players)) if players > 1 else ())
    for option, seconds in moves:
        if session.is_finished:
            break
        session = answer(session, option % len(session.current.options), seconds)
    assert rescored(session.rules, session.attempts) == session.attempts
