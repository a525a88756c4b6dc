"""Runs a save again and again in processes that end at their first, second, third ... system call.

Called as ``python -m tests.storage.killer SAVE FOLDER``: ``FOLDER/start`` is copied to ``FOLDER/1``, ``FOLDER/2`` and so
on, and each copy is saved into by a process that dies there. Says how many copies there are; the last is whole.
"""

import os
import shutil
import sys
from pathlib import Path

from quizgame.core.settings import Settings
from quizgame.storage.history import Records
from quizgame.storage.ownpacks import OwnPacks
from quizgame.storage.packfile import dump_pack, write_pack
from quizgame.storage.packs import Shelf
from quizgame.storage.settings import SettingsFile
from quizgame.storage.unfinished import Unfinished
from tests.storage.samples import CALLS, NIGHT, make_game, make_session, play_on
from tests.worlds import make_pack

MOST = 200
DEAD = 9


def _finish(folder):
    """What ends a game: its last answer is kept, it goes to the record and is no longer in progress."""
    games, records = Unfinished(folder / "unfinished"), Records(folder)
    session = play_on(games.load()[0][0])
    games.keep(session)
    records.append(make_game(session.seed, id=session.id, finished=NIGHT))
    games.forget(session.id)


def _plain(folder):
    """How a game is not saved: over the old bytes."""
    target = os.open(folder / "ice.toml", os.O_WRONLY | os.O_TRUNC)
    os.write(target, dump_pack(make_pack(size=40)).encode())


SAVES = {
    "plain": _plain,
    "pack": lambda folder: write_pack(folder / "ice.toml", make_pack(size=40)),
    "add": lambda folder: OwnPacks(Shelf(folder / "none", folder / "own")).add(folder / "ice.toml"),
    "settings": lambda folder: SettingsFile(folder / "settings.toml").keep(Settings(questions=99)),
    "append": lambda folder: Records(folder).append(make_game(1)),
    "mend": lambda folder: Records(folder).load(),
    "keep": lambda folder: Unfinished(folder / "unfinished").keep(make_session(answers=3)),
    "finish": _finish,
}


def _die_at(call):
    """Make the process end at its n-th call that matters; a write has got half of its bytes down by then."""
    made = 0

    def wrapped(name, real):
        def instead(*args, **options):
            nonlocal made
            made += 1
            if made == call:
                if name == "write":
                    real(args[0], args[1][: len(args[1]) // 2])
                os._exit(DEAD)
            return real(*args, **options)

        return instead

    for name in CALLS:
        setattr(os, name, wrapped(name, getattr(os, name)))


def main(save, base):
    from filelock import FileLock

    assert FileLock  # imported before the calls are counted
    import tomli_w

    assert tomli_w
    for call in range(1, MOST):
        folder = base / str(call)
        shutil.copytree(base / "start", folder)
        child = os.fork()
        if not child:
            _die_at(call)
            SAVES[save](folder)
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status == 0:
            sys.stdout.write(str(call))
            return
        assert status == DEAD, status


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
