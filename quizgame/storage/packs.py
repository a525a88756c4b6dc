"""The packs at hand: those that ship and the player's own."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from quizgame.core.defects import nearest
from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.exchange import Taken
from quizgame.core.imports import grown
from quizgame.core.pack import Library, Pack, PackInfo
from quizgame.core.packedits import OpenPack
from quizgame.core.text import one_line
from quizgame.storage.atomic import copy_to_free, create, exists, move_to_free, read, replace, sweep
from quizgame.storage.names import shown, typed
from quizgame.storage.packfile import pack_bytes, pack_of
from quizgame.storage.packfolders import Entry, PackFolders
from quizgame.storage.packindex import PackIndex
from quizgame.storage.packtext import PackText, with_ids
from quizgame.storage.toml import PACK_LIMIT

__all__ = ["TAKEN", "Shelf"]

_REMOVED = "removed"
_SCHEMA = "pack.schema.json"
_MOST_NUMBER = 10_000
TAKEN = "taken-id"
"""The name of what is wrong where another pack has the id already."""


class Shelf:
    """The packs that ship and the player's own; nothing is read before something is asked.

    Args:
        shipped: The folder of the packs that come with the game.
        own: The folder of the player's own; in a source checkout the same, and then all packs are the player's.
        cache: The folder that keeps what is known of them; None to keep nothing.
    """

    def __init__(self, shipped: Path, own: Path, cache: Path | None = None) -> None:
        self._shipped = shipped
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

    def add(self, path: Path, *, anew: bool = False) -> PackInfo:
        """Check a pack and copy its file among the player's own, as it is but for ids where it has none.

        Args:
            path: The file.
            anew: Whether it may take the place of one of the player's own packs, whose file then goes to ``removed``;
                questions that were in that pack keep their ids, and so what is known of them.

        Raises:
            DataError: The pack has a problem, or its id is taken.
            StorageError: A file cannot be read or written.
        """
        return self.take_file(read(path, PACK_LIMIT), file=shown(path), stem=path.stem, anew=anew)

    def take_file(self, data: bytes, *, file: str, stem: str, anew: bool = False) -> PackInfo:
        """Add the pack whose file holds these bytes; see `add`."""
        pack = pack_of(data, file=file, stem=stem)
        target = self._own / f"{pack.id}.toml"
        taken = next((known for known in self.library().packs if known.id == pack.id), None)
        if anew and taken and taken.own:
            return self._renew(pack, data, stem)
        if taken or os.path.lexists(target):
            what = f"the id {pack.id!r} is taken by {taken.file if taken else shown(target)}"
            hint = f"give the pack another id, such as {pack.id + '-2'!r}"
            raise DataError(Problem(file=file, key="id", what=what, flaw=TAKEN, hint=hint))
        create(target, with_ids(data, pack, stem))
        self._tidy()
        return self._info(target)

    def _renew(self, pack: Pack, data: bytes, stem: str) -> PackInfo:
        """Put a pack in the place of one of the player's own that has its id."""
        from quizgame.core.identity import same_ids  # noqa: PLC0415 - it compares texts with a slow library

        entry = self._entry(pack.id)
        named = same_ids(self.pack(entry), pack)
        told = with_ids(data, named, stem)
        copy_to_free(entry.path, self._own / _REMOVED)
        replace(entry.path, told)
        return self._info(entry.path)

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
            self._tidy()
            return self._info(target)
        raise StorageError(f"cannot write {shown(self._own / pack.id)}.toml: no name is free")

    def grow(self, new: Pack) -> Taken:
        """Add the questions of an import to the pack of its id, or keep them as a new pack.

        Raises:
            DataError: That pack's file cannot be changed without a loss.
            StorageError: It cannot be written.
        """
        there = next((info for info in self.library().packs if info.id == new.id and info.own), None)
        if there is None:
            return Taken(info=self.keep(new), added=len(new.questions))
        file = self.open(there.id)
        pack, added = grown(file.pack, new)
        if added:
            self.change(file, pack)
        info = self._info(Path(file.path))
        return Taken(info=info, added=added, known=len(new.questions) - added, is_new=False)

    def open(self, id: str) -> OpenPack:
        """One of the player's own packs with its file, to be changed.

        Raises:
            DataError: There is no such pack of the player's, or it has a problem.
            StorageError: It cannot be read.
        """
        entry = self._entry(id)
        return _opened(entry.path)

    def change(self, file: OpenPack, pack: Pack) -> OpenPack:
        """Change a pack's file such that it holds another pack; what is the same in both stands as it stood.

        Raises:
            DataError: The file has changed meanwhile, or it would not read back the same; it is as it was.
            StorageError: It cannot be written; it is as it was.
        """
        path = Path(file.path)
        self._refuse_changed(file)
        PackText(path, file.data).write(pack)
        return _opened(path)

    def put_back(self, file: OpenPack, before: OpenPack) -> OpenPack:
        """Let a pack's file hold again, byte by byte, what it held before.

        Raises:
            DataError: The file has changed meanwhile.
            StorageError: It cannot be written; it is as it was.
        """
        path = Path(file.path)
        self._refuse_changed(file)
        replace(path, before.data)
        return _opened(path)

    def _refuse_changed(self, file: OpenPack) -> None:
        """Refuse to write over what another program has written since the file was read."""
        if read(Path(file.path), PACK_LIMIT) != file.data:
            what = "another program has changed it meanwhile, so nothing is written"
            raise DataError(Problem(file=file.file, what=what, hint="open the pack again"))

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
        return move_to_free(self._entry(id).path, self._own / _REMOVED)

    def is_own(self, id: str) -> bool:
        """Whether a pack is the player's own."""
        return any(info.id == id and info.own for info in self.library().packs)

    def restore(self, removed: Path) -> PackInfo | None:
        """Move a pack back that was removed.

        Returns:
            What the list tells of it; None where it is left out.

        Raises:
            DataError: Its id is taken by now.
            StorageError: The file cannot be moved.
        """
        stem = removed.stem
        with suppress(DataError):
            stem = pack_of(read(removed, PACK_LIMIT), file=shown(removed), stem=stem).id
        if any(info.id == stem for info in self.library().packs):
            raise DataError(Problem(file=shown(removed), key="id", what=f"the id {stem!r} is taken by now"))
        back = move_to_free(removed, self._own)
        return next((entry.info for entry in self._folders.entries()[0] if entry.path == back), None)

    def _entry(self, id: str) -> Entry:
        """The file of one of the player's own packs.

        Raises:
            DataError: There is none, or the pack came with the game.
        """
        entries, _ = self._folders.entries()
        for entry in entries:
            if entry.own and (entry.info.id == id if entry.info else _is_called(entry, id)):
                return entry
        if any(entry.info and entry.info.id == id for entry in entries):
            raise DataError(Problem(what=f"the pack {id!r} came with the game and stays as it is"))
        raise _unknown(id, [entry.info.id for entry in entries if entry.own and entry.info])

    def pack(self, entry: Entry) -> Pack:
        """The pack of a file that is well, with its questions.

        Raises:
            DataError: The file has changed and has a problem now.
            StorageError: It cannot be read.
        """
        return self._folders.pack(entry)

    def _tidy(self) -> None:
        """Delete what a crash left, and lay the schema beside the packs, by which editors complete and check them."""
        sweep(self._own)
        with suppress(StorageError, DataError):
            schema, there = self._shipped / _SCHEMA, self._own / _SCHEMA
            if self._shipped != self._own and exists(schema):
                data = read(schema, PACK_LIMIT)
                if not exists(there) or read(there, PACK_LIMIT) != data:
                    replace(there, data)

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


def _opened(path: Path) -> OpenPack:
    data = read(path, PACK_LIMIT)
    pack = pack_of(data, file=shown(path), stem=path.stem)
    return OpenPack(pack=pack, file=shown(path), path=str(path), data=data)


def _is_called(entry: Entry, name: str) -> bool:
    """Whether a file has this name, as the player sees it: the disk may write an accent in another way."""
    return one_line(entry.path.stem) == one_line(name)


def _unknown(id: str, known: Sequence[str]) -> DataError:
    close = nearest(id, known)
    hint = f"did you mean {close}?" if close else "quizgame packs list shows what there is"
    return DataError(Problem(what=f"there is no pack {one_line(id)[:100]!r}", hint=hint))
