"""A pack's file that is to be changed: what nobody changed in it is written as it stood, with its comments."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.pack import Pack, Question, Source
from quizgame.core.tracing import Touched
from quizgame.storage.atomic import read
from quizgame.storage.lines import comments, headers
from quizgame.storage.names import shown
from quizgame.storage.packblocks import OWN_COMMENTS, block_of
from quizgame.storage.packfile import pack_of, write_pack
from quizgame.storage.toml import PACK_LIMIT, decode, parse

__all__ = ["PackText", "with_ids"]

V = TypeVar("V", Source, Question)
_Value = Pack | Source | Question

_HEAD, _TRACE = "", "generated"
_NOWHERE = -1


class _Part(NamedTuple):
    """A stretch of the file: a header with the comments right above it and all that stands below it."""

    key: str
    text: str
    comments: tuple[str, ...] = ()
    """Those that a person wrote."""
    place: int = _NOWHERE
    """Which part of the file it was, counted from 0."""


class PackText:
    """A pack's file, read.

    Args:
        path: The file.
        data: What it holds, where that was read before.

    Attributes:
        pack: What it holds.

    Raises:
        DataError: It is no sound pack, or written in a way that would lose its comments.
        StorageError: It cannot be read.
    """

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        told = read(path, PACK_LIMIT) if data is None else data
        self._path = path
        self.pack = pack_of(told, file=shown(path), stem=path.stem)
        text = decode(told, file=shown(path))
        self._line_end = "\r\n" if "\r\n" in text else "\n"
        parts = list(_parts(text.replace("\r\n", "\n")))
        self._head = parts[0]
        self._sources = _by_id(self.pack.sources, parts, "sources")
        self._questions = _by_id(self.pack.questions, parts, "questions")
        self._traces = [part for part in parts if part.key.startswith(_TRACE)]
        self._last = parts[-1].place
        if len(self._sources) < len(self.pack.sources) or len(self._questions) < len(self.pack.questions):
            self._refuse_comments(parts)

    @property
    def touched(self) -> Touched:
        """The parts that a person wrote comments in."""
        return Touched(
            head=bool(self._head.comments), sources=_commented(self._sources), questions=_commented(self._questions)
        )

    def write(self, pack: Pack) -> None:
        """Put a pack in this one's place.

        All parts that are the same in both keep their text; of the others only the keys whose values changed are
        written anew, so that comments, the order of keys and the way they are written stay.

        Raises:
            DataError: It would not read back the same; the file is as it was.
            StorageError: It cannot be written.
        """
        write_pack(self._path, pack, self._text(pack).replace("\n", self._line_end))

    def _text(self, pack: Pack) -> str:
        told = [_kept(_bare(pack), (_bare(self.pack), self._head))]
        told += (_kept(source, self._sources.get(source.id)) for source in pack.sources)
        told += (_kept(question, self._questions.get(question.id)) for question in pack.questions)
        return _joined([*told, *self._trace(pack)], self._last)

    def _trace(self, pack: Pack) -> Iterator[_Part]:
        """The marks of what was generated, and what a person remarked on them."""
        if pack.generated == self.pack.generated:
            yield from self._traces
            return
        if pack.generated:
            yield _Part(_TRACE, block_of(pack.generated))
        if remarks := [told for part in self._traces for told in part.comments]:
            yield _Part(_TRACE, "".join(f"{remark}\n" for remark in remarks))

    def _refuse_comments(self, parts: Sequence[_Part]) -> None:
        """Refuse a file whose parts cannot be told from one another, where that would lose something."""
        if any(part.comments for part in parts):
            what = "its comments would be lost, since not every question stands under a header of its own"
            raise DataError(Problem(file=shown(self._path), what=what, hint="begin each with [[questions]]"))
        self._head = _Part(_HEAD, block_of(self.pack))


def with_ids(data: bytes, pack: Pack, stem: str) -> bytes:
    """A pack's file in which every question has an id, so that it stays when somebody finds better words.

    Args:
        data: The file.
        pack: What it holds; its ids are written where the file has none.
        stem: The file's name without its ending.

    Returns:
        The file with the ids; as it is, where it has all, or no headers that they could stand under.
    """
    from quizgame.storage.rewriting import with_id  # noqa: PLC0415 - its library is slow to load

    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = decode(data, file="")
    asked = parse(text, file="")["questions"]
    parts = list(_parts(text))
    own = [part for part in parts if part.key == "questions"]
    if len(own) != len(asked) or all("id" in told for told in asked):
        return data
    ids = {part.place: one.id for part, one, told in zip(own, pack.questions, asked, strict=True) if "id" not in told}
    named = "".join(with_id(part.text, ids[part.place]) if part.place in ids else part.text for part in parts)
    new = mark + named.encode()
    return new if pack_of(new, file="", stem=stem) == pack else data


def _by_id(values: Sequence[V], parts: Sequence[_Part], key: str) -> dict[str, tuple[V, _Part]]:
    """Each value with its part, by its id; none where the values are written in another way."""
    own = [part for part in parts if part.key == key]
    return {value.id: (value, part) for value, part in zip(values, own, strict=True)} if len(own) == len(values) else {}


def _commented(known: Mapping[str, tuple[V, _Part]]) -> frozenset[str]:
    return frozenset(name for name, (_, part) in known.items() if part.comments)


def _kept(value: _Value, known: tuple[_Value, _Part] | None) -> _Part:
    """The part of a value: as it stands in the file, with what changed in it, or a new one."""
    if known is None:
        return _Part("", block_of(value))
    was, part = known
    if was == value:
        return part
    bare = part.text.strip("\n")
    if bare == block_of(was).strip("\n"):
        return part._replace(text=block_of(value) + part.text[len(bare) + 1 :])
    from quizgame.storage.rewriting import rewritten  # noqa: PLC0415 - its library is slow to load

    return part._replace(text=rewritten(part.text, was, value))


def _bare(pack: Pack) -> Pack:
    return msgspec.structs.replace(pack, sources=(), questions=(), generated=None)


def _joined(parts: Sequence[_Part], last: int) -> str:
    """The text of parts, with a blank line between those that did not stand beside each other before."""
    told = []
    for part, after in pairwise(parts):
        is_apart = part.text.endswith("\n\n") or (part.place != _NOWHERE and after.place == part.place + 1)
        told.append(part.text if is_apart else part.text.rstrip("\n") + "\n\n")
    end = parts[-1]
    told.append(end.text if end.place == last else end.text.rstrip("\n") + "\n")
    return "".join(told)


def _parts(text: str) -> Iterator[_Part]:
    """The parts of a file, the head first; together they are the file."""
    rows = text.split("\n")
    told = dict(comments(text))
    starts = [(0, _HEAD)]
    for line, key in headers(text):
        start = line - 1
        while start in told and rows[start - 1].lstrip().startswith("#"):
            start -= 1
        starts.append((start, key))
    for place, ((start, key), (end, _)) in enumerate(zip(starts, [*starts[1:], (len(rows), "")], strict=True)):
        inside = (told.get(line, "") for line in range(start + 1, end + 1))
        foreign = tuple(comment for comment in map(str.strip, inside) if comment and comment not in OWN_COMMENTS)
        yield _Part(key, "\n".join(rows[start:end]) + ("\n" if end < len(rows) else ""), foreign, place)
