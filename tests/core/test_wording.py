"""Numbers and times as they are told."""

import pytest

from quizgame.core.wording import clock_time, count, game_name, percent, quoted, took


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (count(1, "question"), "1 question"),
        (count(0, "question"), "0 questions"),
        (count(12_400, "point"), "12,400 points"),
        (count(2, "miss", "misses"), "2 misses"),
        (clock_time(60), "1:00"),
        (clock_time(59.2), "1:00"),
        (clock_time(0.001), "0:01"),
        (clock_time(0), "0:00"),
        (clock_time(-1), "0:00"),
        (took(1.44), "1.4 s"),
        (took(59.97), "1 min 0 s"),
        (took(125), "2 min 5 s"),
        (took(4_205), "1 h 10 min"),
        (percent(0.5), "50 %"),
        (percent(0.999), "99 %"),
        (percent(0.001), "1 %"),
        (percent(1.0), "100 %"),
        (percent(0.0), "0 %"),
        (quoted("Ice is cold."), "“Ice is cold.”"),
        (quoted('"Cold," said Ann.'), '"Cold," said Ann.'),
        (quoted("“Cold,” said Ann."), "“Cold,” said Ann."),
        (game_name("classic", 1), "Classic, 1 question"),
        (game_name("challenge", 60), "Timed challenge, 60 s"),
    ],
)
def test_words(told, words):
    assert told == words
