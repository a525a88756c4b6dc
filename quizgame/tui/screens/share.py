"""A result as a text to show others."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import plain
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.text import Text

__all__ = ["ShareScreen"]


class ShareScreen(DialogScreen[None]):
    """Shows a text, and copies it where the terminal allows.

    Not every terminal does, and none says so; therefore the text is printed once more when the game is left.

    Args:
        text: The result, with signs and no word of any question.
    """

    PLACE: ClassVar[Place] = "share"
    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("share")
    AUTO_FOCUS = "#shared"

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text, and what has become of it."""
        with Vertical(id="dialog", classes="-large"):
            yield Text(plain("Share this result"), classes="title")
            with VerticalScroll(id="shared"):
                yield Text(plain(self._text))
            about = "Copied, if your terminal allows it; it is printed too when you leave the game."
            yield Text(plain(about), classes="about -below")
            yield Text(plain("c copy again   Esc close", "$quiet"), classes="keys")

    def on_mount(self) -> None:
        """Copy it."""
        self.action_copy()

    def action_copy(self) -> None:
        """Copy it."""
        self.app.copy_to_clipboard(self._text)
        self.game.shared = self._text

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)
