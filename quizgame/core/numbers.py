"""Numbers and dates as they are written in options: what puts "two" before "six" and "2019" before "2022"."""

import re

from quizgame.core.pack import MONTHS
from quizgame.core.text import fold

__all__ = ["SMALL_NUMBERS", "TENS", "date_in", "number_in", "number_of_words", "sort_options"]

SMALL_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
"""The words from "zero" to "nineteen"."""
TENS = {
    word: 10 * number for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
"""The words from "twenty" to "ninety"."""
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NUMBER_WORDS = {*SMALL_NUMBERS, *TENS, *_SCALES, "hundred"}
_DIGITS = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?!\.\d)")
_MONTH_NUMBERS = {name[:3].casefold(): number for number, name in enumerate(MONTHS, 1)}
_MONTH = "(?P<month>" + "|".join([*map(str.casefold, MONTHS), *_MONTH_NUMBERS, "sept"]) + r")\.?"
_DATE = re.compile(
    rf"^(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)? )?(?:{_MONTH})?(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?"
    r"(?:,? ?(?P<year>\d{4}))?$"
)


def number_of_words(words: list[str]) -> float | None:
    """The number that a run of English number words says.

    Args:
        words: Folded words, such as ``["twenty", "one", "million"]``; digits may stand before a scale
            (``["1.5", "million"]``) and "and" after "hundred".

    Returns:
        The number, or None where the words say none or are in no order that English allows.
    """
    total = group = 0.0
    below = float("inf")
    for word in words:
        if word in _SCALES:
            if _SCALES[word] >= below or not group:
                return None
            total, group, below = total + group * _SCALES[word], 0.0, _SCALES[word]
        elif word == "hundred":
            if not 0 < group < 100:
                return None
            group *= 100
        elif word == "and":
            if not group or group % 100:
                return None
        else:
            value = _plain_number(word)
            if value is None or not _may_follow(group, value):
                return None
            group += value
    return total + group if words and words[-1] != "and" else None


def _plain_number(word: str) -> float | None:
    if word in SMALL_NUMBERS:
        return float(SMALL_NUMBERS[word])
    if word in TENS:
        return float(TENS[word])
    return float(word) if _DIGITS.fullmatch(word) else None


def _may_follow(group: float, value: float) -> bool:
    """Whether a number below a hundred can be said right after what was said: "twenty" "one", "hundred" "five"."""
    if not group:
        return True
    if group % 100 == 0:
        return value < 100
    return group % 10 == 0 and group % 100 >= 20 and 0 < value < 10


def number_in(text: str) -> tuple[float, str] | None:
    """The one number in an option, and what stands around it.

    Args:
        text: An option such as ``"over 130"``, ``"1.5 million people"`` or ``"twenty-one"``.

    Returns:
        The number, and the folded text with the number taken out; None where there is no number or more than one.
    """
    words = fold(text).split()
    runs = _number_runs(words)
    if len(runs) != 1:
        return None
    start, end = runs[0]
    number = number_of_words([_bare(word) for word in words[start:end]])
    if number is None:
        return None
    unit = "" if words[start] in _NUMBER_WORDS else _DIGITS.sub("", words[start])
    around = [*words[:start], unit, *words[end:]]
    return number, " ".join(word for word in around if word)


def _bare(word: str) -> str:
    found = _DIGITS.search(word) if word not in _NUMBER_WORDS else None
    return found.group() if found else word


def _number_runs(words: list[str]) -> list[tuple[int, int]]:
    """The stretches of words that speak of a number: digits (with a sign or unit) and number words."""
    runs: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        counts = word in _NUMBER_WORDS or bool(_DIGITS.search(re.sub(r"^[$€£]|[%a-z']+$", "", word)))
        joins = runs and runs[-1][1] == place and (word in _NUMBER_WORDS)
        if word == "and" and runs and runs[-1][1] == place and place + 1 < len(words):
            if words[place - 1] == "hundred" and words[place + 1] in _NUMBER_WORDS:
                runs[-1] = (runs[-1][0], place + 1)
        elif counts and joins:
            runs[-1] = (runs[-1][0], place + 1)
        elif counts:
            runs.append((place, place + 1))
    return runs


def date_in(text: str) -> tuple[int, int, int] | None:
    """The date that an option is, as (year, month, day), each 0 where it is not said.

    Knows ``9 February 2025``, ``February 9, 2025``, ``Feb. 9``, ``February 2025``, ``February`` and ``2025``.
    """
    match = _DATE.match(fold(text).replace(",", ""))
    if not match or not (match["month"] or match["year"]):
        return None
    month = _MONTH_NUMBERS[match["month"][:3]] if match["month"] else 0
    day = int(match["day1"] or match["day2"] or 0)
    if (day and not month) or day > 31:
        return None
    return int(match["year"] or 0), month, day


def sort_options(options: tuple[str, ...]) -> tuple[str, ...] | None:
    """Put options that are all numbers of one unit, or all dates of one form, in ascending order.

    Returns:
        The options in order, or None where they are not all of one such kind.
    """
    dates = [date_in(option) for option in options]
    told = {tuple(part > 0 for part in day) for day in dates if day}
    if all(dates) and len(told) == 1:
        return tuple(option for _, option in sorted(zip(dates, options, strict=True)))
    numbers = [number_in(option) for option in options]
    if all(numbers) and len({number[1] for number in numbers if number}) == 1:
        return tuple(option for _, option in sorted(zip(numbers, options, strict=True)))
    return None
