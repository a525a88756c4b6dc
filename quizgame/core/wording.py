"""How numbers, times and games are told in words, the same on every front end."""

import math

from quizgame.core.modes import MODES, ModeName

__all__ = ["clock_time", "count", "game_name", "percent", "quoted", "took"]


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 question``, ``1,240 points``.

    Args:
        number: How many.
        noun: In the singular.
        plural: Where it is not the singular with an s.
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def clock_time(seconds: float) -> str:
    """What a clock that runs down shows: ``1:05``. It shows ``0:00`` only when nothing is left."""
    whole = max(0, math.ceil(seconds))
    return f"{whole // 60}:{whole % 60:02}"


def took(seconds: float) -> str:
    """How long something took: ``1.4 s``, ``2 min 5 s``, ``1 h 10 min``."""
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600:,} h {whole % 3600 // 60} min"


def percent(share: float) -> str:
    """A share from 0 to 1 as whole percent; only all is 100 % and only none is 0 %."""
    whole = round(share * 100)
    if whole in {0, 100} and share not in {0.0, 1.0}:
        whole = 1 if whole == 0 else 99
    return f"{whole} %"


def quoted(text: str) -> str:
    """Evidence in quotation marks, unless it has its own: what somebody said needs no second pair."""
    return text if any(mark in text for mark in '“”"') else f"“{text}”"


def game_name(mode: ModeName, length: int) -> str:
    """A mode and its length: ``Classic, 10 questions``, ``Timed challenge, 60 s``."""
    measure = f"{length} s" if mode == "challenge" else count(length, "question")
    return f"{MODES[mode].title}, {measure}"
