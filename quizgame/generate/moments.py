"""When something happened that an article tells relative to its own day: "on Tuesday", "last month"."""

import re
from datetime import date, timedelta

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.clause import Clause
from quizgame.generate.lexicon.verbs import PAST_OF
from quizgame.generate.lexicon.words import WEEKDAYS
from quizgame.generate.marks import Marked

__all__ = ["timed"]

_PART = r"(?: (?:morning|afternoon|evening|night|lunchtime))?(?: local time)?"
_WEEKDAY = re.compile(
    r",? ?\b(?:(?:early|late|earlier|later) )?(?:on |this )?(?:the (?:morning|afternoon|evening|night) of )?"
    rf"<T(?P<mark>\d+)>{_PART}",
    re.IGNORECASE,
)
_NEAR = re.compile(
    r",? ?\b(?:(?:early|late|earlier|later) )?(?P<told>yesterday(?: (?:morning|afternoon|evening|night))?|"
    r"today|tonight|last night|this (?:morning|afternoon|evening|week)|(?:over |on |at )?(?:the|this) weekend|"
    r"last week)\b",
    re.IGNORECASE,
)
_LONG = re.compile(r",? ?\b(?:earlier )?(?P<which>this|last) (?P<unit>month|year)\b", re.IGNORECASE)
_BARE_MONTH = re.compile(rf",? ?\bin (?:early |late |mid-)?(?P<name>{'|'.join(MONTHS)})\b(?! \d)", re.IGNORECASE)
_BACK = {"yesterday": (1, 1), "last": (1, 1), "today": (0, 0), "tonight": (0, 0), "this": (0, 2), "last week": (4, 10)}
_WEEKEND, _WEEK = (0, 7), (0, 6)
_BOUND = re.compile(r"\b(?:since|until|before|after|by|from|next|for|over|during|the)(?: early| late)?$", re.IGNORECASE)
_LAST = re.compile(
    r"(?<=,) (?:on |early |late )?(?:<T\d+>|yesterday|today|last night)(?: (?:morning|afternoon|evening|night))?\.$"
)
_DAY = re.compile(r"<D\d+>")
_DATED = re.compile(r"<D\d+>|<Y\d+>")


def timed(clause: Clause, marked: Marked, published: date | None) -> Clause:
    """The clause with a time that is relative to the article's day taken out and told as a month or a year.

    A clause that tells no such time, or one that cannot be told for certain, comes back as it is.
    """
    if published is None or clause.helper == "will":
        return clause
    for name in ("rest", "intro", "subject"):
        text = getattr(clause, name)
        found, when = _moment(text, marked, published)
        if found and name == "subject" and (found.end() < len(text) or not found.start()):
            return clause  # a time in its midst, or "this month" as the whole of it
        if found and not _BOUND.search(text[: found.start()].rstrip()) and not text[found.end() :].startswith("'s"):
            left = " ".join((text[: found.start()] + text[found.end() :]).split()).strip(" ,")
            if _DATED.search(f"{clause.rest} {clause.intro}"):
                return clause
            return _in_the_past(msgspec.structs.replace(clause, **{name: left}, when=when))
    return _by_the_end(clause, marked, published) or _in_its_year(clause, marked, published)


def _in_the_past(clause: Clause) -> Clause:
    """The clause, told of a month that is past: "is held today" was held in it, and "opens today" opened."""
    if clause.do in {"does", "do"} and clause.base in PAST_OF:
        return msgspec.structs.replace(clause, do="did", verb=PAST_OF[clause.base])
    return msgspec.structs.replace(clause, helper=_PAST.get(clause.helper, clause.helper))


_PAST = {"is": "was", "are": "were", "has": "had", "have": "had"}


def _by_the_end(clause: Clause, marked: Marked, published: date) -> Clause | None:
    """The clause with the time that ends its sentence behind a comma: "... crashed near <L0>, <C1>, yesterday."."""
    found = _LAST.search(marked.text)
    if not found or clause.is_relative or _DATED.search(clause.predicate):
        return None
    _, when = _moment(found.group(), marked, published)
    return msgspec.structs.replace(clause, when=when) if when else None


def _in_its_year(clause: Clause, marked: Marked, published: date) -> Clause:
    """The clause with the year of a day that it tells without one: the article's own, where that day was then past."""
    codes = _DAY.findall(f"{clause.rest} {clause.intro}")
    days = [_of_year(marked.of(code).text, published.year) for code in codes]
    if len(days) != 1 or days[0] is None or days[0] > published or "<Y" in clause.predicate:
        return clause
    return msgspec.structs.replace(clause, when=f"in {published.year}")


def _of_year(told: str, year: int) -> date | None:
    """The day of that year that "July 13" or "13 July" tells; None where it tells a year or no day."""
    number = re.search(r"(?<!\d)\d{1,2}(?!\d)", told)
    month = next((at for at, name in enumerate(MONTHS, 1) if re.search(rf"\b{name[:3]}", told)), 0)
    if not number or not month or re.search(r"\d{4}", told):
        return None
    try:
        return date(year, month, int(number.group()))
    except ValueError:
        return None


def _moment(text: str, marked: Marked, published: date) -> tuple[re.Match[str] | None, str]:
    """The first relative time in a text and the month or year that it falls in."""
    weekday = _WEEKDAY.search(text)
    if weekday:
        told = marked.marks[int(weekday["mark"])].text
        return _if_sure(weekday, _month(*_weekday(told, published)))
    near = _NEAR.search(text)
    if near:
        return _if_sure(near, _month(*_near(near["told"].lower(), published)))
    month = _BARE_MONTH.search(text)
    if month:
        return month, _of_the_past(MONTHS.index(month["name"].capitalize()) + 1, published)
    long = _LONG.search(text)
    if long:
        return long, _long(long["which"].lower(), long["unit"].lower(), published)
    return None, ""


def _if_sure(found: re.Match[str], when: str) -> tuple[re.Match[str] | None, str]:
    return (found, when) if when else (None, "")


def _weekday(told: str, published: date) -> tuple[date, date]:
    """The first and the last day that may be meant."""
    name = next(day for day in WEEKDAYS if day in told)
    back = (published.weekday() - WEEKDAYS.index(name)) % 7
    last = published - timedelta(days=back)
    if told.lower().startswith("next"):
        return published, published + timedelta(days=62)
    return (last - timedelta(days=7) if told.lower().startswith("last") or back == 0 else last), last


def _near(told: str, published: date) -> tuple[date, date]:
    key = "last week" if told == "last week" else told.split(maxsplit=1)[0]
    late, early = _WEEK if told == "this week" else _WEEKEND if "weekend" in told else _BACK[key]
    return published - timedelta(days=early), published - timedelta(days=late)


def _month(first: date, last: date) -> str:
    """The month of both days; empty where they lie in two."""
    return f"in {MONTHS[last.month - 1]} {last.year}" if first.month == last.month else ""


def _of_the_past(month: int, published: date) -> str:
    """The last month of that name up to the article's own."""
    return f"in {MONTHS[month - 1]} {published.year - (month > published.month)}"


def _long(which: str, unit: str, published: date) -> str:
    back = which == "last"
    if unit == "year":
        return f"in {published.year - back}"
    day = published.replace(day=1) - timedelta(days=back)
    return f"in {MONTHS[day.month - 1]} {day.year}"
