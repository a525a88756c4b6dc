"""The lines above an article, and the dateline before its first word."""

from datetime import date

import pytest

from quizgame.generate import read_text_article

TEXT = "The rink in Lindby opened on Sunday."


def read(text):
    return read_text_article(text, name="file")


@pytest.mark.parametrize(
    ("line", "publisher", "published"),
    [
        ("OSLO, Feb. 9 (Newsagency) -- ", "Newsagency", None),
        ("OSLO (Newsagency) - ", "Newsagency", None),
        ("Oslo (Newsagency) – ", "Newsagency", None),
        ("NEW LINDBY — ", "", None),
        ("Lindby, Norway – ", "", None),
        ("ÅLESUND, Norway, Feb 9 — ", "", None),
        ("LINDBY, Norway, Feb. 9, 2025 /Wire Service/ -- ", "Wire Service", date(2025, 2, 9)),
        ("Lindby, 3 May 2024 (Newsagency) - ", "Newsagency", date(2024, 5, 3)),
        ("LINDBY (Norway) -- ", "", None),
        ("(Newsagency) - ", "Newsagency", None),
        ("LINDBY, May 3: ", "", None),
        ("OSLO/LINDBY (Newsagency) — ", "Newsagency", None),
    ],
)
def test_datelines_of_many_agencies_are_no_text(line, publisher, published):
    article = read(f"{line}{TEXT}\n")
    assert (article.text, article.publisher, article.published) == (TEXT, publisher, published)


@pytest.mark.parametrize(
    "text",
    [
        "Lindby - the smallest town of the valley - has a rink of its own.",
        "NATO - an alliance - has no rink.",
        "ANNA BERG: We skated all night.",
        "Anna Berg, 19, won the race - her first - in Lindby.",
        "Rain — Anna Berg had seen worse — fell on the rink.",
    ],
)
def test_other_dashes_and_colons_are_text(text):
    assert read(text).text == text


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ("Friday, January 4, 2019\n\n", ""),
        ("A rink opens\n\nJan. 4, 2019\n\n", ""),
        ("A rink opens\nAt last, in Lindby\n\nBy Jane Doe and John Roe, Staff Writers\n\nPublished 10:30 GMT, 4 January 2019\n\n", ""),
        ("4th January 2019, 10.30am\n\n", ""),
        ("Published on January 4, 2019 | Updated January 6, 2019\n\n", ""),
        ("2019-01-04T10:00:00+01:00\n\n", ""),
        ("By Jane Doe | January 4, 2019\n\n", ""),
        ("LINDBY, January 4, 2019\n\n", ""),
        ("(Newsagency) 08:56, January 04, 2019\n\n", "Newsagency"),
    ],
)  # fmt: skip
def test_a_line_of_publication_tells_the_day(lines, publisher):
    article = read(f"{lines}{TEXT}\n\nIt rained.\n")
    assert (article.published, article.publisher) == (date(2019, 1, 4), publisher)
    assert article.text == f"{TEXT}\n\nIt rained."
    assert article.title == ("A rink opens" if lines.startswith("A rink") else "file")


@pytest.mark.parametrize(
    "text",
    [
        f"The flood of 4 January 1850\n\n{TEXT}",
        f"Last updated 4 January 2019\n\n{TEXT}",
        f"{TEXT}\n\n4 January 2019\n\nIt rained.",
        f"4 January 2019\n\n{TEXT}\n\n5 January 2019\n\nIt rained.",
        f"January 32, 2019\n\n{TEXT}",
        f"LINDBY, Feb. 9 -- {TEXT}",
    ],
    ids=["history", "revised", "below", "chronicle", "impossible", "no year"],
)
def test_a_day_of_publication_is_never_invented(text):
    assert read(text).published is None


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe", "By JANE DOE in Lindby.", "Reporting by Jane Doe; Editing by John Roe", "(Editor: Jane Doe)", "Source: Newsagency.", "Photo by: Jane Doe"],
)  # fmt: skip
def test_who_wrote_it_is_no_text(line):
    assert read(f"A rink\n\n{line}\n\n{TEXT}").text == TEXT
    assert read(f"A rink\n\n{TEXT}\n\n{line}").text == TEXT
