"""The packs at hand: those that ship and the player's own."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from quizgame.core.defects import nearest
from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.pack import Library, Pack, PackInfo
from quizgame.core.text import one_line
from quizgame.storage.atomic import create, move_to_free, read, sweep
from quizgame.storage.names import shown, typed
from quizgame.storage.packfile import pack_bytes, pack_of
from quizgame.storage.packfolders import Entry, PackFolders
from quizgame.storage.packindex import PackIndex
from quizgame.storage.toml import PACK_LIMIT

__all__ = ["Shelf"]

_REMOVED = "removed"
_MOST_NUMBER = 10_000


class Shelf:
    """The packs that ship and the player's own; nothing is read before something is asked.

    Args:
        shipped: The folder of the packs that come with the game.
        own: The folder of the player's own; in a source checkout the same, and then all packs are the player's.
        cache: The folder that keeps what is known of them; None to keep nothing.
    """

    def __init__(self, shipped: Path, own: Path, cache: Path | None = None) -> None:
        self._own = own
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

    def add(self, path: Path) -> PackInfo:
        """Check a pack and copy its file, as it is, among the player's own.

        Raises:
            DataError: The pack has a problem, or its id is taken.
            StorageError: A file cannot be read or written.
        """
        data = read(path, PACK_LIMIT)
        pack = pack_of(data, file=shown(path), stem=path.stem)
        target = self._own / f"{pack.id}.toml"
        taken = next((known.file for known in self.library().packs if known.id == pack.id), None)
        if taken or os.path.lexists(target):
            what = f"the id {pack.id!r} is taken by {taken or shown(target)}"
            raise DataError(Problem(file=shown(path), key="id", what=what, hint="give the pack another id"))
        create(target, data)
        sweep(self._own)
        return self._info(target)

    def keep(self, pack: Pack) -> PackInfo:
        """Write a new pack among the player's own; where its id is taken, a number is added to it.

        Raises:
            DataError: It cannot be written such that it reads back the same.
            StorageError: The file cannot be written.
        """
        taken = {known.id for known in self.library().packs}
        for name in _names_like(pack.id):
            target = self._own / f"{name}.toml"
            if name in taken or os.path.lexists(target):
                continue
            named = msgspec.structs.replace(pack, id=name)
            data = pack_bytes(target, named)
            try:
                create(target, data)
            except StorageError:
                if not os.path.lexists(target):
                    raise
                continue  # another window took the name just now
            sweep(self._own)
            return self._info(target)
        raise StorageError(f"cannot write {shown(self._own / pack.id)}.toml: no name is free")

    def remove(self, id: str) -> Path:
        """Move one of the player's own packs to the folder ``removed`` beside the others.

        Args:
            id: The pack's id; a pack that was left out goes by the name of its file.

        Returns:
            Where the file is now.

        Raises:
            DataError: There is no such pack, or it came with the game.
            StorageError: The file cannot be moved.
        """
        entries, _ = self._folders.entries()
        for entry in entries:
            if entry.own and (entry.info.id == id if entry.info else _is_called(entry, id)):
                return move_to_free(entry.path, self._own / _REMOVED)
        if any(entry.info and entry.info.id == id for entry in entries):
            raise DataError(Problem(what=f"the pack {id!r} came with the game and cannot be removed"))
        raise _unknown(id, [entry.info.id for entry in entries if entry.own and entry.info])

    def pack(self, entry: Entry) -> Pack:
        """The pack of a file that is well, with its questions.

        Raises:
            DataError: The file has changed and has a problem now.
            StorageError: It cannot be read.
        """
        return self._folders.pack(entry)

    def _info(self, path: Path) -> PackInfo:
        """What the list tells of a file that was written just now."""
        info = next((entry.info for entry in self._folders.entries()[0] if entry.path == path), None)
        if info is None:
            raise StorageError(f"{shown(path)} was written, but it is not there any more")
        return info

    def _other(self, name: str, entries: Sequence[Entry]) -> Entry:
        """What no id names: a pack that was left out, or one by the path of its file."""
        for entry in entries:
            if not entry.info and _is_called(entry, name):
                return entry
        if Path(name).suffix or any(mark in name for mark in (os.sep, os.altsep) if mark):
            return self._folders.one(typed(name), own=False)
        raise _unknown(name, [entry.info.id for entry in entries if entry.info])


def _names_like(id: str) -> Iterator[str]:
    """The id, then the same with a number, none longer than an id may be."""
    yield id
    yield from (f"{id[:58].rstrip('-')}-{number}" for number in range(2, _MOST_NUMBER))


def _is_called(entry: Entry, name: str) -> bool:
    """Whether a file has this name, as the player sees it: the disk may write an accent in another way."""
    return one_line(entry.path.stem) == one_line(name)


def _unknown(id: str, known: Sequence[str]) -> DataError:
    close = nearest(id, known)
    hint = f"did you mean {close}?" if close else "quizgame packs list shows what there is"
    return DataError(Problem(what=f"there is no pack {one_line(id)[:100]!r}", hint=hint))
