"""What an answer came to, and the sentence that proves it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from quizgame.core.session import Answered
from quizgame.core.showing import Showing
from quizgame.core.wording import gain, quoted
from quizgame.tui.content import EMPTY, Content, joined, line, plain, rows, short
from quizgame.tui.widgets.text import Prose, Text

__all__ = ["Verdict", "proof", "verdict_line", "verdict_rows"]


def verdict_line(answered: Answered) -> Content:
    """What is said of an answer: ``✓ Right  +1,100`` or ``✗ Wrong. The answer is six.``."""
    attempt = answered.attempt
    if not attempt.right:
        return _wrong(attempt.answer)
    row = plain(f"   {attempt.streak} in a row", "$quiet") if attempt.streak > 1 else EMPTY
    return line(plain("✓ Right", "bold $success"), "   ", plain(gain(attempt.points), "bold $points"), row)


def _wrong(answer: str) -> Content:
    stop = "" if answer.endswith((".", "!", "?", "…")) else "."
    return line(plain("✗ Wrong.", "bold $error"), " The answer is ", short(answer, 200, "bold"), stop)


def proof(showing: Showing) -> tuple[Content, ...]:
    """The evidence in quotes, what explains it, and its credit: those that there are."""
    question = showing.question
    parts = (
        plain(quoted(question.evidence)) if question.evidence else EMPTY,
        plain(question.explanation),
        plain(showing.credit, "$quiet"),
    )
    return tuple(part for part in parts if part)


def verdict_rows(showing: Showing, width: int, *, with_proof: bool) -> int:
    """How many rows a verdict takes at the most, whatever the answer."""
    said = rows(_wrong(showing.question.answer), width)
    return said + (1 + sum(rows(part, width) for part in proof(showing)) if with_proof else 0)


class Verdict(VerticalScroll, can_focus=False):
    """The verdict under the cards; it scrolls where the proof is long."""

    def __init__(self) -> None:
        super().__init__(id="verdict")
        self._said = Text(id="said")
        self._proof = Prose(id="proof")

    def compose(self) -> ComposeResult:
        """The verdict, then its proof."""
        yield self._said
        yield self._proof

    def clear(self) -> None:
        """Say nothing."""
        self._said.show(EMPTY)
        self._proof.show(EMPTY)

    def say(self, answered: Answered, *, with_proof: bool) -> None:
        """Say what an answer came to."""
        self._said.show(verdict_line(answered))
        self._proof.show(joined(proof(answered.showing)) if with_proof else EMPTY)
        self.scroll_home(animate=False)

    def say_time(self) -> None:
        """Say that the clock has run out."""
        self._said.show(line(plain("⏱ Time!", "bold $warning"), " The open question does not count."))
        self._proof.show(EMPTY)
