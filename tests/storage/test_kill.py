"""A kill at any system call of a save: afterwards there is the old or the new, and nothing finished is lost."""

import os
import subprocess
import sys

import pytest

from quizgame.core.errors import DataError
from quizgame.core.settings import Settings
from quizgame.storage.history import Records
from quizgame.storage.ownpacks import OwnPacks
from quizgame.storage.packfile import read_pack, write_pack
from quizgame.storage.packs import Shelf
from quizgame.storage.settings import SettingsFile
from quizgame.storage.unfinished import Unfinished
from tests.storage.samples import ROOT, make_game, make_session
from tests.worlds import make_pack

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture
def killed(tmp_path):
    """Run a save in processes that die at each of its calls; gives the folders they left, the last one whole."""
    (tmp_path / "start").mkdir()

    def killed(save, least):
        done = subprocess.run(
            [sys.executable, "-m", "tests.storage.killer", save, str(tmp_path)],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        count = int(done.stdout)
        assert count > least
        return [tmp_path / str(call) for call in range(1, count + 1)]

    return killed


@pytest.fixture
def start(tmp_path, killed):
    return tmp_path / "start"


def test_a_pack_is_the_old_one_or_the_new(start, killed):
    old, new = make_pack(size=3), make_pack(size=40)
    write_pack(start / "ice.toml", old)
    found = [read_pack(folder / "ice.toml") for folder in killed("pack", 5)]
    assert found[0] == old
    assert found[-1] == new
    assert all(pack in (old, new) for pack in found)


def test_a_plain_writer_is_found_out(start, killed):
    write_pack(start / "ice.toml", make_pack(size=3))
    damaged = 0
    for folder in killed("plain", 1):
        try:
            read_pack(folder / "ice.toml")
        except DataError:
            damaged += 1
    assert damaged


def test_a_pack_is_added_whole_or_not_at_all(start, killed):
    write_pack(start / "ice.toml", make_pack())
    for folder in killed("add", 6):
        library = Shelf(folder / "none", folder / "own").library()
        assert library.problems == ()
        assert len(library.packs) <= 1
        if not library.packs:
            OwnPacks(Shelf(folder / "none", folder / "own")).add(folder / "ice.toml")
    assert len(library.packs) == 1


def test_settings_are_the_old_ones_or_the_new(start, killed):
    SettingsFile(start / "settings.toml").keep(Settings(questions=5))
    for folder in killed("settings", 5):
        settings, problems = SettingsFile(folder / "settings.toml").load()
        assert settings.questions in (5, 99)
        assert problems == ()
        SettingsFile(folder / "settings.toml").keep(Settings(questions=7))
    assert settings.questions == 99


@pytest.mark.parametrize("earlier", [0, 1])
def test_the_record_keeps_every_earlier_game_and_takes_the_next(start, killed, earlier):
    for number in range(earlier):
        Records(start).append(make_game(number + 10))
    before = tuple(make_game(number + 10) for number in range(earlier))
    for folder in killed("append", 4):
        got = Records(folder).load().games
        assert got in (before, (*before, make_game(1)))
        Records(folder).append(make_game(2))
        assert Records(folder).load().games == (*got, make_game(2))
        assert Records(folder).load().problems == ()
    assert got == (*before, make_game(1))


def test_mending_loses_no_game(start, killed):
    games = [make_game(number) for number in range(3)]
    for game in games:
        Records(start).append(game)
    path = start / "history-2026-11.toml"
    path.write_bytes(path.read_bytes().replace(b"seed = 1", b"seed = ?"))
    for folder in killed("mend", 8):
        assert Records(folder).load().games == (games[0], games[2])
        assert Records(folder).load().problems == ()
        assert list(folder.glob("history-2026-11.damaged-*.toml"))


def test_a_game_in_progress_is_at_this_answer_or_the_one_before(start, killed):
    before, after = make_session(answers=2), make_session(answers=3)
    Unfinished(start / "unfinished").keep(before)
    for folder in killed("keep", 6):
        ((found,), problems) = Unfinished(folder / "unfinished").load()
        assert found in (before, after)
        assert problems == ()
    assert found == after


def test_a_finished_game_is_in_progress_or_in_the_record_and_never_lost(start, killed):
    session = make_session(answers=3)
    Unfinished(start / "unfinished").keep(session)
    for folder in killed("finish", 15):
        recorded = {game.id for game in Records(folder).load().games}
        loaded, problems = Unfinished(folder / "unfinished").load(recorded)
        assert problems == ()
        assert len(recorded) + len(loaded) == 1
        assert all(game.attempts[:3] == session.attempts for game in loaded)
    assert recorded == {"game-0"}
