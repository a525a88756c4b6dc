"""Lists that stand among other things, one of them to tick: what is ticked is told by a sign, never by colour alone."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import OptionList, SelectionList

__all__ = ["Choices", "Ticks"]

_SIGN_PARTS = 3
"""How many segments Textual draws its own sign in, which looks the same ticked or not but for its colour."""


def _leave(rows: OptionList, *, forward: bool) -> bool:
    """Lead out of a list that stands among other things, where an arrow has come to its end."""
    end = rows.option_count - 1 if forward else 0
    if rows.highlighted not in (None, end):
        return False
    (rows.screen.focus_next if forward else rows.screen.focus_previous)()
    return True


class Choices(OptionList):
    """A list among other things: the arrows lead out of it at its ends."""

    def action_cursor_down(self) -> None:
        """Go to the next row, and from the last one to what comes after the list."""
        if not _leave(self, forward=True):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the row before, and from the first one to what comes before the list."""
        if not _leave(self, forward=False):
            super().action_cursor_up()


class Ticks(SelectionList[str]):
    """Things to tick: Space ticks, and Enter starts as it does everywhere on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.start", show=False)]

    def action_cursor_down(self) -> None:
        """Go to the next row, and from the last one to what comes after the list."""
        if not _leave(self, forward=True):
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the row before, and from the first one to what comes before the list."""
        if not _leave(self, forward=False):
            super().action_cursor_up()

    def render_line(self, y: int) -> Strip:
        """Draw one row, with ``[x]`` or ``[ ]`` in front."""
        strip = super().render_line(y)
        place = self.scroll_offset.y + y
        if place >= self.option_count:
            return strip
        rest = list(strip)[_SIGN_PARTS:]
        is_ticked = self.get_option_at_index(place).value in self.selected
        style = (rest[0].style or Style()) + Style(bold=is_ticked, meta={"option": place})
        return Strip([Segment("[x]" if is_ticked else "[ ]", style), *rest])
