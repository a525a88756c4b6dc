"""Games and sessions to store, and an operating system that fails when it is told to."""

import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from quizgame.core.modes import classic
from quizgame.core.pack import Pack, Question
from quizgame.core.record import Game
from quizgame.core.session import Attempt, answer, start
from quizgame.core.showing import show
from quizgame.storage.history import Records

NAME = "history-2026-11.toml"
"""The file that games of `NIGHT` go to."""
ROOT = Path(__file__).parents[2]
"""Where processes that a test starts find the tests."""
NIGHT = datetime(2026, 11, 20, 21, 30, 15, 250_000, tzinfo=timezone(timedelta(hours=8)))

CALLS = ("open", "write", "fsync", "replace", "link", "rename", "unlink", "mkdir", "ftruncate", "fchmod")
"""The calls of a save that can fail or be the last that a process makes."""


def make_attempt(number=0, **changes):
    told = {"pack": "ice", "question": f"q-{number}", "chosen": "two", "answer": "two", "right": True}
    return Attempt(**{**told, "seconds": 1.5, "points": 1000, "streak": 1, "kind": "count", **changes})


def make_game(number=0, answers=3, **changes):
    told = {
        "id": f"game-{number}",
        "mode": "classic",
        "length": 10,
        "packs": ("ice",),
        "seed": number,
        "finished": NIGHT + timedelta(minutes=number),
        "ending": "completed",
        "asked": answers,
        "correct": answers,
        "score": 1000 * answers,
        "best_streak": answers,
        "seconds": 1.5 * answers,
        "attempts": tuple(make_attempt(n) for n in range(answers)),
    }
    return Game(**{**told, **changes})


def make_session(identity="game-0", questions=4, answers=2):
    made = tuple(
        Question(id=f"q-{n}", stem=f"What is {n}?", answer=f"yes {n}", distractors=("no", "never"))
        for n in range(questions)
    )
    pack = Pack(id="ice", title="Ice", questions=made)
    showings = tuple(show(pack, question, seed=1) for question in made)
    session = start(showings, classic(questions), id=identity, seed=1, packs=("ice",), started=NIGHT)
    for _ in range(answers):
        session = play_on(session)
    return session


def play_on(session):
    return answer(session, session.current.key, 1.25)


def utc(*told):
    return datetime(*told, tzinfo=UTC)


def fill(records, count, first=0):
    games = [make_game(number) for number in range(first, first + count)]
    for game in games:
        records.append(game)
    return games


def again(tmp_path):
    """The record as the next start of the game reads it."""
    return Records(tmp_path / "ann").load()


def asides(tmp_path):
    return sorted(path.name for path in (tmp_path / "ann").iterdir() if ".damaged-" in path.name)


class FaultyOs:
    """The ``os`` module, but its n-th call of those that matter fails; a write gets half of it down first."""

    def __init__(self, at, error):
        self.at = at
        self.error = error
        self.calls = 0

    def __getattr__(self, name):
        real = getattr(os, name)
        if name not in CALLS:
            return real

        def call(*args, **options):
            self.calls += 1
            if self.calls == self.at:
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                raise OSError(self.error, os.strerror(self.error))
            return real(*args, **options)

        return call
