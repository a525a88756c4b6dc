"""What a front end may ask of the outside, as plain callables that the composition root hands in."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizgame.core.article import Article
from quizgame.core.errors import Problem
from quizgame.core.exchange import Exported, FormatInfo, FormatName, Imported, Taken
from quizgame.core.flags import Flag, Flags
from quizgame.core.folder import Folder
from quizgame.core.generation import Generated
from quizgame.core.pack import Library, Pack, PackInfo
from quizgame.core.packedits import OpenPack
from quizgame.core.record import Game, History
from quizgame.core.session import Session
from quizgame.core.settings import Settings
from quizgame.core.tally import Tallied

__all__ = ["Maker", "Profiles", "Stock", "World"]


@dataclass(frozen=True, kw_only=True)
class Maker:
    """How articles become packs. Whatever reads one may raise `StorageError` or `DataError`, and may take its time."""

    places: Callable[[str], list[str]]
    """The places of the single articles that a path, a folder or a web address stands for."""
    article_at: Callable[[str], Article]
    """The article of one such place."""
    article_of: Callable[[str], Article]
    """The article of a text that was pasted."""
    make: Callable[[Iterable[Article], str], Generated]
    """One pack, of this title, of the questions that the articles give; they are taken one after another."""


@dataclass(frozen=True, kw_only=True)
class Stock:
    """Whatever changes packs, brings some in or sends some out; all may raise `StorageError` or `DataError`."""

    add: Callable[[str], PackInfo]
    """Copy the pack file of this path among the player's own."""
    keep: Callable[[Pack], PackInfo]
    """Write a new pack among the player's own, under a free id; no other pack is touched."""
    remove: Callable[[str], str]
    """Take one of the player's own packs away; gives what `restore` takes."""
    restore: Callable[[str], PackInfo | None]
    """Put a pack back that was taken away; None where it is not well."""
    open: Callable[[str], OpenPack]
    """One of the player's own packs, by its id, to be changed."""
    change: Callable[[OpenPack, Pack], OpenPack]
    """Let a pack's file hold another pack; comments and whatever is the same in both stay as they stand."""
    put_back: Callable[[OpenPack, OpenPack], OpenPack]
    """Let a pack's file hold again what it held before."""
    merge: Callable[[str, str], None]
    """Let one question, by its ref, take over what another has that it has not; the other goes."""
    read: Callable[[str, FormatName | None], Imported]
    """What the file of a path or a web address holds, in a format or in the one that it looks like."""
    parse: Callable[[str, FormatName | None], Imported]
    """What a text that was pasted holds."""
    take: Callable[[Imported], Taken]
    """Put an import among the player's own packs: as a new one, or into the one that has its id."""
    export: Callable[[str, FormatName, str], Exported]
    """Write a pack, by its id, in a format to a file that is not there yet."""
    formats: Callable[[], tuple[FormatInfo, ...]]
    """The formats that a pack can be exported to."""


@dataclass(frozen=True, kw_only=True)
class Profiles:
    """The players of this machine. Whatever changes one may raise `StorageError`, or `UsageError` for a bad name."""

    names: Callable[[], tuple[str, ...]]
    """Everyone who has a record or was made, in order of name."""
    open: Callable[[str], "World"]
    """The world of another player, who is the one that plays from then on."""
    make: Callable[[str], None]
    rename: Callable[[str, str], None]
    remove: Callable[[str], None]
    """Take a player's record away; it is kept aside."""


@dataclass(frozen=True, kw_only=True)
class World:
    """Clocks, chance and storage. Whatever touches a file may raise `StorageError` or `DataError`."""

    profile: str
    """Who plays."""
    now: Callable[[], datetime]
    """The present moment, aware of its offset from UTC."""
    clock: Callable[[], float]
    """Seconds that only go forward, for measuring how long a question was open."""
    fresh_seed: Callable[[], int]
    """A seed that nobody can foresee, from 0 to 999,999."""
    fresh_id: Callable[[], str]
    """An id for a new game."""
    library: Callable[[], Library]
    """The packs at hand, without their questions."""
    packs: Callable[[Sequence[str]], tuple[Pack, ...]]
    """The packs of these ids, in order of id; all packs where none is named. Raises `DataError` for an unknown id."""
    history: Callable[[], History]
    """Every recorded game of the profile, each with all its answers: for export, not for play."""
    tally: Callable[[], Tallied]
    """All recorded games summed up, which costs the same however many there are."""
    unfinished: Callable[[], tuple[Session, ...]]
    """Games that were left and that no other window is playing, newest first."""
    keep: Callable[[Session], None]
    """Put a game in progress where a crash cannot reach it, and claim it for this window."""
    record: Callable[[Game], None]
    """Append a game to the record for good, and forget that it was in progress."""
    settings: Callable[[], tuple[Settings, tuple[Problem, ...]]]
    """The settings, with what is wrong in their file; a wrong setting has its default."""
    keep_settings: Callable[[Settings], None]
    flags: Callable[[], Flags]
    """The questions that the player has flagged as bad."""
    change_flags: Callable[[Callable[[tuple[Flag, ...]], tuple[Flag, ...]]], None]
    """Save other flags, made from those that are saved."""
    stock: Stock
    list_folder: Callable[[str], Folder]
    """The folders and articles in a folder; those of the current one for an empty name."""
    maker: Maker
    profiles: Profiles
