"""The ways to play, as values: what a game's rules are, not how a screen carries them out."""

from typing import Literal

import msgspec

__all__ = [
    "CHALLENGE_SECONDS",
    "DAILY_QUESTIONS",
    "MISS_SECONDS",
    "MODES",
    "MOST_PLAYERS",
    "MOST_QUESTIONS",
    "MOST_SEED",
    "QUESTION_SECONDS",
    "QUESTION_SECONDS_BOUNDS",
    "REVIEW_QUESTIONS",
    "RUN_SECONDS",
    "SURVIVAL_MISSES",
    "SURVIVAL_QUESTIONS",
    "SURVIVAL_SECONDS",
    "TIME_FACTORS",
    "VERDICT_SECONDS",
    "Mode",
    "ModeName",
    "Rules",
    "challenge",
    "classic",
    "daily",
    "hot_seat",
    "practice",
    "review",
    "survival",
]

ModeName = Literal["classic", "challenge", "survival", "daily", "review"]

CHALLENGE_SECONDS = (30, 60, 120, 180)
"""The durations that screens offer for a timed challenge, in seconds."""
QUESTION_SECONDS = (10, 20, 30)
"""The times for one question that screens offer for a classic game, in seconds."""
MISS_SECONDS = 3.0
"""What a miss takes off a challenge's clock, in seconds."""
VERDICT_SECONDS = 0.6
"""How long a challenge shows its verdict, in seconds; the clock stands still meanwhile."""
SURVIVAL_SECONDS = 15.0
"""The time for each question of a survival game, in seconds."""
SURVIVAL_MISSES = 3
"""With so many misses a survival game is over."""
SURVIVAL_QUESTIONS = 100
"""Who is still there after so many questions has survived."""
DAILY_QUESTIONS = 10
REVIEW_QUESTIONS = 20
"""The most questions of one review; what is due besides waits for the next."""
MOST_QUESTIONS = 1000
"""The most questions that a game can ask for."""
RUN_SECONDS = (5, 3600)
"""The shortest and the longest challenge, in seconds."""
QUESTION_SECONDS_BOUNDS = (3, 600)
"""The least and the most time that a question of a classic game can have, in seconds."""
MOST_SEED = 2**63 - 1
"""The highest seed: what every reader of TOML takes for an integer."""
MOST_PLAYERS = 6
"""How many can take turns on one keyboard."""
TIME_FACTORS = (1.0, 1.5, 2.0)
"""By how much a player may have every clock extended."""


class Mode(msgspec.Struct, frozen=True, kw_only=True):
    """How a mode is named and told to the player."""

    name: ModeName
    title: str
    summary: str


MODES: dict[ModeName, Mode] = {
    mode.name: mode
    for mode in (
        Mode(name="classic", title="Classic", summary="with the proof after every answer, untimed if you like"),
        Mode(name="challenge", title="Timed challenge", summary="as many as you can before the clock runs out"),
        Mode(name="survival", title="Survival", summary="15 seconds a question, and three misses end it"),
        Mode(name="daily", title="Daily", summary="ten questions a day, the same for everyone with your packs"),
        Mode(name="review", title="Review", summary="what you missed and what you are about to forget"),
    )
}


class Rules(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What decides how one game goes."""

    mode: ModeName
    questions: int | None = None
    """How many questions are asked; None for as many as the clock allows."""
    run_seconds: float | None = None
    """The length of the clock over the whole game, in seconds; None for a game without one."""
    question_seconds: float | None = None
    """The time for each question, in seconds; None for as long as one likes."""
    time_factor: float = 1.0
    """By how much the player has both clocks extended."""
    miss_seconds: float = 0.0
    """What a wrong answer takes off the clock over the game, in seconds."""
    most_misses: int | None = None
    """With so many misses the game is over; None for however many."""
    verdict_seconds: float | None = None
    """How long a verdict shows, in seconds; None until the player moves on."""
    lifelines: bool = False
    """Whether there are a 50:50, a hint and a skip, one each a game."""
    scored: bool = True
    """Whether the score stands on a board; the answers of a practice game count all the same."""

    @property
    def run_clock(self) -> float | None:
        """What the clock over the game really holds, in seconds."""
        return self.run_seconds * self.time_factor if self.run_seconds else None

    @property
    def question_clock(self) -> float | None:
        """What the clock of each question really holds, in seconds."""
        return self.question_seconds * self.time_factor if self.question_seconds else None

    @property
    def is_timed(self) -> bool:
        """Whether there is any clock."""
        return bool(self.run_seconds or self.question_seconds)

    @property
    def length(self) -> int:
        """What tells games of one mode apart in the records: the seconds of a challenge, else the questions."""
        return round(self.run_seconds) if self.run_seconds else self.questions or 0


def classic(questions: int = 10, *, question_seconds: float | None = None, time_factor: float = 1.0) -> Rules:
    """A game of so many questions, untimed unless each has its time."""
    return Rules(
        mode="classic",
        questions=questions,
        question_seconds=question_seconds,
        time_factor=time_factor if question_seconds else 1.0,
        lifelines=True,
    )


def hot_seat(questions: int = 10) -> Rules:
    """An untimed game of players who take turns: on no board, because nobody owns its score."""
    return Rules(mode="classic", questions=questions, scored=False)


def practice(questions: int) -> Rules:
    """An untimed game of chosen questions, for learning: its score stands on no board."""
    return Rules(mode="classic", questions=questions, scored=False)


def challenge(seconds: float = 60, *, time_factor: float = 1.0) -> Rules:
    """As many questions as can be answered in so many seconds of play."""
    return Rules(
        mode="challenge",
        run_seconds=seconds,
        time_factor=time_factor,
        miss_seconds=MISS_SECONDS,
        verdict_seconds=VERDICT_SECONDS,
    )


def survival(*, time_factor: float = 1.0) -> Rules:
    """Question after question, each against its own clock, until too many are missed."""
    return Rules(
        mode="survival",
        questions=SURVIVAL_QUESTIONS,
        question_seconds=SURVIVAL_SECONDS,
        time_factor=time_factor,
        most_misses=SURVIVAL_MISSES,
        lifelines=True,
    )


def daily(*, scored: bool = True) -> Rules:
    """The questions of a day; only the first try is scored."""
    return Rules(mode="daily", questions=DAILY_QUESTIONS, scored=scored)


def review(questions: int = REVIEW_QUESTIONS) -> Rules:
    """Questions that are due: for learning, on no board."""
    return Rules(mode="review", questions=questions, scored=False)
