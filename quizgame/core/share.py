"""What a player shows others: a result that spoils nothing, and a code that replays the same questions.

A code holds the mode, its length, the seed and, as short hashes, the questions that were asked. So it needs no pack to
be named, and tells for each question whether a friend has it word for word.
"""

import base64
import hashlib
import re
from collections.abc import Collection, Iterator, Sequence

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.modes import (
    MOST_QUESTIONS,
    MOST_SEED,
    QUESTION_SECONDS_BOUNDS,
    RUN_SECONDS,
    Rules,
    challenge,
    classic,
    survival,
)
from quizgame.core.pack import Pack, Question
from quizgame.core.result import Result, place_of
from quizgame.core.selection import Item, pool_of, ref_of_item
from quizgame.core.session import Answered, Attempt
from quizgame.core.wording import counted, day_text, grouped, percent

__all__ = ["Code", "code_of", "missing", "read_code", "resolved", "result_text", "rules_of", "sign", "write_code"]

_MODES = ("classic", "challenge", "survival")
_HASH = 3
"""Bytes of a question's hash: among 50,000 questions, ten are all told apart in 97 of 100 games."""
_CHECK = 2
_VERSION = 1
_GROUP = 6
_NOT_CODE = re.compile(r"[^A-Z2-7]")
_SIGNS_A_LINE = 20
_BEFORE = "--code"


class Code(msgspec.Struct, frozen=True, kw_only=True):
    """A game to replay."""

    mode: str
    length: int
    question_seconds: int = 0
    seed: int
    questions: tuple[bytes, ...]
    """The hashes of the questions that were asked, in order."""


def code_of(result: Result) -> Code | None:
    """The code of a game; None where nothing was asked, or the mode cannot be shared so: a daily is shared anyway."""
    if result.rules.mode not in _MODES or not result.answered or result.seats:
        return None
    hashes = tuple(_hash(one.showing.pack, one.showing.question) for one in result.answered)
    return Code(
        mode=result.rules.mode,
        length=result.rules.length,
        question_seconds=round(result.rules.question_seconds or 0),
        seed=result.seed,
        questions=hashes,
    )


def write_code(code: Code) -> str:
    """A code as text: groups of six letters and digits."""
    head = bytes((_VERSION << 4 | _MODES.index(code.mode),))
    numbers = b"".join(map(_varint, (code.length, code.question_seconds, code.seed)))
    data = head + numbers + b"".join(code.questions)
    told = base64.b32encode(data + _check(data)).decode().rstrip("=")
    return "-".join(told[start : start + _GROUP] for start in range(0, len(told), _GROUP))


def read_code(text: str) -> Code:
    """A code from its text, with or without the command before it; case, spaces and hyphens make no difference.

    Raises:
        DataError: It is none, or one of a newer version.
    """
    bare = _NOT_CODE.sub("", text.rpartition(_BEFORE)[2].upper())
    try:
        data = base64.b32decode(bare + "=" * (-len(bare) % 8))
    except ValueError:
        raise _no_code("it has a letter too few or too many") from None
    data, check = data[:-_CHECK], data[-_CHECK:]
    if not data or _check(data) != check:
        raise _no_code("something is missing or mistyped")
    if data[0] >> 4 != _VERSION or data[0] & 15 >= len(_MODES):
        raise _no_code("a newer version of quizgame wrote it")
    numbers, place = [], 1
    for _ in range(3):
        number, place = _read_varint(data, place)
        numbers.append(number)
    hashes = data[place:]
    if len(hashes) % _HASH or not hashes:
        raise _no_code("something is missing or mistyped")
    length, question_seconds, seed = numbers
    mode = _MODES[data[0] & 15]
    lowest, highest = RUN_SECONDS if mode == "challenge" else (1, MOST_QUESTIONS)
    if not lowest <= length <= highest or seed > MOST_SEED:
        raise _no_code("no game is like that")
    if question_seconds and not QUESTION_SECONDS_BOUNDS[0] <= question_seconds <= QUESTION_SECONDS_BOUNDS[1]:
        raise _no_code("no game is like that")
    questions = tuple(hashes[start : start + _HASH] for start in range(0, len(hashes), _HASH))
    return Code(mode=mode, length=length, question_seconds=question_seconds, seed=seed, questions=questions)


def rules_of(code: Code, *, time_factor: float = 1.0) -> Rules:
    """The rules of the game that a code replays.

    Args:
        code: The code.
        time_factor: By how much the player has clocks extended.
    """
    if code.mode == "challenge":
        return challenge(code.length, time_factor=time_factor)
    if code.mode == "survival":
        return survival(time_factor=time_factor)
    seconds = code.question_seconds or None
    return classic(code.length, question_seconds=seconds, time_factor=time_factor)


def resolved(code: Code, packs: Sequence[Pack], *, flagged: Collection[str] = ()) -> tuple[list[Item], tuple[str, ...]]:
    """The questions that a code speaks of, as far as they are at hand, and what may come after them.

    Args:
        code: The code.
        packs: The packs at hand.
        flagged: The refs of questions that only the code may ask.

    Returns:
        The questions of every pack that has one of them, and the refs of those that the code names, in its order.

    Raises:
        DataError: None of them is at hand.
    """
    named = _named(code, packs)
    refs = tuple(ref_of_item(named[one]) for one in code.questions if one in named)
    if not refs:
        raise DataError(
            Problem(what="none of this game's questions is in your packs", hint="ask your friend for the packs")
        )
    held = {pack.id for pack, _ in named.values()}
    left_out = set(flagged).difference(refs)
    return pool_of([pack for pack in packs if pack.id in held], left_out), refs


def missing(code: Code, packs: Sequence[Pack]) -> int:
    """How many of the questions that a code speaks of are not at hand, or not in the same words."""
    named = _named(code, packs)
    return sum(one not in named for one in code.questions)


def _named(code: Code, packs: Sequence[Pack]) -> dict[bytes, Item]:
    wanted = set(code.questions)
    found: dict[bytes, Item] = {}
    for item in pool_of(packs):
        pack, question = item
        told = _hash(pack.id, question)
        if told in wanted:
            found.setdefault(told, item)
    return found


def _hash(pack: str, question: Question) -> bytes:
    told = "\0".join((pack, question.id, question.stem, question.answer, *question.distractors))
    return hashlib.blake2s(told.encode("utf-8", "surrogatepass"), digest_size=_HASH).digest()


def _check(data: bytes) -> bytes:
    return hashlib.blake2s(data, digest_size=_CHECK).digest()


def _varint(number: int) -> bytes:
    """A number in seven bits a byte, the lowest first."""
    data = bytearray()
    while number > 127:
        data.append(number & 127 | 128)
        number >>= 7
    return bytes([*data, number])


def _read_varint(data: bytes, place: int) -> tuple[int, int]:
    number = shift = 0
    while place < len(data):
        byte = data[place]
        number |= (byte & 127) << shift
        place, shift = place + 1, shift + 7
        if byte < 128:
            return number, place
    raise _no_code("something is missing or mistyped")


def _no_code(why: str) -> DataError:
    return DataError(Problem(what=f"this is no code of a game: {why}", hint="copy the whole code once more"))


# The text of a result


def result_text(result: Result, *, name: str) -> str:
    """A result to show others: signs, not colours, and no word of any question.

    Args:
        result: The game.
        name: What was played, such as ``Timed challenge, 60 s``.
    """
    day = f", {day_text(result.day)}" if result.day else ""
    head = f"quizgame · {name}{day}"
    right = f"{result.correct} of {result.asked} right ({percent(result.accuracy)})"
    points = f"{grouped(result.score)} {'point' if result.score == 1 else 'points'}"
    extended = f" · time x{result.rules.time_factor:g}" if result.rules.time_factor != 1 else ""
    streak = f"best streak {result.best_streak}"
    if result.seats:
        return "\n".join([head, *_table(result)])
    lines = [head, *_grid(result.answered), f"{right} · {points} · {streak}{extended}"]
    if result.outcome == "time-up":
        lines[-2] += " ⏱"
    code = code_of(result)
    if code:
        lines.append(f"quizgame play {_BEFORE} {write_code(code)}")
    return "\n".join(lines)


def _table(result: Result) -> Iterator[str]:
    """Those who took turns, the first on top, each with the signs of the answers."""
    for seat in result.seats:
        player = result.players.index(seat.name)
        told = f"{grouped(seat.score)}, {counted(seat.correct, 'right answer')}"
        yield f"{place_of(seat, result.seats)}. {seat.name}: {told}"
        yield from _grid([one for one in result.answered if one.attempt.player == player])


def _grid(answered: Sequence[Answered]) -> list[str]:
    signs = [sign(one.attempt) for one in answered]
    return [" ".join(signs[start : start + _SIGNS_A_LINE]) for start in range(0, len(signs), _SIGNS_A_LINE)]


def sign(attempt: Attempt) -> str:
    """What became of a question, as one sign."""
    if attempt.right:
        return "✓"
    return {"answered": "✗", "skipped": "→", "lapsed": "⏱"}[attempt.how]
