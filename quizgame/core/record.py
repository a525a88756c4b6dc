"""What is kept of a game, for good."""

from datetime import date, datetime
from typing import Literal

import msgspec

from quizgame.core.days import play_day
from quizgame.core.errors import Problem
from quizgame.core.modes import ModeName, Rules
from quizgame.core.result import Result, Seat
from quizgame.core.session import Attempt

__all__ = ["Board", "Ending", "Game", "History", "beats", "board_of", "record"]

Ending = Literal["completed", "time-up", "out", "abandoned"]


class Board(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """What makes two scores comparable: the same mode, length, clocks and packs."""

    mode: ModeName
    length: int
    """Seconds of a timed game, questions of an untimed one."""
    packs: tuple[str, ...]
    question_seconds: float = 0.0
    """The time for each question; 0 where it has none."""
    time_factor: float = 1.0


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
    day: date | None = None
    """The day it counts for: of a daily game the day of its questions; None in records of old."""
    ending: Ending
    asked: int
    correct: int
    score: int
    best_streak: int
    seconds: float
    question_seconds: float = 0.0
    """The time that each question had; 0 where it had none."""
    time_factor: float = 1.0
    """By how much the clocks were extended."""
    scored: bool = True
    """Whether the score stands on the board."""
    players: tuple[Seat, ...] = ()
    """Those who took turns; empty where one player played."""
    attempts: tuple[Attempt, ...] = ()

    @property
    def board(self) -> Board:
        """The board that the score stands on."""
        return Board(
            mode=self.mode,
            length=self.length,
            packs=self.packs,
            question_seconds=self.question_seconds,
            time_factor=self.time_factor,
        )

    @property
    def best_score(self) -> int:
        """The score; where players took turns, that of the first of them."""
        return max((seat.score for seat in self.players), default=self.score)

    @property
    def play_day(self) -> date:
        """The day it counts for."""
        return self.day or play_day(self.finished)


def board_of(rules: Rules, packs: tuple[str, ...]) -> Board:
    """The board that the score of a game stands on."""
    return Board(
        mode=rules.mode,
        length=rules.length,
        packs=packs,
        question_seconds=rules.question_seconds or 0.0,
        time_factor=rules.time_factor,
    )


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The games of a profile in the order they were recorded, and what could not be read."""

    games: tuple[Game, ...] = ()
    problems: tuple[Problem, ...] = ()


def record(result: Result, *, finished: datetime, day: date | None = None) -> Game:
    """What to keep of a game.

    Args:
        result: The game; one without an outcome is kept as abandoned: its answers count, its score does not.
        finished: When it ended, aware of its offset.
        day: The day it counts for; that of `finished` where it is None. A daily game has its own.
    """
    return Game(
        id=result.id,
        mode=result.rules.mode,
        length=result.rules.length,
        packs=result.packs,
        seed=result.seed,
        finished=finished,
        day=result.day or day or play_day(finished),
        ending=result.outcome or "abandoned",
        asked=result.asked,
        correct=result.correct,
        score=result.score,
        best_streak=result.best_streak,
        seconds=result.seconds,
        question_seconds=result.rules.question_seconds or 0.0,
        time_factor=result.rules.time_factor,
        scored=result.rules.scored and result.outcome is not None,
        players=result.seats,
        attempts=tuple(answered.attempt for answered in result.answered),
    )


def beats(game: Game, best: Game | None) -> bool:
    """Whether a game goes above another on its board: by score, then by the shorter time.

    A game that was left, that was for practice or that scored nothing never does.
    """
    if not (game.scored and game.score):
        return False
    return best is None or (game.score, -game.seconds) > (best.score, -best.seconds)
