"""Marks of what the generator wrote: short, and different as soon as a person changes anything.

The mark of a question has two parts: of all its words, which tells whether it was edited, and of its claim (kind,
answer and evidence), by which it is known again when the generator finds other words for it.
"""

import hashlib
from collections.abc import Iterable

import msgspec

from quizgame.core.pack import Pack, Question, Source, Trace
from quizgame.core.text import fold

__all__ = ["Touched", "claim_in", "content_in", "head_mark", "question_mark", "source_mark", "traced"]


class Touched(msgspec.Struct, frozen=True, kw_only=True):
    """Parts of a pack's file that hold a person's work though none of their values tells it: comments."""

    head: bool = False
    sources: frozenset[str] = frozenset()
    """Ids."""
    questions: frozenset[str] = frozenset()
    """Ids."""


def traced(pack: Pack) -> Pack:
    """A pack just made, with the marks of all that it holds."""
    trace = Trace(
        pack=head_mark(pack),
        sources={source.id: source_mark(source) for source in pack.sources},
        questions={question.id: question_mark(question) for question in pack.questions},
    )
    return msgspec.structs.replace(pack, generated=trace)


def head_mark(pack: Pack) -> str:
    """The mark of what a pack says of itself; its id is no part of it."""
    author = (f"by {pack.author}",) if pack.author else ()  # which the generator never writes
    return _mark((pack.title, pack.description, pack.language, pack.license, *pack.tags, *author))


def source_mark(source: Source) -> str:
    """The mark of all that is told of a source."""
    days = (str(day or "") for day in (source.published, source.retrieved))
    return _mark((source.id, source.title, source.publisher, source.url, *days))


def question_mark(question: Question) -> str:
    """The mark of a question; its id is no part of it."""
    return f"{_content(question)}-{_mark((question.kind, fold(question.answer), fold(question.evidence)))}"


def content_in(mark: str) -> str:
    """The part of a mark that stands for all that was written."""
    return mark.partition("-")[0]


def claim_in(mark: str) -> str:
    """The part of a question's mark that stands for its kind, answer and evidence; empty for other marks."""
    return mark.partition("-")[2]


def _content(question: Question) -> str:
    told = (question.stem, question.answer, question.kind, question.source, question.evidence, question.explanation)
    lists = (str(len(question.distractors)), *question.distractors, *question.tags)
    return _mark((*told, str(question.difficulty), *lists))


def _mark(parts: Iterable[str]) -> str:
    return hashlib.blake2s("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
