"""Questions to the player, and things told in full: small screens before another."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Button, Input

from quizgame.core.errors import Problem
from quizgame.tui.commands import bindings
from quizgame.tui.content import Content, joined, plain
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.problems import told_problem
from quizgame.tui.widgets.text import Text

__all__ = ["Answer", "AskScreen", "PathScreen", "ProblemsScreen"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that a dialog offers."""

    name: str
    label: str
    key: str
    """The letter that gives it; its first letter."""


class AskScreen(DialogScreen[str | None]):
    """Ask something; the first answer is in focus. Esc gives None.

    Args:
        question: What is asked.
        about: What the player should know.
        answers: What may be answered.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("dialog")
    AUTO_FOCUS = "Button"

    def __init__(self, question: Content, about: Content, answers: Sequence[Answer]) -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._answers = answers

    def compose(self) -> ComposeResult:
        """The question, what is known, and a button for every answer."""
        with Vertical(id="dialog"):
            yield Text(self._question, classes="title")
            yield Text(self._about, classes="about")
            with Horizontal(id="answers"):
                for answer in self._answers:
                    yield Button(_label(answer), id=answer.name, compact=True)

    def on_key(self, event: Key) -> None:
        """Take an answer by its letter; go from one to the next by the arrows."""
        given = next((answer for answer in self._answers if answer.key == event.key), None)
        if given:
            event.stop()
            self.dismiss(given.name)
        elif event.key in ("left", "right", "up", "down"):
            event.stop()
            (self.focus_next if event.key in ("right", "down") else self.focus_previous)()

    @on(Button.Pressed)
    def _press(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(event.button.id)

    def action_back(self) -> None:
        """Answer nothing."""
        self.dismiss(None)


class PathScreen(DialogScreen[str | None]):
    """Ask for the path of a file."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("dialog")
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """The question and a line to write in."""
        with Vertical(id="dialog"):
            yield Text(plain("Add a pack of your own"), classes="title")
            yield Text(plain("The path of its .toml file; it is copied among your packs."), classes="about")
            yield Input(placeholder="path/to/pack.toml", max_length=1000)
            yield Text(plain("Enter adds it   Esc closes", "$quiet"), classes="keys")

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        self.dismiss(event.value.strip() or None)

    def action_back(self) -> None:
        """Add nothing."""
        self.dismiss(None)


class ProblemsScreen(DialogScreen[None]):
    """Everything that is wrong, in full."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("help")
    AUTO_FOCUS = "#problems"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """One paragraph a problem."""
        with Vertical(id="dialog", classes="-large"):
            yield Text(plain("What could not be used"), classes="title")
            yield Text(plain("Everything else plays."), classes="about")
            with VerticalScroll(id="problems"):
                yield Text(joined(map(told_problem, self._problems), "\n\n"))
            yield Text(plain("↑ ↓ scroll   Esc close", "$quiet"), classes="keys")

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


def _label(answer: Answer) -> Content:
    place = answer.label.lower().find(answer.key)
    return plain(f" {answer.label} ").stylize("underline", place + 1, place + 2)
