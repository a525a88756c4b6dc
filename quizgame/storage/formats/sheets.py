"""Sheets: the row that names their columns, their rows by those names, and cells that nobody takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from quizgame.core.exchange import Found, Skipped
from quizgame.core.text import clip, one_line
from quizgame.storage.formats.document import Document, Row
from quizgame.storage.formats.items import item, skipped

__all__ = ["Layout", "Record", "as_csv", "guarded", "has_header", "numbered", "records"]

_SEPARATORS = ",;\t|"
_MOST_ABOVE = 30
"""So many rows are looked at to find the one that names the columns."""
_START = 1 << 16
_MAY_BE_FORMULA = re.compile(r"'*+[=+@-]")
_GUARDED = re.compile(r"'++[=+@-]")
_NUMBER = re.compile(r"[+-](?:[0-9][0-9,]*+\.?[0-9]*+|\.[0-9]++)(?:[eE][+-]?[0-9]++)?")
_KEYS = re.compile(r"[,;]")
_TOLD = 20


class Layout(NamedTuple):
    """The columns of a kind of sheet."""

    columns: Mapping[str, str]
    """For each column that is known, a regular expression of what its head may say, in lower case."""
    needed: Sequence[Iterable[str]]
    """Of each of these some column must be there."""

    def places(self, cells: Sequence[str]) -> dict[str, int]:
        """Where the columns are in a row that names them; empty where it does not, or where Anki names its fields."""
        if cells and cells[0].startswith("#columns:"):
            return {}
        heads = [one_line(cell[: 1 << 8]).lower().replace("_", " ").strip(" *:") for cell in cells]
        found: dict[str, int] = {}
        for place, head in enumerate(heads):
            name = next((name for name, pattern in self.columns.items() if re.fullmatch(pattern, head)), "")
            if head and name:
                found.setdefault(name, place)
        return found if all(any(name in found for name in names) for names in self.needed) else {}


class Record(NamedTuple):
    """A row below the heads."""

    line: int
    cells: Mapping[str, str]
    """By the name of the column, without blank ones."""

    def of(self, name: str) -> str:
        """The cell of a column; empty where there is none."""
        return self.cells.get(name, "")

    def several(self, name: str) -> dict[str, str]:
        """The cells of columns such as ``option 1`` and ``option 2``, by what stands after the name."""
        start = f"{name} "
        return {key.removeprefix(start): text for key, text in self.cells.items() if key.startswith(start)}


def has_header(document: Document, layout: Layout) -> bool:
    """Whether one of the first rows names the columns.

    Raises:
        DataError: It is a workbook that cannot be read.
    """
    return _table(document, layout) is not None if document.is_workbook else _separator(document, layout) != ""


def records(document: Document, layout: Layout) -> Iterator[Record | Skipped]:
    """The rows below the one that names the columns; those above it, and blank ones, are passed over.

    Raises:
        DataError: It is a workbook that cannot be read.
    """
    table = _table(document, layout)
    if table is None:
        if document.data.strip():
            yield skipped(
                1, "none of the first rows names the columns of such a sheet, such as question, answer, distractor1"
            )
        return
    places, rows = table
    for row in rows:
        cells = {name: _unguarded(row.cells[place]) for name, place in places.items() if place < len(row.cells)}
        told = {name: text for name, text in cells.items() if text.strip()}
        if row.trouble:
            yield skipped(row.line, row.trouble)
        elif told:
            yield Record(row.line, told)


def _table(document: Document, layout: Layout) -> tuple[dict[str, int], Iterator[Row]] | None:
    """Where the columns are, and the rows below their heads."""
    separator = "," if document.is_workbook else _separator(document, layout)
    rows = document.rows(separator) if separator else iter(())
    places = _places(rows, layout)
    return (places, rows) if places else None


def _separator(document: Document, layout: Layout) -> str:
    """The first separator by which the start of a text names the columns; empty where none does."""
    start = Document(document.data[:_START])
    return next((mark for mark in _SEPARATORS if _places(start.rows(mark), layout)), "")


def _places(rows: Iterator[Row], layout: Layout) -> dict[str, int]:
    """Where the columns are, by the first of the next rows that names them, which is passed."""
    return next((places for row in islice(rows, _MOST_ABOVE) if (places := layout.places(row.cells))), {})


def numbered(
    record: Record, stem: str, options: Mapping[str, str], told: str, *, explanation: str = ""
) -> Found | Skipped:
    """A question whose right option is told by its number, or else word by word; or why none can be made of it.

    Args:
        record: The row.
        stem: The question.
        options: By their numbers.
        told: Which one is right; the numbers of several stand between commas.
        explanation: What is told after answering.
    """
    keys = {part.strip().removesuffix(".0") for part in _KEYS.split(told) if part.strip()}
    by_word = {one_line(text): number for number, text in options.items()}
    if len(keys) > 1 and keys <= options.keys():
        return skipped(record.line, "several answers are right", stem)
    key = next(iter(keys), "") if len(keys) < 2 and keys <= options.keys() else by_word.get(one_line(told), "")
    if one_line(told) and not key:
        reason = f"its key {clip(one_line(told), _TOLD)} is none of its options"
        return skipped(record.line, reason, stem)
    wrong = [text for number, text in options.items() if number != key]
    return item(record.line, stem, options.get(key, ""), wrong, explanation=explanation)


def guarded(text: str) -> str:
    """Text as a cell that no spreadsheet takes for a formula, and that `records` gives back as it was.

    The guard is that of the exported record, an apostrophe; one more stands before what looks guarded by itself.
    """
    return f"'{text}" if _MAY_BE_FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _unguarded(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as comma-separated values."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
