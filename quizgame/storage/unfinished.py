"""Games in progress: a file each, claimed by the window that plays it."""

import re
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.session import Session
from quizgame.core.text import one_line
from quizgame.storage.atomic import copy_aside, exists, read, replace, set_aside, sweep
from quizgame.storage.locks import Claim, claim, is_claimed
from quizgame.storage.names import shown
from quizgame.storage.sessions import SessionText, read_session, recover_session
from quizgame.storage.toml import SAVE_LIMIT
from quizgame.storage.trouble import reason, telling

__all__ = ["Unfinished"]

_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_SECONDS_TO_CLAIM = 1.0  # another window that looks for games holds each lock for an instant


class Unfinished:
    """The games of a profile that were begun; nothing is read or made before something is asked.

    A game is claimed by the first `keep` and until `forget`, or until the process ends however it ends.

    Args:
        folder: The folder of the games.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._claims: dict[str, Claim] = {}
        self._texts: dict[str, SessionText] = {}
        self._seen: set[str] = set()
        self._told: list[Problem] = []
        self._standing: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found damaged since the start, and what the last `load` found wrong."""
        return (*self._told, *self._standing)

    def is_empty(self) -> bool:
        """Whether there is no game at all, which nobody knows of a folder that cannot be read."""
        problems: list[Problem] = []
        return not self._files(problems) and not problems

    def keep(self, session: Session) -> None:
        """Write a game where a crash cannot reach it, and claim it for this process.

        Raises:
            StorageError: It cannot be written, or another window plays it or has played it on.
        """
        if not _NAME.fullmatch(session.id):
            raise StorageError(f"cannot save the game: {one_line(session.id)[:80]!r} is no name for a file")
        path = self._path(session.id)
        data = self._texts.setdefault(session.id, SessionText()).of(session)
        if session.id not in self._claims:
            self._claims[session.id] = self._claim(path, session)
        replace(path, data)

    def load(self, recorded: Collection[str] = ()) -> tuple[tuple[Session, ...], tuple[Problem, ...]]:
        """The games that no other window plays, newest first, and what is wrong with files.

        Args:
            recorded: Ids of games that stand in the record already; their files are deleted.
        """
        sweep(self._folder)
        problems: list[Problem] = []
        sessions = []
        for path in self._files(problems):
            if path.stem not in self._claims and is_claimed(_lock_of(path)):
                continue
            if path.stem in recorded:
                with suppress(StorageError):  # it is not offered in any case
                    self.forget(path.stem)
            elif session := self._read(path, problems):
                self._seen.add(session.id)
                sessions.append(session)
        newest = sorted(sessions, key=lambda session: session.started, reverse=True)
        self._standing = problems
        return tuple(newest), self.problems

    def forget(self, id: str) -> None:
        """Delete a game that is recorded, and give up its claim.

        Raises:
            StorageError: It cannot be deleted.
        """
        path = self._path(id)
        with telling("delete", path):
            path.unlink(missing_ok=True)
        held = self._claims.pop(id, None) or (claim(_lock_of(path)) if exists(_lock_of(path)) else None)
        if held:
            held.release(remove=True)
        self._texts.pop(id, None)
        self._seen.discard(id)

    def _path(self, id: str) -> Path:
        return self._folder / f"{id}.toml"

    def _files(self, problems: list[Problem]) -> list[Path]:
        try:
            found = sorted(self._folder.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            what = f"the games in progress cannot be read: {reason(error)}"
            problems.append(Problem(file=shown(self._folder), what=what))
            return []
        return [path for path in found if path.suffix == ".toml" and _NAME.fullmatch(path.stem)]

    def _claim(self, path: Path, session: Session) -> Claim:
        held = claim(_lock_of(path), seconds=_SECONDS_TO_CLAIM)
        if held is None:
            raise StorageError("another window is playing this game")
        try:
            self._refuse_stale(path, session)
        except StorageError:
            held.release()
            raise
        return held

    def _refuse_stale(self, path: Path, session: Session) -> None:
        """Make sure that what stands in the file is this game, at this answer or an earlier one."""
        if not exists(path):
            if session.id in self._seen:
                raise StorageError("another window has played this game to its end")
            return
        try:
            there = read_session(read(path, SAVE_LIMIT), file=shown(path))
        except ValueError:
            set_aside(path)
        except DataError as error:
            raise StorageError(str(error)) from error
        else:
            if session.attempts[: len(there.attempts)] != there.attempts:
                raise StorageError("another window has played this game on")

    def _read(self, path: Path, problems: list[Problem]) -> Session | None:
        file = shown(path)
        try:
            data = read(path, SAVE_LIMIT)
            session = read_session(data, file=file)
        except StorageError as error:
            problems.append(Problem(file=file, what=str(error)))
        except DataError as error:
            problems.extend(error.problems)
        except ValueError:
            return self._recover(path, data, problems)
        else:
            if session.id == path.stem:
                return session
            problems.append(Problem(file=file, key="id", what="a game's file has to be named after its id"))
        return None

    def _recover(self, path: Path, data: bytes, problems: list[Problem]) -> Session | None:
        """Put what can be read of a damaged game in its place, with the damaged file kept under another name."""
        session = recover_session(data)
        if session and session.id != path.stem:
            session = None
        saved = f"{len(session.attempts)} answers were recovered" if session else "nothing could be recovered"
        what = f"the game in progress was damaged: {saved}"
        try:
            copy = copy_aside(path, data) if session else set_aside(path)
            if session:
                replace(path, SessionText().of(session))
        except StorageError as error:
            problems.append(Problem(file=shown(path), what=what, hint=str(error)))
        else:
            self._told.append(Problem(file=shown(path), what=what, hint=f"the file as it was: {shown(copy)}"))
        return session


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")
