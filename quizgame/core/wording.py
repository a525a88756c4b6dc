"""How numbers, times, games and packs are told: short and exact, and the same on every front end."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from quizgame.core.modes import MODES, ModeName
from quizgame.core.pack import MONTHS
from quizgame.core.record import Board, Game

__all__ = [
    "LEVEL_NAMES",
    "board_extras",
    "board_name",
    "clock_face",
    "counted",
    "day_name",
    "day_text",
    "ending_name",
    "gain",
    "game_title",
    "grouped",
    "length_name",
    "pack_names",
    "percent",
    "quoted",
    "recorded_title",
    "took",
]

LEVEL_NAMES = {1: "very easy", 2: "easy", 3: "middling", 4: "hard", 5: "very hard"}
"""What each difficulty is called."""

_ENDINGS = {"completed": "", "time-up": "", "out": "", "abandoned": "left"}


def grouped(number: int) -> str:
    """A number with its thousands apart: ``12,400``."""
    return f"{number:,}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun: ``1 question``, ``2,000 questions``.

    Args:
        number: How many.
        noun: In the singular.
        plural: Where it is not the singular with an s.
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def gain(points: int) -> str:
    """Points that were just won: ``+1,100``."""
    return f"+{points:,}"


def percent(share: float) -> str:
    """A share from 0 to 1 in whole percent; 100 % and 0 % only where they are exact."""
    whole = math.floor(share * 100 + 0.5)
    if 0 < share < 1:
        whole = min(99, max(1, whole))
    return f"{whole} %"


def clock_face(seconds: float) -> str:
    """What is left on a clock: ``0:38``. It shows ``0:00`` only when nothing is left."""
    left = max(0, math.ceil(seconds))
    return f"{left // 60}:{left % 60:02}"


def took(seconds: float) -> str:
    """How long something took: ``1.4 s``, ``2 min 5 s``, ``3 h 20 min``."""
    if seconds < 59.95:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"


def day_name(day: date, today: date) -> str:
    """The day of a game as a player would say it: ``today``, ``yesterday``, ``9 Feb 2025``."""
    if day == today:
        return "today"
    return "yesterday" if day == today - timedelta(days=1) else day_text(day)


def day_text(day: date) -> str:
    """A date: ``9 Feb 2025``."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def length_name(mode: ModeName, length: int) -> str:
    """How long a game of a mode is: ``60 s`` or ``10 questions``; empty where all games of a mode are alike."""
    if mode in ("survival", "daily"):
        return ""
    return f"{length} s" if mode == "challenge" else counted(length, "question")


def game_title(mode: ModeName, *, scored: bool = True, players: bool = False) -> str:
    """What a game is called.

    Args:
        mode: Its mode.
        scored: Whether its score stands on a board.
        players: Whether players take turns in it.
    """
    if players:
        return "Hot seat"
    return "Practice" if mode == "classic" and not scored else MODES[mode].title


def recorded_title(game: Game) -> str:
    """What a recorded game is called; one that was left has no score, but is no practice for that."""
    return game_title(game.mode, scored=game.scored or game.ending == "abandoned", players=bool(game.players))


def board_name(board: Board, *, title: str = "", brief: bool = False) -> str:
    """What is played on a board, without its packs: ``Timed challenge, 60 s``, ``Classic, 10 questions, 20 s each``.

    Args:
        board: The board.
        title: What the game is called, where that is not its mode.
        brief: Say it in little room: ``Classic, 10, 20 s each``.
    """
    is_number = brief and board.mode in ("classic", "review")
    length = str(board.length) if is_number else length_name(board.mode, board.length)
    parts = (title or MODES[board.mode].title, length, *board_extras(board))
    return ", ".join(part for part in parts if part)


def board_extras(board: Board) -> tuple[str, ...]:
    """What sets a board apart besides mode, length and packs: ``20 s each``, ``time x1.5``."""
    each = f"{board.question_seconds:g} s each" if board.question_seconds and board.mode == "classic" else ""
    extended = f"time x{board.time_factor:g}" if board.time_factor != 1 else ""
    return tuple(part for part in (each, extended) if part)


def ending_name(game: Game) -> str:
    """How a game ended, where that needs a word."""
    is_practice = game.mode == "daily" and not game.scored
    return _ENDINGS[game.ending] or ("practice" if is_practice else "")


def pack_names(ids: Sequence[str], titles: Mapping[str, str]) -> str:
    """Which packs a game was about.

    Args:
        ids: The packs of the game.
        titles: The titles of the packs at hand, by id.
    """
    if len(ids) > 1 and set(ids) == set(titles):
        return "all packs"
    first = titles.get(ids[0], ids[0]) if ids else ""
    return first if len(ids) < 2 else f"{first} and {len(ids) - 1} more"


def quoted(text: str) -> str:
    """Evidence in quotation marks, unless it has its own: what somebody said needs no second pair."""
    return text if any(mark in text for mark in '“”"') else f"“{text}”"
