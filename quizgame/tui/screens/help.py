"""What can be done on a screen, from the table of commands; and the rules of the game in a few lines."""

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from quizgame.core.modes import MISS_SECONDS
from quizgame.core.scoring import RIGHT_POINTS, STREAK_CAP, STREAK_STEP
from quizgame.tui.commands import Command, Place, bindings, commands_of
from quizgame.tui.content import Content, joined, line, plain
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.text import Text
from quizgame.tui.words import grouped

__all__ = ["HelpScreen"]

_TITLES: dict[Place, str] = {
    "home": "The start",
    "setup": "More ways to play",
    "quiz": "A game",
    "results": "The results",
    "record": "Your record",
    "packs": "The packs",
    "settings": "The settings",
    "dialog": "Here",
    "help": "Help",
    "app": "Everywhere",
}
_KEYS_WIDTH = 12


class HelpScreen(DialogScreen[None]):
    """The commands of one screen and of everywhere.

    Args:
        about: The screen to help with.
    """

    PLACE = "help"
    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("help")
    AUTO_FOCUS = "#help"

    def __init__(self, about: Place) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """A list of keys, then the rules."""
        with Vertical(id="dialog", classes="-large"):
            yield Text(plain(_TITLES[self._about]), classes="title")
            with VerticalScroll(id="help"):
                yield Text(joined((_told(self._about), _told("app", "Everywhere"), _rules()), "\n\n"))
            yield Text(plain("↑ ↓ scroll   Esc close", "$quiet"), classes="keys")

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


def _told(place: Place, title: str = "") -> Content:
    rows = [_row(command) for command in commands_of(place)]
    return joined([plain(title, "bold $primary"), *rows] if title else rows)


def _row(command: Command) -> Content:
    keys = plain(command.shown, "bold $primary").truncate(_KEYS_WIDTH, pad=True)
    return line(keys, " ", plain(command.help))


def _rules() -> Content:
    right, step, cap = grouped(RIGHT_POINTS), grouped(STREAK_STEP), grouped(STREAK_CAP)
    return joined(
        (
            plain("Points", "bold $primary"),
            plain(f"A right answer is worth {right}. From the second right answer in a row on, each brings"),
            plain(f"{step} more than the one before, up to {cap}. A wrong answer costs no points."),
            plain(f"In a timed challenge a wrong answer takes {MISS_SECONDS:.0f} seconds off the clock, which"),
            plain("stands still while a verdict shows; the proofs come with the results."),
        )
    )
