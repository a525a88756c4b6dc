"""Numbers, dates and scores near a key, written in the key's own way."""

import re

from quizgame.core.chance import draw_order
from quizgame.core.numbers import SMALL_NUMBERS, number_in
from quizgame.core.pack import MONTHS

__all__ = ["near_ages", "near_dates", "near_numbers", "near_scores", "near_years"]

_WORDS = [*SMALL_NUMBERS, "twenty"]
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"\d{4}")


def near_numbers(key: str, *, bound: str, avoid: tuple[str, ...], seed: int) -> list[str]:
    """Numbers of the key's size and rounding, the best first; only such as a bound does not make true as well."""
    bare = key.removeprefix(bound).strip()
    told = number_in(bare)
    if told is None or told[0] <= 0:
        return []
    value = told[0]
    kept = {number[0] for text in avoid if (number := number_in(text))}
    step = _step(bare, value)
    steps = draw_order((-3, -2, -1, 1, 2, 3, 4), seed=seed, purpose="numbers", name=lambda item: f"{bare} {item}")
    if bound in {"over", "more than", "at least"}:
        steps = [1, 2, 4, 5, 3]
    elif bound in {"fewer than", "less than"}:
        steps = [-1, -2, -3]
    near = [value + by * step for by in steps]
    fair = [number for number in near if number > 0 and number not in kept and number >= value * 0.45]
    return [f"{bound} {written}".strip() for number in fair if (written := _like(bare, number))]


def _step(key: str, value: float) -> float:
    """The size of a step that keeps the key's rounding: 130 goes by tens or more, 22 by ones or more."""
    digits = _DIGITS.search(key)
    if not digits:
        return 1
    bare = digits.group().replace(",", "")
    if "." in bare:
        return max(10.0 ** -len(bare.partition(".")[2]), round(float(bare) / 8, len(bare.partition(".")[2])))
    zeros = len(bare) - len(bare.rstrip("0"))
    unit = 10.0**zeros
    return max(unit, unit * round(float(bare) / 7 / unit)) if value > 12 else 1


def _like(key: str, number: float) -> str:
    """A number written as the key is: as a word, with digits, before "million"."""
    digits = _DIGITS.search(key)
    if not digits:
        return _word_like(key, int(number))
    shown = digits.group()
    scale = number_in(key)
    own = float(shown.replace(",", ""))
    if scale and scale[0] != own and "million" not in key and "billion" not in key and "thousand" not in key:
        return ""
    places = len(shown.partition(".")[2])
    text = f"{number:,.{places}f}" if "," in shown or own < 1000 else f"{number:.{places}f}"
    return key[: digits.start()] + text + key[digits.end() :]


def _word_like(key: str, number: int) -> str:
    if key.casefold() not in _WORDS or number >= len(_WORDS):
        return ""
    return _WORDS[number] if key.islower() else _WORDS[number].capitalize()


def near_years(key: str, *, by: int = 1, avoid: tuple[str, ...], seed: int) -> list[str]:
    """Years around the key, as far apart as what happens every so many years: four for the Olympics."""
    year = int(key)
    fair = (-6, -4, -3, -2, -1, 1, 2, 3) if by == 1 else (-2 * by, -by, by, 2 * by)
    steps = draw_order(fair, seed=seed, purpose="years", name=lambda item: f"{key} {item}")
    return [str(year + step) for step in steps if str(year + step) not in avoid]


def near_dates(key: str, *, avoid: tuple[str, ...], seed: int) -> list[str]:
    """Days of the same month, or months of the same year, written as the key is."""
    day = _DAY.search(key)
    if day:
        number = int(day.group())
        days = [number + step for step in (-9, -6, -4, -2, -1, 1, 2, 3, 5, 8) if 1 <= number + step <= 28]
        near = [key[: day.start()] + str(other) + key[day.end() :] for other in days]
    else:
        month = next((name for name in MONTHS if name in key), "")
        at = MONTHS.index(month) if month else 0
        near = [key.replace(month, MONTHS[(at + step) % 12]) for step in (-3, -2, -1, 1, 2, 3)] if month else []
    kept = [text for text in near if text not in avoid]
    if re.search(r"\d(?:st|nd|rd|th)\b", key):
        return []
    return draw_order(kept, seed=seed, purpose="dates", name=lambda item: f"{key} {item}")


def near_ages(key: str, *, seed: int) -> list[str]:
    """Ages around the key."""
    age = int(key)
    steps = (-3, -2, -1, 1, 2, 3) if age < 30 else (-8, -5, -3, 2, 4, 7)
    near = [str(age + step) for step in steps if age + step > 3]
    return draw_order(near, seed=seed, purpose="ages", name=lambda item: f"{key} {item}")


def near_scores(key: str, *, avoid: tuple[str, ...], seed: int) -> list[str]:
    """Other scores with the same winner."""
    first, mark, second = re.split(r"(\D+)", key, maxsplit=1)
    high, low = max(int(first), int(second)), min(int(first), int(second))
    pairs = [(high + up, low + more) for up in (-2, -1, 0, 1, 2) for more in (-1, 0, 1, 2)]
    fair = [(a, b) for a, b in pairs if a > b >= 0 and (a, b) != (high, low)]
    near = [f"{a}{mark}{b}" if int(first) >= int(second) else f"{b}{mark}{a}" for a, b in fair]
    return draw_order(
        [text for text in near if text not in avoid], seed=seed, purpose="scores", name=lambda item: f"{key} {item}"
    )
