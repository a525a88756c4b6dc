"""Looking for articles in folders."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from quizgame.core.folder import Entry, Folder
from quizgame.core.text import one_line
from quizgame.storage.folders import MEDIA
from quizgame.storage.names import shown
from quizgame.storage.trouble import telling

__all__ = ["list_folder"]

_MOST = 1_000
"""More than anybody scrolls through."""


def list_folder(where: str) -> Folder:
    """The folders and articles that a folder holds; hidden ones are left out.

    Args:
        where: The folder; empty for the one we stand in.

    Raises:
        StorageError: It cannot be read.
    """
    asked = Path(where or ".")
    with telling("read", asked):
        path = Path(os.path.abspath(asked))  # noqa: PTH100 - no link is followed: the way back is the one that was taken
        with os.scandir(path) as found:
            entries = sorted(_entries(found), key=_order)
    return Folder(
        name=shown(path),
        path=str(path),
        parent="" if path.parent == path else str(path.parent),
        entries=tuple(entries[:_MOST]),
        more=max(0, len(entries) - _MOST),
    )


def _entries(found: Iterator[os.DirEntry[str]]) -> Iterator[Entry]:
    for entry in found:
        with suppress(OSError):  # a link to itself, or to what may not be seen: nothing to choose
            is_article = Path(entry.name).suffix.lower() in MEDIA and entry.is_file()
            if not entry.name.startswith(".") and (is_article or entry.is_dir()):
                yield Entry(name=one_line(entry.name) or "?", path=entry.path, is_folder=not is_article)


def _order(entry: Entry) -> tuple[bool, str, str]:
    return not entry.is_folder, entry.name.casefold(), entry.path
