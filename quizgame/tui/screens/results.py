"""What a game came to: one number large, then what it means, then every question with its proof."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Digits, Sparkline

from quizgame.core.achievements import Achievement
from quizgame.core.pace import pace
from quizgame.core.record import Game, beats, board_of
from quizgame.core.result import Result, place_of
from quizgame.core.session import Answered, Attempt
from quizgame.core.share import result_text, sign
from quizgame.core.wording import board_name, counted, gain, game_title, grouped, percent, took
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, joined, line, outlined, plain, row, short, unbroken
from quizgame.tui.screens.base import NARROW, GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Prose, Text
from quizgame.tui.widgets.verdict import proof

__all__ = ["ResultsScreen"]

_SIGNS_SHOWN = 60
_WHY = {"answered": "  your answer", "skipped": "skipped", "lapsed": "too late"}


class ResultsScreen(GameScreen[str | None]):
    """The end of a game. Gives ``again``, ``misses`` or None for home.

    Args:
        result: The game summed up.
        game: What was recorded of it; None where it could not be.
        best: The best game on the same board before it, or None.
        new: What was achieved by it.
    """

    PLACE: ClassVar[Place] = "results"
    CSS_PATH = "results.tcss"
    BINDINGS = bindings("results")
    AUTO_FOCUS = "#questions"

    def __init__(self, result: Result, game: Game | None, best: Game | None, new: Sequence[Achievement] = ()) -> None:
        super().__init__()
        self._result = result
        self._game = game
        self._best = best
        self._new = new

    def compose(self) -> ComposeResult:
        """The figures, then the questions."""
        result = self._result
        with Horizontal(classes="center"), Vertical(classes="column"):
            with Horizontal(id="summary"):
                yield Digits(str(result.seats[0].correct if result.seats else result.correct), id="correct")
                with Vertical(id="figures"):
                    yield Text(self._headline(), id="headline")
                    yield Text(self._points(), id="points")
                    yield Text(_pace(result), id="pace")
            if not result.seats:
                yield Text(_signs(result), id="signs")
            if self._new:
                yield Text(_achieved(self._new), id="achieved")
            if result.seats:
                yield Text(_table(result, narrow=self.app.size.width < NARROW), id="seats")
            if self._game is not None and result.rules.run_seconds and result.correct:
                yield from self._pace(self._game)
            with VerticalScroll(id="questions"):
                if not result.answered:
                    yield Text(plain("No question was answered in time. The next run is yours.", "$quiet"))
                asked = groupby(result.answered, lambda answered: answered.showing.ref)
                for number, (_, answers) in enumerate(asked, 1):
                    with Horizontal(classes="question"):
                        yield Text(plain(f"{number:>2}", "$quiet"), classes="number")
                        yield Prose(joined(_told(tuple(answers), result.players)), classes="told")
            yield KeyBar(*(["misses"] if result.misses else []), *(["flag"] if result.answered else []))

    def _pace(self, game: Game) -> ComposeResult:
        counts = pace(game, miss_seconds=self._result.rules.miss_seconds)
        with Horizontal(id="pace-over-time"):
            yield Text(plain("right answers over time", "$quiet"), classes="name")
            yield Sparkline(counts, id="sparks")
            yield Text(plain(f"{max(counts)} at best in {game.length * game.time_factor / len(counts):g} s", "$quiet"))

    def _headline(self) -> Content:
        result = self._result
        if result.seats:
            winner = line(short(result.seats[0].name, 40, "bold"), plain(" wins", "bold"))
            return winner if _has_winner(result) else plain("A draw", "bold")
        right = plain(f"{result.correct} of {result.asked} right", "bold")
        share = plain(f"  {percent(result.accuracy)}", "$quiet") if result.asked else EMPTY
        skipped = plain(f"  {result.skipped} skipped", "$quiet") if result.skipped else EMPTY
        return line(right, share, skipped)

    def _points(self) -> Content:
        result = self._result
        score = result.seats[0].score if result.seats else result.score
        points = line(plain(grouped(score), "bold $points"), f" {'point' if score == 1 else 'points'}")
        return joined((points, self._standing()), "   ") if self._standing() else points

    def _standing(self) -> Content:
        if self._game is None:
            return plain("not saved", "bold $warning")
        if not self._game.scored:
            return EMPTY if self._result.seats else plain("practice", "$quiet")
        if beats(self._game, self._best):
            return plain("★ new best", "bold $points")
        best = self._best.score if self._best else 0
        return line(plain("best "), plain(grouped(best), "$points")).stylize_before("$quiet") if best else EMPTY

    def action_again(self) -> None:
        """Play the same kind of game again."""
        self.dismiss("again")

    def action_misses(self) -> None:
        """Practise what was missed."""
        if self._result.misses:
            self.dismiss("misses")
        else:
            self.game.say("Nothing was missed.")

    def action_share(self) -> None:
        """Show the result as a text for others, and copy it."""
        from quizgame.tui.screens.share import ShareScreen

        result = self._result
        title = game_title(result.rules.mode, scored=result.rules.scored, players=bool(result.players))
        name = board_name(board_of(result.rules, result.packs), title=title)
        self.open_screen(ShareScreen(result_text(self._result, name=name)))

    @work(exclusive=True)
    async def action_flag(self) -> None:
        """Let the player pick a question of this game, and flag it."""
        from quizgame.tui.flagging import flag
        from quizgame.tui.screens.dialog import PickScreen

        showings = {one.showing.ref: one.showing for one in self._result.answered}
        if not showings or not self.is_active:
            return
        refs = list(showings)
        rows = [(str(place), outlined(showings[ref].question.stem, 52)) for place, ref in enumerate(refs)]
        picked = await self.app.push_screen_wait(PickScreen(plain("Which question is bad?"), EMPTY, rows))
        if picked is not None:
            ref = refs[int(picked)]
            await flag(self.game, ref, showings[ref].question.stem)

    def action_home(self) -> None:
        """Back to the start."""
        self.dismiss(None)


def _pace(result: Result) -> Content:
    if result.seats:
        return plain(f"{counted(result.asked // len(result.seats), 'question')} each", "$quiet")
    parts = [f"best streak {result.best_streak}"]
    if result.rules.scored:
        parts.append(f"seed {result.seed}")
    if result.rules.time_factor != 1:
        parts.insert(0, f"time x{result.rules.time_factor:g}")
    times = [answered.attempt.seconds for answered in result.answered]
    if len(times) > 1:
        parts += [f"fastest {took(min(times))}", f"slowest {took(max(times))}"]
    return plain(" · ".join(parts), "$quiet")


def _signs(result: Result) -> Content:
    signs = [_sign(answered.attempt) for answered in result.answered[:_SIGNS_SHOWN]]
    if result.outcome == "time-up":
        signs.append(plain("⏱", "$warning"))
    return joined(signs, " ")


def _sign(attempt: Attempt) -> Content:
    return plain(sign(attempt), "bold $success" if attempt.right else "bold $error" if attempt.counts else "$quiet")


def _has_winner(result: Result) -> bool:
    return len(result.seats) < 2 or result.seats[0].score > result.seats[1].score


def _achieved(achievements: Sequence[Achievement]) -> Content:
    told = [line(plain(f"★ {one.title}", "bold $primary"), plain(f"  {one.about}", "$quiet")) for one in achievements]
    return joined(told)


def _table(result: Result, *, narrow: bool) -> Content:
    """Those who took turns, the first on top."""
    rows = []
    for seat in result.seats:
        place = place_of(seat, result.seats)
        streak = "" if narrow else f"   best streak {seat.best_streak}"
        parts = (
            (plain(f"{place}", "bold $primary"), 2 if narrow else 4),
            (short(seat.name, 40, "bold" if place == 1 else ""), 20),
            (plain(grouped(seat.score), "bold $points"), 8),
            (EMPTY, 2),
            (plain(f"✓ {seat.correct}{streak}", "$quiet"), 6 if narrow else 28),
        )
        rows.append(row(parts, align_right=lambda column: column == 2))
    return joined(rows)


def _told(answers: Sequence[Answered], players: Sequence[str]) -> Iterator[Content]:
    """What was asked, what one player or each of those who took turns chose, what is right, and the proof."""
    showing = answers[0].showing
    yield plain(showing.question.stem, "bold")
    for answered in answers:
        yield _choice(answered.attempt, players)
    if not all(answered.attempt.right for answered in answers):
        answer = unbroken(answers[0].attempt.answer, "$success")
        yield line(plain("✓ ", "bold $success"), answer, plain("  right", "$quiet"))
    yield from proof(showing)


def _choice(attempt: Attempt, players: Sequence[str]) -> Content:
    chosen = unbroken(attempt.chosen, "$success" if attempt.right else "$error")
    who = line(short(players[attempt.player], 20), "  ") if players else EMPTY
    if attempt.right:
        return line(_sign(attempt), " ", who, chosen, plain(f"   {gain(attempt.points)}", "$points"))
    return line(_sign(attempt), " ", who, chosen, plain("" if players else _WHY[attempt.how], "$quiet"))
