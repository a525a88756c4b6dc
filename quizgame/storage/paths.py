"""Where packs, articles and saves are."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgame.core.errors import UsageError
from quizgame.core.text import one_line

__all__ = ["REMOVED", "Paths", "find_paths", "profile_folder"]

REMOVED = "removed"
"""The folder beside the profiles that keeps those that were removed."""

_MOST_CHARACTERS = 40
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


@dataclass(frozen=True, kw_only=True)
class Paths:
    """The folders that the game uses; any of them may be missing."""

    shipped: Path
    """The packs that come with the game."""
    own: Path
    """The player's own packs; the same folder as `shipped` in a source checkout."""
    seeds: Path
    """The articles that come with the game."""
    saves: Path
    """One folder a profile."""

    @property
    def cache(self) -> Path:
        """What is kept for speed only, and can be deleted at any time."""
        return self.saves / ".cache"


def find_paths(environ: Mapping[str, str], *, package: Path, user_data: Callable[[], Path]) -> Paths:
    """Where everything is. Nothing is created by looking.

    Args:
        environ: The environment; ``QUIZGAME_HOME`` in it names a folder for the player's packs and saves.
        package: The folder of the ``quizgame`` package.
        user_data: Finds the platform's folder for the data of a user; asked only where it is needed.

    Raises:
        UsageError: ``QUIZGAME_HOME`` starts with a ``~`` that leads nowhere, or in a folder that is no more.
    """
    checkout = package.parent
    is_checkout = (checkout / "pyproject.toml").is_file() and (checkout / "questions").is_dir()
    data = checkout if is_checkout else package / "_data"
    home = environ.get("QUIZGAME_HOME", "").strip()
    base = _home(home) if home else checkout if is_checkout else user_data()
    return Paths(shipped=data / "questions", own=base / "questions", seeds=data / "seeds", saves=base / "saves")


def _home(value: str) -> Path:
    try:
        return Path(value).expanduser().absolute()
    except (RuntimeError, OSError):  # no such user, or the folder we stand in has been deleted
        raise UsageError(f"QUIZGAME_HOME is {one_line(value)!r}, and nobody knows where that is") from None


def profile_folder(paths: Paths, name: str) -> Path:
    """Where a profile's saves are.

    Args:
        paths: The folders of the game.
        name: 1 to 40 letters, digits, spaces, ``-`` and ``_`` of any script.

    Raises:
        UsageError: The name cannot be one of a folder on every system.
    """
    plain = unicodedata.normalize("NFC", name)
    if not 1 <= len(plain) <= _MOST_CHARACTERS:
        raise UsageError(f"a player's name has 1 to {_MOST_CHARACTERS} characters")
    if not all(map(_may_stand_in_a_name, plain)) or plain != plain.strip():
        raise UsageError(f"a player's name has letters, digits, spaces, - and _ only: {one_line(name)!r}")
    if plain.casefold() == REMOVED:
        raise UsageError(f"{plain} is the folder of players that were removed: take another name")
    if plain.casefold() in _DEVICES:
        raise UsageError(f"{plain} is a name that Windows keeps for itself: take another for the player")
    return paths.saves / plain


def _may_stand_in_a_name(character: str) -> bool:
    category = unicodedata.category(character)
    return character in " -_" or category == "Nd" or category[0] in "LM"
