"""A game as it is played: a value, and the moves that turn it into the next.

Every function here takes a `Session` and gives a new one. Time comes in as the seconds that a question took, so
that whatever happens between questions (a verdict, a pause, a night) stands outside the clock.
"""

from datetime import datetime
from typing import Literal

import msgspec

from quizgame.core.modes import Rules
from quizgame.core.scoring import points
from quizgame.core.showing import Showing

__all__ = ["Answered", "Attempt", "Outcome", "Session", "answer", "expire", "leave", "start"]

Outcome = Literal["completed", "time-up"]


class Attempt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer that was given."""

    pack: str
    question: str
    chosen: str
    answer: str
    right: bool
    seconds: float
    """How long the question was open, in seconds."""
    points: int
    streak: int
    """Right answers in a row after this one; 0 after a miss."""
    kind: str = ""
    difficulty: int = 3

    @property
    def ref(self) -> str:
        """What identifies the question over all packs."""
        return f"{self.pack}/{self.question}"


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """A question together with the answer it was given."""

    showing: Showing
    attempt: Attempt


class Session(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One game: its rules, its questions in order, and the answers so far."""

    id: str
    """Unique among all games of all players."""
    rules: Rules
    seed: int
    packs: tuple[str, ...]
    """The ids of the packs that were chosen, in order of id."""
    started: datetime
    """When the game began, with its offset from UTC."""
    showings: tuple[Showing, ...]
    attempts: tuple[Attempt, ...] = ()
    expired: bool = False
    """Whether the clock ran out over an open question."""
    spent: float = 0.0
    """How long the open question had been open before the game was left, in seconds."""

    @property
    def outcome(self) -> Outcome | None:
        """How the game ended, or None while it goes on."""
        if self.expired or self.time_left == 0:
            return "time-up"
        return "completed" if len(self.attempts) == len(self.showings) else None

    @property
    def is_finished(self) -> bool:
        """Whether no more answer is taken."""
        return self.outcome is not None

    @property
    def current(self) -> Showing | None:
        """The open question, or None when the game is over."""
        return None if self.is_finished else self.showings[len(self.attempts)]

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The questions answered so far, in order."""
        pairs = zip(self.showings, self.attempts, strict=False)
        return tuple(Answered(showing=showing, attempt=attempt) for showing, attempt in pairs)

    @property
    def score(self) -> int:
        """Points so far."""
        return sum(attempt.points for attempt in self.attempts)

    @property
    def correct(self) -> int:
        """How many answers were right."""
        return sum(attempt.right for attempt in self.attempts)

    @property
    def misses(self) -> int:
        """How many answers were wrong."""
        return len(self.attempts) - self.correct

    @property
    def streak(self) -> int:
        """Right answers in a row, up to the last one."""
        return self.attempts[-1].streak if self.attempts else 0

    @property
    def best_streak(self) -> int:
        """The longest run of right answers."""
        return max((attempt.streak for attempt in self.attempts), default=0)

    @property
    def elapsed(self) -> float:
        """What the clock has counted, in seconds: the questions' time and what misses took."""
        if self.expired and self.rules.run_seconds is not None:
            return self.rules.run_seconds
        asked = sum(attempt.seconds for attempt in self.attempts)
        counted = round(asked + self.spent + self.misses * self.rules.miss_seconds, 3)
        return counted if self.rules.run_seconds is None else min(counted, self.rules.run_seconds)

    @property
    def time_left(self) -> float | None:
        """What is left on the clock when the open question comes up (again), in seconds; None in an untimed game."""
        if self.rules.run_seconds is None:
            return None
        return round(self.rules.run_seconds - self.elapsed, 3)


def start(
    showings: tuple[Showing, ...],
    rules: Rules,
    *,
    id: str,
    seed: int,
    packs: tuple[str, ...],
    started: datetime,
) -> Session:
    """Begin a game.

    Args:
        showings: The questions in the order they will be asked, at least one.
        rules: How the game goes.
        id: A name that no other game has.
        seed: The seed that the questions were drawn with.
        packs: The ids of the packs that were chosen.
        started: The moment of the start, aware of its offset.

    Raises:
        ValueError: There is no question, or the moment has no offset.
    """
    if not showings:
        raise ValueError("a game needs a question")
    if started.tzinfo is None:
        raise ValueError("the start of a game needs an offset from UTC")
    return Session(id=id, rules=rules, seed=seed, packs=tuple(sorted(packs)), started=started, showings=showings)


def answer(session: Session, option: int, seconds: float) -> Session:
    """Answer the open question.

    An answer that comes when the clock has run out is not counted: it ends the game.

    Args:
        session: A game that goes on.
        option: The place of the chosen option, counted from 0.
        seconds: How long the question was open since it came up (again), in seconds.

    Returns:
        The game after the answer.

    Raises:
        ValueError: The game is over.
        IndexError: There is no such option.
    """
    showing = session.current
    if showing is None:
        raise ValueError("the game is over")
    if not 0 <= option < len(showing.options):
        raise IndexError(f"there is no option {option}")
    taken = round(max(0.0, seconds), 3)
    if session.time_left is not None and taken >= session.time_left:
        return expire(session)
    right = option == showing.key
    streak = session.streak + 1 if right else 0
    attempt = Attempt(
        pack=showing.pack,
        question=showing.question.id,
        chosen=showing.options[option],
        answer=showing.question.answer,
        right=right,
        seconds=round(session.spent + taken, 3),
        points=points(streak),
        streak=streak,
        kind=showing.question.kind,
        difficulty=showing.question.difficulty,
    )
    return msgspec.structs.replace(session, attempts=(*session.attempts, attempt), spent=0.0)


def leave(session: Session, seconds: float) -> Session:
    """Leave a game over its open question, whose time is not given back when the game goes on.

    Args:
        session: A game that goes on.
        seconds: How long the question was open since it came up (again), in seconds.

    Returns:
        The game to be continued; a timed one whose clock has run out meanwhile is over.

    Raises:
        ValueError: The game is over.
    """
    if session.is_finished:
        raise ValueError("the game is over")
    taken = round(max(0.0, seconds), 3)
    if session.time_left is not None and taken >= session.time_left:
        return expire(session)
    return msgspec.structs.replace(session, spent=round(session.spent + taken, 3))


def expire(session: Session) -> Session:
    """End a timed game because its clock has run out; the open question does not count.

    Raises:
        ValueError: The game is over or has no clock.
    """
    if session.is_finished or session.rules.run_seconds is None:
        raise ValueError("no clock is running")
    return msgspec.structs.replace(session, expired=True)
