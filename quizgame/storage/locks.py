"""Advisory locks between windows of the game; the kernel releases those of a process that dies."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.core.errors import StorageError
from quizgame.storage.atomic import exists, make_folder
from quizgame.storage.names import shown
from quizgame.storage.trouble import telling

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["Claim", "claim", "is_claimed", "locked"]

_PATIENCE = 10.0
_POLL = 0.01


class Claim:
    """A lock that is held until it is given up."""

    def __init__(self, lock: "BaseFileLock", path: Path) -> None:
        self._lock = lock
        self._path = path

    def release(self, *, remove: bool = False) -> None:
        """Give the lock up.

        Args:
            remove: Delete the lock's file too; only where nothing is left to fight for.
        """
        if remove:
            with suppress(OSError):  # Windows deletes no open file; a left-over lock file harms nobody
                self._path.unlink(missing_ok=True)
        self._lock.release()


def claim(path: Path, *, seconds: float = 0.0) -> Claim | None:
    """Take a lock.

    Args:
        path: The lock's file; it and its folder are made.
        seconds: How long to wait for another process to give it up.

    Returns:
        The lock, or None when another process or window holds it.

    Raises:
        StorageError: The lock's file cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - costs 28 ms, and most starts of the game need no lock

    with telling("lock", path):
        make_folder(path.parent)
        lock = FileLock(path, thread_local=False)
        try:
            lock.acquire(timeout=seconds, poll_interval=_POLL)
        except Timeout:
            return None
    return Claim(lock, path)


def is_claimed(path: Path) -> bool:
    """Whether another process or window holds a lock; nothing is made by asking."""
    try:
        if not exists(path):
            return False
        held = claim(path)
    except StorageError:  # where no lock can be taken none can be held
        return False
    if held is None:
        return True
    held.release()
    return False


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock for a short piece of work.

    Raises:
        StorageError: Another process holds it for too long, or its file cannot be made.
    """
    held = claim(path, seconds=_PATIENCE)
    if held is None:
        raise StorageError(f"cannot write {shown(path.parent)}: another window has been writing there for too long")
    try:
        yield
    finally:
        held.release()
