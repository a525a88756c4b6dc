"""More ways to play: which packs, which mode, how long."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, SelectionList
from textual.widgets.selection_list import Selection

from quizgame.core.modes import CHALLENGE_SECONDS, MODES, Rules, challenge, classic
from quizgame.core.pack import Library, PackInfo
from quizgame.core.play import Choice
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import Content, line, plain, short
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.chips import Chip, Chips
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text
from quizgame.tui.widgets.ticks import Ticks

__all__ = ["SetupScreen"]

_QUESTIONS = (5, 10, 20)
_ALL = 0


class SetupScreen(GameScreen[Choice | None]):
    """Choose a game. Gives None when the player goes back."""

    PLACE: ClassVar[Place] = "setup"
    CSS_PATH = "setup.tcss"
    BINDINGS = bindings("setup")
    AUTO_FOCUS = "#packs"

    def __init__(self) -> None:
        super().__init__()
        self._library = Library()

    def compose(self) -> ComposeResult:
        """The packs, the mode and its length, and what that makes."""
        self._library = self.game.attempt("The packs cannot be read.", self.world.library) or Library()
        settings = self.game.settings
        questions = sorted({*_QUESTIONS, settings.questions})
        seconds = sorted({*CHALLENGE_SECONDS, settings.seconds})
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("More ways to play", "bold"), classes="title")
            yield Ticks(
                *(Selection(_told(pack), pack.id, initial_state=True) for pack in self._library.packs), id="packs"
            )
            with Horizontal(classes="row"):
                yield Text(plain("Mode"), classes="name")
                yield Chips([Chip(mode.name, mode.title) for mode in MODES.values()], "classic", id="mode")
            yield Text(id="about")
            with Horizontal(classes="row", id="questions-row"):
                yield Text(plain("Questions"), classes="name")
                chips = [*(Chip(number, str(number)) for number in questions), Chip(_ALL, "all")]
                yield Chips(chips, settings.questions, id="questions")
            with Horizontal(classes="row", id="seconds-row"):
                yield Text(plain("Seconds"), classes="name")
                yield Chips([Chip(number, str(number)) for number in seconds], settings.seconds, id="seconds")
            with Horizontal(id="go"):
                yield Button(plain(" ▶ Start "), id="start", compact=True)
                yield Text(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """Say what is chosen."""
        self._tell()

    @property
    def chosen(self) -> tuple[PackInfo, ...]:
        """The packs that are ticked."""
        ticked = set(self.query_one("#packs", SelectionList).selected)
        return tuple(pack for pack in self._library.packs if pack.id in ticked)

    @property
    def rules(self) -> Rules:
        """The rules that are chosen."""
        if self.query_one("#mode", Chips).value == "challenge":
            return challenge(self.query_one("#seconds", Chips).value)
        return classic(self.query_one("#questions", Chips).value or max(1, self._stock))

    @property
    def _stock(self) -> int:
        return sum(pack.questions for pack in self.chosen)

    @on(SelectionList.SelectedChanged)
    @on(Chips.Changed)
    def _tell(self) -> None:
        rules = self.rules
        timed = rules.mode == "challenge"
        self.query_one("#questions-row").display = not timed
        self.query_one("#seconds-row").display = timed
        self.query_one("#about", Text).show(plain(MODES[rules.mode].summary, "$quiet"))
        self.query_one("#told", Text).show(self._told_game(rules))

    def _told_game(self, rules: Rules) -> Content:
        if not self.chosen:
            return plain("Tick a pack to play.", "$warning")
        stock = plain(f"from {counted(self._stock, 'question')} in {counted(len(self.chosen), 'pack')}", "$quiet")
        if rules.questions and rules.questions > self._stock:
            there = "is" if self._stock == 1 else "are"
            return plain(f"There {there} only {counted(self._stock, 'question')}; all will be asked.", "$quiet")
        length = counted(rules.length, "second" if rules.mode == "challenge" else "question")
        return line(length, " ", stock)

    @on(Button.Pressed, "#start")
    def action_start(self) -> None:
        """Start the game."""
        if not self.chosen:
            self.game.say("Tick a pack to play.", warning=True)
            return
        every = len(self.chosen) == len(self._library.packs)
        self.dismiss(Choice(rules=self.rules, packs=() if every else tuple(pack.id for pack in self.chosen)))

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def _told(pack: PackInfo) -> Content:
    return line(short(pack.title, 60), plain(f" · {pack.questions:,}"))
