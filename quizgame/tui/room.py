"""How a question shares the rows of the screen: stem and options first, the proof with what is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Look", "Room", "share"]

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


def share(rows: int, *, stem: int, options: Sequence[int], proof: int) -> Room:
    """Share the rows between scoreboard and key bar.

    Args:
        rows: How many there are.
        stem: How many the stem would like.
        options: How many each option would like.
        proof: How many the verdict and its proof would like.

    Returns:
        The roomiest look in which all find room; where there is none, the tightest, in which the proof scrolls
        first, then the stem, and the options last.
    """
    text = sum(options)
    for look, each, around in _LOOKS:
        cards = text + each * len(options)
        if stem + cards + around + proof <= rows:
            return Room(look=look, stem=stem, cards=cards + _MARK_ROWS)
    left = max(_LEAST_STEM + 1, rows - min(proof, _LEAST_PROOF))
    cards = min(text, left - min(stem, _LEAST_STEM))
    return Room(look="-tight", stem=max(_LEAST_STEM, left - cards), cards=cards)
