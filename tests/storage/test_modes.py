"""Every mode on disk: a game in progress and one in the record, whole, after a crash, and after damage."""

import subprocess
import sys
from datetime import timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from quizgame.core.modes import MOST_PLAYERS
from quizgame.core.session import rescored
from quizgame.storage.history import Records
from quizgame.storage.records import games_of, write_game
from quizgame.storage.sessions import SessionText, read_session, recover_session
from quizgame.storage.toml import parse
from quizgame.storage.unfinished import Unfinished
from tests.core.plays import RULES, begun, kinds, moved, moves, played, recorded
from tests.storage.samples import NIGHT, ROOT

every_mode = pytest.mark.parametrize("kind", sorted(RULES))

FULL = {
    "classic": "+½-?+>~+",
    "timed classic": "+!½+?-~>",
    "extended classic": "!+-~½+",
    "hot seat": "+-++++-",
    "practice": "-+",
    "challenge": "+-+~+",
    "extended challenge": "+-+~+",
    "survival": "+!+½+?->~+",
    "extended survival": "~+!>½-+",
    "daily": "+-+-~+",
    "second daily": "+-+-~+",
    "review": "+--",
}
"""Moves that use all that a mode has, and leave the game open."""


def halfway(kind):
    session = played(begun(kind, started=NIGHT), FULL[kind])
    assert not session.is_finished
    return session


# A game in progress


@given(kinds, moves)
def test_a_game_of_any_mode_comes_back_exactly_after_every_move(kind, made):
    text = SessionText()
    session = begun(kind)
    for move in [*made, ""]:
        assert read_session(text.of(session), file="") == session
        assert SessionText().of(session) == text.of(session)
        if session.is_finished or not move:
            break
        session = moved(session, move)


@every_mode
def test_a_game_in_progress_tells_all_there_is_to_tell(kind):
    session = halfway(kind)
    table = parse(SessionText().of(session).decode(), file="")
    assert table["questions"] == len(session.showings)
    assert table["answers"] == len(session.attempts)
    assert table["rules"]["mode"] == session.rules.mode
    assert table.get("day") == session.day
    assert tuple(table.get("players", ())) == session.players


def test_each_question_of_a_hot_seat_is_followed_by_the_answers_of_all():
    text = SessionText().of(halfway("hot seat")).decode()
    order = [line for line in text.splitlines() if line.startswith("[[")]
    question, answers = ["[[showings]]"], ["[[attempts]]"] * 3
    assert order == [*(question + answers) * 2, *question, "[[attempts]]", *question]


KILLED = """
import os, sys
from pathlib import Path
from quizgame.storage.unfinished import Unfinished
from tests.core.plays import begun, moved
from tests.storage.samples import NIGHT
from tests.storage.test_modes import FULL
games = Unfinished(Path(sys.argv[1]))
for kind, made in FULL.items():
    session = begun(kind, identity=kind.replace(" ", "-"), started=NIGHT)
    for move in made:
        session = moved(session, move)
        games.keep(session)
os._exit(9)
"""


def test_games_of_all_modes_are_continued_after_a_crash(tmp_path):
    folder = tmp_path / "ann" / "unfinished"
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder)], check=False, cwd=ROOT)
    assert done.returncode == 9
    games = Unfinished(folder)
    found, problems = games.load()
    assert problems == ()
    left = {session.id: session for session in found}
    assert sorted(left) == sorted(kind.replace(" ", "-") for kind in FULL)
    for kind, made in FULL.items():
        session = left[kind.replace(" ", "-")]
        assert session == structs.replace(halfway(kind), id=session.id)
        games.keep(session)
        over = played(session, "+" * 40)
        games.keep(over)
        assert over.is_finished
        assert over == structs.replace(played(begun(kind, started=NIGHT), made + "+" * 40), id=session.id)
    assert {session.id: session.is_finished for session in games.load()[0]} == dict.fromkeys(left, True)


# Damage


@every_mode
def test_a_game_cut_anywhere_keeps_the_questions_that_everyone_answered(kind):
    session = halfway(kind)
    data = SessionText().of(session)
    best = 0
    for left in range(0, len(data), 5):
        found = recover_session(data[:left])
        if found is None:
            assert best == 0
            continue
        answers = len(found.attempts)
        assert found.attempts == session.attempts[:answers]
        assert answers % session.turns == 0
        assert best <= answers
        best = answers
        assert (found.rules, found.day, found.players) == (session.rules, session.day, session.players)
        assert read_session(SessionText().of(found), file="") == found
    assert best == len(session.attempts) // session.turns * session.turns
    whole = recover_session(data)
    assert whole.showings == session.showings


def test_a_question_of_a_hot_seat_that_not_all_have_answered_is_asked_again():
    session = halfway("hot seat")
    assert len(session.attempts) == 7
    data = SessionText().of(session).replace(b'question = "q-0"', b'question = "q-?', 1)
    found = recover_session(data)
    assert [showing.question.id for showing in found.showings] == ["q-1", "q-2", "q-3"]
    assert [(attempt.question, attempt.player) for attempt in found.attempts] == [("q-1", place) for place in (1, 2, 0)]
    assert found.attempts == rescored(found.rules, found.attempts)
    assert (found.current.question.id, found.player) == ("q-2", 1)
    over = played(found, "+" * 40)
    assert over.outcome == "completed"
    assert [seat.correct for seat in recorded(over, NIGHT).players] == [3, 3, 3]
    assert read_session(SessionText().of(over), file="") == over


@every_mode
@given(place=st.integers(0, 10**6), junk=st.binary(min_size=1, max_size=20))
def test_whatever_is_damaged_the_game_can_be_played_to_its_end(kind, place, junk):
    session = halfway(kind)
    data = SessionText().of(session)
    place %= len(data)
    found = recover_session(data[:place] + junk + data[place + len(junk) :])
    if found is None:
        return
    assert read_session(SessionText().of(found), file="") == found
    over = played(found, "+" * 60)
    assert over.is_finished
    assert recorded(over, NIGHT).score == over.score


TAMPERED = [
    ("hot seat", b"player = 1", b"player = 7"),
    ("hot seat", b"player = 1", b"player = -1"),
    ("hot seat", b'players = ["Ann", "Bo", "Cy"]', b'players = ["Ann", "Bo"]'),
    ("hot seat", b'players = ["Ann", "Bo", "Cy"]', b'players = ["Ann", "Bo", "Cy", "Di"]'),
    ("hot seat", b'players = ["Ann", "Bo", "Cy"]', b"players = [" + b'"Ann", ' * (MOST_PLAYERS + 1) + b"]"),
    ("survival", b"most_misses = 3", b"most_misses = 0"),
    ("survival", b"question_seconds = 15.0", b"question_seconds = nan"),
    ("survival", b'how = "lapsed"', b'how = "answered"'),
    ("survival", b'how = "skipped"', b'how = "asked"'),
    ("survival", b'aids = ["fifty"]', b'aids = ["phone"]'),
    ("extended survival", b"time_factor = 1.5", b"time_factor = 0.5"),
    ("extended survival", b"time_factor = 1.5", b"time_factor = inf"),
    ("timed classic", b"question_seconds = 10", b"question_seconds = 0"),
    ("timed classic", b'chosen = ""', b'chosen = "wrong"'),
    ("daily", b"day = 2026-03-01", b"day = 3"),
]


@pytest.mark.parametrize(("kind", "old", "new"), TAMPERED)
def test_a_game_that_the_rules_cannot_have_led_to_is_damaged_and_never_in_the_way(tmp_path, kind, old, new):
    whole = SessionText().of(halfway(kind))
    assert old in whole
    tampered = whole.replace(old, new, 1)
    with pytest.raises(ValueError, match=r".+"):
        read_session(tampered, file="")
    folder = tmp_path / "unfinished"
    folder.mkdir()
    (folder / "g.toml").write_bytes(tampered)
    games = Unfinished(folder)
    found, problems = games.load()
    assert len(problems) == 1
    for session in found:
        games.keep(session)
        games.keep(played(session, "+" * 60))
        assert games.load()[0][0].is_finished
    assert (folder / "g.damaged-1.toml").read_bytes() == tampered


# The record


@given(kinds, moves, st.integers(-720, 840))
def test_a_game_of_any_mode_stands_in_the_record_exactly(kind, made, offset):
    zone = timezone(timedelta(minutes=offset))
    game = recorded(played(begun(kind), made), NIGHT.astimezone(zone))
    read, newer = games_of(parse(write_game(game), file=""))
    assert (read, newer) == ((game,), 0)
    assert read[0].finished.utcoffset() == game.finished.utcoffset()
    assert read[0].board == game.board
    assert read[0].play_day == game.play_day


@every_mode
def test_games_of_a_mode_come_back_after_the_next_start(tmp_path, kind):
    games = [
        recorded(played(begun(kind), made), NIGHT, identity=f"g-{number}")
        for number, made in enumerate(["", FULL[kind], FULL[kind] + "+" * 40, "-" * 40])
    ]
    for game in games:
        Records(tmp_path / "ann").append(game)
    got = Records(tmp_path / "ann").load()
    assert got.games == tuple(games)
    assert got.problems == ()


def test_what_tells_a_game_from_another_stands_in_the_file(tmp_path):
    endings = {}
    for kind in RULES:
        game = recorded(played(begun(kind), FULL[kind] + "-" * 60), NIGHT, identity=kind.replace(" ", "-"))
        endings[kind] = (
            game.ending,
            game.scored,
            game.length,
            game.question_seconds,
            game.time_factor,
            len(game.players),
        )
        Records(tmp_path / "ann").append(game)
    assert endings == {
        "classic": ("completed", True, 6, 0, 1, 0),
        "timed classic": ("completed", True, 6, 10, 1, 0),
        "extended classic": ("completed", True, 6, 10, 1.5, 0),
        "hot seat": ("completed", False, 4, 0, 1, 3),
        "practice": ("completed", False, 3, 0, 1, 0),
        "challenge": ("time-up", True, 30, 0, 1, 0),
        "extended challenge": ("completed", True, 60, 0, 2, 0),
        "survival": ("out", True, 100, 15, 1, 0),
        "extended survival": ("out", True, 100, 15, 1.5, 0),
        "daily": ("completed", True, 10, 0, 1, 0),
        "second daily": ("completed", False, 10, 0, 1, 0),
        "review": ("completed", False, 5, 0, 1, 0),
    }
