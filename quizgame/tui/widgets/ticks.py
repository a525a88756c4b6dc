"""A list to tick: what is ticked is told by a sign, never by colour alone."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import SelectionList

__all__ = ["Ticks"]

_SIGN_PARTS = 3
"""How many segments Textual draws its own sign in, which looks the same ticked or not but for its colour."""


class Ticks(SelectionList[str]):
    """Things to tick: Space ticks, and Enter starts as it does everywhere on the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.start", show=False)]

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
