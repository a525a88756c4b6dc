"""The record: what all games came to, in a few parts."""

from collections.abc import Collection
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Sparkline

from quizgame.core.days import play_day
from quizgame.core.errors import QuizGameError
from quizgame.core.refs import pack_of, stems_of
from quizgame.core.stats import Statistics, statistics
from quizgame.core.tally import Day, Tally
from quizgame.core.wording import percent
from quizgame.tui import tables
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import Content, plain
from quizgame.tui.screens.base import NARROW, GameScreen
from quizgame.tui.widgets.chips import Chip, Chips
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text

__all__ = ["RecordScreen"]

_PARTS = (
    Chip("days", "Days"),
    Chip("scores", "Scores"),
    Chip("games", "Games"),
    Chip("knowledge", "Knowledge"),
    Chip("achievements", "Achievements"),
)
_NARROW_PARTS = (
    Chip("days", "Days"),
    Chip("scores", "Best"),
    Chip("games", "Games"),
    Chip("knowledge", "Known"),
    Chip("achievements", "★"),
)
_TREND_DAYS = 30
_WEEKS = 30
_WEEKS_WHERE_NARROW = 16


class RecordScreen(GameScreen[None]):
    """What the player has done so far."""

    PLACE: ClassVar[Place] = "record"
    CSS_PATH = "record.tcss"
    BINDINGS = bindings("record")
    AUTO_FOCUS = "#record"

    def __init__(self) -> None:
        super().__init__()
        self._tally = Tally()
        self._figures = Statistics()

    def compose(self) -> ComposeResult:
        """Totals, the names of the parts, and the part that is chosen."""
        narrow = self.app.size.width < NARROW
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(id="totals")
            yield Chips(_NARROW_PARTS if narrow else _PARTS, "days", id="part")
            with VerticalScroll(id="record"):
                yield Text(id="tables")
                with Vertical(id="trend"):
                    yield Text(plain("Answers a day, over the last 30 days", "bold $primary"), classes="name")
                    yield Sparkline(id="answers")
                    yield Text(id="accuracy-told", classes="name")
                    yield Sparkline(id="accuracy")
            yield KeyBar()

    def on_mount(self) -> None:
        """Read the record and tell it."""
        record = self.game.attempt("The record cannot be read.", self.world.tally)
        if record is not None:
            self._tally = record.tally
        self._figures = statistics(self._tally, now=self.world.now(), day_start=self.game.settings.day_start)
        self.query_one("#totals", Text).show(tables.totals(self._figures, narrow=self._is_narrow))
        self._draw_trend()
        self._tell()

    @property
    def _is_narrow(self) -> bool:
        return self.app.size.width < NARROW

    def on_key(self, event: Key) -> None:
        """Go from part to part from wherever the focus is."""
        if event.key in ("left", "right"):
            event.stop()
            event.prevent_default()
            self.query_one("#part", Chips).action_step(1 if event.key == "right" else -1)

    @on(Chips.Changed)
    def _tell(self) -> None:
        part: str = self.query_one("#part", Chips).value
        has_played = bool(self._tally.ids)
        empty = plain("Nothing here yet. Play a game, and it will be.", "$quiet")
        self.query_one("#tables", Text).show(self._told(part) if has_played or part == "achievements" else empty)
        self.query_one("#trend").display = part == "days" and bool(self._figures.asked)
        self.query_one("#record").scroll_home(animate=False)

    def _told(self, part: str) -> Content:
        figures, narrow = self._figures, self._is_narrow
        if part == "days":
            weeks = _WEEKS_WHERE_NARROW if narrow else _WEEKS
            return tables.calendar(figures, weeks=weeks)
        if part == "scores":
            return tables.bests(figures, self._titles(), narrow=narrow)
        if part == "games":
            day = play_day(self.world.now(), self.game.settings.day_start)  # by the clock as it is, right or wrong
            return tables.games(figures, self._titles(), day, narrow=narrow)
        if part == "knowledge":
            titles = self._titles()
            told = tables.knowledge(figures, titles, self._stems(titles), narrow=narrow)
            return told if figures.asked else plain("Answer a question, and it will be here.", "$quiet")
        return tables.achievements(self._tally, narrow=narrow)

    def _titles(self) -> dict[str, str]:
        library = self.game.attempt("The packs cannot be read.", self.world.library)
        return {pack.id: pack.title for pack in library.packs} if library else {}

    def _stems(self, there: Collection[str]) -> dict[str, str]:
        """What the hardest questions ask, as far as their packs are at hand; no other pack is read."""
        wanted = {pack_of(hard.ref) for hard in self._figures.hardest}.intersection(there)
        try:
            return stems_of(self.world.packs(tuple(wanted))) if wanted else {}
        except QuizGameError:
            return {}

    def _draw_trend(self) -> None:
        last = self._figures.today
        days = [self._tally.days.get(last - timedelta(days=back), Day()) for back in reversed(range(_TREND_DAYS))]
        played = [day.answers for day in days if day.answers.asked]
        self.query_one("#answers", Sparkline).data = [float(day.answers.asked) for day in days]
        self.query_one("#accuracy", Sparkline).data = [share.accuracy for share in played]
        for name in ("#accuracy-told", "#accuracy"):
            self.query_one(name).display = len(played) > 1
        if played:
            best = percent(max(share.accuracy for share in played))
            told = f"Right answers on the days played, {best} at best"
            self.query_one("#accuracy-told", Text).show(plain(told, "bold $primary"))

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)
