"""What a game came to."""

from typing import Any

import msgspec

from quizgame.core.modes import Rules
from quizgame.core.session import Answered, Outcome, Session

__all__ = ["Result", "result_data", "summarise"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A game summed up."""

    id: str
    rules: Rules
    seed: int
    packs: tuple[str, ...]
    outcome: Outcome | None
    """How the game ended, or None when it was left."""
    asked: int
    correct: int
    score: int
    best_streak: int
    seconds: float
    """Time on the clock, in seconds."""
    answered: tuple[Answered, ...]

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 where none was given."""
        return self.correct / self.asked if self.asked else 0.0

    @property
    def misses(self) -> tuple[Answered, ...]:
        """The questions that were answered wrong."""
        return tuple(answered for answered in self.answered if not answered.attempt.right)


def summarise(session: Session) -> Result:
    """Sum a game up, finished or not."""
    return Result(
        id=session.id,
        rules=session.rules,
        seed=session.seed,
        packs=session.packs,
        outcome=session.outcome,
        asked=len(session.attempts),
        correct=session.correct,
        score=session.score,
        best_streak=session.best_streak,
        seconds=session.elapsed,
        answered=session.answered,
    )


def result_data(result: Result) -> dict[str, Any]:
    """A result as the JSON object that scripts rely on."""
    return {
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


def _attempt_data(answered: Answered) -> dict[str, Any]:
    attempt = answered.attempt
    return {
        "question": attempt.ref,
        "stem": answered.showing.question.stem,
        "options": list(answered.showing.options),
        "chosen": attempt.chosen,
        "answer": attempt.answer,
        "right": attempt.right,
        "seconds": attempt.seconds,
        "points": attempt.points,
        "streak": attempt.streak,
    }
