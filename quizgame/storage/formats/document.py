"""A file of another program: its bytes, as text or as the rows of a sheet."""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

__all__ = ["MOST_CELLS", "Document", "Row"]

MOST_CELLS = 64
"""So many cells of a row are looked at."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ",;\t|"
_START, _SAMPLE = 1 << 16, 20
"""So many characters and lines are looked at to find out how values are separated."""
_QUOTED = re.compile(r'"[^"]*"?')
_WORKBOOK = b"PK\x03\x04"


class Row(NamedTuple):
    """A row of a sheet."""

    line: int
    """Where it begins in the file, counted from 1; in a workbook its number."""
    cells: list[str]
    trouble: str = ""
    """Why its cells cannot be told, if so."""


class Document:
    """The bytes of a file.

    Args:
        data: What the file holds.
        name: The file's name without folder and ending, such as ``world-history``; some formats keep a topic in it.
    """

    def __init__(self, data: bytes, name: str = "") -> None:
        self.data = data
        self.name = name

    @cached_property
    def text(self) -> str:
        r"""The text, with ``\n`` for every line end.

        It is decoded by its byte order mark, else line by line: as UTF-8 where a line is that, else as Windows-1252;
        files that were pasted together are both.
        """
        marked = next((name for mark, name in _MARKS if self.data.startswith(mark)), "")
        if marked:
            text = self.data.decode(marked, errors="replace").removeprefix("\ufeff")
        else:
            try:
                text = self.data.decode("utf-8")
            except UnicodeDecodeError:
                text = "\n".join(map(_line, self.data.split(b"\n")))
        return text.replace("\r\n", "\n").replace("\r", "\n")

    @property
    def lines(self) -> Iterator[tuple[int, str]]:
        """Each line with its number, counted from 1."""
        return enumerate(self.text.split("\n"), 1)

    @property
    def is_workbook(self) -> bool:
        """Whether it is a file of a spreadsheet program, .xlsx."""
        return self.data.startswith(_WORKBOOK)

    def rows(self, separator: str = "") -> Iterator[Row]:
        """The rows that are not blank, of a workbook's first sheet or of separated values.

        Args:
            separator: What stands between values; empty to find it out.

        Raises:
            DataError: It is a workbook that cannot be read.
        """
        if self.is_workbook:
            return iter(self._cells)
        return _separated(self.text, separator or self._separator)

    @cached_property
    def _cells(self) -> list[Row]:
        from quizgame.storage.formats.workbook import rows_of  # noqa: PLC0415 - its library is slow to load

        return rows_of(self.data)

    @cached_property
    def _separator(self) -> str:
        """What stands in most of the first lines, outside of quotation marks, and most often in the first of them."""
        start = self.text[:_START].split("\n")
        sample = [_QUOTED.sub("", line) for line in start if line.strip() and not line.startswith("#")][:_SAMPLE]
        return max(
            _SEPARATORS, key=lambda mark: (sum(mark in line for line in sample), "".join(sample[:1]).count(mark))
        )


def _line(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _separated(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(line, [], "its quotation marks or its length are not those of a sheet")
            continue
        if any(cell.strip() for cell in cells):
            yield Row(line, cells[:MOST_CELLS])
