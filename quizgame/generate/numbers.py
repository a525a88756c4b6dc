"""Numbers, dates and scores near a key, written in the key's own way."""

import re
from typing import NamedTuple

from quizgame.core.chance import draw_order, rank
from quizgame.core.numbers import SMALL_NUMBERS, TENS, number_in
from quizgame.core.pack import MONTHS
from quizgame.generate.lexicon.measures import AT_LEAST, AT_MOST, ROUGHLY

__all__ = ["near_ages", "near_dates", "near_numbers", "near_scores", "near_years"]

_UNITS_OF_TEN = list(SMALL_NUMBERS)[1:10]
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_RANK = re.compile(r"^\d+(?:st|nd|rd|th)$")
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WORDS = re.compile(
    rf"\b(?:(?:{'|'.join(TENS)})(?:-(?:{'|'.join(_UNITS_OF_TEN)}))?|{'|'.join(SMALL_NUMBERS)})\b"
    r"(?! (?:and|hundred and)\b)",
    re.IGNORECASE,
)
_TIME = re.compile(r"^(?:(?P<hours>\d+):)?(?P<minutes>\d\d?):(?P<seconds>\d\d)(?P<rest>\.\d+)?$")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_YEAR = re.compile(r"\d{4}")
_GAME = re.compile(r"([0-7])([-\u2013])([0-7])(?: ?\([^)]*\))?")
"""A set of tennis, a tie-break's points in brackets left out."""
_SETS = ((6, 1), (6, 2), (6, 3), (6, 4), (7, 5), (7, 6))
_FEW = 12
"""The largest number beside which the next ones are tempting."""
_ROUND = 10
"""The least number that is told as a bound because it is a round one: "over ten"."""
_SCALES = (" million", " billion", " thousand", " trillion", " hundred")
_CENT = re.compile(r"^ ?(?:%|per ?cent)")


class _Numeral(NamedTuple):
    """The number in a key, counted in its last decimal place, and what stands around it."""

    value: int
    places: int
    before: str
    after: str
    shown: str

    def written(self, value: int) -> str:
        """Another number as the key's is written; empty where the key's way has no word for it."""
        if not self.shown[0].isdigit():
            return f"{self.before}{_worded(value, self.shown)}{self.after}" if _worded(value, self.shown) else ""
        number = value / 10**self.places
        is_grouped = "," in self.shown or self.value < 1000 * 10**self.places
        return f"{self.before}{number:{',' if is_grouped else ''}.{self.places}f}{self.after}"


def near_numbers(key: str, *, bound: str, avoid: tuple[str, ...], seed: int) -> list[str]:
    """Numbers of the key's size, rounding and way of writing, the best first.

    Args:
        key: A count, an amount with its unit or currency, a time taken ("2:14:04") or a rank ("third").
        bound: What the number is said to be a bound of, such as "over"; no option is made true by it as well. It is
            told in the options where the key begins with it.
        avoid: Numbers that may not be options.
        seed: Chooses among equally good ones.
    """
    told = f"{bound} " if bound and key.startswith(f"{bound} ") else ""
    bare = key.removeprefix(told)
    kept = {number[0] for text in avoid if (number := number_in(text))}
    if bare.casefold() in _ORDINALS or _RANK.match(bare):
        return [rank_ for rank_ in _near_ranks(bare, seed) if rank_ not in avoid]
    if _TIME.match(bare):
        return [time for time in _near_times(bare, seed) if time not in avoid]
    numeral = _numeral(bare)
    if not numeral or numeral.value <= 0:
        return []
    near = [value for value in _near_values(numeral, bound, bare, seed) if value / 10**numeral.places not in kept]
    return [told + text for value in near if (text := numeral.written(value))]


def _numeral(key: str) -> _Numeral | None:
    found = list(_DIGITS.finditer(key)) or list(_WORDS.finditer(key))
    if len(found) != 1:
        return None
    shown = found[0].group()
    before, after = key[: found[0].start()], key[found[0].end() :]
    if not shown[0].isdigit():
        number = number_in(shown.replace("-", " "))
        return _Numeral(int(number[0]), 0, before, after, shown) if number else None
    places = len(shown.partition(".")[2])
    return _Numeral(int(re.sub(r"\D", "", shown)), places, before, after, shown)


def _worded(value: int, like: str) -> str:
    tens, ones = divmod(value, 10)
    if value < 20:
        word = list(SMALL_NUMBERS)[value]
    elif value < 100:
        word = list(TENS)[tens - 2] + (f"-{_UNITS_OF_TEN[ones - 1]}" if ones else "")
    else:
        return ""
    return word if like.islower() else word.capitalize()


def _near_values(numeral: _Numeral, bound: str, name: str, seed: int) -> list[int]:
    """Whole numbers around a numeral's, those that stand best beside it first."""
    value = numeral.value
    is_round = value >= _ROUND and bound in AT_LEAST | AT_MOST | ROUGHLY
    if value <= _FEW and not is_round and not numeral.places and not _CENT.match(numeral.after):
        least = 2 if numeral.after else 1  # "one years" is no English
        most = 2 * value if numeral.after.startswith(_SCALES) else max(2 * value, value + 4)
        lower = [value - step for step in (1, 2, 3) if value - step >= max(least, value * 0.3)]
        higher = [value + step for step in (1, 2, 3, 4) if value + step <= most]
    else:
        lower, higher = _spread(numeral, bound, name, seed)
    if bound in AT_LEAST:
        return higher
    if bound in AT_MOST:
        return lower
    below = min(len(lower), max(rank(seed, "below", name) % 4, 3 - len(higher)))
    above = min(len(higher), 3 - below)
    return [*lower[:below], *higher[:above], *lower[below:], *higher[above:]]


def _spread(numeral: _Numeral, bound: str, name: str, seed: int) -> tuple[list[int], list[int]]:
    """Numbers below and above, rounded as the numeral is, none so far that it does not tempt."""
    value = numeral.value
    whole = 100 * 10**numeral.places if _CENT.match(numeral.after) and value < 100 * 10**numeral.places else 0
    unit = min(_unit(value), 5 * 10**numeral.places) if whole else _unit(value)
    gap = max(unit, round(_gap(numeral, whole, bound, rank(seed, "spread", name)) / unit) * unit)
    lower: list[int] = []
    higher: list[int] = []
    for sign, near in ((-1, lower), (1, higher)):
        for step in range(1, 6):
            jitter = rank(seed, "jitter", f"{name} {sign * step}") % (gap // 3 // unit + 1) * unit
            number = _as_rough(value + sign * (gap * step + jitter), value, unit)
            is_share = not whole or (number < whole and number != whole - value)
            if value <= 2 * number <= 4 * value and is_share and number not in near:
                near.append(number)
    return lower, higher


def _gap(numeral: _Numeral, whole: int, bound: str, chance: int) -> float:
    """How far from one another numbers stand that tempt and cannot be meant alike."""
    if numeral.after == " seconds" and numeral.places:
        return 0.012 * numeral.value  # the times of one race lie close together
    if numeral.places == 1 and numeral.value < 100 and not numeral.before and not numeral.after:
        return 4  # magnitudes and marks: a few tenths apart
    if "°" in numeral.after or numeral.after.startswith(" degrees"):
        return 0.06 * numeral.value
    is_round = _unit(numeral.value) * _ROUND >= numeral.value
    vague = 0.22 if bound in ROUGHLY else 0.3 if bound in AT_LEAST | AT_MOST and is_round else 0.0
    share = vague or (0.1, 0.13, 0.16, 0.2)[chance % 4]
    return share * (min(numeral.value, 2 * (whole - numeral.value)) * 1.2 if whole else numeral.value)


def _unit(value: int) -> int:
    """What a number seems to be rounded to: tens and their powers, or fives."""
    unit = 1
    while value % (unit * 10) == 0:
        unit *= 10
    if unit == 1:
        return 5 if value % 5 == 0 and value > 10 else 1
    return unit // 2 if value // unit < 4 else unit


def _as_rough(number: int, key: int, unit: int) -> int:
    """A number that is no rounder than the key, which would else stand out."""
    return number + unit if number % (10 * unit) == 0 and key % (10 * unit) else number


def _near_ranks(key: str, seed: int) -> list[str]:
    if key[0].isdigit():
        number = int(key[:-2])
        near = [_ranked(number + step) for step in (-3, -2, -1, 1, 2, 3) if number + step > 1]
        return draw_order(near, seed=seed, purpose="ranks", name=lambda item: f"{key} {item}")
    at = _ORDINALS.index(key.casefold())
    near = [_ORDINALS[at + step] for step in (-2, -1, 1, 2, 3) if 0 < at + step < len(_ORDINALS)]
    drawn = draw_order(near, seed=seed, purpose="ranks", name=lambda item: f"{key} {item}")
    return [word if key.islower() else word.capitalize() for word in drawn]


def _ranked(number: int) -> str:
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _near_times(key: str, seed: int) -> list[str]:
    """Times of the same race: up to some per cent faster or slower."""
    found = _TIME.match(key)
    assert found is not None  # noqa: S101  # the caller matched it
    whole = int(found["hours"] or 0) * 3600 + int(found["minutes"]) * 60 + int(found["seconds"])
    near = []
    for step in (-3, -2, -1, 1, 2, 3):
        jitter = rank(seed, "time", f"{key} {step}") % max(1, whole // 120)
        minutes, seconds = divmod(whole + step * max(2, whole // 80) + (jitter if step > 0 else -jitter), 60)
        hours, minutes = divmod(minutes, 60) if found["hours"] else (0, minutes)
        tail = (
            f".{rank(seed, 'part', f'{key} {step}') % 10 ** (len(found['rest']) - 1):0{len(found['rest']) - 1}}"
            if found["rest"]
            else ""
        )
        near.append(f"{hours}:{minutes:02}:{seconds:02}{tail}" if found["hours"] else f"{minutes}:{seconds:02}{tail}")
    return draw_order(near, seed=seed, purpose="times", name=lambda item: f"{key} {item}")


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
    """Other scores with the same winner, or other draws; of votes, such as leave their number near what it is."""
    if len(_GAME.findall(key)) > 1:
        return _near_sets(key, seed)
    first, mark, second = re.split(r"(\D+)", key, maxsplit=1)
    high, low = max(int(first), int(second)), min(int(first), int(second))
    if high == low:
        pairs = [(high + step, low + step) for step in (-2, -1, 1, 2, 3)]
    elif high > 50:
        pairs = [(high + step, low - step) for step in (-11, -7, -4, 3, 6, 9)]
    elif high > _FEW:
        pairs = [(high + up, low + more) for up in (-5, -3, 0, 2, 4) for more in (-4, 0, 3)]
    else:
        pairs = [(high + up, low + more) for up in (-2, -1, 0, 1, 2) for more in (-1, 0, 1, 2)]
    fair = [(a, b) for a, b in pairs if (a > b or high == low) and b >= 0 and (a, b) != (high, low)]
    near = [f"{a}{mark}{b}" if int(first) >= int(second) else f"{b}{mark}{a}" for a, b in fair]
    return draw_order(
        [text for text in near if text not in avoid], seed=seed, purpose="scores", name=lambda item: f"{key} {item}"
    )


def _near_sets(key: str, seed: int) -> list[str]:
    """Other results of as many sets, each won by the same player as in the key."""
    near = []
    for step in range(6):
        made = _GAME.sub(lambda found, step=step: _other_set(found, f"{key} {step}", seed), key)  # type: ignore[misc]
        if made != key and made not in near:
            near.append(made)
    return near


def _other_set(found: re.Match[str], name: str, seed: int) -> str:
    first, mark, second = int(found[1]), found[2], int(found[3])
    high, low = _SETS[rank(seed, "set", f"{name} {found.start()}") % len(_SETS)]
    return f"{high}{mark}{low}" if first > second else f"{low}{mark}{high}"
