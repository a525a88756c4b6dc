"""Articles from wherever they are."""

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.storage.articles import ARTICLE_LIMIT, gather


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
