"""The top of a game: in an untimed one a single line, in a timed one the clock with the score under it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from quizgame.core.modes import Rules
from quizgame.core.session import Answered, Session
from quizgame.tui.content import EMPTY, line, plain, short
from quizgame.tui.widgets.clock import BigTime, ClockBar, SmallTime
from quizgame.tui.widgets.score import Progress, Score, Streak
from quizgame.tui.widgets.text import Text

__all__ = ["Scoreboard"]


class Scoreboard(Vertical):
    """Where the player stands.

    Args:
        rules: The rules of the game, which decide what there is to show.
    """

    def __init__(self, rules: Rules) -> None:
        super().__init__(id="scoreboard")
        self._run_seconds = rules.run_seconds

    def compose(self) -> ComposeResult:
        """The line of an untimed game, or the face of a timed one."""
        if self._run_seconds is None:
            with Horizontal(id="line"):
                yield Text(id="pack")
                yield Progress(id="progress")
                yield Score(id="score")
                yield Streak(id="streak")
            return
        with Horizontal(id="face"):
            yield BigTime(id="big-time")
            with Vertical(id="side"):
                yield ClockBar(id="clock-bar")
                with Horizontal(id="line"):
                    yield SmallTime(id="small-time")
                    yield Text(id="tally")
                    yield Score(id="score")
                    yield Streak(id="streak")

    def show(self, session: Session, verdict: Answered | None, *, saved: bool) -> None:
        """Show how a game stands, while a question is open or its verdict is shown."""
        self.query_one(Score).go_to(session.score)
        self.query_one(Streak).go_to(session.streak)
        if self._run_seconds is None:
            self._show_progress(session, verdict, saved=saved)
        else:
            tally = line(
                plain(f"✓ {session.correct}", "bold $success"), "   ", plain(f"✗ {session.misses}", "bold $error")
            )
            self.query_one("#tally", Text).show(line(tally, EMPTY if saved else plain("   not saved", "$warning")))
            self.show_time(session.time_left or 0.0)

    def _show_progress(self, session: Session, verdict: Answered | None, *, saved: bool) -> None:
        done = len(session.attempts)
        progress = self.query_one(Progress)
        progress.number = done if verdict else min(done + 1, len(session.showings))
        progress.total = len(session.showings)
        progress.done = done
        showing = verdict.showing if verdict else session.current
        title = short(showing.pack_title, 80, "$quiet") if showing else EMPTY
        self.query_one("#pack", Text).show(title if saved else plain("not saved", "bold $warning"))

    def show_time(self, left: float) -> None:
        """Show what is left on the clock."""
        shown = max(0.0, left)
        bar = self.query_one(ClockBar)
        bar.whole = self._run_seconds or 1.0
        bar.left = shown
        self.query_one(SmallTime).left = shown
        big = self.query_one(BigTime)
        big.still = self.app.animation_level == "none"
        big.left = shown
