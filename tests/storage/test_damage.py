"""The record, whatever happened to it: nothing is lost that can be read, and it is told once."""

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import StorageError
from quizgame.storage import atomic, history
from quizgame.storage.history import Records
from quizgame.storage.records import HEADER, write_game
from tests.storage.samples import NAME, FaultyOs, again, asides, fill, make_game


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
