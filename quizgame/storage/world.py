"""All of storage as the plain callables that a front end is handed."""

from collections.abc import Callable
from datetime import datetime

import msgspec

from quizgame.core.errors import StorageError
from quizgame.core.pack import Library
from quizgame.core.record import Game, History
from quizgame.core.session import Session
from quizgame.core.tally import Tallied
from quizgame.core.world import Maker, Profiles, World
from quizgame.storage.browsing import list_folder
from quizgame.storage.flags import FlagsFile
from quizgame.storage.history import Records
from quizgame.storage.packs import Shelf
from quizgame.storage.paths import Paths, profile_folder
from quizgame.storage.profiles import ProfileFolders
from quizgame.storage.settings import SettingsFile
from quizgame.storage.stock import stock_of
from quizgame.storage.tallies import Tallies
from quizgame.storage.unfinished import Unfinished

__all__ = ["open_world"]


def open_world(
    paths: Paths,
    *,
    profile: str,
    now: Callable[[], datetime],
    clock: Callable[[], float],
    fresh_seed: Callable[[], int],
    fresh_id: Callable[[], str],
    maker: Maker,
) -> World:
    """The world of one player. No file is touched before something is asked.

    Args:
        paths: Where everything is.
        profile: Who plays.
        now: The present moment, aware of its offset.
        clock: Seconds that only go forward.
        fresh_seed: A seed that nobody can foresee.
        fresh_id: An id for a new game: letters, digits, ``-`` and ``_``.
        maker: How articles become packs.

    Raises:
        UsageError: The profile's name is none.
    """
    folder = profile_folder(paths, profile)
    shelf = Shelf(paths.shipped, paths.own, paths.cache)
    games = Unfinished(folder / "unfinished")
    records = Records(folder)
    saves = _Saves(records, Tallies(records, folder / "tally.cache"), games)
    settings = SettingsFile(folder / "settings.toml")
    flags = FlagsFile(folder / "flags.toml")
    profiles = ProfileFolders(paths)

    def library() -> Library:
        return shelf.library().turned_off(settings.load()[0].packs_off)

    def open_other(name: str) -> World:
        profiles.choose(name)
        return open_world(
            paths, profile=name, now=now, clock=clock, fresh_seed=fresh_seed, fresh_id=fresh_id, maker=maker
        )

    return World(
        profile=profile,
        now=now,
        clock=clock,
        fresh_seed=fresh_seed,
        fresh_id=fresh_id,
        library=library,
        packs=shelf.packs,
        history=saves.history,
        tally=saves.tally,
        unfinished=saves.unfinished,
        keep=games.keep,
        record=saves.record,
        settings=settings.load,
        keep_settings=settings.keep,
        flags=flags.load,
        change_flags=flags.change,
        stock=stock_of(shelf, now),
        list_folder=list_folder,
        maker=maker,
        profiles=Profiles(
            names=profiles.names,
            open=open_other,
            make=profiles.make,
            rename=profiles.rename,
            remove=profiles.remove,
        ),
    )


class _Saves:
    """The record and the games in progress, which depend on each other."""

    def __init__(self, records: Records, tallies: Tallies, games: Unfinished) -> None:
        self._records = records
        self._tallies = tallies
        self._games = games

    def history(self) -> History:
        """The record; it tells what was found damaged among the games in progress too."""
        history = self._records.load()
        return msgspec.structs.replace(history, problems=(*history.problems, *self._games.problems))

    def tally(self) -> Tallied:
        """The record summed up, with the same told."""
        tallied = self._tallies.load()
        return msgspec.structs.replace(tallied, problems=(*tallied.problems, *self._games.problems))

    def unfinished(self) -> tuple[Session, ...]:
        """The games to continue; the record is read only where there are any."""
        if self._games.is_empty():
            return ()
        sessions, _ = self._games.load(self._tallies.load().tally.ids)
        return sessions

    def record(self, game: Game) -> None:
        """Add a game to the record, and then delete it as one in progress."""
        self._records.append(game)
        try:
            self._games.forget(game.id)
        except StorageError:
            # The game is safe in the record, and the next start deletes what is left of it: nothing to trouble with.
            return
