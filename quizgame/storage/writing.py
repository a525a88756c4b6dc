"""TOML as we write it: one key a line, arrays of plain values on one line, tables as blocks."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Any

import tomli

from quizgame.core.errors import StorageError

__all__ = ["block", "encode", "inline", "lines"]


def inline(value: object) -> str:
    """A value as TOML on one line.

    Args:
        value: A string, number, truth value, date, aware datetime, or a sequence or mapping of such.
    """
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {inline(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(inline, value)) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return _whole_minutes(value).isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def lines(table: Mapping[str, Any]) -> str:
    """A line for each key of a table."""
    return "".join(f"{_key(key)} = {inline(value)}\n" for key, value in table.items())


def block(header: str, table: Mapping[str, Any]) -> str:
    """A table under its header, such as ``[[questions]]``."""
    return f"{header}\n{lines(table)}"


def encode(text: str) -> bytes:
    """The bytes to write, proved to be readable before any file is touched.

    Raises:
        StorageError: The text is no TOML or no Unicode, which would be an error of ours.
    """
    try:
        tomli.loads(text)
        return text.encode()
    except (ValueError, RecursionError) as error:
        raise StorageError("this cannot be saved: it holds something that has no form in TOML") from error


def _string(value: str) -> str:
    from tomli_w import dumps  # noqa: PLC0415 - only who writes needs it

    return dumps({"v": value})[4:-1]


def _key(key: str) -> str:
    return key if key.isascii() and key.replace("-", "").replace("_", "").isalnum() else _string(key)


def _whole_minutes(moment: datetime) -> datetime:
    """The same instant with an offset that TOML can tell: offsets of long ago have seconds."""
    offset = moment.utcoffset() or timedelta()
    seconds = offset % timedelta(minutes=1)
    return moment.astimezone(timezone(offset - seconds)) if seconds else moment
