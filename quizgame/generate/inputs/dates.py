"""Days as articles, pages and documents write them."""

import re
from datetime import date

from quizgame.core.pack import MONTHS

__all__ = ["DAY", "SHORT_DAY", "day_in", "days_in"]

_MONTH = "|".join((*MONTHS, *(rf"{month[:3]}\b\.?" for month in MONTHS), r"Sept\b\.?"))
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
SHORT_DAY = rf"(?:(?:{_MONTH}) {_ORDINAL}|{_ORDINAL} (?:{_MONTH}))(?![\w/-])"
"""A day without its year: ``Feb. 9``, ``9 February``."""
_HOUR = r"[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d:?\d\d)?"
DAY = rf"(?:{SHORT_DAY},? \d{{4}}|\d{{4}}-\d\d-\d\d(?:{_HOUR})?)(?![\w/-])"
"""A whole day: ``February 9, 2025``, ``9 Feb 2025``, ``2025-02-09``, this also with a time."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_FOUND = re.compile(rf"(?<![\w/-]){DAY}", re.IGNORECASE)
_NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}


def days_in(text: str) -> tuple[date, ...]:
    """Every whole day that a text names, in its order; what no calendar holds is left out."""
    found = (day_in(match.group()) for match in _FOUND.finditer(text))
    return tuple(day for day in found if day)


def day_in(text: str) -> date | None:
    """The day that a text of the form `DAY` begins with."""
    try:
        return date.fromisoformat(text[:10]) if _ISO.match(text) else _worded(text)
    except ValueError:
        return None


def _worded(text: str) -> date | None:
    name = re.search(r"[A-Za-z]{3,}", text)
    numbers = re.findall(r"\d+", text)
    month = _NUMBERS.get(name.group()[:3].lower()) if name else None
    return date(int(numbers[1]), month, int(numbers[0])) if month and len(numbers) == 2 else None
