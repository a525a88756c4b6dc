"""A stretch of TOML in which some values change and everything else stays as a person wrote it, by way of tomlkit."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import msgspec
import tomlkit
from tomlkit.items import AoT, Array, Item

from quizgame.core.pack import Question, question_id
from quizgame.storage.writing import inline

__all__ = ["rewritten", "with_id"]

_HEADER = re.compile(r"^[ \t]*\[\[[^\n]*\n?", re.MULTILINE)
_INDENT = re.compile(r"[ \t]*")
_ID = "id"


def rewritten(text: str, was: msgspec.Struct, now: msgspec.Struct) -> str:
    """A table, with its comments, in which the keys that changed have their new values.

    A question whose id followed from its words gets it written down, so that it stays with other words too.

    Args:
        text: The table with its header, if it has one, as it stands in its file.
        was: What it holds.
        now: What it shall hold.
    """
    document = tomlkit.parse(text)
    table = next((value[0] for value in document.values() if isinstance(value, AoT)), document)
    before, after = _plain(was), _plain(now)
    for key in before.keys() - after.keys():
        table.pop(key, None)
    for key, value in after.items():
        if before.get(key) != value and not (key == _ID and key not in table):
            _put(table, key, value)
    told = tomlkit.dumps(document)
    if not isinstance(now, Question) or _ID in table or question_id(now.stem, now.answer) == now.id:
        return told
    return with_id(told, now.id)


def with_id(text: str, id: str) -> str:
    """A table of an array, with its header, that has no id yet and gets one below its header."""
    header = _HEADER.search(text)
    if header is None:
        raise ValueError("there is no header of an array of tables")
    end = header.end()
    line_end = "\r\n" if header.group().endswith("\r\n") else "\n"
    head = text[:end] if text[:end].endswith("\n") else f"{text[:end]}\n"
    indent = _INDENT.match(text, end)
    return f"{head}{indent.group() if indent else ''}{_ID} = {inline(id)}{line_end}{text[end:]}"


def _plain(value: msgspec.Struct) -> dict[str, Any]:
    table: dict[str, Any] = msgspec.to_builtins(value, builtin_types=(date,))
    return table


def _put(table: Any, key: str, value: object) -> None:  # noqa: ANN401 - a document and a table share no class
    there = table.get(key)
    if isinstance(there, Array) and isinstance(value, Sequence):
        _change_array(there, value)
    elif isinstance(value, str) and "\n" in value:
        table[key] = _of_lines(value)
    else:
        table[key] = value


def _of_lines(value: str) -> Item:
    return tomlkit.string(value, multiline=True)


def _change_array(array: Array, value: Sequence[object]) -> None:
    """Change an array where it differs, from its end on, so that places before stay what they are."""
    steps = SequenceMatcher(None, list(map(str, array)), list(map(str, value)), autojunk=False).get_opcodes()
    for kind, start, end, first, last in reversed(steps):
        if kind == "equal":
            continue
        same = min(end - start, last - first)
        for place in reversed(range(start + same, end)):
            array.pop(place)
        for offset in reversed(range(first + same, last)):
            array.insert(start + same, value[offset])
        for offset in range(same):
            array[start + offset] = value[first + offset]
