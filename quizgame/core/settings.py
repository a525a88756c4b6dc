"""What the player has settled for good."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from quizgame.core.days import DAY_START

__all__ = ["Animation", "Settings", "turned"]

Animation = Literal["full", "basic", "none"]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The settings of a profile; every one has a default."""

    theme: Annotated[str, Meta(max_length=64)] = "ice"
    """The name of a theme, one of our own or of Textual's."""
    animation: Animation = "full"
    """How much moves on the screen."""
    questions: Annotated[int, Meta(ge=1, le=100)] = 10
    """How many questions a quick game asks."""
    seconds: Annotated[int, Meta(ge=10, le=3600)] = 60
    """How long a timed challenge takes, in seconds."""
    question_seconds: Annotated[int, Meta(ge=0, le=600)] = 0
    """The time for each question of a quick game, in seconds; 0 for as long as one likes."""
    time_factor: Annotated[float, Meta(ge=1, le=10)] = 1.0
    """By how much every clock is extended."""
    day_start: Annotated[int, Meta(ge=0, le=12)] = DAY_START
    """The hour at which a day of play begins."""
    packs_off: tuple[Annotated[str, Meta(max_length=64)], ...] = ()
    """The ids of packs that are asked only where they are named."""
    bell: bool = False
    """Whether the terminal's bell tells right from wrong."""
    keys: dict[Annotated[str, Meta(max_length=64)], Annotated[str, Meta(max_length=64)]] = {}
    """Keys of the player's own, by the names of commands, such as ``{"home.challenge" = "t"}``."""


def turned(settings: Settings, pack: str, *, is_on: bool) -> Settings:
    """The settings with a pack turned on or off."""
    others = tuple(name for name in settings.packs_off if name != pack)
    return msgspec.structs.replace(settings, packs_off=others if is_on else (*others, pack))
