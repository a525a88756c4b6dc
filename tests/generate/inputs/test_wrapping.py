"""Lines that were broken, and lines that are paragraphs."""

import textwrap

import pytest

from quizgame.generate import read_text_article

FIRST = (
    "The rink in Lindby opened on Sunday after two years of work, and more than 300 people came to see the first race of "
    "the season, which Anna Berg won. It had rained all week, so that many of them had feared for the ice."
)
SECOND = (
    "Nobody had asked for a short-track rink in a town of 4,000. The mayor, who skates himself, did not give in, and in "
    "the end the council voted for it by nine votes to two."
)


def paragraphs(text):
    return read_text_article(text, name="file").text.split("\n\n")


@pytest.mark.parametrize("width", [40, 60, 72, 79, 120])
def test_wrapped_lines_are_joined(width):
    wrapped = "\n\n".join(textwrap.fill(text, width) for text in (FIRST, SECOND))
    assert paragraphs(wrapped) == [FIRST, SECOND]


@pytest.mark.parametrize("width", [60, 72, 79])
def test_paragraphs_end_where_a_wrapped_line_had_room(width):
    wrapped = "\n".join(textwrap.fill(text, width) for text in (FIRST, SECOND, FIRST[:100] + "."))
    assert paragraphs(f"A title\n\n{wrapped}") == [FIRST, SECOND, FIRST[:100] + "."]


def test_paragraphs_begin_where_a_line_is_indented():
    wrapped = "\n".join(textwrap.fill(text, 72, initial_indent="   ") for text in (FIRST, SECOND))
    assert paragraphs(wrapped) == [FIRST, SECOND]


def test_long_lines_are_paragraphs():
    assert paragraphs(f"{FIRST}\nA HEADING\n{SECOND}\n") == [FIRST, SECOND]
    assert paragraphs(f"A title\nBy Jane Doe\n{FIRST}\n{SECOND}\n") == [FIRST, SECOND]


def test_a_hyphen_at_the_end_of_a_line_stays_where_the_word_has_one():
    text = "They skate short-\ntrack and long, in two-\nand three-man teams, 19-\nyear-olds among them, in Milan-\nCortina.\n"
    assert paragraphs(text) == [
        "They skate short-track and long, in two- and three-man teams, 19-year-olds among them, in Milan-Cortina."
    ]


def test_a_word_cut_in_two_is_mended_where_the_article_tells():
    assert paragraphs("The com-\npetition began late, and\nno competition is like it.") == [
        "The competition began late, and no competition is like it."
    ]


def test_turns_of_an_interview_do_not_run_together():
    text = (
        "Q: How did you begin, and who took you to the rink for the first\ntime?\nA: My mother did. She had skated for the club in\n"
        "Lindby.\nQ: And now?\nA: Now I take her.\n"
    )
    assert paragraphs(text) == [
        "Q: How did you begin, and who took you to the rink for the first time?",
        "A: My mother did. She had skated for the club in Lindby.",
        "Q: And now?",
        "A: Now I take her.",
    ]
    named = text.replace("Q:", "Newsagency:").replace("A:", "Anna Berg:")
    assert len(paragraphs(named)) == 4
