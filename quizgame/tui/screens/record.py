"""The record: what all games came to, the best of each kind, and the last ones."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from quizgame.core.modes import MODES
from quizgame.core.record import Game
from quizgame.core.stats import Best, Statistics, statistics
from quizgame.core.wording import (
    counted,
    day_name,
    ending_name,
    game_name,
    grouped,
    length_name,
    pack_names,
    percent,
    took,
)
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, joined, line, plain, row, short
from quizgame.tui.screens.base import NARROW, GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text

__all__ = ["RecordScreen"]


class RecordScreen(GameScreen[None]):
    """What the player has done so far."""

    PLACE: ClassVar[Place] = "record"
    CSS_PATH = "record.tcss"
    BINDINGS = bindings("record")
    AUTO_FOCUS = "#record"

    def compose(self) -> ComposeResult:
        """Totals, bests, recent games."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(id="totals")
            with VerticalScroll(id="record"):
                yield Text(id="tables")
            yield KeyBar()

    def on_mount(self) -> None:
        """Fold the record and tell it."""
        record = self.game.attempt("The record cannot be read.", self.world.tally)
        library = self.game.attempt("The packs cannot be read.", self.world.library)
        now = self.world.now()
        narrow = self.app.size.width < NARROW
        figures = statistics(record.tally, now=now, day_start=self.game.settings.day_start) if record else Statistics()
        titles = {pack.id: pack.title for pack in library.packs} if library else {}
        self.query_one("#totals", Text).show(_totals(figures, narrow=narrow))
        tables = [_bests(figures, titles, narrow=narrow), _recent(figures, titles, now, narrow=narrow)]
        empty = plain("Nothing here yet. Play a game, and it will be.", "$quiet")
        self.query_one("#tables", Text).show(joined(tables, "\n\n") if figures.asked else empty)

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)


def _totals(figures: Statistics, *, narrow: bool) -> Content:
    games, answers = _figure("games", grouped(figures.games)), _figure("answers", grouped(figures.asked))
    right, time = _figure("right", percent(figures.accuracy)), _figure("time", took(figures.seconds))
    streak = _figure("streak", f"{figures.answer_streak} right in a row, best {figures.best_answer_streak}")
    days = _figure("days", f"{figures.day_streak} in a row, best {figures.best_day_streak}")
    wide = ((games, answers, right, time), (streak, days))
    rows = ((games, answers, right), (streak,), (days,)) if narrow else wide
    return joined(joined(told, "   ") for told in rows)


def _figure(name: str, value: str) -> Content:
    return line(plain(f"{name} ", "$quiet"), plain(value, "bold"))


def _bests(figures: Statistics, titles: Mapping[str, str], *, narrow: bool) -> Content:
    rows = [plain("Best scores", "bold $primary")]
    rows += [_best(best, titles, narrow=narrow) for best in figures.bests]
    if not figures.bests:
        rows.append(plain("Win points in a whole game to set one.", "$quiet"))
    return joined(rows)


def _best(best: Best, titles: Mapping[str, str], *, narrow: bool) -> Content:
    score = plain(grouped(best.game.score), "bold $points")
    if narrow:
        told = f"{length_name(best.board.mode, best.board.length)}, {pack_names(best.board.packs, titles)}"
        return row(((score, 8), (EMPTY, 2), (short(told, 60), 28)), align_right=_first)
    packs = short(pack_names(best.board.packs, titles), 60)
    games = plain(counted(best.games, "game"), "$quiet")
    parts = (
        (score, 8),
        (EMPTY, 2),
        (plain(game_name(best.board.mode, best.board.length)), 28),
        (packs, 26),
        (EMPTY, 1),
        (games, 10),
    )
    return row(parts, align_right=_first)


def _recent(figures: Statistics, titles: Mapping[str, str], now: datetime, *, narrow: bool) -> Content:
    rows = [plain("Recent games", "bold $primary")]
    rows += [_game(game, titles, now, narrow=narrow) for game in figures.recent]
    return joined(rows)


def _game(game: Game, titles: Mapping[str, str], now: datetime, *, narrow: bool) -> Content:
    score = plain(grouped(game.score), "$points")
    right = plain(f"✓ {game.correct} of {game.asked}")
    day = plain(day_name(game.finished, now), "$quiet")
    if narrow:
        return row(((score, 8), (EMPTY, 2), (right, 12), (day, 14)), align_right=_first)
    packs = short(pack_names(game.packs, titles), 60)
    ending = plain(ending_name(game), "$quiet")
    mode = plain(MODES[game.mode].title)
    parts = ((score, 8), (EMPTY, 2), (mode, 16), (right, 12), (packs, 20), (EMPTY, 1), (day, 12), (ending, 8))
    return row(parts, align_right=_first)


def _first(place: int) -> bool:
    return place == 0
