"""Games in progress: kept after every answer, claimed by one window, recovered after damage."""

import subprocess
import sys

import pytest
from hypothesis import assume, given

from quizgame.core.errors import StorageError
from quizgame.core.modes import challenge
from quizgame.core.scoring import points
from quizgame.core.session import answer, expire, start
from quizgame.core.text import clean
from quizgame.storage import atomic
from quizgame.storage.locks import is_claimed
from quizgame.storage.sessions import SessionText, read_session, recover_session
from quizgame.storage.unfinished import Unfinished
from tests.core.strategies import sessions
from tests.storage.samples import NIGHT, ROOT, FaultyOs, make_session, play_on


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "ann" / "unfinished"


@pytest.fixture
def games(folder):
    return Unfinished(folder)


def others(folder):
    """What another process finds, its kernel locks apart from ours."""
    script = (
        "import sys; from pathlib import Path; from quizgame.storage.unfinished import Unfinished;"
        "print(*[session.id for session in Unfinished(Path(sys.argv[1])).load()[0]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return done.stdout.split()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_nothing_is_made_by_looking(games, tmp_path):
    assert games.is_empty()
    assert games.load() == ((), ())
    assert list(tmp_path.iterdir()) == []


def test_a_game_comes_back_after_every_answer(games, folder):
    session = make_session(answers=0)
    for _ in range(4):
        games.keep(session)
        assert Unfinished(folder).load()[0] == ()  # this window plays it
        assert read_session((folder / "game-0.toml").read_bytes(), file="") == session
        assert games.load()[0] == (session,)
        session = play_on(session)


@given(sessions())
def test_any_game_comes_back_exactly(session):
    text = SessionText()
    while True:
        data = text.of(session)
        assume(clean(data.decode()) == data.decode())  # what comes from a pack has been cleaned
        assert read_session(data, file="") == session
        assert SessionText().of(session) == data
        if session.is_finished:
            break
        session = answer(session, len(session.attempts) % len(session.current.options), 7.125)


def test_a_game_whose_clock_ran_out_comes_back(games, folder):
    session = start(make_session().showings, challenge(30), id="g", seed=3, packs=("ice",), started=NIGHT)
    games.keep(expire(answer(session, 0, 2.0)))
    assert read_session((folder / "g.toml").read_bytes(), file="").outcome == "time-up"


def test_a_game_taken_back_is_written_as_it_is_now():
    text = SessionText()
    text.of(make_session(answers=3))
    session = make_session(answers=1)
    assert read_session(text.of(session), file="") == session
    other = make_session(questions=2, answers=0)
    assert read_session(text.of(other), file="") == other


def test_a_claimed_game_is_offered_to_nobody_else_until_it_is_forgotten(games, folder):
    games.keep(make_session("mine"))
    with pytest.raises(StorageError, match="another window is playing this game"):
        Unfinished(folder).keep(make_session("mine", answers=3))
    assert others(folder) == []
    games.forget("mine")
    assert names(folder) == []


KILLED = """
import os, sys
from pathlib import Path
from quizgame.storage.unfinished import Unfinished
from tests.storage.samples import make_session
games = Unfinished(Path(sys.argv[1]))
for answers in range(4):
    games.keep(make_session("theirs", answers=answers))
os._exit(9)
"""


def test_a_game_whose_window_was_killed_is_offered_with_every_answer(games, folder):
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False, cwd=ROOT)
    assert done.returncode == 9
    loaded, problems = games.load()
    assert loaded == (make_session("theirs", answers=3),)
    assert problems == ()
    games.keep(play_on(loaded[0]))
    assert others(folder) == []


def test_games_come_newest_first_and_without_those_that_are_recorded(games, folder):
    for number in range(3):
        session = make_session(f"g-{number}")
        Unfinished(folder).keep(  # its lock is given up with the object
            start(session.showings, session.rules, id=session.id, seed=1, packs=("ice",),
                  started=NIGHT.replace(hour=10 + number))
        )  # fmt: skip
    assert [session.id for session in games.load({"g-1"})[0]] == ["g-2", "g-0"]
    assert "g-1.toml" not in names(folder)
    assert "g-1.lock" not in names(folder)


def test_a_window_that_comes_late_does_not_play_a_game_again(folder):
    Unfinished(folder).keep(make_session(answers=1))
    first, second, third = (Unfinished(folder) for _ in range(3))
    for window in (first, second, third):
        assert window.load()[0] == (make_session(answers=1),)
    first.keep(make_session(answers=3))
    first._claims["game-0"].release()
    with pytest.raises(StorageError, match="played this game on"):
        second.keep(make_session(answers=1))
    first.forget("game-0")
    with pytest.raises(StorageError, match="to its end"):
        third.keep(make_session(answers=2))


@pytest.mark.parametrize("identity", ["", "a/b", "..", "a.b", "x" * 65, "\x1b"])
def test_an_id_that_is_no_file_name_is_refused(games, identity, folder):
    with pytest.raises(StorageError, match="no name for a file"):
        games.keep(make_session(identity))
    assert not folder.exists()


@pytest.mark.parametrize("failure", [28, 5])
def test_a_failure_at_any_call_leaves_the_last_answer_or_the_new_one(tmp_path, monkeypatch, failure):
    failures = 0
    before, after = make_session(answers=1), make_session(answers=2)
    for at in range(1, 100):
        games = Unfinished(tmp_path / str(at))
        games.keep(before)
        faulty = FaultyOs(at, failure)
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", faulty)
            try:
                games.keep(after)
            except StorageError:
                failures += 1
        assert games.load()[0][0] in (before, after)
        games.keep(after)
        assert games.load()[0] == (after,)
        if faulty.calls < at:
            break
    assert failures >= 4


def test_a_game_cut_at_any_byte_keeps_the_answers_before_the_cut(tmp_path):
    session = make_session(questions=5, answers=3)
    data = SessionText().of(session)
    ends = []
    place = 0
    for number, piece in enumerate(data.split(b"# end\n")):
        place += len(piece) + len(b"# end\n")
        if number in (2, 4, 6):  # head, then question and answer in turn
            ends.append(place - 1)
    for left in range(len(data)):
        found = recover_session(data[:left])
        answers = sum(end <= left for end in ends)
        if found is None:
            assert answers == 0
            continue
        assert found.attempts == session.attempts[:answers]
        assert found.showings[:answers] == session.showings[:answers]
        assert (found.id, found.rules, found.seed) == (session.id, session.rules, session.seed)


def test_a_damaged_game_is_recovered_and_told_once(games, folder):
    session = make_session(questions=5, answers=3)
    games.keep(session)
    games._claims["game-0"].release()
    path = folder / "game-0.toml"
    damaged = path.read_bytes().replace(b'chosen = "yes 1"', b"chosen = yes 1")
    path.write_bytes(damaged)
    fresh = Unfinished(folder)
    (found,), problems = fresh.load()
    assert [attempt.question for attempt in found.attempts] == ["q-0", "q-2"]
    assert [showing.question.id for showing in found.showings] == ["q-0", "q-2", "q-3", "q-4"]
    assert "2 answers were recovered" in str(problems[0])
    assert (folder / "game-0.damaged-1.toml").read_bytes() == damaged
    assert fresh.problems == problems
    assert Unfinished(folder).load() == ((found,), ())


def test_a_game_without_a_head_is_set_aside(games, folder):
    folder.mkdir(parents=True)
    (folder / "g.toml").write_text("format = 1\nid = ")
    assert games.load()[0] == ()
    assert "nothing could be recovered" in str(games.problems[0])
    assert names(folder) == ["g.damaged-1.toml"]
    assert Unfinished(folder).load() == ((), ())


HEAD = SessionText().of(make_session()).partition(b"\n[[")[0]
NINES = b"9" * 400
TAMPERED = [
    (b"points = 1000", b"points = 2000"),
    (b"points = 1100", b"points = 1000"),
    (b"streak = 1", b"streak = 2"),
    (b"streak = 2", b"streak = 9"),
    (b"seconds = 1.25", b"seconds = nan"),
    (b"seconds = 1.25", b"seconds = inf"),
    (b"seconds = 1.25", b"seconds = -1.25"),
    (b"seconds = 1.25", b"seconds = 1e308"),
    (b"seconds = 1.25", b"seconds = " + NINES),
    (b"right = true", b"right = false"),
    (b'chosen = "yes 0"', b'chosen = "no"'),
    (b'chosen = "yes 0"\nanswer = "yes 0"', b'chosen = "maybe"\nanswer = "maybe"'),
    *((b"\nquestions = 4\nlifelines = true\n# end", b"\n" + rule + b"\n# end") for rule in (
        b"questions = 0", b"questions = -1", b"run_seconds = inf", b"run_seconds = nan", b"run_seconds = -30.0",
        b"run_seconds = 0", b"run_seconds = " + NINES, b"miss_seconds = nan", b"miss_seconds = -3.0",
        b"verdict_seconds = inf",
    )),
    *((b"seed = 1\n", b"seed = 1\nspent = " + spent + b"\n") for spent in (b"nan", b"-1.0", b"inf", NINES)),
    (b"started = 2026-11-20T21:30:15.250000+08:00", b"started = 0001-01-01T00:00:00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'0?", answer = "yes 0"', b'0?", answer = "yes x"'),
        (b'answer = "yes 0"\nright', b'answer = "yes 0"\nwrong'),
        (b"questions = 4", b"questions = 5"),
        (b"answers = 2", b"answers = 1"),
        (b'question = "q-1"', b'question = "q-2"'),
        (b"points = 1000", b"points = nan"),
        (b"started = 2026", b"started = 20260"),
        (b"[rules]", b"[rulez]"),
        *TAMPERED,
    ],
)
def test_a_game_that_cannot_be_played_on_is_damaged(old, new):
    data = SessionText().of(make_session())
    assert old in data
    with pytest.raises(ValueError, match=r".+"):
        read_session(data.replace(old, new, 1), file="")
    recover_session(data.replace(old, new, 1))


@pytest.mark.parametrize(("old", "new"), TAMPERED)
def test_a_tampered_game_is_mended_or_set_aside_and_never_in_the_way(folder, old, new):
    whole = SessionText().of(make_session())
    assert old in whole
    folder.mkdir(parents=True)
    path = folder / "game-0.toml"
    tampered = whole.replace(old, new, 1)
    path.write_bytes(tampered)
    games = Unfinished(folder)
    found, problems = games.load()
    assert len(problems) == 1
    assert (folder / "game-0.damaged-1.toml").read_bytes() == tampered
    for session in found:
        assert session.score == sum(map(points, range(1, len(session.attempts) + 1)))
        games.keep(play_on(session))
        assert games.load()[0] == (play_on(session),)
    assert bool(found) == (old not in HEAD)


@pytest.mark.parametrize(("old", "new"), TAMPERED)
def test_a_game_that_is_tampered_with_while_it_is_left_is_played_on(folder, old, new):
    games = Unfinished(folder)
    path = folder / "game-0.toml"
    folder.mkdir(parents=True)
    path.write_bytes(SessionText().of(make_session()).replace(old, new, 1))
    games.keep(make_session(answers=3))
    assert read_session(path.read_bytes(), file="") == make_session(answers=3)


@pytest.mark.parametrize("rest", ["id = 'g'\n", "id = <new syntax>\n"])
def test_a_newer_format_waits_untouched(games, folder, rest):
    folder.mkdir(parents=True)
    text = f"format = 2\n{rest}"
    (folder / "g.toml").write_text(text)
    loaded, problems = games.load()
    assert loaded == ()
    assert "format 2 is newer" in str(problems[0])
    with pytest.raises(StorageError, match="newer"):
        games.keep(make_session("g"))
    assert (folder / "g.toml").read_text() == text


def test_a_file_under_another_name_is_told(games, folder):
    folder.mkdir(parents=True)
    (folder / "copy.toml").write_bytes(SessionText().of(make_session()))
    (folder / "folder.toml").mkdir()
    loaded, problems = games.load()
    assert loaded == ()
    assert [problem.key for problem in problems] == ["id", ""]


def test_a_folder_that_cannot_be_read_is_told(tmp_path):
    (tmp_path / "file").touch()
    assert not Unfinished(tmp_path / "file").is_empty()
    assert "cannot be read" in str(Unfinished(tmp_path / "file").load()[1][0])


def test_forgetting_what_is_not_there_is_well(games):
    games.forget("game-0")


def test_a_folder_that_may_not_be_entered_is_told(games, folder, locked_out):
    games.load()
    for save in (lambda: games.keep(make_session()), lambda: games.forget("game-0")):
        with pytest.raises(StorageError, match="permission denied"):
            save()
    assert not is_claimed(folder / "game-0.lock")
