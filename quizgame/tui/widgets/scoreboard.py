"""The top of a game: a line of figures, under it the clock of the question; or that of the run, with the figures."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from quizgame.core.modes import Rules
from quizgame.core.session import Answered, Session
from quizgame.tui.content import EMPTY, Content, line, plain, short
from quizgame.tui.widgets.clock import BigTime, ClockBar, SmallTime
from quizgame.tui.widgets.score import Progress, Score, Streak
from quizgame.tui.widgets.text import Text

__all__ = ["Scoreboard"]

_RANK_IN_FULL = 30
_RANK_IN_A_WORD = 10


class Scoreboard(Vertical):
    """Where the player stands.

    Args:
        rules: The rules of the game, which decide what there is to show.
        has_best: Whether there is a run of the player's own to be measured by.
        turns: Whether players take turns, so that it must always tell whose it is.
    """

    def __init__(self, rules: Rules, *, has_best: bool = False, turns: bool = False) -> None:
        super().__init__(id="scoreboard", classes="-turns" if turns else None)
        self._run_clock = rules.run_clock
        self._question_clock = rules.question_clock
        self._has_best = has_best

    def compose(self) -> ComposeResult:
        """The line of figures, or the face of a run against the clock."""
        if self._run_clock is None:
            with Horizontal(id="line"):
                yield Text(id="pack")
                yield Progress(id="progress")
                yield Score(id="score")
                yield Streak(id="streak")
            if self._question_clock is not None:
                with Horizontal(id="question-clock"):
                    yield SmallTime(id="small-time")
                    yield ClockBar(id="clock-bar")
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
                    if self._has_best:
                        yield Text(id="rank")

    def show(self, session: Session, verdict: Answered | None, *, saved: bool) -> None:
        """Show how a game stands, while a question is open or its verdict is shown."""
        mine = [attempt for attempt in session.attempts if attempt.player == session.player]
        self.query_one(Score).go_to(sum(attempt.points for attempt in mine))
        self.query_one(Streak).go_to(session.streak)
        if self._run_clock is None:
            self._show_progress(session, verdict, saved=saved)
            left = session.question_left if verdict is None else None
            if left is not None:
                self.show_time(left)
        else:
            tally = line(
                plain(f"✓ {session.correct}", "bold $success"), "   ", plain(f"✗ {session.misses}", "bold $error")
            )
            self.query_one("#tally", Text).show(line(tally, EMPTY if saved else plain("   not saved", "$warning")))
            self.show_time(session.time_left or 0.0)

    def _show_progress(self, session: Session, verdict: Answered | None, *, saved: bool) -> None:
        done = session.place
        progress = self.query_one(Progress)
        progress.number = done if verdict else min(done + 1, len(session.showings))
        progress.lives = (session.misses, session.rules.most_misses) if session.rules.most_misses else None
        progress.total = len(session.showings)
        progress.done = done
        self.query_one("#pack", Text).show(_head(session, verdict) if saved else plain("not saved", "bold $warning"))

    def show_time(self, left: float) -> None:
        """Show what is left on the clock, in seconds."""
        shown = max(0.0, left)
        for clock in (self.query_one(ClockBar), self.query_one(SmallTime)):
            clock.whole = self._run_clock or self._question_clock or 1.0
            clock.left = shown
        if self._run_clock is not None:
            big = self.query_one(BigTime)
            big.still = self.app.animation_level == "none"
            big.left = shown

    def show_rank(self, ahead: int) -> None:
        """Show by how many right answers the player is ahead of the own best at the same second."""
        if self._has_best:
            text = self.query_one("#rank", Text)
            text.show(_rank(ahead, text.size.width))


def _head(session: Session, verdict: Answered | None) -> Content:
    """Whose turn it is, or the pack of the question."""
    if session.players and verdict is None:
        return line(short(session.players[session.player], 40, "bold $primary"), plain(", your turn"))
    showing = verdict.showing if verdict else session.current
    return short(showing.pack_title, 80, "$quiet") if showing else EMPTY


def _rank(ahead: int, width: int) -> Content:
    """The rank in as many words as there is room for; the sign and the number always stay."""
    if not ahead:
        told, style = ("=", "level", "level with your best"), "$quiet"
    elif ahead > 0:
        told, style = (f"▲ {ahead}", "ahead", "ahead of your best"), "bold $success"
    else:
        told, style = (f"▼ {-ahead}", "behind", "behind your best"), "$quiet"
    sign, word, words = told
    in_words = words if width >= _RANK_IN_FULL else word if width >= _RANK_IN_A_WORD else ""
    return plain(f"{sign} {in_words}".rstrip(), style)
