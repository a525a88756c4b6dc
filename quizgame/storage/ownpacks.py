"""The player's own packs: added, written, changed, removed and put back."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.exchange import Imported, Taken
from quizgame.core.imports import grown, is_akin
from quizgame.core.pack import Pack, PackInfo, info_of
from quizgame.core.packedits import CHANGED, OpenPack
from quizgame.storage.atomic import copy_to_free, create, exists, move_to_free, read, replace, sweep
from quizgame.storage.names import shown
from quizgame.storage.packfile import pack_bytes, pack_of
from quizgame.storage.packfolders import Entry
from quizgame.storage.packs import Shelf, is_called, unknown
from quizgame.storage.packtext import PackText, with_ids
from quizgame.storage.toml import PACK_LIMIT

__all__ = ["TAKEN", "OwnPacks"]

_REMOVED = "removed"
_SCHEMA = "pack.schema.json"
_MOST_NUMBER = 10_000
_NUMBERED = re.compile(r"-[0-9]+$")
TAKEN = "taken-id"
"""The name of what is wrong where another pack has the id already."""


class OwnPacks:
    """Whatever changes the player's own packs.

    Args:
        shelf: All packs at hand.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._own = shelf.own

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
        taken = next((known for known in self._shelf.library().packs if known.id == pack.id), None)
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
        named = same_ids(self._shelf.pack(entry), pack)
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
        taken = {known.id for known in self._shelf.library().packs}
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

    def take(self, imported: Imported, *, by_name: bool = False, dry: bool = False) -> Taken:
        """Put an import among the player's own packs; a pack of our own as it is, where nothing of it is there yet.

        Args:
            imported: What was read.
            by_name: See `grow`.
            dry: See `grow`.

        Raises:
            DataError: There is nothing in it, or a file cannot be changed without a loss.
            StorageError: It cannot be written.
        """
        if imported.pack is None:
            raise DataError(Problem(what="there is no question that could be taken"))
        is_there = any(info.id == imported.pack.id for info in self._shelf.library().packs)
        if not imported.data or is_there or dry:
            return self.grow(imported.pack, by_name=by_name, dry=dry)
        info = self.take_file(imported.data, file=imported.pack.id, stem=imported.pack.id)
        return Taken(info=info, added=info.questions)

    def grow(self, new: Pack, *, by_name: bool = False, dry: bool = False) -> Taken:
        """Add the questions of an import to the pack of its id, or keep them as a new pack.

        Args:
            new: What is imported.
            by_name: Whether the pack of its id is meant whatever it holds, rather than only one that has some of the
                same questions.
            dry: Whether only to tell what would be done.

        Raises:
            DataError: That pack's file cannot be changed without a loss.
            StorageError: It cannot be written.
        """
        file = self._akin(new, by_name=by_name)
        if file is None:
            return Taken(info=info_of(new) if dry else self.keep(new), added=len(new.questions))
        pack, added = grown(file.pack, new)
        if pack != file.pack and not dry:
            self.change(file, pack)
        info = self._info(Path(file.path))
        return Taken(info=info, added=added, known=len(new.questions) - added, is_new=False)

    def _akin(self, new: Pack, *, by_name: bool) -> OpenPack | None:
        """The pack of the player's own that an import goes into, if any: that of its id, or one with a number to it."""
        for info in self._shelf.library().packs:
            if info.own and new.id in (info.id, _NUMBERED.sub("", info.id)):
                file = self.open(info.id)
                if (by_name and info.id == new.id) or is_akin(file.pack, new):
                    return file
        return None

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
            raise DataError(Problem(file=file.file, what=what, flaw=CHANGED, hint="open the pack again"))

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
        return any(info.id == id and info.own for info in self._shelf.library().packs)

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
        if any(info.id == stem for info in self._shelf.library().packs):
            raise DataError(Problem(file=shown(removed), key="id", what=f"the id {stem!r} is taken by now"))
        back = move_to_free(removed, self._own)
        return next((entry.info for entry in self._shelf.entries()[0] if entry.path == back), None)

    def _entry(self, id: str) -> Entry:
        """The file of one of the player's own packs.

        Raises:
            DataError: There is none, or the pack came with the game.
        """
        entries, _ = self._shelf.entries()
        for entry in entries:
            if entry.own and (entry.info.id == id if entry.info else is_called(entry, id)):
                return entry
        if any(entry.info and entry.info.id == id for entry in entries):
            raise DataError(Problem(what=f"the pack {id!r} came with the game and stays as it is"))
        raise unknown(id, [entry.info.id for entry in entries if entry.own and entry.info])

    def _tidy(self) -> None:
        """Delete what a crash left, and lay the schema beside the packs, by which editors complete and check them."""
        sweep(self._own)
        with suppress(StorageError, DataError):
            schema, there = self._shelf.shipped / _SCHEMA, self._own / _SCHEMA
            if self._shelf.shipped != self._own and exists(schema):
                data = read(schema, PACK_LIMIT)
                if not exists(there) or read(there, PACK_LIMIT) != data:
                    replace(there, data)

    def _info(self, path: Path) -> PackInfo:
        """What the list tells of a file that was written just now."""
        info = next((entry.info for entry in self._shelf.entries()[0] if entry.path == path), None)
        if info is None:
            raise StorageError(f"{shown(path)} was written, but it is not there any more")
        return info


def _names_like(id: str) -> Iterator[str]:
    """The id, then the same with a number, none longer than an id may be."""
    yield id
    yield from (f"{id[:58].rstrip('-')}-{number}" for number in range(2, _MOST_NUMBER))


def _opened(path: Path) -> OpenPack:
    data = read(path, PACK_LIMIT)
    pack = pack_of(data, file=shown(path), stem=path.stem)
    return OpenPack(pack=pack, file=shown(path), path=str(path), data=data)
