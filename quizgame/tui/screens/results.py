"""What a game came to: one number large, then what it means, then every question with its proof."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Digits

from quizgame.core.record import Game, beats
from quizgame.core.result import Result
from quizgame.core.session import Answered
from quizgame.core.wording import gain, grouped, percent, took
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, joined, line, plain, unbroken
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Prose, Text
from quizgame.tui.widgets.verdict import proof

__all__ = ["ResultsScreen"]

_SIGNS_SHOWN = 60


class ResultsScreen(GameScreen[str | None]):
    """The end of a game. Gives ``again``, ``misses`` or None for home.

    Args:
        result: The game summed up.
        game: What was recorded of it; None where it could not be.
        best: The best game on the same board before it, or None.
    """

    PLACE: ClassVar[Place] = "results"
    CSS_PATH = "results.tcss"
    BINDINGS = bindings("results")
    AUTO_FOCUS = "#questions"

    def __init__(self, result: Result, game: Game | None, best: Game | None) -> None:
        super().__init__()
        self._result = result
        self._game = game
        self._best = best

    def compose(self) -> ComposeResult:
        """The figures, then the questions."""
        result = self._result
        with Horizontal(classes="center"), Vertical(classes="column"):
            with Horizontal(id="summary"):
                yield Digits(str(result.correct), id="correct")
                with Vertical(id="figures"):
                    yield Text(self._headline(), id="headline")
                    yield Text(self._points(), id="points")
                    yield Text(_pace(result), id="pace")
            yield Text(_signs(result), id="signs")
            with VerticalScroll(id="questions"):
                if not result.answered:
                    yield Text(plain("No question was answered in time. The next run is yours.", "$quiet"))
                for number, answered in enumerate(result.answered, 1):
                    with Horizontal(classes="question"):
                        yield Text(plain(f"{number:>2}", "$quiet"), classes="number")
                        yield Prose(joined(_told(answered)), classes="told")
            yield KeyBar(*(["misses"] if result.misses else []))

    def _headline(self) -> Content:
        result = self._result
        right = plain(f"{result.correct} of {result.asked} right", "bold")
        share = plain(f"  {percent(result.accuracy)}", "$quiet") if result.asked else EMPTY
        return line(right, share)

    def _points(self) -> Content:
        result = self._result
        points = line(plain(grouped(result.score), "bold $points"), f" {'point' if result.score == 1 else 'points'}")
        return joined((points, self._standing()), "   ") if self._standing() else points

    def _standing(self) -> Content:
        if self._game is None:
            return plain("not saved", "bold $warning")
        if not self._game.scored:
            return plain("practice", "$quiet")
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

    def action_home(self) -> None:
        """Back to the start."""
        self.dismiss(None)


def _pace(result: Result) -> Content:
    parts = [f"best streak {result.best_streak}"]
    if result.rules.scored:
        parts.append(f"seed {result.seed}")
    times = [answered.attempt.seconds for answered in result.answered]
    if len(times) > 1:
        parts += [f"fastest {took(min(times))}", f"slowest {took(max(times))}"]
    return plain(" · ".join(parts), "$quiet")


def _signs(result: Result) -> Content:
    signs = [
        plain("✓", "bold $success") if answered.attempt.right else plain("✗", "bold $error")
        for answered in result.answered[:_SIGNS_SHOWN]
    ]
    if result.outcome == "time-up":
        signs.append(plain("⏱", "$warning"))
    return joined(signs, " ")


def _told(answered: Answered) -> Iterator[Content]:
    """What was asked, chosen and right, and the proof."""
    attempt = answered.attempt
    yield plain(answered.showing.question.stem, "bold")
    if attempt.right:
        won = plain(f"   {gain(attempt.points)}", "$points")
        yield line(plain("✓ ", "bold $success"), unbroken(attempt.answer, "$success"), won)
    else:
        yield line(plain("✗ ", "bold $error"), unbroken(attempt.chosen, "$error"), plain("  your answer", "$quiet"))
        yield line(plain("✓ ", "bold $success"), unbroken(attempt.answer, "$success"), plain("  right", "$quiet"))
    yield from proof(answered.showing)
