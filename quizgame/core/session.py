"""A game as it is played: a value, and the moves that turn it into the next.

Every function here takes a `Session` and gives a new one. Time comes in as the seconds that a question took, so
that whatever happens between questions (a verdict, a pause, a night) stands outside the clock.

Where players take turns, each question is answered by all of them before the next one comes; who begins moves on by one
with every question.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

import msgspec

from quizgame.core.lifelines import Aid, struck
from quizgame.core.modes import Rules
from quizgame.core.refs import ref_of
from quizgame.core.scoring import points
from quizgame.core.showing import Showing

__all__ = [
    "Answered",
    "Attempt",
    "How",
    "Outcome",
    "Session",
    "answer",
    "expire",
    "lapse",
    "leave",
    "rescored",
    "skip",
    "start",
    "use",
]

Outcome = Literal["completed", "time-up", "out"]
How = Literal["answered", "skipped", "lapsed"]


class Attempt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one question that was asked."""

    pack: str
    question: str
    chosen: str
    """The option that was chosen; empty where none was."""
    answer: str
    right: bool
    seconds: float
    """How long the question was open, in seconds."""
    points: int
    streak: int
    """Right answers in a row after this one; 0 after a miss."""
    kind: str = ""
    difficulty: int = 3
    how: How = "answered"
    """Whether it was answered, skipped, or its time ran out."""
    aids: tuple[Aid, ...] = ()
    """The lifelines that were used on it."""
    player: int = 0
    """Whose answer it was where players take turns, counted from 0."""

    @property
    def ref(self) -> str:
        """What identifies the question over all packs."""
        return ref_of(self.pack, self.question)

    @property
    def counts(self) -> bool:
        """Whether it was right or wrong: a skip is neither."""
        return self.how != "skipped"

    @property
    def is_miss(self) -> bool:
        """Whether it was wrong, or too late."""
        return self.counts and not self.right


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
    day: date | None = None
    """The day whose questions are asked, in a daily game."""
    players: tuple[str, ...] = ()
    """Who takes turns; empty where one player plays."""
    showings: tuple[Showing, ...]
    attempts: tuple[Attempt, ...] = ()
    expired: bool = False
    """Whether the clock ran out over an open question."""
    spent: float = 0.0
    """How long the open question had been open before the game was left, in seconds."""
    aids: tuple[Aid, ...] = ()
    """The lifelines used on the open question."""

    @property
    def turns(self) -> int:
        """How many answers each question is given."""
        return max(1, len(self.players))

    @property
    def place(self) -> int:
        """How many questions are done with; the place of the open one, counted from 0."""
        return len(self.attempts) // self.turns

    @property
    def player(self) -> int:
        """Whose turn it is, counted from 0."""
        return (self.place + len(self.attempts) % self.turns) % self.turns

    @property
    def outcome(self) -> Outcome | None:
        """How the game ended, or None while it goes on."""
        if self.expired or self.time_left == 0:
            return "time-up"
        if self.rules.most_misses is not None and self.misses >= self.rules.most_misses:
            return "out"
        return "completed" if self.place == len(self.showings) else None

    @property
    def is_finished(self) -> bool:
        """Whether no more answer is taken."""
        return self.outcome is not None

    @property
    def current(self) -> Showing | None:
        """The open question, or None when the game is over."""
        return None if self.is_finished else self.showings[self.place]

    @property
    def struck(self) -> frozenset[int]:
        """The places of the options that a 50:50 has taken from the open question."""
        showing = self.current
        return struck(showing, self.seed) if showing and "fifty" in self.aids else frozenset()

    @property
    def aids_left(self) -> tuple[Aid, ...]:
        """The lifelines that were not used yet."""
        if not self.rules.lifelines:
            return ()
        used = {*self.aids, *(aid for attempt in self.attempts for aid in attempt.aids)}
        return tuple(aid for aid in ("fifty", "hint", "skip") if aid not in used)

    @property
    def answered(self) -> tuple[Answered, ...]:
        """The questions asked so far with what became of them, in order."""
        return tuple(
            Answered(showing=self.showings[place // self.turns], attempt=attempt)
            for place, attempt in enumerate(self.attempts)
        )

    @property
    def score(self) -> int:
        """Points so far."""
        return sum(attempt.points for attempt in self.attempts)

    @property
    def asked(self) -> int:
        """How many answers were right or wrong."""
        return sum(attempt.counts for attempt in self.attempts)

    @property
    def correct(self) -> int:
        """How many answers were right."""
        return sum(attempt.right for attempt in self.attempts)

    @property
    def misses(self) -> int:
        """How many answers were wrong, or too late."""
        return sum(attempt.is_miss for attempt in self.attempts)

    @property
    def streak(self) -> int:
        """Right answers in a row, up to the last one of whoever's turn it is."""
        return _streak(self.attempts, self.player)

    @property
    def best_streak(self) -> int:
        """The longest run of right answers."""
        return max((attempt.streak for attempt in self.attempts), default=0)

    @property
    def elapsed(self) -> float:
        """What the clock over the game has counted, in seconds: the questions' time and what misses took."""
        clock = self.rules.run_clock
        if self.expired and clock is not None:
            return clock
        asked = sum(attempt.seconds for attempt in self.attempts)
        counted = round(asked + self.spent + self.misses * self.rules.miss_seconds, 3)
        return counted if clock is None else min(counted, clock)

    @property
    def time_left(self) -> float | None:
        """What is left on the clock over the game when the open question comes up (again), in seconds."""
        clock = self.rules.run_clock
        return None if clock is None else round(clock - self.elapsed, 3)

    @property
    def question_left(self) -> float | None:
        """What is left for the open question when it comes up (again), in seconds, by whichever clock ends first."""
        if self.rules.question_clock is None:
            return self.time_left
        return round(max(0.0, self.rules.question_clock - self.spent), 3)


def start(
    showings: tuple[Showing, ...],
    rules: Rules,
    *,
    id: str,
    seed: int,
    packs: tuple[str, ...],
    started: datetime,
    day: date | None = None,
    players: tuple[str, ...] = (),
) -> Session:
    """Begin a game.

    Args:
        showings: The questions in the order they will be asked, at least one.
        rules: How the game goes.
        id: A name that no other game has.
        seed: The seed that the questions were drawn with.
        packs: The ids of the packs that were chosen.
        started: The moment of the start, aware of its offset.
        day: The day whose questions are asked, in a daily game.
        players: Who takes turns; empty where one player plays.

    Raises:
        ValueError: There is no question, or the moment has no offset.
    """
    if not showings:
        raise ValueError("a game needs a question")
    if started.tzinfo is None:
        raise ValueError("the start of a game needs an offset from UTC")
    return Session(
        id=id,
        rules=rules,
        seed=seed,
        packs=tuple(sorted(packs)),
        started=started,
        day=day,
        players=players,
        showings=showings,
    )


def answer(session: Session, option: int, seconds: float) -> Session:
    """Answer the open question.

    An answer that comes when the time is over is not counted as one.

    Args:
        session: A game that goes on.
        option: The place of the chosen option, counted from 0.
        seconds: How long the question was open since it came up (again), in seconds.

    Returns:
        The game after the answer.

    Raises:
        ValueError: The game is over, or a 50:50 has taken that option.
        IndexError: There is no such option.
    """
    showing = _open(session)
    if not 0 <= option < len(showing.options):
        raise IndexError(f"there is no option {option}")
    if option in session.struck:
        raise ValueError(f"option {option} has been taken out")
    taken = _seconds(seconds)
    if _is_late(session, taken):
        return lapse(session)
    return _after(session, showing, showing.options[option], "answered", taken)


def skip(session: Session, seconds: float) -> Session:
    """Pass over the open question, by the lifeline for it: it scores nothing and the streak stands.

    Args:
        session: A game that goes on.
        seconds: How long the question was open since it came up (again), in seconds.

    Raises:
        ValueError: The game is over, or there is no such lifeline left.
    """
    showing = _open(session)
    if "skip" not in session.aids_left:
        raise ValueError("there is no skip left")
    taken = _seconds(seconds)
    if _is_late(session, taken):
        return lapse(session)
    session = msgspec.structs.replace(session, aids=(*session.aids, "skip"))
    return _after(session, showing, "", "skipped", taken)


def use(session: Session, aid: Aid) -> Session:
    """Use a lifeline on the open question.

    Args:
        session: A game that goes on.
        aid: A 50:50 or a hint.

    Raises:
        ValueError: The game is over, or there is no such lifeline left.
    """
    _open(session)
    if aid not in session.aids_left or aid == "skip":
        raise ValueError(f"there is no {aid} left")
    return msgspec.structs.replace(session, aids=(*session.aids, aid))


def leave(session: Session, seconds: float) -> Session:
    """Leave a game over its open question, whose time is not given back when the game goes on.

    Args:
        session: A game that goes on.
        seconds: How long the question was open since it came up (again), in seconds.

    Returns:
        The game to be continued; where its time has run out meanwhile it has lapsed.

    Raises:
        ValueError: The game is over.
    """
    _open(session)
    taken = _seconds(seconds)
    if _is_late(session, taken):
        return lapse(session)
    return msgspec.structs.replace(session, spent=round(session.spent + taken, 3))


def lapse(session: Session) -> Session:
    """Let the time of the open question run out: it is missed, or, by the clock over the game, the game ends.

    Raises:
        ValueError: The game is over or has no clock.
    """
    clock = session.rules.question_clock
    if clock is None:
        return expire(session)
    return _after(session, _open(session), "", "lapsed", clock - session.spent)


def expire(session: Session) -> Session:
    """End a timed game because its clock has run out; the open question does not count.

    Raises:
        ValueError: The game is over or has no clock.
    """
    if session.is_finished or session.rules.run_seconds is None:
        raise ValueError("no clock is running")
    return msgspec.structs.replace(session, expired=True, aids=())


def rescored(rules: Rules, attempts: Sequence[Attempt]) -> tuple[Attempt, ...]:
    """Attempts with the streaks and points that follow by the rules from what became of the questions."""
    done: list[Attempt] = []
    for attempt in attempts:
        streak = _next_streak(_streak(done, attempt.player), attempt)
        done.append(msgspec.structs.replace(attempt, streak=streak, points=_points(rules, attempt, streak)))
    return tuple(done)


def _open(session: Session) -> Showing:
    showing = session.current
    if showing is None:
        raise ValueError("the game is over")
    return showing


def _seconds(seconds: float) -> float:
    return round(max(0.0, seconds), 3)


def _is_late(session: Session, seconds: float) -> bool:
    left = session.question_left
    return left is not None and seconds >= left


def _after(session: Session, showing: Showing, chosen: str, how: How, seconds: float) -> Session:
    """The game after its open question: with one attempt more, and the next question or player."""
    question = showing.question
    attempt = Attempt(
        pack=showing.pack,
        question=question.id,
        chosen=chosen,
        answer=question.answer,
        right=how == "answered" and chosen == question.answer,
        seconds=round(session.spent + seconds, 3),
        points=0,
        streak=0,
        kind=question.kind,
        difficulty=question.difficulty,
        how=how,
        aids=session.aids,
        player=session.player,
    )
    streak = _next_streak(session.streak, attempt)
    attempt = msgspec.structs.replace(attempt, streak=streak, points=_points(session.rules, attempt, streak))
    return msgspec.structs.replace(session, attempts=(*session.attempts, attempt), spent=0.0, aids=())


def _streak(attempts: Sequence[Attempt], player: int) -> int:
    return next((attempt.streak for attempt in reversed(attempts) if attempt.player == player), 0)


def _next_streak(streak: int, attempt: Attempt) -> int:
    if not attempt.counts:
        return streak
    return streak + 1 if attempt.right else 0


def _points(rules: Rules, attempt: Attempt, streak: int) -> int:
    if not attempt.right:
        return 0
    return points(streak, seconds=attempt.seconds, clock=rules.question_clock, halved=bool(attempt.aids))
