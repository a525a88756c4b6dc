"""HTML pages."""

import builtins
import json
from datetime import date

import pytest

from quizgame.core.article import RawArticle
from quizgame.core.errors import DataError
from quizgame.generate import read_article

FIRST = (
    "The rink in Lindby opened on Sunday after two years of work, and more than 300 people came to see the first race of "
    "the season, which Anna Berg won."
)
SECOND = (
    "Nobody had asked for a short-track rink in a town of 4,000. The mayor, who skates himself, did not give in, and in "
    "the end the council voted for it."
)
THIRD = "Berg, who is 19, has skated for Lindby since she was four, and nobody has ever beaten her on her own ice."


def page(*body, head="<title>A rink opens - Lindby Post</title>"):
    told = "\n".join(part if part.startswith("<") else f"<p>{part}</p>" for part in body)
    menu = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">All the news</a></li></ul></nav>'
    foot = "<footer><p>Copyright 2024 Lindby Post. All rights reserved.</p></footer>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article>{told}</article>{foot}</body></html>"


def read(text, **known):
    data = text if isinstance(text, bytes) else text.encode()
    return read_article(RawArticle(**{"data": data, "where": "a.html", "name": "a", **known}))


def paragraphs(*body):
    return read(page(*body)).text.split("\n\n")


def test_the_article_is_found_among_all_that_stands_around_it():
    article = read(page("<h1>A rink opens</h1>", FIRST, "<h2>The vote</h2>", SECOND, THIRD))
    assert (article.title, article.text.split("\n\n")) == ("A rink opens", [FIRST, SECOND, THIRD])


def test_marks_links_and_breaks_of_a_paragraph_are_no_text():
    told = paragraphs(
        f"<p>The rink in <b>Lindby</b> opened on <a href='x'>Sunday</a>{FIRST[35:]}<sup>[1]</sup></p>",
        f"<p>{SECOND}<br><br>{THIRD}</p>",
        "<p>Berg&rsquo;s caf&eacute; &amp; rink are open to all &ndash; and free of charge to those who live in Lindby.</p>",
    )
    assert told == [FIRST, SECOND, THIRD, "Berg’s café & rink are open to all – and free of charge to those who live in Lindby."]  # fmt: skip


def test_lists_are_read_and_tables_pictures_scripts_and_sources_are_not():
    told = paragraphs(
        FIRST,
        "<ul><li>The rink opens in May.</li><li>It has 300 seats.</li></ul>",
        "<table><tr><td>Berg won two golds.</td><td>2</td></tr></table>",
        "<figure><img src='x.jpg' alt='A rink.'><figcaption>Berg on the ice. Photo: J. Doe</figcaption></figure>",
        "<script>var text = 'It rained.';</script>",
        SECOND,
        "<h2>Sources</h2>",
        THIRD,
    )
    assert told == [FIRST, "The rink opens in May.", "It has 300 seats.", SECOND]


def test_words_set_apart_are_someone_elses():
    assert paragraphs(FIRST, "<blockquote><p>We had waited for it for two long years.</p></blockquote>", SECOND) == [
        FIRST,
        "“We had waited for it for two long years.”",
        SECOND,
    ]


def meta(**told):
    return "".join(f'<meta property="{key.replace("_", ":", 1)}" content="{value}">' for key, value in told.items())


def linked(**told):
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        (meta(og_title="A rink", og_site_name="Lindby Post"), "A rink", "Lindby Post"),
        (meta(og_title="A rink | Lindby Post", og_site_name="Lindby Post"), "A rink", "Lindby Post"),
        (linked(**{"@type": "NewsArticle", "headline": "A rink", "publisher": {"name": "Lindby Post"}}), "A rink", "Lindby Post"),
        (
            linked(**{"@graph": [
                {"@type": ["Thing", "BlogPosting"], "headline": "A rink", "publisher": {"@id": "#us"}},
                {"@type": "Organization", "@id": "#us", "name": "Lindby Post"},
            ]}),
            "A rink", "Lindby Post",
        ),
        ("<title>A rink</title>", "A rink", "lindby.example"),
        (linked(headline="No article") + "<title>A rink</title><script type='application/ld+json'>{[</script>", "A rink", "lindby.example"),
    ],
)  # fmt: skip
def test_title_and_publisher_come_from_what_the_page_marks_as_such(head, title, publisher):
    article = read(page(FIRST, SECOND, THIRD, head=head), url="https://www.lindby.example/a")
    assert (article.title, article.publisher) == (title, publisher)


@pytest.mark.parametrize(
    "told",
    [
        meta(article_published_time="2024-05-03T10:00:00+02:00", article_modified_time="2024-06-01"),
        '<meta name="DC.date.issued" content="2024-05-03">',
        '<meta itemprop="datePublished" content="3 May 2024">',
        '<meta name="date" content="2024/05/03">',
        '<meta name="pubdate" content="20240503">',
        '<meta name="publish-date" content="Fri, 03 May 2024 10:00:00 GMT">',
        linked(**{"@type": "NewsArticle", "datePublished": "2024-05-03T23:30:00Z", "dateModified": "2024-06-01"}),
    ],
)
def test_the_day_of_publication_comes_from_the_head(told):
    assert read(page(FIRST, SECOND, THIRD, head=told)).published == date(2024, 5, 3)


@pytest.mark.parametrize(
    ("told", "published"),
    [
        ("<time datetime='2024-05-03T10:00'>Friday</time>", date(2024, 5, 3)),
        ("<time itemprop='datePublished' datetime='2024-05-03'>x</time><time datetime='2024-06-01'>y</time>", date(2024, 5, 3)),
        ("<span class='entry-date published' content='2024-05-03'>x</span>", date(2024, 5, 3)),
        ("<time datetime='2024-05-03'>x</time><time datetime='2024-06-01'>y</time>", None),
        ("<p>The first rink of Lindby opened on May 3, 2024, and closed a year later, on June 1, 2025.</p>", None),
        ("<time datetime='someday'>x</time>", None),
    ],
)  # fmt: skip
def test_the_day_of_publication_comes_from_marked_moments_and_is_never_invented(told, published):
    assert read(page(told, FIRST, SECOND, THIRD)).published == published


@pytest.mark.parametrize(
    ("canonical", "url", "kept"),
    [
        ("https://lindby.example/a", "https://www.lindby.example/a?from=mail", "https://lindby.example/a"),
        ("https://lindby.example/a", "", "https://lindby.example/a"),
        ("https://other.example/a", "https://lindby.example/b", "https://lindby.example/b"),
        ("javascript:alert(1)", "", ""),
        ("http://[", "https://lindby.example/b", "https://lindby.example/b"),
    ],
)
def test_the_address_is_the_pages_own(canonical, url, kept):
    head = f'<link rel="canonical" href="{canonical}">'
    assert read(page(FIRST, SECOND, THIRD, head=head), url=url).url == kept


@pytest.mark.parametrize("known", [{"media": "text/html"}, {}, {"media": "text/plain"}])
def test_a_page_is_known_by_its_bytes_or_by_its_ending(known):
    text = page(FIRST, SECOND, THIRD)
    assert read(text, **known).text == read(f"\n<!-- saved --> {text}", **known).text
    bare = f"<div><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert read(bare, media="text/html").text == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("<meta charset='windows-1252'>", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ("<meta charset='iso-8859-2'>", "iso-8859-2"),
        ("<meta charset='utf-8'>", "cp1252"),
        ("", "utf-16"),
    ],
)
def test_a_page_may_tell_its_own_encoding(declared, encoding):
    text = FIRST.replace("Anna Berg", "Jörg Müller")
    article = read(page(text, SECOND, THIRD, head=declared).encode(encoding))
    assert article.text.startswith(text)


@pytest.mark.parametrize(
    "text",
    [
        "<html></html>",
        "<!doctype html>",
        "<html><body><script>go()</script></body></html>",
        "<html>\x01\x02<body \x03>",
    ],
)
def test_a_page_without_an_article_is_told(text):
    with pytest.raises(
        DataError, match=r"^a\.html: no article was found on the page \(save the article as plain text\)"
    ):
        read(text, media="text/html")


@pytest.mark.parametrize(
    "hostile",
    [
        "<div>" * 50_000, "<b>" * 50_000, "<ul><li>" * 20_000, "<table><tr><td>" * 10_000, "<!--" * 50_000, "<script>" * 20_000,
        "<" * 100_000, "&amp;" * 100_000, "<p>" + "a" * 1_000_000, "<a href=x>" * 20_000, "<time datetime=x class=published>" * 5_000,
        "<script type='application/ld+json'>" + "[" * 100_000, "<p>\ufffe\uffff\ud800</p>", "<svg><![CDATA[<p>x</p>]]>",
        '<meta property="og:title" content="' + "x" * 100_000 + '">',
    ],
    ids=lambda hostile: hostile[:20],
)  # fmt: skip
def test_hostile_pages_are_read_or_told(hostile):
    try:
        article = read(page(FIRST, hostile, SECOND).encode(errors="replace"))
    except DataError as error:
        assert str(error).startswith("a.html: ")  # noqa: PT017 - both ends are well
    else:
        assert article.id == "a"


def test_a_page_of_too_many_elements_is_told():
    with pytest.raises(DataError, match=r"^a\.html: the page has more than 200,000 elements"):
        read(page("<p>" * 200_001))


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest):
        if name.startswith("trafilatura"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(DataError, match=r"a\.html: .*pip install 'quizgame\[web\]', or save it as plain text"):
        read(page(FIRST))
