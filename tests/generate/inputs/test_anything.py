"""What holds for any bytes at all, whatever they claim to be."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.core.article import Article, RawArticle
from quizgame.core.errors import DataError
from quizgame.core.text import clean
from quizgame.generate import make_pack, read_article
from tests.generate.inputs.pdfs import pdf, set_lines

MEDIA = ("", "text/plain", "text/markdown", "text/html", "application/pdf", "application/xhtml+xml")
CHARSETS = ("", "utf-8", "utf-16", "utf-7", "shift_jis", "rot13", "no-such", "\x00")
TEXT = "The rink in Lindby opened on Sunday, May 3, 2024. “We had waited for it,” said Anna Berg."
PIECES = st.sampled_from([
    b"<html>", b"<!doctype html>", b"<body>", b"<p>", b"</p>", b"<div class=x>", b"<table>", b"<li>", b"<br>", b"<time datetime=2024-05-03>",
    b'<meta property="og:title" content="', b'">', b"<script type='application/ld+json'>{", b"</script>", b"<?xml version='1.0'?>",
    b"<meta charset=utf-16>", b"&nbsp;", b"&#x0;", b"%PDF-1.7", b"+++\n", b"---\n", b"title: x\n", b"# A\n", b"\n\n", b"\r", b"|a|b|\n|-|-|\n",
    b"[1]: x\n", b"* * *\n", b"\x0c", b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x93gold\x94", b"\xe9", b"PK\x03\x04", b"    ",
    b"\n- ", b"OSLO, Feb. 9 (Agency) -- ", b"By Jane Doe\n", b"Sources\n\n", b"\xe2\x80\x94Anna\n\n", b"Q: ", b"A: ", b"com-\n", TEXT.encode(),
])  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=400), st.lists(PIECES, max_size=40).map(b"".join), st.text(max_size=200).map(str.encode)
)


def opened(data, **known):
    try:
        return read_article(RawArticle(data=data, where="folder/any", name="any", **known))
    except DataError as error:
        assert str(error).startswith("folder/any: ")  # noqa: PT017 - both ends are well
        return None


def assert_sound(article):
    assert isinstance(article, Article)
    assert article.id == "any" or article.id
    assert clean(article.text) == article.text
    assert all(paragraph == " ".join(paragraph.split()) for paragraph in article.text.split("\n\n"))
    assert all("\n" not in told for told in (article.title, article.publisher, article.url))


@settings(deadline=None, max_examples=300)
@given(BYTES, st.sampled_from(MEDIA), st.sampled_from(CHARSETS))
def test_any_bytes_give_an_article_or_say_why_not(data, media, charset):
    article = opened(data, media=media, charset=charset)
    if article is not None:
        assert_sound(article)


@settings(deadline=None)
@given(BYTES)
def test_any_page_gives_an_article_or_says_why_not(data):
    article = opened(b"<!doctype html><body><p>" + TEXT.encode() + b"</p>" + data, media="text/html")
    if article is not None:
        assert_sound(article)


DOCUMENT = pdf(set_lines([TEXT, TEXT]), set_lines([TEXT]), Title="A rink opens", CreationDate="D:20240504")


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(DOCUMENT) - 1), st.one_of(st.binary(max_size=3), PIECES)), max_size=8),
    st.booleans(),
)
def test_any_damage_to_a_document_gives_an_article_or_says_why_not(changes, cut):
    data = bytearray(DOCUMENT)
    for place, piece in changes:
        data[place : place + len(piece)] = piece
    article = opened(bytes(data[: changes[0][0]] if cut and changes else data))
    if article is not None:
        assert_sound(article)


@pytest.mark.parametrize("seed", range(20))
def test_random_drawing_gives_an_article_or_says_why_not(seed):
    chance = random.Random(seed)
    words = [b"BT", b"ET", b"Tf", b"/F1", b"Td", b"Tj", b"TJ", b"cm", b"q", b"Q", b"Tm", b"T*", b"'", b'"', b"(x)", b"[(a)-900(b)]", b"1", b"-9e9", b"<</A", b"<FF", b"Do", b"0", b"12"]  # fmt: skip
    drawn = b" ".join(chance.choice(words) for _ in range(300))
    data = pdf([(40, 500, 10, TEXT)]).replace(b"Tj ET", b"Tj ET " + drawn)
    article = opened(data)
    if article is not None:
        assert_sound(article)


def test_an_article_of_every_form_gives_questions_or_reasons():
    for data in (TEXT.encode(), f"<!doctype html><p>{TEXT}</p><p>{TEXT}</p>".encode(), DOCUMENT):
        made = make_pack([RawArticle(data=data, where="a", name="a")], id="a", title="A")
        assert made.report.articles == 1
