"""The record of a profile: a file a month, to which each game is added for good."""

import hashlib
import re
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.record import Game, History
from quizgame.storage.atomic import append, copy_aside, cut, exists, read, read_part, replace, sweep
from quizgame.storage.locks import locked
from quizgame.storage.names import shown
from quizgame.storage.records import FORMAT, HEADER, START, games_of, salvage, torn_at, write_game
from quizgame.storage.toml import SAVE_LIMIT, decode, newer_format, newer_head, parse
from quizgame.storage.trouble import reason, telling
from quizgame.storage.writing import encode

__all__ = ["Mark", "News", "Records"]

_NAME = re.compile(r"history-\d{4}-\d{2}(\.format-\d+)?\.toml")
_WHOLE_LINE = re.compile(rb"\n# end[ \t]*(\r?\n|$)")
_HEAD = 4_096
_TAIL = 4_096
_FRESH_NS = 2_000_000_000
"""For so long a file system may give a second change the same time as the first: FAT counts in steps of 2 s."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """How far a file of the record has been read."""

    size: int
    """So many bytes of it."""
    digest: bytes
    """Their digest: it tells whether anything before has changed since."""
    modified: int = 0
    """The time in nanoseconds that the file system gave the file, by which it need not even be read to be known; 0
    where that was too fresh to tell a later change apart."""


class News(NamedTuple):
    """What the record holds that was not known before."""

    games: tuple[Game, ...]
    marks: dict[str, Mark]
    """How far each file has been read now, by its name; empty where some could not be read at all."""
    told: tuple[Problem, ...] = ()
    """What was mended since this start of the program."""
    standing: tuple[Problem, ...] = ()
    """What of these games cannot be read."""
    is_whole: bool = False
    """Whether these are all games, because something that was known has changed or is gone."""


class _Month(NamedTuple):
    """What one file of the record holds."""

    games: tuple[Game, ...] = ()
    problems: tuple[Problem, ...] = ()


class Records:
    """The games of a profile; nothing is read or made before something is asked.

    A file is read again only when it has changed. What was found damaged is mended at once, with a copy kept; every
    `load` of this object tells it, and none of the next start's.

    Args:
        folder: The profile's folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache: dict[Path, tuple[tuple[int, int], _Month]] = {}
        self._told: list[Problem] = []
        self._added: set[str] = set()

    def load(self) -> History:
        """Every game, in order of month and then as they were recorded; one that stands there twice comes once."""
        games, standing = self._load()
        return History(games=games, problems=(*self._told, *standing))

    def _load(self) -> tuple[tuple[Game, ...], tuple[Problem, ...]]:
        """Every game, and what of them cannot be read for now."""
        sweep(self._folder)
        games: dict[str, Game] = {}
        standing: list[Problem] = []
        for path in self._files(standing):
            month = self._month(path)
            standing.extend(month.problems)
            for game in month.games:
                games.setdefault(game.id, game)
        return tuple(games.values()), tuple(standing)

    def news(self, known: Mapping[str, Mark]) -> News:
        """The games that were added since, or all games where more has changed than that.

        What was read before is not parsed again, only looked through for changes.

        Args:
            known: How far each file was read, by its name.
        """
        added = self._added_since(known) if known else None
        if added is not None:
            return added
        marks = self._marks()  # taken before: what comes between is read twice
        games, standing = self._load()
        return News(games, marks, tuple(self._told), standing, is_whole=True)

    def _marks(self) -> dict[str, Mark]:
        """How far each file can be read; nothing where one cannot be read at all."""
        unread: list[Problem] = []
        try:
            marks = {path.name: _marked(path)[0] for path in self._files(unread)}
        except (StorageError, DataError):
            return {}
        return {} if unread else marks

    def _added_since(self, known: Mapping[str, Mark]) -> News | None:
        """The games that stand behind what is known; None where that is not all that has changed."""
        sweep(self._folder)
        unread: list[Problem] = []
        paths = self._files(unread)
        if unread or not known.keys() <= {path.name for path in paths}:
            return None
        games: list[Game] = []
        marks: dict[str, Mark] = {}
        for path in paths:
            added = _added(path, known.get(path.name, _NOTHING))
            if added is None:
                return None
            marks[path.name] = added[0]
            games += added[1]
        return News(tuple(games), marks, tuple(self._told))

    def append(self, game: Game) -> None:
        """Add a game for good; one that this object has added already is not added again.

        Only the end of the file is read, so that the ten thousandth game costs what the tenth did.

        Raises:
            StorageError: It cannot be written; adding the game once more does not count it twice.
        """
        if game.id in self._added:
            return
        with locked(self._folder / "history.lock"):
            path = self._file_of(game.finished)
            size = self._cut_torn_end(path)
            append(path, encode(("" if size else HEADER) + write_game(game)))
        self._added.add(game.id)

    def _files(self, problems: list[Problem]) -> list[Path]:
        try:
            return sorted(path for path in self._folder.iterdir() if _NAME.fullmatch(path.name))
        except FileNotFoundError:
            return []
        except OSError as error:
            what = f"the saved games cannot be read: {reason(error)}"
            problems.append(Problem(file=shown(self._folder), what=what))
            return []

    def _month(self, path: Path) -> _Month:
        try:
            status = path.stat()
            stamp = (status.st_size, status.st_mtime_ns)
            known = self._cache.get(path)
            if known is None or known[0] != stamp:
                known = self._cache[path] = (stamp, self._read(path, read(path, SAVE_LIMIT)))
        except OSError as error:
            return _left_out(path, f"cannot be read: {reason(error)}")
        except StorageError as error:
            return _left_out(path, str(error))
        except DataError as error:
            return _Month(problems=error.problems)
        return known[1]

    def _read(self, path: Path, data: bytes) -> _Month:
        try:
            return _parsed(path, data)
        except (DataError, ValueError):
            try:
                return self._mend(path)
            except StorageError as error:
                saved = salvage(data)
                what = f"the file is damaged and cannot be mended; {_count(len(saved.games))} read from it"
                return _Month(saved.games, (Problem(file=shown(path), what=what, hint=str(error)),))

    def _mend(self, path: Path) -> _Month:
        """Put what can be read of a damaged file in its place, and keep the whole of it under another name."""
        with locked(self._folder / "history.lock"):
            data = read(path, SAVE_LIMIT)
            try:  # it may only have been in the middle of another window's writing
                return _parsed(path, data)
            except (DataError, ValueError):
                saved = salvage(data)
            copy = copy_aside(path, data)
            replace(path, saved.data)
        lost = f"{saved.lost} could not" if saved.lost else "none was lost"
        what = f"the file was damaged: {_count(len(saved.games))} recovered, {lost}"
        self._told.append(Problem(file=shown(path), what=what, hint=f"the file as it was: {shown(copy)}"))
        return _Month(saved.games)

    def _file_of(self, finished: datetime) -> Path:
        """The file of a month; beside it where a newer version keeps it, because we must not write to that one."""
        path = self._folder / f"history-{finished.year:04}-{finished.month:02}.toml"
        if exists(path) and newer_head(read_part(path, 0, _HEAD), FORMAT):
            return path.with_name(f"{path.stem}.format-{FORMAT}.toml")
        return path

    def _cut_torn_end(self, path: Path) -> int:
        """Cut a record that was torn while it was written off the end, with a copy kept.

        Returns:
            The size of the file, 0 where there is none.
        """
        if not exists(path):
            return 0
        with telling("read", path):
            size = path.stat().st_size
        reach = _TAIL
        while True:
            start = max(0, size - reach)
            tail = read_part(path, start, reach)
            if not start or _WHOLE_LINE.search(tail):
                break
            reach *= 8
        torn = torn_at(tail)
        if torn is None:
            return size
        copy = copy_aside(path, tail[torn:])
        cut(path, start + torn)
        what = "the end of the file was cut short while it was written, and has been taken out"
        self._told.append(Problem(file=shown(path), what=what, hint=f"what was left of it: {shown(copy)}"))
        return start + torn


def _marked(path: Path) -> tuple[Mark, bytes]:
    """A file as it is, and what it holds; its time was taken before it was read."""
    size, modified = _stamp(path)
    data = read(path, SAVE_LIMIT)
    is_settled = size == len(data) and time.time_ns() - modified > _FRESH_NS
    return Mark(len(data), _digest(data), modified if is_settled else 0), data


def _stamp(path: Path) -> tuple[int, int]:
    with telling("read", path):
        status = path.stat()
    return status.st_size, status.st_mtime_ns


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


_NOTHING = Mark(0, _digest(b""))


def _added(path: Path, mark: Mark) -> tuple[Mark, tuple[Game, ...]] | None:
    """How far a file is known now, and its games behind what was; None where it cannot be read on from there."""
    try:
        if _stamp(path) == (mark.size, mark.modified):
            return mark, ()
        now, data = _marked(path)
        if len(data) < mark.size or _digest(data[: mark.size]) != mark.digest:
            return None
        rest = data[mark.size :]
        if not rest:
            return now, ()
        if mark.size and not rest.lstrip().startswith(START):
            return None
        month = _parsed(path, rest)
    except (StorageError, DataError, ValueError):
        return None
    return None if month.problems else (now, month.games)


def _parsed(path: Path, data: bytes) -> _Month:
    file = shown(path)
    number = newer_head(data, FORMAT)  # a newer file is not ours to judge: not even its syntax
    table = {} if number else parse(decode(data, file=file), file=file)
    if number := number or newer_format(table, FORMAT):
        what = f"format {number} is newer than this version reads, so these games are left out"
        return _left_out(path, what, key="format", hint="update quizgame")
    games, newer = games_of(table)
    if not newer:
        return _Month(games)
    what = f"{_count(newer)} left out: only a newer version knows their mode"
    return _Month(games, (Problem(file=file, what=what, hint="update quizgame", severity="warning"),))


def _left_out(path: Path, what: str, *, key: str = "", hint: str = "") -> _Month:
    return _Month(problems=(Problem(file=shown(path), what=what, key=key, hint=hint),))


def _count(games: int) -> str:
    return "1 game was" if games == 1 else f"{games:,} games were"
