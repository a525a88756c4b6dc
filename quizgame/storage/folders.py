"""The articles in a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from quizgame.storage.trouble import telling

__all__ = ["MEDIA", "articles_in"]

MEDIA = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
}
"""The endings of articles, in small letters, and the media types they tell."""


def articles_in(folder: Path) -> list[Path]:
    """The articles in a folder and in those below it, in the order of their names; hidden ones are passed over.

    Links are followed, but no folder is entered twice.

    Raises:
        StorageError: A folder cannot be read.
    """
    return sorted(_found(folder, set()), key=lambda path: [(part.casefold(), part) for part in path.parts])


def _found(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path]:
    with telling("read", folder):
        told = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    if (told.st_dev, told.st_ino) in entered:
        return
    entered.add((told.st_dev, told.st_ino))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if _is(entry, "dir"):
            yield from _found(folder / entry.name, entered)
        elif Path(entry.name).suffix.lower() in MEDIA and _is(entry, "file"):
            yield folder / entry.name


def _is(entry: os.DirEntry[str], kind: str) -> bool:
    """Whether an entry, or what it links to, is a folder or a file; a link that leads in a circle is neither."""
    try:
        return entry.is_dir() if kind == "dir" else entry.is_file()
    except OSError:
        return False
