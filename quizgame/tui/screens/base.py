"""What all screens have in common."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import ModalScreen, Screen

from quizgame.core.world import World
from quizgame.tui.commands import Place

if TYPE_CHECKING:
    from quizgame.tui.app import QuizGameApp

__all__ = ["NARROW", "DialogScreen", "GameScreen"]

NARROW = 72
"""Below so many columns side words go."""

R = TypeVar("R")


class GameScreen(Screen[R]):
    """A screen of the game.

    Attributes:
        PLACE: What its commands are listed under.
    """

    PLACE: ClassVar[Place]

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
