"""One question as a form, checked while it is written."""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, TextArea

from quizgame.core.editing import MOST_DISTRACTORS, Edited, Fields, edited, fields_of, is_changed, is_worse
from quizgame.core.pack import Question
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings, command_of
from quizgame.tui.content import Content, joined, line, plain
from quizgame.tui.screens.form import FormScreen
from quizgame.tui.widgets.chips import Chip, Chips
from quizgame.tui.widgets.fields import LineField, TextField
from quizgame.tui.widgets.forms import form_row
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.preview import flaw_line
from quizgame.tui.widgets.text import Text

__all__ = ["EditScreen"]

_LEVELS = tuple(Chip(number, str(number)) for number in range(1, 6))
_MOST_TOLD = 2
_EDIT, _WRITE = "Edit a question", "Write a question"
_TO_BEGIN = plain(" Write a question, its right answer, and at least one wrong one.", "$quiet")


class EditScreen(FormScreen[Question]):
    """Edit a question. Gives it as it was left, or None where it stays as it was.

    Args:
        question: What to edit.
        about: Which one it is.
        start: What stands in the form at first, where that is something else.
    """

    PLACE: ClassVar[Place] = "edit"
    BINDINGS = bindings("edit")
    KEPT = plain("The question stays as it was then.")
    AUTO_FOCUS = "#stem"

    def __init__(self, question: Question, about: Content, *, start: Question | None = None) -> None:
        super().__init__()
        self._question = question
        self._about = about
        self._start = start or question
        self._result = edited(question, fields_of(self._start))
        self._is_tried = False
        self._insisted: Question | None = None

    def compose(self) -> ComposeResult:
        """A field for every part, and what is wrong under them."""
        question = self._start
        with Horizontal(classes="center"), Vertical(classes="column"):
            with Horizontal(id="head"):
                yield Text(plain(_EDIT if self._question.stem else _WRITE, "bold"), classes="title")
                yield Text(self._about, id="about")
            with VerticalScroll(id="form", can_focus=False):
                yield form_row("Question", TextField(question.stem, id="stem"), gap=True)
                yield form_row("✓ Right", LineField(question.answer, id="answer"))
                yield from self._wrong_rows()
                yield form_row("Proof", TextField(question.evidence, id="evidence"))
                yield form_row("Note", TextField(question.explanation, id="explanation"), gap=True)
                yield form_row("Difficulty", Chips(_LEVELS, question.difficulty, id="difficulty"))
                yield form_row(
                    "Topics", LineField(", ".join(question.tags), hint="with commas between them", id="tags")
                )
            yield Text(id="verdict")
            yield KeyBar()

    def _wrong_rows(self) -> Iterator[Horizontal]:
        """A row for each wrong answer, and for those that may come to them."""
        for place in range(MOST_DISTRACTORS):
            is_there = place < len(self._start.distractors)
            told = self._start.distractors[place] if is_there else ""
            hint = "" if is_there else "one more, if you like"
            field = LineField(told, hint=hint, classes="wrong")
            yield form_row("" if place else "· Wrong", field, gap=place == MOST_DISTRACTORS - 1)

    def on_mount(self) -> None:
        """Judge what is there."""
        self._judge()

    @property
    def _fields(self) -> Fields:
        """What stands in the form."""
        return Fields(
            stem=self.query_one("#stem", TextField).text,
            answer=self.query_one("#answer", LineField).value,
            distractors=tuple(field.value for field in self.query(".wrong").results(LineField)),
            evidence=self.query_one("#evidence", TextField).text,
            explanation=self.query_one("#explanation", TextField).text,
            difficulty=self.query_one("#difficulty", Chips).value,
            tags=self.query_one("#tags", LineField).value,
        )

    @property
    def kept(self) -> Content:
        """What becomes of it where the changes are thrown away."""
        return self.KEPT if self._question.stem else plain("The question is not added then.")

    @property
    def is_unsaved(self) -> bool:
        """Whether something of the player's would be lost."""
        return is_changed(self._question, self._fields)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Chips.Changed)
    def _judge(self) -> None:
        self._result = edited(self._question, self._fields)
        is_blank = not (self._question.stem or self.is_unsaved or self._is_tried)
        told = _TO_BEGIN if is_blank else _verdict(self._result)
        take = command_of("edit", "take", self.game.keymap).shown
        again = plain(f" {take} once more takes it all the same.\n", "bold $warning")
        is_asked = self._insisted is not None and self._insisted == self._result.question
        self.query_one("#verdict", Text).show(line(again, told) if is_asked else told)
        wrong = {problem.key.partition("[")[0] for problem in self._result.problems if problem.severity == "error"}
        for field in self.query("LineField, TextField"):
            field.set_class((field.id or "distractors") in wrong, "-wrong")

    def action_take(self) -> None:
        """Take the question as it stands now; one with an error that is new only where the player insists."""
        told = self._result.question
        if told is not None and (told == self._insisted or not is_worse(self._result, self._question)):
            self.dismiss(told)
            return
        self._is_tried, self._insisted = True, told
        self._judge()
        if wrong := self.query(".-wrong"):
            wrong.first().focus()


def _verdict(result: Edited) -> Content:
    """What is wrong, the gravest first; or that nothing is."""
    problems = result.problems
    if not problems:
        return line(plain(" ✓ ", "bold $success"), plain("nothing is wrong with it", "$quiet"))
    told = [flaw_line(problem) for problem in problems[:_MOST_TOLD]]
    if len(problems) > _MOST_TOLD:
        told[-1] = line(told[-1], plain(f"  and {counted(len(problems) - _MOST_TOLD, 'more', 'more')}", "$quiet"))
    return joined(told)
