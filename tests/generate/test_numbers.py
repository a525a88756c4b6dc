"""Options beside a number: near it, written as it is, none that could be right as well."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.numbers import number_in
from quizgame.generate.numbers import near_numbers, near_scores

SEEDS = st.integers(0, 1000)
COUNTS = st.integers(1, 2_000_000)


def value(text):
    return number_in(text)[0]


@given(COUNTS, SEEDS)
def test_options_are_near_different_and_as_rough_as_the_key(count, seed):
    near = near_numbers(f"{count:,}", bound="", avoid=(), seed=seed)
    assert len(near) >= 3
    assert len({*near, f"{count:,}"}) == len(near) + 1
    assert all(0.45 <= value(option) / count <= 2 or count <= 4 for option in near)
    if count > 12 and count % 5:
        assert not [option for option in near if option.endswith("0")]
    if count > 12 and count % 5 == 0:
        assert all(value(option) % 5 == 0 for option in near)


@given(st.sampled_from(["over", "more than", "at least"]), COUNTS, SEEDS)
def test_a_bound_makes_no_option_true_as_well(bound, count, seed):
    for key in (f"{bound} {count:,}", f"{count:,}"):
        near = near_numbers(key, bound=bound, avoid=(), seed=seed)
        assert all(value(option.removeprefix(bound)) > count for option in near)
        assert all(option.startswith(bound) == key.startswith(bound) for option in near)


@given(st.integers(1, 99), SEEDS)
def test_shares_stay_below_the_whole_and_are_not_its_other_part(share, seed):
    for unit in ("%", " per cent", " percent"):
        near = [value(option) for option in near_numbers(f"{share}{unit}", bound="", avoid=(), seed=seed)]
        assert all(0 < option < 100 for option in near)
        assert 100 - share not in near or share <= 12


@pytest.mark.parametrize("key", ["US$2.5 billion", "2.8 million", "35,000 square feet", "9.58 seconds"])
def test_units_and_currencies_are_kept(key):
    shape = re.sub(r"\d[\d,.]*\d|\d", "9", key)
    assert all(
        re.sub(r"\d[\d,.]*\d|\d", "9", option) == shape for option in near_numbers(key, bound="", avoid=(), seed=1)
    )


def test_words_stay_words():
    for key in ("fourteen", "twenty-one", "two hundred"):
        assert all(re.fullmatch(r"[a-z -]+", option) for option in near_numbers(key, bound="", avoid=(), seed=3))
    assert near_numbers("two million", bound="", avoid=(), seed=0) == ["three million", "four million"]


def test_ranks_and_times_have_their_own_neighbours():
    assert set(near_numbers("third", bound="", avoid=("fourth",), seed=0)) == {"second", "fifth", "sixth"}
    assert all(re.fullmatch(r"2:\d\d:\d\d", option) for option in near_numbers("2:14:04", bound="", avoid=(), seed=0))
    assert all(re.fullmatch(r"\d:\d\d\.\d\d", option) for option in near_numbers("4:05.31", bound="", avoid=(), seed=0))


@pytest.mark.parametrize("key", ["3-1", "27-24", "230-198", "0-2"])
def test_scores_keep_their_winner(key):
    first, second = map(int, key.split("-"))
    near = [tuple(map(int, option.split("-"))) for option in near_scores(key, avoid=(), seed=0)]
    assert near
    assert all((one > two) == (first > second) and one != two and two >= 0 for one, two in near)
