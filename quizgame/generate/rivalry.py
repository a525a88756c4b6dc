"""Which two questions do not go together: they ask for the same, or who has seen one knows the answer of the other."""

import re

import msgspec

from quizgame.core.checks import answers_another
from quizgame.core.pack import Question
from quizgame.core.text import fold
from quizgame.core.words import content_words
from quizgame.generate.bearers import is_surname_first
from quizgame.generate.facts import Fact

__all__ = ["clash"]

_LISTED = frozenset({"among", "joint"})
"""Relations of which one question is asked for all who stand in them."""
_NUMERIC = frozenset({"number", "age", "year"})


def clash(one: tuple[Fact, Question], other: tuple[Fact, Question]) -> str:
    """Why two questions may not stand in one pack; empty where they may.

    Args:
        one: A fact and its question.
        other: Another fact and its question.
    """
    if _is_same_claim(one, other):
        return "another question asks for the same"
    first, second = _bare(*one), _bare(*other)
    pairs = ((first, other[1]), (second, one[1]), (one[1], other[1]), (other[1], one[1]))
    if _mirror(first, second) or any(_tells(*pair) for pair in pairs):
        return "another question would answer it, or it another"
    return ""


def _bare(fact: Fact, question: Question) -> Question:
    """A question without the headline that opens it, which all of a story share."""
    return msgspec.structs.replace(question, stem=question.stem.replace(fact.slots.get("news", ""), "").strip())


def _is_same_claim(one: tuple[Fact, Question], other: tuple[Fact, Question]) -> bool:
    (fact, rival), question, another = (one[0], other[0]), _bare(*one), _bare(*other)
    if fact.relation == rival.relation in _LISTED and fact.subject == rival.subject:
        return True
    if _is_copy(one[1], other[1]):
        return True
    if fold(question.answer) != fold(another.answer) or fact.relation != rival.relation or fact.form in _NUMERIC:
        return False
    first, second = set(fold(question.stem).split()), set(fold(another.stem).split())
    return len(first & second) >= 0.6 * min(len(first), len(second))


def _is_copy(question: Question, other: Question) -> bool:
    """Whether two articles that tell the same story gave the same question."""
    same_answer = fold(question.answer) == fold(other.answer)
    return same_answer and content_words(question.stem) == content_words(other.stem)


def _mirror(one: Question, other: Question) -> bool:
    """Whether each stem holds the other's answer: two ways round of one statement."""
    if "quote" in {one.kind, other.kind}:
        return False
    return _unowned(one.answer) in _unowned(other.stem) and _unowned(other.answer) in _unowned(one.stem)


def _unowned(text: str) -> str:
    """Folded text between spaces, without the signs of owners."""
    return f" {fold(text)} ".replace("'s ", " ")


def _tells(question: Question, other: Question) -> bool:
    """Whether another stem tells the answer of a question."""
    return answers_another(question, other) or _calls(question, other)


def _calls(question: Question, other: Question) -> bool:
    """Whether another stem calls somebody by a title, "Mayor Berg", that a question gives or asks for."""
    if question.kind not in {"person", "role"}:
        return False
    if question.kind == "person":
        titles, surnames = content_words(question.stem), {_surname(question.answer)}
    else:
        titles, surnames = set(fold(question.answer).split()), content_words(question.stem)
    found = re.finditer(r"\b([A-Z]\w+) (?:[A-Z]\w+ )?([A-Z][\w-]+)", other.stem)
    return any(fold(match[1]) in titles and fold(match[2]) in surnames for match in found)


def _surname(name: str) -> str:
    parts = name.split(" ")
    return fold(parts[0] if is_surname_first(name) else parts[-1])
