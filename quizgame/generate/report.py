"""The report of what was found, asked and dropped, as text."""

from collections import Counter
from collections.abc import Iterator

from quizgame.core.drafting import why_nothing
from quizgame.core.generation import Report
from quizgame.core.text import clip, one_line
from quizgame.core.wording import counted

__all__ = ["report_text"]

_SHOWN, _LONGEST = 3, 90
"""How many facts are shown for each reason, and how many characters of each."""


def report_text(report: Report) -> str:
    """The report as lines of text, without a line end at the end."""
    sizes = ((report.articles, "article"), (report.words, "word"), (report.sentences, "sentence"))
    lines = [
        ", ".join(counted(count, noun) for count, noun in sizes),
        f"{counted(report.found, 'fact')} found, {counted(report.asked, 'question')} asked",
        *_kinds(report),
        *_reasons(report),
    ]
    if not report.asked:
        lines += ["", f"Nothing could be asked: {why_nothing(report).what}"]
    elif silent := list(report.silent()):
        lines += [
            "",
            "articles that nothing is asked of",
            *(f"  {name}: {why_nothing(part).what}" for name, part in silent),
        ]
    return "\n".join(lines)


def _kinds(report: Report) -> Iterator[str]:
    """The funnel: sentences that state facts, facts, questions, and what was dropped."""
    if report.kinds:
        yield ""
        yield f"{'kind':<10}{'sentences':>10}{'facts':>8}{'asked':>8}{'dropped':>9}"
    for row in report.kinds:
        yield f"{row.kind:<10}{row.sentences:>10,}{row.found:>8,}{row.asked:>8,}{row.dropped:>9,}"


def _reasons(report: Report) -> Iterator[str]:
    """What was dropped and why, the most frequent reason first; of many facts the first."""
    if report.drops:
        yield ""
        yield "why facts were dropped"
    for reason, count in report.reasons:
        drops = [drop for drop in report.drops if drop.reason == reason]
        kinds = Counter(drop.kind for drop in drops)
        named = ", ".join(f"{kind} {number:,}" for kind, number in sorted(kinds.items()))
        yield f"{count:>6,}  {reason} ({named})"
        yield from (f"{'':8}{clip(one_line(drop.what), _LONGEST)}" for drop in drops[:_SHOWN])
        if count > _SHOWN:
            yield f"{'':8}and {count - _SHOWN:,} more"
