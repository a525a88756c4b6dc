"""What the lines at the top of Anki's text notes say, such as ``#separator:tab``; what they leave out is guessed."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizgame.core.text import one_line
from quizgame.storage.formats.document import MOST_CELLS, Document
from quizgame.storage.formats.items import MOST_DISTRACTORS

__all__ = ["OWN_COLUMNS", "Layout", "has_head", "layout_of", "own_head"]

OWN_COLUMNS = (
    "id", "question", "answer", *(f"distractor {number}" for number in range(1, MOST_DISTRACTORS + 1)),
    "evidence", "explanation", "difficulty", "kind", "tags",
)  # fmt: skip
"""The fields of the notes that we write."""

_START, _SAMPLE, _LONGEST_KEY = 1 << 16, 20, 40
_ROLES = ("guid", "deck", "notetype", "tags")
_KEYS = frozenset({"separator", "html", "deck", "notetype", "columns", *(f"{role} column" for role in _ROLES)})
_SEPARATORS = {"tab": "\t", "pipe": "|", "semicolon": ";", "comma": ",", "colon": ":", "space": " "}
_SYNONYMS = {"front": "question", "back": "answer"}
_HTML = re.compile(r"</?(?:b|br|div|i|img|li|ol|p|span|sub|sup|u|ul)[ />]|&(?:amp|gt|lt|nbsp|quot);", re.IGNORECASE)


class Layout(NamedTuple):
    """How the notes of a file are written."""

    separator: str
    is_html: bool
    tags: str
    """Those that all notes have."""
    columns: Mapping[str, Sequence[int]]
    """The places of each sort of field, counted from 0."""


def has_head(document: Document) -> bool:
    """Whether a document begins with a line that only Anki's notes begin with."""
    return not _KEYS.isdisjoint(_told(_start_of(document)))


def layout_of(document: Document) -> Layout:
    """How the notes of a document are written; what its head does not say is guessed from the first of them."""
    lines = _start_of(document)
    told = _told(lines)
    sample = [line for line in lines if line.strip() and not line.startswith("#")][:_SAMPLE]
    separator = _separator(told.get("separator", ""), sample)
    html = told.get("html", "").strip().lower()
    is_html = html == "true" or (html != "false" and any(map(_HTML.search, sample)))
    return Layout(separator, is_html, told.get("tags", ""), _columns(told, separator))


def own_head(deck: str) -> str:
    """The head of the notes that we write: plain text between tabs.

    Args:
        deck: What their deck is called.
    """
    told = {
        "separator": "tab",
        "html": "false",
        "deck": one_line(deck),
        "columns": "\t".join(OWN_COLUMNS),
        "guid column": OWN_COLUMNS.index("id") + 1,
        "tags column": OWN_COLUMNS.index("tags") + 1,
    }
    return "".join(f"#{key}:{value}\n" for key, value in told.items())


def _start_of(document: Document) -> list[str]:
    return document.text[:_START].split("\n")


def _told(lines: Sequence[str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for line in lines:
        if not line.startswith("#"):
            break
        key, _, value = line[1:].partition(":")
        told.setdefault(one_line(key[:_LONGEST_KEY]).lower(), value)
    return told


def _separator(told: str, sample: Sequence[str]) -> str:
    if told.strip().lower() in _SEPARATORS:
        return _SEPARATORS[told.strip().lower()]
    if told == "\t" or (len(told) == 1 and told.isprintable() and told != '"'):
        return told
    return max("\t|;,", key=lambda mark: sum(mark in line for line in sample))


def _columns(told: Mapping[str, str], separator: str) -> dict[str, list[int]]:
    """Where the fields are: those with a line or a name of their own, then the first others as question and answer."""
    columns = {role: [place] for role in _ROLES if (place := _place(told.get(f"{role} column", ""))) >= 0}
    taken = {place for places in columns.values() for place in places}
    for place, name in enumerate(told.get("columns", "").split(separator)[:MOST_CELLS]):
        role = _role(one_line(name).lower())
        if role and place not in taken:
            columns.setdefault(role, []).append(place)
            taken.add(place)
    free = (place for place in range(MOST_CELLS) if place not in taken)
    for role in ("question", "answer"):
        columns[role] = columns.get(role) or [next(free, MOST_CELLS)]
    return columns


def _place(number: str) -> int:
    is_told = number.strip().isdecimal() and len(number) < 4
    return int(number) - 1 if is_told else -1


def _role(name: str) -> str:
    """The sort of field that a column of this name has; empty where it has none that matters."""
    if name.startswith(("distractor", "wrong")):
        return "distractor"
    role = _SYNONYMS.get(name, name)
    return role if role in OWN_COLUMNS[1:] else ""
