"""Questions to the player, and things told in full: small screens before another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Key
from textual.widgets import Button, Input, OptionList
from textual.widgets.option_list import Option

from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.text import one_line
from quizgame.tui.commands import bindings
from quizgame.tui.content import EMPTY, Content, joined, plain
from quizgame.tui.screens.base import DialogScreen
from quizgame.tui.widgets.fields import LineField
from quizgame.tui.widgets.problems import told_problem
from quizgame.tui.widgets.text import Text

__all__ = ["Answer", "AskScreen", "LineScreen", "PickScreen", "ProblemsScreen"]

R = TypeVar("R")

_LEFT_OUT, _REST_PLAYS = plain("What could not be used"), plain("Everything else plays.")


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


class PickScreen(DialogScreen[str | None]):
    """Let the player pick one of a few things. Esc gives None.

    Args:
        question: What is asked.
        about: What the player should know.
        choices: The names of the things, and how they are told.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("dialog")
    AUTO_FOCUS = "OptionList"

    def __init__(self, question: Content, about: Content, choices: Sequence[tuple[str, Content]]) -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question, what is known, and a row for each thing."""
        with Vertical(id="dialog"):
            yield Text(self._question, classes="title")
            yield Text(self._about, classes="about")
            yield OptionList(*(_option(name, told) for name, told in self._choices))
            yield Text(plain("↑ ↓ move   Enter choose   Esc close", "$quiet"), classes="keys")

    @on(OptionList.OptionSelected)
    def _pick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def action_back(self) -> None:
        """Pick nothing."""
        self.dismiss(None)


class LineScreen(DialogScreen[R | None]):
    """Ask for a line of text until something can be made of it, and give that. Esc gives None.

    Args:
        question: What is asked.
        about: What the player should know.
        does: What Enter does, in a word or two.
        value: What stands in the line at first.
        hint: What is shown while it is empty.
        take: Makes something of the line; where it fails with a `QuizGameError`, the line can be mended.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("dialog")
    AUTO_FOCUS = "LineField"

    def __init__(
        self,
        question: Content,
        about: Content,
        *,
        does: str,
        value: str = "",
        hint: str = "",
        take: Callable[[str], R],
    ) -> None:
        super().__init__()
        self._take = take
        self._question = question
        self._about = about
        self._does = does
        self._value = value
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The question and a line to write in."""
        with Vertical(id="dialog"):
            yield Text(self._question, classes="title")
            yield Text(self._about, classes="about")
            yield LineField(self._value, hint=self._hint, compact=False)
            yield Text(id="trouble")
            yield Text(plain(f"Enter {self._does}   Esc closes", "$quiet"), classes="keys")

    @on(LineField.Lines)
    def _join(self, event: LineField.Lines) -> None:
        event.stop()
        event.field.value = one_line(event.text)

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        value = event.value.strip()
        if not value:
            self._tell("Nothing is written yet.")
            return
        try:
            taken = self._take(value)
        except QuizGameError as error:
            self._tell(one_line(str(error)))
        else:
            self.dismiss(taken)

    def _tell(self, trouble: str) -> None:
        self.query_one("#trouble", Text).show(plain(trouble, "$warning"))

    def action_back(self) -> None:
        """Write nothing."""
        self.dismiss(None)


class ProblemsScreen(DialogScreen[None]):
    """Everything that is wrong, in full.

    Args:
        problems: What is wrong.
        title: What is told above it.
        about: What the player should know.
        told: What else there is to be told.
    """

    CSS_PATH = "dialog.tcss"
    BINDINGS = bindings("help")
    AUTO_FOCUS = "#problems"

    def __init__(
        self,
        problems: Sequence[Problem],
        *,
        title: Content = _LEFT_OUT,
        about: Content = _REST_PLAYS,
        told: Content = EMPTY,
    ) -> None:
        super().__init__()
        self._problems = problems
        self._title = title
        self._about = about
        self._told = told

    def compose(self) -> ComposeResult:
        """One paragraph a problem."""
        with Vertical(id="dialog", classes="-large"):
            yield Text(self._title, classes="title")
            yield Text(self._about, classes="about")
            with VerticalScroll(id="problems"):
                yield Text(joined((*map(told_problem, self._problems), *([self._told] if self._told else [])), "\n\n"))
            yield Text(plain("↑ ↓ scroll   Esc close", "$quiet"), classes="keys")

    def action_back(self) -> None:
        """Close it."""
        self.dismiss(None)


def _option(name: str, told: Content) -> Option:
    return Option(told, id=name)


def _label(answer: Answer) -> Content:
    place = answer.label.lower().find(answer.key)
    return plain(f" {answer.label} ").stylize("underline", place + 1, place + 2)
