"""Aiken: a stem, options such as ``A. text`` or ``A) text``, and ``ANSWER: B``, each on a line of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import arranged
from quizgame.storage.formats.items import MOST_DISTRACTORS, Format, item, skipped

__all__ = ["FORMAT"]

_START = 1 << 16
_TOLD = 100
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OPTION = re.compile(r"([A-Za-z])[.)](?:\s|$)")
_ANSWER = re.compile(r"(?:ANSWER|(?i:answer)(?=\s*+:\s*+[A-Za-z]$))\s*+:")
_KEY = re.compile(r"([A-Za-z])(?:[.)]|$)")
_WORD = re.compile(r"[^\W_]+")
_FIRST_OPTION = re.compile(r"^[ \t]*+A[.)]\s", re.MULTILINE | re.IGNORECASE)
_FIRST_ANSWER = re.compile(r"^[ \t]*+ANSWER[ \t]*+:", re.MULTILINE | re.IGNORECASE)
_UNSEEN = "\u2060"
"""Stands before a stem that looks like another line; nobody sees it, and it is gone once the text is cleaned."""


@dataclass
class _Item:
    """The lines of a question so far."""

    line: int
    stem: list[str] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    options: list[list[str]] = field(default_factory=list)
    """The lines of each, the first with its letter."""

    def take(self, text: str) -> None:
        """Take a line in; only an A begins the options, so that ``E. coli`` may begin a stem."""
        mark = _OPTION.match(text)
        if mark and (self.options or mark[1] in "Aa"):
            self._take_option(mark[1].upper(), text)
        elif self.options:
            self.options[-1].append(text)
        else:
            self.stem.append(text)

    def _take_option(self, letter: str, text: str) -> None:
        if letter == "A" and self.letters == ["A"] and not self.stem:
            # The first line was a stem such as "A. Lincoln was born in".
            self.stem = self.options.pop()
            self.letters.clear()
        self.letters.append(letter)
        self.options.append([text])


def _fits(document: Document) -> bool:
    start = document.text[:_START]
    option = _FIRST_OPTION.search(start)
    return bool(option and _FIRST_ANSWER.search(start, option.end()))


def _read(document: Document) -> Iterator[Found | Skipped]:
    found: _Item | None = None
    is_below_blank = False
    for number, line in document.lines:
        text = line.strip()
        if not text:
            is_below_blank = True
            continue
        if found and is_below_blank and not _goes_on(found, text):
            yield _unanswered(found)
            found = None
        is_below_blank = False
        found = found or _Item(number)
        if answer := _ANSWER.match(text):
            yield _question(found, text[answer.end() :].strip())
            found = None
        else:
            found.take(text)
    if found:
        yield _unanswered(found)


def _goes_on(found: _Item, text: str) -> bool:
    """Whether a line below a blank one can belong to the question above: only options and the key can."""
    mark = _OPTION.match(text)
    return bool(_ANSWER.match(text) or (mark and (found.options or mark[1] in "Aa")))


def _unanswered(found: _Item) -> Skipped:
    reason = "it has no line ANSWER:" if found.options else "it has no options"
    return skipped(found.line, reason, _start_of(found))


def _start_of(found: _Item) -> str:
    return "\n".join(found.stem or (found.options[0] if found.options else ()))


def _question(found: _Item, told: str) -> Found | Skipped:
    key, reason = _key_of(told)
    if len(set(found.letters)) < len(found.letters):
        reason = "two of its options have the same letter"
    elif found.stem and not found.options:
        reason = "it has no options"
    elif key and key not in found.letters:
        reason = f"its key {key} is none of its options"
    if reason and (found.stem or found.options):
        return skipped(found.line, reason, _start_of(found))
    options = {letter: "\n".join(text)[2:] for letter, text in zip(found.letters, found.options, strict=True)}
    return item(found.line, "\n".join(found.stem), options.pop(key, ""), options.values())


def _key_of(told: str) -> tuple[str, str]:
    """The letter after ``ANSWER:``, or why there is none."""
    if mark := _KEY.match(told):
        return mark[1].upper(), ""
    words = [word for word in _WORD.findall(told[:_TOLD]) if word.lower() not in ("and", "or")]
    if not words:
        return "", "its line ANSWER: names no option"
    if len(words) > 1 and all(len(word) == 1 and word.isalpha() for word in words):
        return "", "several answers are right"
    return "", "its line ANSWER: does not name one letter"


def _write(pack: Pack) -> str:
    return "\n".join(map(_block, pack.questions))


def _block(question: Question) -> str:
    stem = one_line(question.stem)
    guard = _UNSEEN if _OPTION.match(stem) or _ANSWER.match(stem) else ""
    options = arranged(question, MOST_DISTRACTORS)
    lettered = [f"{letter}. {one_line(text)}" for letter, text in zip(_LETTERS, options, strict=False)]
    return "\n".join([guard + stem, *lettered, f"ANSWER: {_LETTERS[options.index(question.answer)]}", ""])


FORMAT = Format(name="aiken", title="Aiken", endings=(".txt",), fits=_fits, read=_read, write=_write)
