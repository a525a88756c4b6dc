"""``quizgame stats``: for people, as JSON, and as CSV."""

import csv
import io
import json

import pytest

from quizgame.core.export import ANSWER_COLUMNS, GAME_COLUMNS
from tests.cli.test_play import play

PACK = "qitaihe-2022"


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A home with a game of every kind: classic twice, survival, daily, review, hot seat."""
    home = tmp_path_factory.mktemp("played")
    for arguments in (
        ["play", PACK, "--questions", "4", "--seed", "1"],
        ["play", PACK, "--questions", "4", "--seed", "1"],
        ["play", "--mode", "survival"],
        ["play", "--mode", "daily"],
        ["play", "--mode", "review", "--questions", "3"],
        ["play", "--players", "Ann,=Bo", "--questions", "2"],
    ):
        status, out, err = play(*arguments, "--json", lines="x\n1\n2\n3\n" * 30, home=home)
        assert status == 0, err
        assert json.loads(out)
    return home


@pytest.fixture
def stats(played, home, monkeypatch, run):
    """Run ``stats`` over that home."""
    monkeypatch.setenv("QUIZGAME_HOME", str(played))
    return lambda *arguments: run("stats", *arguments)


def rows(ran):
    assert ran.status == 0
    return list(csv.DictReader(io.StringIO(ran.out)))


def test_every_section_is_shown_to_people(stats):
    ran = stats()
    assert (ran.status, ran.err) == (0, "")
    for title in (
        "The last ",
        "Best scores",
        "Recent games",
        "By difficulty",
        "By pack",
        "By kind of question",
        "Hardest questions",
        "achievements",
    ):
        assert title in ran.out
    assert "6 games · " in ran.out
    assert "Answers in a row: " in ran.out
    assert "Days in a row: 1 now, 1 at best" in ran.out


def test_every_mode_is_named(stats):
    out = " ".join(stats().out.split())
    recent = out.partition("Recent games")[2].partition("By difficulty")[0]
    for name in ("Classic", "Survival", "Daily", "Review", "Hot seat"):
        assert name in recent
    bests = out.partition("Best scores")[2].partition("Recent games")[0]
    assert "Review" not in bests


def test_a_program_reads_the_same_figures(stats):
    told = json.loads(stats("--json").out)
    assert {
        "games", "asked", "correct", "accuracy", "seconds", "mean_seconds", "points", "answer_streak",
        "best_answer_streak", "day_streak", "best_day_streak", "freezes", "today", "played_today", "bests", "recent",
        "kinds", "packs", "levels", "days", "hardest", "achievements",
    } <= set(told)  # fmt: skip
    assert told["games"] == len(told["recent"]) == 6
    assert told["accuracy"] == round(told["correct"] / told["asked"], 4)
    for shares in ("kinds", "packs", "levels"):
        assert sum(share["asked"] for share in told[shares].values()) == told["asked"]
        assert sum(share["correct"] for share in told[shares].values()) == told["correct"]
    (day,) = told["days"].values()
    assert (day["games"], day["asked"], day["correct"]) == (6, told["asked"], told["correct"])
    assert {"question", "leech", "asked", "correct", "seconds"} == set(told["hardest"][0])
    assert {"name", "title", "progress", "goal"} == set(told["achievements"][0])


def test_a_row_a_game_adds_up_to_the_figures(stats):
    told = json.loads(stats("--json").out)
    games = rows(stats("export"))
    assert tuple(games[0]) == GAME_COLUMNS
    assert [game["mode"] for game in games] == ["classic", "classic", "survival", "daily", "review", "classic"]
    own = [game for game in games if not game["players"]]
    assert sum(int(game["asked"]) for game in own) == told["asked"]
    assert sum(int(game["correct"]) for game in own) == told["correct"]
    assert sum(int(game["score"]) for game in own) == told["points"]
    assert sum(float(game["seconds"]) for game in games) == pytest.approx(told["seconds"])
    assert [game["scored"] for game in games] == ["yes", "yes", "yes", "yes", "no", "no"]
    assert games[-1]["players"].count(": ") == 2


def test_a_row_an_answer_adds_up_to_the_figures(stats):
    told = json.loads(stats("--json").out)
    answers = rows(stats("export", "--answers"))
    assert tuple(answers[0]) == ANSWER_COLUMNS
    own = [one for one in answers if not one["player"] and one["how"] != "skipped"]
    assert len(own) == told["asked"]
    assert sum(one["right"] == "yes" for one in own) == told["correct"]
    assert sum(int(one["points"]) for one in own) == told["points"]
    assert {one["player"] for one in answers} == {"", "1", "2"}
    assert any(one["lifelines"] == "fifty" for one in answers)
    for pack, share in told["packs"].items():
        assert sum(one["pack"] == pack for one in own) == share["asked"]


def test_games_and_answers_agree(stats):
    games = {game["game"]: game for game in rows(stats("export"))}
    answers = rows(stats("export", "--answers"))
    for name, game in games.items():
        own = [one for one in answers if one["game"] == name]
        assert sum(one["how"] != "skipped" for one in own) == int(game["asked"])
        assert sum(int(one["points"]) for one in own) == int(game["score"])


def test_an_empty_record_is_exported_as_its_columns(run):
    assert run("stats", "export").out == ",".join(GAME_COLUMNS) + "\n"
    assert run("stats", "export", "--answers").out == ",".join(ANSWER_COLUMNS) + "\n"


def test_a_new_player_has_figures_of_nothing(run):
    told = json.loads(run("stats", "--json").out)
    assert (told["games"], told["asked"], told["accuracy"], told["bests"], told["packs"]) == (0, 0, 0, [], {})


@pytest.mark.parametrize("place", [("--profile", "ann", "export"), ("export", "--profile", "ann")], ids=" ".join)
def test_the_record_of_each_player_stands_apart(home, run, place):
    play("play", PACK, "--plain", "--questions", "1", "--profile", "ann", home=home)
    play("play", PACK, "--plain", "--questions", "2", "--profile", "bo", home=home)
    assert [row["asked"] for row in rows(run("stats", *place))] == ["1"]
    assert json.loads(run("stats", "--json", "--profile", "bo").out)["asked"] == 2
    assert json.loads(run("stats", "--json", "--profile", "nobody").out)["asked"] == 0


def test_a_game_that_is_left_is_not_in_the_record_yet(home, run):
    play("play", "--plain", "--questions", "3", lines="1\nq\n", home=home)
    assert rows(run("stats", "export")) == []


def test_a_damaged_record_is_told_and_the_rest_is_exported(home, run):
    play("play", "--plain", "--questions", "1", home=home)
    (kept,) = (home / "saves" / "player").glob("history*.toml")
    kept.write_text(kept.read_text() + "\n[[games]]\nid = \n")
    ran = run("stats", "export")
    assert ran.err
    assert len(list(csv.DictReader(io.StringIO(ran.out)))) == 1


@pytest.mark.parametrize("name", ["../me", "a/b"])
@pytest.mark.parametrize("arguments", [(), ("export",)], ids=["stats", "export"])
def test_a_name_that_can_be_no_player_s_is_wrong_usage(run, arguments, name):
    assert run("stats", *arguments, "--profile", name).status == 2
