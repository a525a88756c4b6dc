"""The game itself: a question, its options, the verdict, and the next question in the same place."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive

from quizgame.core.session import Answered, Session, answer, expire, leave
from quizgame.core.showing import Showing
from quizgame.tui.commands import Place, bindings
from quizgame.tui.keeping import Keeper
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.board import Board
from quizgame.tui.widgets.cards import MOST_OPTIONS, OptionCard, OptionCards
from quizgame.tui.widgets.scoreboard import Scoreboard
from quizgame.tui.widgets.verdict import Verdict

__all__ = ["QuizScreen", "Turn"]

_TICK = 1 / 20
_ANSWER_KEYS = {key: place for place in range(MOST_OPTIONS) for key in (str(place + 1), "abcdef"[place])}
_TIME_UP_SECONDS = 1.5


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What is on the screen: the game as it stands, and the answer whose verdict is shown."""

    session: Session
    verdict: Answered | None = None

    @property
    def showing(self) -> Showing | None:
        """The question on the screen; None when the clock ran out over it."""
        return self.verdict.showing if self.verdict else self.session.current

    @property
    def is_open(self) -> bool:
        """Whether an answer is awaited."""
        return self.verdict is None and not self.session.is_finished


class QuizScreen(GameScreen[Session]):
    """One game, from the first question or from where it was left, to its end or to where it is left again.

    Args:
        session: The game as it stands.
        keeper: Saves every move.
    """

    PLACE: ClassVar[Place] = "quiz"
    CSS_PATH = "quiz.tcss"
    BINDINGS = bindings("quiz")

    turn: reactive[Turn | None] = reactive(None)

    def __init__(self, session: Session, keeper: Keeper) -> None:
        super().__init__()
        self._first = session
        self._keeper = keeper
        self._timed = session.rules.run_seconds is not None
        self._since = 0.0
        self._painted: Message | None = None
        self.set_class(self._timed, "-timed")

    def compose(self) -> ComposeResult:
        """The scoreboard, the question, the cards, the verdict and the keys."""
        with Horizontal(id="strip", classes="center"):
            yield Scoreboard(self._first.rules)
        with Horizontal(id="body", classes="center"):
            yield Board(self._first.showings, timed=self._timed)

    def on_mount(self) -> None:
        """Ask the first question, and let the clock be drawn."""
        self.turn = Turn(session=self._first)
        if self._timed:
            self.set_interval(_TICK, self.tick)

    # Drawing

    def watch_turn(self, turn: Turn | None) -> None:
        """Draw what has changed, in place."""
        if turn is None:
            return
        self.query_one(Scoreboard).show(turn.session, turn.verdict, saved=self._keeper.saved)
        self.query_one(Board).name_keys("open" if turn.is_open or self._timed else "verdict")
        if turn.is_open and turn.showing is not None:
            self._ask(turn.showing)
        else:
            self._since = self.world.clock()
            self.query_one(Board).judge(turn.verdict)

    def _ask(self, showing: Showing) -> None:
        self._painted = None
        self.query_one(Board).ask(showing)
        self.call_after_refresh(self._paint)

    def _paint(self) -> None:
        """The question is on the screen: its time begins, and only keys that come from now on are meant for it."""
        self._painted = Message()
        self._since = self.world.clock()

    # The clock

    @property
    def open_seconds(self) -> float:
        """How long the open question, or the verdict, has been on the screen: in seconds, to the millisecond."""
        return round(self.world.clock() - self._since, 3)

    def tick(self) -> None:
        """Draw the clock; end the game or the verdict when their time has come."""
        turn = self.turn
        if turn is None or self.app.screen is not self:
            return
        if not turn.is_open:
            shown = turn.session.rules.verdict_seconds if turn.verdict else _TIME_UP_SECONDS
            if shown is not None and self.open_seconds >= shown:
                self.action_next()
        elif self._painted is not None:
            left = round((turn.session.time_left or 0.0) - self.open_seconds, 3)
            self.query_one(Scoreboard).show_time(left)
            if left <= 0:
                self._accept(expire(turn.session))

    # Answers

    def on_key(self, event: Key) -> None:
        """Take an answer, move among the cards, or go on."""
        turn = self.turn
        if turn is None or self.is_leaving:
            return
        handled = self._key_over_question(event) if turn.is_open else self._key_over_verdict(event.key)
        if handled:
            event.stop()
            event.prevent_default()

    def _key_over_question(self, event: Key) -> bool:
        cards = self.query_one(OptionCards)
        if event.key in ("up", "down"):
            cards.move(1 if event.key == "down" else -1)
        elif event.key == "enter" and cards.cursor is not None:
            self._choose(cards.cursor, event)
        elif event.key in _ANSWER_KEYS:
            self._choose(_ANSWER_KEYS[event.key], event)
        else:
            return False
        return True

    def _key_over_verdict(self, key: str) -> bool:
        if key in ("enter", "space", "right"):
            self.action_next(by_player=True)
        elif key in ("up", "down"):
            self.query_one(Verdict).scroll_relative(y=1 if key == "down" else -1, animate=False)
        else:
            return False
        return True

    @on(OptionCard.Picked)
    def _pick(self, picked: OptionCard.Picked) -> None:
        if self.turn is not None and self.turn.is_open:
            self._choose(picked.place, picked)
        else:
            self.action_next(by_player=True)

    def _choose(self, place: int, cause: Message) -> None:
        turn = self.turn
        if turn is None or turn.showing is None or place >= len(turn.showing.options):
            return
        if self._timed and (self._painted is None or cause.time < self._painted.time):
            return  # it was meant for the question before
        seconds = self.open_seconds if self._painted else 0.0
        self._accept(answer(turn.session, place, seconds))

    def _accept(self, session: Session) -> None:
        """Save a move, then show it."""
        before = self.turn.session if self.turn else self._first
        self._keeper.keep(session)
        is_counted = len(session.attempts) > len(before.attempts)
        self.turn = Turn(session=session, verdict=session.answered[-1] if is_counted else None)

    # Moving on

    def action_next(self, *, by_player: bool = False) -> None:
        """Go on to the next question, or to the results after the last."""
        turn = self.turn
        if turn is None or turn.is_open or (by_player and self._timed and turn.verdict):
            return  # a timed verdict goes by itself, so that no key can lengthen or shorten the pause
        self.app.clear_notifications()
        if turn.session.is_finished:
            self.dismiss(turn.session)
        else:
            self.turn = Turn(session=turn.session)

    def action_scroll_stem(self) -> None:
        """Read on in a long question."""
        self.query_one(Board).read_on()

    def action_leave(self) -> None:
        """Leave the game. What was answered is kept, and so is the time that the open question has taken."""
        if self.turn is not None and not self.is_leaving:
            self.wind_up()
            self.dismiss(self.turn.session)

    def wind_up(self) -> None:
        """Keep the game with the time its open question has taken."""
        turn = self.turn
        if turn is None or self.is_leaving or not (turn.is_open and turn.session.attempts):
            return
        session = leave(turn.session, self.open_seconds if self._painted else 0.0)
        self._since = self.world.clock()
        self._keeper.keep(session)
        self.set_reactive(QuizScreen.turn, Turn(session=session))  # there is nothing more to draw
