"""The rows of a workbook, .xlsx, and a workbook of rows; with the extra ``xlsx``."""

import io
import warnings
import zipfile
from collections.abc import Iterable
from types import ModuleType

from quizgame.core.errors import DataError, Problem
from quizgame.storage.formats.document import MOST_CELLS, Row

__all__ = ["rows_of", "workbook_of"]

_MOST_BYTES = 64 << 20
"""So many bytes a workbook may have once it is unpacked."""
_MOST_PARTS = 1_000
_MOST_ROWS = 200_000


def rows_of(data: bytes) -> list[Row]:
    """The rows of the first sheet that are not blank.

    Raises:
        DataError: It is no workbook, too large once unpacked, or openpyxl is not installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles that are not known are of no account
        try:
            openpyxl = _library()
            _refuse_bombs(data)
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            sheet.reset_dimensions()
            found = [
                Row(number, ["" if value is None else _told(value) for value in cells])
                for number, cells in enumerate(
                    sheet.iter_rows(values_only=True, max_row=_MOST_ROWS, max_col=MOST_CELLS), 1
                )
                if any(value is not None for value in cells)
            ]
            book.close()
        except DataError:
            raise
        except Exception as error:
            raise DataError(
                Problem(what="it is damaged, or no workbook", hint="save it anew as .xlsx or .csv")
            ) from error
    return found


def _library() -> ModuleType:
    try:
        import openpyxl  # noqa: PLC0415
    except ImportError:
        hint = "pip install 'quizgame[xlsx]', or save it as .csv"
        raise DataError(Problem(what="workbooks are read with openpyxl, which is not installed", hint=hint)) from None
    return openpyxl


def _refuse_bombs(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise DataError(Problem(what=f"it is larger than {_MOST_BYTES >> 20} MB once it is unpacked"))


def _told(value: object) -> str:
    """A cell's value as it is shown: a whole number without a point."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def workbook_of(rows: Iterable[Iterable[str]]) -> bytes:
    """A workbook of one sheet, all of whose cells are text.

    Raises:
        DataError: openpyxl is not installed.
    """
    book = _library().Workbook(write_only=True)
    sheet = book.create_sheet("Questions")
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
