"""The text of the record: one table a game, each ended by a comment that proves it whole."""

from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from typing import Any, NamedTuple, get_args

import msgspec

from quizgame.core.errors import DataError
from quizgame.core.modes import ModeName
from quizgame.core.record import Ending, Game
from quizgame.storage.pieces import END, ends_whole, pieces
from quizgame.storage.toml import decode, parse
from quizgame.storage.writing import inline, lines

__all__ = ["FORMAT", "HEADER", "START", "Salvage", "games_of", "salvage", "torn_at", "write_game"]

FORMAT = 1
"""The newest format of the record that this version reads and the one that it writes."""
HEADER = f"format = {FORMAT}\n"
START = b"[[games]]"
"""What each game begins with."""

_YEARS = range(1900, 9000)


class Salvage(NamedTuple):
    """What could be read of a damaged file."""

    data: bytes
    """The file without what is damaged."""
    games: tuple[Game, ...]
    lost: int
    """How many pieces could not be read."""


def write_game(game: Game) -> str:
    """A game as a table of TOML. Its attempts stand last and always, so that a table cut short is told."""
    table = msgspec.to_builtins(game, builtin_types=(date, datetime))
    attempts = table.pop("attempts", ())
    told = "".join(f"    {inline(attempt)},\n" for attempt in attempts)
    return f"\n[[games]]\n{lines(table)}attempts = [\n{told}]\n{END}"


def games_of(table: Mapping[str, Any]) -> tuple[tuple[Game, ...], int]:
    """The games of a parsed file, and how many of them only a newer version understands.

    Raises:
        ValueError: Some are damaged.
    """
    tables = table.get("games", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) and "attempts" in one for one in tables):
        raise ValueError("a game was cut short")
    known = [one for one in tables if not _is_from_newer(one)]
    try:
        games = tuple(map(_settled, msgspec.convert(known, tuple[Game, ...])))
    except (msgspec.ValidationError, OverflowError) as error:
        raise ValueError("a game is damaged") from error
    return games, len(tables) - len(known)


def _is_from_newer(table: Mapping[str, Any]) -> bool:
    """Whether a game tells of a mode or an ending that this version does not have."""
    told = ((table.get("mode"), ModeName), (table.get("ending"), Ending))
    return any(isinstance(word, str) and word not in get_args(known) for word, known in told)


def _settled(game: Game) -> Game:
    """A game whose time can be reckoned with: one that was written by hand may lack its offset, the local one then."""
    seconds = game.seconds + sum(attempt.seconds for attempt in game.attempts)
    if game.finished.year not in _YEARS or not isfinite(seconds):
        raise ValueError("the time of a game makes no sense")
    if game.finished.tzinfo:
        return game
    return msgspec.structs.replace(game, finished=game.finished.astimezone())


def torn_at(data: bytes) -> int | None:
    """Where the torn end of a file begins, given its last part (or all of it); None where the end is whole."""
    start = place = 0
    for piece in pieces(data, START):
        place += len(piece)
        if ends_whole(piece):
            start = place
    for piece in pieces(data[start:], START):
        if not _is_whole(piece):
            return start
        start += len(piece)
    return None


def _is_whole(data: bytes) -> bool:
    """Whether a piece of a file is complete without the comment that proves it, as after an edit by hand."""
    try:
        games_of(parse(decode(data, file=""), file=""))
    except (DataError, ValueError):
        return False
    return True


def salvage(data: bytes) -> Salvage:
    """Read each table of a damaged file by itself, and keep the bytes of those that are whole."""
    kept: list[bytes] = []
    games: list[Game] = []
    lost = 0
    for place, piece in enumerate(pieces(data, START)):
        try:
            found, newer = games_of(parse(decode(piece, file=""), file=""))
        except (DataError, ValueError):
            lost += place > 0 or START in piece  # a head without a game is no loss
            continue
        games.extend(found)
        if found or newer:
            kept.append(piece.rstrip() + b"\n")
    whole = HEADER.encode() + b"".join(b"\n" + piece for piece in kept)
    if not _is_whole(whole):  # tables that are well one by one but not together, as after an edit by hand
        whole = (HEADER + "".join(map(write_game, games))).encode()
    return Salvage(whole, tuple(games), lost)
