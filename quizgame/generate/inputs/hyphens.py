"""Joining a line to the one before it, where a hyphen may stand between them."""

import re
from collections.abc import Iterable
from functools import cached_property

__all__ = ["Hyphens"]

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_PARTED = re.compile(r"(?P<left>[^\W_]+)[-‐]$")
_START = re.compile(r"[^\W_]+")
_SOFT = "\N{HYPHEN}"
"""What some programs put in at line ends, and never else: they write other hyphens as a hyphen-minus."""
_SUSPENDED = frozenset("and or to nor but und".split())
_LEFT = frozenset(
    "all anti best co cross ex far first five four full half hard high ill in last left lesser little long low mid "
    "multi near nine non off old on one out over post pre record right second self semi seven short six so ten third "
    "three top two under up well world year".split()
)
"""First parts that keep their hyphen, where nothing else tells."""
_RIGHT = frozenset(
    "aged based born class day degree elect fold foot free general in kilometer kilometre led level like long made "
    "metre meter mile minute month old on only ranking run scale seat speed standing strong term time to top track "
    "up week wide winner winning year".split()
)
"""Last parts that keep their hyphen, where nothing else tells."""


class Hyphens:
    """What the words of an article tell of a word that a line's end cut in two.

    Args:
        lines: All lines of the article.
        parts_words: Whether hyphens are put in at line ends, as typesetters do; else all were there before, unless
            the article writes the word in one elsewhere.
    """

    def __init__(self, lines: Iterable[str], *, parts_words: bool) -> None:
        self._lines = tuple(lines)
        self._parts_words = parts_words
        self._told_apart = any(line.endswith(_SOFT) for line in self._lines)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(word for line in self._lines for word in _WORD.findall(line.lower()))

    def before(self, line: str, following: str) -> str:
        """A line as it stands before the one that goes on: with the space between them, or without a hyphen."""
        left, right = _PARTED.search(line[-40:]), _START.match(following)
        if not left or not right or right.group() in _SUSPENDED:
            return line if line.endswith("—") and not line.endswith(" —") else f"{line} "
        is_cut = line.endswith(_SOFT) if self._told_apart else self._is_cut(left["left"], right.group())
        return line[:-1] if is_cut else line

    def _is_cut(self, left: str, right: str) -> bool:
        """Whether the hyphen belongs to no word."""
        first, second = left.lower(), right.lower()
        if not right.islower() or not left.isalpha() or f"{first}-{second}" in self._words:
            return False
        known = self._parts_words and first not in _LEFT and second not in _RIGHT
        return first + second in self._words or known
