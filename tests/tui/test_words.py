"""How numbers, times and places are said."""

from datetime import UTC, datetime

import pytest

from quizgame.core.record import Board
from quizgame.tui.words import (
    board_name,
    clock_face,
    counted,
    day_name,
    gain,
    grouped,
    pack_names,
    percent,
    took,
)


def test_numbers_have_thousands_apart_and_nouns_their_number():
    assert grouped(12400) == "12,400"
    assert gain(1100) == "+1,100"
    assert [counted(number, "question") for number in (0, 1, 2, 2000)] == [
        "0 questions",
        "1 question",
        "2 questions",
        "2,000 questions",
    ]


@pytest.mark.parametrize(
    ("share", "said"),
    [(0, "0 %"), (1, "100 %"), (0.5, "50 %"), (0.999, "99 %"), (0.001, "1 %"), (2 / 3, "67 %"), (0.125, "13 %")],
)
def test_only_all_is_a_hundred_percent_and_only_nothing_none(share, said):
    assert percent(share) == said


@pytest.mark.parametrize(
    ("seconds", "face"),
    [(60, "1:00"), (59.4, "1:00"), (38, "0:38"), (0.05, "0:01"), (0, "0:00"), (-3, "0:00"), (180, "3:00")],
)
def test_a_clock_shows_nothing_only_when_nothing_is_left(seconds, face):
    assert clock_face(seconds) == face


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0.0 s"), (1.44, "1.4 s"), (59.96, "1 min 0 s"), (125, "2 min 5 s"), (12_000, "3 h 20 min")],
)
def test_how_long_something_took(seconds, said):
    assert took(seconds) == said


def test_days_are_said_as_a_player_counts_them():
    now = datetime(2025, 2, 10, 2, 0, tzinfo=UTC)  # before four o'clock it is still the ninth
    assert day_name(datetime(2025, 2, 9, 23, tzinfo=UTC), now) == "today"
    assert day_name(datetime(2025, 2, 9, 3, tzinfo=UTC), now) == "yesterday"
    assert day_name(datetime(2024, 12, 9, 12, tzinfo=UTC), now) == "9 Dec 2024"


def test_boards_and_packs_have_names():
    titles = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
    assert board_name(Board(mode="challenge", length=60, packs=("a",))) == "Timed challenge, 60 s"
    assert board_name(Board(mode="classic", length=1, packs=("a",))) == "Classic, 1 question"
    assert pack_names(("a", "b", "c"), titles) == "all packs"
    assert pack_names(("a", "c"), titles) == "Alpha and 1 more"
    assert pack_names(("gone",), titles) == "gone"
    assert pack_names((), titles) == ""
