"""Texts to make questions from, in whatever encoding they were saved."""

import codecs
import re
from pathlib import Path

from quizgame.core.errors import DataError, Problem
from quizgame.core.text import clean
from quizgame.storage.atomic import read
from quizgame.storage.names import shown

__all__ = ["ARTICLE_LIMIT", "read_text"]

ARTICLE_LIMIT = 16 << 20
"""The most bytes that an article may have."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def read_text(path: Path) -> str:
    """Read a text file: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

    Returns:
        The text, cleaned.

    Raises:
        DataError: It is larger than 16 MB or no text.
        StorageError: It cannot be read.
    """
    text = _decoded(read(path, ARTICLE_LIMIT))
    if text is None:
        hint = "save it as plain text, in UTF-8"
        raise DataError(Problem(file=shown(path), what="the file does not hold text", hint=hint))
    return clean(text)


def _decoded(data: bytes) -> str | None:
    """The text, or None where the bytes are something else."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
        return None if "\0" in text else text
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return None if _NO_TEXT.search(text) else text
    return None if "\0" in text else text
