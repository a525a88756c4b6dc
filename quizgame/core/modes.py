"""The ways to play, as values: what a game's rules are, not how a screen carries them out."""

from typing import Literal

import msgspec

__all__ = [
    "CHALLENGE_SECONDS",
    "MISS_SECONDS",
    "MODES",
    "VERDICT_SECONDS",
    "Mode",
    "ModeName",
    "Rules",
    "challenge",
    "classic",
    "practice",
]

ModeName = Literal["classic", "challenge"]

CHALLENGE_SECONDS = (30, 60, 120, 180)
"""The durations that screens offer for a timed challenge, in seconds."""
MISS_SECONDS = 3.0
"""What a miss takes off a challenge's clock, in seconds."""
VERDICT_SECONDS = 0.6
"""How long a challenge shows its verdict, in seconds; the clock stands still meanwhile."""


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """How a mode is named and told to the player."""

    name: ModeName
    title: str
    summary: str


MODES: dict[ModeName, Mode] = {
    mode.name: mode
    for mode in (
        Mode(name="classic", title="Classic", summary="untimed, with the proof after every answer"),
        Mode(name="challenge", title="Timed challenge", summary="as many as you can before the clock runs out"),
    )
}


class Rules(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What decides how one game goes."""

    mode: ModeName
    questions: int | None = None
    """How many questions are asked; None for as many as the clock allows."""
    run_seconds: float | None = None
    """The length of the clock over the whole game, in seconds; None for an untimed game."""
    miss_seconds: float = 0.0
    """What a wrong answer takes off that clock, in seconds."""
    verdict_seconds: float | None = None
    """How long a verdict shows, in seconds; None until the player moves on."""
    scored: bool = True
    """Whether the score stands on a board; the answers of a practice game count all the same."""

    @property
    def length(self) -> int:
        """What tells games of one mode apart in the records: the seconds of a timed game, else the questions."""
        return round(self.run_seconds) if self.run_seconds else self.questions or 0


def classic(questions: int = 10) -> Rules:
    """An untimed game of so many questions."""
    return Rules(mode="classic", questions=questions)


def practice(questions: int) -> Rules:
    """An untimed game of chosen questions, for learning: its score stands on no board."""
    return Rules(mode="classic", questions=questions, scored=False)


def challenge(seconds: float = 60) -> Rules:
    """As many questions as can be answered in so many seconds of play."""
    return Rules(mode="challenge", run_seconds=seconds, miss_seconds=MISS_SECONDS, verdict_seconds=VERDICT_SECONDS)
