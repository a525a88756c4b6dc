"""The one place where an error of the operating system becomes a message for the player."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgame.core.errors import StorageError
from quizgame.core.text import one_line
from quizgame.storage.names import shown

__all__ = ["reason", "telling"]

_REASONS = {
    errno.ENOSPC: "no space left on the disk",
    errno.EDQUOT: "the disk quota is used up",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.EISDIR: "it is a folder",
    errno.EEXIST: "it exists already",
    errno.EIO: "the disk reports an error",
    errno.EMFILE: "too many files are open",
    errno.ENFILE: "too many files are open",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "too many links lead to each other",
    errno.EFBIG: "the file would be too large",
    errno.ETXTBSY: "it is in use",
    errno.EBUSY: "it is in use",
}


def reason(error: OSError) -> str:
    """Why the operating system refused, in a few plain words."""
    known = _REASONS.get(error.errno or 0)
    return known or one_line(error.strerror or str(error) or type(error).__name__).lower()


@contextmanager
def telling(action: str, path: Path) -> Iterator[None]:
    """Turn an `OSError` into a `StorageError` that says what failed, where and why.

    Args:
        action: A verb for "cannot ... FILE", such as ``"write"``.
        path: The file or folder the player knows.
    """
    try:
        yield
    except OSError as error:
        raise StorageError(f"cannot {action} {shown(path)}: {reason(error)}") from error
    except ValueError as error:  # a NUL in a path
        raise StorageError(f"cannot {action} {shown(path)}: it is no name for a file") from error
