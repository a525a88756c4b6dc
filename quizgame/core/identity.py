"""Which questions of a pack that was written anew are those of the old one, so that what is known of them stays."""

from collections.abc import Callable

import msgspec
from rapidfuzz import fuzz

from quizgame.core.pack import Pack, Question
from quizgame.core.text import fold

__all__ = ["same_ids"]

_LIKE, _VERY_LIKE = 60, 88
"""From 0 to 100: how like two stems must be where the answer is the same, and where it is another."""


def same_ids(old: Pack, new: Pack) -> Pack:
    """The new pack, whose questions go by the ids of the old ones that they are.

    A question is known by its id, else by its stem, else by its answer and a stem that is like it, else by a stem that
    is nearly the same.

    Args:
        old: The pack as it was.
        new: The pack as it is now.
    """
    names = {question.id for question in new.questions}
    free = {question.id: question for question in old.questions if question.id not in names}
    known = {question.id for question in old.questions}
    ids: dict[str, str] = {}
    for is_same in (_has_stem, _has_answer, _has_nearly_stem):
        for question in new.questions:
            if question.id not in known and question.id not in ids:
                _pair(question, free, is_same, ids)
    questions = (msgspec.structs.replace(one, id=ids.get(one.id, one.id)) for one in new.questions)
    return msgspec.structs.replace(new, questions=tuple(questions))


_Rule = Callable[[Question, Question], bool]


def _pair(question: Question, free: dict[str, Question], is_same: _Rule, ids: dict[str, str]) -> None:
    """Give a question the id of an old one that is free, if there is one that it is."""
    found = [name for name, old in free.items() if is_same(old, question)]
    if found:
        best = max(found, key=lambda name: fuzz.ratio(fold(free[name].stem), fold(question.stem)))
        ids[question.id] = best
        del free[best]


def _has_stem(old: Question, new: Question) -> bool:
    return fold(old.stem) == fold(new.stem)


def _has_answer(old: Question, new: Question) -> bool:
    return fold(old.answer) == fold(new.answer) and fuzz.ratio(fold(old.stem), fold(new.stem)) >= _LIKE


def _has_nearly_stem(old: Question, new: Question) -> bool:
    return fuzz.ratio(fold(old.stem), fold(new.stem)) >= _VERY_LIKE
