"""The report of what was found, asked and dropped, as text."""

from collections import Counter
from collections.abc import Iterator

from quizgame.core.drafting import why_nothing
from quizgame.core.generation import Report
from quizgame.core.wording import counted

__all__ = ["report_text"]


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
    if report.drops:
        yield ""
        yield "why facts were dropped"
    kinds: dict[str, Counter[str]] = {}
    for drop in report.drops:
        kinds.setdefault(drop.reason, Counter())[drop.kind] += 1
    for reason, count in report.reasons:
        named = ", ".join(f"{kind} {number:,}" for kind, number in sorted(kinds[reason].items()))
        yield f"{count:>6,}  {reason} ({named})"
