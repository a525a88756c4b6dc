"""Texts in whatever encoding they were saved."""

import codecs

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.storage.articles import ARTICLE_LIMIT, read_text

TEXT = "Café “gold” – 1,000 m\nLin Xiaojun\n"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_every_usual_encoding_is_read(tmp_path, data):
    (tmp_path / "a.md").write_bytes(data)
    assert read_text(tmp_path / "a.md") == TEXT


def test_text_is_cleaned(tmp_path):
    (tmp_path / "a.txt").write_bytes("a\x1b]0;x\x07b\u202ec\td".encode())
    assert read_text(tmp_path / "a.txt") == "a]0;xbc d"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\n1 0 obj\x01\x02", b"\xff\xfe\0\0a\0\0\0"]
)
def test_what_is_no_text_is_told(tmp_path, data):
    (tmp_path / "a.bin").write_bytes(data)
    with pytest.raises(DataError, match=r"a\.bin: the file does not hold text"):
        read_text(tmp_path / "a.bin")


def test_missing_folders_and_huge_files_are_told(tmp_path):
    with pytest.raises(StorageError, match=r"cannot read .*none\.md: there is no such file"):
        read_text(tmp_path / "none.md")
    with pytest.raises(StorageError, match="not a file"):
        read_text(tmp_path)
    with (tmp_path / "big").open("wb") as file:
        file.truncate(ARTICLE_LIMIT + 1)
    with pytest.raises(DataError, match="larger than 16 MB"):
        read_text(tmp_path / "big")
