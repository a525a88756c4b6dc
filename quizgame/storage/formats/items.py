"""From the texts of any format to a question, and what a format is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgame.core.exchange import Field, FormatName, Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import MAX_CHARACTERS, clean, clip, one_line
from quizgame.storage.formats.document import Document

__all__ = ["MOST_DISTRACTORS", "Format", "Reader", "Writer", "item", "skipped"]

MOST_DISTRACTORS = 5
_TOLD = 60

Reader = Callable[[Document], Iterator[Found | Skipped]]
Writer = Callable[[Pack], str]


def _holds_all(_: Question) -> str:
    return ""


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format that quizzes are kept in."""

    name: FormatName
    title: str
    """As people call it."""
    endings: tuple[str, ...]
    """The endings of its files, each with its dot; the first is that of an export."""
    fits: Callable[[Document], bool]
    """Whether a document looks like it, by its content alone; quick, and never wrong on its own exports."""
    read: Reader
    """Every item of a document, in order; never raises for what the document holds."""
    write: Writer
    """A pack whose questions all can be held, as text."""
    holds: frozenset[Field] = frozenset()
    """What it keeps of a question beside stem and options."""
    most_distractors: int = MOST_DISTRACTORS
    why_not: Callable[[Question], str] = field(default=_holds_all)
    """Why it cannot hold a question, in a few words; empty where it can."""
    rows: Callable[[Pack], Iterable[Sequence[str]]] | None = None
    """What it writes as the rows of a workbook, where it is a sheet."""


def item(
    line: int,
    stem: str,
    answer: str,
    distractors: Iterable[str],
    *,
    id: str = "",
    kind: str = "",
    difficulty: int | None = None,
    evidence: str = "",
    explanation: str = "",
    tags: Iterable[str] = (),
) -> Found | Skipped:
    """A question of texts as a file has them, or why none can be made of them.

    All texts are cleaned; options and tags become one line each, options that repeat another one and blank ones go, and
    of more wrong options than a question may have the first stay.

    Args:
        line: Where the item begins.
        stem: The question.
        answer: The right option.
        distractors: The wrong options; the right one may stand among them again.
        id: A stable id, where the file tells one that a pack may use.
        kind: What is asked for.
        difficulty: From 1 to 5; None where the file does not say.
        evidence: What proves the answer.
        explanation: What is told after answering.
        tags: Its topics.
    """
    told = clean(stem).strip()
    key = one_line(answer)
    wrong = [text for text in dict.fromkeys(map(one_line, distractors)) if text and text != key][:MOST_DISTRACTORS]
    reason = _why_no_question(told, key, wrong)
    if reason:
        return skipped(line, reason, told or key)
    return Found(
        line=line,
        question=Question(
            id=id,
            stem=told,
            answer=key,
            distractors=tuple(wrong),
            kind=clip(one_line(kind)),
            difficulty=3 if difficulty is None else min(5, max(1, difficulty)),
            evidence=clip(clean(evidence).strip()),
            explanation=clip(clean(explanation).strip()),
            tags=tuple(dict.fromkeys(text for tag in tags if (text := clip(one_line(tag))))),
        ),
    )


def _why_no_question(stem: str, answer: str, distractors: Sequence[str]) -> str:
    if not stem:
        return "it has no question"
    if not answer:
        return "it has no right answer"
    if not distractors:
        return "it has no wrong answers"
    if max(map(len, (stem, answer, *distractors))) > MAX_CHARACTERS:
        return f"a text of it is longer than {MAX_CHARACTERS:,} characters"
    return ""


def skipped(line: int, reason: str, what: str = "") -> Skipped:
    """An item that no question can be made of, told by how it begins."""
    return Skipped(line=line, reason=reason, what=clip(one_line(what[: 4 * _TOLD]), _TOLD))
