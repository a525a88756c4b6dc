"""How much a mention matters: what people asked for in other articles, and where in its own it is told.

The weights in importance.toml were learned from the questions that people asked of encyclopedia articles, by
tests/benchmarks/weights.py; that the opening of a piece of news tells the most is the craft's own rule.
"""

import math
import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec

from quizgame.core.article import Span
from quizgame.core.text import fold
from quizgame.generate.classes import value_of
from quizgame.generate.facts import Fact
from quizgame.generate.marks import Mark
from quizgame.generate.story import Line, Story

__all__ = ["Features", "Standing", "features_of", "is_idle", "outline_of", "standing_in"]

Features = dict[str, float]
"""What tells of a mention whether it matters, each from 0 to about 1."""

_GROUPS = {
    **dict.fromkeys("NMGKZHAUW", "figure"),
    **dict.fromkeys("DY", "date"),
    **dict.fromkeys("CJ", "country"),
    "L": "place",
    "P": "person",
    **dict.fromkeys("OERV", "body"),
}
_WORD = re.compile(r"[\w']+|[^\w\s]")
_SUPERLATIVE = re.compile(r"\b(?:first|last|only|most|largest|oldest|biggest|highest|best|main|major)\b")
_OPENING, _SHARED = 3, 2
"""How many sentences open an article; by how many words of the title a sentence speaks of the same."""
_MATTERS = 0.25
"""The least importance of what is asked."""
_OF_OPENING, _OF_TITLE = 0.6, 0.4
_OF_KIND = {"quote": 0.5, "score": 0.8}
"""What matters in news and hardly stands in an encyclopedia."""
_OF_BREVITY, _LONG_ARTICLE = 0.25, 150
"""How much more a fact matters where its article is shorter by half than one of so many sentences."""
_OF_RELATION = {"origin": -0.8}
"""What an article tells in passing, and people never asked of the encyclopedia."""


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Where a fact stands in its article."""

    importance: float = 0.5
    """How likely people are to ask for it, from 0 to 1."""
    prominence: float = 0.0
    """How hard it is to miss, from 0 for what is told once in passing to 1 for what the opening tells, and often."""


def is_idle(standing: Standing) -> bool:
    """Whether a fact matters too little, so that nobody would ask for it."""
    return standing.importance < _MATTERS


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """What the features of all mentions of an article need."""

    story: Story
    title: frozenset[str]
    """The longer words of the title, folded."""
    firsts: dict[str, int]
    """A name to the number of the line that tells it first."""
    places: dict[Span, int]
    """A sentence to the number of its line."""


def outline_of(story: Story) -> Outline:
    """Prepare an article for `features_of`."""
    firsts: dict[str, int] = {}
    for number, line in enumerate(story.lines):
        for mark in line.marked.marks:
            firsts.setdefault(mark.name, number)
    return Outline(
        story=story,
        title=frozenset(word for word in fold(story.article.title).split() if len(word) > 3),
        firsts=firsts,
        places={line.sentence.span: number for number, line in enumerate(story.lines)},
    )


def features_of(outline: Outline, number: int, place: int) -> Features:
    """What is known of one mention: the mark at a place of a line."""
    line = outline.story.lines[number]
    mark = line.marked.marks[place]
    return {
        "always": 1.0,
        f"is a {_GROUPS.get(mark.letter, 'thing')}": 1.0,
        **_of_line(outline, number, line),
        **_of_name(outline, number, mark),
        **_around(line, place, mark),
    }


def _of_line(outline: Outline, number: int, line: Line) -> Features:
    lines = outline.story.lines
    paragraph = line.sentence.paragraph
    before = [at for at in (number - 1, number - 2) if at >= 0 and lines[at].sentence.paragraph == paragraph]
    return {
        "opens its paragraph": float(not before),
        "second of its paragraph": float(len(before) == 1),
        "words": min(len(line.plain.split()), 60) / 60,
        "mentions": min(len(line.marked.marks), 12) / 12,
        "superlative": float(bool(_SUPERLATIVE.search(line.plain))),
    }


def _of_name(outline: Outline, number: int, mark: Mark) -> Features:
    if _GROUPS.get(mark.letter, "thing") in {"figure", "date"}:
        return {}
    count = outline.story.names.counts.get(mark.name, 1)
    return {
        "named first here": float(outline.firsts[mark.name] == number),
        "named often": min(math.log(max(count, 1)), 4) / 4,
        "in the title": float(bool(outline.title & set(fold(mark.name).split()))),
    }


def _around(line: Line, place: int, mark: Mark) -> Features:
    text, code = line.marked.text, f"<{mark.letter}{place}>"
    before, _, after = text.partition(code)
    last, following = _ends(before)[-1], _ends(after)[0]
    same = sum(_GROUPS.get(other.letter) == _GROUPS.get(mark.letter) for other in line.marked.marks)
    return {
        "of its kind": min(same, 6) / 6,
        "by": float(last == "by"),
        "on": float(last == "on"),
        "bounded": float(last in {"over", "nearly", "about", "than", "least"}),
        "aimed at": float(last in {"to", "for", "at", "in"}),
        "listed": float(last in {",", "and"} or following in {",", "and"}),
        "possessive": float(following == "'"),
        "in brackets": float(before.count("(") > before.count(")")),
        "late": len(before) / max(1, len(text)),
    }


def _ends(text: str) -> list[str]:
    return _WORD.findall(text.lower()) or [""]


def standing_in(story: Story) -> Callable[[Fact], Standing]:
    """A function that tells where a fact of an article stands."""
    outline = outline_of(story)

    def standing(fact: Fact) -> Standing:
        number = outline.places.get(fact.evidence[-1])
        return Standing() if number is None else _standing(outline, number, fact)

    return standing


def _standing(outline: Outline, number: int, fact: Fact) -> Standing:
    line = outline.story.lines[number]
    place = _place_of(line, fact.value)
    features = (
        {"always": 1.0, **_of_line(outline, number, line)} if place is None else features_of(outline, number, place)
    )
    is_opening = number < _OPENING
    shared = len(outline.title & set(fold(line.plain).split()))
    score = sum(_weights().get(name, 0.0) * value for name, value in features.items())
    score += _OF_OPENING * is_opening + _OF_TITLE * (shared >= _SHARED)
    score += _OF_KIND.get(fact.kind, 0.0) + _OF_RELATION.get(fact.relation, 0.0)
    score += _OF_BREVITY * max(0.0, math.log2(_LONG_ARTICLE / len(outline.story.lines)))
    told = min(outline.story.names.counts.get(fact.value, 1), 5) / 5
    return Standing(
        importance=1 / (1 + math.exp(-score)),
        prominence=(0.4 * is_opening + 0.2 * min(shared, _SHARED) / _SHARED + 0.4 * told),
    )


def _place_of(line: Line, value: str) -> int | None:
    """The mark of a line that a fact's value is."""
    marks = list(enumerate(line.marked.marks))
    exact = (place for place, mark in marks if value_of(mark) == value or mark.name == value)
    within = (place for place, mark in marks if len(mark.text) > 2 and (mark.text in value or value in mark.text))
    return next(exact, next(within, None))


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).with_name("importance.toml")
    return {name: float(weight) for name, weight in tomllib.loads(path.read_text("utf-8"))["weights"].items()}
