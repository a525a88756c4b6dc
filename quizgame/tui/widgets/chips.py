"""A row of values to choose one from, with the arrows or a click."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from quizgame.tui.content import Content, cells, joined, plain
from quizgame.tui.widgets.text import Text

__all__ = ["Chip", "Chips"]


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chip(Generic[T]):
    """One value and how it is called."""

    value: T
    label: str


class Chips(Text, Generic[T], can_focus=True):
    """Several values, of which one is chosen.

    Args:
        chips: What to choose from, at least one.
        value: The value that is chosen at first; the first where it is not among them.
        id: The widget's id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,l", "step(1)", show=False),
        Binding("left,h", "step(-1)", show=False),
        Binding("down,j", "app.focus_next", show=False),
        Binding("up,k", "app.focus_previous", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        chips: "Chips[Any]"

        @property
        def control(self) -> "Chips[Any]":
            """The row it was chosen in."""
            return self.chips

    place: reactive[int] = reactive(0)

    def __init__(self, chips: Sequence[Chip[T]], value: T, *, id: str) -> None:
        super().__init__(id=id, classes="chips")
        self.chips = list(chips)
        places = [place for place, chip in enumerate(self.chips) if chip.value == value]
        self.set_reactive(Chips.place, places[0] if places else 0)

    @property
    def value(self) -> T:
        """The value that is chosen."""
        return self.chips[self.place].value

    def render(self) -> Content:
        """All values in a row; the chosen one stands out by brackets, and by its look."""
        return joined((self._told(place) for place in range(len(self.chips))), " ")

    def _told(self, place: int) -> Content:
        label = self.chips[place].label
        if place != self.place:
            return plain(f" {label} ", "$quiet")
        return plain(f"[{label}]", "bold $background on $primary" if self.has_focus else "bold $primary")

    def action_step(self, steps: int) -> None:
        """Choose the next value, round and round."""
        self.place = (self.place + steps) % len(self.chips)
        self.post_message(self.Changed(self))

    def on_click(self, event: Click) -> None:
        """Choose the value under the mouse."""
        event.stop()
        self.focus()
        offset = event.get_content_offset(self)
        column = offset.x if offset is not None else -1
        start = 0
        for place in range(len(self.chips)):
            width = cells(self._told(place))
            if start <= column < start + width and place != self.place:
                self.place = place
                self.post_message(self.Changed(self))
                return
            start += width + 1
