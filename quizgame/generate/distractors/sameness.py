"""Whether two options may name one thing: equal, aliases, or one a part of the other."""

import re

from quizgame.core.text import fold
from quizgame.generate.lexicon.countries import ALIASES
from quizgame.generate.lexicon.families import bare_name, same_member

__all__ = ["NUMERIC", "is_acronym_of", "is_same_thing", "stands_in"]

NUMERIC = frozenset({"number", "year", "date", "age", "score"})
"""Forms whose options are written with digits or number words."""
_PARTS = frozenset(
    frozenset(pair)
    for pair in (
        *((nation, "united kingdom") for nation in ("england", "scotland", "wales", "northern ireland")),
        ("rome", "vatican"),
        ("rome", "vatican city"),
        ("italy", "vatican city"),
        ("hong kong", "china"),
        ("russia", "soviet union"),
    )
)
"""Places of which one lies in the other."""
_SMALL = frozenset("of the and for in on at de la".split())
_LINKED = re.compile(r"[^\w]+")


def is_same_thing(one: str, other: str, form: str) -> bool:
    """Whether two options of a form may name one thing."""
    a, b = bare_name(one), bare_name(other)
    if a == b or frozenset({a, b}) in _PARTS:
        return True
    if form in NUMERIC:
        return False
    if form.startswith("role"):
        return set(a.split()) == set(b.split())
    is_alias = same_member(one, other) or _nation(one) == _nation(other) or _is_short_form(one, other)
    return is_alias or _holds(_told(a, form), _told(b, form)) or (form == "event" and _same_host(a, b))


def _told(name: str, form: str) -> set[str]:
    """The words of a name that tell what it is: of an event without its year, of a race without its unit."""
    words = _race_key(name).split() if form == "race" else name.split()
    return {word for word in words if form != "event" or not word[:4].isdigit()}


def _holds(one: set[str], other: set[str]) -> bool:
    return one <= other or other <= one


def _is_short_form(one: str, other: str) -> bool:
    return is_acronym_of(one, other) or is_acronym_of(other, one)


def is_acronym_of(short: str, long: str) -> bool:
    """Whether a name is made of another one's first letters, as "WHO" is of "World Health Organization"."""
    letters = short.replace(".", "")
    if not letters.isupper() or not letters.isalpha() or len(letters) < 2:
        return False
    words = [word for word in _LINKED.split(long) if word]
    initials = "".join(word[0] for word in words if word not in _SMALL)
    return letters in {initials.upper(), "".join(word[0] for word in words).upper()}


def stands_in(name: str, asked: str, form: str) -> bool:
    """Whether a name, or for a person a part of it, stands in folded text."""
    bare = bare_name(name)
    if form in NUMERIC:
        return f" {bare} " in f" {asked} "
    parts = bare.split() if form == "person" else [bare]
    words = f" {asked} ".replace("'s ", " ")
    return any(len(part) > 1 and f" {part} " in words for part in parts)


def _nation(name: str) -> str:
    return fold(ALIASES.get(name, name))


def _same_host(a: str, b: str) -> bool:
    """Whether two events begin alike and end alike, as "Springfield Games" and "Springfield-Ogden Games" do."""
    one = [word for word in a.split() if not word[:4].isdigit()]
    two = [word for word in b.split() if not word[:4].isdigit()]
    return len(one) > 1 and len(two) > 1 and one[0] == two[0] and one[-1] == two[-1]


def _race_key(race: str) -> str:
    return re.sub(r"(\d) ?(?:m|met(?:er|re)s?)\b", r"\1", race.replace("-", " "))
