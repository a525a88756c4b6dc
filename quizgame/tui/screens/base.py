"""What all screens have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

from quizgame.core.world import World
from quizgame.tui.commands import Place

if TYPE_CHECKING:
    from quizgame.tui.app import QuizGameApp

__all__ = ["NARROW", "DialogScreen", "GameScreen"]

NARROW = 72
"""Below so many columns side words go."""

R = TypeVar("R")
S = TypeVar("S")


class GameScreen(Screen[R]):
    """A screen of the game.

    Attributes:
        PLACE: What its commands are listed under.
    """

    PLACE: ClassVar[Place]
    is_leaving = False
    """Whether the screen was dismissed; keys that were pressed before it went may still come."""

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Leave the screen, once: a second call, or one while another screen stands in front, does nothing.

        Args:
            result: What the screen gives to whoever asked for it.
        """
        if self.is_leaving or not self.is_active:
            return AwaitComplete()
        self.is_leaving = True
        self.app.clear_notifications()  # what was told here has nothing to say elsewhere
        return super().dismiss(result)

    def open_screen(self, screen: Screen[S], then: Callable[[S | None], Any] | None = None) -> None:
        """Put another screen in front, unless one stands there already.

        Args:
            screen: The other screen.
            then: Takes what it gives.
        """
        if self.is_active and not self.is_leaving:
            self.app.clear_notifications()
            self.app.push_screen(screen, then)

    @property
    def is_unsaved(self) -> bool:
        """Whether something of the player's would be lost if the game were left now."""
        return False

    def step_away(self) -> None:
        """Let nothing go on: the player has gone to the shell."""

    def come_back(self) -> None:
        """Go on: the player is back."""

    def wind_up(self) -> None:
        """Save what is not saved yet: the player quits."""

    @property
    def game(self) -> "QuizGameApp":
        """The application."""
        return cast("QuizGameApp", self.app)

    @property
    def world(self) -> World:
        """Clocks, chance and storage."""
        return self.game.world


class DialogScreen(ModalScreen[R], GameScreen[R]):
    """A screen that stands before another."""

    PLACE: ClassVar[Place] = "dialog"
