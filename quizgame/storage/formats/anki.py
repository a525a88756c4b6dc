"""Anki's text notes: lines such as ``#separator:tab`` that say how they are written, then a row of fields a note."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import one_line
from quizgame.storage.formats.ankihead import Layout, has_head, layout_of, own_head
from quizgame.storage.formats.decks import LONGEST_BACK, Deck
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import usable_id
from quizgame.storage.formats.html import plain_text
from quizgame.storage.formats.items import MOST_DISTRACTORS, Format, item, skipped

__all__ = ["FORMAT"]

_MEDIA = "a picture or a sound is part of it"
_GAPS = "a text with gaps has no options"
_LONG = "its back is too long for an option"
_LONELY = "its deck has fewer than two other backs that are like its own"
_ASKED = ("question", "answer", "distractor")
_SOUND = re.compile(r"\[(?:sound|anki):[^\[\]]*+\]")
_CLOZE = re.compile(r"\{\{c[0-9]{1,3}::")
_TAG_ENDS = re.compile("[ \u3000]+")
_INNER_SPACE = "\xa0"
"""For a space within a tag: tags end at plain ones, and a text that is cleaned has plain ones for these."""


class _Note(NamedTuple):
    line: int
    trouble: str
    wrong: tuple[str, ...] = ()
    question: str = ""
    answer: str = ""
    evidence: str = ""
    explanation: str = ""
    difficulty: str = ""
    kind: str = ""
    tags: str = ""
    guid: str = ""
    deck: str = ""


_ONES = frozenset(_Note._fields) - {"line", "trouble", "wrong"}
"""The sorts of fields that a note has one of."""


class _Lines:
    """The lines of a text as the reader of separated values takes them: without comments between notes."""

    def __init__(self, lines: Iterator[tuple[int, str]]) -> None:
        self._lines = lines
        self.first = 0
        """Where the last note begins."""
        self.is_within = False

    def __iter__(self) -> Iterator[str]:
        for number, line in self._lines:
            if self.is_within or (line and line[0] != "#"):
                self.first = self.first if self.is_within else number
                self.is_within = True
                yield line + "\n"


def _read(document: Document) -> Iterator[Found | Skipped]:
    layout = layout_of(document)
    notes = list(_notes(document, layout))
    decks: dict[str, Deck] = defaultdict(Deck)
    for note in notes:
        if not note.trouble:
            decks[note.deck].add(note.question, note.answer)
    for note in notes:
        yield _question(note, decks[note.deck], layout.tags)


def _notes(document: Document, layout: Layout) -> Iterator[_Note]:
    lines = _Lines(document.lines)
    reader = csv.reader(lines, delimiter=layout.separator)
    while True:
        lines.is_within = False
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _Note(lines.first, "its quotation marks or its length are not those of a note")
            continue
        if any(map(str.strip, cells)):
            yield _note(lines.first, cells, layout)


def _note(line: int, cells: Sequence[str], layout: Layout) -> _Note:
    told = {name: [cells[at] for at in places if at < len(cells)] for name, places in layout.columns.items()}
    has_media = any(_SOUND.search(text) for name in _ASKED for text in told.get(name, ()))
    for name in (*_ASKED, "evidence", "explanation") if layout.is_html else ():
        plain = [plain_text(text) for text in told.get(name, ())]
        has_media |= name in _ASKED and any(media and (name == "question" or not text) for text, media in plain)
        told[name] = [text for text, _ in plain]
    wrong = tuple(filter(None, told.get("distractor", ())))
    is_cloze = not wrong and any(map(_CLOZE.search, told["question"]))
    trouble = _MEDIA if has_media else _GAPS if is_cloze else ""
    return _Note(line, trouble, wrong, **{name: texts[0] for name, texts in told.items() if texts and name in _ONES})


def _question(note: _Note, deck: Deck, tags: str) -> Found | Skipped:
    if note.trouble:
        return skipped(note.line, note.trouble, note.question)
    wrong: Sequence[str] = note.wrong
    if not wrong and one_line(note.question) and one_line(note.answer):
        wrong = deck.wrong_options(note.question, note.answer)
        if not wrong:
            is_long = len(one_line(note.answer)) > LONGEST_BACK
            return skipped(note.line, _LONG if is_long else _LONELY, note.question)
    return item(
        note.line,
        note.question,
        note.answer,
        wrong,
        id=usable_id(note.guid),
        kind=note.kind,
        difficulty=int(note.difficulty) if note.difficulty.strip() in {*"12345"} else None,
        evidence=note.evidence,
        explanation=note.explanation,
        tags=_TAG_ENDS.split(f"{tags} {note.tags}"),
    )


def _why_not(question: Question) -> str:
    told = (question.stem, question.answer, *question.distractors)
    return "a text of it stands for a sound there" if any(map(_SOUND.search, told)) else ""


def _write(pack: Pack) -> str:
    out = io.StringIO()
    out.write(own_head(pack.title))
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(map(_row, pack.questions))
    return out.getvalue()


def _row(question: Question) -> list[str]:
    wrong = [*question.distractors, *("" for _ in range(MOST_DISTRACTORS - len(question.distractors)))]
    tags = " ".join(tag.replace(" ", _INNER_SPACE) for tag in question.tags)
    told = [question.evidence, question.explanation, str(question.difficulty), question.kind]
    return [question.id, question.stem, question.answer, *wrong, *told, tags]


FORMAT = Format(
    name="anki",
    title="Anki",
    endings=(".txt",),
    fits=has_head,
    read=_read,
    write=_write,
    holds=frozenset({"id", "kind", "difficulty", "evidence", "explanation", "tags", "lines"}),
    why_not=_why_not,
)
