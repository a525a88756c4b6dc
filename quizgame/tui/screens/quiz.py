"""The game itself: a question, its options, the verdict, and the next question in the same place."""

from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Key, ScreenResume, ScreenSuspend
from textual.message import Message
from textual.reactive import reactive

from quizgame.core.lifelines import hint
from quizgame.core.pace import ahead_by, right_times
from quizgame.core.record import board_of
from quizgame.core.session import Answered, Session, answer, lapse, leave, skip, use
from quizgame.core.showing import Showing
from quizgame.core.tally import Tally
from quizgame.core.tips import tip
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
    """What is on the screen: the game as it stands, and the answers whose verdict is shown."""

    session: Session
    verdicts: tuple[Answered, ...] = ()
    """One answer or, where players take turns, that of each of them."""

    @property
    def verdict(self) -> Answered | None:
        """The answer that was given last, while its verdict is shown."""
        return self.verdicts[-1] if self.verdicts else None

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
        record: All games before it.
    """

    PLACE: ClassVar[Place] = "quiz"
    CSS_PATH = "quiz.tcss"
    BINDINGS = bindings("quiz")

    turn: reactive[Turn | None] = reactive(None)

    def __init__(self, session: Session, keeper: Keeper, record: Tally) -> None:
        super().__init__()
        self._first = session
        self._keeper = keeper
        self._record = record
        self._rules = session.rules
        self._is_run = session.rules.run_seconds is not None
        best = record.best_on(board_of(session.rules, session.packs)) if self._is_run else None
        self._best = right_times(best.attempts, miss_seconds=session.rules.miss_seconds) if best else ()
        self._since = 0.0
        self._painted: Message | None = None
        self.set_class(self._is_run, "-timed")

    def compose(self) -> ComposeResult:
        """The scoreboard, the question, the cards, the verdict and the keys."""
        with Horizontal(id="strip", classes="center"):
            yield Scoreboard(self._rules, has_best=bool(self._best), turns=bool(self._session.players))
        with Horizontal(id="body", classes="center"):
            yield Board(self._first.showings, players=self._first.players, with_proof=not self._is_run)

    def on_mount(self) -> None:
        """Ask the first question, and let the clock be drawn."""
        self.turn = Turn(session=self._first)
        if self._rules.is_timed:
            self.set_interval(_TICK, self.tick)

    # Drawing

    def watch_turn(self, before: Turn | None, turn: Turn | None) -> None:
        """Draw what has changed, in place."""
        if turn is None:
            return
        self.query_one(Scoreboard).show(turn.session, turn.verdict, saved=self._keeper.saved)
        self._show_rank(turn.session, 0.0)
        self._name_keys(turn)
        if not turn.is_open or turn.showing is None:
            self._since = self.world.clock()
            self.query_one(Board).judge(turn.verdicts)
        elif before is not None and before.is_open and before.showing is turn.showing:
            self.query_one(Board).change(turn.session)  # the same question: a lifeline, or another player's turn
        else:
            self._ask(turn.session)

    def _name_keys(self, turn: Turn) -> None:
        aids = [aid for aid in turn.session.aids_left if turn.is_open and (aid != "hint" or self._has_hint(turn))]
        states = ["open"] if turn.is_open else [] if self._is_run else ["verdict"]
        self.query_one(Board).name_keys(*states, *aids, *([] if self._is_run else ["flag"]))

    @staticmethod
    def _has_hint(turn: Turn) -> bool:
        return turn.session.current is not None and bool(hint(turn.session.current.question))

    def _ask(self, session: Session) -> None:
        self._painted = None
        self.query_one(Board).ask(session, tip(session, self._record))
        self.call_after_refresh(self._paint)

    def _paint(self) -> None:
        """The question is on the screen: its time begins, and only keys that come from now on are meant for it."""
        self._painted = Message()
        self._since = self.world.clock()

    def _show_rank(self, session: Session, open_seconds: float) -> None:
        if self._best:
            ahead = ahead_by(session.correct, session.elapsed + open_seconds, self._best)
            self.query_one(Scoreboard).show_rank(ahead)

    # The clock

    @property
    def open_seconds(self) -> float:
        """How long the open question, or the verdict, has been on the screen: in seconds, to the millisecond."""
        return round(self.world.clock() - self._since, 3)

    def tick(self) -> None:
        """Draw the clock; end the game, the question or the verdict when their time has come."""
        turn = self.turn
        if turn is None or self.app.screen is not self:
            return
        if not turn.is_open:
            shown = self._rules.verdict_seconds if turn.verdict else _TIME_UP_SECONDS
            if shown is not None and self.open_seconds >= shown:
                self.action_next()
        elif self._painted is not None:
            left = round((turn.session.question_left or 0.0) - self.open_seconds, 3)
            self.query_one(Scoreboard).show_time(left)
            self._show_rank(turn.session, self.open_seconds)
            if left <= 0:
                self._accept(lapse(turn.session))

    # Answers

    async def on_key(self, event: Key) -> None:
        """Take an answer, move among the cards, or go on."""
        turn = self.turn
        if turn is None or self.is_leaving:
            return
        handled = self._key_over_question(event) if turn.is_open else self._key_over_verdict(event.key)
        if not handled:
            handled = await self._do_at_once(event)
        if handled:
            event.stop()
            event.prevent_default()

    async def _do_at_once(self, event: Key) -> bool:
        """Do what a key is bound to here as soon as it comes, so that no answer overtakes a lifeline."""
        bound = self.active_bindings.get(event.key)
        if not bound or not bound.enabled or bound.node is not self:
            return False
        await self.run_action(bound.binding.action)
        return True

    def _key_over_question(self, event: Key) -> bool:
        cards = self.query_one(OptionCards)
        if event.key in ("up", "down"):
            cards.move(1 if event.key == "down" else -1)
        elif event.key == "enter" and cards.cursor is not None:
            self._choose(cards.cursor, event)
        elif _ANSWER_KEYS.get(event.key, MOST_OPTIONS) < cards.count:
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
        if turn is None or turn.showing is None or place in turn.session.struck:
            return
        if self._rules.is_timed and (self._painted is None or cause.time < self._painted.time):
            return  # it was meant for the question before
        self._accept(answer(turn.session, place, self._taken))

    @property
    def _taken(self) -> float:
        return self.open_seconds if self._painted else 0.0

    def _accept(self, session: Session) -> None:
        """Save a move, then show it."""
        before = self.turn.session if self.turn else self._first
        self._keeper.keep(session)
        is_judged = session.place > before.place
        self._since = self.world.clock()
        self.turn = Turn(session=session, verdicts=session.answered[-session.turns :] if is_judged else ())
        if is_judged and self.game.settings.bell and not session.attempts[-1].right:
            self.app.bell()

    # Lifelines

    def action_fifty(self) -> None:
        """Leave the answer and one wrong option."""
        if self._may_use("fifty"):
            self._use(use(self._session, "fifty"))

    def action_hint(self) -> None:
        """Show the proof with the answer blanked."""
        if not self._may_use("hint"):
            return
        if hint(self._session.showings[self._session.place].question):
            self._use(use(self._session, "hint"))
        else:
            self._tell("There is no hint for this question; it is still yours.")

    def action_skip(self) -> None:
        """Pass over the question."""
        if self._may_use("skip"):
            self._accept(skip(self._session, self._taken))

    @property
    def _session(self) -> Session:
        return self.turn.session if self.turn else self._first

    def _may_use(self, aid: str) -> bool:
        turn = self.turn
        if turn is None or not turn.is_open or self.is_leaving:
            return False
        if aid in turn.session.aids_left:
            return True
        used = "You have used that one; each is there once a game."
        self._tell(used if self._rules.lifelines else "Lifelines are for classic and survival games.")
        return False

    def _tell(self, text: str) -> None:
        """Say something about the open question, never in place of a hint."""
        if "hint" in self._session.aids:
            self.game.say(text)
        else:
            self.query_one(Board).tell(text)

    def _use(self, session: Session) -> None:
        """Show what a lifeline gives; where an answer was given before, it is saved at once."""
        if session.attempts:
            self._keeper.keep(session)
        self.turn = Turn(session=session)

    # Pausing and flagging

    @work(exclusive=True, group="pause")
    async def action_pause(self) -> None:
        """Hide the question and stop the clock until the player goes on."""
        from quizgame.tui.screens.pause import PauseScreen

        turn = self.turn
        if turn is None or not turn.is_open or self._painted is None or not self.is_active:
            return
        if self._stop_clock(turn):
            await self.app.push_screen_wait(PauseScreen())
            self._paint()

    def _stop_clock(self, turn: Turn) -> bool:
        """Put the time that the open question has taken aside; False where it was over by then."""
        session = leave(turn.session, self._taken)
        if session.current is not turn.showing:
            self._accept(session)
            return False
        self._painted = None
        self.turn = Turn(session=session)
        if session.attempts:
            self._keeper.keep(session)
        return True

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stop the clock behind whatever stands in front."""
        self.step_away()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Go on where the clock was stopped."""
        self.come_back()

    def step_away(self) -> None:
        """Stop the clock, and hide the question like in a pause."""
        turn = self.turn
        is_running = turn is not None and turn.is_open and self._rules.is_timed and self._painted is not None
        if turn is not None and is_running and not self.is_leaving and self._stop_clock(turn):
            self.query_one(Board).visible = False

    def come_back(self) -> None:
        """Go on where the clock was stopped."""
        board = self.query_one(Board)
        if not board.visible:
            board.visible = True
            self._paint()

    @work(exclusive=True, group="flag")
    async def action_flag(self) -> None:
        """Flag the question as bad; it is asked no more."""
        from quizgame.tui.flagging import flag

        turn = self.turn
        if turn is None or turn.showing is None or not self.is_active:
            return
        if self._is_run:
            self._tell("Flag it in the results: the clock is running.")
            return
        await flag(self.game, turn.showing.ref, turn.showing.question.stem)

    # Moving on

    def action_next(self, *, by_player: bool = False) -> None:
        """Go on to the next question, or to the results after the last."""
        turn = self.turn
        if turn is None or turn.is_open or (by_player and self._is_run and turn.verdict):
            return  # the verdict of a run goes by itself, so that no key can lengthen or shorten the pause
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
        session = leave(turn.session, self._taken)
        self._since = self.world.clock()
        self._keeper.keep(session)
        self.set_reactive(QuizScreen.turn, Turn(session=session))  # there is nothing more to draw
