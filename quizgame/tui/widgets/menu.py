"""The rows of the home screen: each one thing to do, in focus or not."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.events import Click

from quizgame.tui.commands import Command, command_of
from quizgame.tui.content import Content, cells, line, plain
from quizgame.tui.widgets.text import Text

if TYPE_CHECKING:
    from quizgame.tui.screens.base import GameScreen

__all__ = ["MenuRow"]

_NAME_WIDTH = 18


class MenuRow(Text, can_focus=True):
    """One thing to do: its name, what it is, and its key.

    Args:
        name: What it is called.
        about: What it is, in a few words.
        command: The name of the home screen's command for it.
        id: The widget's id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", show=False),
        Binding("down,j", "app.focus_next", show=False),
        Binding("up,k", "app.focus_previous", show=False),
    ]

    def __init__(self, name: str, about: Content, command: str, *, id: str) -> None:
        super().__init__(id=id, classes="menu-row")
        self._title = name
        self._about = about
        self._command = command

    def tell(self, about: Content) -> None:
        """Say something else about it."""
        self._about = about
        self.refresh()

    @property
    def command(self) -> Command:
        """What it does, under the key that the player has for it."""
        return command_of("home", self._command, cast("GameScreen[None]", self.screen).game.keymap)

    def render(self) -> Content:
        """Draw the row over its whole width."""
        lit = self.has_focus
        name = plain(f"{'▶' if lit else ' '} {self._title}", "bold" if lit else "")
        shown = self.command.shown
        key = plain(f"Enter · {shown}" if lit else shown, "bold $primary" if not lit else "bold")
        room = self.size.width - cells(key)
        if room < 46:
            return line(name.truncate(room, pad=True), key)
        about = self._about if lit else self._about.stylize_before("$quiet")
        told = line(name.truncate(_NAME_WIDTH, pad=True), "  ", about)
        return line(told.truncate(room - 1, ellipsis=True, pad=True), " ", key)

    async def on_click(self, event: Click) -> None:
        """Do it."""
        event.stop()
        self.focus()
        await self.action_press()

    async def action_press(self) -> None:
        """Do it."""
        await self.app.run_action(self.command.full_action, default_namespace=self.screen)
