"""Plain CSV: a sheet with columns named stem, answer, distractor1 and so on, which holds all of a pack."""

import re
from collections.abc import Iterator, Mapping, Sequence

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import clip, one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import joined, usable_id
from quizgame.storage.formats.items import MOST_DISTRACTORS, Format, item, skipped
from quizgame.storage.formats.sheets import Layout, Record, as_csv, guarded, has_header, records

__all__ = ["FORMAT"]

_LETTERS = "abcdefgh"
_HEAD = (
    "id",
    "stem",
    "answer",
    *(f"distractor{number}" for number in range(1, MOST_DISTRACTORS + 1)),
    "kind",
    "difficulty",
    "evidence",
    "explanation",
    "tags",
)
_LAYOUT = Layout(
    {
        **{name: name for name in ("id", "kind", "difficulty", "evidence", "explanation", "source")},
        "stem": "stem|question",
        "answer": "(?:(?:correct|right) ?)?answer|key|correct",
        **{f"wrong {number}": rf"(?:distractor|(?:wrong|incorrect)(?: ?answer)?) ?{number}" for number in range(1, 10)},
        **{f"option {n}": rf"(?:option|choice) ?(?:{n}|{letter})" for n, letter in enumerate(_LETTERS, 1)},
        "distractors": "distractors|(?:wrong|incorrect) ?(?:answers|options)",
        "options": "options|choices",
        "tags": "tags|category",
    },
    (["stem"], ["answer"], ["wrong 1", "option 1", "distractors", "options"]),
)
_LEVELS = {"easy": 2, "medium": 3, "hard": 4} | {str(level): level for level in range(1, 6)}
_PLACE = re.compile(r"[a-zA-Z]|[0-9]+")
_TAG = re.compile(r"(?:\\[\\;]|[^;])++")
_ESCAPED = re.compile(r"\\([\\;])")
_TO_ESCAPE = re.compile(r"[\\;]")
_TOLD = 20


def _fits(document: Document) -> bool:
    return has_header(document, _LAYOUT)


def _read(document: Document) -> Iterator[Found | Skipped]:
    found = list(records(document, _LAYOUT))
    are_wrong = _are_options_wrong([record for record in found if isinstance(record, Record)])
    for record in found:
        yield record if isinstance(record, Skipped) else _question(record, are_wrong=are_wrong)


def _are_options_wrong(rows: Sequence[Record]) -> bool:
    """Whether the options of a sheet are the wrong ones: no row repeats its answer there, and some cannot mean one."""
    keys = [(one_line(row.of("answer")), _options(row)) for row in rows]
    told = [(key, options) for key, options in keys if key and options]
    is_repeated = any(key in options.values() for key, options in told)
    return not is_repeated and any(key.lower() not in options and not _PLACE.fullmatch(key) for key, options in told)


def _question(record: Record, *, are_wrong: bool) -> Found | Skipped:
    key, options = one_line(record.of("answer")), _options(record)
    if options and key and not are_wrong and key not in options.values():
        if key.lower() not in options:
            reason = f"its key {clip(key, _TOLD)} is none of its options"
            return skipped(record.line, reason, record.of("stem"))
        key = options[key.lower()]
    source = record.of("source")
    return item(
        record.line,
        record.of("stem"),
        key,
        [*record.several("wrong").values(), *_parts(record.of("distractors")), *options.values()],
        id=usable_id(record.of("id")),
        kind=record.of("kind"),
        difficulty=_LEVELS.get(record.of("difficulty").strip().lower()),
        evidence=record.of("evidence"),
        explanation=joined(record.of("explanation"), f"Source: {source}" if source else ""),
        tags=[_ESCAPED.sub(r"\1", tag) for tag in _TAG.findall(record.of("tags"))],
    )


def _options(record: Record) -> Mapping[str, str]:
    """The options of columns that hold the right one too, each by its number and by its letter."""
    listed = dict(enumerate(_parts(record.of("options")), 1))
    told = {int(number): text for number, text in record.several("option").items()} or listed
    options = {str(number): one_line(text) for number, text in told.items()}
    return options | {_LETTERS[number - 1]: one_line(text) for number, text in told.items() if number <= len(_LETTERS)}


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|" if "|" in cell else ";") if part.strip()]


def _rows(pack: Pack) -> Iterator[Sequence[str]]:
    yield _HEAD
    yield from map(_row, pack.questions)


def _row(question: Question) -> list[str]:
    wrong = list(question.distractors[:MOST_DISTRACTORS])
    cells = [question.id, question.stem, question.answer, *wrong, *[""] * (MOST_DISTRACTORS - len(wrong))]
    tags = "; ".join(_TO_ESCAPE.sub(r"\\\g<0>", tag) for tag in question.tags)
    cells += [question.kind, str(question.difficulty), question.evidence, question.explanation, tags]
    return [guarded(cell) for cell in cells]


def _write(pack: Pack) -> str:
    return as_csv(_rows(pack))


FORMAT = Format(
    name="csv",
    title="Plain CSV",
    endings=(".csv", ".tsv", ".xlsx"),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"id", "kind", "difficulty", "evidence", "explanation", "tags", "lines"}),
    rows=_rows,
)
