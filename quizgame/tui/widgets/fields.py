"""Where a player writes: what is pasted is cleaned before it is drawn."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from quizgame.core.text import MAX_CHARACTERS, clean, one_line
from quizgame.tui.content import EMPTY, Content

__all__ = ["LineField", "TextField"]


async def _do_at_once(field: Widget, event: Key) -> None:
    """Do what a key is bound to in a field as soon as it comes, so that no letter overtakes a Backspace."""
    bound = None if event.is_printable else field.screen.active_bindings.get(event.key)
    if bound and bound.enabled and bound.node is field:
        event.stop()
        event.prevent_default()
        await field.run_action(bound.binding.action)


class LineField(Input):
    """One line to write in; the arrows lead to the fields around it.

    Args:
        value: What stands in it at first.
        hint: What is shown while it is empty.
        id: The widget's id.
        classes: Its style classes.
        compact: Whether it has no border.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]

    @dataclass
    class Lines(Message):
        """Several lines were pasted where there is room for one."""

        field: "LineField"
        text: str

    def __init__(
        self,
        value: str = "",
        *,
        hint: str = "",
        id: str | None = None,
        classes: str | None = None,
        compact: bool = True,
    ) -> None:
        super().__init__(
            one_line(value),
            hint,
            id=id,
            classes=classes,
            compact=compact,
            max_length=MAX_CHARACTERS,
            select_on_focus=False,
        )

    async def _on_key(self, event: Key) -> None:
        await _do_at_once(self, event)

    def on_paste(self, event: Paste) -> None:
        """Take one line; leave several to the screen."""
        event.prevent_default()
        event.stop()
        text = clean(event.text)
        if "\n" in text.strip():
            self.post_message(self.Lines(self, text))
        else:
            self.replace(text.strip("\n"), *self.selection)


class TextField(TextArea):
    """Several lines to write in.

    Args:
        text: What stands in it at first.
        hint: What is shown while it is empty.
        id: The widget's id.
        classes: Its style classes.
        most: The most characters it takes.
    """

    @dataclass
    class Full(Message):
        """More was pasted than it takes."""

        field: "TextField"

    def __init__(
        self,
        text: str = "",
        *,
        hint: Content = EMPTY,
        id: str | None = None,
        classes: str | None = None,
        most: int = 2 * MAX_CHARACTERS,
    ) -> None:
        super().__init__(
            clean(text), id=id, classes=classes, placeholder=hint, compact=True, highlight_cursor_line=False
        )
        self._most = most

    async def _on_key(self, event: Key) -> None:
        await _do_at_once(self, event)

    def on_paste(self, event: Paste) -> None:
        """Take what is pasted, clean."""
        event.prevent_default()
        event.stop()
        if not self.put(event.text):
            self.post_message(self.Full(self))

    def put(self, text: str) -> bool:
        """Write text where the cursor stands, as if it had been pasted.

        Returns:
            Whether there was room for it.
        """
        taken = clean(text)
        if len(self.text) + len(taken) > self._most:
            return False
        done = self.replace(taken, *self.selection, maintain_selection_offset=False)
        self.move_cursor(done.end_location)
        return True
