"""How a run against the clock goes: against one's own best at the same second, and over its time."""

from collections.abc import Iterable, Sequence

from quizgame.core.record import Game
from quizgame.core.session import Attempt

__all__ = ["ahead_by", "pace", "right_times"]


def right_times(attempts: Iterable[Attempt], *, miss_seconds: float) -> tuple[float, ...]:
    """What the clock had counted at each right answer of a run, in seconds.

    Args:
        attempts: The run's answers, in order.
        miss_seconds: What a miss took off the clock.
    """
    clock = 0.0
    times = []
    for attempt in attempts:
        clock += attempt.seconds + (miss_seconds if attempt.is_miss else 0.0)
        if attempt.right:
            times.append(round(clock, 3))
    return tuple(times)


def ahead_by(correct: int, seconds: float, best: Sequence[float]) -> int:
    """How many right answers a run is ahead of another at the same second; below 0 where it is behind.

    Args:
        correct: The right answers of the run so far.
        seconds: What its clock has counted.
        best: The other run's `right_times`.
    """
    return correct - sum(time <= seconds for time in best)


def pace(game: Game, *, miss_seconds: float, parts: int = 12) -> tuple[int, ...]:
    """Right answers in each of so many equal parts of a run's time.

    Args:
        game: A run against the clock, with its attempts.
        miss_seconds: What a miss took off the clock.
        parts: Into how many parts the time is cut.
    """
    whole = game.length * game.time_factor
    counts = [0] * parts
    for time in right_times(game.attempts, miss_seconds=miss_seconds):
        counts[min(parts - 1, int(time / whole * parts))] += 1
    return tuple(counts)
