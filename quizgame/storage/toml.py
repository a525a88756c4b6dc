"""TOML that cannot be trusted: read within bounds, cleaned, and with every error told by file and line."""

import re
from collections.abc import Mapping
from typing import Any

import tomli

from quizgame.core.errors import DataError, Problem
from quizgame.core.text import clean, one_line
from quizgame.storage.lines import statement_at

__all__ = ["PACK_LIMIT", "SAVE_LIMIT", "SETTINGS_LIMIT", "decode", "newer_format", "newer_head", "parse"]

PACK_LIMIT = 64 << 20
"""The most bytes that a pack may have."""
SAVE_LIMIT = 64 << 20
"""The most bytes that a file of the record may have: about 30,000 games."""
SETTINGS_LIMIT = 1 << 20
"""The most bytes that a file of settings may have."""

_NEEDS_CLEANING = re.compile(r"[^\r\n -~]|\\")
_HEAD = 4_096
_FORMAT_LINE = re.compile(rb"^(?:\xef\xbb\xbf)?[ \t]*format[ \t]*=[ \t]*(\d+)", re.MULTILINE)
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DEEP = re.compile(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{16,}}[ \t]*+[=\]]")
"""A key of so many parts; the parser takes room with the square of their number, for each of them."""
_TWICE = re.compile(r"Cannot declare \((.+?),?\) twice|Duplicate inline table key '(.*)'")
_MENDS = (
    ("Illegal character '\\n'", 'a quotation mark may be missing at the end of the text: stem = "How many?"'),
    ("Illegal character", "delete the character"),
    ("Invalid value", 'text stands in straight quotation marks: stem = "How many?"'),
    ("Expected newline or end of document after a statement", 'a quotation mark inside of text is written \\"'),
    ("Unclosed array", "a comma or the closing ] may be missing"),
    ("Unescaped '\\'", "a backslash is written twice: \\\\"),
    ("Expected '='", 'a line is a key, =, and its value: stem = "How many?"'),
    ("Unterminated string", "the closing quotation mark is missing"),
    ("Expected ']'", "a header is [[questions]] or [[sources]]"),
)
"""How what a parser complains of most often is mended."""
_PLACE = re.compile(r" \(at (line \d+, column \d+|end of document)\)$")


def decode(data: bytes, *, file: str) -> str:
    """Decode UTF-8, with or without a byte order mark.

    Raises:
        DataError: It is no UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        problem = Problem(file=file, line=line, what="the text is not UTF-8", hint="save the file as UTF-8")
        raise DataError(problem) from error


def parse(text: str, *, file: str) -> dict[str, Any]:
    """Parse TOML text; every string in the result has been cleaned.

    Raises:
        DataError: It is no TOML, or nothing that a sane file holds (thousands of nested brackets, keys of many parts).
    """
    if deep := _DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise DataError(Problem(file=file, line=line, what="a key has too many parts"))
    try:
        table = tomli.loads(text)
        return _cleaned(table) if _NEEDS_CLEANING.search(text) else table
    except tomli.TOMLDecodeError as error:
        raise DataError(_syntax_problem(error, text, file)) from error
    except RecursionError as error:
        raise DataError(Problem(file=file, what="brackets or keys are nested too deeply")) from error
    except (MemoryError, ValueError) as error:  # a ValueError: an integer of thousands of digits, a date that is none
        raise DataError(Problem(file=file, what=f"not valid TOML: {one_line(str(error))[:200]}")) from error


def newer_format(table: Mapping[str, Any], newest: int) -> str:
    """The number of a file's format where it is above the newest that we read, else an empty string."""
    number = table.get("format")
    if isinstance(number, bool) or not isinstance(number, int) or number <= newest:
        return ""
    return str(number)[:20]


def newer_head(data: bytes, newest: int) -> str:
    """The same for bytes that may be damaged: what the format's line says above the first table."""
    head = data[:_HEAD].partition(b"\n[")[0]
    found = _FORMAT_LINE.search(head)
    return found[1].decode()[:20] if found and int(found[1][:20]) > newest else ""


def _cleaned(value: Any) -> Any:  # noqa: ANN401 - whatever TOML can hold
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    return value


def _syntax_problem(error: tomli.TOMLDecodeError, text: str, file: str) -> Problem:
    message = _PLACE.sub("", str(error))
    line = _line_of(error, text)
    twice = _TWICE.search(message)
    if twice:
        key = (twice[1] or twice[2]).replace("'", "").replace(", ", ".")
        return Problem(file=file, line=line, key=one_line(key)[:200], what="stands there twice", hint="remove one")
    if message.startswith("Cannot overwrite a value") and (found := statement_at(text, line)):
        line, key = found
        return Problem(file=file, line=line, key=one_line(key)[:200], what="stands there twice", hint="remove one")
    hint = next((mend for start, mend in _MENDS if message.startswith(start)), "")
    return Problem(file=file, line=line, what=f"not valid TOML: {one_line(message)[:200]}", hint=hint)


def _line_of(error: tomli.TOMLDecodeError, text: str) -> int:
    """The line that the error is on; an older tomli tells it in its message only."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else text.rstrip("\n").count("\n") + 1
