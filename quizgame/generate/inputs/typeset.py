"""Following the drawing of a page: which lines of text it sets, where, and how large."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from quizgame.core.text import one_line

__all__ = ["Enough", "Line", "Tracing"]

_SAME_LINE = 0.6
"""By what share of its size a piece of text may be raised or lowered within a line."""
_SMALL = 0.8
_SOFT_HYPHEN = "\u00ad"
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


class Line(NamedTuple):
    """A line of text on a page. Places are in points from the page's lower left corner."""

    text: str
    x: float
    y: float
    size: float
    """The height of its letters."""


class Enough(Exception):  # noqa: N818 - no error: it stops the drawing
    """No more commands are followed."""


class Tracing:
    """Listens to the drawing of one page.

    Args:
        left: How many drawing commands may follow.

    Attributes:
        left: How many may still follow; below 0 where the drawing was broken off.
    """

    def __init__(self, left: int) -> None:
        self.left = left
        self._lines: list[Line] = []
        self._parts: list[str] = []
        self._start = Line("", 0.0, 0.0, 0.0)

    def command(self, *_: object) -> None:
        """Count a command.

        Raises:
            Enough: It is one too many.
        """
        self.left -= 1
        if self.left < 0:
            raise Enough

    def text(self, text: str, outer: Sequence[float], inner: Sequence[float], _font: object, size: float) -> None:
        """Take a piece of text: it goes on with the line or begins one, and may end it.

        Args:
            text: The piece.
            outer: The page's transformation, as six numbers.
            inner: That of the text.
            size: Of the font, before both transformations.
        """
        for part in text.translate(_LIGATURES).splitlines(keepends=True):
            if part.strip():
                self._add(part, _placed(outer, inner, size))
            elif self._parts:
                self._parts.append(" ")
            if part.endswith(("\n", "\r")):
                self._close()

    def lines(self) -> list[Line]:
        """The lines so far, in the order of drawing."""
        self._close()
        return self._lines

    def _add(self, part: str, place: Line) -> None:
        start = self._start
        if self._parts and abs(place.y - start.y) > _SAME_LINE * max(start.size, place.size):
            self._close()
        if not self._parts:
            self._start = place
        elif place.size < _SMALL * start.size and part.strip(" ,*").isdigit():  # the number of a footnote
            return
        self._parts.append(part)

    def _close(self) -> None:
        told = "".join(self._parts).rstrip()
        text = one_line(f"{told[:-1]}-" if told.endswith(_SOFT_HYPHEN) else told)
        if text:
            self._lines.append(self._start._replace(text=text))
        self._parts = []


def _placed(outer: Sequence[float], inner: Sequence[float], size: float) -> Line:
    """Where a piece of text begins and how high its letters are, as a line without text."""
    x, y = _through(outer, inner[4], inner[5])
    up, along = inner[2] * size, inner[3] * size
    height = math.hypot(up * outer[0] + along * outer[2], up * outer[1] + along * outer[3])
    return Line("", x, y, height)


def _through(matrix: Sequence[float], x: float, y: float) -> tuple[float, float]:
    return x * matrix[0] + y * matrix[2] + matrix[4], x * matrix[1] + y * matrix[3] + matrix[5]
