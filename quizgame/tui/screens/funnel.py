"""What was found in articles, what was asked of it, and why the rest was not."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from quizgame.core.errors import Problem
from quizgame.core.generation import Report
from quizgame.core.wording import counted
from quizgame.tui.commands import bindings
from quizgame.tui.content import Content, joined, plain, row
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.problems import told_problem
from quizgame.tui.widgets.text import Text

__all__ = ["FunnelScreen"]

_WIDTHS = (10, 7, 7, 10)


class FunnelScreen(DialogScreen[None]):
    """The funnel by kind, and the reasons.

    Args:
        report: What became of the articles.
        problems: What is wrong with articles that were left out.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("help")
    AUTO_FOCUS = "#funnel"

    def __init__(self, report: Report, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._report = report
        self._problems = problems

    def compose(self) -> ComposeResult:
        """A table by kind, the reasons, and what could not be read."""
        report = self._report
        sizes = ((report.articles, "article"), (report.sentences, "sentence"), (report.words, "word"))
        with Vertical(id="dialog", classes="-large"):
            yield Text(plain("What became of the facts"), classes="title")
            yield Text(plain(", ".join(counted(number, noun) for number, noun in sizes)), classes="about")
            with VerticalScroll(id="funnel"):
                yield Text(joined(_kinds(report)))
                if report.reasons:
                    yield Text(plain("Why facts were left out"), classes="head")
                    yield Text(joined(plain(f"{count:>6,}  {reason}") for reason, count in report.reasons))
                if self._problems:
                    yield Text(plain("Articles that were left out"), classes="head")
                    yield Text(joined(map(told_problem, self._problems), "\n\n"))
            yield Text(plain("↑ ↓ scroll   Esc close", "$quiet"), classes="keys")

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


def _kinds(report: Report) -> Iterator[Content]:
    yield _row("kind", "found", "asked", "left out").stylize_before("$quiet")
    for kind in report.kinds:
        yield _row(kind.kind, f"{kind.found:,}", f"{kind.asked:,}", f"{kind.found - kind.asked:,}")
    total = (report.found, report.asked, report.found - report.asked)
    yield _row("all", *(f"{number:,}" for number in total)).stylize_before("bold")


def _row(kind: str, *numbers: str) -> Content:
    cells = zip(map(plain, (kind, *numbers)), _WIDTHS, strict=True)
    return row(cells, align_right=lambda place: place > 0)
