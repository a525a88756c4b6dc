"""Days of play as a calendar: a column a week, a row a day of the week."""

from collections.abc import Mapping
from datetime import date, timedelta

from quizgame.core.tally import Day

__all__ = ["DAY_NAMES", "LEVELS", "grid", "level"]

DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LEVELS = "·░▒▓█"
"""Signs for a day by how much was played: not at all, up to 10 answers, up to 25, up to 50, and more."""

_STEPS = (0, 10, 25, 50)


def level(answers: int) -> str:
    """The sign for a day with so many answers."""
    return LEVELS[sum(answers > step for step in _STEPS)]


def grid(days: Mapping[date, Day], today: date, weeks: int) -> list[tuple[str, ...]]:
    """The last weeks up to today.

    Args:
        days: The days that were played.
        today: The present day; days after it are blank.
        weeks: How many columns.

    Returns:
        Seven rows from Monday to Sunday, each with a sign a week, the oldest first.
    """
    first = today - timedelta(days=today.weekday(), weeks=weeks - 1)

    def sign(day: date) -> str:
        return " " if day > today else level(days.get(day, Day()).answers.asked)

    return [tuple(sign(first + timedelta(weeks=week, days=row)) for week in range(weeks)) for row in range(7)]
