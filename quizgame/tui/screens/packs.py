"""The packs: what there is to play, and the player's own to add and remove."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizgame.core.errors import QuizGameError
from quizgame.core.modes import Rules
from quizgame.core.pack import Library, PackInfo
from quizgame.core.play import Choice
from quizgame.core.refs import pack_of
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings, command_of
from quizgame.tui.content import EMPTY, Content, joined, line, plain, short
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text

__all__ = ["PacksScreen"]


class PacksScreen(GameScreen[Choice | None]):
    """All packs with what they hold. Gives a game to play, or None."""

    PLACE: ClassVar[Place] = "packs"
    CSS_PATH = "packs.tcss"
    BINDINGS = bindings("packs")
    AUTO_FOCUS = "#list"

    def __init__(self) -> None:
        super().__init__()
        self._library = Library()

    def compose(self) -> ComposeResult:
        """The list, and what is known of the pack in front."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(id="stock")
            yield OptionList(id="list")
            with VerticalScroll(id="details", can_focus=False):
                yield Text(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """List the packs."""
        self._list()

    def _list(self, chosen: str | None = None) -> None:
        self._library = self.game.attempt("The packs cannot be read.", self.world.library) or Library()
        packs, problems = self._library.packs, self._library.problems
        told = f"{counted(len(packs), 'pack')} · {counted(self._library.questions, 'question')}"
        out = plain(f"  ! {counted(len(problems), 'problem')}, w reads", "$warning") if problems else EMPTY
        self.query_one("#stock", Text).show(line(plain(told, "bold"), out))
        rows = self.query_one("#list", OptionList)
        rows.clear_options()
        rows.add_options([Option(_row(pack)) for pack in packs])
        places = [place for place, pack in enumerate(packs) if pack.id == chosen]
        rows.highlighted = (places[0] if places else 0) if packs else None
        self._tell()

    @property
    def pack(self) -> PackInfo | None:
        """The pack in front."""
        place = self.query_one("#list", OptionList).highlighted
        return self._library.packs[place] if place is not None and place < len(self._library.packs) else None

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        pack = self.pack
        add = command_of("packs", "add", self.game.keymap).shown
        empty = plain(f"Press {add} to add a pack.", "$quiet")
        flagged = self._flagged(pack) if pack else 0
        self.query_one("#told", Text).show(_details(pack, flagged) if pack else empty)
        states = {"problems": bool(self._library.problems), "own": pack is not None and pack.own, "flagged": flagged}
        self.query_one(KeyBar).name_for(*(state for state, holds in states.items() if holds))

    def _flagged(self, pack: PackInfo) -> int:
        """How many of its questions the player has flagged."""
        try:
            flags = self.world.flags().flags
        except QuizGameError:
            return 0
        return sum(pack_of(flag.question) == pack.id for flag in flags)

    # Playing

    @on(OptionList.OptionSelected)
    def action_play(self) -> None:
        """Play a quick game of the pack in front."""
        self._play(self.game.quick_rules)

    def action_challenge(self) -> None:
        """Play the pack in front against the clock."""
        self._play(self.game.challenge_rules)

    def _play(self, rules: Rules) -> None:
        if self.pack is not None:
            self.dismiss(Choice(rules=rules, packs=(self.pack.id,)))

    # Adding and removing

    @work(exclusive=True)
    async def action_new(self) -> None:
        """Make a new pack from an article."""
        from quizgame.tui.screens.article import ArticleScreen

        if not self.is_active:
            return
        known = {pack.id for pack in self._library.packs}
        choice = await self.app.push_screen_wait(ArticleScreen())
        self._list()
        new = [pack.id for pack in self._library.packs if pack.id not in known]
        if choice is not None:
            self.dismiss(choice)
        elif new:
            self._list(new[0])

    @work(exclusive=True)
    async def action_add(self) -> None:
        """Ask for a file and add it."""
        from quizgame.tui.screens.dialog import LineScreen

        if not self.is_active:
            return
        question = plain("Add a pack of your own")
        about = plain("The path of its .toml file; it is copied among your packs.")
        screen = LineScreen(question, about, does="adds it", hint="path/to/pack.toml", take=self.world.stock.add)
        added = await self.app.push_screen_wait(screen)
        if added is not None:
            self.game.say(f"Added: {added.title}, {counted(added.questions, 'question')}.")
            self._list(added.id)

    @work(exclusive=True)
    async def action_remove(self) -> None:
        """Ask, and remove a pack of the player's own."""
        from quizgame.tui.screens.dialog import Answer, AskScreen

        pack = self.pack
        if pack is None or not self.is_active:
            return
        if not pack.own:
            self.game.say("This pack ships with the game and stays.")
            return
        question = plain("Remove this pack?")
        answers = (Answer("keep", "Keep it", "k"), Answer("remove", "Remove it", "r"))
        if await self.app.push_screen_wait(AskScreen(question, short(pack.title, 100), answers)) != "remove":
            return
        try:
            self.world.stock.remove(pack.id)
        except QuizGameError as error:
            self.game.tell("The pack was not removed.", error)
        else:
            self.game.say(f"Removed: {pack.title}.")
        self._list()

    @work(exclusive=True)
    async def action_flags(self) -> None:
        """Let the player pick a flagged question of the pack in front, to take its flag back."""
        from quizgame.tui.flagging import pick_flagged

        if self.pack is not None and self.is_active:
            await pick_flagged(self.game, self.pack.id)
            self._tell()

    def action_problems(self) -> None:
        """Tell what is wrong with packs that were left out."""
        from quizgame.tui.screens.dialog import ProblemsScreen

        if self._library.problems:
            self.open_screen(ProblemsScreen(self._library.problems))
        else:
            self.game.say("Nothing is wrong with the packs.")

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)


def _row(pack: PackInfo) -> Content:
    own = plain("  your own", "italic") if pack.own else EMPTY
    return line(plain(f"{pack.questions:>6,}  "), short(pack.title, 70), own)


def _details(pack: PackInfo, flagged: int) -> Content:
    out = f", {flagged:,} of them flagged" if flagged else ""
    whose = "your own" if pack.own else "ships with the game"
    parts = [
        short(pack.title, 200, "bold"),
        plain(pack.description) if pack.description else EMPTY,
        plain(f"{counted(pack.questions, 'question')}{out} · {pack.id} · {whose}", "$quiet"),
        plain(pack.file, "$quiet"),
    ]
    return joined(part for part in parts if part)
