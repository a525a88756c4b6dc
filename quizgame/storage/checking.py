"""Every error and every flaw of a pack file, with the line it is on."""

from pathlib import Path

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.storage.atomic import read
from quizgame.storage.names import shown
from quizgame.storage.packfile import pack_of
from quizgame.storage.toml import PACK_LIMIT, Lines, decode

__all__ = ["check_file"]


def check_file(path: Path) -> tuple[Problem, ...]:
    """Check a pack file.

    A file with an error that keeps it from being played gives its errors alone; another one gives the flaws of its
    questions.

    Raises:
        StorageError: The file cannot be read.
    """
    from quizgame.core.checks import check_pack  # noqa: PLC0415 - it compares texts with a library that is slow to load

    data = read(path, PACK_LIMIT)
    try:
        pack = pack_of(data, file=shown(path), stem=path.stem)
    except DataError as error:
        return error.problems
    lines = Lines(decode(data, file=shown(path)))
    return tuple(
        msgspec.structs.replace(problem, file=shown(path), line=lines.of(_path(problem.key)))
        for problem in check_pack(pack)
    )


def _path(key: str) -> str:
    """A key as a reader of TOML counts it: ``questions[4].stem`` becomes ``$.questions[3].stem``."""
    head, bracket, rest = key.partition("[")
    if not bracket:
        return f"$.{key}"
    number, _, tail = rest.partition("]")
    return f"$.{head}[{int(number) - 1}]{tail}"
