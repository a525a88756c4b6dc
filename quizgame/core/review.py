"""Which questions are due: the memory model FSRS over what became of every question.

Cards are folded from the recorded games like every other figure, so that nothing can get out of step with the record.
There are no steps within a day: a game is one sitting, and what was missed comes back the next day at the earliest by
its card, and as a recent miss as soon as the player asks for a review.
"""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Literal

import msgspec

from quizgame.core.session import Attempt

if TYPE_CHECKING:
    from fsrs import Scheduler

__all__ = ["LEECH_LAPSES", "RECENT_MISS", "Card", "Rating", "rating", "reviewed"]

Rating = Literal["again", "hard", "good", "easy"]

EASY_SECONDS = 4.0
"""Who is right so fast knew it."""
HARD_SECONDS = 20.0
"""Who needs longer had to think."""
LEECH_LAPSES = 4
"""A question forgotten so often is a leech: worth a look at its proof rather than another guess."""
RECENT_MISS = timedelta(days=7)
"""For so long a miss counts as recent."""


class Card(msgspec.Struct, frozen=True, array_like=True):
    """What FSRS knows of one question."""

    stability: float
    """In so many days the chance to know it falls to 90 %."""
    difficulty: float
    """From 1 to 10."""
    due: datetime
    last: datetime
    lapses: int = 0
    """How often it was forgotten after it was known."""

    @property
    def is_leech(self) -> bool:
        """Whether it was forgotten again and again."""
        return self.lapses >= LEECH_LAPSES


def rating(attempt: Attempt, *, time_factor: float = 1.0) -> Rating:
    """How well a question was known, from right and wrong, speed and lifelines.

    Args:
        attempt: What became of it.
        time_factor: By how much the player has clocks extended; as much slower is no harder.
    """
    if not attempt.right:
        return "again"
    if attempt.aids or attempt.seconds > HARD_SECONDS * time_factor:
        return "hard"
    return "easy" if attempt.seconds <= EASY_SECONDS * time_factor else "good"


def reviewed(card: Card | None, rated: Rating, when: datetime) -> Card:
    """A card after its question was answered.

    Args:
        card: What was known of it; None where it was never asked.
        rated: How well it was known.
        when: The moment, aware of its offset; one before the last review is taken for that.
    """
    from fsrs import Card as FsrsCard  # noqa: PLC0415 - costs 30 ms, and most starts of the game need none of it
    from fsrs import Rating as FsrsRating  # noqa: PLC0415
    from fsrs import State  # noqa: PLC0415

    moment = when.astimezone(UTC)
    if card is None:
        before = FsrsCard(card_id=1, due=moment)
    else:
        moment = max(moment, card.last)
        before = FsrsCard(
            card_id=1,
            state=State.Review,
            stability=card.stability,
            difficulty=card.difficulty,
            due=card.due,
            last_review=card.last,
        )
    after, _ = _scheduler().review_card(before, FsrsRating[rated.capitalize()], review_datetime=moment)
    lapses = card.lapses + (rated == "again") if card else 0
    return Card(after.stability or 0.0, after.difficulty or 0.0, after.due, moment, lapses)


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler  # noqa: PLC0415

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
