"""PDF documents, by pypdf.

A document is foreign data: how many pages are opened and how many drawing commands are followed is bounded.
"""

import contextlib
import logging
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from quizgame.core.errors import DataError, Problem
from quizgame.core.text import one_line
from quizgame.generate.inputs.blocks import Block, Draft
from quizgame.generate.inputs.dates import SHORT_DAY, day_in
from quizgame.generate.inputs.extras import extra
from quizgame.generate.inputs.layout import blocks_of, headline
from quizgame.generate.inputs.typeset import Enough, Line, Tracing

if TYPE_CHECKING:
    from pypdf import PdfReader

__all__ = ["document_draft"]

_MOST_PAGES = 500
_MOST_COMMANDS = 3_000_000
_BROKEN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError, RuntimeError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What the library raises, beside its own errors, where a file is damaged in a way nobody foresaw."""
_RECENT = 7
_SPOKEN_OF = re.compile(rf"(?<![\w/-]){SHORT_DAY}")
_MADE = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(
    r"^(?:untitled|no title|document|unknown|title)\b|\.(?:docx?|indd|qxd|tex|pdf|pages|odt|rtf|txt|html?)$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^Microsoft (?:Word|PowerPoint) - ", re.IGNORECASE)


def document_draft(data: bytes) -> Draft:
    """The article of a document, with the title and the day that its properties tell, where these make sense.

    Raises:
        DataError: It is locked, damaged or endless, or holds pictures only, or pypdf is not installed.
    """
    with extra("pdf", what="PDF files"):
        from pypdf import PdfReader  # noqa: PLC0415
        from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError  # noqa: PLC0415
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _locked()
        pages = [*_pages(reader)]
        info = {key: str(value) for key, value in (reader.metadata or {}).items()}
    except (DependencyError, FileNotDecryptedError) as error:
        raise _locked() from error
    except (PyPdfError, *_BROKEN) as error:
        raise DataError(Problem(what="the PDF is damaged", hint="open it in a reader and save it anew")) from error
    return _draft(pages, info)


def _locked() -> DataError:
    return DataError(Problem(what="the PDF is encrypted", hint="save it without a password, or as plain text"))


def _pages(reader: "PdfReader") -> Iterator[list[Line]]:
    """The lines of every page."""
    if len(reader.pages) > _MOST_PAGES:
        raise DataError(Problem(what=f"the PDF has more than {_MOST_PAGES} pages", hint="cut the article out of it"))
    left = _MOST_COMMANDS
    for page in reader.pages:
        tracing = Tracing(left)
        with contextlib.suppress(Enough):
            page.extract_text(visitor_operand_before=tracing.command, visitor_text=tracing.text)
        left = tracing.left
        yield tracing.lines()
        if left < 0:
            raise DataError(Problem(what="the PDF is too intricate to be read", hint="save it as plain text"))


def _draft(pages: Sequence[Sequence[Line]], info: dict[str, str]) -> Draft:
    blocks = tuple(blocks_of(pages))
    if not blocks:
        what = "there is no text in the PDF: its pages are empty, or pictures"
        raise DataError(Problem(what=what, hint="save the article as plain text"))
    title = _title(info.get("/Title", "")) or headline(pages[0])
    return Draft(blocks=blocks, title=title, made=_made(info.get("/CreationDate", ""), blocks))


def _title(told: str) -> str:
    """The title that a document claims, where it is no leaving of the program that wrote it."""
    title = _SOURCE.sub("", one_line(told))
    return "" if _NO_TITLE.search(title) or " " not in title else title


def _made(told: str, blocks: Sequence[Block]) -> date | None:
    """The day on which a document was made, where its text speaks of days just before: else it may be an old text.

    Without that the day would turn an old article's "last week" into a wrong year.
    """
    found = _MADE.match(told)
    made = day_in("-".join(found.groups())) if found else None
    if made is None:
        return None
    days = (day_in(f"{day.group()} {made.year}") for block in blocks for day in _SPOKEN_OF.finditer(block.text))
    return made if any(day and 0 <= (made - day).days <= _RECENT for day in days) else None
