"""A list of things to look at: a click puts one in front, and a second one chooses it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.widgets import OptionList

__all__ = ["Rows"]


class Rows(OptionList):
    """Rows of which the one in front is told in full beside the list, where a page up or down reads on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "screen.scroll_on", show=False),
        Binding("pageup", "screen.scroll_back", show=False),
    ]

    def on_click(self, event: Click) -> None:
        """Look at the row under the mouse; choose it with a second click."""
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is None:
            return
        self.highlighted = place
        if event.chain > 1:
            self.action_select()
