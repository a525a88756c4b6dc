"""Which candidates are asked: the best, none that gives another away, and no answer too often."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from quizgame.core.checks import answers_another
from quizgame.core.pack import Question
from quizgame.core.text import fold
from quizgame.generate.facts import Fact

__all__ = ["Candidate", "select"]

_NEAR = 4_000
"""How many characters of an article apart two questions may be to give one another away."""
_SHARE_OF_ONE_ANSWER = 0.22
_LEAST_OF_ONE_ANSWER = 4


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A question that passed all that can be judged of it alone."""

    fact: Fact
    question: Question
    place: tuple[int, int]
    """The number of its article, and where its evidence starts there."""


def select(
    candidates: Sequence[Candidate], *, limit: int | None
) -> tuple[list[Candidate], list[tuple[Candidate, str]]]:
    """The candidates to ask, in the articles' order, and the others with the reason of each.

    Args:
        candidates: What could be asked.
        limit: The most to keep, the best first; None keeps all.
    """
    ordered = sorted(candidates, key=lambda item: (-item.fact.confidence, item.place, item.question.id))
    cap = max(_LEAST_OF_ONE_ANSWER, round(len(candidates) * _SHARE_OF_ONE_ANSWER))
    answers: Counter[str] = Counter()
    kept: list[Candidate] = []
    dropped: list[tuple[Candidate, str]] = []
    ids: set[str] = set()
    beside: dict[int, list[Candidate]] = {}
    for item in ordered:
        reason = _rivalled(item, beside.setdefault(item.place[0], []), answers, cap)
        if not reason and limit is not None and len(kept) >= limit:
            reason = "over the limit"
        if reason or item.question.id in ids:
            dropped.append((item, reason or "told before"))
            continue
        answers[fold(item.question.answer)] += 1
        ids.add(item.question.id)
        kept.append(item)
        beside[item.place[0]].append(item)
    return sorted(kept, key=lambda item: (item.place, item.question.id)), dropped


def _rivalled(item: Candidate, kept: list[Candidate], answers: Counter[str], cap: int) -> str:
    question = item.question
    if answers[fold(question.answer)] >= cap and item.fact.form not in {"number", "year", "age"}:
        return "the same answer stands in enough questions"
    is_gap = item.fact.relation == "gap"  # other questions of the story may show the headline whole
    near = [other for other in kept if is_gap or abs(other.place[1] - item.place[1]) < _NEAR]
    for other in near:
        if _same_claim(item, other):
            return "another question asks for the same"
        if _mirrors(question, other.question) or _leaks(question, other.question):
            return "another question would answer it, or it another"
    return ""


def _leaks(one: Question, other: Question) -> bool:
    return answers_another(one, other) or answers_another(other, one)


def _mirrors(one: Question, other: Question) -> bool:
    """Whether each stem holds the other's answer: two ways round of one statement."""
    if one.kind == "quote" or other.kind == "quote":
        return False
    first, second = fold(one.stem), fold(other.stem)
    return f" {fold(one.answer)} " in f" {second} " and f" {fold(other.answer)} " in f" {first} "


def _same_claim(one: Candidate, other: Candidate) -> bool:
    if one.fact.relation == other.fact.relation in {"among", "joint"} and one.fact.subject == other.fact.subject:
        return True
    if fold(one.question.answer) != fold(other.question.answer) or one.fact.relation != other.fact.relation:
        return False
    if one.fact.form in {"number", "age", "year"}:
        return False
    first, second = set(fold(one.question.stem).split()), set(fold(other.question.stem).split())
    return len(first & second) >= 0.6 * min(len(first), len(second))
