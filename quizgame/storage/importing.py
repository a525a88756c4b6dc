"""Files of other programs: brought in, recognised, and read."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.exchange import FormatName, Found, Imported, Skipped
from quizgame.core.imports import Origin, imported
from quizgame.core.text import one_line
from quizgame.storage.addresses import is_address, name_in
from quizgame.storage.atomic import read
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.registry import ORIGINS, format_of, recognised
from quizgame.storage.names import shown, shown_address
from quizgame.storage.packfile import pack_of
from quizgame.storage.toml import PACK_LIMIT

__all__ = ["Raw", "is_our_own", "load_foreign", "read_foreign"]

_STDIN = "-"
_MOST_ITEMS = 200_000
_QUESTIONS = re.compile(r"^[ \t]*(?:\[\[[ \t]*questions[ \t]*\]\]|questions[ \t]*=[ \t]*\[)", re.MULTILINE)


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """A file of another program as it came."""

    data: bytes
    file: str
    """What messages call it."""
    name: str = ""
    """Its name without folder and ending; empty where it has none."""
    url: str = ""
    """Where it was fetched."""


def load_foreign(where: str, *, stdin: Callable[[], bytes]) -> Raw:
    """Bring in a file by its path or web address; ``-`` is standard input.

    Raises:
        DataError: It is too large.
        StorageError: It cannot be read.
    """
    if where == _STDIN:
        return _limited(Raw(data=stdin(), file="standard input"))
    if is_address(where):
        from quizgame.storage.web import fetch  # noqa: PLC0415 - the network's libraries are slow to load

        found = fetch(where, PACK_LIMIT, anything=True)
        return Raw(data=found.data, file=shown_address(where), name=name_in(found.url)[0], url=found.url)
    path = Path(where)
    return Raw(data=read(path, PACK_LIMIT), file=shown(path), name=path.stem)


def _limited(raw: Raw) -> Raw:
    if len(raw.data) > PACK_LIMIT:
        raise DataError(Problem(file=raw.file, what=f"it is larger than {PACK_LIMIT >> 20} MB"))
    return raw


def read_foreign(raw: Raw, *, format: FormatName | None = None, id: str = "", today: date | None = None) -> Imported:
    """Everything in a file of another program, or in a pack file of our own.

    Args:
        raw: The file.
        format: Its format; None to recognise it.
        id: The id of the pack; empty to make one of its title.
        today: The day on which it was fetched.

    Raises:
        DataError: Its format is not known, it is a workbook that cannot be read, or our own and has a problem.
    """
    document = Document(raw.data, one_line(raw.name))
    if format == "quizgame" or (format is None and is_our_own(document)):
        pack = pack_of(raw.data, file=raw.file, stem=id or raw.name)
        return Imported(format="quizgame", pack=pack, data=raw.data)
    try:
        found = format_of(format) if format else recognised(document, file=raw.file)
        origin = _origin(raw, ORIGINS.get(found.name, Origin()), today)
        return imported(_first(found.read(document)), origin, format=found.name, id=id)
    except DataError as error:
        named = (msgspec.structs.replace(problem, file=problem.file or raw.file) for problem in error.problems)
        raise DataError(*named) from None


def _first(items: Iterator[Found | Skipped]) -> Iterator[Found | Skipped]:
    """The items of a file, as many as a sane one has."""
    yield from islice(items, _MOST_ITEMS)
    rest = next(items, None)
    if rest is not None:
        line = rest.line
        yield Skipped(line=line, reason=f"there are more than {_MOST_ITEMS:,} items; what follows is not read")


def is_our_own(document: Document) -> bool:
    """Whether a document is TOML with questions, and not that of another program."""
    if document.is_workbook or not _QUESTIONS.search(document.text):
        return False
    return not format_of("mdbook").fits(document)


def _origin(raw: Raw, known: Origin, today: date | None) -> Origin:
    """What is known of a file by itself and by its format."""
    return msgspec.structs.replace(
        known,
        title=_title(raw.name) or known.source,
        url=raw.url or known.url,
        retrieved=today if raw.url else None,
    )


def _title(name: str) -> str:
    """A file's name as a title: ``world-history`` is World history."""
    told = one_line(name.replace("-", " ").replace("_", " "))
    return told[:1].upper() + told[1:]
