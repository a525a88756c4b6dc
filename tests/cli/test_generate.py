"""``quizgame generate``."""

import json
import tomllib
from pathlib import Path

import pytest

SEED = Path(__file__).parents[2] / "seeds" / "harbin-2025.md"


def test_a_pack_goes_among_the_players_own_and_can_be_played(run, home, tmp_path):
    article = tmp_path / "My article.md"
    article.write_text(SEED.read_text().replace('id = "harbin-2025"', "").replace("id: harbin-2025", ""))
    ran = run("generate", str(article), "--id", "mine", "--title", "Mine")
    assert ran.status == 0, ran.err
    assert (home / "questions" / "mine.toml").is_file()
    shown = json.loads(run("packs", "show", "mine", "--json").out)
    assert shown["title"] == "Mine"
    assert all(question["evidence"] for question in shown["questions"])


def test_a_file_that_is_there_is_not_replaced_without_force(run, tmp_path):
    out = tmp_path / "out.toml"
    out.write_text("mine = true\n")
    refused = run("generate", str(SEED), "-o", str(out))
    assert (refused.status, out.read_text()) == (1, "mine = true\n")
    assert "--force" in refused.err
    assert run("generate", str(SEED), "-o", str(out), "--force").status == 0
    assert run("packs", "check", str(out)).status == 0


def test_the_pack_can_go_to_stdout_and_the_report_stays_apart(run):
    ran = run("generate", str(SEED), "-o", "-", "--report")
    assert ran.out.startswith("#:schema ./pack.schema.json\nformat = 1\n")
    assert "[[questions]]" in ran.out
    assert "count" in ran.err


def test_a_report_as_json_never_mixes_with_the_pack(run):
    ran = run("generate", str(SEED), "-o", "-", "--report", "--json")
    assert tomllib.loads(ran.out)["format"] == 1
    assert json.loads(ran.err)["articles"] == 1
    assert run("generate", str(SEED), "-o", "-", "--json").status == 2


def test_the_id_comes_from_the_name_of_the_file(run, tmp_path):
    assert run("generate", str(SEED), "-o", str(tmp_path / "My Quiz.toml")).status == 0
    assert json.loads(run("packs", "show", str(tmp_path / "My Quiz.toml"), "--json").out)["id"] == "my-quiz"


def test_what_it_says_of_files_is_never_an_escape_code(run, tmp_path):
    ran = run("generate", str(SEED), "-o", str(tmp_path / "x\x1b]0;x\x07.toml"))
    assert (ran.status, "\x1b" in ran.err) == (0, False)


def test_the_report_is_told_in_words_and_as_json(run, tmp_path):
    words = run("generate", str(SEED), "-o", str(tmp_path / "a.toml"), "--report")
    assert "count" in words.out
    told = json.loads(run("generate", str(SEED), "-o", str(tmp_path / "b.toml"), "--report", "--json").out)
    assert sum(kind["asked"] for kind in told["kinds"]) > 10


def test_limit_and_sure_ask_less(run, tmp_path):
    def questions(*options):
        run("generate", str(SEED), "-o", str(tmp_path / "out.toml"), "--force", *options)
        return json.loads(run("packs", "show", str(tmp_path / "out.toml"), "--json").out)["questions"]

    everything = questions()
    assert len(questions("--limit", "3")) == 3
    assert 0 < len(questions("--sure")) < len(everything)


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "no full sentences"), ("It rained again. They were late.\n", "no sentence states a fact")],
)
def test_an_article_with_nothing_to_ask_says_so(run, tmp_path, text, told):
    article = tmp_path / "dull.txt"
    article.write_text(text)
    ran = run("generate", str(article), "--report")
    assert (ran.status, told in ran.err) == (1, True)
    assert "dull.txt" in ran.err


def test_articles_that_cannot_be_read_are_named(run, tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    for name in ("missing.txt", "picture.txt", "."):
        ran = run("generate", name)
        assert (ran.status, name.rstrip(".") in ran.err) == (1, True)


def test_wrong_front_matter_is_told_with_its_file_and_key(run, tmp_path):
    article = tmp_path / "wrong.md"
    article.write_text('+++\ntitel = "T"\npublished = "soon"\n+++\nText.\n')
    ran = run("generate", str(article))
    assert ran.status == 1
    assert "wrong.md: front matter: titel: there is no such key (did you mean title?)" in ran.err
    assert "wrong.md: front matter: published: expected a date" in ran.err


def test_an_id_that_cannot_be_one_is_refused(run, tmp_path):
    ran = run("generate", str(SEED), "--id", "../Mine")
    assert (ran.status, "mine" in ran.err) == (2, True)
    assert not list(tmp_path.rglob("*.toml"))
