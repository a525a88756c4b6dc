"""What is told relative to the day of the article is asked with the month it fell in, or not at all."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.core.pack import MONTHS
from quizgame.generate import make_pack, read_text_article

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def stems(told, published):
    text = f"{told} and went home. The Lakeside Museum in Bergen is in Norway."
    article = msgspec.structs.replace(read_text_article(text, name="case"), published=published)
    pack = make_pack([article], id="case", title="A day out").pack
    return [question.stem for question in pack.questions if "Nordic Cup" in question.stem] if pack else []


def month(day):
    return f"{MONTHS[day.month - 1]} {day.year}"


@settings(max_examples=60, deadline=None)
@given(published=st.dates(date(2001, 1, 1), date(2040, 1, 1)), weekday=st.sampled_from(DAYS))
def test_a_weekday_is_the_last_one_before_the_article_or_nothing(published, weekday):
    back = (published.weekday() - DAYS.index(weekday)) % 7
    fair = {published - timedelta(days=back), published - timedelta(days=back or 7)}
    told = stems(f"On {weekday}, Karen Holm won the Nordic Cup in Norway", published)
    assert not any(weekday in stem for stem in told)
    if len({month(day) for day in fair}) == 1:
        assert told
        assert all(month(min(fair)) in stem for stem in told)
    else:
        assert not told


@pytest.mark.parametrize(
    ("told", "published", "when"),
    [
        ("Yesterday, Karen Holm won the Nordic Cup in Norway", date(2031, 3, 1), "February 2031"),
        ("Karen Holm won the Nordic Cup in Norway last month", date(2031, 1, 20), "December 2030"),
        ("Karen Holm won the Nordic Cup in Norway last year", date(2031, 1, 20), "in 2030"),
        ("Karen Holm won the Nordic Cup in Norway this year", date(2031, 1, 20), "in 2031"),
        ("In late December, Karen Holm won the Nordic Cup in Norway", date(2031, 1, 20), "December 2030"),
        ("In June, Karen Holm won the Nordic Cup in Norway", date(2031, 7, 20), "June 2031"),
        ("Karen Holm won the Nordic Cup in Norway on July 13", date(2031, 8, 20), "2031"),
    ],
)
def test_other_times_are_told_with_their_year(told, published, when):
    found = stems(told, published)
    assert found
    assert all(when.removeprefix("in ") in stem for stem in found)


@pytest.mark.parametrize("told", ["This week", "On Friday", "Yesterday", "Last month", "In June"])
def test_without_a_day_of_its_own_the_article_places_nothing(told):
    assert not stems(f"{told}, Karen Holm won the Nordic Cup in Norway", None)
