"""All of storage together, as a front end sees it: a game from its start to the record."""

import errno
import itertools
import shutil
from pathlib import Path

import pytest

from quizgame.core.errors import DataError, StorageError, UsageError
from quizgame.core.modes import classic
from quizgame.core.play import Choice, begin, finish, left_games
from quizgame.core.settings import Settings
from quizgame.storage import atomic, history
from quizgame.storage.paths import Paths
from quizgame.storage.world import open_world
from tests.storage.samples import NIGHT, FaultyOs, make_game, play_on

PACK = "".join(
    f"[[questions]]\nstem = 'What is {n}?'\nanswer = 'yes {n}'\ndistractors = ['no', 'never']\n" for n in range(8)
)


@pytest.fixture
def open_(tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "ice.toml").write_text(PACK)
    paths = Paths(shipped=tmp_path / "shipped", own=tmp_path / "own", seeds=tmp_path, saves=tmp_path / "saves")
    numbers = itertools.count()

    def open_(profile="ann"):
        return open_world(
            paths,
            profile=profile,
            now=lambda: NIGHT,
            clock=lambda: 0.0,
            fresh_seed=lambda: 7,
            fresh_id=lambda: f"game-{next(numbers)}",
            maker=None,
        )

    return open_


def play(world, session):
    while not session.is_finished:
        session = play_on(session)
        world.keep(session)
    return session


def test_opening_a_world_touches_nothing(open_, tmp_path, monkeypatch):
    before = sorted(tmp_path.rglob("*"))
    for name in ("stat", "exists", "iterdir", "is_dir", "is_file", "open"):
        monkeypatch.setattr(Path, name, None)
    world = open_()
    monkeypatch.undo()
    assert sorted(tmp_path.rglob("*")) == before
    assert world.profile == "ann"
    with pytest.raises(UsageError):
        open_("../ann")


def test_reading_everything_makes_nothing_but_a_cache_that_can_be_deleted(open_, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    world = open_()
    assert world.library().questions == 8
    assert world.history().games == ()
    assert world.unfinished() == ()
    assert world.settings() == (Settings(), ())
    shutil.rmtree(tmp_path / "saves" / ".cache")
    (tmp_path / "saves").rmdir()
    assert sorted(tmp_path.rglob("*")) == before
    assert world.packs(()) == open_().packs(())


def test_a_game_from_start_to_record(open_, tmp_path):
    world = open_()
    session = play(world, begin(world, Choice(rules=classic(3))))
    _, game = finish(world, session)
    again = open_()
    assert again.history().games == (game,)
    assert again.unfinished() == ()
    assert list((tmp_path / "saves" / "ann" / "unfinished").iterdir()) == []
    assert open_("ben").history().games == ()


def test_a_game_that_was_left_is_offered_and_played_on(open_):
    world = open_()
    session = play_on(begin(world, Choice(rules=classic(3))))
    world.keep(session)
    assert left_games(world) == (session,)  # left and taken up again in one window
    assert open_().unfinished() == ()  # another window plays it
    del world
    later = open_()
    assert left_games(later) == (session,)
    finish(later, play(later, session))
    assert [game.id for game in open_().history().games] == [session.id]


def test_a_game_killed_between_record_and_removal_is_not_offered(open_, tmp_path):
    world = open_()
    session = play(world, begin(world, Choice(rules=classic(2))))
    kept = tmp_path / "saves" / "ann" / "unfinished"
    shutil.copytree(kept, tmp_path / "copy")
    finish(world, session)
    shutil.copytree(tmp_path / "copy", kept, dirs_exist_ok=True)
    again = open_()
    assert again.unfinished() == ()
    assert list(kept.glob("*.toml")) == []
    assert len(again.history().games) == 1


def test_a_game_killed_before_the_record_is_recorded_at_the_next_start(open_):
    world = open_()
    session = play(world, begin(world, Choice(rules=classic(2))))
    del world
    later = open_()
    assert left_games(later) == ()
    assert [game.id for game in later.history().games] == [session.id]


def test_the_record_is_not_read_where_no_game_waits(open_, monkeypatch):
    world = open_()
    monkeypatch.setattr(history.Records, "load", None)
    assert world.unfinished() == ()


def test_a_full_disk_is_told_and_the_game_stays(open_, monkeypatch):
    world = open_()
    session = play(world, begin(world, Choice(rules=classic(2))))
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "os", Full(0, errno.ENOSPC))
        with pytest.raises(StorageError, match=r"cannot write .*: no space left on the disk"):
            finish(world, session)
        with pytest.raises(StorageError, match="no space left"):
            world.keep_settings(Settings(questions=3))
        with pytest.raises(StorageError, match="no space left"):
            world.keep(play_on(begin(world, Choice(rules=classic(2)))))
        assert world.history().games == ()
        assert world.unfinished() == (session,)
        assert world.library().questions == 8
    finish(world, session)
    assert len(world.history().games) == 1


def test_a_game_that_is_recorded_but_not_removed_is_no_error(open_, monkeypatch):
    world = open_()
    session = play(world, begin(world, Choice(rules=classic(2))))
    monkeypatch.setattr(Path, "unlink", refuse)
    finish(world, session)
    assert world.unfinished() == ()
    assert len(world.history().games) == 1


def test_damage_among_games_in_progress_is_told_with_the_record(open_, tmp_path):
    folder = tmp_path / "saves" / "ann" / "unfinished"
    folder.mkdir(parents=True)
    (folder / "g.toml").write_text("junk")
    world = open_()
    world.unfinished()
    assert "nothing could be recovered" in str(world.history().problems[0])
    assert open_().history().problems == ()


def test_packs_are_added_and_removed(open_, tmp_path):
    world = open_()
    (tmp_path / "snow.toml").write_text(PACK)
    assert world.stock.add(tmp_path / "snow.toml").id == "snow"
    assert [pack.id for pack in world.packs(())] == ["ice", "snow"]
    with pytest.raises(StorageError, match="no such file"):
        world.stock.add("~nosuchuser/x.toml")
    world.stock.remove("snow")
    assert [pack.id for pack in world.packs(())] == ["ice"]
    with pytest.raises(DataError):
        world.stock.remove("snow")


def test_a_game_recorded_twice_counts_once(open_):
    world = open_()
    world.record(make_game(1))
    world.record(make_game(1))
    assert len(world.history().games) == 1


class Full(FaultyOs):
    """A disk on which nothing more can be written."""

    def __getattr__(self, name):
        return refuse if name == "write" else super().__getattr__(name)


def refuse(*_, **__):
    raise OSError(errno.ENOSPC, "full")
