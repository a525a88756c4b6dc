"""The players of a machine: a folder each, and a file that tells who played last."""

import itertools
from contextlib import suppress
from pathlib import Path

from quizgame.core.errors import DataError, StorageError, UsageError
from quizgame.core.text import one_line
from quizgame.storage.atomic import exists, make_folder, read, replace
from quizgame.storage.names import shown
from quizgame.storage.paths import REMOVED, Paths, profile_folder
from quizgame.storage.toml import SETTINGS_LIMIT, decode, parse
from quizgame.storage.trouble import telling
from quizgame.storage.writing import encode, lines

__all__ = ["DEFAULT_PROFILE", "ProfileFolders"]

DEFAULT_PROFILE = "player"
"""Who plays before anybody has a name."""

_CURRENT = "current.toml"


class ProfileFolders:
    """Who has a record here; nothing is read or made before something is asked.

    Args:
        paths: The folders of the game.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths

    def names(self) -> tuple[str, ...]:
        """Everyone who has a folder, in order of name."""
        try:
            found = [path.name for path in self._paths.saves.iterdir() if path.is_dir() and self._is_profile(path.name)]
        except OSError:
            return ()
        return tuple(sorted(found, key=lambda name: (name.casefold(), name)))

    def current(self) -> str:
        """Who played last, as far as that is known and still here."""
        path = self._paths.saves / _CURRENT
        with suppress(StorageError, DataError):
            if exists(path):
                name = parse(decode(read(path, SETTINGS_LIMIT), file=shown(path)), file=shown(path)).get("profile")
                if isinstance(name, str) and name in self.names():
                    return name
        return DEFAULT_PROFILE

    def choose(self, name: str) -> None:
        """Let somebody be the one who plays from now on.

        Raises:
            UsageError: The name cannot be one.
            StorageError: It cannot be written.
        """
        make_folder(profile_folder(self._paths, name))
        replace(self._paths.saves / _CURRENT, encode(lines({"format": 1, "profile": name})))

    def make(self, name: str) -> None:
        """Make room for a new player.

        Raises:
            UsageError: The name cannot be one, or is taken.
            StorageError: The folder cannot be made.
        """
        self._refuse_taken(name)
        folder = profile_folder(self._paths, name)
        with telling("write", folder):
            make_folder(folder)

    def rename(self, old: str, new: str) -> None:
        """Give a player another name; the record goes with it.

        Raises:
            UsageError: The new name cannot be one, or is taken, or there is no such player.
            StorageError: The folder cannot be moved.
        """
        source, target = self._there(old), profile_folder(self._paths, new)
        if source == target:
            return
        self._refuse_taken(new, besides=old)
        was_current = self.current() == old
        with telling("rename", source):
            source.rename(target)
        if was_current:
            self.choose(target.name)

    def remove(self, name: str) -> None:
        """Take a player's record away, to a folder beside the others.

        Raises:
            UsageError: There is no such player.
            StorageError: The folder cannot be moved.
        """
        source, folder = self._there(name), self._paths.saves / REMOVED
        with telling("remove", source):
            make_folder(folder)
            numbered = (folder / f"{source.name}-{number}" for number in itertools.count(2))
            target = next(path for path in itertools.chain([folder / source.name], numbered) if not path.exists())
            source.rename(target)

    def _there(self, name: str) -> Path:
        folder = profile_folder(self._paths, name)
        if not exists(folder):
            raise UsageError(f"there is no player {one_line(name)!r}")
        return folder

    def _refuse_taken(self, name: str, *, besides: str = "") -> None:
        """A folder's name may be one for a system that does not tell capitals apart."""
        taken = {one.casefold() for one in self.names() if one != besides}
        if profile_folder(self._paths, name).name.casefold() in taken:
            raise UsageError(f"the name {one_line(name)} is taken")

    def _is_profile(self, name: str) -> bool:
        try:
            return profile_folder(self._paths, name).name == name
        except UsageError:
            return False
