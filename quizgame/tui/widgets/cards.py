"""The options of a question, as cards with their key in front."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import get_args

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive

from quizgame.core.session import Answered
from quizgame.core.showing import Showing
from quizgame.core.text import one_line
from quizgame.tui.content import EMPTY, cells, line, plain, rows, short, unbroken
from quizgame.tui.room import Look, Room
from quizgame.tui.widgets.text import Text

__all__ = ["MOST_OPTIONS", "OptionCard", "OptionCards"]

MOST_OPTIONS = 6
"""An answer and five distractors: more than that no question can have."""

_ALIGN_UP_TO = 56
_NUMBER_WIDTH = 4
_FRAME_WIDTH = 4
_LONGEST_MARK = "   ✗ your answer"
_MARK_WIDTH = 24


class OptionCard(Text):
    """One option. Its state is a sign and a word, and a style besides."""

    @dataclass
    class Picked(Message):
        """The card was clicked."""

        place: int

    def __init__(self, place: int) -> None:
        super().__init__(classes="card")
        self.place = place
        self._option = EMPTY
        self._mark = EMPTY
        self._width = 0

    def deal(self, option: str) -> None:
        """Show an option that nobody has chosen yet."""
        self._option, self._mark = unbroken(option), EMPTY
        self._dress("card")
        self._draw()

    def mark(self, *, is_right: bool, chosen_by: Sequence[str], glow: bool, width: int) -> None:
        """Show what has become of the option.

        Args:
            is_right: Whether it is the answer.
            chosen_by: Who chose it; an empty name for the one player.
            glow: Whether it may glow once.
            width: Where marks begin, counted from the start of the text.
        """
        self._width = width
        names = ", ".join(name for name in chosen_by if name)
        if is_right:
            self._mark = short(f"✓ {names or ('right' if chosen_by else 'the answer')}", _MARK_WIDTH, "bold $success")
        elif chosen_by:
            self._mark = short(f"✗ {names or 'your answer'}", _MARK_WIDTH, "bold $error")
        else:
            self._mark = EMPTY
        self._dress(f"card {'-right' if is_right else '-wrong' if chosen_by else '-rest'}{' -glow' * glow}")
        self._draw()

    def strike(self, *, is_struck: bool) -> None:
        """Take the option away, or bring it back: what is gone keeps its place, so that no key moves."""
        if is_struck:
            self._mark = plain("✗ out", "$quiet")
            self._dress("card -rest -struck")
            self._draw()

    def _dress(self, classes: str) -> None:
        if self.classes != frozenset(classes.split()):
            self.set_classes(classes)  # all at once: every change of class costs a look at the style sheets

    def _draw(self) -> None:
        gap = " " * max(0, self._width - cells(self._option)) + "   " if self._mark else ""
        number = plain(f" {self.place + 1} ", "bold $primary")
        self.show(line(number, " ", self._option, gap, self._mark))

    def on_click(self, event: Click) -> None:
        """Choose it."""
        event.stop()
        picked = self.Picked(self.place)
        picked.time = event.time  # when the player clicked, not when it was read
        self.post_message(picked)


class OptionCards(VerticalScroll, can_focus=False):
    """All options of one question. The widgets stay; questions come and go."""

    cursor: reactive[int | None] = reactive(None)
    """The card that the arrows point to."""

    def __init__(self) -> None:
        super().__init__(id="cards")
        self._cards = [OptionCard(place) for place in range(MOST_OPTIONS)]
        self.count = 0

    def compose(self) -> ComposeResult:
        """As many cards as any question can need."""
        yield from self._cards

    def deal(self, showing: Showing) -> None:
        """Show the options of a question."""
        self.count = min(len(showing.options), MOST_OPTIONS)
        for card in self._cards:
            card.display = card.place < self.count
            if card.display:
                card.deal(showing.options[card.place])
        self.cursor = None
        self.scroll_home(animate=False)

    def rows_wanted(self, showing: Showing, width: int) -> list[int]:
        """How many rows the text of each option takes, with the marks that two of them may get.

        Args:
            showing: The question.
            width: The columns of all cards.
        """
        room = width - _NUMBER_WIDTH - _FRAME_WIDTH
        options = [unbroken(option) for option in showing.options[:MOST_OPTIONS]]
        bare = [rows(option, room) for option in options]
        marked = [rows(line(option, _LONGEST_MARK), room) for option in options]
        grown = sorted((more - few for few, more in zip(bare, marked, strict=True)), reverse=True)[:2]
        return [few + more for few, more in zip(bare, [*grown, *[0] * len(bare)], strict=False)]

    def take(self, room: Room) -> None:
        """Look as there is room for."""
        self.styles.max_height = room.cards
        for look in get_args(Look):
            self.set_class(look == room.look, look)

    def strike(self, places: Collection[int]) -> None:
        """Take some options away."""
        for card in self._cards[: self.count]:
            card.strike(is_struck=card.place in places)
        if self.cursor in places:
            self.cursor = None

    def mark(self, answers: Sequence[Answered], *, players: Sequence[str], glow: bool) -> None:
        """Show which option was right and which were chosen, and by whom."""
        showing = answers[-1].showing
        self.cursor = None
        width = self._marks_begin(showing)
        for card in self._cards[: self.count]:
            option = showing.options[card.place]
            is_right = card.place == showing.key
            who = [
                one_line(players[one.attempt.player]) if players else ""
                for one in answers
                if one.attempt.chosen == option
            ]
            card.mark(is_right=is_right, chosen_by=who, glow=glow and is_right, width=width)
        if glow:
            right = self._cards[showing.key]
            self.set_timer(0.28, lambda: right.remove_class("-glow"))

    def _marks_begin(self, showing: Showing) -> int:
        """The column in which all marks can begin, as far as there is room for them beside the options."""
        room = self.size.width - _NUMBER_WIDTH - _FRAME_WIDTH - len(_LONGEST_MARK)
        widths = [cells(unbroken(option)) for option in showing.options]
        return max((width for width in widths if width <= min(_ALIGN_UP_TO, room)), default=0)

    def move(self, steps: int) -> None:
        """Point to another card, round and round."""
        if self.cursor is None:
            self.cursor = 0 if steps > 0 else self.count - 1
        else:
            self.cursor = (self.cursor + steps) % max(1, self.count)

    def watch_cursor(self, cursor: int | None) -> None:
        """Show where the arrows point."""
        for card in self._cards:
            card.set_class(card.place == cursor, "-cursor")
        if cursor is not None:
            self._cards[cursor].scroll_visible(animate=False)

    @on(OptionCard.Picked)
    def _forget_cursor(self) -> None:
        self.cursor = None
