"""Cleaning and folding text, and the numbers in it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.numbers import date_in, number_in, sort_options
from quizgame.core.text import clean, clip, fold, one_line, slug

HOSTILE = [
    ("\x1b]0;owned\x07title", "]0;ownedtitle"),
    ("\x9b31mred", "31mred"),
    ("a\u202eb\u2066c", "abc"),
    ("a\u200bb\ufeffc\u00ad", "abc"),
    ("nul\x00 del\x7f", "nul del"),
    ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    ("tab\there\u00a0there", "tab here there"),
    ("e\u0301", "é"),
    ("\ud800lone", "lone"),
    ("👩\u200d👩\u200d👧 नमस्\u200dते", "👩\u200d👩\u200d👧 नमस्\u200dते"),
    ("[/] [@click=app.quit]x[/]", "[/] [@click=app.quit]x[/]"),
    ("东京 🥇", "东京 🥇"),
]


@pytest.mark.parametrize(("text", "cleaned"), HOSTILE)
def test_clean_takes_out_what_a_terminal_would_obey(text, cleaned):
    assert clean(text) == cleaned


@given(st.text(st.characters()))
def test_clean_text_is_harmless_and_stays_as_it_is(text):
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(
        unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        for character in cleaned
        if character not in "\n\u200c\u200d"
    )


@given(st.text(), st.integers(2, 50), st.integers(1, 5))
def test_clip_keeps_within_its_bounds(text, characters, lines):
    clipped = clip(text, characters, lines)
    assert len(clipped) <= characters
    assert clipped.count("\n") < lines
    assert clipped == text or clipped.endswith("…")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Short-Track", "short track"),
        ("3,000m", "3000m"),
        ("women’s", "Women's"),
        ("São Paulo", "sao paulo"),
        ("2023–2024", "2023-2024"),
        ("  two\n words. ", "Two words"),
        ("−5", "-5"),
    ],
)
def test_fold_makes_ways_of_writing_equal(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("-5", "5"), ("C#", "C++"), ("10%", "10"), ("1.5", "15"), ("3:1", "31")])
def test_fold_keeps_what_changes_the_meaning(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_one_line_has_one_line(text):
    assert "\n" not in one_line(text)


@given(st.text())
def test_a_slug_is_an_id(text):
    assert all(character in "abcdefghijklmnopqrstuvwxyz0123456789-" for character in slug(text))
    assert slug(slug(text)) == slug(text)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two", (2, "")),
        ("over 130", (130, "over")),
        ("1.5 million people", (1_500_000, "people")),
        ("twenty-one", (21, "")),
        ("two hundred and five", (205, "")),
        ("three thousand two hundred", (3200, "")),
        ("500m", (500, "m")),
        ("−5", (-5, "")),
        ("five of six", None),
        ("one two", None),
        ("Gold", None),
        ("", None),
    ],
)
def test_the_number_in_an_option(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("9 February 2025", (2025, 2, 9)),
        ("February 9, 2025", (2025, 2, 9)),
        ("Feb. 9", (0, 2, 9)),
        ("Sept. 2", (0, 9, 2)),
        ("February 2025", (2025, 2, 0)),
        ("2025", (2025, 0, 0)),
        ("42", None),
        ("Mayor", None),
        ("February 40", None),
    ],
)
def test_the_date_that_an_option_is(text, day):
    assert date_in(text) == day


@given(st.lists(st.text(max_size=15), min_size=1, max_size=6))
def test_sorting_options_loses_none(options):
    ordered = sort_options(tuple(options))
    assert ordered is None or sorted(ordered) == sorted(options)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=6, unique=True))
def test_numbers_sort_by_value(numbers):
    assert sort_options(tuple(f"{number:,}" for number in numbers)) == tuple(f"{n:,}" for n in sorted(numbers))


def test_marks_are_piled_no_higher_than_any_script_needs():
    told = clean("e" + "\u0316\u0301" * 50_000 + "x")
    assert told[0] == "\u00e9"
    assert told[-1] == "x"
    assert len(told) <= 32
    assert clean("Z\u0351\u0346al\u0353go") == "Z\u0351\u0346al\u0353go"


@given(st.lists(st.sampled_from(["\u0301", "\u0316", "\u0344", "a", "\u1100", "\u1161"]), max_size=120).map("".join))
def test_piles_are_taken_down_once_for_all(text):
    assert clean(clean(text)) == clean(text)
