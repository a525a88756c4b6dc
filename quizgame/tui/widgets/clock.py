"""The clock of a timed game: a bar that drains, and what is left in large digits."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widgets import Digits

from quizgame.core.wording import clock_face
from quizgame.tui.content import Content, line, plain
from quizgame.tui.widgets.text import Text

__all__ = ["BigTime", "ClockBar", "SmallTime"]

LAST_SECONDS = 10.0
"""From here on the clock warms up; a short one in its last third."""


def is_last(left: float, whole: float) -> bool:
    """Whether a clock of so many seconds is about to run out."""
    return left <= min(LAST_SECONDS, whole / 3)


def _is_beat(left: float) -> bool:
    """Whether a clock in its last seconds is just now in its beat: the first quarter of every second."""
    return 0 < left <= LAST_SECONDS and (-left) % 1 < 0.25


class ClockBar(Text):
    """A bar as long as the time that is left."""

    left: reactive[float] = reactive(0.0)
    whole: reactive[float] = reactive(1.0)

    def render(self) -> Content:
        """Full blocks, then a light line; warm in the last seconds."""
        width = self.size.width
        share = max(0.0, min(1.0, self.left / self.whole))
        full = round(width * share)
        warm = is_last(self.left, self.whole)
        return line(plain("█" * full, "$warning" if warm else "$primary"), plain("░" * (width - full), "$edge"))


class SmallTime(Text):
    """What is left, in letters of the usual size."""

    left: reactive[float] = reactive(0.0)
    whole: reactive[float] = reactive(1.0)

    def render(self) -> Content:
        """``0:38``, warm in the last seconds."""
        return plain(clock_face(self.left), "bold $warning" if is_last(self.left, self.whole) else "bold")


class BigTime(Horizontal):
    """What is left, in digits three lines high."""

    left: reactive[float] = reactive(0.0)
    still: reactive[bool] = reactive(default=False)
    """Whether nothing may pulse."""

    def compose(self) -> ComposeResult:
        """One widget draws the digits."""
        yield Digits("")

    def watch_left(self, left: float) -> None:
        """Draw the digits again when they change, and let the last seconds beat."""
        if not self.is_mounted:
            return
        digits = self.query_one(Digits)
        face = clock_face(left)
        if digits.value != face:
            digits.update(face)
        self.set_class(left <= LAST_SECONDS, "-last")
        self.set_class(not self.still and _is_beat(left), "-beat")
