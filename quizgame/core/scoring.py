"""Points."""

__all__ = ["RIGHT_POINTS", "STREAK_CAP", "STREAK_STEP", "points", "streak_bonus"]

RIGHT_POINTS = 1_000
STREAK_STEP = 100
STREAK_CAP = 500


def streak_bonus(streak: int) -> int:
    """What a streak adds to a right answer: 100 a step from the second answer on, 500 at the most.

    Args:
        streak: Right answers in a row, this one counted.
    """
    return min(STREAK_CAP, STREAK_STEP * max(0, streak - 1))


def points(streak: int) -> int:
    """What an answer is worth.

    Args:
        streak: Right answers in a row, this one counted; 0 for a wrong answer, which is worth nothing.
    """
    return RIGHT_POINTS + streak_bonus(streak) if streak else 0
