"""What the folders of packs hold; a file is parsed again only when it has changed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.pack import Pack
from quizgame.core.text import one_line
from quizgame.storage.names import shown
from quizgame.storage.packfile import read_pack
from quizgame.storage.trouble import reason

__all__ = ["Entry", "PackFolders"]


class Entry(NamedTuple):
    """A file of packs and what it holds."""

    path: Path
    own: bool
    """Whether it is in the player's folder."""
    pack: Pack | None
    """None where the file is left out."""
    problems: tuple[Problem, ...] = ()


class _Stamp(NamedTuple):
    """What changes when a file does."""

    size: int
    mtime_ns: int
    inode: int


class PackFolders:
    """Two folders of packs.

    Args:
        shipped: The packs that come with the game.
        own: The player's own; may be the same folder, and then all of them are the player's.
    """

    def __init__(self, shipped: Path, own: Path) -> None:
        self._shipped = shipped
        self._own = own
        self._cache: dict[Path, tuple[_Stamp, Pack | None, tuple[Problem, ...]]] = {}

    def entries(self) -> tuple[list[Entry], list[Problem]]:
        """Every file of both folders, and all that is wrong.

        Of two packs with one id the one that ships stays, else the first by the name of its file.
        """
        entries: list[Entry] = []
        problems: list[Problem] = []
        first: dict[str, Entry] = {}
        for path, own in self._files(problems):
            entry = self.one(path, own=own)
            if entry.pack and (winner := first.setdefault(entry.pack.id, entry)) is not entry:
                entry = Entry(path, own, None, (_clash(entry.pack.id, path, winner.path),))
            entries.append(entry)
            problems.extend(entry.problems)
        return entries, problems

    def one(self, path: Path, *, own: bool) -> Entry:
        """What one file holds."""
        try:
            status = path.stat()
        except (OSError, ValueError) as error:
            why = reason(error) if isinstance(error, OSError) else "it is no name for a file"
            return Entry(path, own, None, (Problem(file=shown(path), what=f"cannot be read: {why}"),))
        stamp = _Stamp(status.st_size, status.st_mtime_ns, status.st_ino)
        known = self._cache.get(path)
        if known is None or known[0] != stamp:
            known = self._cache[path] = (stamp, *_read(path))
        return Entry(path, own, known[1], known[2])

    def _files(self, problems: list[Problem]) -> Iterator[tuple[Path, bool]]:
        if not _is_same(self._shipped, self._own):
            yield from ((path, False) for path in _toml_files(self._shipped, problems))
        yield from ((path, True) for path in _toml_files(self._own, problems))


def _read(path: Path) -> tuple[Pack | None, tuple[Problem, ...]]:
    try:
        return read_pack(path), ()
    except DataError as error:
        return None, error.problems
    except StorageError as error:
        return None, (Problem(file=shown(path), what=str(error)),)


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
