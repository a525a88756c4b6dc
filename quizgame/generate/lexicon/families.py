"""Families of names and nouns: what stands beside a key where the articles name too few of its like.

The tables under families/ hold facts of common knowledge, a family a line::

    kind; tag, tag: member|other name=the same thing|*a woman|one who died†1999|...

The members of a family stand in an order that makes neighbours near to one another in time, size and fame.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from quizgame.core.text import fold

__all__ = ["FAMOUS", "Family", "Member", "bare_name", "families_of_kind", "known", "same_member"]

FAMOUS = "famous"
"""The tag of those whom the whole world knows, and who stand beside nobody else."""
_FOLDER = Path(__file__).parent / "families"


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One of a family."""

    names: tuple[str, ...]
    """What it is called, by its most usual name first."""
    is_woman: bool = False
    died: int = 0
    """The year of a person's death; 0 where it is not told."""


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """Things of one kind that a question can set beside one another."""

    realm: str
    """The table it stands in: people, places, organisations, events, works, things."""
    kind: str
    tags: frozenset[str]
    members: tuple[Member, ...]


def bare_name(name: str) -> str:
    """A name as it is looked up: without its article, its case and its accents."""
    return fold(name).removeprefix("the ")


def known(name: str, realm: str = "") -> tuple[tuple[Family, int], ...]:
    """The families that a name belongs to, in one realm or in all, each with its place there."""
    found = _index().get(bare_name(name), ())
    return tuple(told for told in found if told[0].realm == realm) if realm else found


def families_of_kind(kind: str) -> tuple[Family, ...]:
    """All families of a kind."""
    return _kinds().get(kind, ())


def same_member(one: str, other: str) -> bool:
    """Whether two names are known to name one thing."""
    places = {(id(family), place) for family, place in known(one)}
    return any((id(family), place) in places for family, place in known(other))


@cache
def _families() -> tuple[Family, ...]:
    paths = sorted(_FOLDER.glob("*.txt"), key=lambda path: path.name)
    lines = ((path.stem, line) for path in paths for line in path.read_text("utf-8").splitlines())
    return tuple(_family(realm, line) for realm, line in lines if line and not line.startswith("#"))


def _family(realm: str, line: str) -> Family:
    head, _, told = line.partition(": ")
    kind, _, tags = head.partition("; ")
    return Family(
        realm=realm,
        kind=kind,
        tags=frozenset(tag.strip() for tag in tags.split(",") if tag.strip()),
        members=tuple(map(_member, told.split("|"))),
    )


def _member(told: str) -> Member:
    names, _, died = told.removeprefix("*").partition("†")
    return Member(names=tuple(names.split("=")), is_woman=told.startswith("*"), died=int(died or 0))


@cache
def _index() -> dict[str, tuple[tuple[Family, int], ...]]:
    found: dict[str, dict[tuple[int, int], tuple[Family, int]]] = {}
    for name, family, place in _names():
        found.setdefault(name, {})[id(family), place] = family, place
    return {name: tuple(told.values()) for name, told in found.items()}


def _names() -> Iterator[tuple[str, Family, int]]:
    for family in _families():
        for place, member in enumerate(family.members):
            yield from ((bare_name(name), family, place) for name in member.names)


@cache
def _kinds() -> dict[str, tuple[Family, ...]]:
    found: dict[str, tuple[Family, ...]] = {}
    for family in _families():
        found[family.kind] = (*found.get(family.kind, ()), family)
    return found
