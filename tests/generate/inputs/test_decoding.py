"""Texts in whatever encoding they were saved."""

import codecs

import pytest

from quizgame.core.article import RawArticle
from quizgame.core.errors import DataError
from quizgame.generate import read_article

TEXT = "Café “gold” – 1,000 m for Lin Xiaojun."


def read(data, **told):
    return read_article(RawArticle(data=data, where="folder/a.txt", name="a", **told))


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.encode() + b"\r\n",
    ],
)
def test_every_usual_encoding_is_read(data):
    assert read(data).text == TEXT


def test_text_is_cleaned():
    assert read("a\x1b]0;x\x07b\u202ec\td.".encode()).text == "a]0;xbc d."


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xfe\0\0a\0\0\0"])
def test_what_is_no_text_is_told(data):
    with pytest.raises(DataError, match=r"folder/a\.txt: the file does not hold text"):
        read(data)
