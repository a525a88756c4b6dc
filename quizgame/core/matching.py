"""Which questions of a pack are asked again in other words."""

from collections.abc import Mapping
from itertools import product

from rapidfuzz import fuzz

from quizgame.core.numbers import number_in
from quizgame.core.pack import Pack, Question
from quizgame.core.text import fold
from quizgame.core.tracing import claim_in, question_mark
from quizgame.core.words import content_words

__all__ = ["ids_of"]


def ids_of(old: Pack, new: Pack) -> dict[str, str]:
    """The id that each question of a new pack goes by: that of the old question that asks the same, or its own.

    A question is known by its id, else by its kind, answer and evidence; a number may answer several questions on one
    sentence, so there the words may only be fewer or more.

    Args:
        old: A pack with the marks of what the generator wrote.
        new: What it writes now.
    """
    marks = old.generated.questions if old.generated else {}
    stems = {question.id: question.stem for question in old.questions}
    ids = {question.id: question.id for question in new.questions}
    free: dict[str, list[str]] = {}
    for name, mark in marks.items():
        if name not in ids:
            free.setdefault(claim_in(mark), []).append(name)
    strangers: dict[str, list[Question]] = {}
    for question in new.questions:
        if question.id not in stems and question.id not in marks:
            strangers.setdefault(claim_in(question_mark(question)), []).append(question)
    for claim, group in strangers.items():
        ids |= _paired(group, free.get(claim, []), stems)
    return ids


def _paired(group: list[Question], free: list[str], stems: Mapping[str, str]) -> dict[str, str]:
    """The questions of one claim with the ids that it had, those of the likest words first."""
    pairs = [(question, name) for question, name in product(group, free) if _may_be_one(question, stems.get(name, ""))]
    pairs.sort(key=lambda pair: -fuzz.ratio(fold(pair[0].stem), fold(stems.get(pair[1], ""))))
    found: dict[str, str] = {}
    for question, name in pairs:
        if question.id not in found and name not in found.values():
            found[question.id] = name
    return found


def _may_be_one(question: Question, stem: str) -> bool:
    """Whether a question asks what an old stem asked; of a question that was deleted, the stem is empty."""
    if number_in(question.answer) is None:
        return True
    one, other = content_words(question.stem), content_words(stem)
    return bool(other) and (one <= other or other <= one)
