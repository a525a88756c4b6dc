"""The players of this machine: who plays, and who is made, renamed or removed."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizgame.core.errors import QuizGameError
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, line, plain, short
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text

__all__ = ["ProfilesScreen"]


class ProfilesScreen(GameScreen[None]):
    """Who has a record here."""

    PLACE: ClassVar[Place] = "profiles"
    CSS_PATH = "profiles.tcss"
    BINDINGS = bindings("profiles")
    AUTO_FOCUS = "#list"

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The list of players."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("Who plays?", "bold"), classes="title")
            yield Text(plain("Everyone has a record and settings of their own; the packs are for all.", "$quiet"))
            yield OptionList(id="list")
            yield KeyBar()

    def on_mount(self) -> None:
        """List the players."""
        self._list(self.world.profile)

    def _list(self, chosen: str) -> None:
        self._names = tuple(dict.fromkeys((*self.world.profiles.names(), self.world.profile)))
        rows = self.query_one("#list", OptionList)
        rows.clear_options()
        rows.add_options([Option(self._told(name)) for name in self._names])
        rows.highlighted = self._names.index(chosen) if chosen in self._names else 0

    def _told(self, name: str) -> Content:
        playing = plain("   plays now", "italic") if name == self.world.profile else EMPTY
        return line(short(name, 40), playing)

    @property
    def _front(self) -> str:
        """The player in front."""
        place = self.query_one("#list", OptionList).highlighted
        return self._names[place] if place is not None and place < len(self._names) else self.world.profile

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Let the player in front play."""
        if self._front == self.world.profile or self.game.switch(self._front):
            self.dismiss(None)

    @work(exclusive=True)
    async def action_new(self) -> None:
        """Ask for a name, and make a player of it who plays at once."""
        name = await self._ask_name(plain("A new player"), "makes the player", self.world.profiles.make)
        if name:
            self.game.switch(name)
            self.game.say(f"{name} plays now.")
            self._list(name)

    @work(exclusive=True)
    async def action_rename(self) -> None:
        """Ask for another name of the player in front."""
        old = self._front
        was_playing = old == self.world.profile
        rename = partial(self.world.profiles.rename, old)
        new = await self._ask_name(plain("Another name"), "renames", rename, old)
        if new:
            if was_playing:
                self.game.switch(new)
            self._list(new)

    @work(exclusive=True)
    async def action_remove(self) -> None:
        """Ask, and take a player's record away."""
        from quizgame.tui.screens.dialog import Answer, AskScreen

        name = self._front
        if not self.is_active:
            return
        if name == self.world.profile:
            self.game.say("Who plays now cannot be removed. Choose another player first.")
            return
        about = line(short(name, 40, "bold"), plain("\nThe record is moved to the folder removed, beside the others."))
        answers = (Answer("keep", "Keep", "k"), Answer("remove", "Remove", "r"))
        if await self.app.push_screen_wait(AskScreen(plain("Remove this player?"), about, answers)) != "remove":
            return
        try:
            self.world.profiles.remove(name)
        except QuizGameError as error:
            self.game.tell("The player was not removed.", error)
        else:
            self.game.say(f"Removed: {name}.")
            self._list(self.world.profile)

    async def _ask_name(
        self, question: Content, does: str, change: Callable[[str], None], value: str = ""
    ) -> str | None:
        """Ask for a name until something can be done with it."""
        from quizgame.tui.screens.dialog import LineScreen

        if not self.is_active:
            return None

        def take(name: str) -> str:
            change(name)
            return name

        about = plain("Letters, digits, spaces, - and _; 40 at the most.")
        screen = LineScreen(question, about, does=does, value=value, hint="name", take=take)
        return await self.app.push_screen_wait(screen)

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)
