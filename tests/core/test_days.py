"""Days of play: time zones, summer time, leap days, clocks that are wrong, and the freezes of a streak."""

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.days import DAYS_A_FREEZE, MOST_FREEZES, day_streak, play_day, today

FIRST = date(2024, 2, 1)
BERLIN = ZoneInfo("Europe/Berlin")

day_sets = st.sets(st.integers(0, 60)).map(lambda offsets: {FIRST + timedelta(days=offset) for offset in offsets})


def days_of(signs, first=FIRST):
    """Days in a row: ``#`` for one that was played, ``.`` for one that was not."""
    return [first + timedelta(days=place) for place, sign in enumerate(signs) if sign == "#"]


def streak_of(signs, first=FIRST):
    """The streak on the last day that is told."""
    return day_streak(days_of(signs, first), first + timedelta(days=len(signs) - 1))


# What day it is


@pytest.mark.parametrize("start", range(13))
@pytest.mark.parametrize("minute", [0, 59])
def test_a_day_begins_at_the_hour_that_was_settled(start, minute):
    for hour in range(24):
        moment = datetime(2024, 3, 1, hour, minute, tzinfo=UTC)
        assert play_day(moment, start) == (date(2024, 3, 1) if hour >= start else date(2024, 2, 29))


@given(st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2100, 1, 1)), st.integers(-14 * 60, 14 * 60))
def test_the_day_is_that_of_the_players_own_clock_wherever_it_is(moment, minutes):
    zone = timezone(timedelta(minutes=minutes))
    assert play_day(moment.replace(tzinfo=zone)) == play_day(moment.replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 3, 31, 1, 59, tzinfo=BERLIN), date(2024, 3, 30)),  # the hour after does not exist
        (datetime(2024, 3, 31, 3, 1, tzinfo=BERLIN), date(2024, 3, 30)),
        (datetime(2024, 3, 31, 4, 0, tzinfo=BERLIN), date(2024, 3, 31)),
        (datetime(2024, 10, 27, 2, 30, fold=0, tzinfo=BERLIN), date(2024, 10, 26)),  # this hour comes twice
        (datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=BERLIN), date(2024, 10, 26)),
        (datetime(2024, 10, 27, 4, 0, tzinfo=BERLIN), date(2024, 10, 27)),
    ],
)
def test_summer_time_moves_no_day(moment, day):
    assert play_day(moment) == day


def test_a_streak_lives_through_both_changes_of_summer_time():
    for first in (datetime(2024, 3, 25, 23, 30, tzinfo=BERLIN), datetime(2024, 10, 21, 23, 30, tzinfo=BERLIN)):
        days = {play_day(first + timedelta(days=number)) for number in range(12)}
        assert day_streak(days, max(days)).days == 12


def test_who_flies_west_loses_no_day_and_who_flies_east_needs_none_twice():
    evening = datetime(2024, 5, 1, 20, tzinfo=timezone(timedelta(hours=9)))
    flown = (evening + timedelta(hours=10)).astimezone(timezone(timedelta(hours=-7)))
    back = (flown + timedelta(hours=20)).astimezone(timezone(timedelta(hours=9)))
    days = {play_day(moment) for moment in (evening, flown, back)}
    assert day_streak(days, play_day(back)).days == len(days)


@given(day_sets, st.integers(-100, 100))
def test_the_present_day_is_never_before_one_that_was_played(days, offset):
    now = datetime(2024, 3, 1, 12, tzinfo=UTC) + timedelta(days=offset)
    present = today(days, now)
    assert present >= play_day(now)
    assert all(day <= present for day in days)


# Streaks


@pytest.mark.parametrize(
    ("signs", "days", "best", "freezes"),
    [
        ("", 0, 0, 0),
        ("#", 1, 1, 0),
        ("#.", 1, 1, 0),  # today is not over yet
        ("#..", 0, 1, 0),
        ("#.#", 1, 1, 0),
        ("######", 6, 6, 0),
        ("#######", 7, 7, 1),
        ("#######..", 7, 7, 0),  # the freeze is at work
        ("#######.#", 8, 8, 0),
        ("#######...", 0, 7, 0),
        ("#######.#.#", 1, 8, 0),
        ("##############", 14, 14, 2),
        ("##############..#", 15, 15, 0),
        ("#####################", 21, 21, 2),  # two at the most
        ("#######.#######", 14, 14, 1),
        ("###.#######", 7, 7, 1),
    ],
)
def test_a_freeze_is_earned_by_seven_days_and_used_by_one_that_was_missed(signs, days, best, freezes):
    told = streak_of(signs) if signs else day_streak([], FIRST)
    assert (told.days, told.best, told.freezes) == (days, best, freezes)


def test_leap_days_are_days_and_other_februaries_have_none():
    assert streak_of("####", first=date(2024, 2, 27)).days == 4
    assert streak_of("####", first=date(2023, 2, 27)).days == 4
    assert day_streak([date(2024, 2, 28), date(2024, 3, 1)], date(2024, 3, 1)).days == 1
    assert day_streak([date(2023, 2, 28), date(2023, 3, 1)], date(2023, 3, 1)).days == 2


@given(day_sets)
def test_a_streak_holds_whatever_the_order_and_however_often_a_day_is_told(days):
    told = sorted(days)
    present = max(days, default=FIRST)
    assert day_streak(told, present) == day_streak([*reversed(told), *told], present)


@given(day_sets, st.integers(0, 10))
def test_a_streak_and_its_freezes_stay_within_their_bounds(days, waited):
    present = max(days, default=FIRST) + timedelta(days=waited)
    told = day_streak(days, present)
    assert 0 <= told.days <= told.best <= len(days)
    assert 0 <= told.freezes <= min(MOST_FREEZES, told.best // DAYS_A_FREEZE)


@given(day_sets)
def test_playing_today_never_hurts(days):
    present = max(days, default=FIRST) + timedelta(days=1)
    before, after = day_streak(days, present), day_streak({*days, present}, present)
    assert after.days == before.days + 1
    assert after.best >= before.best


@given(day_sets, st.integers(1, 400))
def test_a_clock_set_back_takes_nothing_away(days, back):
    if days:
        right = datetime.combine(max(days), datetime.min.time(), UTC) + timedelta(hours=12)
        wrong = right - timedelta(days=back)
        assert day_streak(days, today(days, wrong)) == day_streak(days, today(days, right))
