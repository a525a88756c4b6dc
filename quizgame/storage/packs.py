"""The packs at hand: those that ship and the player's own."""

import os
from collections.abc import Sequence
from pathlib import Path

from quizgame.core.defects import nearest
from quizgame.core.errors import DataError, Problem
from quizgame.core.pack import Library, Pack
from quizgame.core.text import one_line
from quizgame.storage.names import typed
from quizgame.storage.packfolders import Entry, PackFolders
from quizgame.storage.packindex import PackIndex

__all__ = ["Shelf", "is_called", "unknown"]


class Shelf:
    """The packs that ship and the player's own; nothing is read before something is asked.

    Args:
        shipped: The folder of the packs that come with the game.
        own: The folder of the player's own; in a source checkout the same, and then all packs are the player's.
        cache: The folder that keeps what is known of them; None to keep nothing.
    """

    def __init__(self, shipped: Path, own: Path, cache: Path | None = None) -> None:
        self.shipped = shipped
        self.own = own
        self._folders = PackFolders(shipped, own, PackIndex(cache))

    def library(self) -> Library:
        """What packs there are, and what is wrong with those that were left out."""
        entries, problems = self._folders.entries()
        infos = (entry.info for entry in entries if entry.info)
        return Library(packs=tuple(sorted(infos, key=lambda info: info.id)), problems=tuple(problems))

    def entries(self, names: Sequence[str] = ()) -> tuple[list[Entry], list[Problem]]:
        """The files of packs, and all that is wrong with them.

        Args:
            names: Ids, or paths of files; a pack that was left out goes by the name of its file, without the ending.
                None for every file of both folders.

        Raises:
            DataError: There is no such pack.
        """
        entries, problems = self._folders.entries()
        if not names:
            return entries, problems
        known = {entry.info.id: entry for entry in entries if entry.info}
        chosen = [known.get(name) or self._other(name, entries) for name in names]
        return chosen, [problem for entry in chosen for problem in entry.problems]

    def packs(self, ids: Sequence[str]) -> tuple[Pack, ...]:
        """Packs with their questions, in order of id.

        Args:
            ids: Ids, or paths of files; none for all packs that are well.

        Raises:
            DataError: A pack is not there, has a problem, or two of those that were named have one id.
        """
        chosen: dict[str, Pack] = {}
        for entry in self.entries(ids)[0]:
            if entry.info is None:
                if not ids:
                    continue
                raise DataError(*entry.problems)
            pack = self._folders.pack(entry)
            if chosen.setdefault(pack.id, pack) != pack:
                raise DataError(Problem(what=f"two different packs have the id {pack.id!r}", hint="name one of them"))
        return tuple(pack for _, pack in sorted(chosen.items()))

    def pack(self, entry: Entry) -> Pack:
        """The pack of a file that is well, with its questions.

        Raises:
            DataError: The file has changed and has a problem now.
            StorageError: It cannot be read.
        """
        return self._folders.pack(entry)

    def _other(self, name: str, entries: Sequence[Entry]) -> Entry:
        """What no id names: a pack that was left out, or one by the path of its file."""
        for entry in entries:
            if not entry.info and is_called(entry, name):
                return entry
        if Path(name).suffix or any(mark in name for mark in (os.sep, os.altsep) if mark):
            return self._folders.one(typed(name), own=False)
        raise unknown(name, [entry.info.id for entry in entries if entry.info])


def is_called(entry: Entry, name: str) -> bool:
    """Whether a file has this name, as the player sees it: the disk may write an accent in another way."""
    return one_line(entry.path.stem) == one_line(name)


def unknown(id: str, known: Sequence[str]) -> DataError:
    """What is raised where there is no pack of an id, with the nearest one."""
    close = nearest(id, known)
    hint = f"did you mean {close}?" if close else "quizgame packs list shows what there is"
    return DataError(Problem(what=f"there is no pack {one_line(id)[:100]!r}", hint=hint))
