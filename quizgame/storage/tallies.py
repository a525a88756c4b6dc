"""The tally of a record, kept at hand: only the games that were added since are read and folded.

The file beside the record can be deleted at any time. It is written now and then, never for a single game, so that
recording the ten thousandth game costs what the tenth did.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.tally import Tallied, Tally, fold
from quizgame.storage.atomic import exists, read, replace
from quizgame.storage.history import Mark, Records
from quizgame.storage.toml import SAVE_LIMIT

__all__ = ["Tallies"]

_VERSION = 4
"""Another one, and what stands in the file is folded anew; to be raised with every change of the fold."""
_DIGEST = 16
"""So many bytes at the start of the file prove the others."""
_WORTH_KEEPING = 50
"""So many games that were folded since the file was written make it worth writing again."""


class _State(msgspec.Struct, frozen=True):
    """A tally, and which part of the record it is of."""

    version: int = _VERSION
    marks: dict[str, Mark] = {}
    tally: Tally = Tally()
    problems: tuple[Problem, ...] = ()


class Tallies:
    """The tally of a profile's record; nothing is read or made before something is asked.

    Args:
        records: The record.
        path: The file to keep the tally in.
    """

    def __init__(self, records: Records, path: Path) -> None:
        self._records = records
        self._path = path
        self._state: _State | None = None
        self._kept = 0

    def load(self) -> Tallied:
        """All games summed up, and what of them could not be read."""
        state = self._state or self._stored()
        news = self._records.news(state.marks)
        if news.is_whole:
            state = _State()
            self._kept = 0
        tally = fold(state.tally, news.games) if news.games else state.tally
        standing = state.problems + news.standing
        self._state = _State(marks=news.marks, tally=tally, problems=standing)
        if news.marks and len(tally.ids) - self._kept >= _WORTH_KEEPING:
            self._keep(self._state)
        return Tallied(tally=tally, problems=news.told + standing)

    def _stored(self) -> _State:
        """What the file holds; nothing where it is of another version, damaged or not there."""
        with suppress(StorageError, DataError, msgspec.DecodeError):
            data = read(self._path, SAVE_LIMIT) if exists(self._path) else b""
            if data[:_DIGEST] == _digest(data[_DIGEST:]):
                state = msgspec.json.decode(data[_DIGEST:], type=_State)
                if state.version == _VERSION:
                    self._kept = len(state.tally.ids)
                    return state
        return _State()

    def _keep(self, state: _State) -> None:
        with suppress(StorageError, OverflowError):  # where it cannot be written, it is folded anew the next time
            data = msgspec.json.encode(state)  # which keeps the offsets of times
            replace(self._path, _digest(data) + data)
            self._kept = len(state.tally.ids)


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
