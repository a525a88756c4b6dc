"""What looks like a number in a sentence: counts, money, shares, quantities, times, and labels that count nothing."""

import pytest

from quizgame.generate.figures import figures_in
from quizgame.generate.language.tagger import tagged
from quizgame.generate.marks import mark
from quizgame.generate.names import learn


def marked(sentence):
    words = tagged(sentence)
    return mark(sentence, learn([sentence], [words]), (), words)


def told(sentence, letters):
    return [found.text for found in marked(sentence).marks if found.letter in letters]


@pytest.mark.parametrize(
    ("sentence", "letter", "text"),
    [
        ("It cost US$2.5 billion.", "M", "US$2.5 billion"),
        ("The loan was for 38.8 million euros.", "M", "38.8 million euros"),
        ("They share SEK9 million.", "M", "SEK9 million"),
        ("Turnout was 66.9 per cent.", "A", "66.9 per cent"),
        ("Seventy percent of the land is dry.", "A", "Seventy percent"),
        ("It spans 35,000 square feet.", "K", "35,000 square feet"),
        ("A magnitude 5.8 earthquake struck.", "K", "5.8"),
        ("She won in 2:14:04.", "W", "2:14:04"),
        ("She ran it in 46.92 seconds.", "W", "46.92 seconds"),
        ("He served for twelve years.", "H", "twelve years"),
        ("About two hundred and six people came.", "N", "two hundred and six"),
        ("She won 6-4, 3-6, 7-5.", "G", "6-4, 3-6, 7-5"),
        ("It ended 3-0.", "G", "3-0"),
        ("It passed 230-to-198.", "G", "230-to-198"),
    ],
)
def test_figures_are_known_by_their_kind(sentence, letter, text):
    assert told(sentence, letter) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "Phase two began.",
        "A Boeing 737 landed.",
        "The 2018 election was close.",
        "Two-thirds of them left.",
        "It took two and a half miles.",
        "The meeting began at 10:30.",
        "Between 36 and 40 people came.",
        "From 10–15% of them came.",
        "One in five came.",
    ],
)
def test_labels_ranges_and_fractions_are_no_counts(sentence):
    assert told(sentence, "NAMKHW") == []


@pytest.mark.parametrize(
    ("sentence", "noun", "bound", "is_pointing"),
    [
        ("At least 39 wounded people came.", "wounded people", "at least", False),
        ("He met the 20 players of the club.", "players", "", True),
        ("Some 300 guests came.", "guests", "some", False),
        ("In Kenya 12 people came.", "people", "", False),
        ("All 14 events were held.", "events", "", False),
        ("All three events were held.", "events", "", True),
        ("Three women police officer came.", "", "", False),
        ("Seven motorcyclists dead.", "motorcyclists", "", False),
    ],
)
def test_a_count_tells_what_is_counted_and_whether_it_was_named_before(sentence, noun, bound, is_pointing):
    made = marked(sentence)
    (figure,) = figures_in(made.text, made, "N")
    assert (figure.noun, figure.bound, figure.is_pointing) == (noun, bound, is_pointing)
