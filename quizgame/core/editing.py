"""A question as the texts of a form, and back: what is wrong with it while it is written."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from quizgame.core.checks import check
from quizgame.core.defects import defects, shown_key
from quizgame.core.errors import Problem
from quizgame.core.pack import Question
from quizgame.core.text import clean, one_line

__all__ = ["MOST_DISTRACTORS", "Edited", "Fields", "edited", "fields_of", "is_changed", "is_worse"]

MOST_DISTRACTORS = 5
"""How many wrong answers a question may have."""


class Fields(msgspec.Struct, frozen=True, kw_only=True):
    """The texts of a form, as they were typed."""

    stem: str = ""
    answer: str = ""
    distractors: tuple[str, ...] = ()
    """Some may be blank; those are none."""
    evidence: str = ""
    explanation: str = ""
    difficulty: int = 3
    tags: str = ""
    """With commas between them."""


class Edited(msgspec.Struct, frozen=True, kw_only=True):
    """What the texts of a form come to."""

    question: Question | None
    """None where no question can be made of them."""
    problems: tuple[Problem, ...] = ()
    """What is wrong, errors first; a key is that of the field."""


def is_worse(edited: Edited, question: Question) -> bool:
    """Whether what a form comes to has an error that the question had not before."""
    had = {problem.flaw for problem in check(question)} if question.stem else set()
    return any(problem.severity == "error" and problem.flaw not in had for problem in edited.problems)


def fields_of(question: Question) -> Fields:
    """A question as the texts of a form."""
    return Fields(
        stem=question.stem,
        answer=question.answer,
        distractors=question.distractors,
        evidence=question.evidence,
        explanation=question.explanation,
        difficulty=question.difficulty,
        tags=", ".join(question.tags),
    )


def edited(question: Question, fields: Fields) -> Edited:
    """The question that a form describes, with what is wrong with it.

    Args:
        question: The question as it was; what the form does not show is taken from it.
        fields: The texts of the form. They are cleaned; options become one line each.
    """
    told = _told(fields)
    table: dict[str, object] = msgspec.to_builtins(question)
    table |= {
        "stem": told.stem,
        "answer": told.answer,
        "distractors": list(told.distractors),
        "evidence": told.evidence,
        "explanation": told.explanation,
        "difficulty": told.difficulty,
        "tags": _tags(question, fields.tags),
    }
    found = tuple(_twice([told.answer, *told.distractors])) or tuple(_unusable(table))
    if found:
        return Edited(question=None, problems=found)
    made = msgspec.convert(table, Question)
    flaws = sorted(check(made), key=lambda problem: problem.severity != "error")
    return Edited(question=made, problems=tuple(flaws))


def is_changed(question: Question, fields: Fields) -> bool:
    """Whether a form tells something else than a question does, though there may be no question in it yet."""
    return _told(fields) != _told(fields_of(question))


def _told(fields: Fields) -> Fields:
    """The texts of a form as they would be taken."""
    return Fields(
        stem=clean(fields.stem).strip(),
        answer=one_line(fields.answer),
        distractors=tuple(told for text in fields.distractors if (told := one_line(text))),
        evidence=clean(fields.evidence).strip(),
        explanation=clean(fields.explanation).strip(),
        difficulty=fields.difficulty,
        tags=one_line(fields.tags),
    )


def _tags(question: Question, told: str) -> tuple[str, ...]:
    """The tags of a line; those of the question where nobody changed it, since one of them may have a comma."""
    if told == fields_of(question).tags:
        return question.tags
    return tuple(dict.fromkeys(tag for part in told.split(",") if (tag := one_line(part))))


def _twice(options: Sequence[str]) -> Iterator[Problem]:
    for text, count in Counter(options).items():
        if text and count > 1:
            yield Problem(key="distractors", what=f"{text!r} stands there twice")


def _unusable(table: dict[str, object]) -> Iterator[Problem]:
    """What no question can be made of."""
    for defect in defects(table, Question):
        yield Problem(key=shown_key(defect.path), what=defect.what, hint=defect.hint)
