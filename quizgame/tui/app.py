"""The game's application: it hands the world to its screens and starts the games they ask for."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

import msgspec
from textual import work
from textual.app import App, SystemCommand
from textual.command import Provider
from textual.screen import Screen

from quizgame.core.errors import Problem, QuizGameError
from quizgame.core.modes import Rules, challenge, classic
from quizgame.core.play import Choice
from quizgame.core.session import Session
from quizgame.core.settings import Settings
from quizgame.core.text import clean, clip
from quizgame.core.world import World
from quizgame.tui.commands import NO_KEYS, Command, bindings, commands_of
from quizgame.tui.keeping import Keeper, problems_of, reason_of
from quizgame.tui.screens.base import NARROW, GameScreen
from quizgame.tui.screens.home import HomeScreen
from quizgame.tui.signals import leave_on_signals
from quizgame.tui.themes import OWN_THEMES, fallback_colours

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

__all__ = ["QuizGameApp", "run_app"]

T = TypeVar("T")

_TOAST_WIDTH = 56
_TOAST_FRAME = 6
_STILLNESS = ("full", "basic", "none")


def _pack_commands() -> type[Provider]:
    from quizgame.tui.palette import PackCommands

    return PackCommands


class QuizGameApp(App[int]):
    """The game on the screen.

    Args:
        world: Clocks, chance and storage.
        choice: A game to start at once; None for the home screen.
        resume: Continue the game that was left, without asking.
    """

    TITLE = "quizgame"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # noqa: RUF012 - the first screen brings no style of its own
    BINDINGS = bindings("app")
    SUSPENDED_SCREEN_CLASS = "-behind"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {*App.COMMANDS, _pack_commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-medium"), (100, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-middle"), (32, "-tall")]  # noqa: RUF012

    def __init__(self, world: World, *, choice: Choice | None = None, resume: bool = False) -> None:
        super().__init__()
        self.world = world
        self.settings = Settings()
        self.keymap = NO_KEYS
        """The player's own keys that take effect, by the ids of commands."""
        self.setting_problems: tuple[Problem, ...] = ()
        self._opening = choice
        self._resume = resume
        self.shared = ""
        """The last result that the player wanted to share."""
        self._playing = False
        self._asking_to_quit = False
        self._keepers: list[Keeper] = []
        self._stillest = _STILLNESS.index(self.animation_level)
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self._load_settings()

    def get_default_screen(self) -> Screen[None]:
        """The screen that everything starts from and comes back to."""
        return HomeScreen()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for the themes that do not name them."""
        return fallback_colours(dark=self.current_theme.dark)

    def on_mount(self) -> None:
        """Open with what was asked for, after the first frame."""
        self.call_after_refresh(self._open)
        if not self.is_headless:
            leave_on_signals(self.leave_by)
            self.app_resume_signal.subscribe(self, lambda _: self.refresh())  # fg brings an empty terminal

    def leave_by(self, number: int) -> None:
        """Leave because a signal says so, with the terminal as it was before."""
        self.wind_up()
        self.exit(return_code=128 + number)

    def action_suspend_process(self) -> None:
        """Go to the shell until the player is back."""
        screen = self.screen
        if isinstance(screen, GameScreen):
            screen.step_away()
        super().action_suspend_process()
        if isinstance(screen, GameScreen):
            screen.come_back()

    async def action_quit(self) -> None:
        """Leave, once an open game is kept; ask once where something of the player's would be lost."""
        is_unsaved = any(isinstance(screen, GameScreen) and screen.is_unsaved for screen in self.screen_stack)
        if is_unsaved and not self._asking_to_quit:
            self._ask_to_quit()
            return
        self.wind_up()
        self.exit()

    @work(group="quit")
    async def _ask_to_quit(self) -> None:
        from quizgame.tui.flow import ask_to_quit

        self._asking_to_quit = True
        if await ask_to_quit(self):
            self.wind_up()
            self.exit()
        self._asking_to_quit = False

    def wind_up(self) -> None:
        """Keep the game that is open, and what could not be saved before."""
        for screen in self.screen_stack:
            if isinstance(screen, GameScreen):
                screen.wind_up()
        for keeper in self._keepers:
            keeper.try_again()

    def _open(self) -> None:
        from quizgame.core.play import left_games

        if self._opening is not None:
            self.start(self._opening)
            return
        try:
            left = next(iter(left_games(self.world)), None)
        except QuizGameError as error:
            if self._resume:
                self.tell("The game you left cannot be read.", error)
            return  # the home screen warns of it
        if left is not None and self._resume:
            self.go_on(left)
        elif left is not None:
            self.offer(left)
        elif self._resume:
            self.say("There is no game to continue.")

    @property
    def home(self) -> HomeScreen:
        """The screen at the bottom of the stack."""
        screen = self.screen_stack[0]
        assert isinstance(screen, HomeScreen)  # noqa: S101 - see get_default_screen
        return screen

    # Games

    def start(self, choice: Choice) -> None:
        """Begin a game and play it, unless one is being played."""
        if not self._playing:
            self._playing = True
            self._play(choice)

    def go_on(self, session: Session) -> None:
        """Play on with a game that was left, unless one is being played."""
        if not self._playing:
            self._playing = True
            self._play(session)

    @work(group="game")
    async def _play(self, what: Choice | Session) -> None:
        from quizgame.tui.flow import play

        try:
            await play(self, what)
        finally:
            self._playing = False

    @work(group="game")
    async def offer(self, session: Session) -> None:
        """Ask whether to continue a game that was left."""
        from quizgame.tui.flow import offer

        if await offer(self, session):
            self.go_on(session)

    def look_after(self, keeper: Keeper, session: Session) -> None:
        """Let what this keeper could not record be tried again at the end.

        Args:
            keeper: Saves the game that begins.
            session: The game; whatever else ended under its name is not recorded besides.
        """
        self._keepers = [other for other in self._keepers if not other.saved and not other.is_about(session)]
        self._keepers.append(keeper)

    # Settings

    def _load_settings(self) -> None:
        try:
            settings, self.setting_problems = self.world.settings()
        except QuizGameError as error:
            settings = Settings()
            self.setting_problems = problems_of(error)
        if settings.theme not in self.available_themes:
            problem = Problem(key="theme", what=f"there is no theme {settings.theme!r}; ice is used")
            self.setting_problems += (problem,)
            settings = msgspec.structs.replace(settings, theme="ice")
        self.keymap = NO_KEYS
        if settings.keys:
            from quizgame.tui.keymap import keymap_of

            self.keymap, problems = keymap_of(settings.keys)
            self.setting_problems += problems
        self.set_keymap(dict(self.keymap))
        self.apply(settings)

    def apply(self, settings: Settings) -> None:
        """Let settings take effect. What the environment asks to hold still stays still."""
        self.settings = settings
        self.theme = settings.theme
        self.animation_level = _STILLNESS[max(self._stillest, _STILLNESS.index(settings.animation))]  # type: ignore[assignment]

    @property
    def quick_rules(self) -> Rules:
        """The rules of a quick game."""
        settings = self.settings
        seconds = settings.question_seconds or None
        return classic(settings.questions, question_seconds=seconds, time_factor=settings.time_factor)

    @property
    def challenge_rules(self) -> Rules:
        """The rules of a timed challenge."""
        return challenge(self.settings.seconds, time_factor=self.settings.time_factor)

    def switch(self, name: str) -> bool:
        """Let another player play, with a record and settings of their own.

        Returns:
            Whether it could be done.
        """
        world = self.attempt("That player cannot be chosen.", lambda: self.world.profiles.open(name))
        if world is None:
            return False
        self.world = world
        self._load_settings()
        return True

    # Words to the player

    def say(self, text: str, *, warning: bool = False) -> None:
        """Tell the player something that passes by itself, as text."""
        severity: SeverityLevel = "warning" if warning else "information"
        self.notify(clip(clean(text), 300, 6), markup=False, severity=severity, timeout=6)

    def tell(self, what: str, error: QuizGameError) -> None:
        """Tell the player what went wrong, and why."""
        self.say(f"{what}\n{error}", warning=True)

    def hint(self, what: str, error: QuizGameError) -> None:
        """Tell the player in two short lines what went wrong, where more would cover what is being read."""
        room = min(_TOAST_WIDTH, self.size.width) - _TOAST_FRAME
        self.say("\n".join(clip(text, room) for text in (what, reason_of(error))), warning=True)

    def attempt(self, what: str, call: Callable[[], T]) -> T | None:
        """Call something that may fail for a reason outside the game; then say so and give None."""
        try:
            return call()
        except QuizGameError as error:
            self.tell(what, error)
            return None

    # Commands

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the screen in front, and those of everywhere, for the palette."""
        places = [screen.PLACE] if isinstance(screen, GameScreen) else []
        for command in (*(row for place in places for row in commands_of(place)), *commands_of("app")):
            if command.action not in ("", "command_palette"):
                name = f"{command.label[0].upper()}{command.label[1:]}"
                yield SystemCommand(f"{name} · {command.help.rstrip('.')}", "", self._runner(screen, command))

    def _runner(self, screen: Screen[Any], command: Command) -> Callable[[], None]:
        async def run() -> None:
            if self.screen is not screen:
                return  # Enter was pressed twice, and the first has led elsewhere
            await self.run_action(command.action, default_namespace=self if command.place == "app" else screen)

        return lambda: screen.call_next(run)

    def action_command_palette(self) -> None:
        """Show every command by name."""
        from quizgame.tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def action_help(self) -> None:
        """Tell what can be done on the screen in front."""
        from quizgame.tui.screens.help import HelpScreen

        if isinstance(self.screen, GameScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen.PLACE))


def run_app(world: World, *, choice: Choice | None = None, resume: bool = False) -> tuple[int, str]:
    """Run the game on this terminal until the player leaves it.

    Args:
        world: Clocks, chance and storage.
        choice: A game to start at once; None for the home screen.
        resume: Continue the game that was left, without asking.

    Returns:
        The exit status, 0 when all went well, and the result that the player wanted to share, if any: not every
        terminal lets a program write to the clipboard.
    """
    app = QuizGameApp(world, choice=choice, resume=resume)
    app.run()
    return app.return_code or 0, app.shared
