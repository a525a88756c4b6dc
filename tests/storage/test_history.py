"""The record: appended for good, read whatever happened to it, and nothing lost that can be read."""

import errno
import subprocess
import sys
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import StorageError
from quizgame.core.text import clean
from quizgame.storage import atomic, history
from quizgame.storage.history import Records
from quizgame.storage.records import HEADER, write_game
from tests.storage.samples import NIGHT, ROOT, FaultyOs, make_attempt, make_game, utc

NAME = "history-2026-11.toml"


@pytest.fixture
def records(tmp_path):
    return Records(tmp_path / "ann")


@pytest.fixture
def month(tmp_path):
    return tmp_path / "ann" / NAME


def fill(records, count, first=0):
    games = [make_game(number) for number in range(first, first + count)]
    for game in games:
        records.append(game)
    return games


def again(tmp_path):
    """The record as the next start of the game reads it."""
    return Records(tmp_path / "ann").load()


def asides(tmp_path):
    return sorted(path.name for path in (tmp_path / "ann").iterdir() if ".damaged-" in path.name)


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


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("reads_first", [True, False])
def test_a_record_cut_at_any_byte_loses_no_earlier_game(tmp_path, count, reads_first):
    games = [make_game(number) for number in range(count)]
    texts = [HEADER + write_game(games[0]), *map(write_game, games[1:])]
    whole = "".join(texts).encode()
    last = len(texts[-1].encode())
    for left in range(len(whole) - last, len(whole)):
        folder = tmp_path / str(left)
        folder.mkdir()
        (folder / NAME).write_bytes(whole[:left])
        records = Records(folder)
        if reads_first:
            assert records.load().games[: count - 1] == tuple(games[:-1])
        records.append(make_game(99))
        got = Records(folder).load()
        assert got.games in ((*games[:-1], make_game(99)), (*games, make_game(99)))
        assert got.problems == ()
        kept_whole = len(got.games) == count + 1
        assert kept_whole == (left >= len(whole) - len("\n# end\n"))
        copies = [path for path in folder.iterdir() if ".damaged-" in path.name]
        start = whole[len(whole) - last : left]
        torn = not kept_whole and start.strip() not in (b"", HEADER.strip().encode())
        assert len(copies) == torn
        assert all(whole[:left].endswith(copy.read_bytes()) for copy in copies)


def test_a_torn_end_is_told_once_by_whoever_mends_it(records, month, tmp_path):
    games = fill(records, 3)
    month.write_bytes(month.read_bytes()[:-200])
    fresh = Records(tmp_path / "ann")
    fresh.append(make_game(3))
    problems = fresh.load().problems
    assert [problem.file for problem in problems] == [history.shown(month)]
    assert "damaged-1.toml" in str(problems[0])
    assert fresh.load().games == (*games[:2], make_game(3))
    assert fresh.load().problems == problems  # this start tells it, the next does not
    assert again(tmp_path).problems == ()


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace(b'id = "game-1"', b'id = "game-1'),
        lambda text: text.replace(b"seed = 1\n", b"seed = \0\0\n"),
        lambda text: text.replace(b"seed = 1\n", b"seed = \xff\xfe\n"),
        lambda text: text.replace(b"seed = 1\n", b""),
        lambda text: text.replace(b"seed = 1\n", b'seed = "one"\n'),
        lambda text: text.replace(b"seed = 1\n", b"seed = 1\nseed = 2\n"),
        lambda text: text.replace(b"finished = 2026-11-20T21:31", b"finished = 0001-01-01T00:00"),
        lambda text: text.replace(b'[[games]]\nid = "game-1"', b'[games]\nid = "game-1"'),
    ],
)
def test_a_damaged_game_in_the_middle_is_left_out_and_the_others_are_kept(records, month, tmp_path, damage):
    games = fill(records, 4)
    damaged = damage(month.read_bytes())
    assert damaged != month.read_bytes()
    month.write_bytes(damaged)
    got = again(tmp_path)
    assert got.games == (games[0], *games[2:])
    assert "3 games were recovered, 1 could not" in str(got.problems[0])
    assert asides(tmp_path) == ["history-2026-11.damaged-1.toml"]
    assert (tmp_path / "ann" / asides(tmp_path)[0]).read_bytes() == damaged
    assert again(tmp_path).problems == ()
    assert again(tmp_path).games == got.games
    Records(tmp_path / "ann").append(make_game(9))
    assert again(tmp_path).games == (*got.games, make_game(9))


@given(st.integers(0, 10**6), st.binary(min_size=1, max_size=40))
def test_any_damage_leaves_the_games_around_it(tmp_path_factory, place, junk):
    games = [make_game(number) for number in range(4)]
    pieces = [HEADER.encode(), *(write_game(game).encode() for game in games)]
    whole = b"".join(pieces)
    place %= len(whole)
    folder = tmp_path_factory.mktemp("damage")
    (folder / NAME).write_bytes(whole[:place] + junk + whole[place + len(junk) :])
    starts = [sum(map(len, pieces[:n])) for n in range(len(pieces) + 1)]
    touched = {
        n for n in range(4) if starts[n + 1] - 8 <= place + len(junk) and place <= starts[n + 2] + 8
    }  # fmt: skip - the comment that ends a game belongs to its neighbour too
    got = Records(folder).load()
    kept = [game for game in got.games if game in games]
    assert [game for number, game in enumerate(games) if number not in touched] == [
        game for game in kept if games.index(game) not in touched
    ]
    assert Records(folder).load().problems == ()
    Records(folder).append(make_game(9))
    assert make_game(9) in Records(folder).load().games


def test_games_written_by_hand_are_read_liberally(tmp_path, month):
    month.parent.mkdir()
    text = write_game(make_game(0)).replace("# end\n", "").replace("+08:00", "")
    more = write_game(make_game(1)).replace("# end\n", "# my best game\n").replace("seed =", "mood = 'good'\nseed =")
    month.write_text(f"# my games\nformat = 1\n{text}\n\n{more}", newline="\r\n")
    Records(tmp_path / "ann").append(make_game(2))
    got = again(tmp_path)
    assert [game.id for game in got.games] == ["game-0", "game-1", "game-2"]
    assert got.problems == ()
    assert got.games[0].finished.tzinfo is not None
    assert asides(tmp_path) == []


def test_two_files_put_together_by_hand_are_one(records, month, tmp_path):
    games = fill(records, 2)
    month.write_bytes(month.read_bytes() + (HEADER + write_game(make_game(2))).encode())
    got = again(tmp_path)
    assert got.games == (*games, make_game(2))
    assert got.problems == ()


def test_a_head_that_stands_there_twice_costs_no_game(records, month, tmp_path):
    games = fill(records, 2)
    month.write_bytes(HEADER.encode() + month.read_bytes())
    got = again(tmp_path)
    assert got.games == tuple(games)
    assert "2 games were recovered, none was lost" in str(got.problems[0])
    assert again(tmp_path).problems == ()


def test_a_game_of_a_newer_mode_stays_in_the_file(records, month, tmp_path):
    games = fill(records, 2)
    text = month.read_text().replace('mode = "classic"', 'mode = "survival"', 1)
    month.write_text(text)
    got = again(tmp_path)
    assert got.games == (games[1],)
    assert got.problems[0].severity == "warning"
    assert month.read_text() == text
    assert asides(tmp_path) == []


def test_a_newer_format_is_left_alone_and_the_game_goes_beside_it(month, tmp_path):
    month.parent.mkdir()
    text = "format = 2\n\n[[rounds]]\nid = 'x'\n"
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


def test_damage_on_a_disk_that_cannot_be_written_is_read_around(records, month, tmp_path, monkeypatch):
    games = fill(records, 3)
    damaged = month.read_bytes().replace(b"seed = 1\n", b"seed = ?\n")
    month.write_bytes(damaged)

    class ReadOnly(FaultyOs):
        def __getattr__(self, name):
            return self.refuse if name in ("write", "mkdir", "link", "replace") else super().__getattr__(name)

        def refuse(self, *_):
            raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(atomic, "os", ReadOnly(0, 0))
    got = again(tmp_path)
    assert got.games == (games[0], games[2])
    assert "read-only" in str(got.problems[0])
    assert month.read_bytes() == damaged
    with pytest.raises(StorageError, match="the disk is read-only"):
        Records(tmp_path / "ann").append(make_game(5))


@pytest.mark.parametrize("failure", ["ENOSPC", "EIO"])
@pytest.mark.parametrize("damage", [b"", b"\n[[games]]\nid ="])
def test_a_failure_at_any_call_of_an_append_loses_nothing(tmp_path, monkeypatch, failure, damage):
    text = (HEADER + write_game(make_game(0))).encode() + damage
    failures = 0
    for at in range(1, 200):
        folder = tmp_path / str(at)
        folder.mkdir()
        (folder / NAME).write_bytes(text)
        records = Records(folder)
        faulty = FaultyOs(at, getattr(errno, failure))
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", faulty)
            try:
                records.append(make_game(1))
            except StorageError:
                failures += 1
                assert Records(folder).load().games == (make_game(0),)
        records.append(make_game(1))
        assert Records(folder).load().games == (make_game(0), make_game(1))
        if faulty.calls < at:
            break
    assert failures >= 3


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


def test_a_name_that_only_looks_like_a_month_is_left_alone(records, month):
    fill(records, 1)
    for name in ("history-2026-11.damaged-1.toml", "history.toml", "history-2026-11.toml~", "settings.toml"):
        (month.parent / name).write_text("not [ toml")
    assert len(records.load().games) == 1
    assert records.load().problems == ()


def test_the_end_of_a_game_is_told_with_its_offset(records, tmp_path):
    records.append(make_game(0))
    assert again(tmp_path).games[0].finished.utcoffset() == NIGHT.utcoffset()
