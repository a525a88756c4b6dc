"""What else may be right: names that other sentences, or other facts, tell of the same thing."""

from collections.abc import Callable, Iterable

import msgspec

from quizgame.core.text import fold
from quizgame.core.words import content_words
from quizgame.generate.classes import form_of
from quizgame.generate.facts import Fact
from quizgame.generate.story import Story

__all__ = ["Claims", "also_true_in"]

_FEW, _MOST = 3, 0.6
"""A statement of at most so few words is told again only by all of them, a longer one by this share."""


def also_true_in(story: Story) -> Callable[[Fact], tuple[str, ...]]:
    """A function that tells which names stand where an article says again what a fact says."""
    words = [content_words(line.plain) for line in story.lines]
    named = [tuple(map(form_of, line.marked.marks)) for line in story.lines]
    places: dict[str, list[int]] = {}
    for number, told in enumerate(words):
        for word in told:
            places.setdefault(word, []).append(number)

    def also_true(fact: Fact) -> tuple[str, ...]:
        asked = _asked(fact)
        near = {number for word in asked for number in places.get(word, ())}
        told = (
            number
            for number in sorted(near)
            if story.lines[number].sentence.span not in fact.evidence and _tells(asked, words[number])
        )
        names = (name for number in told for form, name in named[number] if form == fact.form and name != fact.value)
        return tuple(dict.fromkeys(names))

    return also_true


def _asked(fact: Fact) -> set[str]:
    """The words of meaning in a fact's statement, without its value."""
    told = content_words(f"{fact.subject} {fact.slots.get('place', '')} {fact.scope}")
    return told - set(fold(fact.value).split())


def _tells(asked: set[str], told: set[str]) -> bool:
    shared = len(asked & told)
    return bool(asked) and shared >= (len(asked) if len(asked) <= _FEW else _MOST * len(asked))


class _Claim(msgspec.Struct, frozen=True):
    words: frozenset[str]
    value: str


class Claims:
    """The facts of all articles of a pack, by what they ask for."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Take in every fact, of all articles."""
        self._by_word: dict[tuple[str, str], list[_Claim]] = {}
        for fact in facts:
            claim = _Claim(frozenset(_asked(fact)), fact.value)
            for word in claim.words:
                self._by_word.setdefault((fact.form, word), []).append(claim)

    def also_true(self, fact: Fact) -> tuple[str, ...]:
        """The values of other facts that state the same of the same."""
        asked = _asked(fact)
        rows = (self._by_word.get((fact.form, word), ()) for word in asked)
        rarest = min(rows, key=len, default=())
        return tuple(dict.fromkeys(claim.value for claim in rarest if _is_same(asked, claim.words)))


def _is_same(one: set[str], other: frozenset[str]) -> bool:
    """Whether two statements ask for the same: one has no word of meaning that the other lacks, or hardly any."""
    shared = len(one & other)
    return shared >= 0.8 * min(len(one), len(other)) and shared >= _MOST * max(len(one), len(other))
