"""A game in progress as TOML, and back.

The file tells how many questions and answers it holds, because TOML itself cannot tell that a file was cut short. Each
answer stands right after its question, so that whatever part of a damaged file can be read is a game.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.modes import MOST_PLAYERS, Rules
from quizgame.core.session import Attempt, Session, rescored
from quizgame.core.showing import Showing
from quizgame.storage.pieces import END, ends_whole, pieces
from quizgame.storage.toml import decode, newer_format, newer_head, parse
from quizgame.storage.writing import block, encode, lines

__all__ = ["FORMAT", "SessionText", "read_session", "recover_session"]

FORMAT = 1
"""The newest format of a game in progress that this version reads and the one that it writes."""

_LONGEST = 1e9
"""No time in a game is longer, in seconds; so the sum of all of them is a number too."""
_T = TypeVar("_T", bound=msgspec.Struct)
_SHOWING = "[[showings]]"
_ATTEMPT = "[[attempts]]"


class SessionText:
    """Writes a game again and again; what has not changed since the last time is not made anew."""

    def __init__(self) -> None:
        self._showings: tuple[Showing, ...] = ()
        self._attempts: tuple[Attempt, ...] = ()
        self._showing_blocks: list[bytes] = []
        self._attempt_blocks: list[bytes] = []

    def of(self, session: Session) -> bytes:
        """The file of a game.

        Raises:
            StorageError: It holds something that has no form in TOML.
        """
        if session.showings != self._showings:
            self._showing_blocks = [_block(_SHOWING, showing) for showing in session.showings]
            self._showings = session.showings
        known = len(self._attempts)
        if session.attempts[:known] != self._attempts:
            self._attempt_blocks, known = [], 0
        self._attempt_blocks += [_block(_ATTEMPT, attempt) for attempt in session.attempts[known:]]
        self._attempts = session.attempts
        told = _interleaved(self._showing_blocks, self._attempt_blocks, session.turns)
        return encode(_head(session)) + b"".join(told)


def _head(session: Session) -> str:
    table = _plain(msgspec.structs.replace(session, showings=(), attempts=()))
    rules = table.pop("rules")
    for name in ("showings", "attempts"):
        table.pop(name, None)
    counts = {"questions": len(session.showings), "answers": len(session.attempts)}
    return f"{lines({'format': FORMAT, **table, **counts})}\n{block('[rules]', rules)}{END}"


def _plain(value: msgspec.Struct) -> dict[str, Any]:
    table: dict[str, Any] = msgspec.to_builtins(value, builtin_types=(date, datetime))
    return table


def _block(header: str, value: msgspec.Struct) -> bytes:
    return encode(f"\n{block(header, _plain(value))}{END}")


def _interleaved(showings: Sequence[bytes], attempts: Sequence[bytes], turns: int) -> Iterable[bytes]:
    for place, showing in enumerate(showings):
        yield showing
        yield from attempts[place * turns : (place + 1) * turns]


def read_session(data: bytes, *, file: str) -> Session:
    """The game that a file holds.

    Args:
        data: What the file holds.
        file: Its name for messages.

    Raises:
        DataError: It is of a newer format.
        ValueError: It is damaged.
    """
    number = newer_head(data, FORMAT)  # a newer file is not ours to judge: not even its syntax
    try:
        table = {} if number else parse(decode(data, file=file), file=file)
    except DataError as error:
        raise ValueError(str(error)) from error
    if number := number or newer_format(table, FORMAT):
        what = f"format {number} is newer than this version reads, so this game waits"
        raise DataError(Problem(file=file, key="format", what=what, hint="update quizgame"))
    try:
        session = _sensible(msgspec.convert(table, Session))
    except OverflowError as error:  # a whole number of hundreds of digits for the seconds, a start in the year 1
        raise ValueError("a number or a time is beyond all bounds") from error
    if (len(session.showings), len(session.attempts)) != (table.get("questions"), table.get("answers")):
        raise ValueError("the file was cut short")
    return session


def _sensible(session: Session) -> Session:
    """A game that the rules can play on, and that they can have led to."""
    if not _can_be_kept(session.rules) or not _is_time(session.spent):
        raise ValueError("the rules make no sense")
    if not session.showings or len(session.attempts) > len(session.showings) * session.turns:
        raise ValueError("questions are missing")
    pairs = [(one.showing, one.attempt) for one in session.answered]
    if not all(map(_can_be_shown, session.showings)) or not all(_belongs(*pair) for pair in pairs):
        raise ValueError("questions and answers do not fit each other")
    if session.turns > MOST_PLAYERS or any(attempt.player >= session.turns for attempt in session.attempts):
        raise ValueError("the players make no sense")
    if session.attempts != rescored(session.rules, session.attempts):
        raise ValueError("points and streaks do not follow from the answers")
    if session.started.tzinfo:
        return session
    return msgspec.structs.replace(session, started=session.started.astimezone())


def _can_be_shown(showing: Showing) -> bool:
    return showing.options.count(showing.question.answer) == 1 and len(showing.options) > 1


def _belongs(showing: Showing, attempt: Attempt) -> bool:
    """Whether an answer is one to this question, judged as it must be."""
    question = showing.question
    return (
        (showing.pack, question.id, question.answer) == (attempt.pack, attempt.question, attempt.answer)
        and (attempt.chosen in showing.options if attempt.how == "answered" else not attempt.chosen)
        and attempt.right == (attempt.chosen == attempt.answer)
        and attempt.player >= 0
        and _is_time(attempt.seconds)
    )


def _can_be_kept(rules: Rules) -> bool:
    return (
        (rules.questions is None or rules.questions > 0)
        and (rules.run_seconds is None or 0 < rules.run_seconds <= _LONGEST)
        and (rules.question_seconds is None or 0 < rules.question_seconds <= _LONGEST)
        and 1 <= rules.time_factor <= _LONGEST
        and (rules.most_misses is None or rules.most_misses > 0)
        and _is_time(rules.miss_seconds)
        and _is_time(rules.verdict_seconds or 0.0)
    )


def _is_time(seconds: float) -> bool:
    return 0 <= seconds <= _LONGEST  # which no NaN is


def recover_session(data: bytes) -> Session | None:
    """What can be read of a damaged file: the answered questions that are whole, and then the open ones.

    Streaks and points are reckoned anew from the answers that are left.

    Returns:
        The game, or None where its head or every question is lost.
    """
    head: dict[str, Any] = {}
    pairs: list[tuple[Showing, list[Attempt]]] = []
    lost = False
    for piece in pieces(data, _SHOWING.encode(), _ATTEMPT.encode()):
        if not piece.strip():
            continue
        table = _table_of(piece)
        if not head:
            head = table
        elif showing := _one(table, "showings", Showing):
            lost = False
            pairs.append((showing, []))
        elif (attempt := _one(table, "attempts", Attempt)) and pairs and not lost and _belongs(pairs[-1][0], attempt):
            pairs[-1][1].append(attempt)
        elif piece.lstrip().startswith(_ATTEMPT.encode()) and pairs and not lost:
            lost = bool(pairs.pop())  # its answer cannot be read, and it must not be asked twice
        else:
            lost = True
    return _rebuilt(head, pairs)


def _table_of(piece: bytes) -> dict[str, Any]:
    """A table of a damaged file; empty where it cannot be read or was cut short."""
    try:
        return parse(decode(piece, file=""), file="") if ends_whole(piece) else {}
    except DataError:
        return {}


def _one(table: dict[str, Any], key: str, kind: type[_T]) -> _T | None:
    try:
        return msgspec.convert(table[key][0], kind)
    except (KeyError, IndexError, TypeError, OverflowError, msgspec.ValidationError):
        return None


def _rebuilt(head: dict[str, Any], pairs: Sequence[tuple[Showing, list[Attempt]]]) -> Session | None:
    try:
        session = msgspec.convert({**head, "showings": [], "attempts": []}, Session)
        answered = [pair for pair in pairs if len(pair[1]) == session.turns]
        still_open = [pair for pair in pairs if len(pair[1]) != session.turns]
        showings = tuple(showing for showing, _ in (*answered, *still_open))
        attempts = rescored(session.rules, [attempt for _, given in answered for attempt in given])
        return _sensible(msgspec.structs.replace(session, showings=showings, attempts=attempts))
    except (ValueError, OverflowError):
        return None
