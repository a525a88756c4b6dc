"""A new pack from an article: a path or an address, a file from a list, or pasted text."""

import threading
from dataclasses import dataclass
from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Paste
from textual.message import Message
from textual.widgets import Button, Input

from quizgame.core.drafting import draft_of, why_nothing
from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.modes import classic
from quizgame.core.play import Choice
from quizgame.core.wording import counted
from quizgame.tui.aside import aside
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import Content, joined, line, plain
from quizgame.tui.keeping import problems_of
from quizgame.tui.making import Made, Making, Step, Wanted, Way
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.fields import TextField
from quizgame.tui.widgets.files import FileList
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.problems import told_problem
from quizgame.tui.widgets.score import Progress
from quizgame.tui.widgets.sources import Sources
from quizgame.tui.widgets.text import Text

__all__ = ["ArticleScreen"]

_KINDS = "text, Markdown, HTML or PDF; news works best"
_WHAT_TO_DO: dict[Way, str] = {
    "path": "look at how it is written, or choose a file from the list",
    "files": "choose another one",
    "text": "paste another text",
}
_TOO_LONG = Problem(what="That is too long to paste", hint="save it as a file and write its path")
_NOTHING_GIVEN = Problem(what="There is no article yet", hint="write a path, choose a file, or paste a text")


class ArticleScreen(GameScreen[Choice | None]):
    """Ask for an article, make questions of it, and show them. Gives a game of the new pack to play, or None."""

    PLACE: ClassVar[Place] = "article"
    CSS_PATH = "article.tcss"
    BINDINGS = bindings("article")
    AUTO_FOCUS = "#path"

    @dataclass
    class Stepped(Message):
        """The generator has come further."""

        wanted: Wanted
        step: Step

    def __init__(self) -> None:
        super().__init__()
        self._wanted: Wanted | None = None
        self._ready: Made | None = None

    def compose(self) -> ComposeResult:
        """Three ways to give an article, and what came of it."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("New pack from an article", "bold"), classes="title")
            yield Sources(id="sources")
            with VerticalScroll(id="notice", can_focus=False):
                yield Text(id="told")
            with Horizontal(id="go"):
                yield Button(plain(" ▶ Make questions "), id="make", compact=True)
                yield Progress(id="progress")
                yield Text(plain(_KINDS, "$quiet"), id="doing")
            yield KeyBar()

    def on_mount(self) -> None:
        """List the folder we stand in."""
        self._show_doing(None)
        self._list("")

    @property
    def _sources(self) -> Sources:
        return self.query_one(Sources)

    # What is given

    def on_paste(self, event: Paste) -> None:
        """Take a text that is pasted anywhere."""
        event.stop()
        self._sources.put(event.text)

    @on(TextField.Full)
    def _say_full(self) -> None:
        self._tell("text", _TOO_LONG)

    @on(FileList.FolderWanted)
    def _open_folder(self, event: FileList.FolderWanted) -> None:
        self._list(event.path)

    def _list(self, path: str) -> None:
        try:
            folder = self.world.list_folder(path)
        except QuizGameError as error:
            self._tell("files", *problems_of(error))
        else:
            self._sources.fill(folder)
            self._tell(None)

    @on(Input.Submitted)
    @on(Button.Pressed, "#make")
    def action_make(self) -> None:
        """Make questions of what is in focus; where nothing is, of what is given."""
        wanted = self._sources.wanted
        if wanted is None:
            self._tell("path", _NOTHING_GIVEN)
        else:
            self._start(wanted)

    @on(Sources.Given)
    def _take(self, event: Sources.Given) -> None:
        self._start(event.wanted)

    @on(Sources.Changed)
    def _forget_trouble(self) -> None:
        self._tell(None)

    # Making

    def _start(self, wanted: Wanted) -> None:
        if self._wanted is None and self.is_active:
            self._tell(None)
            self._wanted = wanted
            self._show_doing(Step("Reading"))
            self._make(wanted)

    @work(group="make")
    async def _make(self, wanted: Wanted) -> None:
        stopped = threading.Event()

        def tell(step: Step) -> None:
            self.post_message(self.Stepped(wanted, step))

        try:
            made = await aside(Making(self.world.maker, wanted, tell, stopped.is_set).run)
        except QuizGameError as error:
            self._stop()
            self._tell(wanted.way, *problems_of(error))
        else:
            self._stop()
            if made is not None:
                self._show(wanted, made)
        finally:
            stopped.set()  # where the player stopped it, it need not go on

    @on(Stepped)
    def _show_step(self, event: Stepped) -> None:
        if event.wanted is self._wanted:
            self._show_doing(event.step)

    def _show(self, wanted: Wanted, made: Made) -> None:
        if made.generated.pack is None and made.generated.spare is None:
            self._tell(wanted.way, _nothing(made))
        else:
            self._ready = made
            self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Show what was made while another screen stood in front."""
        if self._ready is not None and self.is_active:
            self._preview(self._ready)
            self._ready = None

    def _stop(self) -> None:
        self._wanted = None
        self._show_doing(None)

    @work(exclusive=True, group="preview")
    async def _preview(self, made: Made) -> None:
        from quizgame.tui.screens.draft import DraftScreen

        kept = await self.app.push_screen_wait(DraftScreen(draft_of(made.generated), made.problems))
        if kept is None:
            return
        rules = classic(self.game.settings.questions)
        self.dismiss(Choice(rules=rules, packs=(kept.pack.id,)) if kept.play else None)
        if not kept.play:
            self.game.say(f"Saved: {kept.pack.title}, {counted(kept.pack.questions, 'question')}.")

    # Telling

    def _tell(self, way: Way | None, *problems: Problem) -> None:
        """Say what is wrong with one of the ways; None for nothing."""
        self._sources.mark(way)
        notice = self.query_one("#notice")
        notice.display = notice.can_focus = bool(problems)
        self.query_one("#told", Text).show(joined((_told(problem, way) for problem in problems), "\n"))

    def _show_doing(self, step: Step | None) -> None:
        self.query_one("#make").display = step is None
        progress = self.query_one(Progress)
        progress.display = step is not None and step.total > 1
        self.query_one("#doing").set_class(step is None, "-kinds")
        if step is None:
            self.query_one("#doing", Text).show(plain(_KINDS, "$quiet"))
            return
        progress.number, progress.total, progress.done = step.done + 1, step.total, step.done
        self.query_one("#doing", Text).show(line(plain(f"{step.doing}… "), plain("Esc", "bold $primary"), " stops"))

    def action_back(self) -> None:
        """Stop what is being made; else go back."""
        if self._wanted is not None:
            self.workers.cancel_group(self, "make")
            self._stop()
        else:
            self.dismiss(None)


def _nothing(made: Made) -> Problem:
    why = why_nothing(made.generated.report)
    return msgspec.structs.replace(why, what=f"Nothing could be asked: {why.what}")


def _told(problem: Problem, way: Way | None) -> Content:
    hint = problem.hint or (_WHAT_TO_DO[way] if way else "")
    return line(plain("✗ ", "bold $error"), told_problem(msgspec.structs.replace(problem, hint=hint)))
