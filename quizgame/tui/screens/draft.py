"""The questions of a new pack before it is saved: each is kept, dropped or edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.reactive import var
from textual.widgets import Input, OptionList

from quizgame.core.checks import check
from quizgame.core.drafting import Draft, edit, finish, funnel_line, rename, tick_all, toggle
from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.pack import PackInfo
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, line, plain, short
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.fields import LineField
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.preview import preview
from quizgame.tui.widgets.questions import QuestionList
from quizgame.tui.widgets.text import Prose, Text

__all__ = ["DraftScreen", "Kept"]


@dataclass(frozen=True, slots=True)
class Kept:
    """A pack that was saved."""

    pack: PackInfo
    play: bool
    """Whether to play it at once."""


class DraftScreen(GameScreen[Kept | None]):
    """Keep, drop and edit what was made. Gives the pack that was saved, or None.

    Args:
        draft: What was made.
        problems: What is wrong with articles that were left out.
    """

    PLACE: ClassVar[Place] = "draft"
    CSS_PATH = "questions.tcss"
    BINDINGS = bindings("draft")
    AUTO_FOCUS = "#questions"

    draft: var[Draft | None] = var(None, init=False)

    def __init__(self, draft: Draft, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.set_reactive(DraftScreen.draft, draft)
        self._problems = problems
        self._saved = False

    def compose(self) -> ComposeResult:
        """The title, the funnel, the questions, and the one in front in full."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            with Horizontal(id="head"):
                yield Text(plain("Title", "$quiet"), classes="name")
                yield LineField(self._now.title, hint="the pack's title", id="title")
            yield Text(id="stock")
            with Horizontal(id="parts"):
                yield QuestionList(id="questions")
                with VerticalScroll(id="details"):
                    yield Prose(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """List the questions."""
        self._show()

    def on_resize(self, _: Resize) -> None:
        """Tell the question in as many rows as there are."""
        self.call_after_refresh(self._show_details)

    @property
    def _now(self) -> Draft:
        assert self.draft is not None  # noqa: S101 - there is a draft from the start
        return self.draft

    @property
    def is_unsaved(self) -> bool:
        """Whether something of the player's would be lost."""
        return self._now.is_changed and not self._saved

    def watch_draft(self) -> None:
        """Show what has become of it."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        draft = self._now
        self.query_one("#questions", QuestionList).fill(draft.items)
        self.query_one("#stock", Text).show(_stock(draft, self._problems))
        self._show_details()

    @on(OptionList.OptionHighlighted)
    def _show_details(self) -> None:
        item = self._now.items[self._place]
        source = self._now.pack.source_of(item.question)
        told = preview(item.question, source, check(item.question), small=self.has_class("-short"))
        out = "? less sure: keep it if its proof convinces you" if item.is_spare else "[ ] left out of the pack"
        dropped = line(plain(out, "$quiet"), "\n")
        self.query_one("#told", Text).show(told if item.is_kept else line(dropped, told))
        self.query_one("#details").scroll_home(animate=False)

    @property
    def _place(self) -> int:
        return self.query_one("#questions", QuestionList).highlighted or 0

    # Wishes

    @on(QuestionList.Ticked)
    def action_tick(self) -> None:
        """Keep the question in front, or drop it."""
        self.draft = toggle(self._now, self._place)

    def action_tick_all(self) -> None:
        """Keep all questions; drop all where all are kept."""
        self.draft = tick_all(self._now)

    @on(OptionList.OptionSelected)
    def _edit_selected(self) -> None:
        self.action_edit()

    def action_edit(self) -> None:
        """Edit the question in front."""
        from quizgame.tui.screens.edit import EditScreen

        place = self._place
        question = self._now.items[place].question
        about = f"question {place + 1} of {len(self._now.items)}"

        def take(edited: object) -> None:
            if isinstance(edited, type(question)):
                self.draft = edit(self._now, place, edited)

        self.open_screen(EditScreen(question, plain(about, "$quiet")), take)

    def action_title(self) -> None:
        """Write another title."""
        self.query_one("#title").focus()

    @on(Input.Changed, "#title")
    def _rename(self, event: Input.Changed) -> None:
        if event.value != self._now.title:
            self.draft = rename(self._now, event.value)

    @on(Input.Submitted, "#title")
    def _leave_title(self) -> None:
        self.query_one("#questions").focus()

    # Reading

    def action_funnel(self) -> None:
        """Tell what was found, what was left out, and why."""
        from quizgame.tui.screens.funnel import FunnelScreen

        self.open_screen(FunnelScreen(self._now.report, self._problems))

    def action_scroll_on(self) -> None:
        """Scroll the question in front."""
        self.query_one("#details").scroll_page_down(animate=False)

    def action_scroll_back(self) -> None:
        """Scroll it back."""
        self.query_one("#details").scroll_page_up(animate=False)

    # Leaving

    @work(exclusive=True)
    async def action_save(self) -> None:
        """Save the pack, and offer to play it."""
        from quizgame.tui.screens.dialog import Answer, AskScreen

        if not self.is_active or self._saved:
            return
        try:
            pack = finish(self._now)
            info = self.world.stock.keep(pack)
        except QuizGameError as error:
            self.game.tell("The pack is not saved.", error)
            return
        self._saved = True
        beside = f" as {info.id}, since {pack.id} is another" if info.id != pack.id else ""
        stock = f"{counted(info.questions, 'question')}, now among your own packs{beside}"
        told = line(short(info.title, 100), "\n", plain(stock))
        answers = (Answer("play", "Play it", "p"), Answer("later", "Later", "l"))
        wish = await self.app.push_screen_wait(AskScreen(plain("Saved. Play it now?"), told, answers))
        self.dismiss(Kept(info, play=wish == "play"))

    @work(exclusive=True)
    async def action_back(self) -> None:
        """Back to the article; ask before anything of the player's is lost."""
        from quizgame.tui.screens.dialog import Answer, AskScreen

        if self.focused is self.query_one("#title"):
            self._leave_title()
            return
        if not self.is_active:
            return
        if self.is_unsaved:
            question, about = plain("Throw your work away?"), plain("What you ticked and edited is not saved.")
            answers = (Answer("stay", "Stay", "s"), Answer("throw", "Throw it away", "t"))
            if await self.app.push_screen_wait(AskScreen(question, about, answers)) != "throw":
                return
        self.dismiss(None)


def _stock(draft: Draft, problems: Sequence[Problem]) -> Content:
    """How many questions are kept, and what became of the facts."""
    kept, made = len(draft.kept), len(draft.items)
    told = plain(f"{counted(made, 'question')}" if kept == made else f"{kept:,} of {made:,} questions", "bold")
    spare = plain(f"  {draft.spares:,} less sure", "$quiet") if draft.spares else EMPTY
    out = plain(f"  ! {counted(len(problems), 'article')} left out", "$warning") if problems else EMPTY
    return line(told, spare, out, plain(f"  {funnel_line(draft.report)}", "$quiet"))
