"""What a player can achieve: each a pure predicate over the record."""

from collections.abc import Callable
from datetime import timedelta

import msgspec

from quizgame.core.days import day_streak
from quizgame.core.modes import ModeName
from quizgame.core.tally import Tally

__all__ = ["ACHIEVEMENTS", "Achievement", "achieved", "newly"]

Progress = Callable[[Tally], int]


class Achievement(msgspec.Struct, frozen=True, kw_only=True):
    """Something to achieve, once and for good: what is counted for it can only grow with the record."""

    name: str
    """What names it in data."""
    title: str
    about: str
    """What has to be done, as a short sentence."""
    goal: int
    progress: Progress
    """How far a record has come towards the goal."""

    def is_in(self, tally: Tally) -> bool:
        """Whether a record holds it."""
        return self.progress(tally) >= self.goal


def _answers(tally: Tally) -> int:
    return tally.answers.correct


def _days(tally: Tally) -> int:
    return day_streak(tally.days, max(tally.days)).best if tally.days else 0


def _weekends(tally: Tally) -> int:
    """Weekends of which both days were played."""
    saturdays = (day for day in tally.days if day.weekday() == 5)
    return sum(day + timedelta(days=1) in tally.days for day in saturdays)


def _finished(*modes: ModeName) -> Progress:
    return lambda tally: sum(tally.modes.get(mode, 0) for mode in modes)


def _most_right(mode: ModeName, length: int | None = None) -> Progress:
    """The most right answers in one scored game of a mode."""
    key = f"{mode}:{length}" if length else mode
    return lambda tally: tally.most_right.get(key, 0)


def _best_points(mode: ModeName) -> Progress:
    def progress(tally: Tally) -> int:
        games = (told.best for told in tally.boards.values() if told.best and told.board.mode == mode)
        return max((game.score for game in games), default=0)

    return progress


def _known(tally: Tally) -> int:
    """Questions that were answered right at least once."""
    return sum(bool(told.answers.correct) for told in tally.questions.values())


def _mended(tally: Tally) -> int:
    """Questions that were known after they had been missed."""
    return sum(told.mended for told in tally.questions.values())


def _kinds(tally: Tally) -> int:
    return sum(share.correct >= 10 for kind, share in tally.kinds.items() if kind)


def _packs(tally: Tally) -> int:
    return sum(share.correct >= 5 for share in tally.packs.values())


def _hard(tally: Tally) -> int:
    return sum(share.correct for level, share in tally.levels.items() if level >= 4)


def _row(name: str, title: str, about: str, goal: int, progress: Progress) -> Achievement:
    return Achievement(name=name, title=title, about=about, goal=goal, progress=progress)


ACHIEVEMENTS: tuple[Achievement, ...] = (
    _row("first-game", "On the ice", "Play a game to its end.", 1, lambda tally: tally.finished),
    _row("games-25", "Regular", "Play 25 games to their end.", 25, lambda tally: tally.finished),
    _row("games-100", "Season ticket", "Play 100 games to their end.", 100, lambda tally: tally.finished),
    _row("right-100", "A hundred facts", "Give 100 right answers.", 100, _answers),
    _row("right-1000", "Walking almanac", "Give 1,000 right answers.", 1000, _answers),
    _row("streak-5", "Warm", "Five right answers in a row.", 5, lambda tally: tally.best_streak),
    _row("streak-10", "On fire", "Ten right answers in a row.", 10, lambda tally: tally.best_streak),
    _row("streak-25", "Unstoppable", "25 right answers in a row.", 25, lambda tally: tally.best_streak),
    _row("perfect", "Clean sheet", "A game of ten and more, all right.", 1, lambda tally: tally.perfect),
    _row("perfect-10", "Spotless", "Ten clean sheets.", 10, lambda tally: tally.perfect),
    _row("points-10000", "Five figures", "10,000 points in one classic game.", 10_000, _best_points("classic")),
    _row("challenge", "Against the clock", "Finish a timed challenge.", 1, _finished("challenge")),
    _row("challenge-15", "Quick thinker", "15 right in a challenge of 60 seconds.", 15, _most_right("challenge", 60)),
    _row("challenge-25", "Lightning", "25 right in a challenge of 60 seconds.", 25, _most_right("challenge", 60)),
    _row("challenge-180", "Long distance", "40 right in a challenge of 180 s.", 40, _most_right("challenge", 180)),
    _row("survival-20", "Survivor", "20 right answers in one survival game.", 20, _most_right("survival")),
    _row("survival-50", "Last one standing", "50 right answers in one survival game.", 50, _most_right("survival")),
    _row("daily", "Question of the day", "Play a daily.", 1, lambda tally: len(tally.dailies)),
    _row("daily-30", "Daily bread", "Play 30 dailies.", 30, lambda tally: len(tally.dailies)),
    _row("days-7", "A whole week", "Seven days of play in a row.", 7, _days),
    _row("days-30", "A whole month", "30 days of play in a row.", 30, _days),
    _row("weekend", "Weekender", "Play on both days of four weekends.", 4, _weekends),
    _row("review-10", "Second thoughts", "Finish ten reviews.", 10, _finished("review")),
    _row("mended-20", "Learned from it", "Get 20 right that you had missed.", 20, _mended),
    _row("known-200", "Well read", "Answer 200 different questions right.", 200, _known),
    _row("kinds-5", "All-rounder", "Ten right answers in five kinds each.", 5, _kinds),
    _row("packs-5", "Explorer", "Five right answers in five packs each.", 5, _packs),
    _row("hard-50", "Hard nut", "50 right answers to hard questions.", 50, _hard),
    _row("shared", "Good company", "Take turns on one keyboard.", 1, lambda tally: tally.shared),
)


def achieved(tally: Tally) -> tuple[Achievement, ...]:
    """What a record holds, in the order of the table."""
    return tuple(one for one in ACHIEVEMENTS if one.is_in(tally))


def newly(before: Tally, after: Tally) -> tuple[Achievement, ...]:
    """What was achieved between two states of a record."""
    return tuple(one for one in ACHIEVEMENTS if one.is_in(after) and not one.is_in(before))
