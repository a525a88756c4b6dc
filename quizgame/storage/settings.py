"""The settings of a profile: a file that a person may edit, of which no mistake stops the game."""

from pathlib import Path
from typing import Any

import msgspec

from quizgame.core.defects import Defect, defects, shown_key
from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.settings import Settings
from quizgame.storage.atomic import copy_aside, exists, read, replace
from quizgame.storage.lines import Lines
from quizgame.storage.locks import locked
from quizgame.storage.names import shown
from quizgame.storage.toml import SETTINGS_LIMIT, decode, newer_format, newer_head, parse
from quizgame.storage.writing import block, encode, lines

__all__ = ["FORMAT", "SettingsFile"]

FORMAT = 1
"""The newest format of the settings that this version reads and the one that it writes."""


class SettingsFile:
    """A profile's settings; nothing is read or made before something is asked.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> tuple[Settings, tuple[Problem, ...]]:
        """The settings, and a warning for each that is wrong and has its default."""
        file = shown(self._path)
        try:
            if not exists(self._path):
                return Settings(), ()
            text = decode(read(self._path, SETTINGS_LIMIT), file=file)
            table = parse(text, file=file)
        except DataError as error:
            return Settings(), tuple(map(_as_warning, error.problems))
        except StorageError as error:
            return Settings(), (Problem(file=file, what=str(error), severity="warning"),)
        return _settings_of(table, text, file)

    def keep(self, settings: Settings) -> None:
        """Write the settings; keys that this version does not know stay.

        Raises:
            StorageError: They cannot be written, or the file is of a newer format.
        """
        with locked(self._path.with_suffix(".lock")):
            there = self._there()
            told = msgspec.to_builtins(settings)
            kept = {"format": FORMAT, **{key: value for key, value in told.items() if value or value in (0, "")}}
            plain = {**kept, **{key: value for key, value in there.items() if key not in kept and key not in told}}
            keys = plain.pop("keys", {})
            replace(self._path, encode(lines(plain) + (f"\n{block('[keys]', keys)}" if keys else "")))

    def _there(self) -> dict[str, Any]:
        """What stands in the file; a damaged one is copied aside."""
        if not exists(self._path):
            return {}
        data = read(self._path, SETTINGS_LIMIT)
        file = shown(self._path)
        if newer_head(data, FORMAT):
            raise StorageError(f"cannot write {file}: a newer version of quizgame has written it")
        try:
            return parse(decode(data, file=file), file=file)
        except DataError:
            copy_aside(self._path, data)
            return {}


def _settings_of(table: dict[str, Any], text: str, file: str) -> tuple[Settings, tuple[Problem, ...]]:
    places = Lines(text)
    if number := newer_format(table, FORMAT):
        what = f"format {number} is newer than this version reads, so the defaults are used"
        return Settings(), (
            Problem(file=file, key="format", line=places.of("$.format"), what=what, severity="warning"),
        )
    table.pop("format", None)
    loose = _loose_keys(table)
    wrong = [*loose, *defects(table, Settings)]
    left_out = [defect.path for defect in wrong if defect not in loose]
    fine = {key: value for key, value in table.items() if not any(_is_in(path, key) for path in left_out)}
    problems = tuple(
        Problem(file=file, line=places.of(path), key=shown_key(path), what=what, hint=hint, severity="warning")
        for path, what, hint in wrong
    )
    try:
        return msgspec.convert(fine, Settings), problems
    except msgspec.ValidationError:
        return Settings(), problems


def _loose_keys(table: dict[str, Any]) -> list[Defect]:
    """Take what is no text out of the player's keys, so that the others hold, and tell it key by key."""
    keys = table.get("keys")
    if not isinstance(keys, dict):
        return []
    wrong = [name for name, value in keys.items() if not isinstance(value, str)]
    table["keys"] = {name: value for name, value in keys.items() if name not in wrong}
    return [Defect(f"$.keys.{name}", "expected text in quotation marks") for name in wrong]


def _is_in(path: str, key: str) -> bool:
    rest = path.removeprefix(f"$.{key}")
    return rest != path and (not rest or rest[0] in ".[")


def _as_warning(problem: Problem) -> Problem:
    return msgspec.structs.replace(problem, severity="warning")
