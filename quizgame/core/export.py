"""The record as rows of a table, for spreadsheets."""

import re
from collections.abc import Iterable, Iterator

from quizgame.core.record import Game

__all__ = ["ANSWER_COLUMNS", "GAME_COLUMNS", "Row", "answer_rows", "game_rows"]

Row = tuple[object, ...]

GAME_COLUMNS = (
    "game", "finished", "day", "mode", "length", "question_seconds", "time_factor", "packs", "players", "seed",
    "ending", "scored", "asked", "correct", "score", "best_streak", "seconds",
)  # fmt: skip
ANSWER_COLUMNS = (
    "game", "finished", "pack", "question", "kind", "difficulty", "player", "how", "lifelines", "chosen", "answer",
    "right", "seconds", "points", "streak",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@")
_NUMBER = re.compile(r"[+-](?:[0-9][0-9,]*\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SEPARATOR = "; "


def game_rows(games: Iterable[Game]) -> Iterator[Row]:
    """The names of the columns, then a row a game."""
    yield GAME_COLUMNS
    for game in games:
        yield (
            _text(game.id),
            game.finished.isoformat(),
            game.play_day.isoformat(),
            game.mode,
            game.length,
            f"{game.question_seconds:g}",
            f"{game.time_factor:g}",
            _text(_SEPARATOR.join(game.packs)),
            _text(_SEPARATOR.join(f"{seat.name}: {seat.score}" for seat in game.players)),
            game.seed,
            game.ending,
            _flag(game.scored),
            game.asked,
            game.correct,
            game.score,
            game.best_streak,
            game.seconds,
        )


def answer_rows(games: Iterable[Game]) -> Iterator[Row]:
    """The names of the columns, then a row an answer."""
    yield ANSWER_COLUMNS
    for game in games:
        for attempt in game.attempts:
            yield (
                _text(game.id),
                game.finished.isoformat(),
                _text(attempt.pack),
                _text(attempt.question),
                _text(attempt.kind),
                attempt.difficulty,
                attempt.player + 1 if game.players else "",
                attempt.how,
                _SEPARATOR.join(attempt.aids),
                _text(attempt.chosen),
                _text(attempt.answer),
                _flag(attempt.right),
                attempt.seconds,
                attempt.points,
                attempt.streak,
            )


def _flag(value: bool) -> str:  # noqa: FBT001 - it is what is told
    return "yes" if value else "no"


def _text(text: str) -> str:
    """Foreign text as a cell: a spreadsheet must take none of it for a formula.

    The apostrophe before it is the usual guard (OWASP, "CSV Injection"); numbers need none.
    """
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text
