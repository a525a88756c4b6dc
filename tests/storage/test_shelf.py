"""The library: which packs there are, which are left out and why, adding and removing."""

import os
from pathlib import Path

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.core.pack import question_id
from quizgame.storage import atomic, packfile, packfolders
from quizgame.storage.ownpacks import OwnPacks
from quizgame.storage.packfile import read_pack
from quizgame.storage.packs import Shelf
from tests.storage.samples import FaultyOs


def pack_text(stem="How many?", **head):
    told = "".join(f"{key} = {value!r}\n" for key, value in head.items())
    return f"{told}[[questions]]\nstem = {stem!r}\nanswer = 'two'\ndistractors = ['one']\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "ice.toml").write_text(pack_text())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def shelf(home):
    return Shelf(home / "shipped", home / "own")


def put(home, name, text, folder="own"):
    (home / folder).mkdir(exist_ok=True)
    (home / folder / name).write_text(text)
    return home / folder / name


def parsed(monkeypatch):
    """The names of the packs that are parsed from now on."""
    names = []
    real = packfolders.pack_of
    monkeypatch.setattr(
        packfolders, "pack_of", lambda data, *, file, stem: names.append(stem) or real(data, file=file, stem=stem)
    )
    return names


def ids(library):
    return [pack.id for pack in library.packs]


def test_a_missing_folder_holds_no_packs_and_is_not_made(shelf, home):
    assert ids(shelf.library()) == ["ice"]
    assert shelf.library().problems == ()
    assert not (home / "own").exists()
    empty = Shelf(home / "none", home / "own").library()
    assert (empty.packs, empty.problems) == ((), ())


def test_both_folders_are_listed_by_id(shelf, home):
    put(home, "b.toml", pack_text(title="B", tags=["x"]))
    put(home, "a.TOML", pack_text())
    put(home, ".hidden.toml", "")
    put(home, "notes.md", "")
    library = shelf.library()
    assert [(info.id, info.own) for info in library.packs] == [("a", True), ("b", True), ("ice", False)]
    assert (library.packs[1].title, library.packs[1].tags, library.packs[1].questions) == ("B", ("x",), 1)
    assert library.packs[1].file == str((home / "own" / "b.toml").relative_to(home))


def test_a_broken_pack_is_left_out_and_the_others_play(shelf, home):
    put(home, "bad.toml", "[[questions]\n")
    put(home, "good.toml", pack_text())
    library = shelf.library()
    assert ids(library) == ["good", "ice"]
    assert [(problem.file, problem.line) for problem in library.problems] == [(str(Path("own") / "bad.toml"), 1)]
    assert [pack.id for pack in shelf.packs(())] == ["good", "ice"]
    with pytest.raises(DataError, match="not valid TOML"):
        shelf.packs(["bad"])


def test_an_id_clash_is_named_by_both_files_and_the_shipped_pack_stays(shelf, home):
    put(home, "a.toml", pack_text(id="ice"))
    put(home, "b.toml", pack_text(id="snow", title="First"))
    put(home, "c.toml", pack_text(id="snow"))
    library = shelf.library()
    assert [(info.id, info.own) for info in library.packs] == [("ice", False), ("snow", True)]
    assert library.packs[1].title == "First"
    told = [str(problem) for problem in library.problems]
    assert len(told) == 2
    assert all("a.toml" in told[0] and part in told[0] for part in ("ice.toml", "id"))
    assert "c.toml" in told[1]
    assert "b.toml" in told[1]


def test_one_folder_for_both_is_read_once_and_is_the_player_s(home):
    shelf = Shelf(home / "shipped", home / "shipped" / ".." / "shipped")
    library = shelf.library()
    assert [(info.id, info.own) for info in library.packs] == [("ice", True)]
    assert library.problems == ()


def test_packs_come_in_order_of_id_and_an_unknown_one_names_the_nearest(shelf, home):
    put(home, "snow.toml", pack_text())
    assert [pack.id for pack in shelf.packs(["snow", "ice", "snow"])] == ["ice", "snow"]
    with pytest.raises(DataError, match=r"there is no pack 'snwo' \(did you mean snow\?\)"):
        shelf.packs(["ice", "snwo"])
    with pytest.raises(DataError, match="packs list"):
        shelf.packs(["zzzzzzzz"])


def test_a_pack_may_be_named_by_its_path(shelf, home):
    path = put(home, "x.toml", pack_text(id="elsewhere"), folder="other")
    assert [pack.id for pack in shelf.packs([str(path), "ice"])] == ["elsewhere", "ice"]
    assert [pack.id for pack in shelf.packs(["other/x.toml"])] == ["elsewhere"]
    with pytest.raises(DataError, match="no such file"):
        shelf.packs(["other/y.toml"])
    with pytest.raises(DataError, match="no such file"):
        shelf.packs(["~nosuchuser/x.toml"])
    put(home, "x.toml", pack_text(id="tilde"), folder="~nosuchuser")
    assert [pack.id for pack in shelf.packs(["~nosuchuser/x.toml"])] == ["tilde"]
    put(home, "x.toml", pack_text(id="ice", stem="Another?"), folder="other")
    with pytest.raises(DataError, match="two different packs have the id 'ice'"):
        shelf.packs([str(path), "ice"])


def test_a_game_start_parses_nothing_that_the_library_has_just_parsed(shelf, home, monkeypatch):
    put(home, "a.toml", pack_text())
    shelf = Shelf(home / "shipped", home / "own", home / "cache")
    reads = parsed(monkeypatch)
    shelf.library()
    shelf.packs(())
    shelf.library()
    assert sorted(reads) == ["a", "ice"]
    put(home, "a.toml", pack_text(title="Changed"))
    assert shelf.library().packs[0].title == "Changed"
    assert sorted(reads) == ["a", "a", "ice"]
    again = Shelf(home / "shipped", home / "own", home / "cache")
    assert [pack.title for pack in again.packs(())] == ["Changed", "Ice"]
    assert sorted(reads) == ["a", "a", "ice"]


def test_a_folder_that_cannot_be_read_is_a_problem(shelf, home):
    (home / "own").write_text("I am a file")
    library = shelf.library()
    assert ids(library) == ["ice"]
    assert "cannot be read" in library.problems[0].what


def test_a_file_that_cannot_be_read_is_a_problem(shelf, home, monkeypatch):
    put(home, "a.toml", pack_text())
    (home / "own" / "folder.toml").mkdir()
    (home / "own" / "link.toml").symlink_to(home / "nowhere")
    library = shelf.library()
    assert ids(library) == ["a", "ice"]
    assert len(library.problems) == 2
    monkeypatch.setattr(atomic, "os", FaultyOs(1, 5))
    os.utime(home / "own" / "a.toml", (1, 1))
    assert any("disk reports an error" in problem.what for problem in shelf.library().problems)


def test_adding_copies_the_bytes_as_they_are(shelf, home):
    text = "# my own words\r\n" + pack_text(id="snow") + "id = 'mine'\n"
    path = put(home, "My Snow.toml", text, folder="downloads")
    info = OwnPacks(shelf).add(path)
    assert (info.id, info.own, info.questions) == ("snow", True, 1)
    assert (home / "own" / "snow.toml").read_bytes() == path.read_bytes()
    assert ids(shelf.library()) == ["ice", "snow"]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_adding_writes_down_ids_so_that_they_survive_better_words(shelf, home, mark):
    question = '\r\n# hard\r\n  [[questions]] # one\r\n  stem = "{}"\r\n  answer = "2"\r\n  distractors = ["1"]\r\n'
    text = 'title = "Snow"\r\n' + question.format("How many?") + "id = 'mine'\n" + question.format("And now?")
    path = home / "snow.toml"
    path.write_bytes(mark + text.encode())
    OwnPacks(shelf).add(path)
    name = question_id("And now?", "2")
    told = text.replace('# one\r\n  stem = "And', f'# one\r\n  id = "{name}"\r\n  stem = "And')
    assert (home / "own" / "snow.toml").read_bytes() == mark + told.encode()
    pack = shelf.packs(["snow"])[0]
    assert pack == read_pack(path)


def test_a_pack_that_takes_the_place_of_another_keeps_what_is_known_of_its_questions(shelf, home):
    OwnPacks(shelf).add(put(home, "snow.toml", pack_text("How many flakes are in the snow?"), folder="downloads"))
    was = shelf.packs(["snow"])[0].questions[0].id
    better = put(home, "snow.toml", pack_text("How many flakes are there in snow?", title="New"), folder="downloads")
    with pytest.raises(DataError, match="is taken by"):
        OwnPacks(shelf).add(better)
    assert OwnPacks(shelf).add(better, anew=True).title == "New"
    pack = shelf.packs(["snow"])[0]
    assert (pack.questions[0].stem, pack.questions[0].id) == ("How many flakes are there in snow?", was)
    assert len(list((home / "own" / "removed").iterdir())) == 1
    with pytest.raises(DataError, match="is taken by"):
        OwnPacks(shelf).add(put(home, "ice.toml", pack_text(), folder="downloads"), anew=True)


def test_a_pack_without_an_id_keeps_the_one_of_its_first_name(shelf, home):
    info = OwnPacks(shelf).add(put(home, "My Snow.toml", pack_text(), folder="downloads"))
    assert info.id == "my-snow"
    assert shelf.library().packs[1] == info


def test_adding_never_overwrites(shelf, home):
    put(home, "snow.toml", pack_text(id="other"))
    for name, stem in (("ice", "ice.toml"), ("snow", "snow.toml"), ("other", "snow.toml")):
        path = put(home, f"{name}.toml", pack_text(id=name), folder="downloads")
        with pytest.raises(DataError, match="is taken by") as told:
            OwnPacks(shelf).add(path)
        assert stem in str(told.value)
    assert "other" in (home / "own" / "snow.toml").read_text()


def test_adding_a_bad_pack_or_none_tells_what_is_wrong(shelf, home):
    with pytest.raises(DataError, match=r"bad\.toml:1: questions\[1\]\.answer: is missing"):
        OwnPacks(shelf).add(put(home, "bad.toml", "[[questions]]\nstem='x'\ndistractors=['y']\n", folder="downloads"))
    with pytest.raises(StorageError, match="no such file"):
        OwnPacks(shelf).add(home / "none.toml")
    assert not (home / "own").exists()


def test_removing_can_be_undone(shelf, home):
    put(home, "my file.toml", pack_text(id="snow"))
    moved = OwnPacks(shelf).remove("snow")
    assert moved == home / "own" / "removed" / "my file.toml"
    assert ids(shelf.library()) == ["ice"]
    OwnPacks(shelf).add(moved)
    assert ids(shelf.library()) == ["ice", "snow"]


def test_a_broken_pack_is_removed_by_the_name_of_its_file(shelf, home):
    put(home, "bad.toml", "x")
    OwnPacks(shelf).remove("bad")
    assert shelf.library().problems == ()


def test_only_the_player_s_own_can_be_removed(shelf, home):
    with pytest.raises(DataError, match="came with the game"):
        OwnPacks(shelf).remove("ice")
    with pytest.raises(DataError, match="there is no pack 'snow'"):
        OwnPacks(shelf).remove("snow")
    assert ids(shelf.library()) == ["ice"]


def test_a_full_disk_is_told_and_nothing_is_half_there(shelf, home, monkeypatch):
    path = put(home, "snow.toml", pack_text(), folder="downloads")
    (home / "own").mkdir()
    faulty = FaultyOs(3, 28)
    monkeypatch.setattr(atomic, "os", faulty)
    with pytest.raises(StorageError, match="no space left"):
        OwnPacks(shelf).add(path)
    assert list((home / "own").iterdir()) == []


def test_the_types_of_pack_files_are_found_in_one_place():
    assert packfile.pack_of(pack_text().encode(), file="x.toml", stem="x").id == "x"
