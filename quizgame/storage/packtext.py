"""A pack's file that is to be changed: what nobody changed in it is written as it stood, with its comments."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.pack import Pack, Question, Source
from quizgame.core.regeneration import Touched
from quizgame.storage.atomic import read
from quizgame.storage.lines import comments, headers
from quizgame.storage.names import shown
from quizgame.storage.packblocks import OWN_COMMENTS, blocks_of, join
from quizgame.storage.packfile import pack_of, write_pack
from quizgame.storage.toml import PACK_LIMIT, decode

__all__ = ["PackText"]

V = TypeVar("V", Source, Question)

_HEAD, _TRACE = "", "generated"


class _Part(NamedTuple):
    """A stretch of the file: a header with the comments right above it and all that stands below it."""

    key: str
    text: str
    comments: tuple[str, ...]
    """Those that a person wrote."""


class PackText:
    """A pack's file, read.

    Args:
        path: The file.

    Attributes:
        pack: What it holds.

    Raises:
        DataError: It is no sound pack, or written in a way that would lose its comments.
        StorageError: It cannot be read.
    """

    def __init__(self, path: Path) -> None:
        data = read(path, PACK_LIMIT)
        self._path = path
        self.pack = pack_of(data, file=shown(path), stem=path.stem)
        parts = list(_parts(decode(data, file=shown(path)).replace("\r\n", "\n")))
        self._head = parts[0]
        self._sources = _by_id(self.pack.sources, parts, "sources")
        self._questions = _by_id(self.pack.questions, parts, "questions")
        self._remarks = [told for part in parts if part.key.startswith(_TRACE) for told in part.comments]
        if len(self._sources) < len(self.pack.sources) or len(self._questions) < len(self.pack.questions):
            self._refuse_comments(parts)

    @property
    def touched(self) -> Touched:
        """The parts that a person wrote comments in."""
        return Touched(
            head=bool(self._head.comments), sources=_commented(self._sources), questions=_commented(self._questions)
        )

    def write(self, pack: Pack) -> None:
        """Put a pack in this one's place; all parts that are the same in both keep their text.

        Raises:
            DataError: It would not read back the same; the file is as it was.
            StorageError: It cannot be written.
        """
        write_pack(self._path, pack, self._text(pack))

    def _text(self, pack: Pack) -> str:
        blocks = iter(blocks_of(pack))
        fresh = next(blocks)
        told = [self._head.text if _bare(pack) == _bare(self.pack) else fresh]
        told += (_kept(source, self._sources, next(blocks)) for source in pack.sources)
        told += (_kept(question, self._questions, next(blocks)) for question in pack.questions)
        return join([*told, *blocks]) + "".join(f"{remark}\n" for remark in self._remarks)

    def _refuse_comments(self, parts: Sequence[_Part]) -> None:
        """Refuse a file whose parts cannot be told from one another, where that would lose something."""
        if any(part.comments for part in parts):
            what = "its comments would be lost, since not every question stands under a header of its own"
            raise DataError(Problem(file=shown(self._path), what=what, hint="begin each with [[questions]]"))
        self._head = _Part(_HEAD, join(blocks_of(self.pack)[:1]), ())


def _by_id(values: Sequence[V], parts: Sequence[_Part], key: str) -> dict[str, tuple[V, _Part]]:
    """Each value with its part, by its id; none where the values are written in another way."""
    own = [part for part in parts if part.key == key]
    return {value.id: (value, part) for value, part in zip(values, own, strict=True)} if len(own) == len(values) else {}


def _commented(known: Mapping[str, tuple[V, _Part]]) -> frozenset[str]:
    return frozenset(name for name, (_, part) in known.items() if part.comments)


def _kept(value: V, known: Mapping[str, tuple[V, _Part]], fresh: str) -> str:
    """The text that a value has in the file where it is the same, else its new one."""
    was, part = known.get(value.id, (None, None))
    return part.text if part is not None and was == value else fresh


def _bare(pack: Pack) -> Pack:
    return msgspec.structs.replace(pack, sources=(), questions=(), generated=None)


def _parts(text: str) -> Iterator[_Part]:
    """The parts of a file, the head first."""
    rows = text.split("\n")
    told = dict(comments(text))
    starts = [(0, _HEAD)]
    for line, key in headers(text):
        start = line - 1
        while start in told and rows[start - 1].lstrip().startswith("#"):
            start -= 1
        starts.append((start, key))
    for (start, key), (end, _) in zip(starts, [*starts[1:], (len(rows), "")], strict=True):
        inside = (told.get(line, "") for line in range(start + 1, end + 1))
        foreign = tuple(comment for comment in map(str.strip, inside) if comment and comment not in OWN_COMMENTS)
        yield _Part(key, "\n".join(rows[start:end]).strip("\n") + "\n", foreign)
