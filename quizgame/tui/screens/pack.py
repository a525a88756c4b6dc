"""One pack, question by question: read, edited, moved, deleted, with every change on the disk at once."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

import msgspec
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.widgets import OptionList

from quizgame.core.checks import check
from quizgame.core.drafting import Item
from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.pack import Pack, Question
from quizgame.core.packedits import BLANK, CHANGED, OpenPack, deleted, inserted, moved, place_of, put
from quizgame.core.wording import counted
from quizgame.tui.aside import aside
from quizgame.tui.commands import Place, bindings, command_of
from quizgame.tui.content import Content, joined, line, plain, short
from quizgame.tui.keeping import problems_of
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.preview import flaw_line, preview
from quizgame.tui.widgets.questions import QuestionList
from quizgame.tui.widgets.text import Prose, Text

__all__ = ["PackScreen"]

_MOST_UNDONE = 200


class PackScreen(GameScreen[None]):
    """The questions of a pack.

    Args:
        file: The pack in its file.
        is_own: Whether it is the player's own and may be edited.
    """

    PLACE: ClassVar[Place] = "pack"
    CSS_PATH = "questions.tcss"
    BINDINGS = bindings("pack")
    AUTO_FOCUS = "#questions"

    def __init__(self, file: OpenPack, *, is_own: bool) -> None:
        super().__init__()
        self._file = file
        self._is_own = is_own
        self._before: list[OpenPack] = []
        self._after: list[OpenPack] = []

    def compose(self) -> ComposeResult:
        """The pack's name, its questions, and the one in front in full."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(id="title", classes="title")
            yield Text(id="stock")
            with Horizontal(id="parts"):
                yield QuestionList(id="questions", is_ticked=False)
                with VerticalScroll(id="details"):
                    yield Prose(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """List the questions."""
        self._show(0)

    def on_resize(self, _: Resize) -> None:
        """Tell the question in as many rows as there are."""
        self.call_after_refresh(self._show_details)

    @property
    def _pack(self) -> Pack:
        return self._file.pack

    @property
    def _place(self) -> int:
        return self.query_one("#questions", QuestionList).highlighted or 0

    @property
    def _question(self) -> Question:
        return self._pack.questions[min(self._place, len(self._pack.questions) - 1)]

    def _show(self, place: int) -> None:
        rows = self.query_one("#questions", QuestionList)
        rows.fill([Item(made=question, question=question) for question in self._pack.questions])
        rows.highlighted = min(place, len(self._pack.questions) - 1)
        self.query_one("#title", Text).show(short(self._pack.title, 100, "bold"))
        whose = self._file.file if self._is_own else "it ships with the game and stays as it is"
        told = f"{counted(len(self._pack.questions), 'question')}  {whose}"
        self.query_one("#stock", Text).show(plain(told, "$quiet"))
        states = {"own": self._is_own, "undo": bool(self._before), "redo": bool(self._after)}
        self.query_one(KeyBar).name_for(*(state for state, holds in states.items() if holds))
        self._show_details()

    @on(OptionList.OptionHighlighted)
    def _show_details(self) -> None:
        question = self._question
        told = preview(question, self._pack.source_of(question), check(question), small=self.has_class("-short"))
        self.query_one("#told", Text).show(told)
        self.query_one("#details").scroll_home(animate=False)

    def action_scroll_on(self) -> None:
        """Scroll the question in front."""
        self.query_one("#details").scroll_page_down(animate=False)

    def action_scroll_back(self) -> None:
        """Scroll it back."""
        self.query_one("#details").scroll_page_up(animate=False)

    # Editing

    def _is_refused(self) -> bool:
        """Whether the pack may not be edited, and say so."""
        if not self._is_own:
            export = command_of("packs", "export", self.game.keymap).shown
            told = "This pack ships with the game and stays as it is."
            self.game.say(f"{told} {export} on the list of packs writes a copy that can be added.")
        return not self._is_own

    def _change(self, change: Callable[[Pack], Pack], place: int, done: str = "") -> bool:
        """Save another pack in the place of this one, and show it.

        Args:
            change: Makes it.
            place: The question to stand in front then.
            done: What to say.

        Returns:
            Whether it is saved.
        """
        try:
            new = change(self._pack)
            if new == self._pack:
                return True
            file = self.world.stock.change(self._file, new)
        except QuizGameError as error:
            self._tell_unsaved(error)
            return False
        self._before = [*self._before[1 - _MOST_UNDONE :], self._file]
        self._after = []
        self._file = file
        self._show(place)
        if done:
            self.game.say(done)
        return True

    def _tell_unsaved(self, error: QuizGameError) -> None:
        """Say why nothing was saved; what another program wrote meanwhile is shown, and can be changed from now on."""
        if not any(problem.flaw == CHANGED for problem in problems_of(error)):
            self.game.tell("That was not saved.", error)
            return
        file = self.game.attempt("That was not saved.", lambda: self.world.stock.open(self._pack.id))
        if file is not None:
            self._before, self._after = [], []
            self._file = file
            self._show(self._place)
            self.game.say(
                "Another program has changed the pack meanwhile. It was read anew: do it once more.", warning=True
            )

    @on(OptionList.OptionSelected)
    def _edit_selected(self) -> None:
        self.action_edit()

    @work(exclusive=True)
    async def action_edit(self) -> None:
        """Edit the question in front."""
        if self.is_active and not self._is_refused():
            place, question = self._place, self._question
            about = f"question {place + 1} of {len(self._pack.questions)}"
            await self._ask_until_saved(question, about, place, partial(_with_edited, id=question.id))

    @work(exclusive=True)
    async def action_add(self) -> None:
        """Write a new question behind the one in front."""
        if self.is_active and not self._is_refused():
            place = self._place + 1
            about = f"a new one, number {place + 1}"
            await self._ask_until_saved(BLANK, about, place, partial(_with_new, place=place))

    async def _ask_until_saved(
        self, question: Question, about: str, place: int, change: Callable[[Pack, Question], Pack]
    ) -> None:
        """Show a form until what it gives is on the disk, or is not wanted any more."""
        from quizgame.tui.screens.edit import EditScreen

        wanted: Question | None = question
        while wanted is not None:
            wanted = await self.app.push_screen_wait(EditScreen(question, plain(about, "$quiet"), start=wanted))
            if wanted is not None and self._change(_of(change, wanted), place):
                return

    def action_delete(self) -> None:
        """Delete the question in front."""
        if not self._is_refused():
            place = self._place
            undo = command_of("pack", "undo", self.game.keymap).shown
            self._change(lambda pack: deleted(pack, place), place, f"Deleted; {undo} brings it back.")

    def action_lower(self) -> None:
        """Move the question in front one place down."""
        self._move(1)

    def action_raise(self) -> None:
        """Move the question in front one place up."""
        self._move(-1)

    def _move(self, by: int) -> None:
        place = self._place
        to = max(0, min(place + by, len(self._pack.questions) - 1))
        if not self._is_refused():
            self._change(lambda pack: moved(pack, place, to), to)

    def action_undo(self) -> None:
        """Take the last change back."""
        if self._before:
            file = self._put_back(self._before[-1])
            if file is not None:
                self._after.append(self._file)
                self._before.pop()
                self._turn_to(file)

    def action_redo(self) -> None:
        """Make a change again that was taken back."""
        if self._after:
            file = self._put_back(self._after[-1])
            if file is not None:
                self._before.append(self._file)
                self._after.pop()
                self._turn_to(file)

    def _put_back(self, file: OpenPack) -> OpenPack | None:
        return self.game.attempt("That could not be undone.", lambda: self.world.stock.put_back(self._file, file))

    def _turn_to(self, file: OpenPack) -> None:
        """Show another state of the pack, with the first question in front that is not the same there."""
        before, after = self._pack.questions, file.pack.questions
        shorter = min(len(before), len(after))
        differing = (number for number in range(shorter) if before[number] != after[number])
        place = next(differing, self._place if len(before) == len(after) else shorter)
        self._file = file
        self._show(place)

    @work(exclusive=True)
    async def action_about(self) -> None:
        """Edit the pack's title, what it says of itself, its author, licence and topics."""
        from quizgame.tui.screens.about import AboutScreen

        if self.is_active and not self._is_refused():
            place = self._place
            pack = await self.app.push_screen_wait(AboutScreen(self._pack))
            if pack is not None:
                self._change(lambda _: pack, place)

    @work(exclusive=True)
    async def action_check(self) -> None:
        """Tell every flaw of the pack, also those that only several questions together have."""
        from quizgame.core.checks import check_pack
        from quizgame.tui.screens.dialog import ProblemsScreen

        pack = self._pack
        found = await aside(lambda: check_pack(pack))
        if not self.is_active:
            return
        if not found:
            self.game.say("Nothing is wrong with this pack.")
            return
        title = plain(f"{counted(len(found), 'flaw')} in this pack")
        told = joined(map(_told_flaw, found), "\n\n")
        await self.app.push_screen_wait(ProblemsScreen((), title=title, about=_ABOUT_FLAWS, told=told))

    def action_back(self) -> None:
        """Back to the packs."""
        self.dismiss(None)


_ABOUT_FLAWS: Content = line(plain("✗ must be mended, ! should be."))


def _told_flaw(problem: Problem) -> Content:
    """A flaw of one question of many, why it matters, and how to mend it."""
    number, _, key = problem.key.removeprefix("questions[").partition("].")
    where = plain(f"question {number}, " if key else "")
    return line(flaw_line(msgspec.structs.replace(problem, key=key), where), plain(f"\n   → {problem.hint}", "$quiet"))


def _with_edited(pack: Pack, edited: Question, *, id: str) -> Pack:
    """A pack with a question edited, wherever it stands by now; where it is gone, it is there again."""
    place = place_of(pack, id)
    return inserted(pack, len(pack.questions), edited) if place is None else put(pack, place, edited)


def _with_new(pack: Pack, written: Question, *, place: int) -> Pack:
    return inserted(pack, min(place, len(pack.questions)), written)


def _of(change: Callable[[Pack, Question], Pack], question: Question) -> Callable[[Pack], Pack]:
    return lambda pack: change(pack, question)
