"""Statistics: folded from the recorded games whenever they are wanted, never stored."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

import msgspec

from quizgame.core.modes import ModeName
from quizgame.core.record import Board, Game

__all__ = ["DAY_START", "Best", "Statistics", "beats", "play_day", "statistics", "times_asked"]

DAY_START = timedelta(hours=4)
"""When a player's day begins: who plays after midnight plays the evening's day."""

_RECENT = 20
_DAY = timedelta(days=1)


class Best(msgspec.Struct, frozen=True, kw_only=True):
    """The best game on a board."""

    board: Board
    game: Game
    games: int
    """How many games were played to the end on that board."""


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """What the record of a player says."""

    games: int = 0
    """Games played to the end."""
    asked: int = 0
    """Answers given, those of games that were left counted too."""
    correct: int = 0
    seconds: float = 0.0
    answer_streak: int = 0
    """Right answers in a row up to now, across games."""
    best_answer_streak: int = 0
    day_streak: int = 0
    """Days in a row with an answer, up to today or yesterday."""
    best_day_streak: int = 0
    played_today: bool = False
    bests: tuple[Best, ...] = ()
    """The best game of every board, in order of board."""
    recent: tuple[Game, ...] = ()
    """The last games, newest first."""

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 where none was given."""
        return self.correct / self.asked if self.asked else 0.0

    def best_on(self, board: Board) -> Best | None:
        """The best game on a board, or None before the first."""
        return next((best for best in self.bests if best.board == board), None)

    def best_score(self, mode: ModeName) -> int:
        """The highest score in a mode, whatever its length and packs; 0 before the first game."""
        return max((best.game.score for best in self.bests if best.board.mode == mode), default=0)


def play_day(moment: datetime) -> date:
    """The day that a moment counts for, by the player's own clock.

    Args:
        moment: Aware of its offset; the day is taken in that offset.
    """
    return (moment - DAY_START).date()


def beats(game: Game, best: Game | None) -> bool:
    """Whether a game goes above another on its board: by score, then by the shorter time.

    A game that was left, that was for practice or that scored nothing never does.
    """
    if not (game.scored and game.score):
        return False
    return best is None or (game.score, -game.seconds) > (best.score, -best.seconds)


def times_asked(games: Iterable[Game]) -> dict[str, int]:
    """How often each question was answered, by its ref."""
    counts: dict[str, int] = {}
    for game in games:
        for attempt in game.attempts:
            counts[attempt.ref] = counts.get(attempt.ref, 0) + 1
    return counts


def statistics(games: Sequence[Game], *, now: datetime) -> Statistics:
    """Fold recorded games into statistics.

    Args:
        games: In the order they were recorded, which a clock set back does not change.
        now: The present moment by the player's clock, aware of its offset.
    """
    current, best = _answer_streaks(games)
    days = sorted({play_day(game.finished) for game in games if game.asked})
    today = max(play_day(now), days[-1]) if days else play_day(now)
    return Statistics(
        games=sum(game.ending != "abandoned" for game in games),
        asked=sum(game.asked for game in games),
        correct=sum(game.correct for game in games),
        seconds=round(sum(game.seconds for game in games), 3),
        answer_streak=current,
        best_answer_streak=best,
        day_streak=_day_streak(days, today),
        best_day_streak=_best_day_streak(days),
        played_today=bool(days) and days[-1] == today,
        bests=_bests(games),
        recent=tuple(reversed(games[-_RECENT:])),
    )


def _answer_streaks(games: Iterable[Game]) -> tuple[int, int]:
    current = best = 0
    for game in games:
        for attempt in game.attempts:
            current = current + 1 if attempt.right else 0
            best = max(best, current)
    return current, best


def _day_streak(days: Sequence[date], today: date) -> int:
    if not days or days[-1] < today - _DAY:
        return 0
    return next((length for length, day in enumerate(reversed(days)) if day != days[-1] - length * _DAY), len(days))


def _best_day_streak(days: Sequence[date]) -> int:
    best = length = 0
    for place, day in enumerate(days):
        length = length + 1 if place and day - days[place - 1] == _DAY else 1
        best = max(best, length)
    return best


def _bests(games: Iterable[Game]) -> tuple[Best, ...]:
    tops: dict[Board, Game | None] = {}
    counts: dict[Board, int] = {}
    for game in games:
        if not game.scored:
            continue
        board = game.board
        counts[board] = counts.get(board, 0) + 1
        top = tops.get(board)
        tops[board] = game if beats(game, top) else top
    return _ordered(tops, counts)


def _ordered(tops: Mapping[Board, Game | None], counts: Mapping[Board, int]) -> tuple[Best, ...]:
    return tuple(Best(board=board, game=game, games=counts[board]) for board, game in sorted(tops.items()) if game)
