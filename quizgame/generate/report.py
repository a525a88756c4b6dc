"""What the generator found, asked and dropped, and why: the funnel by kind, as a value and as text."""

from collections import Counter

import msgspec

from quizgame.core.pack import Pack
from quizgame.core.wording import counted

__all__ = ["Dropped", "Generated", "KindCount", "Report", "report_text"]


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


def report_text(report: Report) -> str:
    """The report as lines of text, without a line end at the end."""
    sizes = ((report.articles, "article"), (report.words, "word"), (report.sentences, "sentence"))
    lines = [
        ", ".join(counted(count, noun) for count, noun in sizes),
        f"{counted(report.found, 'fact')} found, {counted(report.asked, 'question')} asked",
    ]
    if report.kinds:
        lines += ["", f"{'kind':<10}{'found':>7}{'asked':>7}{'dropped':>9}"]
        lines += [f"{row.kind:<10}{row.found:>7}{row.asked:>7}{row.dropped:>9}" for row in report.kinds]
    if report.drops:
        lines += ["", "why facts were dropped"]
        lines += [f"{count:>5}  {reason}" for reason, count in report.reasons]
    if not report.asked:
        lines += ["", _nothing(report)]
    return "\n".join(lines)


def _nothing(report: Report) -> str:
    if not report.sentences:
        return "Nothing could be asked: the text has no full sentences."
    if not report.found:
        return "Nothing could be asked: no sentence states a fact of a kind that can be asked."
    return "Nothing could be asked: every fact that was found was dropped for one of the reasons above."
