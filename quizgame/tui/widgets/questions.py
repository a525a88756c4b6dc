"""The questions of a draft as a list to tick, or those of a pack as a plain one."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Click, Resize
from textual.message import Message
from textual.widgets.option_list import Option

from quizgame.core.drafting import Item
from quizgame.tui.content import EMPTY, Content, cells, line, outlined, plain
from quizgame.tui.widgets.rows import Rows

__all__ = ["QuestionList"]

_TICK_WIDTH = 4


class QuestionList(Rows):
    """One row a question: whether it is kept, is less sure, was edited, and what it asks.

    Args:
        id: The widget's id.
        is_ticked: Whether every row tells by a sign whether its question is kept.
    """

    @dataclass
    class Ticked(Message):
        """The sign in front of the question in front was clicked."""

    def __init__(self, *, id: str, is_ticked: bool = True) -> None:
        super().__init__(id=id)
        self._is_ticked = is_ticked
        self._items: tuple[Item, ...] = ()
        self._width = 0

    def fill(self, items: Sequence[Item]) -> None:
        """List questions, or draw anew those that have changed."""
        before, self._items = self._items, tuple(items)
        if len(before) != len(items):
            self.clear_options()
            self.add_options([Option(self._row(item)) for item in items])
            self.highlighted = 0 if items else None
            return
        for place, (old, new) in enumerate(zip(before, items, strict=True)):
            if old != new:
                self.replace_option_prompt_at_index(place, self._row(new))

    def on_resize(self, _: Resize) -> None:
        """Tell as much of every question as fits."""
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            for place, item in enumerate(self._items):
                self.replace_option_prompt_at_index(place, self._row(item))

    def _row(self, item: Item) -> Content:
        sign = self._sign(item)
        doubt = plain("? ") if item.is_spare else EMPTY
        edited = plain("edited  ", "italic") if item.is_edited else EMPTY
        room = max(8, self._width - cells(sign) - cells(doubt) - cells(edited))
        return line(sign, doubt, edited, outlined(item.question.stem, room))

    def _sign(self, item: Item) -> Content:
        if not self._is_ticked:
            return EMPTY
        return plain("[x] ", "bold") if item.is_kept else plain("[ ] ")  # a colour would be lost in the row in front

    def on_click(self, event: Click) -> None:
        """Tick the question under the mouse by its sign; else look at it."""
        offset = event.get_content_offset(self)
        place = event.style.meta.get("option")
        if not self._is_ticked or place is None or offset is None or offset.x >= _TICK_WIDTH:
            return
        event.prevent_default()
        self.highlighted = place
        self.post_message(self.Ticked())
