"""Open Trivia DB: the JSON of its interface, whose texts are encoded in one of four ways, or not at all."""

import base64
import json
import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from urllib.parse import unquote_plus

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.items import Format, item, skipped

__all__ = ["FORMAT"]

_START, _MOST = 1 << 16, 100_000
"""So many characters are looked at to tell the format, and so many of a text: far more than any question has."""
_SPACE = re.compile(r"[ \t\n\r]*+")
_NO_TRUST = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str, strict=False)
"""Numbers stay text: one of a million digits would take long, or be refused."""

_CODES = {
    "1": "the database had no questions for the request",
    "2": "the database did not understand the request",
    "3": "the database did not know the session token",
    "4": "the database had no more questions for the session token",
    "5": "the database had too many requests",
}
_TYPES_IN_BASE64 = frozenset(base64.b64encode(name).decode() for name in (b"multiple", b"boolean"))
_IN_URL = re.compile(r"(?:[A-Za-z0-9._~+-]|%[0-9A-Fa-f]{2})*+")
_TRUTH = ("True", "False")
_LEVELS = {"easy": 2, "medium": 3, "hard": 4}
_LEVEL_NAMES = {1: "easy", 2: "easy", 3: "medium", 4: "hard", 5: "hard"}


class _Text:
    """JSON that is taken in piece by piece, so that each piece has its line.

    Args:
        text: The whole text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = self._counted = 0
        self._line = 1

    @property
    def line(self) -> int:
        """The line of what comes next, counted from 1."""
        self.next_sign()
        self._line += self._text.count("\n", self._counted, self._place)
        self._counted = self._place
        return self._line

    def next_sign(self) -> str:
        """The next character that is not white space; empty at the end."""
        blank = _SPACE.match(self._text, self._place)
        self._place = blank.end() if blank else self._place
        return self._text[self._place : self._place + 1]

    def has(self, sign: str) -> bool:
        """Whether a sign comes next, which is passed if so."""
        is_next = self.next_sign() == sign
        self._place += is_next
        return is_next

    def expect(self, sign: str) -> None:
        """Pass a sign; raises ValueError where something else comes next."""
        if not self.has(sign):
            raise ValueError(sign)

    def value(self) -> object:
        """The next value, which is passed; raises ValueError where there is none, RecursionError where it is deep."""
        self.next_sign()
        value, self._place = _NO_TRUST.raw_decode(self._text, self._place)
        return value


def _fits(document: Document) -> bool:
    start = document.text[:_START]
    return start.lstrip().startswith(("{", "[")) and (
        '"correct_answer"' in start or ('"response_code"' in start and '"results"' in start)
    )


def _read(document: Document) -> Iterator[Found | Skipped]:
    text = _Text(document.text)
    try:
        yield from _members(text) if text.has("{") else _elements(text)
        if text.next_sign():
            yield skipped(text.line, "there is more text below the end of the JSON")
    except ValueError:
        yield skipped(text.line, "from here on it is damaged, or no JSON")
    except RecursionError:
        yield skipped(text.line, "its brackets are nested too deeply")


def _members(text: _Text) -> Iterator[Found | Skipped]:
    """The questions among the results of an object, and what its code says."""
    start = text.line
    is_told = False
    while not text.has("}"):
        line, key = text.line, text.value()
        text.expect(":")
        if key == "results" and text.next_sign() == "[":
            is_told = True
            yield from _elements(text)
        elif (value := text.value()) != "0" and key == "response_code":
            is_told = True
            yield skipped(line, _CODES.get(str(value), "the database had some trouble"))
        if text.next_sign() != "}":
            text.expect(",")
    if not is_told:
        yield skipped(start, "it has no list of results")


def _elements(text: _Text) -> Iterator[Found | Skipped]:
    text.expect("[")
    while not text.has("]"):
        line = text.line
        yield _question(line, text.value())
        if text.next_sign() != "]":
            text.expect(",")


def _question(line: int, value: object) -> Found | Skipped:
    if not isinstance(value, dict):
        return skipped(line, "it is no question", "".join(_texts(value)))
    try:
        decoded = _decoder_of(value)
        stem, right, wrong, category, level = (
            [decoded(text) for text in _texts(value.get(key))]
            for key in ("question", "correct_answer", "incorrect_answers", "category", "difficulty")
        )
    except ValueError:
        return skipped(
            line, "its texts are not in the encoding that they seem to be in", "".join(_texts(value.get("question")))
        )
    if len(right) > 1:
        return skipped(line, "several answers are right", "".join(stem))
    if not wrong and right and right[0] in _TRUTH:
        wrong = list(_TRUTH)
    difficulty = _LEVELS.get("".join(level).strip().lower())
    return item(line, "\n".join(stem), "".join(right), wrong, difficulty=difficulty, tags=category)


def _texts(value: object) -> list[str]:
    """A text, or the texts of a list."""
    values = value if isinstance(value, list) else [value]
    return [str(one)[:_MOST] for one in values if isinstance(one, str | bool)]


def _decoder_of(value: Mapping[str, object]) -> Callable[[str], str]:
    """What turns the texts of a question into plain ones; an encoding holds for all of them."""
    if not _TYPES_IN_BASE64.isdisjoint(_texts(value.get("type"))):
        return lambda text: base64.b64decode(text).decode(errors="replace")
    keys = ("question", "correct_answer", "incorrect_answers", "category")
    texts = [text for key in keys for text in _texts(value.get(key))]
    is_in_url = any("%" in text or "+" in text for text in texts) and all(map(_IN_URL.fullmatch, texts))
    return unquote_plus if is_in_url else unescape


def _write(pack: Pack) -> str:
    results = ",\n".join(json.dumps(_result(question), ensure_ascii=False) for question in pack.questions)
    return f'{{"response_code": 0, "results": [\n{results}\n]}}\n'


def _result(question: Question) -> dict[str, object]:
    is_truth = {question.answer, *question.distractors} == set(_TRUTH)
    return {
        "type": "boolean" if is_truth else "multiple",
        "difficulty": _LEVEL_NAMES[question.difficulty],
        "category": _encoded(question.tags[0] if question.tags else ""),
        "question": _encoded(question.stem),
        "correct_answer": _encoded(question.answer),
        "incorrect_answers": [_encoded(text) for text in question.distractors],
    }


def _encoded(text: str) -> str:
    """Text with HTML entities; a percent or plus sign in a single word could be taken for another encoding's."""
    safe = escape(text)
    return safe if " " in safe else safe.replace("%", "&#37;").replace("+", "&#43;")


FORMAT = Format(
    name="opentdb",
    title="Open Trivia DB",
    endings=(".json",),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"lines"}),
)
