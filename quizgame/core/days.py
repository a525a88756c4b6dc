"""Days of play, by the player's own clock, and how many of them stand in a row."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

__all__ = ["DAYS_A_FREEZE", "DAY_START", "MOST_FREEZES", "DayStreak", "day_streak", "play_day", "today"]

DAY_START = 4
"""The hour at which a day begins unless the player has settled another: who plays after midnight plays the evening."""
DAYS_A_FREEZE = 7
"""With every so many days of a streak a freeze is earned, which one day without play uses up."""
MOST_FREEZES = 2
"""So many freezes are kept at the most."""


class DayStreak(msgspec.Struct, frozen=True, kw_only=True):
    """Days in a row."""

    days: int = 0
    """Days played in a row, up to today or yesterday; frozen days lie between them and do not count."""
    best: int = 0
    freezes: int = 0
    """The freezes that are left."""


def play_day(moment: datetime, start: int = DAY_START) -> date:
    """The day that a moment counts for, by the player's own clock.

    Args:
        moment: Aware of its offset; the day is taken in that offset.
        start: The hour at which a day begins.
    """
    return (moment.replace(tzinfo=None) - timedelta(hours=start)).date()


def today(days: Iterable[date], now: datetime, start: int = DAY_START) -> date:
    """The present day, which is never before one that was played: a clock set back takes no day away.

    Args:
        days: The days that were played.
        now: The present moment, aware of its offset.
        start: The hour at which a day begins.
    """
    return max([play_day(now, start), *days])


def day_streak(days: Iterable[date], today: date) -> DayStreak:
    """How many days of play stand in a row.

    Args:
        days: The days that were played, in any order.
        today: The present day.
    """
    length = best = freezes = 0
    last: date | None = None
    for day in sorted(set(days)):
        missed = (day - last).days - 1 if last else 0
        if missed > freezes:
            length = freezes = 0
        else:
            freezes -= missed
        length += 1
        if length % DAYS_A_FREEZE == 0:
            freezes = min(MOST_FREEZES, freezes + 1)
        best, last = max(best, length), day
    missed = max(0, (today - last).days - 1) if last else 0
    if missed > freezes:
        return DayStreak(best=best)
    return DayStreak(days=length, best=best, freezes=freezes - missed)
