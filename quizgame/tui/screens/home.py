"""The home screen: the quick game under the Enter key, everything else one key away."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.events import Click, Resize, ScreenResume

from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.modes import challenge, classic
from quizgame.core.pack import Library
from quizgame.core.play import Choice, unfinished
from quizgame.core.session import Session
from quizgame.core.stats import Statistics, statistics
from quizgame.core.tally import Tallied
from quizgame.core.wording import counted, grouped
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, joined, line, plain, short
from quizgame.tui.keeping import problems_of, progress_name
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.menu import MenuRow
from quizgame.tui.widgets.text import Text
from quizgame.tui.widgets.wordmark import Wordmark

__all__ = ["HomeScreen"]

T = TypeVar("T")

_NO_PACKS = (
    "There are no questions yet. Press n to make some from an article of yours, or p to add a pack of questions."
)


class HomeScreen(GameScreen[None]):
    """Where everything starts from and comes back to."""

    PLACE: ClassVar[Place] = "home"
    BINDINGS = bindings("home")
    AUTO_FOCUS = "#quick"

    def __init__(self) -> None:
        super().__init__()
        self._library = Library()
        self._figures = Statistics()
        self._left: Session | None = None
        self._left_games = 0
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
        yield MenuRow("Continue", EMPTY, "g", "go_on", id="continue")
        yield MenuRow("Quick game", _told_quick(settings.questions), "1", "quick", id="quick")
        yield MenuRow("Timed challenge", _told_challenge(settings.seconds), "c", "challenge", id="challenge")
        yield MenuRow("More ways", plain("choose packs, mode and length"), "m", "more", id="more")

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
        self._left = _ask(lambda: unfinished(self.world), None, troubles)
        nothing: tuple[Session, ...] = ()
        self._left_games = sum(not game.is_finished for game in _ask(self.world.unfinished, nothing, []))
        self._figures = statistics(record.tally, now=self.world.now(), day_start=self.game.settings.day_start)
        self.problems = (*self._library.problems, *troubles, *record.problems, *self.game.setting_problems)
        self._tell()

    def _tell(self) -> None:
        facts = _facts(self._library, self._figures, is_new=self._left is None, small=self.has_class("-short"))
        self.query_one("#facts", Text).show(facts)
        self._tell_rows()
        self._tell_warnings()

    def _tell_rows(self) -> None:
        settings = self.game.settings
        self.query_one("#quick", MenuRow).tell(_told_quick(settings.questions))
        self.query_one("#challenge", MenuRow).tell(_told_challenge(settings.seconds))
        left = self.query_one("#continue", MenuRow)
        left.display = self._left is not None
        if self._left is not None:
            left.tell(_told_left(self._left, self._left_games))
        empty = self.query_one("#empty", Text)
        empty.display = not self._library.questions
        empty.show(plain(_NO_PACKS))

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
        read = line(plain("w", "bold $primary"), " reads why")
        warnings.show(line(plain("! ", "bold $warning"), joined(told, ", "), " · ", read))

    # Actions

    def action_quick(self) -> None:
        """Play a quick game over all packs."""
        self.game.start(Choice(rules=classic(self.game.settings.questions)))

    def action_challenge(self) -> None:
        """Play against the clock over all packs."""
        self.game.start(Choice(rules=challenge(self.game.settings.seconds)))

    def action_go_on(self) -> None:
        """Continue the game that was left."""
        if self._left is None:
            self.game.say("There is no game to continue.")
        else:
            self.game.go_on(self._left)

    def action_more(self) -> None:
        """Choose packs, mode and length."""
        from quizgame.tui.screens.setup import SetupScreen

        self.open_screen(SetupScreen(), self._start)

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


def _told_quick(questions: int) -> Content:
    return plain(f"{counted(questions, 'question')}, all packs")


def _told_challenge(seconds: int) -> Content:
    return plain(f"{counted(seconds, 'second')}, as many as you can")


def _told_left(session: Session, games: int) -> Content:
    """How far the game that is offered has come, and how many there are."""
    if games > 1:
        return plain(f"{counted(games, 'game')} left · {progress_name(session)}")
    told = plain(f"{progress_name(session)} · {grouped(session.score)} points")
    return line(told, " · ", short(session.showings[0].pack_title, 40)) if len(session.packs) == 1 else told


def _facts(library: Library, figures: Statistics, *, is_new: bool, small: bool) -> Content:
    stock = f"{counted(len(library.packs), 'pack')} · {counted(library.questions, 'question')}"
    days = f"▲ {counted(figures.day_streak, 'day')} in a row" if figures.day_streak else ""
    best = max(figures.best_score("classic"), figures.best_score("challenge"))
    top = line(plain("best "), plain(grouped(best), "bold $points")) if best else EMPTY
    told = [part for part in (plain(stock), plain(days), top) if part]
    if small:
        return joined(told, " · ").stylize_before("$quiet")
    if library.questions and is_new and not figures.asked:
        told += [plain("press Enter to play")]
    return joined(told).stylize_before("$quiet")
