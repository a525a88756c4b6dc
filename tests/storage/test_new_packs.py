"""A new pack among the player's own: it finds a free name and never touches another pack."""

import errno

import msgspec
import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.core.pack import Pack, Question
from quizgame.storage import atomic, ownpacks
from quizgame.storage.ownpacks import OwnPacks
from quizgame.storage.packfile import read_pack
from quizgame.storage.packs import Shelf
from tests.storage.samples import FaultyOs

ICE = Pack(
    id="ice", title="Ice", questions=(Question(id="q-1", stem="Is it cold?", answer="yes", distractors=("no",)),)
)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "shipped", tmp_path / "own")


def files(tmp_path):
    return {path.name: path.read_bytes() for path in (tmp_path / "own").iterdir()}


def test_it_is_written_and_listed(shelf, tmp_path):
    info = OwnPacks(shelf).keep(ICE)
    assert (info.id, info.title, info.questions, info.own) == ("ice", "Ice", 1, True)
    assert read_pack(tmp_path / "own" / "ice.toml") == ICE
    assert shelf.packs(["ice"]) == (ICE,)


def test_a_taken_id_gets_a_number_and_the_other_pack_stays_as_it_is(shelf, tmp_path):
    OwnPacks(shelf).keep(ICE)
    before = files(tmp_path)["ice.toml"]
    told = [OwnPacks(shelf).keep(msgspec.structs.replace(ICE, title=f"Ice {number}")).id for number in range(3)]
    assert told == ["ice-2", "ice-3", "ice-4"]
    assert files(tmp_path)["ice.toml"] == before
    assert [pack.title for pack in shelf.library().packs] == ["Ice", "Ice 0", "Ice 1", "Ice 2"]


def test_the_id_of_a_pack_that_ships_and_of_a_file_that_is_no_pack_are_taken_too(shelf, tmp_path):
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "cold.toml").write_bytes(b'id = "ice"\n' + questions())
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "ice-2.toml").write_text("no pack")
    (tmp_path / "own" / "ice-3.toml").symlink_to(tmp_path / "nowhere")
    assert OwnPacks(shelf).keep(ICE).id == "ice-4"
    assert (tmp_path / "own" / "ice-2.toml").read_text() == "no pack"


def questions():
    return b'[[questions]]\nstem = "a?"\nanswer = "b"\ndistractors = ["c"]\n'


def test_a_long_id_stays_within_its_bounds(shelf):
    long = msgspec.structs.replace(ICE, id="a" * 57 + "-bcdefg")
    assert OwnPacks(shelf).keep(long).id == long.id
    assert OwnPacks(shelf).keep(long).id == "a" * 57 + "-2"


def test_another_window_that_takes_the_name_meanwhile_costs_nothing(shelf, tmp_path, monkeypatch):
    create = ownpacks.create

    def create_late(path, data):
        if path.name == "ice.toml" and not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_text("theirs")
        create(path, data)

    monkeypatch.setattr(ownpacks, "create", create_late)
    assert OwnPacks(shelf).keep(ICE).id == "ice-2"
    assert (tmp_path / "own" / "ice.toml").read_text() == "theirs"


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_disk_without_room_is_told_and_leaves_nothing(shelf, tmp_path, monkeypatch, at):
    (tmp_path / "own").mkdir()
    monkeypatch.setattr(atomic, "os", FaultyOs(at, errno.ENOSPC))
    with pytest.raises(StorageError, match=r"ice\.toml"):
        OwnPacks(shelf).keep(ICE)
    monkeypatch.undo()
    assert files(tmp_path) == {}


def test_what_would_not_read_back_is_refused(shelf, tmp_path):
    with pytest.raises(DataError, match="would not read back"):
        OwnPacks(shelf).keep(msgspec.structs.replace(ICE, title="two\nlines"))
    assert not (tmp_path / "own").exists()
