"""What a game came to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec

from quizgame.core.modes import Rules
from quizgame.core.session import Answered, Attempt, Outcome, Session

__all__ = ["Result", "Seat", "place_of", "result_data", "seats_of", "summarise"]


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """What a game came to for one of those who took turns."""

    name: str
    correct: int
    score: int
    best_streak: int


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A game summed up."""

    id: str
    rules: Rules
    seed: int
    packs: tuple[str, ...]
    day: date | None = None
    """The day whose questions were asked, in a daily game."""
    outcome: Outcome | None
    """How the game ended, or None when it was left."""
    asked: int
    """How many answers were right or wrong; a skip is neither."""
    correct: int
    score: int
    best_streak: int
    seconds: float
    """Time on the clock, in seconds."""
    answered: tuple[Answered, ...]
    players: tuple[str, ...] = ()
    """Those who took turns, as they sat; empty where one player played."""
    seats: tuple[Seat, ...] = ()
    """The same in order of their scores."""

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 where none was given."""
        return self.correct / self.asked if self.asked else 0.0

    @property
    def misses(self) -> tuple[Answered, ...]:
        """The questions that were not answered right, each once."""
        missed = {one.showing.ref: one for one in reversed(self.answered) if not one.attempt.right}
        return tuple(reversed(missed.values()))

    @property
    def skipped(self) -> int:
        """How many questions were passed over."""
        return sum(not one.attempt.counts for one in self.answered)


def summarise(session: Session) -> Result:
    """Sum a game up, finished or not."""
    return Result(
        id=session.id,
        rules=session.rules,
        seed=session.seed,
        packs=session.packs,
        day=session.day,
        outcome=session.outcome,
        asked=session.asked,
        correct=session.correct,
        score=session.score,
        best_streak=session.best_streak,
        seconds=session.elapsed,
        answered=session.answered,
        players=session.players,
        seats=seats_of(session),
    )


def seats_of(session: Session) -> tuple[Seat, ...]:
    """How those who take turns stand, the first first; who has as many points in the order they sit."""
    seats = (
        _seat(name, [attempt for attempt in session.attempts if attempt.player == place])
        for place, name in enumerate(session.players)
    )
    return tuple(sorted(seats, key=lambda seat: -seat.score))


def place_of(seat: Seat, seats: Sequence[Seat]) -> int:
    """Which place somebody took, counted from 1; who has as many points shares it."""
    return 1 + sum(other.score > seat.score for other in seats)


def _seat(name: str, attempts: Sequence[Attempt]) -> Seat:
    return Seat(
        name=name,
        correct=sum(attempt.right for attempt in attempts),
        score=sum(attempt.points for attempt in attempts),
        best_streak=max((attempt.streak for attempt in attempts), default=0),
    )


def result_data(result: Result) -> dict[str, Any]:
    """A result as the JSON object that scripts rely on; of a game in turns it tells the players besides."""
    told: dict[str, Any] = {
        "mode": result.rules.mode,
        "seed": result.seed,
        "packs": list(result.packs),
        "asked": result.asked,
        "correct": result.correct,
        "score": result.score,
        "best_streak": result.best_streak,
        "seconds": result.seconds,
        "attempts": [_attempt_data(answered) for answered in result.answered],
    }
    return {**told, "players": msgspec.to_builtins(result.seats)} if result.seats else told


def _attempt_data(answered: Answered) -> dict[str, Any]:
    attempt = answered.attempt
    return {
        "question": attempt.ref,
        "stem": answered.showing.question.stem,
        "options": list(answered.showing.options),
        "chosen": attempt.chosen or None,
        "answer": attempt.answer,
        "right": attempt.right,
        "seconds": attempt.seconds,
        "points": attempt.points,
        "streak": attempt.streak,
    }
