"""What a player can do, screen by screen: the one table behind bindings, key bars, help and the palette."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from textual.binding import Binding, BindingType
from textual.keys import key_to_character

__all__ = ["COMMANDS", "NO_KEYS", "Command", "Place", "bindings", "command_of", "commands_of", "hints"]

Place = Literal[
    "app",
    "home",
    "setup",
    "quiz",
    "pause",
    "results",
    "record",
    "packs",
    "pack",
    "about",
    "bring",
    "offer",
    "duplicates",
    "article",
    "draft",
    "edit",
    "settings",
    "help",
    "dialog",
    "share",
    "profiles",
]
NO_KEYS: Mapping[str, str] = MappingProxyType({})
"""The keymap of a player who has changed no keys."""
_WRITTEN_IN: tuple[Place, ...] = ("about", "article", "bring", "edit", "offer")
"""Where a question mark is a letter like others."""

_NEXT_FIELD = (
    Binding("tab", "app.focus_next", show=False, priority=True),
    Binding("shift+tab", "app.focus_previous", show=False, priority=True),
)
"""Taken before the field in front gets its keys: what is typed right behind a Tab would else still land in it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """One thing to do."""

    place: Place
    """The screen it is for; ``app`` for everywhere."""
    name: str
    """What names it among the commands of its screen, for keymaps."""
    keys: str = ""
    """Textual's names of its keys; empty where the screen itself listens for them."""
    shown: str
    """The keys as they are told to the player."""
    action: str
    """The action it runs, without its screen; empty for keys that a widget takes itself."""
    label: str
    """One or two words for the key bar."""
    help: str
    """One sentence for the help and the palette."""
    when: str = ""
    """The state of the screen in which the key bar names it; empty for always, ``-`` for never."""

    @property
    def id(self) -> str:
        """What names it among all commands."""
        return f"{self.place}.{self.name}"

    @property
    def full_action(self) -> str:
        """The action with the place that runs it."""
        return f"{'app' if self.place == 'app' else 'screen'}.{self.action}"


def _at(place: Place, *rows: tuple[str, str, str, str, str, str, str]) -> Iterator[Command]:
    for name, keys, shown, action, label, told, when in rows:
        yield Command(place=place, name=name, keys=keys, shown=shown, action=action, label=label, help=told, when=when)


COMMANDS: tuple[Command, ...] = (
    *_at(
        "home",
        ("go", "", "↑ ↓ Enter", "", "choose", "Choose with the arrows and Enter.", "-"),
        ("quick", "1", "1", "quick", "quick game", "Play a quick game over all packs; Enter does so too.", "-"),
        ("challenge", "c", "c", "challenge", "challenge", "Play against the clock over all packs.", "-"),
        ("daily", "d", "d", "daily", "daily", "Play the ten questions of today.", "-"),
        ("review", "r", "r", "review", "review", "Review what you missed and what is due.", "-"),
        ("survival", "", "Ctrl+P", "survival", "survival", "Play survival over all packs.", "-"),
        ("turns", "", "Ctrl+P", "turns", "hot seat", "Choose who takes turns in a hot seat.", "-"),
        ("continue", "g", "g", "go_on", "continue", "Continue the game you left.", "-"),
        ("more", "m,o", "m", "more", "more ways", "Choose packs, mode and length.", "-"),
        ("packs", "p", "p", "packs", "packs", "See the packs; add your own.", ""),
        ("new", "n", "n", "new", "new pack", "Make a new pack from an article.", ""),
        ("record", "s", "s", "record", "record", "See your scores, streaks, days and achievements.", ""),
        ("settings", "comma", ",", "settings", "settings", "Theme, motion, clocks, and how long games are.", ""),
        ("profiles", "u", "u", "profiles", "player", "Choose who plays; make, rename or remove a player.", ""),
        ("code", "e", "e", "code", "enter code", "Enter a friend's code, and play the same game.", ""),
        ("problems", "w", "w", "problems", "warnings", "Read what is wrong with packs, record or settings.", "-"),
    ),
    *_at(
        "setup",
        ("move", "", "Tab ↑ ↓", "", "move", "Go from one choice to the next.", ""),
        ("change", "", "← →", "", "change", "Change mode, number or seconds.", ""),
        ("tick", "", "Space", "", "tick", "Take a pack in, or leave it out.", ""),
        ("start", "enter,ctrl+s", "Enter", "start", "start", "Start the game.", ""),
        ("back", "escape", "Esc", "back", "home", "Back to the start.", ""),
    ),
    *_at(
        "quiz",
        ("answer", "", "1-4", "", "answer", "Answer with a number, a letter from a on, or a click.", "open"),
        ("arrows", "", "↑ ↓ Enter", "", "choose", "Or choose with the arrows and Enter.", "open"),
        ("next", "", "Space", "next", "next", "Go on to the next question; Enter does so too.", "verdict"),
        ("hint", "h", "h", "hint", "hint", "Hint: the proof with the answer blanked; halves the points.", "hint"),
        (
            "fifty",
            "x",
            "x",
            "fifty",
            "50:50",
            "50:50: the answer and one other stay; halves the points.",
            "fifty",
        ),
        ("skip", "k", "k", "skip", "skip", "Skip the question; the streak stands.", "skip"),
        ("pause", "p", "p", "pause", "pause", "Pause: the clock stands still and the question is hidden.", "open"),
        ("flag", "f", "f", "flag", "flag", "Flag a bad question, so that it is not asked any more.", "flag"),
        ("scroll", "", "↑ ↓", "", "scroll", "Scroll what is too long to show at once.", "verdict"),
        ("scroll-stem", "pagedown,pageup", "PgDn", "scroll_stem", "read on", "Read on in a long question.", "long"),
        ("leave", "escape", "Esc", "leave", "leave", "Leave; the game is kept and can be continued.", ""),
    ),
    *_at("pause", ("back", "space,enter,escape,p", "Space", "back", "go on", "Go on with the game.", "")),
    *_at(
        "results",
        ("again", "a", "a", "again", "again", "Play the same kind of game again.", ""),
        ("misses", "m", "m", "misses", "misses", "Practise the questions you missed.", "misses"),
        ("share", "s", "s", "share", "share", "Share the result; a friend can play the same game.", ""),
        ("flag", "f", "f", "flag", "flag", "Flag a bad question of this game.", "flag"),
        ("home", "enter,escape", "Enter", "home", "home", "Back to the start; Esc does so too.", ""),
        ("scroll", "", "↑ ↓", "", "scroll", "Scroll through the questions and their proofs.", ""),
    ),
    *_at(
        "share",
        ("copy", "c", "c", "copy", "copy again", "Copy the result once more.", ""),
        ("back", "escape,enter,space", "Esc", "back", "close", "Close.", ""),
    ),
    *_at(
        "profiles",
        ("move", "", "↑ ↓", "", "move", "Go from player to player.", ""),
        ("choose", "", "Enter", "choose", "play", "Play as the player in front.", ""),
        ("new", "n,a", "n", "new", "new", "Make a new player.", ""),
        ("rename", "e", "e", "rename", "rename", "Rename the player in front.", ""),
        ("remove", "delete,d", "d", "remove", "remove", "Remove a player; the record is kept aside.", ""),
        ("back", "escape", "Esc", "back", "home", "Back to the start.", ""),
    ),
    *_at(
        "record",
        ("part", "", "← →", "", "part", "Go from one part of the record to the next.", ""),
        ("scroll", "", "↑ ↓", "", "scroll", "Scroll.", ""),
        ("back", "escape,enter", "Esc", "back", "home", "Back to the start.", ""),
    ),
    *_at(
        "packs",
        ("move", "", "↑ ↓", "", "move", "Go from pack to pack.", ""),
        ("play", "", "Enter", "play", "play", "Play ten questions of this pack.", ""),
        ("undo", "u", "u", "undo", "undo", "Put the pack back that was removed last.", "removed"),
        ("open", "e", "e", "open", "questions", "Look at the questions of this pack; edit those of your own.", ""),
        ("add", "a", "a", "add", "add", "Add a pack or a foreign quiz: a path, an address or a text.", ""),
        ("write", "h", "h", "write", "by hand", "Write a new pack by hand.", ""),
        ("new", "n", "n", "new", "article", "Make a new pack from an article.", ""),
        ("turn", "space", "Space", "turn", "on/off", "Turn this pack off or on; off, it is asked only by name.", ""),
        ("search", "slash", "/", "search", "search", "Search by words, or by #topic.", ""),
        ("remove", "delete,d", "d", "remove", "remove", "Remove a pack of your own.", "own"),
        ("export", "x", "x", "export", "export", "Write this pack in a format of other programs.", ""),
        ("duplicates", "m", "m", "duplicates", "merge", "Find questions that ask the same, and merge them.", ""),
        ("challenge", "c", "c", "challenge", "challenge", "Play this pack against the clock.", ""),
        ("topics", "t", "t", "topics", "topics", "List only the packs of one topic.", ""),
        ("flags", "f", "f", "flags", "flagged", "See what you flagged in this pack, and take flags back.", "flagged"),
        ("problems", "w", "w", "problems", "warnings", "Read what is wrong with packs that were left out.", "problems"),
        ("back", "escape", "Esc", "back", "home", "Back to the start.", ""),
    ),
    *_at(
        "pack",
        ("move", "", "↑ ↓", "", "move", "Go from question to question.", ""),
        ("edit", "e", "e", "edit", "edit", "Edit the question in front; Enter does so too.", "own"),
        ("add", "a", "a", "add", "add", "Write a new question behind the one in front.", "own"),
        ("delete", "delete,d", "d", "delete", "delete", "Delete the question in front.", "own"),
        ("lower", "shift+down,J", "Shift+↓", "lower", "move down", "Move the question in front down.", "own"),
        ("raise", "shift+up,K", "Shift+↑", "raise", "move up", "Move the question in front up.", "-"),
        ("undo", "u", "u", "undo", "undo", "Take the last change back.", "undo"),
        ("redo", "y", "y", "redo", "redo", "Make it again.", "redo"),
        ("about", "t", "t", "about", "about", "Edit title, description, author, licence and topics.", "own"),
        ("check", "c", "c", "check", "check", "Tell every flaw of the pack.", ""),
        ("scroll", "", "PgDn", "scroll_on", "read on", "Scroll a long question; PgUp goes back.", "-"),
        ("back", "escape", "Esc", "back", "packs", "Back to the packs.", ""),
    ),
    *_at(
        "about",
        ("take", "ctrl+s", "Ctrl+S", "take", "save", "Save it as it stands now.", ""),
        ("next", "", "Tab", "", "next field", "Go to the next field; Shift+Tab goes back.", ""),
        ("back", "escape", "Esc", "back", "cancel", "Leave it as it was.", ""),
    ),
    *_at(
        "bring",
        ("read", "ctrl+s", "Ctrl+S", "read", "read it", "Read the path, the address or the text.", ""),
        ("next", "", "Tab", "", "next field", "Go from the path to the text.", ""),
        ("back", "escape", "Esc", "back", "back", "Stop reading; else go back.", ""),
    ),
    *_at(
        "offer",
        ("take", "ctrl+s", "Ctrl+S", "take", "add it", "Add the pack as it stands now.", ""),
        ("next", "", "Tab", "", "next field", "Go to the next field, and on to what was skipped.", ""),
        ("scroll", "", "PgDn", "scroll_on", "read on", "Scroll what was skipped, and the questions.", "-"),
        ("back", "escape", "Esc", "back", "cancel", "Add nothing.", ""),
    ),
    *_at(
        "duplicates",
        ("move", "", "↑ ↓", "", "move", "Go from pair to pair.", "pair"),
        ("first", "1", "1", "first", "keep 1", "Keep the first; it takes over what only the other has.", "first"),
        ("second", "2", "2", "second", "keep 2", "Keep the second; it takes over what only the other has.", "second"),
        ("scroll", "", "PgDn", "scroll_on", "read on", "Scroll the pair in front; PgUp goes back.", "-"),
        ("back", "escape", "Esc", "back", "packs", "Back to the packs.", ""),
    ),
    *_at(
        "article",
        ("make", "ctrl+s", "Ctrl+S", "make", "make", "Make questions of what you name, choose or paste.", ""),
        ("next", "", "Tab", "", "next", "Go from the path to the files, and on to the text.", "-"),
        ("choose", "", "Enter", "", "open", "Open a folder, or take the path or the file in front.", "-"),
        ("up", "", "←", "", "folder above", "Go to the folder above, in the list of files.", "-"),
        ("back", "escape", "Esc", "back", "back", "Stop what is being made; else go back.", ""),
    ),
    *_at(
        "draft",
        ("move", "", "↑ ↓", "", "move", "Go from question to question.", ""),
        ("tick", "space", "Space", "tick", "tick", "Keep the question in front, or drop it.", ""),
        ("edit", "e", "e", "edit", "edit", "Edit the question in front; Enter does so too.", ""),
        ("save", "s,ctrl+s", "s", "save", "save", "Save the pack among your own.", ""),
        ("all", "a", "a", "tick_all", "all", "Keep all questions; drop all where all are kept.", "-"),
        ("title", "t", "t", "title", "title", "Give the pack another title.", ""),
        ("funnel", "w", "w", "funnel", "why", "Read what was found, what was left out, and why.", ""),
        ("scroll", "", "PgDn", "scroll_on", "read on", "Scroll a long question; PgUp goes back.", "-"),
        ("back", "escape", "Esc", "back", "back", "Back to the article; asks before anything of yours is lost.", ""),
    ),
    *_at(
        "edit",
        ("take", "ctrl+s", "Ctrl+S", "take", "take it", "Take the question as it stands now.", ""),
        ("next", "", "Tab", "", "next field", "Go to the next field; Shift+Tab goes back.", ""),
        ("back", "escape", "Esc", "back", "cancel", "Leave the question as it was.", ""),
    ),
    *_at(
        "settings",
        ("move", "", "Tab ↑ ↓", "", "move", "Go from one setting to the next.", ""),
        ("change", "", "← →", "", "change", "Change the setting; it takes effect at once.", ""),
        ("back", "escape", "Esc", "back", "home", "Back to the start.", ""),
    ),
    *_at("help", ("back", "escape,enter,space", "Esc", "back", "close", "Close this help.", "")),
    *_at("dialog", ("back", "escape", "Esc", "back", "close", "Close without doing anything.", "-")),
    *_at(
        "app",
        ("help", "question_mark,f1", "?", "help", "help", "Tell what can be done here.", ""),
        ("palette", "ctrl+p", "Ctrl+P", "command_palette", "commands", "Find any command or pack by name.", "-"),
        ("suspend", "ctrl+z", "Ctrl+Z", "suspend_process", "pause", "Go to the shell for a while; fg comes back.", "-"),
        ("quit", "ctrl+q", "Ctrl+Q", "quit", "quit", "Leave; a game that is open is kept.", "-"),
    ),
)


def commands_of(place: Place, keymap: Mapping[str, str] = NO_KEYS) -> tuple[Command, ...]:
    """The commands of one screen, in the order they are told.

    Args:
        place: The screen.
        keymap: Other keys for commands, by their ids.
    """
    return tuple(_remapped(command, keymap) for command in COMMANDS if command.place == place)


def command_of(place: Place, name: str, keymap: Mapping[str, str] = NO_KEYS) -> Command:
    """One command of a screen, by its name."""
    return next(command for command in commands_of(place, keymap) if command.name == name)


def _remapped(command: Command, keymap: Mapping[str, str]) -> Command:
    keys = keymap.get(command.id)
    return replace(command, keys=keys, shown=_told_key(keys.partition(",")[0])) if keys else command


def _told_key(key: str) -> str:
    """A key as it is told to the player: ``,``, ``Ctrl+S``."""
    return key_to_character(key) or "+".join(part.capitalize() for part in key.split("+"))


def bindings(place: Place) -> list[BindingType]:
    """The commands of one screen as Textual's bindings."""
    own: list[BindingType] = [
        Binding(
            command.keys,
            command.action,
            command.label,
            id=command.id,
            tooltip=command.help,
            show=False,
            priority=command.id == "app.quit",
        )
        for command in commands_of(place)
        if command.keys
    ]
    return [*own, *_NEXT_FIELD] if place in _WRITTEN_IN else own


def hints(place: Place, *states: str, keymap: Mapping[str, str] = NO_KEYS) -> tuple[Command, ...]:
    """What the key bar of a screen names in these states: its own commands, then help.

    Args:
        place: The screen.
        states: The states it is in.
        keymap: Other keys for commands, by their ids.
    """
    named = (*commands_of(place, keymap), *commands_of("app", keymap))
    told = tuple(command for command in named if command.when in ("", *states))
    if place not in _WRITTEN_IN or "app.help" in keymap:
        return told
    return tuple(replace(command, shown="F1") if command.id == "app.help" else command for command in told)
