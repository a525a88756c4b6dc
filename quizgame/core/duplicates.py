"""Questions that ask the same: found in one pack or over many, and merged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

from quizgame.core.pack import Pack, Question, Source
from quizgame.core.refs import ref_of
from quizgame.core.text import fold
from quizgame.core.words import content_words

__all__ = ["Place", "alike", "contradict", "dropped", "duplicates", "merged"]

_ALIKE, _ONE_SLIP = 92, 85
"""From 0 to 100: how like two stems must be, and two words of them that may be one with a slip."""
_GROUP = 60


class Place(NamedTuple):
    """A question and the pack that it stands in."""

    pack: Pack
    question: Question

    @property
    def ref(self) -> str:
        """What identifies the question over all packs."""
        return ref_of(self.pack.id, self.question.id)


def alike(questions: Sequence[Question]) -> Iterator[tuple[int, int]]:
    """The pairs of questions that ask the same, by their places, the lower first.

    They have one answer, and their stems are nearly one; or they have one stem, and contradict each other. Among more
    than a screenful of questions with one answer, only neighbours in the alphabet are compared, so that it takes no
    longer for each of 50,000 than of 50.
    """
    stems = [fold(question.stem) for question in questions]
    groups: dict[str, list[int]] = {}
    for number, question in enumerate(questions):
        groups.setdefault(fold(question.answer), []).append(number)
    yield from _contradicting(questions, stems)
    for group in groups.values():
        ordered = sorted(group, key=lambda number: stems[number])
        for place, number in enumerate(ordered):
            for other in ordered[place + 1 : place + 1 + _GROUP]:
                if _asks_the_same(stems[number], stems[other]):
                    yield min(number, other), max(number, other)


def _contradicting(questions: Sequence[Question], stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs of one stem, of which one takes for wrong what the other takes for right."""
    first: dict[str, list[int]] = {}
    for number, stem in enumerate(stems):
        others = first.setdefault(stem, [])
        for other in others:
            if contradict(questions[number], questions[other]):
                yield other, number
        if len(others) < _GROUP:
            others.append(number)


def contradict(one: Question, other: Question) -> bool:
    """Whether what is right in one of two questions of the same stem is wrong in the other."""
    pairs = ((one, other), (other, one))
    return any(fold(a.answer) in map(fold, b.distractors) for a, b in pairs)


def _asks_the_same(one: str, other: str) -> bool:
    """Whether two folded stems are nearly one: "gold" for "silver" is another question, a slip of a letter is not."""
    if not fuzz.ratio(one, other, score_cutoff=_ALIKE):
        return False
    first, second = content_words(one) - content_words(other), content_words(other) - content_words(one)
    pairs = ((a, b) for a in first for b in second)
    return not (first and second) or any(fuzz.ratio(a, b) >= _ONE_SLIP for a, b in pairs)


def duplicates(packs: Iterable[Pack]) -> list[tuple[Place, Place]]:
    """The pairs of questions that ask the same, within packs and across them, in the order of the packs."""
    places = [Place(pack, question) for pack in packs for question in pack.questions]
    pairs = sorted(alike([place.question for place in places]))
    return [(places[first], places[second]) for first, second in pairs]


def merged(kept: Place, gone: Place) -> Pack:
    """The pack of a question that takes over what another one has and it has not: proof, note, kind and tags.

    Its wording, its options and its id stay.
    """
    one, other = kept.question, gone.question
    new = msgspec.structs.replace(
        one,
        kind=one.kind or other.kind,
        explanation=one.explanation or other.explanation,
        tags=tuple(dict.fromkeys((*one.tags, *other.tags))),
    )
    source = gone.pack.source_of(other)
    sources = {told.id: told for told in kept.pack.sources}
    if other.evidence and not one.evidence:
        is_told = source is not None and sources.setdefault(source.id, source) == source
        new = msgspec.structs.replace(new, evidence=other.evidence, source=other.source if is_told else one.source)
    return _with(kept.pack, {one.id: new}, tuple(sources.values()))


def _with(pack: Pack, changed: Mapping[str, Question], sources: tuple[Source, ...]) -> Pack:
    questions = tuple(changed.get(question.id, question) for question in pack.questions)
    return msgspec.structs.replace(pack, questions=questions, sources=sources)


def dropped(pack: Pack, id: str) -> Pack | None:
    """A pack without one of its questions; None where no other is left."""
    rest = tuple(question for question in pack.questions if question.id != id)
    return msgspec.structs.replace(pack, questions=rest) if rest else None
