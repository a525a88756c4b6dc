"""What may stand beside a key, and how unlike the key it is."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.generate.lexicon.families import FAMOUS, Family, Member, known

__all__ = ["Offer", "fame", "mates", "unlike"]

_ACRONYM = re.compile(r"[A-Z][A-Z.&]+")
_NEAREST, _BY_PLACE = 0.4, 0.08
"""What a neighbour in the key's own family costs, and what each place further away adds."""


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that may be a wrong option."""

    name: str
    cost: float
    """How unlike the key it is: 0 for what could not be better."""


def fame(name: str, realm: str = "") -> int:
    """How well known a name is: 2 the world over, 1 to those who know the field, 0 not at all, as far as we know."""
    families = known(name, realm)
    if not families:
        return 0
    return 2 if any(FAMOUS in family.tags for family, _ in families) else 1


def mates(key: str, realm: str, kinds: tuple[str, ...] = ()) -> Iterator[tuple[Member, Family, float]]:
    """The members of the families of a key, those nearest to it first, with what their distance costs.

    Args:
        key: The name of a member.
        realm: Where to look.
        kinds: The kinds of families that will do; none means any.
    """
    for family, place in known(key, realm):
        if kinds and family.kind not in kinds:
            continue
        for other, member in enumerate(family.members):
            if other != place:
                yield member, family, _NEAREST + _BY_PLACE * abs(other - place)


def unlike(key: str, name: str) -> float:
    """How differently two names are built: what a player who knows neither would notice."""
    cost = 0.0
    if bool(_ACRONYM.fullmatch(key)) != bool(_ACRONYM.fullmatch(name)):
        cost += 1.0
    if key[:1].isdigit() != name[:1].isdigit():
        cost += 0.8
    if key.casefold().startswith("the ") != name.casefold().startswith("the "):
        cost += 0.4
    words, others = key.split(), name.split()
    if abs(len(words) - len(others)) > 2:
        cost += 0.4
    if len(words) > 1 and len(others) > 1 and (words[-1] == others[-1] or words[0] == others[0]):
        cost -= 0.3
    return cost
