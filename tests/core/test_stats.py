"""Statistics and bests, folded from recorded games."""

import itertools
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec import structs

from quizgame.core.days import play_day
from quizgame.core.modes import challenge, classic, practice
from quizgame.core.record import Board, beats, record
from quizgame.core.result import summarise
from quizgame.core.session import expire
from quizgame.core.stats import statistics as statistics_of
from quizgame.core.tally import Tally, fold
from tests.core.test_session import game, right, wrong

NOON = datetime(2026, 2, 27, 12, tzinfo=UTC)


def statistics(games, *, now):
    return statistics_of(fold(Tally(), games), now=now)


IDS = itertools.count()


def played(moves, finished=NOON, rules=None):
    """A recorded game: ``+`` for a right answer, ``-`` for a wrong one; ``!`` lets the clock run out."""
    session = game(rules or classic(len(moves)), questions=len(moves.replace("!", "")) + moves.count("!"))
    for move in moves:
        if session.is_finished:
            break
        session = {"+": right, "-": wrong, "!": expire}[move](session)
    return record(summarise(structs.replace(session, id=f"g{next(IDS)}")), finished=finished)


def days(*offsets):
    return [played("+", NOON + timedelta(days=offset)) for offset in offsets]


def test_an_empty_record_says_nothing():
    told = statistics([], now=NOON)
    assert (told.games, told.accuracy, told.day_streak, told.bests, told.played_today) == (0, 0.0, 0, (), False)


def test_answers_are_counted_over_games():
    told = statistics([played("++-+"), played("++")], now=NOON)
    assert (told.games, told.asked, told.correct) == (2, 6, 5)
    assert (told.answer_streak, told.best_answer_streak) == (3, 3)


@pytest.mark.parametrize(
    ("offsets", "streak", "best"),
    [
        ([0], 1, 1),
        ([-1], 1, 1),
        ([-2], 0, 1),
        ([-2, -1, 0], 3, 3),
        ([-3, -2, -1], 3, 3),
        ([-9, -8, -7, -6, -1, 0], 2, 4),
        ([*range(-8, -1), 0], 8, 8),
        ([*range(-9, -2), 0], 1, 7),
        ([*range(-16, -2), 0], 15, 15),
        (range(-8, -1), 7, 7),
        (range(-9, -2), 0, 7),
        ([0, 0, 0], 1, 1),
        ([-1, 1, 0], 3, 3),
    ],
)
def test_days_in_a_row(offsets, streak, best):
    told = statistics(days(*offsets), now=NOON)
    assert (told.day_streak, told.best_day_streak) == (streak, best)


def test_a_clock_set_back_keeps_the_day_streak():
    told = statistics(days(-1, 0), now=NOON - timedelta(days=40))
    assert (told.day_streak, told.played_today) == (2, True)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2028, 2, 29, 3, 59, tzinfo=UTC), date(2028, 2, 28)),
        (datetime(2028, 2, 29, 4, 0, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2026, 1, 1, 2, 0, tzinfo=timezone(timedelta(hours=9))), date(2025, 12, 31)),
        (datetime(2026, 1, 1, 2, 0, tzinfo=timezone(timedelta(hours=-9))), date(2025, 12, 31)),
    ],
)
def test_the_day_begins_at_four_by_the_players_own_clock(moment, day):
    assert play_day(moment) == day


def test_a_leap_day_and_the_turn_of_the_year_do_not_break_a_streak():
    for last in (datetime(2028, 3, 1, 12, tzinfo=UTC), datetime(2026, 1, 1, 12, tzinfo=UTC)):
        games = [played("+", last - timedelta(days=back)) for back in (2, 1, 0)]
        assert statistics(games, now=last).day_streak == 3


def test_the_best_of_a_board_is_the_highest_score_then_the_shortest_time():
    low, high = played("+-"), played("++")
    told = statistics([low, high, played("+-")], now=NOON)
    (best,) = told.bests
    assert best.game == high
    assert best.games == 3
    assert best.board == high.board
    assert told.best_score("classic") == high.score == 2100


def test_boards_part_modes_lengths_and_packs():
    games = [played("++"), played("+++"), played("+!", rules=challenge(30)), played("+!", rules=challenge(60))]
    boards = [best.board for best in statistics(games, now=NOON).bests]
    assert boards == [
        Board(mode="challenge", length=30, packs=("p",)),
        Board(mode="challenge", length=60, packs=("p",)),
        Board(mode="classic", length=2, packs=("p",)),
        Board(mode="classic", length=3, packs=("p",)),
    ]


def test_a_game_that_was_left_counts_its_answers_but_not_its_score():
    session = right(game(classic(8)))
    left = record(summarise(session), finished=NOON)
    told = statistics([left], now=NOON)
    assert (left.ending, told.games, told.correct, told.bests) == ("abandoned", 0, 1, ())
    assert not beats(left, None)


def test_a_game_that_nothing_was_answered_in_makes_no_day_of_play():
    unanswered = record(summarise(expire(game(challenge(30)))), finished=NOON)
    told = statistics([unanswered], now=NOON)
    assert (unanswered.asked, told.day_streak, told.played_today) == (0, 0, False)


def test_practice_stands_on_no_board():
    told = statistics([played("++", rules=practice(2))], now=NOON)
    assert (told.games, told.bests) == (1, ())


def test_only_a_better_game_is_a_new_best():
    assert beats(played("+"), None)
    assert not beats(played("-"), None)
    assert not beats(played("+-"), played("+-"))
    assert beats(played("++"), played("+-"))
