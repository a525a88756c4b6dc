"""Questions that ask the same, pair by pair: which of the two stays."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizgame.core.duplicates import Place as Asked
from quizgame.core.duplicates import duplicates
from quizgame.core.errors import QuizGameError
from quizgame.core.wording import counted
from quizgame.tui.aside import aside
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import Content, joined, line, outlined, plain, short
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.preview import preview
from quizgame.tui.widgets.text import Prose, Text

__all__ = ["DuplicatesScreen"]

_ROW = 90


class DuplicatesScreen(GameScreen[None]):
    """Find questions that ask the same, and merge them."""

    PLACE: ClassVar[Place] = "duplicates"
    CSS_PATH = "questions.tcss"
    BINDINGS = bindings("duplicates")
    AUTO_FOCUS = "#pairs"

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[tuple[Asked, Asked]] = []

    def compose(self) -> ComposeResult:
        """The pairs, and the one in front in full."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("Questions that ask the same", "bold"), id="title", classes="title")
            yield Text(plain("Looking through all packs…", "$quiet"), id="stock")
            with Horizontal(id="parts"):
                yield OptionList(id="pairs")
                with VerticalScroll(id="details"):
                    yield Prose(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """Look for them."""
        self._look()

    @work(exclusive=True)
    async def _look(self, place: int = 0) -> None:
        world = self.world
        try:
            self._pairs = await aside(lambda: duplicates(world.packs(())))
        except QuizGameError as error:
            self.game.tell("The packs cannot be read.", error)
            return
        rows = self.query_one("#pairs", OptionList)
        rows.clear_options()
        rows.add_options([Option(outlined(one.question.stem, _ROW)) for one, _ in self._pairs])
        rows.highlighted = min(place, len(self._pairs) - 1) if self._pairs else None
        told = f"{counted(len(self._pairs), 'pair')}" if self._pairs else "No question asks what another one asks."
        self.query_one("#stock", Text).show(plain(told, "$quiet"))
        self._show()

    def on_option_list_option_highlighted(self) -> None:
        """Show the pair in front."""
        self._show()

    @property
    def _pair(self) -> tuple[Asked, Asked] | None:
        place = self.query_one("#pairs", OptionList).highlighted
        return self._pairs[place] if place is not None and place < len(self._pairs) else None

    def _show(self) -> None:
        pair = self._pair
        small = self.has_class("-short")
        told = (
            joined((_told(key, one, small=small) for key, one in zip("12", pair, strict=True)), "\n\n")
            if pair
            else plain("")
        )
        self.query_one("#told", Text).show(told)
        self.query_one("#details").scroll_home(animate=False)
        self.query_one(KeyBar).name_for(*(["pair"] if pair else []))

    def action_first(self) -> None:
        """Keep the first of the two."""
        if self._pair:
            self._merge(*self._pair)

    def action_second(self) -> None:
        """Keep the second of the two."""
        if self._pair:
            one, other = self._pair
            self._merge(other, one)

    def _merge(self, kept: Asked, gone: Asked) -> None:
        try:
            self.world.stock.merge(kept.ref, gone.ref)
        except QuizGameError as error:
            self.game.tell("They are not merged.", error)
        else:
            self.game.say(f"Merged: the question of {kept.pack.title} stays.")
            self._look(self.query_one("#pairs", OptionList).highlighted or 0)

    def action_scroll_on(self) -> None:
        """Scroll the pair in front."""
        self.query_one("#details").scroll_page_down(animate=False)

    def action_scroll_back(self) -> None:
        """Scroll it back."""
        self.query_one("#details").scroll_page_up(animate=False)

    def action_back(self) -> None:
        """Back to the packs."""
        self.dismiss(None)


def _told(key: str, one: Asked, *, small: bool) -> Content:
    head = line(plain(f" {key} ", "bold $primary"), short(one.pack.title, 60, "$quiet"))
    return joined([head, preview(one.question, one.pack.source_of(one.question), small=small)])
