"""Bringing a pack in: a path or a web address, or text that is pasted."""

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Paste
from textual.widgets import Input, TextArea

from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.exchange import Imported, Skipped, Taken
from quizgame.tui.aside import aside
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import joined, line, plain
from quizgame.tui.keeping import problems_of
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.fields import LineField, TextField
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.problems import told_problem
from quizgame.tui.widgets.text import Text

__all__ = ["BringScreen"]

_MOST_PASTED = 4_000_000
_NOTHING = Problem(what="There is nothing yet", hint="write a path or an address, or paste a quiz")
_EMPTY = Problem(what="There is no question in it that could be taken")
_TOO_LONG = Problem(what="That is too long to paste", hint="save it as a file and write its path")
_KINDS = "a pack, or GIFT, Moodle XML, Aiken, Kahoot, Quizizz, Anki, CSV, Open Trivia DB …"
_MOST_TOLD = 20
_NO_PATH = ("{", "[", "<", "::", "//", "#")
"""How a quiz may begin, and no path does."""


class BringScreen(GameScreen[Taken | None]):
    """Ask for a quiz, show what is in it, and add it. Gives what became of it, or None."""

    PLACE: ClassVar[Place] = "bring"
    CSS_PATH = "bring.tcss"
    BINDINGS = bindings("bring")
    AUTO_FOCUS = "#path"

    def __init__(self) -> None:
        super().__init__()
        self._is_reading = False

    def compose(self) -> ComposeResult:
        """A line and room for text, and what is wrong with what was given."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("Add a pack", "bold"), classes="title")
            yield LineField(hint="pack.toml, quiz.gift, https://…", id="path", compact=False)
            yield TextField(hint=plain("Copy a quiz and paste it here.", "$quiet"), id="text", most=_MOST_PASTED)
            with VerticalScroll(id="notice", can_focus=False):
                yield Text(id="told")
            yield Text(plain(_KINDS, "$quiet"), id="kinds")
            yield KeyBar()

    def on_mount(self) -> None:
        """Name the two ways."""
        self.query_one("#path").border_title = "Path or web address"
        self.query_one("#text").border_title = "or paste the text"
        self._tell()

    def on_paste(self, event: Paste) -> None:
        """Take a text that is pasted anywhere."""
        event.stop()
        self._put(event.text)

    @on(LineField.Lines)
    def _take_lines(self, event: LineField.Lines) -> None:
        event.stop()
        self._put(event.text)

    def _put(self, text: str) -> None:
        field = self.query_one("#text", TextField)
        field.focus()
        if not field.put(text):
            self._tell(_TOO_LONG)

    @on(TextField.Full)
    def _say_full(self) -> None:
        self._tell(_TOO_LONG)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _forget_trouble(self) -> None:
        self._tell()

    @on(Input.Submitted)
    def action_read(self) -> None:
        """Read what is in focus; where nothing is, what is given."""
        path = self.query_one("#path", LineField).value.strip()
        text = self.query_one("#text", TextField).text
        if path.startswith(_NO_PATH):
            path, text = "", path
        is_text = bool(text.strip()) and (not path or self.focused is self.query_one("#text"))
        if not (path or is_text):
            self._tell(_NOTHING)
        elif not self._is_reading and self.is_active:
            self._is_reading = True
            self._read(text if is_text else path, is_text=is_text)

    @work(exclusive=True, group="read")
    async def _read(self, given: str, *, is_text: bool) -> None:
        stock = self.world.stock
        self._tell()
        self.query_one("#kinds", Text).show(line("Reading… ", plain("Esc", "bold $primary"), " stops"))
        try:
            found = await aside(partial(stock.parse if is_text else stock.read, given, None))
        except QuizGameError as error:
            self._tell(*problems_of(error))
        else:
            if found.pack is None:
                self._tell(_EMPTY, *map(_told_skipped, found.skipped[:_MOST_TOLD]))
            else:
                self._take(found)
        finally:
            self._is_reading = False
            self.query_one("#kinds", Text).show(plain(_KINDS, "$quiet"))

    @work(exclusive=True, group="take")
    async def _take(self, found: Imported) -> None:
        """Add a pack of our own at once, and a foreign quiz once it was looked at, until it is where it belongs."""
        from quizgame.tui.screens.offer import OfferScreen

        wanted: Imported | None = found
        while wanted is not None:
            if not wanted.data:
                wanted = await self.app.push_screen_wait(OfferScreen(wanted))
            taken = wanted and self.game.attempt("The pack was not added.", partial(self.world.stock.take, wanted))
            if taken or found.data:
                break
        if wanted and taken:
            self.dismiss(taken)

    def _tell(self, *problems: Problem) -> None:
        """Say what is wrong; nothing for nothing."""
        notice = self.query_one("#notice")
        notice.display = notice.can_focus = bool(problems)
        told = (line(plain("✗ ", "bold $error"), told_problem(problem)) for problem in problems)
        self.query_one("#told", Text).show(joined(told))

    def action_back(self) -> None:
        """Stop reading; else go back."""
        if self._is_reading:
            self.workers.cancel_group(self, "read")
        else:
            self.dismiss(None)


def _told_skipped(one: Skipped) -> Problem:
    return Problem(what=f"line {one.line}: {one.reason}")
