"""From files to articles."""

from datetime import date

import pytest

from quizgame.core.errors import DataError
from quizgame.generate import read_text_article


def test_front_matter_tells_of_the_article():
    article = read_text_article(
        '+++\nid = "a-b"\ntitle = "T"\noriginal = "O"\npublisher = "P"\npublished = 2024-05-01\n'
        'license = "CC0-1.0"\ntags = ["x"]\n+++\n\n# T\n\nOne line\nand its end.\n',
        name="file",
    )
    assert (article.id, article.title, article.publisher, article.published) == ("a-b", "T", "P", date(2024, 5, 1))
    assert (article.license, article.tags, article.text) == ("CC0-1.0", ("x",), "One line and its end.")
    assert article.source.title == "O"


@pytest.mark.parametrize(
    "told", ["id = 3", "id =", 'colour = "red"', 'id = "Not An Id"', "published = 2024-13-01", 'id = "ice\\n"']
)
def test_wrong_front_matter_is_named(told):
    with pytest.raises(DataError, match="front matter"):
        read_text_article(f"+++\n{told}\n+++\nText.", name="file")


@pytest.mark.parametrize(
    "told", ["title = " + "[" * 20_000, "id = " + "9" * 5_000, "published = " + "9" * 5_000], ids=["deep", "id", "date"]
)
def test_front_matter_that_no_sane_file_holds_is_named(told):
    with pytest.raises(DataError, match="front matter"):
        read_text_article(f"+++\n{told}\n+++\nText.", name="file")


def test_lines_of_yaml_tell_of_the_article():
    article = read_text_article(
        '---\nid: 2024 Spring/Races\ntitle: "Races: a spring"  # working title\npublisher: Newsagency\n'
        "date: 2024-05-01T10:00:00Z\nurl: https://example.org/a#b # here\nlayout: post\ntags:\n  - skating\n- snow\n"
        "summary: |\n  Two\n  lines.\n\n---\n\nOne line.\n",
        name="file",
    )
    assert (article.id, article.title, article.publisher) == ("2024-spring-races", "Races: a spring", "Newsagency")
    assert (article.published, article.url) == (date(2024, 5, 1), "https://example.org/a#b")
    assert (article.text, article.tags) == ("One line.", ())


def test_yaml_that_is_not_plain_is_passed_over():
    article = read_text_article(
        "---\ntitle: >-\n  Folded\nid:\npublished: soon\ndate: 2024-02-31\nurl: [a, b]\n---\nOne line.", name="My file"
    )
    assert (article.id, article.title, article.published, article.url) == ("my-file", "My file", None, "")


def test_text_between_two_rules_is_text():
    text = (
        "---\nIt was late: nobody came. The rink lay dark and still.\n\n---\n\nThe morning was no better than that.\n"
    )
    assert "nobody came" in read_text_article(text, name="file").text


def test_front_matter_that_never_ends_takes_no_time():
    line = "-a: b" + " " * 20 + "\n"
    assert read_text_article("---\n" + line * 2_000 + "The rain fell.", name="file").text


def test_empty_front_matter_is_no_text():
    assert read_text_article("+++\n+++\nOne line.", name="file").text == "One line."


def test_front_matter_without_an_end_is_text():
    assert read_text_article('+++\nid = "x"\nText.', name="file").id == "file"


def test_a_dateline_and_a_closing_mark_are_no_text():
    article = read_text_article(
        "OSLO, Feb. 9 (Newsagency) -- The races are over.\nNorway won all of them, it said. ■", name="x"
    )
    assert article.text.startswith("The races are over.")
    assert article.text.endswith("it said.")
    assert (article.publisher, article.published) == ("Newsagency", None)


def test_a_stamp_tells_publisher_and_date():
    text = "A city and its skaters\n\nNewsagency) 08:56, February 28, 2022\n\nThe rink is open. (Newsagency/Jane Doe)\n"
    article = read_text_article(text, name="x")
    assert (article.title, article.publisher, article.published) == (
        "A city and its skaters",
        "Newsagency",
        date(2022, 2, 28),
    )
    assert article.text == "The rink is open."


def test_subheads_references_links_lists_and_tables():
    text = (
        "# Title\n\nFirst **bold** [linked](https://example.org) words.[12]\n\n## Subhead\n\n- One item.\n- Two items.\n\n"
        "| a | b |\n\nALL CAPS SUBHEAD\n\n> Quoted words.\n\n```\ncode\n```\n\n![image](x.png)\n\nLast words [citation needed].\n"
    )
    article = read_text_article(text, name="x")
    assert article.title == "Title"
    assert article.text.split("\n\n") == [
        "First bold linked words.",
        "One item.",
        "Two items.",
        "“Quoted words.”",
        "Last words.",
    ]


def test_a_file_without_a_title_is_named_after_itself():
    article = read_text_article("Just one line of text here.", name="My File 2")
    assert (article.id, article.title) == ("my-file-2", "My File 2")
