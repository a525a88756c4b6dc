"""The questions a player has flagged: a file that a person may read and edit."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.flags import Flag, Flags
from quizgame.core.text import clip
from quizgame.storage.atomic import copy_aside, exists, read, replace
from quizgame.storage.locks import locked
from quizgame.storage.names import shown
from quizgame.storage.pieces import pieces
from quizgame.storage.toml import SAVE_LIMIT, decode, newer_format, newer_head, parse
from quizgame.storage.writing import block, encode

__all__ = ["FORMAT", "FlagsFile"]

FORMAT = 1
"""The newest format of the flags that this version reads and the one that it writes."""

_MOST_TOLD = 200
_START = b"["
_HEADER = f"format = {FORMAT}\n"


class FlagsFile:
    """The flags of a profile; nothing is read or made before something is asked.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> Flags:
        """Every flag that can be read, and what is wrong with the others."""
        try:
            return self._read() if exists(self._path) else Flags()
        except DataError as error:
            return Flags(problems=error.problems)
        except StorageError as error:
            return Flags(problems=(Problem(file=shown(self._path), what=str(error)),))

    def change(self, change: Callable[[tuple[Flag, ...]], tuple[Flag, ...]]) -> None:
        """Save other flags.

        Args:
            change: Makes them from those that are saved.

        Raises:
            StorageError: They cannot be written, or the file is of a newer format.
        """
        with locked(self._path.with_suffix(".lock")):
            there = self._there()
            plain = (msgspec.to_builtins(flag, builtin_types=(datetime,)) for flag in change(there.flags))
            told = "".join(f"\n{block('[[flags]]', table)}" for table in plain)
            replace(self._path, encode(_HEADER + told))

    def _read(self) -> Flags:
        file = shown(self._path)
        data = read(self._path, SAVE_LIMIT)
        number = newer_head(data, FORMAT)
        try:
            table = {} if number else parse(decode(data, file=file), file=file)
        except DataError as error:
            return Flags(flags=_salvaged(data), problems=error.problems)
        if number := number or newer_format(table, FORMAT):
            what = f"format {number} is newer than this version reads"
            raise DataError(Problem(file=file, key="format", what=what, hint="update quizgame"))
        return _flags_of(table, file)

    def _there(self) -> Flags:
        """The flags before they are written anew; a file that cannot be read whole is kept under another name."""
        if not exists(self._path):
            return Flags()
        try:
            flags = self._read()
        except DataError as error:
            if any(problem.key == "format" for problem in error.problems):
                what = f"cannot write {shown(self._path)}: a newer version of quizgame has written it"
                raise StorageError(what) from error
            flags = Flags(problems=error.problems)
        if flags.problems:
            copy_aside(self._path, read(self._path, SAVE_LIMIT))
        return flags


def _flags_of(table: Mapping[str, Any], file: str) -> Flags:
    """The flags of a parsed file, and what is wrong with the others.

    Raises:
        DataError: They are no tables at all.
    """
    tables = table.get("flags", [])
    if not isinstance(tables, list):
        raise DataError(Problem(file=file, key="flags", what="expected tables [[flags]]"))
    flags: list[Flag] = []
    problems: list[Problem] = []
    for place, one in enumerate(tables, 1):
        try:
            flags.append(_settled(msgspec.convert(one, Flag)))
        except (msgspec.ValidationError, OverflowError) as error:
            problems.append(Problem(file=file, key=f"flags[{place}]", what=clip(str(error), _MOST_TOLD)))
    return Flags(flags=tuple(flags), problems=tuple(problems))


def _salvaged(data: bytes) -> tuple[Flag, ...]:
    """What can be read of a damaged file: each table by itself."""
    flags: list[Flag] = []
    for piece in pieces(data, _START):
        with suppress(DataError):
            flags.extend(_flags_of(parse(decode(piece, file=""), file=""), "").flags)
    return tuple(flags)


def _settled(flag: Flag) -> Flag:
    """A flag whose time has an offset: the local one where it was written by hand without any."""
    return flag if flag.flagged.tzinfo else msgspec.structs.replace(flag, flagged=flag.flagged.astimezone())
