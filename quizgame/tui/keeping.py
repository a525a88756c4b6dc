"""Keeping a game while it is played: every move is saved before it is shown."""

from collections.abc import Callable
from contextlib import suppress

from quizgame.core.achievements import Achievement, newly
from quizgame.core.errors import DataError, Problem, QuizGameError
from quizgame.core.play import finish
from quizgame.core.record import Game
from quizgame.core.session import Session
from quizgame.core.tally import Tally, fold
from quizgame.core.text import one_line
from quizgame.core.wording import clock_face, game_title
from quizgame.core.world import World

__all__ = ["Keeper", "problems_of", "progress_name", "reason_of"]

_NOT_SAVED = "This game is not saved just now:"
_NOT_RECORDED = "Not in your record yet:"


def problems_of(error: QuizGameError) -> tuple[Problem, ...]:
    """What an error says is wrong, one by one."""
    return error.problems if isinstance(error, DataError) else (Problem(what=one_line(str(error))),)


def reason_of(error: QuizGameError) -> str:
    """Why something failed, in the system's few words, without the file that it was about."""
    return one_line(str(error)).rsplit(": ", 1)[-1]


def progress_name(session: Session) -> str:
    """What a game that was left is, and how far it has come: ``classic, question 5 of 10``."""
    title = game_title(session.rules.mode, scored=session.rules.scored, players=bool(session.players)).lower()
    if session.time_left is not None:
        return f"{title}, {clock_face(session.time_left)} left"
    return f"{title}, question {session.place + 1} of {len(session.showings)}"


class Keeper:
    """Saves one game as it goes on.

    A game that cannot be saved goes on all the same; the player is told once, and `saved` tells it from then on.

    Args:
        world: Where games are kept.
        tell: Says to the player that something was not saved, and why.
    """

    def __init__(self, world: World, tell: Callable[[str, QuizGameError], None]) -> None:
        self._world = world
        self._tell = tell
        self._over: Session | None = None
        self.saved = True
        """Whether the last move is where a crash cannot reach it."""
        self.game: Game | None = None
        """What was recorded of the game, once it is over."""
        self.before = Tally()
        """All games before it, then."""

    def keep(self, session: Session) -> None:
        """Save a game after a move; record it if that was its last."""
        if not session.is_finished:
            self._try(lambda: self._world.keep(session), _NOT_SAVED)
            return
        self._over = session
        if not self._try(lambda: self._record(session), _NOT_RECORDED):
            self._try(lambda: self._world.keep(session), "")  # to be recorded when the game is next opened
            self.saved = False

    def try_again(self) -> bool:
        """Record a game that is over and could not be recorded when it ended.

        Returns:
            Whether nothing is left to record.
        """
        over = self._over
        return over is None or self.game is not None or self._try(lambda: self._record(over), "")

    def is_about(self, session: Session) -> bool:
        """Whether this is a game that came to its end here."""
        return self._over is not None and self._over.id == session.id

    @property
    def best_before(self) -> Game | None:
        """The best game on the same board before this one, or None."""
        return self.before.best_on(self.game.board) if self.game else None

    @property
    def achieved(self) -> tuple[Achievement, ...]:
        """What was achieved by the game."""
        return newly(self.before, fold(self.before, [self.game])) if self.game else ()

    def _record(self, session: Session) -> None:
        with suppress(QuizGameError):  # what cannot be read now tells of itself on the home screen
            self.before = self._world.tally().tally
        _, self.game = finish(self._world, session)

    def _try(self, save: Callable[[], None], trouble: str) -> bool:
        try:
            save()
        except QuizGameError as error:
            if self.saved and trouble:
                self._tell(trouble, error)
            self.saved = False
        else:
            self.saved = True
        return self.saved
