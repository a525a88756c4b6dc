"""All recorded games folded into one value, game by game.

A tally is what every statistic is read from. It is never saved for good: it follows from the record, and can be folded
from it anew at any time.
"""

from collections.abc import Iterable
from datetime import date, datetime

import msgspec

from quizgame.core.errors import Problem
from quizgame.core.modes import ModeName
from quizgame.core.record import Board, Game, beats
from quizgame.core.review import Card, rating, reviewed
from quizgame.core.session import Attempt

__all__ = ["RECENT", "BoardTally", "Day", "QuestionTally", "Share", "Tallied", "Tally", "fold"]

RECENT = 50
"""So many of the last games are at hand one by one."""

_PERFECT_FROM = 10


class Share(msgspec.Struct, frozen=True, array_like=True):
    """Right answers among all, and the time they took."""

    asked: int = 0
    correct: int = 0
    seconds: float = 0.0

    @property
    def accuracy(self) -> float:
        """The share of right answers, from 0 to 1; 0 where none was given."""
        return self.correct / self.asked if self.asked else 0.0

    @property
    def mean_seconds(self) -> float:
        """How long an answer took on average, in seconds; 0 where none was given."""
        return self.seconds / self.asked if self.asked else 0.0


class Day(msgspec.Struct, frozen=True, array_like=True):
    """What was played on one day."""

    games: int = 0
    answers: Share = Share()
    points: int = 0


class QuestionTally(msgspec.Struct, frozen=True, array_like=True):
    """What became of one question over all games."""

    asked: int = 0
    """How often it was put to the player or, where players take turns, to any of them."""
    answers: Share = Share()
    """The player's own answers to it."""
    missed: datetime | None = None
    """When the player missed it last; None when the last answer was right, or there was none."""
    card: Card | None = None
    mended: bool = False
    """Whether it was ever known after it had been missed."""


class BoardTally(msgspec.Struct, frozen=True, kw_only=True):
    """The scored games on a board."""

    board: Board
    best: Game | None = None
    """The best of them; None before any points were won."""
    games: int = 0


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Recorded games, summed up in the order they were recorded."""

    ids: frozenset[str] = frozenset()
    """The ids of all games."""
    finished: int = 0
    """Games played to the end."""
    answers: Share = Share()
    """The player's own answers; those of games in turns are not among them."""
    seconds: float = 0.0
    """Time on the clocks of all games, in seconds."""
    streak: int = 0
    """Right answers in a row up to now, across games."""
    best_streak: int = 0
    points: int = 0
    perfect: int = 0
    """Games of ten answers and more, all of them right."""
    shared: int = 0
    """Games of players who took turns."""
    modes: dict[ModeName, int] = {}
    """Games played to the end, by mode."""
    kinds: dict[str, Share] = {}
    packs: dict[str, Share] = {}
    played: dict[str, datetime] = {}
    """When a question of each pack was answered last."""
    levels: dict[int, Share] = {}
    """Answers by the difficulty of the question."""
    days: dict[date, Day] = {}
    dailies: dict[date, int] = {}
    """The days whose questions were played, with the points of the scored try."""
    questions: dict[str, QuestionTally] = {}
    """Questions by their refs."""
    boards: dict[str, BoardTally] = {}
    """The boards that scores stand on, each by a name for it."""
    most_right: dict[str, int] = {}
    """The most right answers in one scored game, by mode, and by mode and length."""
    recent: tuple[Game, ...] = ()
    """The last games, oldest first, without their attempts."""
    last: datetime | None = None
    """When the last game ended."""

    def best_on(self, board: Board) -> Game | None:
        """The best game on a board, or None before the first."""
        told = self.boards.get(_board_name(board))
        return told.best if told else None


class Tallied(msgspec.Struct, frozen=True, kw_only=True):
    """The tally of a record, and what of the record could not be read."""

    tally: Tally = Tally()
    problems: tuple[Problem, ...] = ()


def fold(tally: Tally, games: Iterable[Game]) -> Tally:
    """Add games to a tally; one that it holds already is not added again.

    Args:
        tally: The games before.
        games: Further games, in the order they were recorded.
    """
    into = _Folding(tally)
    for game in games:
        into.add(game)
    return into.result()


class _Folding:
    """A tally in the making: its tables are copied once, not with every game."""

    def __init__(self, tally: Tally) -> None:
        self._first = tally
        self._ids = set(tally.ids)
        self._modes = dict(tally.modes)
        self._kinds = dict(tally.kinds)
        self._packs = dict(tally.packs)
        self._played = dict(tally.played)
        self._levels = dict(tally.levels)
        self._days = dict(tally.days)
        self._dailies = dict(tally.dailies)
        self._questions = dict(tally.questions)
        self._boards = dict(tally.boards)
        self._most_right = dict(tally.most_right)
        self._recent = list(tally.recent)
        self._answers = tally.answers
        self._streak, self._best_streak = tally.streak, tally.best_streak
        self._finished, self._perfect, self._shared = tally.finished, tally.perfect, tally.shared
        self._seconds, self._points, self._last = tally.seconds, tally.points, tally.last

    def add(self, game: Game) -> None:
        """Add one game."""
        if game.id in self._ids:
            return
        self._ids.add(game.id)
        self._recent = [*self._recent[1 - RECENT :], msgspec.structs.replace(game, attempts=())]
        self._last = game.finished
        self._seconds = round(self._seconds + game.seconds, 3)
        if game.ending != "abandoned":
            self._finished += 1
            self._modes[game.mode] = self._modes.get(game.mode, 0) + 1
        self._add_answers(game)
        if game.mode == "daily":
            self._dailies.setdefault(game.play_day, game.score)
        if game.scored:
            self._add_score(game)

    def _add_answers(self, game: Game) -> None:
        if game.players:
            self._shared += 1
            for ref in {attempt.ref for attempt in game.attempts}:
                known = self._questions.get(ref, QuestionTally())
                self._questions[ref] = msgspec.structs.replace(known, asked=known.asked + 1)
        else:
            for attempt in game.attempts:
                self._add_attempt(attempt, game)
            self._points += game.score
            self._perfect += game.asked == game.correct >= _PERFECT_FROM
        if game.asked:
            day = self._days.get(game.play_day, Day())
            told = day.answers if game.players else _sum(day.answers, game.asked, game.correct, _seconds(game))
            self._days[game.play_day] = Day(day.games + 1, told, day.points + game.score)

    def _add_attempt(self, attempt: Attempt, game: Game) -> None:
        known = self._questions.get(attempt.ref, QuestionTally())
        card = reviewed(known.card, rating(attempt, time_factor=game.time_factor), game.finished)
        answers = known.answers
        if attempt.counts:
            one = (1, int(attempt.right), attempt.seconds)
            answers = _sum(answers, *one)
            self._answers = _sum(self._answers, *one)
            for table, key in ((self._kinds, attempt.kind), (self._packs, attempt.pack)):
                table[key] = _sum(table.get(key, Share()), *one)
            self._played[attempt.pack] = max(game.finished, self._played.get(attempt.pack, game.finished))
            self._levels[attempt.difficulty] = _sum(self._levels.get(attempt.difficulty, Share()), *one)
            self._streak = self._streak + 1 if attempt.right else 0
            self._best_streak = max(self._best_streak, self._streak)
        missed = None if attempt.right else game.finished
        mended = known.mended or (attempt.right and known.missed is not None)
        self._questions[attempt.ref] = QuestionTally(known.asked + 1, answers, missed, card, mended)

    def _add_score(self, game: Game) -> None:
        name = _board_name(game.board)
        told = self._boards.get(name, BoardTally(board=game.board))
        best = game if beats(game, told.best) else told.best
        self._boards[name] = BoardTally(board=game.board, best=best, games=told.games + 1)
        for key in (game.mode, f"{game.mode}:{game.length}"):
            self._most_right[key] = max(self._most_right.get(key, 0), game.correct)

    def result(self) -> Tally:
        """The tally with all that was added."""
        return Tally(
            ids=frozenset(self._ids),
            finished=self._finished,
            answers=self._answers,
            seconds=self._seconds,
            streak=self._streak,
            best_streak=self._best_streak,
            points=self._points,
            perfect=self._perfect,
            shared=self._shared,
            modes=self._modes,
            kinds=self._kinds,
            packs=self._packs,
            played=self._played,
            levels=self._levels,
            days=self._days,
            dailies=self._dailies,
            questions=self._questions,
            boards=self._boards,
            most_right=self._most_right,
            recent=tuple(self._recent),
            last=self._last,
        )


def _sum(share: Share, asked: int, correct: int, seconds: float) -> Share:
    return Share(share.asked + asked, share.correct + correct, round(share.seconds + seconds, 3))


def _seconds(game: Game) -> float:
    return sum(attempt.seconds for attempt in game.attempts if attempt.counts)


def _board_name(board: Board) -> str:
    clocks = f"{board.question_seconds:g}:{board.time_factor:g}"
    return f"{board.mode}:{board.length}:{clocks}:{','.join(board.packs)}"
