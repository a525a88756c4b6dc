"""The whole game as a player meets it: in a real terminal, with real files."""

import json
import re
import subprocess
import sys

import pytest

from tests.whole.terminal import Terminal, saved

LEAVE = "\x11"


def run(*arguments, home, lines="", status=0):
    """Run a command without a terminal and give its stdout and stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "quizgame", *arguments],
        env={"QUIZGAME_HOME": str(home), "PATH": "", "LANG": "C.UTF-8"},
        input=lines,
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.returncode == status, (arguments, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr


def answer(game, number, total=10):
    """Answer the open question with its first option and move on."""
    game.until(f"{number} / {total}")
    game.type("1")
    game.until(lambda text: "✓" in text or "✗" in text)
    game.type(" ")


def test_ten_answers_then_results_then_the_record(tmp_path):
    game = Terminal.quizgame(home=tmp_path)
    game.until("Quick game")
    game.type("\r")
    for number in range(1, 11):
        answer(game, number)
    results = game.until(" of 10")
    correct = int(re.search(r"(\d+) of 10", results).group(1))
    game.type(LEAVE)
    assert game.end() == 0
    told = json.loads(run("stats", "--json", home=tmp_path)[0])
    assert (told["games"], told["asked"], told["correct"]) == (1, 10, correct)
    (history,) = [text for path, text in saved(tmp_path).items() if "history" in path]
    assert history.count("[[games]]") == 1
    assert not [path for path in saved(tmp_path) if "unfinished" in path]


def test_a_killed_game_goes_on_and_no_answer_is_lost(tmp_path):
    game = Terminal.quizgame(home=tmp_path)
    game.until("Quick game")
    game.type("\r")
    for number in range(1, 5):
        answer(game, number)
    game.until("5 / 10")
    game.kill()
    again = Terminal.quizgame(home=tmp_path)
    again.until("Continue")
    again.type("\r")
    for number in range(5, 11):
        answer(again, number)
    again.until(" of 10")
    again.type(LEAVE)
    assert again.end() == 0
    told = json.loads(run("stats", "--json", home=tmp_path)[0])
    assert (told["games"], told["asked"]) == (1, 10)


def test_a_game_is_continued_by_command(tmp_path):
    game = Terminal.quizgame("play", "--questions", "3", home=tmp_path)
    answer(game, 1, total=3)
    game.until("2 / 3")
    game.kill()
    again = Terminal.quizgame("play", "--continue", home=tmp_path)
    answer(again, 2, total=3)
    answer(again, 3, total=3)
    again.until(" of 3")
    again.type(LEAVE)
    assert again.end() == 0


def test_a_seed_gives_the_same_game_twice(tmp_path):
    games = [
        json.loads(
            run("play", "--plain", "--json", "--seed", "7", "--questions", "5", home=tmp_path, lines="1\n" * 5)[0]
        )
        for _ in range(2)
    ]
    for game in games:
        game.pop("seconds")
        for attempt in game["attempts"]:
            attempt.pop("seconds")
    assert games[0] == games[1]
    assert len(games[0]["attempts"]) == 5
    assert games[0]["packs"] == ["harbin-2025", "qitaihe-2022", "speed-skating-team-2023"]


def test_a_challenge_in_lines_ends_by_its_clock_without_a_key(tmp_path):
    game = Terminal.quizgame("challenge", "--plain", "--seconds", "5", home=tmp_path)
    game.until("1) ")
    game.until("Time is up.")
    assert game.end() == 0
    told = json.loads(run("stats", "--json", home=tmp_path)[0])
    assert (told["games"], told["asked"]) == (1, 0)


def test_an_interrupt_in_lines_keeps_the_game_and_says_so(tmp_path):
    game = Terminal.quizgame("play", "--plain", home=tmp_path)
    game.until("Question 1 of 10")
    game.type("1\n")
    game.until("Question 2 of 10")
    game.type("\x03")
    game.until("play on with --continue")
    assert game.end() == 130
    out, _ = run("play", "--plain", "--continue", home=tmp_path, lines="1\n" * 9)
    assert "You go on at question 2." in out
    assert "of 10 right" in out


def test_without_a_terminal_the_screen_says_how_to_play(tmp_path):
    for arguments in ([], ["play"], ["challenge"]):
        _, err = run(*arguments, home=tmp_path, status=2)
        assert "quizgame play --plain" in err


def test_the_game_is_drawn_though_errors_go_to_a_file(tmp_path):
    game = Terminal("/bin/sh", "-c", f"{sys.executable} -m quizgame 2>errors.txt", home=tmp_path, cwd=tmp_path)
    game.until("Quick game")
    game.type(LEAVE)
    assert game.end() == 0
    assert (tmp_path / "errors.txt").read_text() == ""


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_hostile_text_is_text(tmp_path, size):
    pack = tmp_path / "questions" / "hostile.toml"
    pack.parent.mkdir()
    pack.write_text(
        'title = "[@click=app.quit]x[/] [/]"\n'
        "[[questions]]\n"
        r'stem = "[/] [@click=app.quit]x[/] \u001b]0;x\u0007 \u202e 东京 🥇 ' + "long " * 390 + '"\n'
        r'answer = "[/]"' + "\n"
        r'distractors = ["[@click=app.bell]b[/]", "\u001b[2Jgone", "[red]東京🏅[/red]"]' + "\n"
    )
    game = Terminal.quizgame("play", "hostile", home=tmp_path, size=size)
    game.until("[@click=app.bell]b[/]")
    assert "[/]" in game.text
    game.type("1")
    game.until(lambda text: "✓" in text or "✗" in text)
    game.type(" ")
    game.until(" of 1")
    game.type(LEAVE)
    assert game.end() == 0
    for bytes_ in (b"\x1b]0;x", b"\x1b[2Jgone", "\u202e".encode()):
        assert bytes_ not in game.raw
    out, _ = run("play", "hostile", "--plain", home=tmp_path, lines="1\n")
    assert "\x1b" not in out
    assert "[@click=app.quit]x[/]" in out
