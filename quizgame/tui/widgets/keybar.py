"""The last line of a screen: what can be done here, each by its key and by a click."""

from collections.abc import Sequence

from textual.events import Resize

from quizgame.tui.commands import Command, hints
from quizgame.tui.content import Content, cells, joined, line, link, plain
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.text import Text

__all__ = ["KeyBar"]


class KeyBar(Text):
    """Names the commands of its screen, as many as there is room for; help always stays."""

    def __init__(self, *states: str) -> None:
        super().__init__()
        self._states = states

    def name_for(self, *states: str) -> None:
        """Name what can be done in other states of the screen."""
        self._states = states
        self._draw()

    def on_resize(self, _: Resize) -> None:
        """Name as much as fits the new width."""
        self._draw()

    def _draw(self) -> None:
        screen = self.screen
        if isinstance(screen, GameScreen):
            self.show(_fitting(hints(screen.PLACE, *self._states), self.size.width))


def _fitting(commands: Sequence[Command], width: int) -> Content:
    told = [_told(command) for command in commands]
    while len(told) > 1 and sum(map(cells, told)) + 3 * (len(told) - 1) > width:
        del told[-2]  # the last one is help, which tells all the rest
    return joined(told, "   ")


def _told(command: Command) -> Content:
    content = line(plain(command.shown, "bold $primary"), plain(f" {command.label}"))
    return content if command.action in ("none", "app.focus_next") else link(content, command.full_action)
