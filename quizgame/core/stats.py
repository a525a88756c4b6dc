"""Statistics: read from the tally of the recorded games whenever they are wanted, never stored."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

import msgspec

from quizgame.core.achievements import ACHIEVEMENTS
from quizgame.core.days import DAY_START, day_streak, today
from quizgame.core.modes import ModeName
from quizgame.core.record import Board, Game
from quizgame.core.tally import BoardTally, Day, Share, Tally

__all__ = ["Best", "Hard", "Statistics", "statistics", "statistics_data"]

_HARDEST = 10
_TRIED = 2
"""A question has to be asked so often before it can be called hard."""


class Best(msgspec.Struct, frozen=True, kw_only=True):
    """The best game on a board."""

    board: Board
    game: Game
    games: int
    """How many games were played to the end on that board."""


class Hard(msgspec.Struct, frozen=True, kw_only=True):
    """A question that is missed often."""

    ref: str
    answers: Share
    is_leech: bool = False


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """What the record of a player says."""

    games: int = 0
    """Games played to the end."""
    asked: int = 0
    """Answers given, those of games that were left counted too."""
    correct: int = 0
    seconds: float = 0.0
    mean_seconds: float = 0.0
    """How long an answer took on average, in seconds."""
    points: int = 0
    answer_streak: int = 0
    """Right answers in a row up to now, across games."""
    best_answer_streak: int = 0
    day_streak: int = 0
    """Days in a row with an answer, up to today or yesterday."""
    best_day_streak: int = 0
    freezes: int = 0
    """Days without play that the streak of days would survive."""
    today: date = date.min
    """The present day of play."""
    played_today: bool = False
    bests: tuple[Best, ...] = ()
    """The best game of every board, in order of board."""
    recent: tuple[Game, ...] = ()
    """The last games, newest first."""
    kinds: tuple[tuple[str, Share], ...] = ()
    """Answers by the kind of the question, the most asked first."""
    packs: tuple[tuple[str, Share], ...] = ()
    levels: tuple[tuple[int, Share], ...] = ()
    """Answers by difficulty, 1 to 5."""
    days: tuple[tuple[date, Day], ...] = ()
    """The days that were played, in order."""
    hardest: tuple[Hard, ...] = ()
    """The questions missed most, the hardest first."""

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 where none was given."""
        return self.correct / self.asked if self.asked else 0.0

    def best_score(self, mode: ModeName) -> int:
        """The highest score in a mode, whatever its length and packs; 0 before the first game."""
        return max((best.game.score for best in self.bests if best.board.mode == mode), default=0)


def statistics(tally: Tally, *, now: datetime, day_start: int = DAY_START) -> Statistics:
    """What a tally says at a moment.

    Args:
        tally: All recorded games.
        now: The present moment by the player's clock, aware of its offset.
        day_start: The hour at which the player's day begins.
    """
    present = today(tally.days, now, day_start)
    streak = day_streak(tally.days, present)
    return Statistics(
        games=tally.finished,
        asked=tally.answers.asked,
        correct=tally.answers.correct,
        seconds=tally.seconds,
        mean_seconds=round(tally.answers.mean_seconds, 2),
        points=tally.points,
        answer_streak=tally.streak,
        best_answer_streak=tally.best_streak,
        day_streak=streak.days,
        best_day_streak=streak.best,
        freezes=streak.freezes,
        today=present,
        played_today=present in tally.days,
        bests=_bests(tally.boards.values()),
        recent=tuple(reversed(tally.recent)),
        kinds=_by_number(tally.kinds),
        packs=_by_number(tally.packs),
        levels=tuple(sorted(tally.levels.items())),
        days=tuple(sorted(tally.days.items())),
        hardest=_hardest(tally),
    )


def statistics_data(told: Statistics, tally: Tally) -> dict[str, Any]:
    """Statistics as the JSON object that scripts rely on, with the achievements."""
    return {
        **msgspec.to_builtins(msgspec.structs.replace(told, kinds=(), packs=(), levels=(), days=(), hardest=())),
        "accuracy": round(told.accuracy, 4),
        "kinds": {kind: _share_data(share) for kind, share in told.kinds},
        "packs": {pack: _share_data(share) for pack, share in told.packs},
        "levels": {str(level): _share_data(share) for level, share in told.levels},
        "days": {
            day.isoformat(): {"games": one.games, "points": one.points, **_share_data(one.answers)}
            for day, one in told.days
        },
        "hardest": [
            {"question": hard.ref, "leech": hard.is_leech, **_share_data(hard.answers)} for hard in told.hardest
        ],
        "achievements": [
            {"name": one.name, "title": one.title, "progress": min(one.progress(tally), one.goal), "goal": one.goal}
            for one in ACHIEVEMENTS
        ],
    }


def _share_data(share: Share) -> dict[str, Any]:
    return {"asked": share.asked, "correct": share.correct, "seconds": share.seconds}


def _bests(boards: Iterable[BoardTally]) -> tuple[Best, ...]:
    bests = [Best(board=told.board, game=told.best, games=told.games) for told in boards if told.best]
    return tuple(sorted(bests, key=lambda best: best.board))


def _by_number(shares: Mapping[str, Share]) -> tuple[tuple[str, Share], ...]:
    return tuple(sorted(shares.items(), key=lambda item: (-item[1].asked, item[0])))


def _hardest(tally: Tally) -> tuple[Hard, ...]:
    tried = [
        Hard(ref=ref, answers=told.answers, is_leech=bool(told.card and told.card.is_leech))
        for ref, told in tally.questions.items()
        if told.answers.asked >= _TRIED and told.answers.correct < told.answers.asked
    ]
    tried.sort(key=lambda hard: (hard.answers.accuracy, -hard.answers.asked, hard.ref))
    return tuple(tried[:_HARDEST])
