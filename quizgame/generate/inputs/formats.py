"""Telling what form an article is in, from its first bytes and from what is claimed of it."""

import codecs
import re
from typing import Literal

from quizgame.core.article import RawArticle
from quizgame.core.errors import DataError, Problem

__all__ = ["Form", "form_of"]

Form = Literal["text", "page", "document"]
"""Text or Markdown; HTML; PDF."""

_PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml"))
_PAGE = re.compile(
    rb"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FAR = 1_024
_OTHERS = (
    (b"PK\x03\x04", "a ZIP archive, or a document of a word processor"),
    (b"\xd0\xcf\x11\xe0", "an old document of a word processor"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"%!PS", "PostScript"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "compressed (gzip)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)


def form_of(raw: RawArticle) -> Form:
    """The form of an article; what its bytes show counts more than what is claimed.

    Raises:
        DataError: It is in a well-known form that holds no article.
    """
    start = raw.data[:_FAR].removeprefix(codecs.BOM_UTF8)
    if b"%PDF-" in start[:_FAR]:
        return "document"
    known = next((what for sign, what in _OTHERS if start.startswith(sign)), "")
    if known:
        raise DataError(Problem(what=f"this is {known}", hint="save it as plain text, HTML or PDF"))
    is_page = raw.media in _PAGE_TYPES or bool(_PAGE.match(_narrow(start)))
    return "page" if is_page else "text"


def _narrow(start: bytes) -> bytes:
    """The same without the zeros that wide encodings have."""
    return start.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE).replace(b"\0", b"")
