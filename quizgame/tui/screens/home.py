"""The home screen: the quick game under the Enter key, everything else one key away."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.events import Click, Resize, ScreenResume

from quizgame.core.days import play_day
from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.flags import Flags
from quizgame.core.modes import daily, review, survival
from quizgame.core.pack import Library
from quizgame.core.play import Choice, left_games, todays
from quizgame.core.refs import pack_of
from quizgame.core.reviewing import due_refs
from quizgame.core.stats import Statistics, statistics
from quizgame.core.tally import Tallied, Tally
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings, command_of
from quizgame.tui.content import EMPTY, joined, line, plain
from quizgame.tui.facts import Standing, told_challenge, told_daily, told_facts, told_left, told_quick, told_review
from quizgame.tui.keeping import problems_of
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.menu import MenuRow
from quizgame.tui.widgets.text import Text
from quizgame.tui.widgets.wordmark import Wordmark

if TYPE_CHECKING:
    from quizgame.core.session import Session

__all__ = ["HomeScreen"]

T = TypeVar("T")


class HomeScreen(GameScreen[None]):
    """Where everything starts from and comes back to."""

    PLACE: ClassVar[Place] = "home"
    BINDINGS = bindings("home")
    AUTO_FOCUS = "#quick"

    def __init__(self) -> None:
        super().__init__()
        self._library = Library()
        self._figures = Statistics()
        self._standing = Standing()
        self._left: Sequence[Session] = ()
        """The games to continue, the newest first."""
        self._has_others = False
        self.problems: Sequence[Problem] = ()
        """What is wrong with packs, record and settings."""

    def compose(self) -> ComposeResult:
        """The name, the facts beside it, and the rows of things to do."""
        with Center(id="middle"), Vertical(id="home"):
            with Horizontal(id="top"):
                yield Wordmark(id="wordmark")
                yield Text(id="facts")
            yield Text(id="empty")
            with Vertical(id="menu"):
                yield from self._rows()
            yield Text(id="warnings")
            yield KeyBar()

    def _rows(self) -> Iterator[MenuRow]:
        settings = self.game.settings
        yield MenuRow("Continue", EMPTY, "continue", id="continue")
        yield MenuRow(
            "Quick game", told_quick(settings.questions, settings.question_seconds, self._library), "quick", id="quick"
        )
        yield MenuRow(
            "Timed challenge", told_challenge(settings.seconds, settings.time_factor), "challenge", id="challenge"
        )
        yield MenuRow("Daily", EMPTY, "daily", id="daily")
        yield MenuRow("Review", EMPTY, "review", id="review")
        yield MenuRow("More ways", plain("survival, hot seat, choose packs"), "more", id="more")

    def on_mount(self) -> None:
        """Hide what only some players need; the facts come after the first frame."""
        for name in ("#continue", "#empty", "#warnings"):
            self.query_one(name).display = False

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Tell anew what a game, a pack or a setting has changed."""
        self.call_after_refresh(self.refresh_facts)

    def on_resize(self, _: Resize) -> None:
        """Tell the facts in as many lines as there is room for."""
        self.call_after_refresh(self._tell)

    @on(Click, "#warnings")
    def _read_warnings(self) -> None:
        self.action_problems()

    # Facts

    def refresh_facts(self) -> None:
        """Ask the world how things stand, and tell it. What cannot be read is a warning, not a stop."""
        troubles: list[Problem] = []
        self._library = _ask(self.world.library, Library(), troubles)
        record = _ask(self.world.tally, Tallied(), troubles)
        self._left = _ask(lambda: left_games(self.world), (), troubles)
        self._figures = statistics(record.tally, now=self.world.now(), day_start=self.game.settings.day_start)
        flags = _ask(self.world.flags, Flags(), troubles)
        day = play_day(self.world.now(), self.game.settings.day_start)
        due = _due(record.tally, self._library, flags.refs, self.world.now())
        begun = todays(self._left, day)
        self._standing = Standing(daily=record.tally.dailies.get(day), daily_left=begun, due=due)
        troubles += (*flags.problems, *record.problems)
        self.problems = (*self._library.problems, *troubles, *self.game.setting_problems)
        self._has_others = len(self.world.profiles.names()) > 1
        self._tell()

    def _tell(self) -> None:
        who = self.world.profile if self._has_others else ""
        facts = told_facts(self._library.on, self._figures, who, is_new=not self._left, small=self.has_class("-short"))
        self.query_one("#facts", Text).show(facts)
        self._tell_rows()
        self._tell_warnings()

    def _tell_rows(self) -> None:
        settings = self.game.settings
        self.query_one("#quick", MenuRow).tell(told_quick(settings.questions, settings.question_seconds, self._library))
        self.query_one("#challenge", MenuRow).tell(told_challenge(settings.seconds, settings.time_factor))
        self.query_one("#daily", MenuRow).tell(told_daily(self._standing))
        self.query_one("#review", MenuRow).tell(told_review(self._standing.due, is_new=not self._figures.asked))
        left = self.query_one("#continue", MenuRow)
        left.display = bool(self._left)
        if self._left:
            left.tell(told_left(self._left))
        empty = self.query_one("#empty", Text)
        empty.display = not self._library.on.questions
        new, packs = (command_of("home", name, self.game.keymap).shown for name in ("new", "packs"))
        none = (
            f"There are no questions yet. Press {new} to make some from an article of yours, or {packs} to add a pack."
        )
        off = f"All your packs are off. Press {packs}, and turn one on."
        empty.show(plain(off if self._library.questions else none))

    def _tell_warnings(self) -> None:
        warnings = self.query_one("#warnings", Text)
        warnings.display = bool(self.problems)
        packs = len({problem.file for problem in self._library.problems})
        others = len(self.problems) - len(self._library.problems)
        told = [
            plain(text)
            for number, text in (
                (packs, f"{counted(packs, 'pack')} {'was' if packs == 1 else 'were'} left out"),
                (others, f"{counted(others, 'warning')}"),
            )
            if number
        ]
        key = command_of("home", "problems", self.game.keymap).shown
        read = line(plain(key, "bold $primary"), " reads why")
        warnings.show(line(plain("! ", "bold $warning"), joined(told, ", "), " · ", read))

    # Actions

    def action_quick(self) -> None:
        """Play a quick game over all packs."""
        self.game.start(Choice(rules=self.game.quick_rules))

    def action_challenge(self) -> None:
        """Play against the clock over all packs."""
        self.game.start(Choice(rules=self.game.challenge_rules))

    def action_daily(self) -> None:
        """Play the questions of today, or go on with them."""
        day = play_day(self.world.now(), self.game.settings.day_start)
        left = self.game.attempt("The games you left cannot be read.", lambda: todays(left_games(self.world), day))
        if left is not None:
            self.game.go_on(left)
        else:
            self.game.start(Choice(rules=daily()))

    def action_review(self) -> None:
        """Review what is due."""
        self.game.start(Choice(rules=review()))

    def action_profiles(self) -> None:
        """Choose who plays."""
        from quizgame.tui.screens.profiles import ProfilesScreen

        self.open_screen(ProfilesScreen())

    @work(exclusive=True)
    async def action_go_on(self) -> None:
        """Continue the game that was left, or one of several."""
        from quizgame.tui.flow import pick_left

        if not self._left:
            self.game.say("There is no game to continue.")
        elif len(self._left) == 1:
            self.game.go_on(self._left[0])
        elif self.is_active:
            chosen = await pick_left(self.game, self._left)
            if chosen is not None:
                self.game.go_on(chosen)

    def action_survival(self) -> None:
        """Play survival over all packs."""
        self.game.start(Choice(rules=survival(time_factor=self.game.settings.time_factor)))

    def action_turns(self) -> None:
        """Choose who takes turns in a hot seat."""
        from quizgame.tui.screens.setup import HOT_SEAT, SetupScreen

        self.open_screen(SetupScreen(HOT_SEAT), self._start)

    def action_more(self) -> None:
        """Choose packs, mode and length."""
        from quizgame.tui.screens.setup import SetupScreen

        self.open_screen(SetupScreen(), self._start)

    @work(exclusive=True)
    async def action_code(self) -> None:
        """Ask for a friend's code, and play the same game."""
        from quizgame.core.play import by_code, differing
        from quizgame.tui.screens.dialog import LineScreen

        if not self.is_active:
            return
        about = plain("It asks the same questions in the same order, as far as you have the same packs.")
        hint = "CE6AAB-6FUVCD-LINUM3-…"
        take = partial(by_code, self.world)
        screen = LineScreen(plain("Play a friend's game"), about, does="plays it", hint=hint, take=take)
        found = await self.app.push_screen_wait(screen)
        if found is None:
            return
        choice, gone = found
        if gone and choice.code:
            self.game.say(differing(choice.code, gone), warning=True)
        self.game.start(choice)

    def action_packs(self) -> None:
        """Show the packs."""
        from quizgame.tui.screens.packs import PacksScreen

        self.open_screen(PacksScreen(), self._start)

    def action_new(self) -> None:
        """Make a new pack from an article."""
        from quizgame.tui.screens.article import ArticleScreen

        self.open_screen(ArticleScreen(), self._start)

    def _start(self, choice: Choice | None) -> None:
        if choice is not None:
            self.game.start(choice)

    def action_record(self) -> None:
        """Show the record."""
        from quizgame.tui.screens.record import RecordScreen

        self.open_screen(RecordScreen())

    def action_settings(self) -> None:
        """Show the settings."""
        from quizgame.tui.screens.settings import SettingsScreen

        self.open_screen(SettingsScreen())

    def action_problems(self) -> None:
        """Tell what is wrong in full."""
        from quizgame.tui.screens.dialog import ProblemsScreen

        if self.problems:
            self.open_screen(ProblemsScreen(self.problems))


def _ask(read: Callable[[], T], otherwise: T, troubles: "list[Problem]") -> T:
    """What can be read, or something else and why."""
    try:
        return read()
    except QuizGameError as error:
        troubles += problems_of(error)
        return otherwise


def _due(record: Tally, library: Library, flagged: Collection[str], now: datetime) -> int:
    """How many questions are due, as far as their packs are at hand."""
    packs = {pack.id for pack in library.packs}
    return len(due_refs(record, now, is_there=lambda ref: pack_of(ref) in packs and ref not in flagged))
