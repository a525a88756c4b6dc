"""``quizgame play``, ``challenge``, ``stats`` and ``info``, without a screen."""

import json
import os
import subprocess
import sys

import pytest

import quizgame
from quizgame.cli import play as cli_play
from quizgame.core.modes import MODES


def play(*arguments, lines="1\n" * 30, home):
    done = subprocess.run(
        [sys.executable, "-m", "quizgame", *arguments],
        env=os.environ | {"QUIZGAME_HOME": str(home)},
        input=lines if isinstance(lines, bytes) else lines.encode(),
        capture_output=True,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["play", "--seconds", "30"], "--seconds goes with --mode challenge"),
        (["play", "--mode", "challenge", "--questions", "5"], "--questions goes with --mode classic"),
        (["play", "--questions", "0"], "0"),
        (["play", "--mode", "chess"], "classic"),
        (["challenge", "--seconds", "soon"], "soon"),
        (["play", "--plain", "--profile", "../me"], "player's name"),
        (["play", "--plain", "--continue"], "no game to continue"),
        (["play", "harbin-2025", "--continue"], "give nothing else to play"),
        (["challenge", "--continue", "--seed", "3"], "give nothing else to play"),
        (["dance"], "dance"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_with_status_2(run, arguments, told):
    ran = run(*arguments)
    assert (ran.status, told in ran.err) == (2, True)


def test_help_teaches(run):
    for arguments in ([], ["play"], ["challenge"], ["generate"], ["packs"], ["packs", "add"], ["stats"], ["info"]):
        ran = run(*arguments, "--help")
        assert (ran.status, "Usage: quizgame" in ran.out) == (0, True)
    assert quizgame.__version__ in run("--version").out


def test_an_unknown_pack_ends_with_status_1(home):
    status, _, err = play("play", "harbin", "--plain", home=home)
    assert (status, "harbin-2025" in err) == (1, True)


def test_the_modes_of_the_command_line_are_those_of_the_game():
    assert set(cli_play.MODES) == set(MODES)


def test_the_players_settings_say_how_long_a_game_is(home):
    saves = home / "saves" / "player"
    saves.mkdir(parents=True)
    (saves / "settings.toml").write_text("questions = 2\nseconds = 90\n")
    _, out, _ = play("play", "--plain", home=home)
    assert "Question 1 of 2" in out
    _, out, _ = play("challenge", "--plain", lines="q\n", home=home)
    assert "(1:30 left)" in out


@pytest.mark.parametrize(
    ("redirection", "status"),
    [("<&-", 0), ("0>input", 0), (">&-", 0), ("2>&-", 0)],
    ids=["no stdin", "stdin for writing", "no stdout", "no stderr"],
)
def test_streams_that_are_missing_end_the_game_in_order(home, tmp_path, redirection, status):
    command = f"{sys.executable} -m quizgame play --plain --questions 1 {redirection}"
    env = os.environ | {"QUIZGAME_HOME": str(home)}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=env, capture_output=True, input=b"1\n", check=False)
    assert (done.returncode, b"Traceback" in done.stderr) == (status, False), done.stderr


def test_the_screen_needs_streams_that_are_a_terminal(home):
    command = f"{sys.executable} -m quizgame <&- >&-"
    done = subprocess.run(
        command, shell=True, env=os.environ | {"QUIZGAME_HOME": str(home)}, capture_output=True, check=False
    )
    assert (done.returncode, b"needs a terminal" in done.stderr) == (2, True)


def test_a_shell_can_complete_commands_options_and_packs(home):
    def completed(words, place):
        env = os.environ | {
            "QUIZGAME_HOME": str(home),
            "_QUIZGAME_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(place),
        }
        done = subprocess.run([sys.executable, "-m", "quizgame"], env=env, capture_output=True, text=True, check=True)
        return {line.split(",")[-1] for line in done.stdout.splitlines()}

    assert {"play", "packs", "generate"} <= completed("quizgame p", 1) | completed("quizgame g", 1)
    assert completed("quizgame play har", 2) == {"harbin-2025"}
    assert "--seconds" in completed("quizgame challenge --se", 2)


def test_json_is_alone_on_stdout(home):
    status, out, err = play(
        "challenge", "harbin-2025", "--json", "--seed", "1", "--seconds", "5", lines="1\n2\nq\n", home=home
    )
    told = json.loads(out)
    assert status == 0
    assert (told["mode"], told["asked"], told["packs"]) == ("challenge", 2, ["harbin-2025"])
    assert "Question 1" in err


def test_the_end_of_the_input_leaves_the_game_kept(home):
    _, out, _ = play("play", "--plain", lines="1\n", home=home)
    assert "play on with --continue" in out
    _, out, err = play("play", "--plain", "--questions", "1", home=home)
    assert "You left a game after 1 answer" in err
    assert "1) " in out


def test_bytes_that_are_no_text_are_asked_again(home):
    status, out, _ = play("play", "--plain", "--questions", "1", lines=b"\xff\xfe\n\x00\n1\n", home=home)
    assert (status, out.count("Please type a number")) == (0, 2)


def test_a_pack_can_be_played_from_its_file(home, tmp_path):
    pack = tmp_path / "ice.toml"
    pack.write_text('[[questions]]\nstem = "Cold?"\nanswer = "yes"\ndistractors = ["no"]\n')
    _, out, _ = play("play", str(pack), "--plain", "--json", home=home)
    assert json.loads(out)["attempts"][0]["stem"] == "Cold?"


def test_no_packs_at_all_is_told(home, tmp_path, monkeypatch):
    copy = tmp_path / "elsewhere"
    copy.mkdir()
    (copy / "quizgame").symlink_to(next(iter(quizgame.__path__)))
    monkeypatch.setenv("PYTHONPATH", str(copy))
    program = "import sys; sys.path.insert(0, sys.argv.pop(1)); from quizgame.cli import main; main(sys.argv[1:])"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program, str(copy), "play", "--plain"],
        env=os.environ | {"QUIZGAME_HOME": str(home)}, text=True, capture_output=True, check=False, input="",
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert "no questions to play" in done.stderr
    assert "quizgame packs add" in done.stderr


def test_a_home_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    status, _, err = play("play", "--plain", home=tmp_path / "file" / "home")
    assert status == 1
    assert "cannot" in err


def test_the_command_line_and_the_modes_agree_on_modes_and_bounds():
    """They are written down twice, because a mere ``--help`` need not load the modes."""
    from quizgame.cli import play as told
    from quizgame.core import modes

    bounds = {option.name: option.type for option in told.play.params}
    assert set(told.MODES) == set(modes.MODES)
    assert (bounds["seconds"].min, bounds["seconds"].max) == modes.RUN_SECONDS
    assert (bounds["question_seconds"].min, bounds["question_seconds"].max) == modes.QUESTION_SECONDS_BOUNDS
    assert (bounds["questions"].min, bounds["questions"].max) == (1, modes.MOST_QUESTIONS)
    assert (bounds["seed"].min, bounds["seed"].max) == (0, modes.MOST_SEED)


def test_a_game_that_wants_more_questions_than_there_are_says_so(home):
    _, out, err = play("play", "qitaihe-2022", "--questions", "500", "--plain", home=home)
    assert "all are asked" in err
    assert "Question 1 of 500" not in out


def test_the_record_of_a_new_player_is_empty(run):
    assert "No game is recorded yet" in run("stats").out
    assert json.loads(run("stats", "--json").out)["games"] == 0


def test_the_record_tells_bests_and_recent_games(run, home, tmp_path):
    game = ("play", "--json", "--questions", "3", "--seed", "7")
    told = json.loads(play(*game, home=tmp_path / "elsewhere")[1])
    keys = [attempt["options"].index(attempt["answer"]) + 1 for attempt in told["attempts"]]
    play(*game, lines="".join(f"{key}\n" for key in keys), home=home)
    play("challenge", "--plain", "--seconds", "600", "qitaihe-2022", lines="1\n1\n", home=home)
    ran = run("stats")
    assert "Classic, 3 questions" in ran.out
    assert "all packs" in ran.out
    told = json.loads(run("stats", "--json").out)
    assert (told["games"], told["asked"], len(told["recent"])) == (1, 3, 1)
    assert json.loads(run("stats", "--json", "--profile", "other").out)["games"] == 0


def test_a_game_in_progress_that_was_damaged_is_told(home):
    play("play", "--plain", "--questions", "5", lines="1\n1\n", home=home)
    (kept,) = (home / "saves" / "player" / "unfinished").glob("*.toml")
    kept.write_bytes(kept.read_bytes()[:-200])
    _, out, err = play("play", "--plain", "--continue", home=home)
    assert "2 answers were recovered" in err
    assert "You go on at question 3." in out


def test_info_tells_the_folders(run, home):
    told = json.loads(run("info", "--json").out)
    assert told["version"] == quizgame.__version__
    assert told["saves"] == str(home / "saves")
    assert told["settings"]["theme"] == "ice"
    assert str(home / "questions") in run("info").out


def attempts(out):
    return json.loads(out)["attempts"]


def test_survival_is_over_with_the_third_miss(home):
    status, out, err = play("play", "--mode", "survival", "--json", "--seed", "7", home=home)
    told = json.loads(out)
    assert (status, told["mode"]) == (0, "survival")
    assert told["asked"] - told["correct"] == 3
    assert not told["attempts"][-1]["right"]
    assert "3 misses and it is over." in err
    assert "misses 2 of 3" in err
    assert "misses 3 of 3" not in err


def test_the_daily_is_the_same_for_all_and_counts_once(home, tmp_path):
    _, out, err = play("play", "--mode", "daily", "--json", home=home)
    assert "for practice" not in err
    asked = [one["stem"] for one in attempts(out)]
    assert len(asked) == 10
    _, again, err = play("play", "--mode", "daily", "--json", home=home)
    assert "You have played today's already, so this one is for practice." in err
    assert [one["stem"] for one in attempts(again)] == asked
    _, friend, err = play("play", "--mode", "daily", "--json", home=tmp_path / "friend")
    assert [one["stem"] for one in attempts(friend)] == asked
    assert "for practice" not in err


def test_the_daily_is_told_with_its_score_in_plain_lines(home):
    status, out, _ = play("play", "--mode", "daily", "--plain", home=home)
    assert status == 0
    assert "Question 10 of 10" in out
    assert "Score " in out
    assert "play --code" not in out


def test_a_review_asks_what_was_missed(home):
    status, _, err = play("play", "--mode", "review", "--plain", home=home)
    assert (status, "nothing is due for review" in err) == (1, True)
    _, out, _ = play("play", "--json", "--questions", "12", "--seed", "3", home=home)
    missed = {one["question"] for one in attempts(out) if not one["right"]}
    assert missed
    _, out, _ = play("play", "--mode", "review", "--json", home=home)
    assert {one["question"] for one in attempts(out)} == missed
    _, out, _ = play("play", "--mode", "review", "--json", "--questions", "1", home=home)
    assert len(attempts(out)) == 1


def test_players_take_turns_to_the_end(home):
    game = ("play", "--players", "Ann,Bo", "--questions", "2", "--seed", "5")
    _, out, _ = play(*game, "--json", home=home / "elsewhere")
    options = [(one["options"].index(one["answer"]) + 1) for one in attempts(out)][::2]
    keys = [options[0], options[0] % 2 + 1, options[1], options[1]]  # Bo misses the first and begins the second
    status, out, _ = play(*game, "--plain", lines="".join(f"{key}\n" for key in keys), home=home)
    assert status == 0
    assert "Taking turns: Ann, Bo." in out
    turns = [line.partition(",")[0] for line in out.splitlines() if "it is your turn" in line]
    assert turns == ["Ann", "Bo", "Bo", "Ann"]
    assert "Ann: right, 1,000 points." in out
    assert "Bo: wrong: " in out
    assert "1. Ann: 2,100 points, 2 right answers." in out
    assert "2. Bo: 1,000 points, 1 right answer." in out
    assert "--code" not in out


def test_players_are_in_the_json_of_their_game(home):
    _, out, _ = play("play", "--players", " Ann , Bo,Cy", "--questions", "1", "--json", home=home)
    assert {seat["name"] for seat in json.loads(out)["players"]} == {"Ann", "Bo", "Cy"}


def test_a_code_replays_the_game_of_a_friend(home, tmp_path):
    _, told, _ = play("play", "--plain", "--questions", "4", home=home)
    code = told.rpartition("--code ")[2].strip()
    stems = [block.splitlines()[1] for block in told.split("Question ")[1:]]
    friend = tmp_path / "friend"
    play("play", "--plain", "--questions", "3", home=friend)
    status, out, err = play("play", "--code", code, "--json", home=friend)
    assert status == 0
    assert [one["stem"] for one in attempts(out)] == stems
    assert "differ" not in err
    _, out, _ = play("play", "--code", f"quizgame play --code {code.lower()}", "--json", home=friend)
    assert [one["stem"] for one in attempts(out)] == stems


def test_a_code_of_packs_that_differ_is_told(home, tmp_path):
    own = home / "questions"
    own.mkdir(parents=True)
    block = '[[questions]]\nid = "q-{0}"\nstem = "Cold {0}?"\nanswer = "yes"\ndistractors = ["no"]\n'
    (own / "ice.toml").write_text(block.format(1) + block.format(2) + block.format(3))
    _, told, _ = play("play", "ice", "--plain", home=home)
    code = told.rpartition("--code ")[2].strip()
    (own / "ice.toml").write_text(block.format(1))
    status, out, err = play("play", "--code", code, "--json", home=home)
    assert (status, len(attempts(out))) == (0, 1)
    assert "Your packs differ: 2 of the 3 questions of this game are not in yours." in err
    status, _, err = play("play", "--code", code, "--plain", home=tmp_path / "elsewhere")
    assert (status, "none of this game's questions is in your packs" in err) == (1, True)


@pytest.mark.parametrize("code", ["hello", "CE6AA-B6FUV", "🎉", "\x1b[2J"])
def test_what_is_no_code_is_told(run, code):
    ran = run("play", "--plain", "--code", code)
    assert (ran.status, "this is no code of a game" in ran.err) == (1, True)
    assert "\x1b" not in ran.err


def test_an_empty_code_starts_no_other_game(home):
    status, out, _ = play("play", "--plain", "--code", "", home=home)
    assert status in {1, 2}
    assert "Question 1" not in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("--mode", "survival", "--seconds", "30"),
        ("--mode", "survival", "--questions", "5"),
        ("--mode", "daily", "--questions", "5"),
        ("--mode", "daily", "--seed", "5"),
        ("--mode", "review", "--seed", "5"),
        ("--mode", "challenge", "--question-seconds", "10"),
        ("--mode", "survival", "--players", "Ann,Bo"),
        ("--mode", "daily", "--players", "Ann,Bo"),
        ("--players", "Ann,Bo", "--question-seconds", "10"),
        ("--players", "Ann"),
        ("--players", ""),
        ("--players", "Ann,Ann"),
        ("--players", "A,B,C,D,E,F,G"),
        ("--question-seconds", "2"),
        ("--questions", "1001"),
        ("--code", "CE6AA", "--mode", "survival"),
        ("--code", "CE6AA", "--questions", "5"),
        ("--code", "CE6AA", "--seed", "5"),
        ("--code", "CE6AA", "--players", "Ann,Bo"),
        ("--code", "CE6AA", "harbin-2025"),
        ("--code", "CE6AA", "--continue"),
        ("--continue", "--mode", "daily"),
        ("--continue", "--players", "Ann,Bo"),
        ("--continue", "--seed", "0"),
    ],
    ids=" ".join,
)
def test_what_does_not_go_together_is_wrong_usage(run, arguments):
    ran = run("play", "--plain", *arguments)
    assert ran.status == 2
    assert "Usage: quizgame play" in ran.err
    assert ran.out == ""


def test_each_question_can_have_its_time(home):
    status, out, _ = play("play", "--plain", "--questions", "2", "--question-seconds", "600", home=home)
    assert status == 0
    assert "Classic, 2 questions, 600 s each." in out
    assert "(10:00 left)" in out


def test_lifelines_and_a_pause_work_in_plain_lines(home):
    status, out, _ = play("play", "--json", "--questions", "2", "--seed", "1", home=home / "elsewhere")
    key = attempts(out)[0]["options"].index(attempts(out)[0]["answer"]) + 1
    lines = f"x\nx\nh\np\n\n{key}\nk\n"
    status, out, _ = play("play", "--plain", "--questions", "2", "--seed", "1", lines=lines, home=home)
    assert status == 0
    assert "50:50. What is left:" in out
    assert "You have used that one; each is there once a game." in out
    assert "Hint: " in out
    assert "Paused. The clock stands still." in out
    assert "500 points." in out
    assert "Skipped. The answer is " in out
    assert "1 of 1 right (100 %). 1 skipped." in out
