"""Everything that is wrong with a table, not only the first thing, in words for who wrote it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple, get_args

import msgspec
from msgspec.structs import FieldInfo, fields

from quizgame.core.text import one_line

__all__ = ["Defect", "defects", "nearest", "shown_key"]

_WORDS = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "an array [...]",
    "object": "a table",
    "date": "a date such as 2025-02-09",
    "datetime": "a date and time",
}
_TYPE = re.compile(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`")
_LENGTH = re.compile(r"Expected `(str|array)` of length (>=|<=) (\d+)")
_BOUND = re.compile(r"Expected `(?:int|float)` (>=|<=) (\S+)")
_AT = re.compile(r" - at `(.*)`$")
_LONGEST_WORD = 64
_PLACE = re.compile(r"\[(\d+)\]")


class Defect(NamedTuple):
    """One thing that is wrong with a value."""

    path: str
    """Where, as msgspec tells it: ``$.questions[3].answer``, counted from 0."""
    what: str
    hint: str = ""


def shown_key(path: str) -> str:
    """A path as the player reads it: ``questions[4].answer``, counted from 1."""
    counted = _PLACE.sub(lambda match: f"[{int(match[1]) + 1}]", path)
    return one_line(counted.removeprefix("$").removeprefix("."))[:200]


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a wrong one is most like, or an empty string."""
    return _nearest(word[:_LONGEST_WORD], tuple(known))


@lru_cache(maxsize=256)
def _nearest(word: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.5)), "")


def defects(
    table: object, kind: type[msgspec.Struct], at: str = "$", nested: Mapping[str, type[msgspec.Struct]] | None = None
) -> Iterator[Defect]:
    """All that is wrong with a table that should be a struct, found as it is asked for.

    Args:
        table: What a TOML parser gave.
        kind: The struct that it should convert to.
        at: The path of the table.
        nested: The structs of keys that hold arrays of tables, which are looked into one by one.
    """
    if not isinstance(table, dict):
        yield Defect(at, "expected a table")
        return
    known = {field.encode_name: field for field in fields(kind)}
    by_key = (
        _of_field(table[key], field, f"{at}.{key}", (nested or {}).get(key))
        for key, field in known.items()
        if key in table
    )
    found = False
    for defect in chain(_unknown(table, known, at), _missing(table, known, at), chain.from_iterable(by_key)):
        found = True
        yield defect
    if not found:
        yield from _of_whole(table, kind, at)


def _unknown(table: Mapping[str, Any], known: Mapping[str, FieldInfo], at: str) -> Iterator[Defect]:
    for key in table:
        if key not in known:
            close = nearest(key, known)
            yield Defect(f"{at}.{key}", "there is no such key", f"did you mean {close}?" if close else "")


def _missing(table: Mapping[str, Any], known: Mapping[str, FieldInfo], at: str) -> Iterator[Defect]:
    for key, field in known.items():
        if field.required and key not in table:
            yield Defect(f"{at}.{key}", "is missing")


def _of_field(value: object, field: FieldInfo, at: str, nested: type[msgspec.Struct] | None) -> Iterator[Defect]:
    if nested and isinstance(value, list) and value:
        for place, item in enumerate(value):
            yield from defects(item, nested, f"{at}[{place}]")
        return
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError as error:
        told = _AT.search(str(error))
        inner = told[1].removeprefix("$") if told else ""
        yield Defect(at + inner, _plain(_AT.sub("", str(error)), field.type))


def _of_whole(table: Mapping[str, Any], kind: type[msgspec.Struct], at: str) -> Iterator[Defect]:
    """What a struct's own rules say, once each key is well by itself."""
    try:
        msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        yield Defect(at, one_line(_AT.sub("", str(error))))


def _plain(message: str, kind: object) -> str:
    """A message of msgspec's in plain words."""
    if match := _TYPE.match(message):
        return f"expected {_WORDS.get(match[1], match[1])}, not {_WORDS.get(match[2], match[2])}"
    if match := _LENGTH.match(message):
        unit = "characters" if match[1] == "str" else "items"
        if match[2] == "<=":
            return f"has more than {match[3]} {unit}"
        return "is empty" if match[3] == "1" else f"has fewer than {match[3]} {unit}"
    if match := _BOUND.match(message):
        return f"expected at {'least' if match[1] == '>=' else 'most'} {match[2]}"
    return _other(message, kind)


def _other(message: str, kind: object) -> str:
    if "matching regex" in message:
        return "expected lower-case letters, digits and hyphens, at most 64"
    if message.startswith("Invalid enum value"):
        return f"expected one of {', '.join(map(str, get_args(kind)))}"
    return f"expected {_WORDS['date']}" if "encoded date" in message else one_line(message)
