"""Texts in whatever encoding they were saved."""

import codecs
import sys

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


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is a picture"),
        (b"PK\x03\x04\x14\0\x06\0", "this is a ZIP archive, or a document of a word processor"),
        (b"{\\rtf1\\ansi It rained.}", "this is rich text"),
        (b"\0\1\2\3 It rained.", "the file does not hold text"),
        (bytes(range(0x80, 0x100)) * 3, "the file does not hold text"),
    ],
)
def test_what_is_no_text_is_told(data, told):
    with pytest.raises(DataError, match=rf"^folder/a\.txt: {told}"):
        read(data)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-16-le", "utf-16-be", "utf-8-sig", "mac-roman", "cp1252", "cp437"])
def test_encodings_that_nothing_tells_are_seen_in_the_words(encoding):
    text = "It was “the best café” in Åmål – wasn’t it." if encoding != "cp437" else "It was the best café in Åmål."
    assert read(text.encode(encoding)).text == text


def test_letters_of_central_europe_are_seen_in_the_words():
    text = "The mayors of Łódź and Kraków met in České Budějovice."
    assert read(text.encode("cp1250")).text == text


def test_other_scripts_are_read_where_a_library_tells_them(monkeypatch):
    text = "Сборная команда города выиграла две золотые медали на зимних играх в Харбине, сказал тренер, и улыбнулся."
    assert read(text.encode("cp1251")).text == text
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    with pytest.raises(DataError, match="does not hold text"):
        read(text.encode("cp1251"))


def test_what_a_server_claims_counts_where_it_fits():
    text = "Łódź is far from Malmö."
    assert read(text.encode("iso-8859-2"), charset="ISO-8859-2").text == text
    assert read(text.encode(), charset="ascii").text == text
    assert read(text.encode(), charset="no-such").text == text
    assert read(b"caf\xe9 closed.", charset="utf-8").text == "café closed."


def test_text_that_was_decoded_wrongly_before_is_mended():
    text = "The café isn’t “golden” – it’s Åse’s, for €5."
    assert read(text.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d").encode()).text == text
    legit = "São Paulo, à la carte, Âge d’or, “Ação”."
    assert read(legit.encode()).text == legit


def test_a_few_stray_bytes_spoil_nothing():
    assert read(("“Gold” – Åse. " * 5).encode() + b"caf\xe9.").text.endswith("“Gold” – Åse. café.")
