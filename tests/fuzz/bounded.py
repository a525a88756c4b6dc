"""Reads hostile files in a process of its own that may not take much memory.

Called as ``python -m tests.fuzz.bounded CASE...`` with names of `tests.fuzz.bombs.CASES`: each is made and read, and
what must hold of it is checked. Writes a line of JSON for each: what was kept and skipped, or why it cannot be read,
and the most memory that the process has had so far.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
MOST_MEGABYTES = 1_024
"""What reading may take, sixteen times the largest file that is taken."""
_END_OF_MEMORY = 4 << 30
"""What the process is refused: a bomb that goes off must not take the machine with it."""
_SECONDS = 60
"""Far more than any of it takes; only what grows faster than the file does gets there."""
_TOLD = 5
_CANARY = "canary"


class Told(NamedTuple):
    """What came of a hostile file."""

    case: str
    kept: int = 0
    skipped: int = 0
    reasons: tuple[str, ...] = ()
    """Of the first that were skipped."""
    problem: str = ""
    opened: tuple[str, ...] = ()
    """The files and addresses that it made the reader ask for."""
    megabytes: int = 0


def read_bounded(cases, **environment):
    """Read hostile files in one other process; gives what came of each, and fails where one did harm."""
    command = [sys.executable, "-m", "tests.fuzz.bounded", *cases]
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        read = [told.case for told in _parsed((error.stdout or b"").decode())]
        case = next(case for case in cases if case not in read)
        raise AssertionError(f"{case!r} takes more than a minute") from None
    told = _parsed(done.stdout)
    assert done.returncode == 0, f"{cases[len(told)]!r}: {done.stderr[-4_000:]}"
    for one in told:
        assert one.megabytes < MOST_MEGABYTES, f"{one.case!r} takes {one.megabytes:,} MB"
        assert not one.opened, f"{one.case!r} opens {one.opened}"
    return told


def _parsed(out):
    return [
        Told(**{name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(line).items()})
        for line in out.splitlines()
        if line.endswith("}")
    ]


def main(cases):
    import resource  # not for Windows

    resource.setrlimit(resource.RLIMIT_AS, (_END_OF_MEMORY, _END_OF_MEMORY))
    from tests.fuzz.bombs import CASES

    opened = []
    sys.addaudithook(lambda event, args: _watch(event, args, opened))
    for case in cases:
        opened.clear()
        told = _read(*CASES[case]())
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> (20 if sys.platform == "darwin" else 10)
        told = Told(case, **told, opened=tuple(opened), megabytes=peak)
        sys.stdout.write(json.dumps(told._asdict()) + "\n")
        sys.stdout.flush()


def _watch(event, args, opened):
    """Note what a file could make its reader ask for: other files of ours, and the network."""
    if event in ("socket.connect", "socket.getaddrinfo") or (event == "open" and _CANARY in str(args[0])):
        opened.append(f"{event} {args[:2]}")


def _read(format, data):
    from quizgame.core.errors import DataError
    from quizgame.storage.importing import Raw, read_foreign
    from tests.fuzz.promises import check_items, check_problems, check_question

    try:
        found = read_foreign(Raw(data=data, file="hostile file", name="hostile"), format=format)
    except DataError as error:
        check_problems(error)
        return {"problem": str(error)[:500]}
    check_items(found.skipped)
    kept = found.pack.questions if found.pack else ()
    for question in kept[:_TOLD]:
        check_question(question)
    return {
        "kept": len(kept),
        "skipped": len(found.skipped),
        "reasons": tuple(one.reason for one in found.skipped[:_TOLD]),
    }


if __name__ == "__main__":
    main(sys.argv[1:])
