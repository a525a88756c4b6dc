"""Every error and every flaw of packs, with the lines they are on."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from quizgame.core.errors import Problem
from quizgame.core.pack import Pack
from quizgame.storage.atomic import read
from quizgame.storage.lines import Lines
from quizgame.storage.names import shown
from quizgame.storage.packs import Shelf
from quizgame.storage.toml import PACK_LIMIT, decode

__all__ = ["check_packs"]


def check_packs(shelf: Shelf, names: Sequence[str]) -> tuple[Problem, ...]:
    """Check packs.

    A pack with an error that keeps it from being played gives its errors alone; another one gives the flaws of its
    questions.

    Args:
        shelf: The packs at hand.
        names: What `Shelf.entries` takes; none for all packs.

    Raises:
        DataError: There is no such pack.
        StorageError: A file cannot be read any more.
    """
    entries, problems = shelf.entries(names)
    flaws = (flaw for entry in entries if entry.info for flaw in _flaws(entry.path, shelf.pack(entry)))
    return (*problems, *flaws)


def _flaws(path: Path, pack: Pack) -> Iterator[Problem]:
    from quizgame.core.checks import check_pack  # noqa: PLC0415 - it compares texts with a library that is slow to load

    found = check_pack(pack)
    if found:
        file = shown(path)
        lines = Lines(decode(read(path, PACK_LIMIT), file=file))
        for flaw in found:
            yield msgspec.structs.replace(flaw, file=file, line=lines.of(_path(flaw.key)))


def _path(key: str) -> str:
    """A key as a reader of TOML counts it: ``questions[4].stem`` becomes ``$.questions[3].stem``."""
    head, bracket, rest = key.partition("[")
    if not bracket:
        return f"$.{key}"
    number, _, tail = rest.partition("]")
    return f"$.{head}[{int(number) - 1}]{tail}"
