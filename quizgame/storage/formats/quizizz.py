"""Quizizz: a sheet with the type of each question, up to five options and the number of the right one."""

from collections.abc import Iterator, Sequence

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack
from quizgame.core.text import clip, one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import arranged, feedback
from quizgame.storage.formats.items import Format, skipped
from quizgame.storage.formats.sheets import Layout, Record, as_csv, guarded, has_header, numbered, records

__all__ = ["FORMAT"]

_MOST_DISTRACTORS = 4
_SECONDS = "30"
_NUMBERS = range(1, _MOST_DISTRACTORS + 2)
_TYPE = "Multiple Choice"
_KEPT = frozenset({"", "multiple choice", "checkbox"})
_HEAD = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in _NUMBERS),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
_LAYOUT = Layout(
    {
        "question": "question text",
        "type": "question type",
        **{f"option {number}": f"option {number}" for number in _NUMBERS},
        "correct": "correct answers?",
        "image": "image link",
        "explanation": "answer explanation",
    },
    (["question"], ["option 1"], ["option 2"], ["correct"]),
)


def _fits(document: Document) -> bool:
    return has_header(document, _LAYOUT)


def _read(document: Document) -> Iterator[Found | Skipped]:
    for record in records(document, _LAYOUT):
        yield record if isinstance(record, Skipped) else _question(record)


def _question(record: Record) -> Found | Skipped:
    stem = record.of("question")
    kind = one_line(record.of("type"))
    if kind.lower() not in _KEPT:
        return skipped(record.line, f"a question of the type “{clip(kind, 20)}” cannot be asked with options", stem)
    if record.of("image"):
        return skipped(record.line, "it shows a picture", stem)
    explanation = record.of("explanation")
    return numbered(record, stem, record.several("option"), record.of("correct"), explanation=explanation)


def _rows(pack: Pack) -> Iterator[Sequence[str]]:
    yield _HEAD
    for question in pack.questions:
        options = arranged(question, _MOST_DISTRACTORS)
        cells = [*map(guarded, options), *[""] * (len(_NUMBERS) - len(options))]
        key = str(options.index(question.answer) + 1)
        yield [guarded(question.stem), _TYPE, *cells, key, _SECONDS, "", guarded(feedback(pack, question))]


def _write(pack: Pack) -> str:
    return as_csv(_rows(pack))


FORMAT = Format(
    name="quizizz",
    title="Quizizz sheet",
    endings=(".csv", ".xlsx"),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"explanation", "lines"}),
    most_distractors=_MOST_DISTRACTORS,
    rows=_rows,
)
