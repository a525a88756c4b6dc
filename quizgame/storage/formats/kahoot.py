"""Kahoot: a sheet with a question, two to four answers and the number of the right one in each row."""

from collections.abc import Iterator, Sequence

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import arranged
from quizgame.storage.formats.items import Format
from quizgame.storage.formats.sheets import Layout, as_csv, guarded, has_header, numbered, records

__all__ = ["FORMAT"]

_MOST_DISTRACTORS = 3
_LONGEST_QUESTION, _LONGEST_ANSWER = 120, 75
_SECONDS = "20"
_NUMBERS = range(1, _MOST_DISTRACTORS + 2)
_HEAD = (
    f"Question - max {_LONGEST_QUESTION} characters",
    *(f"Answer {number} - max {_LONGEST_ANSWER} characters" for number in _NUMBERS),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
_LAYOUT = Layout(
    {
        "question": r"question\b.*",
        **{f"answer {number}": rf"answer {number}\b.*" for number in _NUMBERS},
        "correct": r"correct answer.*",
    },
    (["question"], ["answer 1"], ["answer 2"], ["correct"]),
)


def _fits(document: Document) -> bool:
    return has_header(document, _LAYOUT)


def _read(document: Document) -> Iterator[Found | Skipped]:
    for record in records(document, _LAYOUT):
        if isinstance(record, Skipped):
            yield record
        else:
            yield numbered(record, record.of("question"), record.several("answer"), record.of("correct"))


def _rows(pack: Pack) -> Iterator[Sequence[str]]:
    yield _HEAD
    for question in pack.questions:
        options = arranged(question, _MOST_DISTRACTORS)
        blanks = [""] * (len(_NUMBERS) - len(options))
        key = str(options.index(question.answer) + 1)
        yield [*map(guarded, (question.stem, *options)), *blanks, _SECONDS, key]


def _write(pack: Pack) -> str:
    return as_csv(_rows(pack))


def _why_not(question: Question) -> str:
    if len(question.stem) > _LONGEST_QUESTION:
        return f"its question is longer than {_LONGEST_QUESTION} characters"
    if max(map(len, arranged(question, _MOST_DISTRACTORS))) > _LONGEST_ANSWER:
        return f"one of its answers is longer than {_LONGEST_ANSWER} characters"
    return ""


FORMAT = Format(
    name="kahoot",
    title="Kahoot sheet",
    endings=(".csv", ".xlsx"),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"lines"}),
    most_distractors=_MOST_DISTRACTORS,
    why_not=_why_not,
    rows=_rows,
)
