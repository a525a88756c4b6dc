"""What a player is about to forget: the questions that a review asks."""

from collections.abc import Callable
from datetime import datetime

from quizgame.core.review import RECENT_MISS
from quizgame.core.tally import QuestionTally, Tally

__all__ = ["due_refs"]


def due_refs(tally: Tally, now: datetime, *, is_there: Callable[[str], bool] = lambda _: True) -> tuple[str, ...]:
    """The refs of the questions that are due: the latest misses first, then cards, the longest due in front.

    Args:
        tally: All recorded games.
        now: The present moment, aware of its offset.
        is_there: Whether a question, by its ref, can be asked at all.
    """
    due = [(_place(told, now), ref) for ref, told in tally.questions.items() if _is_due(told, now) and is_there(ref)]
    return tuple(ref for _, ref in sorted(due))


def _is_due(told: QuestionTally, now: datetime) -> bool:
    """Whether a question was missed lately, or is about to be forgotten."""
    return _is_recent_miss(told, now) or (told.card is not None and told.card.due <= now)


def _is_recent_miss(told: QuestionTally, now: datetime) -> bool:
    return told.missed is not None and now - told.missed <= RECENT_MISS


def _place(told: QuestionTally, now: datetime) -> tuple[bool, float]:
    if told.missed is not None and _is_recent_miss(told, now):
        return False, -told.missed.timestamp()
    return True, told.card.due.timestamp() if told.card else 0.0
