"""Articles from wherever they are."""

import errno
import os
from pathlib import Path

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.storage.articles import ARTICLE_LIMIT, gather, places


def gathered(*where, stdin=b""):
    return list(gather([str(place) for place in where], stdin=lambda: stdin))


def test_a_file_is_brought_in_as_it_is(tmp_path):
    (tmp_path / "A day.md").write_bytes(b"\xff")
    (raw,) = gathered(tmp_path / "A day.md")
    assert (raw.data, raw.name, raw.where) == (b"\xff", "A day", str(tmp_path / "A day.md"))


def test_a_hyphen_is_standard_input(tmp_path):
    (raw,) = gathered("-", stdin=b"It rained.")
    assert (raw.data, raw.name, raw.where) == (b"It rained.", "", "standard input")


def test_missing_and_huge_files_are_told(tmp_path):
    with pytest.raises(StorageError, match=r"cannot read .*none\.md: there is no such file"):
        gathered(tmp_path / "none.md")
    with (tmp_path / "big").open("wb") as file:
        file.truncate(ARTICLE_LIMIT + 1)
    with pytest.raises(DataError, match="larger than 16 MB"):
        gathered(tmp_path / "big")


def names(*where):
    return [raw.where for raw in gather([str(place) for place in where], stdin=bytes)]


def test_the_ending_tells_what_a_file_claims_to_be(tmp_path):
    for name in ("a.HTM", "b.pdf", "c.markdown", "d.log", "e"):
        (tmp_path / name).write_text("x")
    told = [gathered(tmp_path / name)[0].media for name in ("a.HTM", "b.pdf", "c.markdown", "d.log", "e")]
    assert told == ["text/html", "application/pdf", "text/markdown", "", ""]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with articles, with folders in it, and with other things."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "A.md",
        "c/d.html",
        "c/a.pdf",
        "c/e/x.TXT",
        ".hidden.md",
        ".git/y.md",
        "picture.png",
        "B2.markdown",
    ):
        (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "news" / name).write_text("x")
    return tmp_path / "news"


def test_a_folder_stands_for_its_articles_in_the_order_of_their_names(folder):
    told = ["news/A.md", "news/b.txt", "news/B2.markdown", "news/c/a.pdf", "news/c/d.html", "news/c/e/x.TXT"]
    assert names("news") == told
    assert places(["news/c", "news/b.txt", "news", "-"]) == [*told[3:], "news/b.txt", *told[:1], told[2], "-"]


def test_links_that_lead_in_a_circle_are_followed_once(folder):
    (folder / "c" / "up").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "broken.txt").symlink_to(folder / "none")
    (folder / "linked.txt").symlink_to(folder / "b.txt")
    assert [name.removeprefix("news/") for name in names("news")] == [
        "A.md", "b.txt", "B2.markdown", "c/a.pdf", "c/d.html", "c/e/x.TXT", "linked.txt"
    ]  # fmt: skip


def test_a_folder_without_articles_is_told(tmp_path):
    with pytest.raises(DataError, match=r"there is no article in this folder \(an article's name ends in \.txt,"):
        names(tmp_path)


def test_a_folder_that_may_not_be_read_is_told(folder, monkeypatch):
    real = os.scandir

    def refuse(path):
        if Path(path).name == "e":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(StorageError, match=r"cannot read news/c/e: permission denied"):
        names("news")


def test_standard_input_is_limited_too():
    with pytest.raises(DataError, match=r"^standard input: it is larger than 16 MB"):
        gathered("-", stdin=b"x" * (ARTICLE_LIMIT + 1))


def test_a_name_that_cannot_be_one_is_told():
    with pytest.raises(StorageError, match="it is no name for a file"):
        gathered("a\0b")
