"""Numbers and times as they are told."""

from datetime import UTC, datetime

import pytest

from quizgame.core.days import play_day
from quizgame.core.record import Board
from quizgame.core.wording import (
    board_name,
    clock_face,
    counted,
    day_name,
    gain,
    grouped,
    pack_names,
    percent,
    quoted,
    took,
)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (grouped(12400), "12,400"),
        (gain(1100), "+1,100"),
        (counted(1, "question"), "1 question"),
        (counted(0, "question"), "0 questions"),
        (counted(12_400, "point"), "12,400 points"),
        (counted(2, "miss", "misses"), "2 misses"),
        (clock_face(60), "1:00"),
        (clock_face(59.2), "1:00"),
        (clock_face(0.001), "0:01"),
        (clock_face(0), "0:00"),
        (clock_face(-1), "0:00"),
        (took(1.44), "1.4 s"),
        (took(59.97), "1 min 0 s"),
        (took(125), "2 min 5 s"),
        (took(4_205), "1 h 10 min"),
        (percent(0.125), "13 %"),
        (percent(0.5), "50 %"),
        (percent(0.999), "99 %"),
        (percent(0.001), "1 %"),
        (percent(1.0), "100 %"),
        (percent(0.0), "0 %"),
        (quoted("Ice is cold."), "“Ice is cold.”"),
        (quoted('"Cold," said Ann.'), '"Cold," said Ann.'),
        (quoted("“Cold,” said Ann."), "“Cold,” said Ann."),
        (board_name(Board(mode="classic", length=1, packs=())), "Classic, 1 question"),
        (board_name(Board(mode="challenge", length=60, packs=())), "Timed challenge, 60 s"),
        (
            board_name(Board(mode="classic", length=10, packs=(), question_seconds=20, time_factor=1.5)),
            "Classic, 10 questions, 20 s each, time x1.5",
        ),
        (
            board_name(Board(mode="classic", length=10, packs=(), question_seconds=20), brief=True),
            "Classic, 10, 20 s each",
        ),
    ],
)
def test_words(told, words):
    assert told == words


def test_days_are_told_as_a_player_counts_them():
    today = play_day(datetime(2025, 2, 10, 2, 0, tzinfo=UTC))  # before four o'clock it is still the ninth
    assert day_name(play_day(datetime(2025, 2, 9, 23, tzinfo=UTC)), today) == "today"
    assert day_name(play_day(datetime(2025, 2, 9, 3, tzinfo=UTC)), today) == "yesterday"
    assert day_name(play_day(datetime(2024, 12, 9, 12, tzinfo=UTC)), today) == "9 Dec 2024"


def test_packs_have_names():
    titles = {"a": "Alpha", "b": "Beta", "c": "Gamma"}
    assert pack_names(("a", "b", "c"), titles) == "all packs"
    assert pack_names(("a", "c"), titles) == "Alpha and 1 more"
    assert pack_names(("gone",), titles) == "gone"
    assert pack_names((), titles) == ""
    assert pack_names(("a", "b"), {}) == "a and 1 more"
