"""``quizgame packs``."""

import json
import os
import subprocess
import sys
import unicodedata

import pytest

SHIPPED = ["harbin-2025", "qitaihe-2022", "speed-skating-team-2023"]
ICE = """\
title = "Ice"

[[questions]]
stem = "At how many degrees Celsius does water freeze?"
answer = "0"
distractors = ["4", "10", "32"]
"""


@pytest.fixture
def ice(tmp_path):
    path = tmp_path / "ice.toml"
    path.write_text(ICE)
    return path


@pytest.fixture
def own(home):
    folder = home / "questions"
    folder.mkdir(parents=True)
    return folder


def test_the_packs_that_ship_are_listed(run):
    ran = run("packs", "list")
    assert ran.status == 0
    assert [line.split()[0] for line in ran.out.splitlines()] == SHIPPED


def test_a_program_can_read_the_list(run):
    told = json.loads(run("packs", "list", "--json").out)
    assert [pack["id"] for pack in told["packs"]] == SHIPPED
    assert all(pack["questions"] > 5 for pack in told["packs"])


def test_a_pack_is_added_shown_checked_and_removed(run, ice, home):
    assert run("packs", "add", str(ice)).status == 0
    named = ICE.replace("[[questions]]\n", '[[questions]]\nid = "q-f2e242f1fda63118"\n')
    assert (home / "questions" / "ice.toml").read_text() == named
    shown = run("packs", "show", "ice")
    assert "✓ 0" in shown.out
    assert json.loads(run("packs", "show", "ice", "--json").out)["questions"][0]["answer"] == "0"
    assert run("packs", "check", "ice").status == 0
    assert run("packs", "remove", "ice", "--yes").status == 0
    assert run("packs", "show", "ice").status == 1
    assert [line.split()[0] for line in run("packs", "list").out.splitlines()] == SHIPPED


def test_a_pack_is_not_added_twice_nor_over_one_that_ships(run, ice):
    run("packs", "add", str(ice))
    again = run("packs", "add", str(ice))
    assert (again.status, "taken" in again.err) == (1, True)
    ice.write_text(f'id = "harbin-2025"\n{ICE}')
    assert run("packs", "add", str(ice)).status == 1


def test_a_pack_that_ships_is_not_removed(run):
    ran = run("packs", "remove", "harbin-2025", "--yes")
    assert ran.status == 1
    assert "harbin-2025" in run("packs", "list").out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title = \n", ["bad.toml:1"]),
        (ICE.replace('answer = "0"\n', ""), ["bad.toml:3", "questions[1].answer", "missing"]),
        (ICE.replace('"0"', "0"), ["bad.toml:5", "questions[1].answer", "text"]),
        (ICE.replace('answer = "0"', 'answer = "0"\nanswer = "1"'), ["bad.toml:6", "answer", "twice"]),
        (ICE.replace("answer", "anwser"), ["bad.toml:5", "questions[1].anwser", "did you mean answer?"]),
        (ICE.replace('"4"', '"0"'), ["bad.toml:3", "questions[1]", "distractors"]),
        ('id = "harbin-2025"\n' + ICE, ["bad.toml", "harbin-2025"]),
    ],
    ids=["syntax", "missing key", "wrong type", "key twice", "unknown key", "answer twice", "id clash"],
)
def test_a_bad_pack_is_named_and_left_out_and_the_others_play(run, own, ice, text, told):
    (own / "bad.toml").write_text(text)
    (own / "ice.toml").write_text(ICE)
    ran = run("packs", "list")
    assert ran.status == 1
    assert [line.split()[0] for line in ran.out.splitlines()] == sorted([*SHIPPED, "ice"])
    assert all(part in ran.err for part in told), ran.err
    checked = run("packs", "check")
    assert checked.status == 1
    assert all(part in checked.out for part in told)


def test_check_tells_file_line_key_and_the_name_of_the_flaw(run, ice):
    ice.write_text(ICE.replace("freeze?", "not freeze, as the passage says?"))
    ran = run("packs", "check", str(ice))
    assert "ice.toml:4: questions[1].stem: " in ran.out
    assert "warning" in ran.out
    problems = json.loads(run("packs", "check", str(ice), "--json").out)
    assert {"ice.toml"} == {problem["file"] for problem in problems}
    assert all(problem["flaw"] and problem["hint"] for problem in problems)


def test_check_finds_files_whose_names_are_shown_otherwise(run, own, tmp_path):
    flawed = ICE.replace("freeze?", "not freeze, as the passage says?")
    names = ("two  spaces", "Éclair", "a\u200bb")
    for place, name in enumerate(names):
        (own / f"{unicodedata.normalize('NFD', name)}.toml").write_text(f'id = "ice-{place}"\n{flawed}')
    told = run("packs", "check").out.splitlines()
    assert sum("questions[1].stem" in line for line in told) == len(names) * sum(
        "questions[1].stem" in line for line in run("packs", "check", "ice-0").out.splitlines()
    )
    for place, name in enumerate(names):
        assert "questions[1].stem" in run("packs", "check", f"ice-{place}").out
        (own / f"{unicodedata.normalize('NFD', name)}.toml").write_text("title = \n")
        assert "not valid TOML" in run("packs", "check", name).out


def test_check_finds_files_in_a_folder_that_looks_like_a_home(run, monkeypatch, tmp_path):
    folder = tmp_path / "~nosuchuser"
    monkeypatch.setenv("QUIZGAME_HOME", str(folder))
    (folder / "questions").mkdir(parents=True)
    (folder / "questions" / "ice.toml").write_text(ICE.replace("freeze?", "not freeze, as the passage says?"))
    for names in ((), ("ice",), ("~nosuchuser/questions/ice.toml",)):
        assert "~nosuchuser/questions/ice.toml:4: questions[1].stem" in run("packs", "check", *names).out


def test_check_tells_of_a_file_that_is_not_there_and_the_nearest_name(run):
    missing = run("packs", "check", "none.toml")
    assert (missing.status, missing.out) == (1, "error: none.toml: cannot be read: there is no such file or folder\n")
    unknown = run("packs", "check", "harbin-2024")
    assert (unknown.status, "did you mean harbin-2025?" in unknown.err) == (1, True)


def test_the_packs_that_ship_are_without_a_flaw(run):
    ran = run("packs", "check")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "0 errors, 0 warnings\n"


def test_removal_asks_first(run, ice, monkeypatch):
    run("packs", "add", str(ice))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "n")
    kept = run("packs", "remove", "ice")
    assert (kept.status, "Nothing is removed." in kept.err) == (0, True)
    assert "ice" in run("packs", "list").out


def test_an_unknown_pack_is_told_with_the_nearest_name(run):
    ran = run("packs", "show", "harbin-2024")
    assert (ran.status, "harbin-2025" in ran.err) == (1, True)


def test_what_the_user_types_is_never_an_escape_code(run):
    for arguments in (("packs", "show", "\x1b[2Jx"), ("packs", "\x1b]0;x\x07"), ("play", "--mode", "\x1b[2J")):
        ran = run(*arguments)
        assert ran.status in {1, 2}
        assert "\x1b" not in ran.err + ran.out


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_reader_that_goes_away_is_left_quietly(home):
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [sys.executable, "-m", "quizgame", "packs", "list"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")
