"""Reading with bounds and writing so that a crash at any instant leaves the old content or the new.

A file is replaced by way of a temporary one beside it: written, fsynced, renamed over the old, and the folder fsynced
so that the new name survives a power cut. Where only that last step fails, the new content is there but nobody knows
whether it would survive: that is told as an error too, and writing once more does no harm.

Only ``os`` functions are used here, so that a test can make each of them fail or kill the process.
"""

# ruff: noqa: PTH102, PTH104, PTH105, PTH108, PTH112, PTH116, PTH118

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.storage.names import shown
from quizgame.storage.trouble import telling

__all__ = [
    "append",
    "copy_aside",
    "copy_to_free",
    "create",
    "cut",
    "exists",
    "make_folder",
    "move_to_free",
    "read",
    "read_part",
    "replace",
    "set_aside",
    "sweep",
]

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_PATIENT = getattr(os, "O_NONBLOCK", 0)  # opening a named pipe must not wait for its other end
_TEMP_PREFIX = ".quizgame-"
_TEMP_SUFFIX = ".tmp"
_STALE_SECONDS = 3_600.0
_BLOCK = 1 << 20
_MOST_COPIES = 1_000


def exists(path: Path) -> bool:
    """Whether there is a file or a folder of that name; a link to nowhere is none.

    Raises:
        StorageError: It cannot be told: a folder on the way may not be entered, or the name is too long.
    """
    with telling("read", path), contextlib.suppress(FileNotFoundError, NotADirectoryError):
        os.stat(path)
        return True
    return False


def read(path: Path, limit: int) -> bytes:
    """Read a regular file whole.

    Args:
        path: What to read.
        limit: The most bytes that are taken.

    Raises:
        DataError: The file is larger than the limit.
        StorageError: It cannot be read, or is no regular file.
    """
    with telling("read", path), _opened(path, os.O_RDONLY | _PATIENT) as descriptor:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise StorageError(f"cannot read {shown(path)}: it is not a file")
        data = _read_up_to(descriptor, limit + 1)
    if len(data) > limit:
        raise DataError(Problem(file=shown(path), what=f"the file is larger than {limit >> 20} MB"))
    return data


def read_part(path: Path, start: int, most: int) -> bytes:
    """Read a stretch of a file, from an offset and of so many bytes at the most.

    Raises:
        StorageError: It cannot be read.
    """
    with telling("read", path), _opened(path, os.O_RDONLY | _PATIENT) as descriptor:
        os.lseek(descriptor, start, os.SEEK_SET)
        return _read_up_to(descriptor, most)


@contextlib.contextmanager
def _opened(path: str | Path, flags: int) -> Iterator[int]:
    """The descriptor of a file or a folder, closed afterwards."""
    descriptor = os.open(path, flags | _BINARY, 0o666)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _read_up_to(descriptor: int, most: int) -> bytes:
    blocks: list[bytes] = []
    wanted = most
    while wanted and (block := os.read(descriptor, min(wanted, _BLOCK))):
        blocks.append(block)
        wanted -= len(block)
    return b"".join(blocks)


def replace(path: Path, data: bytes) -> None:
    """Put data in a file's place, durably; the file's mode stays, and a link keeps pointing where it points.

    Raises:
        StorageError: It cannot be written; the old content is there, or the new where only its folder failed.
    """
    with telling("write", path):
        target = Path(os.path.realpath(path))
        make_folder(target.parent)
        with _temporary(target, data) as temp:
            os.replace(temp, target)
        _sync_folder(target.parent)


def create(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet, durably and all at once.

    Raises:
        StorageError: It cannot be written, or something of that name exists.
    """
    with telling("write", path):
        make_folder(path.parent)
        with _temporary(path, data) as temp:
            _rename_to_free(temp, path)
        _sync_folder(path.parent)


def append(path: Path, data: bytes) -> None:
    """Add data to the end of a file, durably, in one write; what a failed write left is cut off again.

    Raises:
        StorageError: It cannot be written; the file is as it was, unless it is new and only its folder failed.
    """
    with telling("write", path):
        make_folder(path.parent)
        with _opened(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT) as descriptor:
            size = os.fstat(descriptor).st_size
            try:
                _write(descriptor, data)
                os.fsync(descriptor)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.ftruncate(descriptor, size)
                raise
        if not size:
            _sync_folder(path.parent)


def cut(path: Path, size: int) -> None:
    """Shorten a file to so many bytes, durably.

    Raises:
        StorageError: It cannot be written.
    """
    with telling("write", path), _opened(path, os.O_WRONLY) as descriptor:
        os.ftruncate(descriptor, size)
        os.fsync(descriptor)


def set_aside(path: Path) -> Path:
    """Rename a damaged file to a free name such as ``history-2026-11.damaged-1.toml``.

    Returns:
        Where it is now.

    Raises:
        StorageError: It cannot be renamed.
    """
    with telling("set aside", path):
        return _take_free(path, _names_aside(path))


def copy_to_free(path: Path, folder: Path) -> Path:
    """Copy a file to another folder, under its own name or one with a number.

    Returns:
        Where the copy is.

    Raises:
        StorageError: It cannot be read or written.
    """
    with telling("copy", path):
        make_folder(folder)
        with _opened(path, os.O_RDONLY | _PATIENT) as descriptor:
            data = _read_up_to(descriptor, os.fstat(descriptor).st_size)
        with _temporary(folder / path.name, data) as temp:
            return _take_free(temp, _names_in(folder, path))


def move_to_free(path: Path, folder: Path) -> Path:
    """Move a file to another folder on the same disk, under its own name or one with a number.

    Returns:
        Where it is now.

    Raises:
        StorageError: It cannot be moved.
    """
    with telling("move", path):
        make_folder(folder)
        moved = _take_free(path, _names_in(folder, path))
        _sync_folder(path.parent)
        return moved


def copy_aside(path: Path, data: bytes) -> Path:
    """Keep damaged data under a free name beside its file.

    Returns:
        Where it is.

    Raises:
        StorageError: It cannot be written.
    """
    with telling("copy", path), _temporary(path, data) as temp:
        return _take_free(temp, _names_aside(path))


def sweep(folder: Path) -> None:
    """Delete temporary files that a crash left in a folder; those of the last hour may still be in use."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            mine = entry.name.startswith(_TEMP_PREFIX) and entry.name.endswith(_TEMP_SUFFIX)
            if mine and time.time() - entry.stat(follow_symlinks=False).st_mtime > _STALE_SECONDS:
                os.unlink(entry.path)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably; an existing one is left alone."""
    if os.path.isdir(folder):
        return
    make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        os.mkdir(folder)
        _sync_folder(folder.parent)


def _names_aside(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.stem}.damaged-{number}{path.suffix}") for number in range(1, _MOST_COPIES))


def _names_in(folder: Path, path: Path) -> Iterator[Path]:
    """A file's own name in another folder, then the same with a number."""
    yield folder / path.name
    yield from (folder / f"{path.stem}-{number}{path.suffix}" for number in range(2, _MOST_COPIES))


def _take_free(source: str | Path, names: Iterator[Path]) -> Path:
    """Rename to the first of the names that is free."""
    for name in names:
        with contextlib.suppress(FileExistsError):
            _rename_to_free(source, name)
            _sync_folder(name.parent)
            return name
    raise FileExistsError(errno.EEXIST, "no name is free")


@contextlib.contextmanager
def _temporary(target: Path, data: bytes) -> Iterator[str]:
    """A file with the data, beside the target and with its mode, gone afterwards unless it was renamed."""
    name = os.path.join(target.parent, f"{_TEMP_PREFIX}{os.urandom(6).hex()}{_TEMP_SUFFIX}")
    try:
        with _opened(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL) as descriptor:
            with contextlib.suppress(FileNotFoundError):
                _keep_mode(descriptor, os.stat(target).st_mode)
            _write(descriptor, data)
            os.fsync(descriptor)
        yield name
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)


def _keep_mode(descriptor: int, mode: int) -> None:
    if hasattr(os, "fchmod"):  # not on Windows before Python 3.13
        with contextlib.suppress(PermissionError):
            os.fchmod(descriptor, stat.S_IMODE(mode))


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _rename_to_free(source: str | Path, target: Path) -> None:
    """Rename without ever overwriting; raises `FileExistsError` where the name is taken."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, "it exists already", str(target)) from None
        os.rename(source, target)
    else:
        os.unlink(source)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows cannot open a folder, and keeps its names by itself
        return
    with _opened(folder, os.O_RDONLY) as descriptor:
        os.fsync(descriptor)
