"""What is kept of packs for speed: believed as long as it is true, and never missed."""

import os
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.storage import packfolders
from quizgame.storage.packindex import PackIndex
from quizgame.storage.packs import Shelf
from tests.storage.test_shelf import pack_text, parsed, put


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "ice.toml", pack_text("How cold?", title="Ice"))
    put(tmp_path, "snow.toml", pack_text("How white?", title="Snow"))
    return tmp_path


def fresh(home):
    """The shelf as a program that was started just now sees it."""
    return Shelf(home / "shipped", home / "own", home / "cache")


def make_old(home):
    """Let the packs be older than what is known of them, as they are a few seconds later."""
    for path in (home / "own").iterdir():
        os.utime(path, ns=(10**18, 10**18))


def titles(home):
    return [pack.title for pack in fresh(home).library().packs]


def test_only_a_pack_that_changed_is_parsed_again(home, monkeypatch):
    make_old(home)
    assert titles(home) == ["Ice", "Snow"]
    names = parsed(monkeypatch)
    assert titles(home) == ["Ice", "Snow"]
    put(home, "snow.toml", pack_text("How white?", title="Deep snow"))
    assert titles(home) == ["Ice", "Deep snow"]
    assert names == ["snow"]


def test_a_change_that_keeps_size_and_time_is_seen_by_the_bytes(home):
    assert titles(home) == ["Ice", "Snow"]
    path = home / "own" / "snow.toml"
    before = path.stat()
    with path.open("r+") as file:  # in place: the same inode
        file.write(path.read_text().replace("Snow", "Snot"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert titles(home) == ["Ice", "Snot"]


def test_a_pack_that_was_only_touched_is_not_parsed(home, monkeypatch):
    make_old(home)
    titles(home)
    names = parsed(monkeypatch)
    (home / "own" / "ice.toml").touch()
    assert titles(home) == ["Ice", "Snow"]
    assert names == []


def test_what_is_wrong_with_a_pack_is_known_too_and_told_by_the_name_that_it_has_here(home, monkeypatch):
    put(home, "bad.toml", "[[questions]\n")
    make_old(home)
    first = fresh(home).library().problems
    names = parsed(monkeypatch)
    assert fresh(home).library().problems == first
    monkeypatch.chdir(home / "own")
    assert [problem.file for problem in fresh(home).library().problems] == ["bad.toml"]
    assert names == []


def test_one_content_under_two_names_is_two_packs(home):
    put(home, "sleet.toml", pack_text("How wet?"))
    put(home, "hail.toml", pack_text("How wet?"))
    fresh(home).library()
    assert [pack.id for pack in fresh(home).packs(("hail", "sleet"))] == ["hail", "sleet"]


def test_packs_that_are_gone_leave_nothing_in_the_cache(home):
    fresh(home).library()
    assert len(list((home / "cache").glob("*.pack"))) == 2
    (home / "own" / "ice.toml").unlink()
    fresh(home).library()
    assert len(list((home / "cache").glob("*.pack"))) == 1
    assert titles(home) == ["Snow"]


def test_a_foreign_file_in_the_cache_stays(home):
    fresh(home).library()
    (home / "cache" / "notes.pack").write_text("mine")
    (home / "own" / "ice.toml").unlink()
    fresh(home).library()
    assert (home / "cache" / "notes.pack").read_text() == "mine"


@given(data=st.data())
def test_a_damaged_cache_is_made_anew(tmp_path_factory, data):
    home = tmp_path_factory.mktemp("home")
    put(home, "ice.toml", pack_text("How cold?", title="Ice"))
    make_old(home)
    was = fresh(home).packs(())
    path = sorted((home / "cache").iterdir())[data.draw(st.integers(0, 1))]
    whole = path.read_bytes()
    place = int(data.draw(st.floats(0, 1)) * (len(whole) - 1))
    damage = data.draw(st.sampled_from(["cut", "flip", "empty"]))
    flipped = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
    path.write_bytes({"cut": whole[:place], "flip": flipped, "empty": b""}[damage])
    assert fresh(home).packs(()) == was
    shutil.rmtree(home)


def test_a_cache_of_another_version_is_of_no_account(home, monkeypatch):
    make_old(home)
    titles(home)
    names = parsed(monkeypatch)
    monkeypatch.setattr("quizgame.storage.packindex._VERSION", "another")
    assert titles(home) == ["Ice", "Snow"]
    assert sorted(names) == ["ice", "snow"]


def test_the_packs_play_where_a_file_stands_in_the_place_of_the_cache(home):
    (home / "cache").write_text("mine")
    assert [pack.title for pack in fresh(home).packs(())] == ["Ice", "Snow"]
    assert (home / "cache").read_text() == "mine"


def test_a_pack_that_changes_while_it_is_read_is_looked_at_again(home, monkeypatch):
    real = packfolders.read

    def read(path, limit):
        data = real(path, limit)
        if path.name == "snow.toml" and b"Snow" in data:
            path.write_text(pack_text("How white?", title="White snow"))
        return data

    monkeypatch.setattr(packfolders, "read", read)
    shelf = fresh(home)
    assert [pack.title for pack in shelf.library().packs] == ["Ice", "Snow"]
    assert [pack.title for pack in shelf.library().packs] == ["Ice", "White snow"]


def test_a_pack_that_was_deleted_meanwhile_is_told(home):
    shelf = fresh(home)
    entries, _ = shelf.entries()
    make_old(home)
    shutil.rmtree(home / "cache")
    (home / "own" / "ice.toml").write_text("broken")
    with pytest.raises(DataError, match=r"ice\.toml"):
        shelf.pack(entries[0])


def test_an_index_without_a_folder_keeps_nothing(tmp_path):
    index = PackIndex(None)
    index.save(())
    assert index.pack(b"0" * 16) is None
    assert not list(tmp_path.iterdir())
