"""A game that stands still: nothing of the question can be read meanwhile."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click

from quizgame.tui.commands import bindings
from quizgame.tui.content import plain
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.text import Text

__all__ = ["PauseScreen"]


class PauseScreen(DialogScreen[None]):
    """Covers the whole screen until the player goes on."""

    PLACE = "pause"
    CSS_PATH = "pause.tcss"
    BINDINGS = bindings("pause")

    def compose(self) -> ComposeResult:
        """One word, and how to go on."""
        with Vertical(id="paused"):
            yield Text(plain("Paused", "bold $primary"), classes="title")
            yield Text(plain("The clock stands still, and the question is hidden.", "$quiet"))
            yield Text(plain("Space goes on", "bold"), classes="keys")

    def on_click(self, event: Click) -> None:
        """Go on."""
        event.stop()
        self.action_back()

    def action_back(self) -> None:
        """Go on."""
        self.dismiss(None)
