"""The settings: every change takes effect and is saved at once."""

from typing import ClassVar

import msgspec
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizgame.core.errors import QuizGameError
from quizgame.core.modes import CHALLENGE_SECONDS, QUESTION_SECONDS, TIME_FACTORS
from quizgame.core.settings import Animation, Settings
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import Content, line, plain
from quizgame.tui.screens.base import GameScreen
from quizgame.tui.themes import OWN_THEMES
from quizgame.tui.widgets.chips import Chip, Chips
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text
from quizgame.tui.widgets.ticks import Choices

__all__ = ["SettingsScreen"]

_QUESTIONS = (5, 10, 15, 20)
_HOURS = (0, 2, 4, 6)
_BELL = (Chip(False, "off"), Chip(True, "on"))  # noqa: FBT003 - the values of a setting
_MOTION: tuple[Chip[Animation], ...] = (Chip("full", "full"), Chip("basic", "less"), Chip("none", "none"))


class SettingsScreen(GameScreen[None]):
    """Change how the game looks and how long its games are."""

    PLACE: ClassVar[Place] = "settings"
    CSS_PATH = "settings.tcss"
    BINDINGS = bindings("settings")
    AUTO_FOCUS = "#themes"

    def __init__(self) -> None:
        super().__init__()
        self._told_trouble = False

    def compose(self) -> ComposeResult:
        """The themes, and the other settings in rows."""
        settings = self.game.settings
        questions = sorted({*_QUESTIONS, settings.questions})
        seconds = sorted({*CHALLENGE_SECONDS, settings.seconds})
        each = sorted({*QUESTION_SECONDS, settings.question_seconds} - {0})
        factors = [Chip(factor, f"x{factor:g}") for factor in sorted({*TIME_FACTORS, settings.time_factor})]
        hours = [Chip(hour, f"{hour}:00") for hour in sorted({*_HOURS, settings.day_start})]
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("Settings", "bold"), classes="title")
            with Horizontal(id="parts"):
                yield Choices(*(Option(_told(name), id=name) for name in self._themes), id="themes")
                with VerticalScroll(id="rows", can_focus=False):
                    yield Text(plain("Motion"), classes="name")
                    yield Chips(_MOTION, settings.animation, id="animation")
                    yield Text(plain("Questions in a quick game"), classes="name")
                    yield Chips(_numbers(questions), settings.questions, id="questions")
                    yield Text(plain("Seconds for each of them"), classes="name")
                    yield Chips(
                        [Chip(0, "no limit"), *_numbers(each)], settings.question_seconds, id="question_seconds"
                    )
                    yield Text(plain("Seconds in a challenge"), classes="name")
                    yield Chips(_numbers(seconds), settings.seconds, id="seconds")
                    yield Text(plain("More time on every clock"), classes="name")
                    yield Chips(factors, settings.time_factor, id="time_factor")
                    yield Text(plain("A day begins at"), classes="name")
                    yield Chips(hours, settings.day_start, id="day_start")
                    yield Text(plain("Bell after a miss"), classes="name")
                    yield Chips(_BELL, settings.bell, id="bell")
            yield KeyBar()

    @property
    def _themes(self) -> list[str]:
        """Our own themes first, then Textual's by name."""
        own = [theme.name for theme in OWN_THEMES]
        return [*own, *sorted(name for name in self.app.available_themes if name not in own)]

    def on_mount(self) -> None:
        """Point to the theme that is in use."""
        themes = self.query_one("#themes", OptionList)
        themes.border_title = "Theme"
        themes.highlighted = self._themes.index(self.game.settings.theme)

    @on(OptionList.OptionHighlighted)
    def _choose_theme(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self._change(msgspec.structs.replace(self.game.settings, theme=event.option_id))

    @on(Chips.Changed)
    def _choose(self, event: Chips.Changed) -> None:
        changed = {str(event.chips.id): event.chips.value}
        self._change(msgspec.structs.replace(self.game.settings, **changed))

    def _change(self, settings: Settings) -> None:
        if settings == self.game.settings:
            return
        self.game.apply(settings)
        try:
            self.world.keep_settings(settings)
        except QuizGameError as error:
            if not self._told_trouble:
                self.game.tell("The settings hold for now, but they cannot be saved.", error)
            self._told_trouble = True

    def action_back(self) -> None:
        """Back to the start."""
        self.dismiss(None)


def _numbers(numbers: list[int]) -> list[Chip[int]]:
    return [Chip(number, str(number)) for number in numbers]


def _told(name: str) -> Content:
    own = any(theme.name == name for theme in OWN_THEMES)
    return line(plain(name), plain("  our own", "italic")) if own else plain(name)
