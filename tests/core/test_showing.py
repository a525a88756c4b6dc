"""Options: which are shown and in which order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.pack import Pack, Question
from quizgame.core.showing import OPTIONS_SHOWN, show
from tests.core.strategies import packs


def shown(answer, *distractors, seed=0):
    pack = Pack(id="p", title="P", questions=(Question(id="q", stem="?", answer=answer, distractors=distractors),))
    return show(pack, pack.questions[0], seed=seed).options


@given(packs(), st.integers(0, 10**6))
def test_the_answer_is_shown_once_among_its_distractors(pack, seed):
    for question in pack.questions:
        showing = show(pack, question, seed=seed)
        assert showing.options[showing.key] == question.answer
        assert showing.options.count(question.answer) == 1
        assert set(showing.options) <= {question.answer, *question.distractors}
        assert len(showing.options) == min(OPTIONS_SHOWN, 1 + len(question.distractors))
        assert showing == show(pack, question, seed=seed)


@pytest.mark.parametrize(
    ("answer", "distractors", "order"),
    [
        ("six", ("two", "nine", "four"), ["two", "four", "six", "nine"]),
        ("over 130", ("over 1,300", "over 150", "over 200"), ["over 130", "over 150", "over 200", "over 1,300"]),
        ("2019", ("2022", "2018", "2021"), ["2018", "2019", "2021", "2022"]),
        ("November 7", ("October 9", "November 11"), ["October 9", "November 7", "November 11"]),
        ("$1.5 million", ("$900,000", "$2 million"), None),
        ("women's 3,000m", ("women's 500m", "women's 1,500m"), ["women's 500m", "women's 1,500m", "women's 3,000m"]),
        ("21st", ("3rd", "19th"), None),
    ],
)
def test_numbers_and_dates_stand_in_order(answer, distractors, order):
    orders = {shown(answer, *distractors, seed=seed) for seed in range(20)}
    if order:
        assert orders == {tuple(order)}
    else:
        assert all(set(options) == {answer, *distractors} for options in orders)


def test_other_options_are_shuffled_by_the_seed():
    assert len({shown("ice", "snow", "sleet", "hail", seed=seed) for seed in range(100)}) == 24


def test_the_seed_picks_among_more_distractors_than_are_shown():
    kept = {frozenset(shown("ice", "snow", "sleet", "hail", "rain", "fog", seed=seed)) for seed in range(200)}
    assert len(kept) == 10


@pytest.mark.parametrize(
    "option",
    ["All of the above", "none of these", "both", "Neither of them.", "All answers", "two of these", "A and B"],
)
def test_an_option_that_speaks_of_others_stays_last(option):
    assert {shown("ice", option, "snow", seed=seed)[-1] for seed in range(20)} == {option}


@pytest.mark.parametrize("options", [("Allen", "All Blacks", "Bothy"), ("two", "several", "a dozen or so")])
def test_an_ordinary_option_is_not_taken_for_one_that_speaks_of_others(options):
    assert {shown(*options, seed=seed)[-1] for seed in range(50)} == set(options)
