"""Rows of a form."""

from textual.containers import Horizontal
from textual.widget import Widget

from quizgame.tui.content import plain
from quizgame.tui.widgets.text import Text

__all__ = ["form_row"]


def form_row(name: str, field: Widget, *, gap: bool = False) -> Horizontal:
    """A field with its name in front.

    Args:
        name: What the field is for.
        field: The field.
        gap: Whether a blank line follows.
    """
    return Horizontal(Text(plain(name, "$quiet"), classes="name"), field, classes="row -gap" if gap else "row")
