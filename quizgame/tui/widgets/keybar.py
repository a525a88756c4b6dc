"""The last line of a screen, or two where columns are few: what can be done here, each by its key and by a click."""

from collections.abc import Sequence
from dataclasses import replace

from textual.events import Click, Resize
from textual.geometry import Size

from quizgame.tui.commands import Command, hints
from quizgame.tui.content import Content, cells, joined, line, plain
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.text import Text

__all__ = ["KeyBar"]

_BETWEEN = 3
_BETWEEN_WHERE_NARROW = 2
_NARROW = 60
_STAY = ("help", "back", "leave", "home", "make", "save", "take", "scroll-stem")
_OBVIOUS = ("move", "scroll", "arrows")
_RARE = ("flag", "pause", "code")


class KeyBar(Text):
    """Names the commands of its screen, as many as there is room for; help always stays."""

    def __init__(self, *states: str) -> None:
        super().__init__()
        self._states = states
        self._rows: list[list[Command]] = []
        self._between = _BETWEEN
        self.options = 0
        """How many options there are to answer with; 0 where that is nobody's question."""

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
            named = hints(screen.PLACE, *self._states, keymap=screen.game.keymap)
            commands = [self._shown_here(command) for command in named]
            self._between = _between(commands, self.size)
            self._rows = _fitting(commands, self.size, self._between)
            self.show(joined(joined(map(_told, row), " " * self._between) for row in self._rows))

    def _shown_here(self, command: Command) -> Command:
        if command.id != "quiz.answer" or not self.options:
            return command
        return replace(command, shown=f"1-{self.options}")

    async def on_click(self, event: Click) -> None:
        """Do what is under the mouse."""
        event.stop()
        offset = event.get_content_offset(self)
        end = 0
        for command in self._rows[offset.y] if offset is not None and offset.y < len(self._rows) else ():
            start, end = end, end + cells(_told(command)) + self._between
            if offset is not None and start <= offset.x < end - self._between and command.action:
                await self.app.run_action(command.full_action, default_namespace=self.screen)
                return


def _between(commands: Sequence[Command], size: Size) -> int:
    """How far apart they stand: nearer where that makes room for all of them."""
    if size.width < _NARROW:
        return _BETWEEN_WHERE_NARROW
    ways = (_BETWEEN, _BETWEEN_WHERE_NARROW)
    fitting = (way for way in ways if len(_in_rows(commands, size.width, way)) <= max(1, size.height))
    return next(fitting, _BETWEEN)


def _fitting(commands: Sequence[Command], size: Size, between: int) -> list[list[Command]]:
    """The commands in rows, without those that there is no room for."""
    named = list(commands)
    while len(named) > 1 and len(_in_rows(named, size.width, between)) > max(1, size.height):
        named.remove(max(reversed(named), key=_dispensable))
    return _in_rows(named, size.width, between)


def _in_rows(commands: Sequence[Command], width: int, between: int) -> list[list[Command]]:
    rows: list[list[Command]] = []
    end = 0
    for command in commands:
        wide = cells(_told(command))
        if not rows or end + wide > width:
            rows.append([])
            end = 0
        rows[-1].append(command)
        end += wide + between
    return rows


def _dispensable(command: Command) -> int:
    """How well a key bar does without a command; the ways out and help, which tells all the rest, come last."""
    if command.name in _STAY:
        return 0
    if command.name in _OBVIOUS:
        return 4
    if command.name in _RARE:
        return 3
    return 1 if command.when else 2


def _told(command: Command) -> Content:
    return line(plain(command.shown, "bold $primary"), plain(f" {command.label}"))
