"""``quizgame packs new``, ``import``, ``export``, ``duplicates``, ``on`` and ``off``, and the list."""

import json
import os
import re
from pathlib import Path

import pytest
import tomli

from tests.cli.test_packs import ICE, SHIPPED

AIKEN = """\
How cold is ice?
A. cold
B. hot
ANSWER: A

Which of these?
A. one
B. two

How white is snow?
A) blue
B) white
ANSWER: B
"""


@pytest.fixture
def quiz(tmp_path):
    path = tmp_path / "cold-things.txt"
    path.write_text(AIKEN)
    return path


def test_a_foreign_quiz_is_brought_in_with_every_skipped_item_told(run, quiz, home):
    ran = run(
        "packs", "import", str(quiz), "--license", "CC0-1.0", "--author", "Ann", "--tag", "cold", "--source", "A book"
    )
    assert ran.status == 0
    lines = ran.err.splitlines()
    assert lines[0] == "cold-things.txt: Aiken, 3 items read, 2 kept, 1 skipped"
    assert lines[1].startswith("  line 6: ")
    assert lines[1].endswith(": Which of these?")
    assert lines[2] == "cold-things: 2 new questions. Play them: quizgame play cold-things"
    assert "Ann · CC0-1.0" in lines[3]
    table = tomli.loads((home / "questions" / "cold-things.toml").read_text())
    assert (table["title"], table["author"], table["license"], table["tags"]) == (
        "Cold things",
        "Ann",
        "CC0-1.0",
        ["cold"],
    )
    assert table["sources"][0]["title"] == "A book"
    assert all(question["id"] and question["source"] for question in table["questions"])


def test_importing_again_adds_nothing(run, quiz):
    run("packs", "import", str(quiz))
    again = run("packs", "import", str(quiz), "--json")
    (told,) = json.loads(again.out)
    assert (told["format"], told["read"], told["pack"], told["added"], told["known"]) == (
        "aiken",
        3,
        "cold-things",
        0,
        2,
    )
    assert [skipped["line"] for skipped in told["skipped"]] == [6]


def test_another_quiz_of_the_same_name_is_a_pack_of_its_own_unless_it_is_named(run, quiz, tmp_path):
    run("packs", "import", str(quiz))
    (tmp_path / "other").mkdir()
    other = tmp_path / "other" / "cold-things.txt"
    other.write_text("Is snow warm?\nA. no\nB. yes\nANSWER: A\n")
    assert "cold-things-2: 1 new question." in run("packs", "import", str(other)).err
    assert "cold-things-2: 0 new questions, 1 there before." in run("packs", "import", str(other)).err
    named = run("packs", "import", str(other), "--id", "cold-things", "--license", "CC0-1.0")
    assert "cold-things: 1 new question." in named.err
    assert "CC0-1.0" in named.err


def test_what_cannot_be_read_stands_in_the_way_of_no_other(run, quiz):
    ran = run("packs", "import", "nowhere.txt", str(quiz), "--json")
    assert (ran.status, "cold-things: 2 new questions" in ran.err) == (1, True)
    first, second = json.loads(ran.out)
    assert ("no such file" in first["error"], second["added"]) == (True, 2)


def test_a_quiz_may_go_to_a_file_or_nowhere(run, quiz, tmp_path):
    dry = run("packs", "import", str(quiz), "--dry-run")
    assert (dry.status, "2 new questions. Nothing is written, as you wished." in dry.err) == (0, True)
    assert [line.split()[0] for line in run("packs", "list").out.splitlines()] == SHIPPED
    assert run("packs", "import", str(quiz), "-o", "out.toml", "--title", "Cold").status == 0
    assert tomli.loads((tmp_path / "out.toml").read_text())["title"] == "Cold"
    over = run("packs", "import", str(quiz), "-o", "out.toml")
    assert (over.status, "exists already" in over.err) == (1, True)
    assert run("packs", "import", str(quiz), str(quiz), "-o", "two.toml").status == 2


def test_a_quiz_may_get_another_id_and_one_that_cannot_be_is_refused(run, quiz):
    assert run("packs", "import", str(quiz), "--id", "brr").status == 0
    assert "brr" in run("packs", "list").out
    wrong = run("packs", "import", str(quiz), "--id", "../../etc")
    assert (wrong.status, "lower-case letters" in wrong.err) == (1, True)


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        ("Dear friend,\nnothing new.\n", (), "in no format that is known"),
        (AIKEN, ("--format", "gift"), "0 kept"),
        (None, (), "there is no such file"),
    ],
)
def test_what_cannot_be_imported_is_told(run, quiz, text, options, told):
    quiz.unlink() if text is None else quiz.write_text(text)
    ran = run("packs", "import", str(quiz), *options)
    assert (ran.status, told in ran.err) == (1, True), ran.err


def test_who_would_add_a_foreign_quiz_is_led_on(run, quiz, tmp_path):
    ran = run("packs", "add", str(quiz))
    assert (ran.status, "in the format Aiken, no pack (quizgame packs import cold-things.txt)" in ran.err) == (1, True)
    (tmp_path / "letter.txt").write_text("Dear friend,\n")
    assert run("packs", "add", "letter.txt").status == 1
    (tmp_path / "ice.txt").write_text(ICE)
    assert run("packs", "add", "ice.txt").status == 0


def test_whose_a_quiz_is_is_asked_at_a_terminal(run, quiz, home, monkeypatch):
    answers = iter(["Ann", "", "A book"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    run("packs", "import", str(quiz))
    table = tomli.loads((home / "questions" / "cold-things.toml").read_text())
    assert (table["author"], "license" in table, table["sources"][0]["title"]) == ("Ann", False, "A book")


@pytest.mark.parametrize(
    ("options", "start"),
    [
        (("--format", "gift"), "//"),
        (("--format", "quizgame"), "#:schema"),
        (("--format", "aiken"), ""),
    ],
)
def test_a_pack_goes_to_stdout_and_what_is_lost_to_stderr(run, options, start):
    ran = run("packs", "export", "qitaihe-2022", *options)
    assert ran.status == 0
    assert ran.out.startswith(start)
    assert "10 questions written." in ran.err
    assert ("lost:" in ran.err) == (options[1] != "quizgame")


def test_the_ending_of_a_file_names_the_format(run, tmp_path):
    assert run("packs", "export", "qitaihe-2022", "-o", "ice.gift").status == 0
    assert run("packs", "export", "qitaihe-2022", "-o", "ice.csv").status == 0
    assert "distractor" in (tmp_path / "ice.csv").read_text().splitlines()[0]
    assert run("packs", "export", "qitaihe-2022", "-o", "ice.xml").status == 0
    assert "<quiz" in (tmp_path / "ice.xml").read_text()
    again = run("packs", "export", "qitaihe-2022", "-o", "ice.xml")
    assert (again.status, "exists already" in again.err) == (1, True)
    assert run("packs", "export", "qitaihe-2022", "-o", "ice.xml", "--force").status == 0
    assert run("packs", "export", "qitaihe-2022", "-o", "ice.xlsx", "--format", "kahoot").status == 0
    assert (tmp_path / "ice.xlsx").read_bytes().startswith(b"PK")
    assert run("packs", "export", "qitaihe-2022", "-o", "ice.what").status == 2
    assert run("packs", "export", "qitaihe-2022").status == 2


def test_a_new_pack_is_a_file_that_can_be_checked_added_and_played(run, home, tmp_path):
    assert run("packs", "new", "My sea").status == 0
    checked = run("packs", "check", "my-sea.toml", "--strict")
    assert (checked.status, checked.out) == (0, "")
    text = (tmp_path / "my-sea.toml").read_text()
    bare = (line.removeprefix("# ") for line in text.splitlines())
    every = "".join(f"{line}\n" for line in bare if re.match(r"\w+ = |\[\[", line))
    table = tomli.loads(every.rpartition("[[questions]]")[0])
    assert {"title", "description", "author", "license", "language", "tags", "sources", "questions"} <= table.keys()
    (tmp_path / "all.toml").write_text(every.rpartition("[[questions]]")[0])
    assert run("packs", "check", "all.toml").status == 0
    assert run("packs", "add", "my-sea.toml").status == 0
    assert "the Pacific" in run("packs", "show", "my-sea").out
    again = run("packs", "new", "my-sea.toml")
    assert (again.status, "exists already" in again.err) == (1, True)
    assert run("packs", "new", "!?").status == 2


def test_check_tells_why_and_how_to_mend_it_and_strict_takes_warnings_for_errors(run, tmp_path):
    path = tmp_path / "ice.toml"
    path.write_text(ICE.replace("freeze?", "not freeze?"))
    ran = run("packs", "check", "ice.toml")
    assert ran.status == 0
    assert "ice.toml:4: questions[1].stem: " in ran.out
    assert "[negative-stem] “not” and “except” are easily overread. To mend it: ask for what is true." in ran.out
    strict = run("packs", "check", "ice.toml", "--strict")
    assert (strict.status, strict.out.startswith("error: ")) == (1, True)
    told = json.loads(run("packs", "check", "ice.toml", "--json").out)
    assert all(problem["why"] and problem["hint"] and problem["line"] for problem in told)


def test_errors_and_warnings_stand_apart(run, tmp_path):
    (tmp_path / "a.toml").write_text(ICE.replace("freeze?", "not freeze last week?"))
    blocks = run("packs", "check", "a.toml").out.split("\n\n")
    assert [block.split(":")[0] for block in blocks[:2]] == ["error", "warning"]
    assert blocks[2].startswith("[relative-time]")


def test_a_pack_that_is_off_is_asked_only_by_name(run, monkeypatch):
    assert run("packs", "off", "harbin-2025", "qitaihe-2022").status == 0
    assert run("packs", "list").out.count("(off)") == 2
    for names, asked in (((), ["speed-skating-team-2023"]), (("harbin-2025",), ["harbin-2025"])):
        with Path(os.devnull).open() as nobody:
            monkeypatch.setattr("sys.stdin", nobody)
            game = json.loads(run("play", *names, "--plain", "--json").out)
        assert game["packs"] == asked
    assert run("packs", "off", "speed-skating-team-2023").status == 0
    none = run("play", "--plain")
    assert (none.status, "all packs are turned off" in none.err) == (1, True)
    assert run("packs", "on", "harbin-2025").status == 0
    assert run("packs", "list").out.count("(off)") == 2
    unknown = run("packs", "off", "harbin-2024")
    assert (unknown.status, "did you mean harbin-2025" in unknown.err) == (1, True)


def test_the_list_is_searched_by_words_and_topics(run, tmp_path):
    (tmp_path / "ice.toml").write_text('tags = ["cold"]\n' + ICE)
    run("packs", "add", "ice.toml")
    assert [line.split()[0] for line in run("packs", "list", "--tag", "cold").out.splitlines()] == ["ice"]
    assert [line.split()[0] for line in run("packs", "list", "skaters").out.splitlines()] == ["qitaihe-2022"]
    none = run("packs", "list", "nothing")
    assert (none.status, none.out, none.err) == (0, "", "No pack is like that.\n")
    told = json.loads(run("packs", "list", "--json").out)["packs"]
    assert {"kinds", "difficulty", "last_played", "asked", "correct", "is_on"} <= told[0].keys()


def test_questions_that_ask_the_same_are_listed_and_merged(run, tmp_path):
    (tmp_path / "ice.toml").write_text(ICE)
    (tmp_path / "frost.toml").write_text(
        ICE.replace("Ice", "Frost").replace("does water", "does  water") + 'tags = ["x"]\n'
    )
    run("packs", "add", "ice.toml", "frost.toml")
    ran = run("packs", "duplicates")
    assert (ran.status, ran.out.count("frost/"), ran.out.count("ice/")) == (0, 1, 1)
    assert "1 pair of questions that ask the same." in ran.err
    (pair,) = json.loads(run("packs", "duplicates", "--json").out)
    assert [place["pack"] for place in pair] == ["frost", "ice"]
    merged = run("packs", "duplicates", "--merge", "--yes")
    assert (merged.status, "is merged into frost/" in merged.err) == (0, True)
    assert run("packs", "duplicates").out == ""
    assert "ice" not in [line.split()[0] for line in run("packs", "list").out.splitlines()]


def test_which_of_two_stays_is_asked(run, tmp_path, monkeypatch):
    (tmp_path / "ice.toml").write_text(ICE)
    (tmp_path / "frost.toml").write_text(ICE.replace("Ice", "Frost") + 'tags = ["x"]\n')
    run("packs", "add", "ice.toml", "frost.toml")
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "both")
    assert run("packs", "duplicates", "--merge").status == 0
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: "2")
    merged = run("packs", "duplicates", "--merge")
    assert "is merged into ice/" in merged.err
    assert "x" in run("packs", "show", "ice", "--json").out


def test_a_better_version_takes_the_place_of_a_pack(run, tmp_path, home):
    path = tmp_path / "ice.toml"
    path.write_text(ICE)
    run("packs", "add", "ice.toml")
    was = json.loads(run("packs", "show", "ice", "--json").out)["questions"][0]["id"]
    path.write_text(ICE.replace("does water freeze?", "will water freeze?"))
    refused = run("packs", "add", "ice.toml")
    assert (refused.status, "--replace" in refused.err) == (1, True)
    assert run("packs", "add", "ice.toml", "--replace").status == 0
    question = json.loads(run("packs", "show", "ice", "--json").out)["questions"][0]
    assert (question["id"], "will water" in question["stem"]) == (was, True)
    assert [path.name for path in (home / "questions" / "removed").iterdir()] == ["ice.toml"]
