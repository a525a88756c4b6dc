"""The report of what was found, asked and dropped, as text."""

from quizgame.core.generation import Report
from quizgame.core.wording import counted

__all__ = ["report_text"]


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
