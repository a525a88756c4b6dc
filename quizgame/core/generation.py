"""What the generator made of articles: the pack, and the funnel by kind of what was found, asked and dropped."""

from collections import Counter

import msgspec

from quizgame.core.pack import Pack

__all__ = ["Dropped", "Generated", "KindCount", "Report"]


class KindCount(msgspec.Struct, frozen=True, kw_only=True):
    """The funnel of one kind of question."""

    kind: str
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


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the articles."""

    articles: int
    words: int
    sentences: int
    kinds: tuple[KindCount, ...] = ()
    drops: tuple[Dropped, ...] = ()

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


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """A pack and how it came about."""

    pack: Pack | None
    """None where nothing could be asked; the report says why."""
    report: Report
