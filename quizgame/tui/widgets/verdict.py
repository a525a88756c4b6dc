"""What an answer came to, and the sentence that proves it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from quizgame.core.session import Answered, How
from quizgame.core.showing import Showing
from quizgame.core.wording import gain, quoted
from quizgame.tui.content import EMPTY, Content, joined, line, plain, rows, short
from quizgame.tui.widgets.text import Prose, Text

__all__ = ["Verdict", "proof", "verdict_line", "verdict_rows"]


def verdict_line(answered: Answered) -> Content:
    """What is said of an answer: ``✓ Right  +1,100`` or ``✗ Wrong. The answer is six.``."""
    attempt = answered.attempt
    if not attempt.right:
        return _not_right(attempt.answer, attempt.how)
    halved = plain("   halved", "$quiet") if attempt.aids else EMPTY
    row = plain(f"   {attempt.streak} in a row", "$quiet") if attempt.streak > 1 else EMPTY
    return line(plain("✓ Right", "bold $success"), "   ", plain(gain(attempt.points), "bold $points"), halved, row)


def _not_right(answer: str, how: How = "answered") -> Content:
    words = {
        "answered": plain("✗ Wrong.", "bold $error"),
        "skipped": plain("→ Skipped.", "bold $primary"),
        "lapsed": plain("⏱ Time!", "bold $warning"),
    }
    return line(words[how], *_answer_is(answer))


def _answer_is(answer: str) -> tuple[str, Content, str]:
    stop = "" if answer.endswith((".", "!", "?", "…")) else "."
    return " The answer is ", short(answer, 200, "bold"), stop


def _scores_won(answers: Sequence[Answered], players: Sequence[str]) -> Content:
    """What each player won or not, in the order they sit."""
    told = []
    for one in sorted(answers, key=lambda one: one.attempt.player):
        name = short(players[one.attempt.player], 20)
        won = plain(gain(one.attempt.points), "bold $points") if one.attempt.right else plain("0", "$quiet")
        told.append(
            line(plain("✓ ", "bold $success") if one.attempt.right else plain("✗ ", "bold $error"), name, " ", won)
        )
    return joined(told, "   ")


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
    said = rows(_not_right(showing.question.answer), width)
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

    def say_all(self, answers: Sequence[Answered], players: Sequence[str]) -> None:
        """Say what the answer of each player came to."""
        self._said.show(_scores_won(answers, players))
        self._proof.show(joined(proof(answers[-1].showing)))
        self.scroll_home(animate=False)

    def give_tip(self, tip: str) -> None:
        """Say what a player should know of the rules."""
        self._said.show(plain(tip, "italic $quiet"))

    def give_hint(self, hint: str) -> None:
        """Show the proof with the answer blanked."""
        self._said.show(line(plain("? Hint. ", "bold $primary"), plain(quoted(hint))))
        self._proof.show(EMPTY)

    def say_time(self) -> None:
        """Say that the clock has run out."""
        self._said.show(line(plain("⏱ Time!", "bold $warning"), " The open question does not count."))
        self._proof.show(EMPTY)
