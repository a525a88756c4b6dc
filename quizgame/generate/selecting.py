"""Which candidates are asked: the best, none that gives another away, and no answer too often."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from quizgame.core.pack import Question
from quizgame.core.text import fold
from quizgame.core.words import content_words
from quizgame.generate.facts import Fact
from quizgame.generate.rivalry import clash

__all__ = ["Candidate", "select"]

_NEAR = 4_000
"""How many characters of an article apart two questions may be to give one another away."""
_COMMON = 60
"""A word that more stems have than this tells no question from others."""
_OF_A_CLASH, _OF_TELLING = 0.5, 0.3
"""What each question that another shuts out takes from its merit, and what it takes more where it tells the answer."""
_SHARE_OF_ONE_ANSWER = 0.22
_LEAST_OF_ONE_ANSWER = 4


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A question that passed all that can be judged of it alone."""

    fact: Fact
    question: Question
    merit: float
    """How sure and how important it is: the better come first."""
    sureness: float
    """How likely it is to be a good one, from 0 to 1."""
    place: tuple[int, int]
    """The number of its article, and where its evidence starts there."""


def select(
    candidates: Sequence[Candidate], *, limit: int | None, beside: Sequence[Candidate] = ()
) -> tuple[list[Candidate], list[tuple[Candidate, str]]]:
    """The candidates to ask, in the articles' order, and the others with the reason of each.

    Args:
        candidates: What could be asked.
        limit: The most to keep, the best first; None keeps all.
        beside: What is kept already, and shuts others out.
    """
    everyone = [*beside, *candidates]
    clashes = _clashes(everyone)
    cap = max(_LEAST_OF_ONE_ANSWER, round(len(everyone) * _SHARE_OF_ONE_ANSWER))
    answers = Counter(fold(item.question.answer) for item in beside)
    kept, ids = set(range(len(beside))), {item.question.id for item in beside}
    dropped: list[tuple[Candidate, str]] = []
    for number in _ordered(everyone, clashes):
        item = everyone[number]
        if number < len(beside):
            continue
        reason = next((why for other, why in clashes[number].items() if other in kept), "")
        is_full = limit is not None and len(kept) - len(beside) >= limit
        reason = reason or _refused(item, answers, cap=cap, is_full=is_full)
        if reason or item.question.id in ids:
            dropped.append((item, reason or "told before"))
            continue
        answers[fold(item.question.answer)] += 1
        kept.add(number)
        ids.add(item.question.id)
    return sorted((everyone[number] for number in kept if number >= len(beside)), key=_place), dropped


def _place(item: Candidate) -> tuple[tuple[int, int], str]:
    return item.place, item.question.id


def _refused(item: Candidate, answers: Counter[str], *, cap: int, is_full: bool) -> str:
    if answers[fold(item.question.answer)] >= cap and item.fact.form not in {"number", "year", "age"}:
        return "the same answer stands in enough questions"
    return "over the limit" if is_full else ""


def _ordered(candidates: Sequence[Candidate], clashes: Sequence[dict[int, str]]) -> list[int]:
    """The numbers of the candidates, the best first; of rivals, those that shut out few others and tell no answers."""
    stems = [f" {fold(item.question.stem)} " for item in candidates]
    answers = [f" {fold(item.question.answer)} " for item in candidates]
    merits = []
    for number, item in enumerate(candidates):
        told = sum(answers[other] in stems[number] for other in clashes[number])
        merits.append(item.merit / (1 + _OF_A_CLASH * len(clashes[number]) + _OF_TELLING * told))
    return sorted(range(len(candidates)), key=lambda number: (-merits[number], _place(candidates[number])))


def _clashes(candidates: Sequence[Candidate]) -> list[dict[int, str]]:
    """For every candidate, those that it does not go together with, and why."""
    found: list[dict[int, str]] = [{} for _ in candidates]
    for one, other in sorted(_pairs(candidates)):
        first, second = candidates[one], candidates[other]
        why = clash((first.fact, first.question), (second.fact, second.question))
        if why:
            found[one][other] = found[other][one] = why
    return found


def _pairs(candidates: Sequence[Candidate]) -> set[tuple[int, int]]:
    """Candidates that may clash: near to one another in an article, of one answer or stem, or one told by the other."""
    return {(min(pair), max(pair)) for pair in (*_near(candidates), *_sharing(candidates)) if pair[0] != pair[1]}


def _near(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    order = sorted(range(len(candidates)), key=lambda number: candidates[number].place)
    for at, number in enumerate(order):
        article, start = candidates[number].place
        for other in order[at + 1 :]:
            place = candidates[other].place
            if place[0] != article or place[1] - start >= _NEAR:
                break
            yield number, other


def _sharing(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    stems: dict[str, list[int]] = {}
    answers: dict[str, list[int]] = {}
    asked: dict[str, list[int]] = {}
    for number, item in enumerate(candidates):
        answers.setdefault(fold(item.question.answer), []).append(number)
        asked.setdefault(fold(item.question.stem), []).append(number)
        for word in content_words(item.question.stem):
            stems.setdefault(word, []).append(number)
    for number, item in enumerate(candidates):
        rows = [stems.get(word, []) for word in content_words(item.question.answer)]
        others = min(rows, key=len, default=[])
        same = answers[fold(item.question.answer)]
        yield from ((number, other) for other in asked[fold(item.question.stem)])
        yield from ((number, other) for row in (others, same) if len(row) <= _COMMON for other in row)
