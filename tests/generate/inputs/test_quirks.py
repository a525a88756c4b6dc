"""What stands around and between the sentences of an article, and is left out."""

import pytest

from quizgame.generate import read_text_article

TEXT = "The rink in Lindby opened on Sunday."
SAID = 'Anna Berg said, "We had waited for it for two long years," and smiled.'


def paragraphs(*blocks):
    return read_text_article("\n\n".join(blocks), name="file").text.split("\n\n")


@pytest.mark.parametrize(
    "heading", ["Sources", "SOURCES:", "## References", "Related news", "External links", "See also\n========"]
)
def test_closing_sections_are_left_out_to_the_end(heading):
    assert paragraphs(TEXT, SAID, heading, '"A rink." Lindby Post, 2019.', "It rained.") == [TEXT, SAID]


def test_an_article_that_begins_with_such_a_heading_is_kept():
    assert paragraphs("Sources", TEXT, SAID) == [TEXT, SAID]


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Doe.", "Image: Jane Doe.", "(AP Photo/Jane Doe)", "[Photo/Newsagency]", "Photo by Jane Doe.", "© 2019 Lindby Post.",
        "Advertisement", "Read more: Another rink closes.", "Subscribe to our newsletter!", "Follow us on every channel.",
        "https://example.org/rink", "[1]: https://example.org", "[^1]: A footnote.", "---", "* * *", "Copyright 2019 Lindby Post.",
        "| a | b |\n|---|---|\n| 1 | 2. |", "Skater | Golds\n--- | ---\nBerg | 2.", "+---+---+\n| a | b |\n+---+---+",
        "<table>\n<tr><td>Berg won two golds.</td></tr>\n</table>", "<!-- a remark. -->",
    ],
)  # fmt: skip
def test_lines_that_are_no_text(line):
    assert paragraphs("# A rink", TEXT, line, SAID) == [TEXT, SAID]


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("The rink opened.[12]", "The rink opened."),
        ("The rink [3][4] opened[a] in May.[5, 6]", "The rink opened in May."),
        ("It cost millions.[citation needed] Nobody knows.[who?]", "It cost millions. Nobody knows."),
        ("It opened.¹ It closed.²³", "It opened. It closed."),
        ("It opened.[^note] It closed.<sup>2</sup>", "It opened. It closed."),
        ('He called it "[a] great day" for those "[who] came, [t]he best".', 'He called it "[a] great day" for those "[who] came, [t]he best".'),
        ("The area is 30 m² [sic].", "The area is 30 m² [sic]."),
        ("Berg skates. (Newsagency/Jane Doe)", "Berg skates."),
        ("Berg skates. Photo: Jane Doe", "Berg skates."),
        ("Berg skates in Lindby Image: J.Doe (flickr).", "Berg skates in Lindby"),
        ("Photo taken on Feb. 24 shows Berg.", "Photo taken on Feb. 24 shows Berg."),
        ("The races are over. ■", "The races are over."),
        ("Berg said ``it isn't over'' and left.", "Berg said “it isn't over” and left."),
        ("Berg said ``not yet'' and left.", "Berg said “not yet” and left."),
        ("The races are over. Enditem", "The races are over."),
        ("Lindby&nbsp;won &amp; lost, <b>Berg</b>, too.", "Lindby won & lost, Berg, too."),
        ('See [the rink][1] and [the _town_](https://example.org "Lindby").', "See the rink and the town."),
    ],
)  # fmt: skip
def test_references_credits_and_marks(told, kept):
    assert paragraphs("# A rink", told, TEXT) == ([kept, TEXT] if kept.endswith(".") else [TEXT])


def test_pull_quotes_are_told_once():
    told = paragraphs(
        "# A rink", SAID, "“We had waited for it for two long years”", TEXT, '"We had waited for it" - Anna Berg'
    )
    assert told == [SAID, TEXT]


def test_a_quotation_set_apart_over_its_speaker_is_not_the_authors_word():
    assert paragraphs("# A rink", TEXT, "We had waited for it.", "—Anna Berg", SAID) == [TEXT, SAID]
    assert paragraphs("# A rink", TEXT, SAID, "—Anna Berg", "It rained.") == [TEXT, SAID, "It rained."]


def test_items_of_a_list_are_kept_where_they_are_sentences():
    assert paragraphs(
        "# A rink", "The council decided:", "• The rink opens in\n  May.\n• Norway\n• It has 300 seats.", "1. It rained.\n2) It was late."
    ) == ["The council decided:", "The rink opens in May.", "It has 300 seats.", "It rained.", "It was late."]  # fmt: skip


def test_headings_of_every_form_are_left_out():
    told = paragraphs("== A rink ==", TEXT, "Why now?\n--------", SAID, "### The mayor", "It rained.", "THE END")
    assert told == [TEXT, SAID, "It rained."]
    assert read_text_article(f"## A rink\n\n{TEXT}", name="x").title == "A rink"


def test_a_sentence_over_a_rule_is_no_heading():
    assert paragraphs(f"{TEXT}\n---\n{SAID}") == [TEXT, SAID]


def test_the_id_comes_from_the_name_else_from_the_title():
    assert read_text_article(f"# A Rink\n\n{TEXT}", name="My File").id == "my-file"
    assert read_text_article(f"# A Rink\n\n{TEXT}").id == "a-rink"
    assert read_text_article(TEXT).id == "article"
    assert read_text_article(f'+++\ntitle = "The Rink"\n+++\n{TEXT}').id == "the-rink"
