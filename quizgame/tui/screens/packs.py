"""The packs: what there is to play, searched, turned on and off, and the player's own to add, edit and remove."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from quizgame.core.catalogue import Listed, catalogue, matching, tags_of
from quizgame.core.errors import QuizGameError
from quizgame.core.modes import Rules
from quizgame.core.pack import Library, PackInfo
from quizgame.core.play import Choice
from quizgame.core.refs import pack_of
from quizgame.core.settings import turned
from quizgame.core.tally import Tally
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings, command_of
from quizgame.tui.content import EMPTY, line, plain, short
from quizgame.tui.packfacts import told_pack, told_row
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.fields import LineField
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.rows import Rows
from quizgame.tui.widgets.text import Text

__all__ = ["PacksScreen"]


class PacksScreen(GameScreen[Choice | None]):
    """All packs with what they hold. Gives a game to play, or None."""

    PLACE: ClassVar[Place] = "packs"
    CSS_PATH = "packs.tcss"
    BINDINGS = bindings("packs")
    AUTO_FOCUS = "#list"

    def __init__(self) -> None:
        super().__init__()
        self._library = Library()
        self._all: tuple[Listed, ...] = ()
        self._found: tuple[Listed, ...] = ()
        self._removed: list[str] = []
        self._chosen: str | None = None
        self._topic = ""
        self._width = 0

    def compose(self) -> ComposeResult:
        """The list, and what is known of the pack in front."""
        with Horizontal(classes="center"), Vertical(classes="column"):
            with Horizontal(id="head"):
                yield Text(id="stock")
                yield LineField(hint="search, or #topic", id="search")
            yield Rows(id="list")
            with VerticalScroll(id="details", can_focus=False):
                yield Text(id="told")
            yield KeyBar()

    def on_mount(self) -> None:
        """List the packs."""
        self.query_one("#search").display = False
        self.renew()

    def on_resize(self, _: Resize) -> None:
        """Tell as much of every pack as fits."""
        self.call_after_refresh(self._refit)

    def _refit(self) -> None:
        width = self.query_one("#list", OptionList).scrollable_content_region.width
        if width != self._width:
            self._width = width
            self._list(self._chosen)

    def renew(self, chosen: str | None = None) -> None:
        """List the packs that there are now.

        Args:
            chosen: The pack to stand in front; None for the one that does.
        """
        self._library = self.game.attempt("The packs cannot be read.", self.world.library) or Library()
        self._all = catalogue(self._library, self._record())
        if chosen is not None:
            self._topic = ""
            self.query_one("#search", LineField).value = ""
            self._leave_search()
        self._list(chosen or self._chosen)

    def _record(self) -> Tally:
        """All games so far; what cannot be read of them tells of itself on the home screen."""
        try:
            return self.world.tally().tally
        except QuizGameError:
            return Tally()

    def _list(self, chosen: str | None) -> None:
        self._found = matching(self._all, self.query_one("#search", LineField).value, topic=self._topic)
        now = self.world.now()
        rows = self.query_one("#list", OptionList)
        rows.clear_options()
        rows.add_options([Option(told_row(one, self._width, now)) for one in self._found])
        places = [place for place, one in enumerate(self._found) if one.info.id == chosen]
        rows.highlighted = (places[0] if places else 0) if self._found else None
        self._tell_stock()
        self._tell()

    def _tell_stock(self) -> None:
        problems, found = self._library.problems, len(self._found)
        topic = line("  about ", short(self._topic, 30, "bold")) if self._topic else EMPTY
        some = f"{found:,} of {counted(len(self._all), 'pack')}" if found < len(self._all) else ""
        told = (
            f"{some or counted(found, 'pack')} · {counted(sum(one.info.questions for one in self._found), 'question')}"
        )
        off = sum(not one.info.is_on for one in self._all)
        out = plain(f"  ! {counted(len(problems), 'problem')}, w reads", "$warning") if problems else EMPTY
        self.query_one("#stock", Text).show(
            line(plain(told, "bold"), topic, plain(f"  {off:,} off" if off else ""), out)
        )

    @property
    def pack(self) -> PackInfo | None:
        """The pack in front."""
        place = self.query_one("#list", OptionList).highlighted
        return self._found[place].info if place is not None and place < len(self._found) else None

    @on(OptionList.OptionHighlighted)
    def _tell(self) -> None:
        pack = self.pack
        flagged = self._flagged(pack) if pack else 0
        told = self.query_one("#told", Text)
        if pack is None:
            add = command_of("packs", "add", self.game.keymap).shown
            told.show(plain("No pack is like that." if self._all else f"Press {add} to add a pack.", "$quiet"))
        else:
            self._chosen = pack.id
            one = next(one for one in self._found if one.info is pack)
            told.show(told_pack(one, flagged, self.world.now()))
        states = {
            "problems": bool(self._library.problems),
            "own": pack is not None and pack.own,
            "flagged": flagged,
            "removed": bool(self._removed),
        }
        self.query_one(KeyBar).name_for(*(state for state, holds in states.items() if holds))

    def _flagged(self, pack: PackInfo) -> int:
        """How many of its questions the player has flagged."""
        try:
            flags = self.world.flags().flags
        except QuizGameError:
            return 0
        return sum(pack_of(flag.question) == pack.id for flag in flags)

    # Finding

    def action_search(self) -> None:
        """Write what to search for."""
        field = self.query_one("#search")
        field.display = True
        field.focus()

    @on(Input.Changed, "#search")
    def _search(self) -> None:
        self._list(self._chosen)

    @on(Input.Submitted, "#search")
    def _leave_search(self) -> None:
        field = self.query_one("#search", LineField)
        field.display = bool(field.value.strip())
        self.query_one("#list").focus()

    @work(exclusive=True)
    async def action_topics(self) -> None:
        """Pick a topic, and list only its packs."""
        from quizgame.tui.screens.dialog import PickScreen

        tags = tags_of(self._all)
        if not self.is_active:
            return
        if not tags:
            self.game.say("No pack tells its topics.")
            return
        every = ("", plain("all packs"))
        rows = [every, *((tag, line(plain(tag), plain(f"  {count:,}", "$quiet"))) for tag, count in tags)]
        picked = await self.app.push_screen_wait(PickScreen(plain("Packs about what?"), EMPTY, rows))
        if picked is not None:
            self._topic = picked
            self._list(self._chosen)

    def action_scroll_on(self) -> None:
        """Scroll what is known of the pack in front."""
        self.query_one("#details").scroll_page_down(animate=False)

    def action_scroll_back(self) -> None:
        """Scroll it back."""
        self.query_one("#details").scroll_page_up(animate=False)

    # Playing

    @on(OptionList.OptionSelected)
    def action_play(self) -> None:
        """Play a quick game of the pack in front."""
        self._play(self.game.quick_rules)

    def action_challenge(self) -> None:
        """Play the pack in front against the clock."""
        self._play(self.game.challenge_rules)

    def _play(self, rules: Rules) -> None:
        if self.pack is not None:
            self.dismiss(Choice(rules=rules, packs=(self.pack.id,)))

    def action_turn(self) -> None:
        """Turn the pack in front off, or on again."""
        pack = self.pack
        if pack is None:
            return
        settings = turned(self.game.settings, pack.id, is_on=not pack.is_on)
        try:
            self.world.keep_settings(settings)
        except QuizGameError as error:
            self.game.tell("That could not be saved.", error)
        else:
            self.game.apply(settings)
            self.renew()

    # Looking into a pack, and changing what there is

    @work(exclusive=True)
    async def action_open(self) -> None:
        """Show the questions of the pack in front, to be read or edited."""
        from quizgame.tui.shelving import look_into

        if self.pack is not None and self.is_active:
            await look_into(self.game, self.pack)
            self.renew()

    @work(exclusive=True)
    async def action_new(self) -> None:
        """Make a new pack from an article."""
        from quizgame.tui.screens.article import ArticleScreen

        if not self.is_active:
            return
        known = {pack.id for pack in self._library.packs}
        choice = await self.app.push_screen_wait(ArticleScreen())
        self.renew()
        new = [pack.id for pack in self._library.packs if pack.id not in known]
        if choice is not None:
            self.dismiss(choice)
        elif new:
            self.renew(new[0])

    @work(exclusive=True)
    async def action_write(self) -> None:
        """Write a new pack by hand."""
        from quizgame.tui.shelving import write

        if self.is_active:
            self.renew(await write(self.game))

    @work(exclusive=True)
    async def action_add(self) -> None:
        """Bring a pack in: by its path, its web address, or as text."""
        from quizgame.tui.shelving import bring_in

        if self.is_active:
            self.renew(await bring_in(self.game))

    @work(exclusive=True)
    async def action_export(self) -> None:
        """Write the pack in front in a format of other programs."""
        from quizgame.tui.shelving import send_out

        if self.pack is not None and self.is_active:
            await send_out(self.game, self.pack)

    @work(exclusive=True)
    async def action_remove(self) -> None:
        """Ask, and remove a pack of the player's own."""
        from quizgame.tui.shelving import remove

        if self.pack is not None and self.is_active:
            removed = await remove(self.game, self.pack)
            self._removed += [removed] if removed else []
            self.renew()

    def action_undo(self) -> None:
        """Put the pack back that was removed last."""
        if not self._removed:
            self.game.say("No pack was removed here.")
            return
        try:
            back = self.world.stock.restore(self._removed[-1])
        except QuizGameError as error:
            self.game.tell("The pack could not be put back.", error)
            return
        self._removed.pop()
        self.game.say(f"Here again: {back.title}." if back else "It is here again.")
        self.renew(back.id if back else None)

    def action_duplicates(self) -> None:
        """Show the questions that ask the same."""
        from quizgame.tui.screens.duplicates import DuplicatesScreen

        self.open_screen(DuplicatesScreen(), lambda _: self.renew())

    @work(exclusive=True)
    async def action_flags(self) -> None:
        """Let the player pick a flagged question of the pack in front, to take its flag back."""
        from quizgame.tui.flagging import pick_flagged

        if self.pack is not None and self.is_active:
            await pick_flagged(self.game, self.pack.id)
            self._tell()

    def action_problems(self) -> None:
        """Tell what is wrong with packs that were left out."""
        from quizgame.tui.screens.dialog import ProblemsScreen

        if self._library.problems:
            self.open_screen(ProblemsScreen(self._library.problems))
        else:
            self.game.say("Nothing is wrong with the packs.")

    def action_back(self) -> None:
        """Back to all packs where some were searched for, else to the start."""
        field = self.query_one("#search", LineField)
        if field.display or self._topic:
            self._topic = field.value = ""
            self._leave_search()
            self._list(self._chosen)
        else:
            self.dismiss(None)
