"""What the folders of packs hold; a file is parsed again only when it has changed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.pack import Pack, PackInfo, info_of
from quizgame.core.text import one_line
from quizgame.storage.atomic import read
from quizgame.storage.names import shown
from quizgame.storage.packfile import pack_of, read_pack
from quizgame.storage.packindex import Known, PackIndex, Stamp, digest_of, stamp_of
from quizgame.storage.toml import PACK_LIMIT
from quizgame.storage.trouble import reason

__all__ = ["Entry", "PackFolders"]


class Entry(NamedTuple):
    """A file of packs and what it holds."""

    path: Path
    own: bool
    """Whether it is in the player's folder."""
    info: PackInfo | None
    """None where the file is left out."""
    problems: tuple[Problem, ...] = ()
    digest: bytes = b""
    """That of the file's name and bytes."""


class PackFolders:
    """Two folders of packs.

    Args:
        shipped: The packs that come with the game.
        own: The player's own; may be the same folder, and then all of them are the player's.
        index: What is known of their files.
    """

    def __init__(self, shipped: Path, own: Path, index: PackIndex) -> None:
        self._shipped = shipped
        self._own = own
        self._index = index
        self._packs: dict[Path, tuple[bytes, Pack]] = {}

    def entries(self) -> tuple[list[Entry], list[Problem]]:
        """Every file of both folders, and all that is wrong.

        Of two packs with one id the one that ships stays, else the first by the name of its file.
        """
        entries: list[Entry] = []
        problems: list[Problem] = []
        first: dict[str, Entry] = {}
        for path, own in self._files(problems):
            entry = self.one(path, own=own)
            if entry.info and (winner := first.setdefault(entry.info.id, entry)) is not entry:
                entry = Entry(path, own, None, (_clash(entry.info.id, path, winner.path),))
            entries.append(entry)
            problems.extend(entry.problems)
        self._index.save({entry.path for entry in entries})
        return entries, problems

    def one(self, path: Path, *, own: bool) -> Entry:
        """What one file holds."""
        try:
            stamp = stamp_of(path)
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else "it is no name for a file"
            return Entry(path, own, None, (Problem(file=shown(path), what=f"cannot be read: {why}"),))
        try:
            known = self._index.known(path, stamp) or self._read(path, stamp)
        except DataError as error:
            return Entry(path, own, None, error.problems)
        except StorageError as error:
            return Entry(path, own, None, (Problem(file=shown(path), what=str(error)),))
        return _entry(path, known, own=own)

    def pack(self, entry: Entry) -> Pack:
        """The pack of a file that is well, with its questions.

        Raises:
            DataError: The file has changed and has a problem now.
            StorageError: It cannot be read.
        """
        digest, pack = self._packs.get(entry.path, (b"", None))
        if pack is None or digest != entry.digest:
            pack = self._index.pack(entry.digest) or read_pack(entry.path)
            self._packs[entry.path] = entry.digest, pack
        return pack

    def _read(self, path: Path, stamp: Stamp) -> Known:
        """What a file holds, by its bytes.

        Raises:
            DataError: It is too large.
            StorageError: It cannot be read.
        """
        data = read(path, PACK_LIMIT)
        digest = digest_of(path, data)
        if known := self._index.same(path, stamp, digest):
            return known
        known = self._parsed(data, path, stamp, digest)
        # What is written while it is read is looked at again the next time.
        return self._index.learn(path, known) if _is_still(path, stamp) else known

    def _parsed(self, data: bytes, path: Path, stamp: Stamp, digest: bytes) -> Known:
        try:
            pack = pack_of(data, file="", stem=path.stem)
        except DataError as error:
            return Known(stamp, digest, None, error.problems)
        self._index.keep_pack(digest, pack)
        return Known(stamp, digest, info_of(pack))

    def _files(self, problems: list[Problem]) -> Iterator[tuple[Path, bool]]:
        if not _is_same(self._shipped, self._own):
            yield from ((path, False) for path in _toml_files(self._shipped, problems))
        yield from ((path, True) for path in _toml_files(self._own, problems))


def _is_still(path: Path, stamp: Stamp) -> bool:
    try:
        return stamp_of(path) == stamp
    except OSError:
        return False


def _entry(path: Path, known: Known, *, own: bool) -> Entry:
    """What is known of a file, with the name that it has where one stands now."""
    file = shown(path)
    problems = tuple(msgspec.structs.replace(problem, file=file) for problem in known.problems)
    info = msgspec.structs.replace(known.info, file=file, own=own) if known.info else None
    return Entry(path, own, info, problems, known.digest)


def _toml_files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        with os.scandir(folder) as found:
            names = [entry.name for entry in found if entry.name.lower().endswith(".toml")]
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(Problem(file=shown(folder), what=f"the folder of packs cannot be read: {reason(error)}"))
        return []
    return [folder / name for name in sorted(names) if not name.startswith(".")]


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one == other or one.samefile(other)
    except OSError:
        return False


def _clash(id: str, path: Path, winner: Path) -> Problem:
    return Problem(
        file=shown(path),
        key="id",
        what=f"the id {one_line(id)!r} is that of {shown(winner)} too, so this pack is left out",
        hint="give it another id",
    )
