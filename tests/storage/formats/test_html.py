"""HTML as text: what a person reads, and never an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.storage.formats.html import escaped, plain_text
from tests.storage.formats.samples import lines, stems

_BITS = [
    "<",
    ">",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "<?",
    "&",
    "&#",
    "&#x",
    "9" * 5000,
    ";",
    "&lt",
    '"',
    "'",
    "=",
    "/",
    "\0",
]
_TAGS = ["<p>", "</p>", "<br/>", "<script>", "</script>", "<pre>", "<sup>", "<IMG src=x>", "<td", "2", " ", "\n", "a"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("", ""),
        ("<p>One<br>two</p><p>three</p>", "One\ntwo\nthree"),
        ("<P dir='ltr' style=\"a>b\">One</P>\n\n<p>two<br/></p>\n", "One\ntwo"),
        ("one<br><br>two", "one\n\ntwo"),
        ("Which?<ul><li>ice<li><b>fi</b>re</ul>", "Which?\nice\nfire"),
        ("  a \n\t b&nbsp; c ", "a b c"),
        ("3 &lt; 4 &amp;amp; &eacute;&#233;&#xe9;&copy", "3 < 4 &amp; ééé©"),
        ("3 < 4, x<5 and 6>5 <>", "3 < 4, x<5 and 6>5 <>"),
        ("&#99999999; &#" + "9" * 5000 + "; &#0; &bogus;", "\ufffd \ufffd \ufffd &bogus;"),
        ("a<script>if (1<2) {'<p>'}</script>b<STYLE>p {}</STYLE>c<!-- <p>no --><?php no ?>d", "abcd"),
        ("what is left open <!-- is no", "what is left open"),
        ("H<sub>2</sub>O 10<sup>-3</sup> 1<sup>st</sup> 10<sup>2<p>3", "H₂O 10⁻³ 1st 10²\n3"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 2\n3"),
        ("What?<pre>\nif x:\n    y  = 1\n</pre>", "What?\n\nif x:\n    y = 1"),
    ],
)
def test_a_person_reads(html, text):
    assert plain_text(html) == (text, False)


@pytest.mark.parametrize(
    "tag", ['<img alt="a>b<c" src=x>', "<IMG/>", "<audio controls>", "<video>", "<iframe>", "<object>"]
)
def test_what_a_terminal_cannot_show_is_told(tag):
    assert plain_text(f"<p>Look: {tag}</p>") == ("Look:", True)


def test_pictures_that_nobody_sees_are_none():
    assert plain_text("<!-- <img> -->a &lt;img&gt;") == ("a <img>", False)


def test_of_a_monster_the_beginning_is_read():
    text, has_media = plain_text("<p>a" * 1_000_000 + "<img>")
    assert set(text) == {"a", "\n"}
    assert not has_media


@given(stems | lines)
def test_text_comes_back(text):
    back, has_media = plain_text(escaped(text))
    assert [line.split() for line in back.split("\n")] == [line.split() for line in text.split("\n")]
    assert not has_media


def test_indents_come_back():
    assert plain_text(escaped("What?\n\nif x:\n    <y>")) == ("What?\n\nif x:\n    <y>", False)


@given(st.lists(st.sampled_from(_BITS + _TAGS) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_is_read(text):
    told, has_media = plain_text(text)
    assert isinstance(told, str)
    assert isinstance(has_media, bool)
