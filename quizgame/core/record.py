"""What is kept of a game, for good."""

from datetime import datetime
from typing import Literal

import msgspec

from quizgame.core.errors import Problem
from quizgame.core.modes import ModeName
from quizgame.core.result import Result
from quizgame.core.session import Attempt

__all__ = ["Board", "Ending", "Game", "History", "record"]

Ending = Literal["completed", "time-up", "abandoned"]


class Board(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What makes two scores comparable: the same mode, length and packs."""

    mode: ModeName
    length: int
    """Seconds of a timed game, questions of an untimed one."""
    packs: tuple[str, ...]


class Game(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One game in the record."""

    id: str
    mode: ModeName
    length: int
    """Seconds of a timed game, questions of an untimed one."""
    packs: tuple[str, ...]
    seed: int
    finished: datetime
    """When it ended, by the player's clock, with its offset from UTC."""
    ending: Ending
    asked: int
    correct: int
    score: int
    best_streak: int
    seconds: float
    scored: bool = True
    """Whether the score stands on the board."""
    attempts: tuple[Attempt, ...] = ()

    @property
    def board(self) -> Board:
        """The board that the score stands on."""
        return Board(mode=self.mode, length=self.length, packs=self.packs)


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The games of a profile in the order they were recorded, and what could not be read."""

    games: tuple[Game, ...] = ()
    problems: tuple[Problem, ...] = ()


def record(result: Result, *, finished: datetime) -> Game:
    """What to keep of a game.

    Args:
        result: The game; one without an outcome is kept as abandoned: its answers count, its score does not.
        finished: When it ended, aware of its offset.
    """
    return Game(
        id=result.id,
        mode=result.rules.mode,
        length=result.rules.length,
        packs=result.packs,
        seed=result.seed,
        finished=finished,
        ending=result.outcome or "abandoned",
        asked=result.asked,
        correct=result.correct,
        score=result.score,
        best_streak=result.best_streak,
        seconds=result.seconds,
        scored=result.rules.scored and result.outcome is not None,
        attempts=tuple(answered.attempt for answered in result.answered),
    )
