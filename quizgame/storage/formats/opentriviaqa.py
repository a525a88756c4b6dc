"""OpenTriviaQA: a stem after ``#Q``, the right option in full after ``^``, then every option after its letter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import MAX_CHARACTERS, fold, one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import arranged
from quizgame.storage.formats.items import MOST_DISTRACTORS, Format, item, skipped

__all__ = ["FORMAT"]

_START = 1 << 16
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEM = "#Q"
_KEY = re.compile(r"\^(?:\s|$)")
_OPTION = re.compile(r"[A-Z](?:\s|$)")
_LIKE_MARK = re.compile(r" *+(?:\^|#Q)")
"""A line within a stem that stands one space further to the right in the file, so that it is not taken for a mark."""
_FIRST_STEM = re.compile(r"^#Q\s", re.MULTILINE)
_FIRST_KEY = re.compile(r"^\^\s", re.MULTILINE)


@dataclass
class _Item:
    """The lines of a question so far, without their marks."""

    line: int
    is_marked: bool = True
    """Whether it begins with ``#Q``, as it must."""
    stem: list[str] = field(default_factory=list)
    keys: list[list[str]] = field(default_factory=list)
    options: list[list[str]] = field(default_factory=list)
    is_over: bool = False
    """Whether a blank line stands below its options, so that nothing but an option may follow."""

    def takes(self, line: str) -> bool:
        """Take a line in, unless it belongs to no question any more."""
        if self.keys and _OPTION.match(line):
            self.options.append([line[2:]])
        elif self.is_over and line.strip():
            return False
        elif _KEY.match(line):
            self.keys.append([line[2:]])
        else:
            (self.options or self.keys or [self.stem])[-1].append(line)
        self.is_over = bool(self.options) and not line.strip()
        return True


def _fits(document: Document) -> bool:
    start = document.text[:_START]
    stem = _FIRST_STEM.search(start)
    return bool(stem and _FIRST_KEY.search(start, stem.end()))


def _read(document: Document) -> Iterator[Found | Skipped]:
    tags = [document.name]
    found: _Item | None = None
    for number, line in document.lines:
        if line.startswith(_STEM):
            if found:
                yield _question(found, tags)
            found = _Item(number, stem=[line[len(_STEM) :]])
        elif found is None or not found.takes(line):
            if found:
                yield _question(found, tags)
            found = _Item(number, is_marked=False, stem=[line]) if line.strip() else None
    if found:
        yield _question(found, tags)


def _question(found: _Item, tags: Sequence[str]) -> Found | Skipped:
    stem = "\n".join(line[1:] if line[:1] == " " and _LIKE_MARK.match(line) else line for line in found.stem).strip()
    if not found.is_marked:
        return skipped(found.line, "it does not begin with #Q", stem)
    keys = list(dict.fromkeys(one_line("\n".join(key)) for key in found.keys))
    if len(keys) > 1:
        return skipped(found.line, "several answers are right", stem)
    options = [one_line("\n".join(option)) for option in found.options]
    key = _option_of("".join(keys), options)
    if options and not key and any(keys):
        return skipped(found.line, "its key is none of its options", stem)
    return item(found.line, stem, key or "".join(keys), options, tags=tags)


def _option_of(key: str, options: Sequence[str]) -> str:
    """The option that a key names: the same text, else the only one that differs in case, accents or marks alone."""
    if key in options or len(key) > MAX_CHARACTERS:
        return key if key in options else ""
    folded = fold(key)
    alike = {option for option in options if len(option) <= MAX_CHARACTERS and fold(option) == folded}
    return alike.pop() if folded and len(alike) == 1 else ""


def _write(pack: Pack) -> str:
    return "\n".join(map(_block, pack.questions))


def _block(question: Question) -> str:
    first, *others = question.stem.split("\n")
    stem = [f"{_STEM} {first}", *(f" {line}" if _LIKE_MARK.match(line) else line for line in others)]
    options = arranged(question, MOST_DISTRACTORS)
    lettered = [f"{letter} {one_line(text)}" for letter, text in zip(_LETTERS, options, strict=False)]
    return "\n".join([*stem, f"^ {one_line(question.answer)}", *lettered, ""])


FORMAT = Format(
    name="opentriviaqa",
    title="OpenTriviaQA",
    endings=(".txt",),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"lines"}),
)
