"""What the player has settled for good."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

__all__ = ["Animation", "Settings"]

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
