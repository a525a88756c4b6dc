"""More ways to play: which packs, which mode, how long."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, SelectionList
from textual.widgets.selection_list import Selection

from quizgame.core.modes import (
    CHALLENGE_SECONDS,
    MODES,
    MOST_PLAYERS,
    QUESTION_SECONDS,
    Rules,
    challenge,
    classic,
    hot_seat,
    survival,
)
from quizgame.core.pack import Library, PackInfo
from quizgame.core.play import Choice
from quizgame.core.text import one_line
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, line, plain, short
from quizgame.tui.screens.base import NARROW, GameScreen
from quizgame.tui.widgets.chips import Chip, Chips
from quizgame.tui.widgets.fields import LineField
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text
from quizgame.tui.widgets.ticks import Ticks

__all__ = ["HOT_SEAT", "SetupScreen"]

_QUESTIONS = (5, 10, 20)
_ALL = 0
_NO_CLOCK = 0
_LONGEST_NAME = 40
HOT_SEAT = "hot-seat"
"""The name of the way in which players take turns, among those that can be chosen."""
_MODES = (
    Chip("classic", MODES["classic"].title),
    Chip("challenge", MODES["challenge"].title),
    Chip("survival", MODES["survival"].title),
    Chip(HOT_SEAT, "Hot seat"),
)
_NARROW = {"challenge": "Timed", HOT_SEAT: "Turns"}
_NARROW_MODES = tuple(Chip(mode.value, _NARROW.get(mode.value, mode.label)) for mode in _MODES)
_ROWS = {
    "classic": ("questions-row", "each-row"),
    "challenge": ("seconds-row",),
    "survival": (),
    HOT_SEAT: ("questions-row", "players-row"),
}
"""What each mode lets the player choose."""
_HOT_SEAT_SUMMARY = "two to six take turns on one keyboard, same questions"


class SetupScreen(GameScreen[Choice | None]):
    """Choose a game. Gives None when the player goes back.

    Args:
        mode: The way to play that is chosen at first.
    """

    PLACE: ClassVar[Place] = "setup"
    CSS_PATH = "setup.tcss"
    BINDINGS = bindings("setup")
    AUTO_FOCUS = "#packs"

    def __init__(self, mode: str = "classic") -> None:
        super().__init__()
        self._first = mode
        self._library = Library()

    def compose(self) -> ComposeResult:
        """The packs, the mode and its length, and what that makes."""
        self._library = self.game.attempt("The packs cannot be read.", self.world.library) or Library()
        settings = self.game.settings
        questions = sorted({*_QUESTIONS, settings.questions})
        seconds = sorted({*CHALLENGE_SECONDS, settings.seconds})
        each = sorted({*QUESTION_SECONDS, settings.question_seconds} - {_NO_CLOCK})
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("More ways to play", "bold"), classes="title")
            yield Ticks(
                *(Selection(_told(pack), pack.id, initial_state=pack.is_on) for pack in self._library.packs), id="packs"
            )
            with Horizontal(classes="row", id="mode-row"):
                yield Text(plain("Mode"), classes="name")
                yield Chips(_NARROW_MODES if self._is_narrow else _MODES, self._first, id="mode")
            yield Text(id="about")
            with Horizontal(classes="row", id="questions-row"):
                yield Text(plain("Questions"), classes="name")
                chips = [*(Chip(number, str(number)) for number in questions), Chip(_ALL, "all")]
                yield Chips(chips, settings.questions, id="questions")
            with Horizontal(classes="row", id="each-row"):
                yield Text(plain("Each has"), classes="name")
                unit = "" if self._is_narrow else " s"
                chips = [Chip(_NO_CLOCK, "no limit"), *(Chip(number, f"{number}{unit}") for number in each)]
                yield Chips(chips, settings.question_seconds, id="each")
            with Horizontal(classes="row", id="players-row"):
                yield Text(plain("Players"), classes="name")
                yield LineField("Player 1, Player 2", hint="Ann, Bo", id="players")
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
    def _is_narrow(self) -> bool:
        return self.app.size.width < NARROW

    @property
    def chosen(self) -> tuple[PackInfo, ...]:
        """The packs that are ticked."""
        ticked = set(self.query_one("#packs", SelectionList).selected)
        return tuple(pack for pack in self._library.packs if pack.id in ticked)

    @property
    def rules(self) -> Rules:
        """The rules that are chosen."""
        factor = self.game.settings.time_factor
        if self._mode == "challenge":
            return challenge(self.query_one("#seconds", Chips).value, time_factor=factor)
        if self._mode == "survival":
            return survival(time_factor=factor)
        questions = self.query_one("#questions", Chips).value or max(1, self._stock)
        if self._mode == HOT_SEAT:
            return hot_seat(questions)
        return classic(questions, question_seconds=self.query_one("#each", Chips).value or None, time_factor=factor)

    @property
    def _mode(self) -> str:
        mode: str = self.query_one("#mode", Chips).value
        return mode

    @property
    def players(self) -> tuple[str, ...]:
        """Who takes turns; empty in the other modes."""
        if self._mode != HOT_SEAT:
            return ()
        names = self.query_one("#players", LineField).value.split(",")
        return tuple(dict.fromkeys(name for part in names if (name := one_line(part)[:_LONGEST_NAME])))

    @property
    def _stock(self) -> int:
        return sum(pack.questions for pack in self.chosen)

    @on(SelectionList.SelectedChanged)
    @on(Chips.Changed)
    @on(LineField.Changed)
    def _tell(self) -> None:
        rules = self.rules
        for row in ("questions-row", "each-row", "seconds-row", "players-row"):
            self.query_one(f"#{row}").display = row in _ROWS[self._mode]
        about = _HOT_SEAT_SUMMARY if self._mode == HOT_SEAT else MODES[rules.mode].summary
        self.query_one("#about", Text).show(plain(about, "$quiet"))
        self.query_one("#told", Text).show(self._told_game(rules))

    def _told_game(self, rules: Rules) -> Content:
        if not self.chosen:
            return plain("Tick a pack to play.", "$warning")
        trouble = self._players_trouble
        if trouble:
            return plain(trouble, "$warning")
        told = f"from {counted(self._stock, 'question')} in {counted(len(self.chosen), 'pack')}"
        stock = EMPTY if self._is_narrow else plain(told, "$quiet")
        if rules.mode == "survival":
            return line(plain("until the third miss "), stock)
        if rules.questions and rules.questions > self._stock:
            there = "is" if self._stock == 1 else "are"
            return plain(f"There {there} only {counted(self._stock, 'question')}; all will be asked.", "$quiet")
        length = counted(rules.length, "second" if rules.mode == "challenge" else "question")
        extended = f", time x{rules.time_factor:g}" if rules.time_factor != 1 else ""
        return line(plain(f"{length}{extended} "), stock)

    @on(Button.Pressed, "#start")
    @on(LineField.Submitted)
    def action_start(self) -> None:
        """Start the game."""
        trouble = self._players_trouble if self.chosen else "Tick a pack to play."
        if trouble:
            self.game.say(trouble, warning=True)
            return
        every = self.chosen == self._library.on.packs
        packs = () if every else tuple(pack.id for pack in self.chosen)
        self.dismiss(Choice(rules=self.rules, packs=packs, players=self.players))

    @property
    def _players_trouble(self) -> str:
        """What is wrong with the names of those who take turns."""
        if self._mode != HOT_SEAT or 1 < len(self.players) <= MOST_PLAYERS:
            return ""
        return "Name two to six different players, with commas between."

    def action_back(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def _told(pack: PackInfo) -> Content:
    return line(short(pack.title, 60), plain(f" · {pack.questions:,}"))
