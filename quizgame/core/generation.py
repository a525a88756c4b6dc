"""What the generator made of articles: the pack, and the funnel by kind of what was found, asked and dropped."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

import msgspec

from quizgame.core.pack import Pack

__all__ = ["ArticleCount", "Dropped", "Generated", "KindCount", "Mapped", "Report"]

T = TypeVar("T")
R = TypeVar("R")


class Mapped(Protocol):
    """What ``map`` does with one sequence of things, in whatever way."""

    def __call__(self, function: Callable[[T], R], items: Iterable[T], /) -> Iterable[R]:
        """The results, in the order of the things."""
        ...


class KindCount(msgspec.Struct, frozen=True, kw_only=True):
    """The funnel of one kind of question."""

    kind: str
    sentences: int = 0
    """Sentences that state such facts."""
    found: int
    """Facts that were found."""
    asked: int
    """Questions that stand in the pack."""
    dropped: int


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """One fact, or what looked like one, that was not asked."""

    kind: str
    reason: str
    source: str
    """The article's id."""
    what: str
    """The answer that was left out, or the words of the article that looked like a fact."""


class ArticleCount(msgspec.Struct, frozen=True, kw_only=True):
    """The funnel of one article."""

    source: str
    """Its id."""
    words: int
    sentences: int
    found: int
    asked: int


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the articles."""

    articles: int
    words: int
    sentences: int
    kinds: tuple[KindCount, ...] = ()
    drops: tuple[Dropped, ...] = ()
    by_article: tuple[ArticleCount, ...] = ()

    @property
    def found(self) -> int:
        """How many facts were found."""
        return sum(row.found for row in self.kinds)

    @property
    def asked(self) -> int:
        """How many questions were made."""
        return sum(row.asked for row in self.kinds)

    @property
    def reasons(self) -> tuple[tuple[str, int], ...]:
        """How often each reason led to a drop, the most frequent first."""
        counts = Counter(drop.reason for drop in self.drops)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def silent(self) -> Iterator[tuple[str, "Report"]]:
        """The id of each article that nothing is asked of, with its part of the report."""
        drops: dict[str, list[Dropped]] = {}
        for drop in self.drops:
            drops.setdefault(drop.source, []).append(drop)
        for row in self.by_article:
            if not row.asked:
                yield row.source, _silent(row, tuple(drops.get(row.source, ())))


def _silent(row: ArticleCount, drops: tuple[Dropped, ...]) -> Report:
    counts = Counter(drop.kind for drop in drops)
    kinds = (KindCount(kind=kind, found=count, asked=0, dropped=count) for kind, count in sorted(counts.items()))
    return Report(articles=1, words=row.words, sentences=row.sentences, kinds=tuple(kinds), drops=drops)


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """A pack and how it came about."""

    pack: Pack | None
    """None where nothing could be asked; the report says why."""
    report: Report
    spare: Pack | None = None
    """Questions that are less sure, for a person to choose from; they go with those of the pack."""
