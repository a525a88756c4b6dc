"""PDF documents."""

import builtins
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfWriter

from quizgame.core.article import RawArticle
from quizgame.core.errors import DataError
from quizgame.generate import read_article
from tests.generate.inputs.pdfs import pdf, set_lines

FIRST = (
    "The rink in Lindby opened on Sunday after two years of work, and more than 300 people came to see the first race of "
    "the season, which Anna Berg won. It had rained all week, so that many of them had feared for the ice."
)
SECOND = (
    "Nobody had asked for a short-track rink in a town of 4,000. The mayor, who skates himself, did not give in, and at "
    "half past nine the council voted for it."
)
THIRD = "Berg, who is 19, skates for Lindby since May. She said: “We had waited for it for two years.”"


def read(data):
    return read_article(RawArticle(data=data, where="a.pdf", name="a", media="application/pdf"))


def paragraphs(data):
    return read(data).text.split("\n\n")


@pytest.mark.parametrize(
    "how", [{}, {"between": 0, "indent": 12}, {"between": 0}, {"leading": 18, "between": 12}], ids=["gaps", "indents", "neither", "wide"]
)  # fmt: skip
def test_wrapped_lines_become_paragraphs(how):
    assert paragraphs(pdf(set_lines([FIRST, SECOND, THIRD], **how))) == [FIRST, SECOND, THIRD]


def test_columns_are_read_one_after_the_other():
    lines = set_lines([FIRST, SECOND, THIRD], width=36, between=0, indent=9)
    columns = [(x + 190 * (number > 8), y + 108 * (number > 8), *rest) for number, (x, y, *rest) in enumerate(lines)]
    assert paragraphs(pdf(columns)) == [FIRST, SECOND, THIRD]


def test_running_heads_and_page_numbers_are_left_out():
    def page(number, text):
        return [(40, 575, 10, f"Lindby Post, 3 May, page {number}"), *set_lines([text]), (200, 20, 10, f"- {number} -")]

    assert paragraphs(pdf(page(1, FIRST), page(2, SECOND), page(3, THIRD))) == [FIRST, SECOND, THIRD]


def test_a_paragraph_goes_on_over_the_page():
    lines = set_lines([FIRST, SECOND])
    assert paragraphs(pdf(lines[:2], lines[2:])) == [FIRST, SECOND]


def test_words_that_were_cut_are_mended():
    lines = ["The short-track compe-", "tition began in Milan-", "Cortina, where the short-", "track skaters of two-", "and three-man teams, 19-", "year-olds among them, had trai-", "ned for it."]  # fmt: skip
    data = pdf([(40, 500 - 12 * number, 10, line) for number, line in enumerate(lines)])
    told = "The short-track competition began in Milan-Cortina, where the short-track skaters of two- and three-man teams, 19-year-olds among them, had trained for it."  # fmt: skip
    assert paragraphs(data) == [told]


def test_headings_footnotes_and_tables_are_no_text():
    lines = [(40, 560, 18, "A rink opens"), *set_lines([FIRST]), (40, 470, 14, "The vote of the council")]
    table = [(40, 400 - 12 * row, 10, f"Lindby {row} 12 34 56") for row in range(4)]
    data = pdf([*lines, *set_lines([SECOND], y=450), *table])
    article = read(data)
    assert (article.title, article.text.split("\n\n")) == ("A rink opens", [FIRST, SECOND])


def test_the_small_number_of_a_footnote_is_no_part_of_a_word():
    data = pdf([(40, 500, 10, "It opened"), (85, 504, 6, "2"), (90, 500, 10, " on Sunday, in the rain.")])
    assert paragraphs(data) == ["It opened on Sunday, in the rain."]


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("A rink opens in Lindby", "A rink opens in Lindby"),
        ("Microsoft Word - A rink opens", "A rink opens"),
        ("article_final2.docx", "The headline"),
        ("Untitled document", "The headline"),
        ("", "The headline"),
    ],
)
def test_a_title_of_the_properties_counts_where_it_is_one(told, title):
    data = pdf([(40, 560, 20, "The headline"), *set_lines([FIRST])], Title=told)
    assert read(data).title == title


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("On Feb. 9, the rink opened.", date(2025, 2, 10)),
        ("On 4 February the rink opened.", date(2025, 2, 10)),
        ("On Feb. 11, the rink opened.", None),
        ("On May 9, the rink opened.", None),
        ("The rink opened in 2025.", None),
    ],
)
def test_the_day_of_the_properties_counts_where_the_text_is_of_that_week(text, published):
    assert read(pdf(set_lines([text]), CreationDate="D:20250210120000+01'00'")).published == published


def test_a_day_in_the_text_is_better_than_that_of_the_properties():
    data = pdf(set_lines(["Friday, February 7, 2025", FIRST]), CreationDate="D:20250210120000")
    assert read(data).published == date(2025, 2, 7)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7\n", "the PDF is damaged"),
        (b"%PDF-1.7\nnot at all one", "the PDF is damaged"),
        (pdf(set_lines([FIRST]))[:500], "the PDF"),
        (pdf([]), "no text in the PDF"),
        (pdf(*[[] for _ in range(501)]), "more than 500 pages"),
    ],
    ids=["empty", "nonsense", "cut", "pictures", "long"],
)
def test_what_is_wrong_with_a_document_is_told(data, told):
    with pytest.raises(DataError, match=rf"^a\.pdf: .*{told}"):
        read(data)


def locked(password):
    writer = PdfWriter(clone_from=BytesIO(pdf(set_lines([FIRST]))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_locked_document_is_told_and_one_without_a_password_is_read():
    assert paragraphs(locked("")) == [FIRST]
    with pytest.raises(DataError, match=r"^a\.pdf: the PDF is encrypted"):
        read(locked("secret"))


def test_without_the_library_it_is_said_how_to_install_it(monkeypatch):
    real = builtins.__import__

    def missing(name, *rest):
        if name.startswith("pypdf"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(DataError, match=r"a\.pdf: .*pip install 'quizgame\[pdf\]', or save it as plain text"):
        read(pdf(set_lines([FIRST])))
