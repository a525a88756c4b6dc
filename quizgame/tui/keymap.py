"""Keys of the player's own: which of them can be had, and what is wrong with the others."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from textual.keys import Keys, key_to_character

from quizgame.core.errors import Problem
from quizgame.core.text import clip
from quizgame.tui.commands import COMMANDS, Command, Place, commands_of

__all__ = ["keymap_of"]

_BY_ID = {command.id: command for command in COMMANDS}
_MODIFIERS = ("ctrl+", "shift+", "alt+")
_NAMED = {key.value for key in Keys}
_WIDGETS_OWN = frozenset(
    {"up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "space", "tab", "shift+tab"}
)
_ANSWERS = frozenset("123456abcde")
_CHIPS = frozenset("hjkl")
_LISTENING: dict[Place, frozenset[str]] = {
    "quiz": _ANSWERS,
    "home": frozenset("jk"),
    "setup": _CHIPS,
    "settings": _CHIPS,
}
"""Keys that a screen listens for besides those of its commands."""
_WRITTEN_IN: tuple[Place, ...] = ("article", "edit", "dialog", "app")
"""Where a letter may be meant for a field, or is an answer."""
_LONGEST = 40


def keymap_of(keys: Mapping[str, str]) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """The keys that take effect.

    Args:
        keys: Textual's names of keys, several with commas between, by the ids of commands.

    Returns:
        Those that can be had, and a warning for each of the others.
    """
    problems = []
    had: dict[str, str] = {}
    for name, wanted in keys.items():
        fresh = [key.strip() for key in wanted.split(",")]
        if not _is_known(name):
            problems.append(_problem(name, "there is no such command", hint=_like(name)))
            continue
        trouble = next(filter(None, (_unfit(_BY_ID[name], key) for key in fresh)), "")
        if trouble:
            problems.append(_problem(name, trouble))
        else:
            had[name] = ",".join(fresh)
    while refused := next(((name, told) for name in had if (told := _taken(_BY_ID[name], had))), None):
        del had[refused[0]]  # whose command has its first keys again, which another may have wanted
        problems.append(_problem(*refused))
    return had, tuple(problems)


def _problem(name: str, what: str, *, hint: str = "") -> Problem:
    return Problem(file="settings.toml", key=f"keys.{clip(name, _LONGEST)}", what=what, hint=hint, severity="warning")


def _is_known(name: str) -> bool:
    return name in _BY_ID and bool(_BY_ID[name].keys)


def _like(name: str) -> str:
    like = get_close_matches(name, filter(_is_known, _BY_ID), n=1)
    return f"did you mean {like[0]}?" if like else ""


def _unfit(command: Command, key: str) -> str:
    """Why no command, or not this one, can have a key; empty where it can."""
    bare = key
    for modifier in _MODIFIERS:
        bare = bare.removeprefix(modifier)
    if key_to_character(bare) is None and bare not in _NAMED:
        return f"there is no key {clip(key, _LONGEST)!r}"
    is_own = _same(key) in _keys(command.keys)
    if not is_own and key in _WIDGETS_OWN | _LISTENING.get(command.place, frozenset()):
        return f"the key {key} has its own meaning there"
    if not is_own and command.place in _WRITTEN_IN and key_to_character(key) is not None:
        return f"the key {key} could not be written any more: take one with ctrl, or a function key"
    return ""


def _taken(command: Command, keymap: Mapping[str, str]) -> str:
    """Which other command of the same screen, or of everywhere, has one of its keys."""
    wanted = _keys(keymap[command.id])
    for other in _beside(command, keymap):
        shared = wanted & _keys(other.keys)
        if other.id != command.id and shared:
            return f"the key {min(shared)} is that of {other.id}"
    return ""


def _keys(keys: str) -> set[str]:
    return {_same(key) for key in keys.split(",")}


def _same(key: str) -> str:
    """A key by the one name of several: ``?`` and ``question_mark`` are the same."""
    return key_to_character(key) or key


def _beside(command: Command, keymap: Mapping[str, str]) -> Iterator[Command]:
    for place in dict.fromkeys(one.place for one in COMMANDS):
        if command.place == "app" or place in (command.place, "app"):
            yield from (one for one in commands_of(place, keymap) if one.keys)
