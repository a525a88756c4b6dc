"""What is known of the files of packs, kept at hand so that none is parsed again before it changes.

A folder of caches: one file tells of every pack what a list needs, and each pack has a file from which its questions
are read many times faster than from TOML. All of it can be deleted at any time.
"""

import hashlib
import os
import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from quizgame import __version__
from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.pack import Pack, PackInfo, Question, Source
from quizgame.storage.atomic import read, replace, sweep
from quizgame.storage.toml import PACK_LIMIT

__all__ = ["Known", "PackIndex", "Stamp", "digest_of", "stamp_of"]

T = TypeVar("T")

_LAYOUT = 1
"""To be raised with every change of how packs are read; what was kept before is then of no account."""
_STRUCTS = (Pack, Question, Source, PackInfo, Problem)
_VERSION = f"{_LAYOUT} {__version__} " + " ".join(field for kind in _STRUCTS for field in kind.__struct_fields__)
_DIGEST = 16
"""So many bytes at the start of a file prove the others."""
_LIST, _ENDING = "list.cache", ".pack"
_OURS = re.compile(rf"[0-9a-f]{{{2 * _DIGEST}}}\.pack")
_TICK_NS = 2_000_000_000
"""Within so many nanoseconds two writes may bear the same time, on the coarsest of file systems."""


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """What changes when a file does."""

    size: int
    mtime_ns: int
    inode: int


class Known(msgspec.Struct, frozen=True, array_like=True):
    """What a file of packs holds, without the questions."""

    stamp: Stamp
    digest: bytes
    """That of the file's name and bytes."""
    info: PackInfo | None
    """Without the file's name, which depends on where one stands; None where the file is left out."""
    problems: tuple[Problem, ...] = ()
    """Likewise."""


class _List(msgspec.Struct, frozen=True):
    version: str = _VERSION
    files: dict[str, Known] = {}


class PackIndex:
    """The caches in a folder; nothing is read or made before something is asked.

    Args:
        folder: Where they are; None to keep everything in memory only.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._files: dict[str, Known] | None = None
        self._doubtful: set[str] = set()
        self._is_changed = False

    def known(self, path: Path, stamp: Stamp) -> Known | None:
        """What is known of a file, if it is sure to be the same as it was.

        A file that was written at about the same time as the list may have changed since without another stamp.
        """
        files = self._all()
        found = files.get(str(path))
        return found if found and found.stamp == stamp and str(path) not in self._doubtful else None

    def same(self, path: Path, stamp: Stamp, digest: bytes) -> Known | None:
        """What is known of a file whose bytes are as they were, whatever its stamp; from now on it is sure."""
        found = self._all().get(str(path))
        if found is None or found.digest != digest:
            return None
        self._doubtful.discard(str(path))
        return self.learn(path, Known(stamp, digest, found.info, found.problems))

    def learn(self, path: Path, known: Known) -> Known:
        """Take note of what a file holds."""
        self._all()[str(path)] = known
        self._doubtful.discard(str(path))
        self._is_changed = True
        return known

    def pack(self, digest: bytes) -> Pack | None:
        """The pack of a file of this digest, where it is kept."""
        return _stored(self._folder / f"{digest.hex()}{_ENDING}", Pack) if self._folder else None

    def keep_pack(self, digest: bytes, pack: Pack) -> None:
        """Keep a pack for the next time; where that fails, it is parsed again."""
        if self._folder:
            _keep(self._folder / f"{digest.hex()}{_ENDING}", pack)

    def save(self, there: Collection[Path]) -> None:
        """Keep what is known of the files that are there, where any of it is new, and delete the rest.

        Args:
            there: All files of packs, but for those that a player named by their paths.
        """
        names = {str(path) for path in there}
        files = {name: known for name, known in self._all().items() if name in names}
        if self._folder is None or not (self._is_changed or len(files) < len(self._all())):
            return
        self._files, self._is_changed = files, False
        _keep(self._folder / _LIST, _List(files={name: known for name, known in files.items() if _is_text(name)}))
        self._delete_others({f"{known.digest.hex()}{_ENDING}" for known in files.values()})

    def _delete_others(self, names: Collection[str]) -> None:
        assert self._folder is not None  # noqa: S101 - there is nothing to delete in memory
        with suppress(OSError):
            for entry in os.scandir(self._folder):
                if _OURS.fullmatch(entry.name) and entry.name not in names:
                    Path(entry.path).unlink()
        sweep(self._folder)

    def _all(self) -> dict[str, Known]:
        if self._files is None:
            self._files = self._stored_files()
        return self._files

    def _stored_files(self) -> dict[str, Known]:
        if self._folder is None:
            return {}
        path = self._folder / _LIST
        stored = _stored(path, _List)
        if stored is None or stored.version != _VERSION:
            return {}
        with suppress(OSError):
            written = path.stat().st_mtime_ns
            late = {name for name, known in stored.files.items() if known.stamp.mtime_ns + _TICK_NS > written}
            self._doubtful = late
            return stored.files
        return {}


def _is_text(name: str) -> bool:
    """Whether a file's name is text, which on some systems it need not be."""
    return name.encode("utf-8", "ignore").decode() == name


def stamp_of(path: Path) -> Stamp:
    """The stamp of a file now.

    Raises:
        OSError: It cannot be looked at.
        ValueError: Its name cannot be one.
    """
    status = path.stat()
    return Stamp(status.st_size, status.st_mtime_ns, status.st_ino)


def digest_of(path: Path, data: bytes) -> bytes:
    """What tells a file's name and bytes from all others: a pack without an id has its name for one."""
    return _proof(path.stem.encode("utf-8", "surrogateescape") + b"\0" + data)


def _proof(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


def _stored(path: Path, kind: type[T]) -> T | None:
    """What a cache holds; None where it is damaged, not there, or not of this kind."""
    with suppress(StorageError, DataError, msgspec.MsgspecError):
        data = read(path, 4 * PACK_LIMIT)
        if data[:_DIGEST] == _proof(data[_DIGEST:]):
            return msgspec.msgpack.decode(memoryview(data)[_DIGEST:], type=kind)
    return None


def _keep(path: Path, value: object) -> None:
    with suppress(StorageError, OverflowError, msgspec.MsgspecError):
        data = msgspec.msgpack.encode(value)
        replace(path, _proof(data) + data)
