"""Looking for articles in folders: what is listed, under which names, and what is passed over."""

import os
import sys
from pathlib import Path

import pytest

from quizgame.core.errors import StorageError
from quizgame.storage import browsing
from quizgame.storage.browsing import list_folder


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("b.txt", "A.md", "page.HTML", "paper.pdf", "song.mp3", ".hidden.txt"):
        (tmp_path / name).write_text("An article.")
    for name in ("notes", "Attic", ".git"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder):
    return [entry.name for entry in folder.entries]


def test_folders_come_first_then_articles_by_name_and_nothing_else(home):
    folder = list_folder("")
    assert names(folder) == ["Attic", "notes", "A.md", "b.txt", "page.HTML", "paper.pdf"]
    assert [entry.is_folder for entry in folder.entries] == [True, True, False, False, False, False]
    assert folder.more == 0


def test_a_listed_path_leads_into_the_folder_and_back(home):
    (home / "notes" / "c.txt").write_text("An article.")
    top = list_folder("")
    inside = list_folder(next(entry.path for entry in top.entries if entry.name == "notes"))
    assert names(inside) == ["c.txt"]
    assert inside.name == "notes"
    assert list_folder(inside.parent) == top
    assert list_folder(os.sep).parent == ""


def test_a_link_is_followed_and_one_to_nowhere_is_passed_over(home):
    (home / "linked").symlink_to(home / "notes")
    (home / "gone.txt").symlink_to(home / "nowhere")
    (home / "loop.txt").symlink_to(home / "loop.txt")
    told = names(list_folder(""))
    assert "linked" in told
    assert not {"gone.txt", "loop.txt"} & set(told)


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_that_is_no_text_or_hides_something_is_shown_clean_and_opens(home):
    for name in (b"bad\xff.txt", "turn\u202e.txt".encode(), b"esc\x1b[2J.txt", b"two\nlines.txt"):
        (home / os.fsdecode(name)).write_text("An article.")
    entries = {entry.name: entry.path for entry in list_folder("").entries}
    assert {"bad.txt", "turn.txt", "esc[2J.txt", "two lines.txt"} <= set(entries)
    assert all(Path(path).exists() for path in entries.values())


@pytest.mark.parametrize("name", ["nowhere", "b.txt", "a\0b"])
def test_what_is_no_folder_is_told(home, name):
    with pytest.raises(StorageError, match="cannot read"):
        list_folder(name)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_locked_folder_is_told(home):
    (home / "notes").chmod(0)
    with pytest.raises(StorageError, match="permission denied"):
        list_folder("notes")
    (home / "notes").chmod(0o700)


def test_more_than_anybody_scrolls_through_is_counted(home, monkeypatch):
    monkeypatch.setattr(browsing, "_MOST", 3)
    folder = list_folder("")
    assert names(folder) == ["Attic", "notes", "A.md"]
    assert folder.more == 3
