"""What can be done on a screen, from the table of commands; and the rules of the game in a few lines."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from quizgame.core.modes import MISS_SECONDS, SURVIVAL_MISSES, SURVIVAL_SECONDS
from quizgame.core.scoring import RIGHT_POINTS, STREAK_CAP, STREAK_STEP
from quizgame.core.wording import grouped
from quizgame.tui.commands import Place, bindings, commands_of
from quizgame.tui.content import Content, joined, plain
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.text import Text

__all__ = ["HelpScreen"]

_TITLES: dict[Place, str] = {
    "home": "The start",
    "setup": "More ways to play",
    "quiz": "A game",
    "pause": "A game that stands still",
    "results": "The results",
    "share": "Share a result",
    "profiles": "The players",
    "record": "Your record",
    "packs": "The packs",
    "pack": "The questions of a pack",
    "about": "What a pack says of itself",
    "bring": "Add a pack",
    "offer": "A pack that could be added",
    "duplicates": "Questions that ask the same",
    "article": "A new pack",
    "draft": "The questions of a new pack",
    "edit": "One question",
    "settings": "The settings",
    "dialog": "Here",
    "help": "Help",
    "app": "Everywhere",
}


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
                yield from self._rows(self._about)
                yield Text(plain("Everywhere"), classes="head")
                yield from self._rows("app")
                yield Text(plain("Points"), classes="head")
                yield Text(_rules())
            yield Text(plain("↑ ↓ scroll   Esc close", "$quiet"), classes="keys")

    def _rows(self, place: Place) -> Iterator[Horizontal]:
        for command in commands_of(place, self.game.keymap):
            keys, told = Text(plain(command.shown), classes="keys-told"), Text(plain(command.help), classes="told")
            yield Horizontal(keys, told, classes="command")

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


def _rules() -> Content:
    right, step, cap = grouped(RIGHT_POINTS), grouped(STREAK_STEP), grouped(STREAK_CAP)
    return joined(
        (
            plain(
                f"A right answer is worth {right}. From the second right answer in a row on, each brings {step} more "
                f"than the one before, up to {cap} more. A wrong answer costs no points."
            ),
            plain(
                f"In a timed challenge a wrong answer takes {MISS_SECONDS:.0f} seconds off the clock. The clock stands "
                "still while a verdict shows; the proofs come with the results."
            ),
            plain(
                f"In survival each question has {SURVIVAL_SECONDS:.0f} seconds, and miss number {SURVIVAL_MISSES} ends "
                "it. Where a question has its time, an answer is worth less the longer it takes, down to half."
            ),
            plain(
                "A 50:50 and a hint halve what the answer is worth; a skip scores nothing and keeps the streak. Each "
                "is there once a game, in classic and survival."
            ),
        )
    )
