"""mdbook-quiz: TOML with a table ``[[questions]]`` for each, of the type ``MultipleChoice``."""

import re
from collections.abc import Iterator, Mapping, Sequence

from quizgame.core.errors import DataError
from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import MAX_CHARACTERS
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import feedback, usable_id
from quizgame.storage.formats.items import Format, item, skipped
from quizgame.storage.lines import Lines
from quizgame.storage.toml import parse
from quizgame.storage.writing import inline

__all__ = ["FORMAT"]

_START = 1 << 16
_FIRST_TABLE = re.compile(r"^[ \t]*+\[\[[ \t]*+questions[ \t]*+\]\]", re.MULTILINE)
_FIRST_TYPE = re.compile(r"^[ \t]*+type[ \t]*+=[ \t]*+[\"'](?:MultipleChoice|ShortAnswer|Tracing)[\"']", re.MULTILINE)
_FENCE = "```"
_OTHER_TYPES = {
    "ShortAnswer": "a short answer cannot be asked with options",
    "Tracing": "a program to trace cannot be asked with options",
}


def _fits(document: Document) -> bool:
    start = document.text[:_START]
    table = _FIRST_TABLE.search(start)
    return bool(table and _FIRST_TYPE.search(start, table.end()))


def _read(document: Document) -> Iterator[Found | Skipped]:
    text = document.text
    try:
        table = parse(text, file="")
    except DataError as error:
        problem = error.problems[0]
        yield skipped(problem.line or 1, ": ".join(part for part in (problem.key, problem.what) if part))
        return
    questions = table.get("questions")
    if not isinstance(questions, list):
        yield skipped(1, "it has no [[questions]]")
        return
    lines = Lines(text)
    for place, one in enumerate(questions):
        yield _question(lines.of(f"$.questions[{place}]") or 1, one, _table(table.get("multipart")))


def _question(line: int, told: object, parts: Mapping[str, object]) -> Found | Skipped:
    table = _table(told)
    prompt = _table(table.get("prompt"))
    stem, shared = _text(prompt.get("prompt")), _text(parts.get(_text(table.get("multipart"))))
    right, wrong = _list(_table(table.get("answer")).get("answer")), _list(prompt.get("distractors"))
    if reason := _why_not_asked(table, right, wrong, shared):
        return skipped(line, reason, stem)
    return item(
        line,
        f"{shared}\n\n{stem}" if stem else "",
        "".join(map(_option, right)),
        map(_option, wrong),
        id=usable_id(_text(table.get("id"))),
        explanation=_text(table.get("context")),
    )


def _why_not_asked(table: Mapping[str, object], right: Sequence[object], wrong: Sequence[object], shared: str) -> str:
    if table.get("type") != "MultipleChoice":
        return _OTHER_TYPES.get(_text(table.get("type")), "it is of no type that is known")
    if len(right) > 1:
        return "several answers are right"
    if not all(isinstance(option, str) for option in (*right, *wrong)):
        return "an option of it is no text"
    if len(shared) > MAX_CHARACTERS:
        return "the text that it belongs to is too long"
    return "the text that it belongs to is missing" if "multipart" in table and not shared else ""


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _option(value: object) -> str:
    """An option without the marks around a block of code, which would stand within its only line."""
    lines = _text(value).strip().split("\n")
    return "\n".join(line for line in lines if len(lines) == 1 or not line.strip().startswith(_FENCE))


def _write(pack: Pack) -> str:
    return "\n".join(_block(pack, question) for question in pack.questions)


def _block(pack: Pack, question: Question) -> str:
    told = {
        "id": question.id,
        "type": "MultipleChoice",
        "prompt.prompt": question.stem,
        "prompt.distractors": question.distractors,
        "answer.answer": question.answer,
        "context": feedback(pack, question),
    }
    return "[[questions]]\n" + "".join(f"{key} = {inline(value)}\n" for key, value in told.items() if value)


FORMAT = Format(
    name="mdbook",
    title="mdbook-quiz",
    endings=(".toml",),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"id", "explanation", "lines"}),
)
