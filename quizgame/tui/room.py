"""How a question shares the rows of the screen: stem and options first, the proof with what is left."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Look", "Room", "share", "usual_look"]

Look = Literal["-boxed", "-spaced", "-tight"]

_LOOKS: tuple[tuple[Look, int, int], ...] = (("-boxed", 2, 1), ("-spaced", 1, 1), ("-tight", 0, 0))
"""How cards may look, the roomiest first; the rows that each card needs besides its text; and the rows around."""
_LEAST_STEM = 3
_LEAST_PROOF = 2
_MARK_ROWS = 2


@dataclass(frozen=True, slots=True)
class Room:
    """Who gets what."""

    look: Look
    stem: int
    """The most rows the stem may take before it scrolls."""
    cards: int
    """The most rows all cards may take before they scroll."""
    apart: bool = False
    """Whether a row is free between the cards and the verdict."""


def share(rows: int, *, stem: int, options: Sequence[int], proof: int, roomiest: Look = "-boxed") -> Room:
    """Share the rows between scoreboard and key bar.

    Args:
        rows: How many there are.
        stem: How many the stem would like.
        options: How many each option would like.
        proof: How many the verdict and its proof would like.
        roomiest: The roomiest look that the cards may have.

    Returns:
        The roomiest look in which all find room; where there is none, the tightest, in which the proof scrolls
        first, then the stem, and the options last.
    """
    text = sum(options)
    names = [look for look, _, _ in _LOOKS]
    for look, each, around in _LOOKS[names.index(roomiest) :]:
        cards = text + each * len(options)
        if stem + cards + around + proof <= rows:
            free = rows - stem - cards - around - proof
            return Room(look=look, stem=stem, cards=cards + _MARK_ROWS, apart=look == "-boxed" and free > 0)
    left = max(_LEAST_STEM + 1, rows - min(proof, _LEAST_PROOF))
    cards = min(text, left - min(stem, _LEAST_STEM))
    return Room(look="-tight", stem=max(_LEAST_STEM, left - cards), cards=cards)


def usual_look(looks: Iterable[Look]) -> Look:
    """The look that suits all questions of a game, so that it does not change from one to the next.

    Args:
        looks: The roomiest look that each question has room for. Those that have room for none but the tightest
            take it by themselves; they do not make the others tight.
    """
    found = set(looks)
    return next((look for look in ("-spaced", "-boxed", "-tight") if look in found), "-boxed")
