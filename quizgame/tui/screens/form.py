"""What forms have in common: Enter leads on, what is pasted into a line stays a line, and nothing is lost unasked."""

from typing import ClassVar, TypeVar

from textual import on, work
from textual.widgets import Input

from quizgame.tui.content import Content, plain
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.fields import LineField, TextField

__all__ = ["FormScreen"]

R = TypeVar("R")


class FormScreen(GameScreen[R | None]):
    """A screen of fields. Gives what they tell, or None where all stays as it was.

    Attributes:
        KEPT: What becomes of it where the changes are thrown away.
    """

    CSS_PATH = "form.tcss"
    KEPT: ClassVar[Content] = plain("It stays as it was then.")

    @property
    def kept(self) -> Content:
        """What becomes of it where the changes are thrown away."""
        return self.KEPT

    @on(LineField.Lines)
    def _take_lines(self, event: LineField.Lines) -> None:
        event.field.replace(" ".join(event.text.split()), *event.field.selection)

    @on(TextField.Full)
    def _say_full(self) -> None:
        self.game.say("That is too long for a question.", warning=True)

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    @work(exclusive=True)
    async def action_back(self) -> None:
        """Leave all as it was; ask before anything of the player's is lost."""
        from quizgame.tui.screens.dialog import Answer, AskScreen

        if not self.is_active:
            return
        if self.is_unsaved:
            answers = (Answer("stay", "Write on", "w"), Answer("throw", "Throw it away", "t"))
            asking = AskScreen(plain("Throw your changes away?"), self.kept, answers)
            if await self.app.push_screen_wait(asking) != "throw":
                return
        self.dismiss(None)
