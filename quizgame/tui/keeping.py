"""Keeping a game while it is played: every move is saved before it is shown."""

from collections.abc import Callable

from quizgame.core.errors import DataError, Problem, QuizGameError
from quizgame.core.play import finish
from quizgame.core.record import Game
from quizgame.core.result import Result
from quizgame.core.session import Session
from quizgame.core.stats import statistics
from quizgame.core.text import one_line
from quizgame.core.world import World

__all__ = ["Keeper", "problems_of"]


def problems_of(error: QuizGameError) -> tuple[Problem, ...]:
    """What an error says is wrong, one by one."""
    return error.problems if isinstance(error, DataError) else (Problem(what=one_line(str(error))),)


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
        self.saved = True
        """Whether the last move is where a crash cannot reach it."""
        self.game: Game | None = None
        """What was recorded of the game, once it is over."""

    def keep(self, session: Session) -> None:
        """Save a game after a move; record it if that was its last."""
        if not session.is_finished:
            self._try(lambda: self._world.keep(session))
        elif not self._try(lambda: self._record(session)):
            self._try(lambda: self._world.keep(session))  # to be recorded when the game is next opened
            self.saved = False

    def best_before(self, result: Result) -> Game | None:
        """The best game on the same board before this one, or None."""
        if self.game is None:
            return None
        try:
            games = [game for game in self._world.history().games if game.id != result.id]
        except QuizGameError:
            return None
        best = statistics(games, now=self._world.now()).best_on(self.game.board)
        return best.game if best else None

    def _record(self, session: Session) -> None:
        _, self.game = finish(self._world, session)

    def _try(self, save: Callable[[], None]) -> bool:
        try:
            save()
        except QuizGameError as error:
            if self.saved:
                self._tell("This game cannot be saved just now. Play on; it may be lost when you leave.", error)
            self.saved = False
        else:
            self.saved = True
        return self.saved
