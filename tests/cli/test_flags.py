"""``quizgame packs flag``, ``unflag`` and ``show --flagged``."""

import json

import pytest

from tests.cli.test_play import play

PACK = "qitaihe-2022"


@pytest.fixture
def questions(run):
    """The ids of the questions of a pack."""
    return [question["id"] for question in json.loads(run("packs", "show", PACK, "--json").out)["questions"]]


def flagged(run, *arguments):
    return [question["id"] for question in json.loads(run("packs", "show", PACK, "--flagged", "--json", *arguments).out)["questions"]]  # fmt: skip


def test_a_question_is_flagged_shown_and_taken_back(run, questions):
    first = questions[0]
    ran = run("packs", "flag", PACK, first)
    assert (ran.status, ran.out, ran.err) == (0, "", f"{PACK}/{first} is not asked any more.\n")
    assert flagged(run) == [first]
    shown = run("packs", "show", PACK).out
    assert shown.count("! flagged: wrong") == 1
    back = run("packs", "unflag", PACK, first)
    assert (back.status, back.err) == (0, f"{PACK}/{first} is asked again.\n")
    assert flagged(run) == []
    assert "! flagged" not in run("packs", "show", PACK).out


@pytest.mark.parametrize("reason", ["wrong", "ambiguous", "several right", "outdated", "typo"])
def test_the_reason_is_told(run, questions, reason):
    run("packs", "flag", PACK, questions[1], "--reason", reason)
    assert f"   ! flagged: {reason}\n" in run("packs", "show", PACK, "--flagged").out


def test_the_reasons_are_those_of_the_game(run):
    from quizgame.core.flags import REASONS

    assert all(reason in run("packs", "flag", "--help").out for reason in REASONS)
    assert run("packs", "flag", PACK, "x", "--reason", "dull").status == 2


def test_only_what_is_flagged_is_shown(run, questions):
    run("packs", "flag", PACK, *questions[:2])
    shown = run("packs", "show", PACK, "--flagged").out
    assert [name for name in questions if name in shown] == questions[:2]


def test_a_pack_without_flags_says_so(run):
    ran = run("packs", "show", PACK, "--flagged")
    assert (ran.status, ran.err) == (0, "None of its questions is flagged.\n")


def test_all_flags_of_a_pack_are_taken_back_at_once(run, questions):
    run("packs", "flag", PACK, *questions[:3])
    ran = run("packs", "unflag", PACK)
    assert ran.err.count("is asked again.") == 3
    assert flagged(run) == []
    again = run("packs", "unflag", PACK)
    assert (again.status, again.err) == (0, "Nothing is flagged there.\n")


def test_a_flag_with_another_reason_replaces_the_first(run, questions):
    run("packs", "flag", PACK, questions[0])
    run("packs", "flag", PACK, questions[0], "--reason", "typo")
    shown = run("packs", "show", PACK, "--flagged").out
    assert "flagged: typo" in shown
    assert "flagged: wrong" not in shown


def test_an_unknown_question_is_told_and_nothing_is_flagged(run, questions):
    ran = run("packs", "flag", PACK, questions[0], "q-none")
    assert (ran.status, "there is no question 'q-none' in this pack" in ran.err) == (1, True)
    assert flagged(run) == []
    ran = run("packs", "unflag", PACK, "q-none")
    assert (ran.status, f"{PACK}/q-none is not flagged" in ran.err) == (1, True)


def test_an_unknown_pack_is_told(run):
    assert run("packs", "flag", "qitaihe-2023", "q").status == 1
    assert "qitaihe-2022" in run("packs", "flag", "qitaihe-2023", "q").err


def test_a_question_has_to_be_named(run):
    assert run("packs", "flag", PACK).status == 2


def test_what_is_flagged_is_not_asked(run, questions, home):
    run("packs", "flag", PACK, *questions[2:])
    _, out, _ = play("play", PACK, "--json", "--questions", "50", home=home)
    assert {one["question"] for one in json.loads(out)["attempts"]} == {f"{PACK}/{name}" for name in questions[:2]}
    run("packs", "unflag", PACK, questions[2])
    _, out, _ = play("play", PACK, "--json", "--questions", "50", home=home)
    assert json.loads(out)["asked"] == 3


def test_where_all_is_flagged_there_is_nothing_to_play(run, questions, home):
    run("packs", "flag", PACK, *questions)
    status, _, err = play("play", PACK, "--plain", home=home)
    assert (status, "there are no questions to play" in err) == (1, True)


def test_flags_are_those_of_one_player(run, questions, home):
    run("packs", "flag", PACK, questions[0], "--profile", "ann")
    assert flagged(run, "--profile", "ann") == [questions[0]]
    assert flagged(run, "--profile", "bo") == []
    run("packs", "flag", PACK, *questions[1:], "--profile", "bo")
    _, out, _ = play("play", PACK, "--json", "--questions", "50", "--profile", "bo", home=home)
    assert [one["question"] for one in json.loads(out)["attempts"]] == [f"{PACK}/{questions[0]}"]
    assert run("packs", "unflag", PACK, questions[0], "--profile", "bo").status == 1
    assert run("packs", "unflag", PACK, "--profile", "ann").status == 0
    assert flagged(run, "--profile", "bo") == sorted(questions[1:], key=questions.index)


def test_a_flag_of_a_pack_that_went_away_can_be_taken_back(run, tmp_path):
    pack = tmp_path / "ice.toml"
    pack.write_text('[[questions]]\nid = "cold"\nstem = "Cold?"\nanswer = "yes"\ndistractors = ["no"]\n')
    run("packs", "add", str(pack))
    run("packs", "flag", "ice", "cold")
    run("packs", "remove", "ice", "--yes")
    assert run("packs", "unflag", "ice").err == "ice/cold is asked again.\n"


def test_damaged_flags_are_told_and_what_can_be_read_holds(run, questions, home):
    run("packs", "flag", PACK, *questions[:2])
    (kept,) = (home / "saves" / "player").glob("flag*.toml")
    kept.write_text(kept.read_text() + "\n[[flags]]\nquestion = 3\n")
    ran = run("packs", "show", PACK, "--flagged")
    assert ran.err
    assert questions[0] in ran.out


def test_the_command_line_and_the_screens_know_the_same_reasons():
    """They are written down twice, because a mere ``--help`` need not load the flags."""
    from quizgame.cli.packs import flag
    from quizgame.core.flags import REASONS

    (reason,) = (option for option in flag.params if option.name == "reason")
    assert tuple(reason.type.choices) == REASONS
