"""Questions that ask the same, pair by pair: which of the two stays."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
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
from quizgame.tui.widgets.rows import Rows
from quizgame.tui.widgets.text import Prose, Text

__all__ = ["DuplicatesScreen"]

_LEAST = 20
"""So many columns a row has before it is laid out."""


class DuplicatesScreen(GameScreen[None]):
    """Find questions that ask the same, and merge them."""

    PLACE: ClassVar[Place] = "duplicates"
    CSS_PATH = "questions.tcss"
    BINDINGS = bindings("duplicates")
    AUTO_FOCUS = "#pairs"

    def __init__(self) -> None:
        super().__init__()
        self._pairs: list[tuple[Asked, Asked]] = []
        self._own: set[str] = set()

    def compose(self) -> ComposeResult:
        """The pairs, and the one in front in full."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("Questions that ask the same", "bold"), id="title", classes="title")
            yield Text(plain("Looking through all packs…", "$quiet"), id="stock")
            with Horizontal(id="parts"):
                yield Rows(id="pairs")
                with VerticalScroll(id="details"):
                    yield Prose(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """Look for them."""
        self._look()

    @work(exclusive=True)
    async def _look(self, place: int = 0) -> None:
        world, stock = self.world, self.query_one("#stock", Text)
        try:
            self._own = {info.id for info in world.library().packs if info.own}
            self._pairs = await aside(lambda: duplicates(world.packs(())))
        except QuizGameError as error:
            stock.show(plain("The packs cannot be read.", "$quiet"))
            self.game.tell("The packs cannot be read.", error)
            return
        stock.show(
            plain(
                counted(len(self._pairs), "pair") if self._pairs else "No question asks what another one asks.",
                "$quiet",
            )
        )
        self._list(place)

    def on_resize(self, _: Resize) -> None:
        """Tell as much of every pair as fits."""
        self.call_after_refresh(lambda: self._list(self._place))

    def _list(self, place: int) -> None:
        rows = self.query_one("#pairs", OptionList)
        width = max(_LEAST, rows.scrollable_content_region.width)
        rows.clear_options()
        rows.add_options([Option(outlined(one.question.stem, width)) for one, _ in self._pairs])
        rows.highlighted = min(place, len(self._pairs) - 1) if self._pairs else None
        self._show()

    def on_option_list_option_highlighted(self) -> None:
        """Show the pair in front."""
        self._show()

    @property
    def _place(self) -> int:
        return self.query_one("#pairs", OptionList).highlighted or 0

    @property
    def _pair(self) -> tuple[Asked, Asked] | None:
        return self._pairs[self._place] if self._place < len(self._pairs) else None

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
        self.query_one(KeyBar).name_for(*self._states(pair))

    def _states(self, pair: tuple[Asked, Asked] | None) -> tuple[str, ...]:
        """What can be done with a pair: a question goes only from a pack of the player's own."""
        if pair is None:
            return ()
        one, other = (asked.pack.id in self._own for asked in pair)
        return ("pair", *(["first"] if other else []), *(["second"] if one else []))

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
            self._look(self._place)

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
