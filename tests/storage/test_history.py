"""The record: appended for good, in files that a person can read."""

import subprocess
import sys
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import StorageError
from quizgame.core.text import clean
from quizgame.storage import history
from quizgame.storage.history import Records
from quizgame.storage.locks import claim
from tests.storage.samples import NAME, NIGHT, ROOT, again, asides, fill, make_attempt, make_game, utc


def test_an_empty_record_is_read_without_making_anything(tmp_path):
    assert Records(tmp_path / "ann").load().games == ()
    assert list(tmp_path.iterdir()) == []


def test_games_come_back_as_they_were_in_order(records, tmp_path):
    games = fill(records, 5)
    assert records.load().games == again(tmp_path).games == tuple(games)
    assert again(tmp_path).problems == ()


def test_each_month_has_a_file(records, tmp_path):
    late = make_game(1, finished=utc(2026, 12, 31, 23, 59))
    early = make_game(2, finished=utc(2026, 2, 1))
    for game in (late, early):
        records.append(game)
    assert again(tmp_path).games == (early, late)
    assert (tmp_path / "ann" / "history-2026-02.toml").exists()


def test_the_month_is_that_of_the_player_s_clock(records, month):
    records.append(make_game(finished=datetime.fromisoformat("2026-12-01T00:30:00+08:00")))
    assert month.with_name("history-2026-12.toml").exists()


def test_a_game_is_not_added_twice(records, tmp_path):
    fill(records, 1)
    fill(records, 1)
    assert len(again(tmp_path).games) == 1
    fill(Records(tmp_path / "ann"), 1)  # another process, which was killed before it could forget the game
    assert len(again(tmp_path).games) == 1


def test_the_file_is_readable_and_compact(records, month):
    records.append(make_game(0, answers=1))
    assert (
        month.read_text()
        == """\
format = 1

[[games]]
id = "game-0"
mode = "classic"
length = 10
packs = ["ice"]
seed = 0
finished = 2026-11-20T21:30:15.250000+08:00
ending = "completed"
asked = 1
correct = 1
score = 1000
best_streak = 1
seconds = 1.5
attempts = [
    { pack = "ice", question = "q-0", chosen = "two", answer = "two", right = true, seconds = 1.5, points = 1000, streak = 1, kind = "count" },
]
# end
"""
    )


words = st.text(max_size=12).map(clean)


@given(
    st.builds(
        make_game, st.integers(0, 10**6), answers=st.just(0), packs=st.lists(words, max_size=3).map(tuple),
        seconds=st.floats(0, 1e6), mode=st.sampled_from(["classic", "challenge"]), scored=st.booleans(),
        ending=st.sampled_from(["completed", "time-up", "abandoned"]),
        attempts=st.lists(
            st.builds(make_attempt, pack=words, question=words, chosen=words, answer=words, right=st.booleans(),
                      seconds=st.floats(0, 1e4), difficulty=st.integers(1, 5), kind=words), max_size=3,
        ).map(tuple),
    )
)  # fmt: skip
def test_any_game_comes_back_exactly(tmp_path_factory, game):
    folder = tmp_path_factory.mktemp("any")
    Records(folder).append(game)
    assert Records(folder).load().games == (game,)


def test_a_game_of_a_newer_mode_stays_in_the_file(records, month, tmp_path):
    games = fill(records, 2)
    text = month.read_text().replace('mode = "classic"', 'mode = "duel"', 1)
    month.write_text(text)
    got = again(tmp_path)
    assert got.games == (games[1],)
    assert got.problems[0].severity == "warning"
    assert month.read_text() == text
    assert asides(tmp_path) == []


@pytest.mark.parametrize("rounds", ["[[rounds]]\nid = 'x'\n", "[[games]]\nid = <new syntax>\n# end\n"])
def test_a_newer_format_is_left_alone_and_the_game_goes_beside_it(month, tmp_path, rounds):
    month.parent.mkdir()
    text = f"format = 2\n\n{rounds}"
    month.write_text(text)
    records = Records(tmp_path / "ann")
    records.append(make_game(1))
    assert month.read_text() == text
    assert month.with_name("history-2026-11.format-1.toml").exists()
    got = again(tmp_path)
    assert got.games == (make_game(1),)
    assert "format 2 is newer than this version reads" in str(got.problems[0])


def test_a_file_that_cannot_be_read_is_a_problem_and_the_others_are_read(records, month, tmp_path):
    games = fill(records, 1)
    (month.parent / "history-2026-10.toml").mkdir()
    got = again(tmp_path)
    assert got.games == tuple(games)
    assert "history-2026-10.toml" in str(got.problems[0])
    (tmp_path / "file").touch()
    assert "cannot be read" in str(Records(tmp_path / "file").load().problems[0])


def test_appending_reads_only_the_end_of_the_file(records, month, monkeypatch):
    fill(records, 300)
    sizes = []
    real = history.read_part
    monkeypatch.setattr(history, "read_part", lambda *told: sizes.append(len(real(*told))) or real(*told))
    monkeypatch.setattr(history, "read", None)
    records.append(make_game(300))
    assert month.stat().st_size > 100_000
    assert sum(sizes) <= 16_384


def test_a_game_longer_than_the_end_that_is_read_first_is_found(records, tmp_path, month):
    games = [make_game(number, answers=200) for number in range(3)]
    for game in games:
        records.append(game)
    assert again(tmp_path).games == tuple(games)
    month.write_bytes(month.read_bytes()[:-100])
    Records(tmp_path / "ann").append(make_game(9))
    assert again(tmp_path).games == (*games[:2], make_game(9))


def test_only_a_file_that_has_changed_is_read_again(records, tmp_path, monkeypatch):
    records.append(make_game(0, finished=utc(2026, 1, 1)))
    fill(records, 1, first=1)
    records.load()
    reads = []
    real = history.read
    monkeypatch.setattr(history, "read", lambda path, limit: reads.append(path.name) or real(path, limit))
    fill(records, 1, first=2)
    assert len(records.load().games) == 3
    assert reads == [NAME]


APPENDER = """
import sys
from pathlib import Path
from quizgame.storage.history import Records
from tests.storage.samples import make_game
records = Records(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[2]) + 30):
    records.append(make_game(number))
    assert records.load().problems == ()
"""


def test_two_windows_that_write_at_once_lose_nothing(tmp_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", APPENDER, str(tmp_path / "ann"), str(first)], cwd=ROOT)
        for first in (0, 100)
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    got = again(tmp_path)
    assert sorted(game.seed for game in got.games) == [*range(30), *range(100, 130)]
    assert got.problems == ()
    assert asides(tmp_path) == []


def test_a_game_waits_for_another_window_and_then_says_so(records, tmp_path, monkeypatch):
    monkeypatch.setattr("quizgame.storage.locks._PATIENCE", 0.01)
    (tmp_path / "ann").mkdir()
    held = claim(tmp_path / "ann" / "history.lock")
    with pytest.raises(StorageError, match="another window"):
        records.append(make_game(0))
    held.release()
    records.append(make_game(0))
    assert again(tmp_path).games == (make_game(0),)


def test_a_name_that_only_looks_like_a_month_is_left_alone(records, month):
    fill(records, 1)
    for name in ("history-2026-11.damaged-1.toml", "history.toml", "history-2026-11.toml~", "settings.toml"):
        (month.parent / name).write_text("not [ toml")
    assert len(records.load().games) == 1
    assert records.load().problems == ()


def test_the_end_of_a_game_is_told_with_its_offset(records, tmp_path):
    records.append(make_game(0))
    assert again(tmp_path).games[0].finished.utcoffset() == NIGHT.utcoffset()


def test_a_folder_that_may_not_be_entered_is_told(tmp_path, records, locked_out):
    with pytest.raises(StorageError, match="permission denied"):
        records.append(make_game(0))
