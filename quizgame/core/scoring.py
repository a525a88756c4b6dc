"""Points."""

__all__ = ["FULL_SECONDS", "RIGHT_POINTS", "STREAK_CAP", "STREAK_STEP", "points", "speed_points", "streak_bonus"]

RIGHT_POINTS = 1_000
STREAK_STEP = 100
STREAK_CAP = 500
FULL_SECONDS = 0.5
"""An answer within so many seconds is worth full points however short the question's time is."""


def streak_bonus(streak: int) -> int:
    """What a streak adds to a right answer: 100 a step from the second answer on, 500 at the most.

    Args:
        streak: Right answers in a row, this one counted.
    """
    return min(STREAK_CAP, STREAK_STEP * max(0, streak - 1))


def speed_points(seconds: float, clock: float | None) -> int:
    """What a right answer is worth by its speed, without its streak.

    Kahoot's published rule, ``round((1 - t / T / 2) * 1000)``: half of the points are left when the time is up.

    Args:
        seconds: How long the question was open.
        clock: How long it could be open, in seconds; None where it is not timed, and every right answer worth 1,000.
    """
    if clock is None or seconds < FULL_SECONDS:
        return RIGHT_POINTS
    return round((1 - min(seconds, clock) / clock / 2) * RIGHT_POINTS)


def points(streak: int, *, seconds: float = 0.0, clock: float | None = None, halved: bool = False) -> int:
    """What an answer is worth.

    Args:
        streak: Right answers in a row, this one counted; 0 for a wrong answer, which is worth nothing.
        seconds: How long the question was open.
        clock: How long it could be open, in seconds; None where it is not timed.
        halved: Whether a lifeline was used on it.
    """
    if not streak:
        return 0
    whole = speed_points(seconds, clock) + streak_bonus(streak)
    return whole // 2 if halved else whole
