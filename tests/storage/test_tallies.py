"""The tally at hand: it follows from the record, whatever became of its cache and whoever else writes the record."""

import itertools
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from quizgame.core.tally import Tally, fold
from quizgame.storage import history, tallies
from quizgame.storage.history import Records
from quizgame.storage.tallies import Tallies
from tests.core.plays import begun, kinds, moves, played, recorded
from tests.storage.samples import NIGHT, again, asides, fill, make_game

MANY = 60
"""More games than a cache is worth writing for."""


def opened(folder):
    """The record and its tally as another window, or the next start of the game, opens them."""
    records = Records(folder)
    return records, Tallies(records, folder / "tally.cache")


def tally_of(folder):
    return fold(Tally(), Records(folder).load().games)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ann"


@pytest.fixture
def tally(records, folder):
    return Tallies(records, folder / "tally.cache")


@pytest.fixture
def cache(folder):
    return folder / "tally.cache"


# It follows from the record

games = st.tuples(kinds, moves)
chapters = st.tuples(
    st.integers(0, 1),  # which window records
    st.lists(games, max_size=5),
    st.sampled_from(["kept", "deleted", "damaged", "older", "same window"]),
    st.integers(0, 40),  # days until then
)


def mishap(folder, what):
    cache = folder / "tally.cache"
    if not cache.exists():
        return
    if what == "deleted":
        cache.unlink()
    elif what == "damaged":
        cache.write_bytes(cache.read_bytes()[:-7])
    elif what == "older":
        state = {"version": 0, "marks": Records(folder).news({}).marks, "tally": {}}
        cache.write_bytes(msgspec.msgpack.encode(state))


def told_along(folder, story, worth):
    """The tally after each chapter of a story of two windows, with the one that follows from the record."""
    windows = [opened(folder), opened(folder)]
    numbers = itertools.count()
    now = datetime(2026, 2, 20, 12, tzinfo=UTC)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallies, "_WORTH_KEEPING", worth)
        for window, made, became, days in story:
            now += timedelta(days=days)
            for number, (kind, moves) in zip(numbers, made, strict=False):
                now += timedelta(minutes=1)
                windows[window][0].append(recorded(played(begun(kind), moves), now, identity=f"g-{number}"))
            if became != "same window":
                mishap(folder, became)
                windows[window] = opened(folder)
            told = windows[window][1].load()
            assert told.problems == ()
            yield told.tally, tally_of(folder)


@given(st.lists(chapters, min_size=1, max_size=6), st.integers(1, 6))
def test_the_tally_follows_from_the_record_whatever_becomes_of_the_cache(tmp_path_factory, story, worth):
    for tally, expected in told_along(tmp_path_factory.mktemp("tally"), story, worth):
        assert tally == expected


set_back = st.tuples(
    st.integers(0, 1),
    st.lists(games, max_size=5),
    st.sampled_from(["kept", "deleted", "damaged", "older", "same window"]),
    st.integers(-70, 40),
)


@given(st.lists(set_back, min_size=1, max_size=6), st.integers(1, 6))
def test_a_clock_that_is_set_back_changes_only_what_depends_on_the_order_of_games(tmp_path_factory, story, worth):
    folder = tmp_path_factory.mktemp("tally")
    for tally, expected in told_along(folder, story, worth):
        assert in_any_order(tally) == in_any_order(expected)
        if len(list(folder.glob("history-*.toml"))) <= 1:  # within a month games stand as they were recorded
            assert tally == expected


def in_any_order(tally):
    """What a tally says of games in whichever order they were folded: months are read before those that follow."""
    ordered = {"streak", "best_streak", "recent", "last", "dailies", "questions", "boards"}
    plain = {name: getattr(tally, name) for name in tally.__struct_fields__ if name not in ordered}
    return {
        **plain,
        "recent": len(tally.recent),
        "dailies": set(tally.dailies),
        "questions": {ref: (told.asked, told.answers) for ref, told in tally.questions.items()},
        "boards": {
            name: (told.games, told.best and (told.best.score, told.best.seconds))
            for name, told in tally.boards.items()
        },
    }


def test_without_a_record_there_is_an_empty_tally_and_nothing_is_made(tally, tmp_path):
    assert tally.load().tally == Tally()
    assert list(tmp_path.iterdir()) == []


def test_a_game_that_another_window_recorded_too_counts_once(tally, records, folder):
    fill(records, MANY)
    tally.load()
    fill(Records(folder), 3, first=MANY - 3)
    assert tally.load().tally == opened(folder)[1].load().tally == tally_of(folder)
    assert len(tally.load().tally.ids) == MANY


# What is changed by hand


def change(folder, old, new):
    (path,) = folder.glob("history-*.toml")
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def remove_first_game(folder):
    (path,) = folder.glob("history-*.toml")
    head, _, *rest = path.read_text().split("\n[[games]]")
    path.write_text("\n[[games]]".join([head, *rest]))


def move_a_month(folder):
    (path,) = folder.glob("history-*.toml")
    path.rename(path.with_name("history-2026-01.toml"))


def delete_all(folder):
    for path in folder.glob("history-*.toml"):
        path.unlink()


def add_to_the_last_game(folder):
    (path,) = folder.glob("history-*.toml")
    path.write_text(path.read_text() + "scored = false\n")


EDITS = [
    lambda folder: change(folder, "score = 3000", "score = 9000"),
    lambda folder: change(folder, "\n[[games]]", "# mine\n\n[[games]]"),
    lambda folder: change(folder, 'question = "q-0"', 'question = "q-7"'),
    remove_first_game,
    move_a_month,
    delete_all,
    add_to_the_last_game,
]


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("count", [3, MANY])
def test_what_is_changed_by_hand_is_noticed(tally, records, folder, edit, count):
    fill(records, count)
    before = tally.load().tally
    edit(folder)
    expected = tally_of(folder)
    assert tally.load().tally == expected
    assert opened(folder)[1].load().tally == expected
    records.append(make_game(900))
    assert tally.load().tally == opened(folder)[1].load().tally == tally_of(folder)
    assert tally.load().tally != before


def test_a_month_that_is_put_in_by_hand_is_counted(tally, records, folder):
    fill(records, MANY)
    tally.load()
    other = Records(folder.with_name("elsewhere"))
    other.append(make_game(500, finished=NIGHT.replace(month=3)))
    (path,) = folder.with_name("elsewhere").glob("history-*.toml")
    path.rename(folder / path.name)
    for one in (tally, opened(folder)[1]):
        assert in_any_order(one.load().tally) == in_any_order(tally_of(folder))
    assert len(tally.load().tally.ids) == MANY + 1


def test_a_cache_that_no_longer_fits_is_made_anew_at_once(tally, records, folder, monkeypatch):
    fill(records, MANY)
    tally.load()
    change(folder, "score = 3000", "score = 9000")
    opened(folder)[1].load()
    monkeypatch.setattr(history.Records, "load", None)  # who need not read everything does not
    assert opened(folder)[1].load().tally.points == 3000 * MANY + 6000


# What cannot be read


def test_a_torn_end_is_mended_and_told(tally, records, folder, month, tmp_path):
    games = fill(records, MANY)
    tally.load()
    month.write_bytes(month.read_bytes()[:-100])
    fresh = opened(folder)[1]
    for _ in range(2):  # this start tells it every time, and the next not at all
        told = fresh.load()
        assert told.tally == fold(Tally(), games[:-1])
        assert "59 games were recovered" in str(told.problems[0])
    assert asides(tmp_path) == ["history-2026-11.damaged-1.toml"]
    told = opened(folder)[1].load()
    assert (told.tally, told.problems) == (fold(Tally(), games[:-1]), ())
    assert tally.load().tally == told.tally


def test_a_torn_end_that_another_window_cuts_off_is_no_game(tally, records, folder, month):
    games = fill(records, MANY)
    month.write_bytes(month.read_bytes()[:-100])
    Records(folder).append(make_game(100))
    assert tally.load().tally == fold(Tally(), [*games[:-1], make_game(100)])


def newer_format(folder):
    (folder / "history-2026-10.toml").write_text("format = 2\n\n[[rounds]]\nid = 'x'\n")
    return "format 2 is newer"


def newer_mode(folder):
    change(folder, 'mode = "classic"', 'mode = "duel"')
    return "1 game was left out: only a newer version knows their mode"


def no_file(folder):
    (folder / "history-2026-10.toml").mkdir()
    return "history-2026-10.toml"


@pytest.mark.parametrize("harm", [newer_format, newer_mode, no_file])
@pytest.mark.parametrize("count", [3, MANY])
@pytest.mark.parametrize("was_read_before", [True, False])
def test_what_cannot_be_read_is_told_every_time_and_by_every_start(  # noqa: PLR0917 - a table
    tally, records, folder, harm, count, was_read_before
):
    fill(records, count)
    if was_read_before:
        tally.load()
    what = harm(folder)
    expected = tally_of(folder)
    for tallied in (*(tally.load() for _ in range(3)), *(opened(folder)[1].load() for _ in range(2))):
        assert tallied.tally == expected
        assert [what in str(problem) for problem in tallied.problems] == [True]


def test_a_month_that_is_gone_for_a_while_is_counted_again(tally, records, folder, month):
    fill(records, MANY)
    whole = tally.load().tally
    aside = month.rename(folder.with_name("aside.toml"))
    assert tally.load().tally == Tally()
    aside.rename(month)
    assert tally.load().tally == opened(folder)[1].load().tally == whole


# The cache


def test_the_cache_is_not_written_for_single_games(tally, records, folder, cache):
    fill(records, 49)
    tally.load()
    assert not cache.exists()
    fill(records, 1, first=49)
    tally.load()
    written = cache.read_bytes()
    for number in range(50, 99):
        fill(records, 1, first=number)
        tally.load()
    assert cache.read_bytes() == written
    fill(records, 1, first=99)
    tally.load()
    assert cache.read_bytes() != written


def test_recording_a_game_writes_nothing_but_the_game(tally, records, folder, cache):
    fill(records, MANY)
    tally.load()
    written = cache.read_bytes()
    before = {path.name for path in folder.iterdir()}
    fill(records, MANY, first=MANY)
    assert cache.read_bytes() == written
    assert {path.name for path in folder.iterdir()} == before


def test_only_games_that_were_added_since_are_parsed(tally, records, folder, monkeypatch):
    fill(records, MANY)
    tally.load()
    parsed = []
    real = history.parse
    monkeypatch.setattr(history, "parse", lambda text, **told: parsed.append(text) or real(text, **told))
    fresh = opened(folder)[1]
    fresh.load()
    assert parsed == []
    fill(records, 2, first=MANY)
    fresh.load()
    assert [text.count("[[games]]") for text in parsed] == [2]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"junk",
        b"\x80",
        b"\xc1",
        b"\x93\x01",
        msgspec.msgpack.encode({"version": 1, "tally": {"days": 3}}),
        b"\0" * 999,
    ],
)
def test_a_cache_that_cannot_be_read_is_no_error(tally, records, folder, cache, data):
    fill(records, MANY)
    cache.write_bytes(data)
    told = tally.load()
    assert (told.tally, told.problems) == (tally_of(folder), ())
    assert cache.read_bytes() != data


def test_a_cache_that_can_be_neither_read_nor_written_is_no_error(tally, records, folder, cache):
    fill(records, MANY)
    cache.mkdir()
    for _ in range(2):
        told = tally.load()
        assert (told.tally, told.problems) == (tally_of(folder), ())


def cut(data, place, junk):
    return data[:place] + junk


def scratch(data, place, junk):
    return data[:place] + junk + data[place + len(junk) :]


@given(st.integers(0, 10**6), st.binary(max_size=3), st.sampled_from([cut, scratch]))
def test_a_cache_cut_or_scratched_anywhere_is_not_believed(tmp_path_factory, place, junk, harm):
    folder = tmp_path_factory.mktemp("scratched")
    cache = folder / "tally.cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tallies, "_WORTH_KEEPING", 2)
        fill(Records(folder), 2)
        opened(folder)[1].load()
        whole = cache.read_bytes()
        cache.write_bytes(harm(whole, place % len(whole), junk))
        told = opened(folder)[1].load()
    assert told.problems == ()
    assert told.tally == tally_of(folder)


def test_games_come_out_of_the_cache_at_the_hour_of_the_player(tally, records, folder):
    """A game that ended at half past nine in the evening did so on the next day, too."""
    fill(records, MANY)
    tally.load()
    told = opened(folder)[1].load().tally
    (board,) = told.boards.values()
    for game in (*told.recent, board.best):
        assert game.finished.utcoffset() == NIGHT.utcoffset()
    assert told.last.utcoffset() == NIGHT.utcoffset()


def test_a_number_beyond_all_bounds_in_the_record_stops_nothing(tally, records, folder):
    fill(records, MANY)
    records.append(make_game(100, seed=2**80, score=10**30))
    for one in (tally, opened(folder)[1]):
        assert one.load().tally == tally_of(folder)
    assert structs.replace(again(folder.parent).games[-1], attempts=()) == tally.load().tally.recent[-1]
