"""``quizgame generate``."""

import io
import json
import sys
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


def test_a_file_that_is_no_pack_is_not_replaced_without_force(run, tmp_path):
    out = tmp_path / "out.toml"
    for text in ("mine = true\n", BY_HAND, "[[questions]]\n"):
        out.write_text(text)
        refused = run("generate", str(SEED), "-o", str(out))
        assert (refused.status, out.read_text()) == (1, text)
        assert "--force" in refused.err
    assert "out.toml:1: questions[1].stem: is missing" in refused.err
    assert run("generate", str(SEED), "-o", str(out), "--force").status == 0
    assert run("packs", "check", str(out)).status == 0


def test_an_article_is_never_replaced_by_its_pack(run, tmp_path):
    article = tmp_path / "bread.md"
    article.write_text(SEED.read_text())
    for options in (["-o", "bread.md"], ["-o", "../" + tmp_path.name + "/bread.md", "--force"]):
        refused = run("generate", str(tmp_path), *options)
        assert (refused.status, article.read_text()) == (2, SEED.read_text())
        assert "is one of the articles" in refused.err


def test_an_article_told_twice_is_asked_once(run, tmp_path):
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(SEED.read_text().replace('id = "harbin-2025"', "").replace("id: harbin-2025", ""))
    assert run("generate", "one.md", "two.md", "-o", "both.toml").status == 0
    stems = [question["stem"] for question in tomllib.loads((tmp_path / "both.toml").read_text())["questions"]]
    assert len(stems) == len(set(stems))


def test_where_only_sure_ones_are_wanted_the_hint_is_to_want_more(run, tmp_path):
    (tmp_path / "one.txt").write_text("Anna Berg won a bronze medal at the 2031 Oslo Open.")
    refused = run("generate", "one.txt", "--sure", "-o", "one.toml")
    assert refused.status == 1
    assert "without --sure" in refused.err


BY_HAND = """[[questions]]
id = "mine"
stem = "Who wrote this?"
answer = "I did"
distractors = ["You did", "They did"]
"""


@pytest.fixture
def pack(run, tmp_path):
    """A pack of the seed, in a file that can be generated again."""
    assert run("generate", str(SEED), "-o", "pack.toml").status == 0
    return tmp_path / "pack.toml"


def again(run, *options):
    ran = run("generate", str(SEED), "-o", "pack.toml", *options)
    assert ran.status == 0, ran.err
    return ran.err


def test_generating_again_changes_nothing(run, pack):
    text = pack.read_bytes()
    assert "nothing has changed" in again(run)
    assert pack.read_bytes() == text


def test_what_was_edited_added_and_deleted_survives_and_the_rest_is_brought_up_to_date(run, pack):
    head, first, _, *rest = pack.read_text().split("\n[[questions]]\n")
    edited = first.replace("difficulty = ", "# quite hard\ndifficulty = ").replace('stem = "', 'stem = "Tell me: ')
    own = BY_HAND.removeprefix("[[questions]]\n")
    pack.write_text("\n[[questions]]\n".join([head, edited, own, *rest]))
    stems = [question["stem"] for question in tomllib.loads(pack.read_text())["questions"]]
    text = pack.read_text()
    assert "nothing has changed (" in (told := again(run))
    assert "2 of your own kept, 1 that you deleted left out" in told
    assert pack.read_text() == text

    said = again(run, "--sure")
    sure = [question["stem"] for question in tomllib.loads(pack.read_text())["questions"]]
    assert "2 of your own kept" in said
    assert "not made any more and removed" in said
    assert edited.rstrip() in pack.read_text()
    assert own.rstrip() in pack.read_text()
    assert len(sure) < len(stems)

    assert "1 that you deleted left out" in again(run)
    assert [question["stem"] for question in tomllib.loads(pack.read_text())["questions"]] == stems


def test_force_makes_all_anew(run, pack):
    fresh = pack.read_bytes()
    pack.write_text(pack.read_text().replace('stem = "', 'stem = "Tell me: '))
    again(run, "--force")
    assert pack.read_bytes() == fresh


def test_comments_stay(run, pack):
    pack.write_text(pack.read_text().replace("[[questions]]", "# round one\n[[questions]]", 1) + "# the end\n")
    text = pack.read_text()
    assert "1 of your own kept" not in again(run)
    assert pack.read_text() == text
    again(run, "--limit", "2", "--title", "Short")
    assert "# round one\n[[questions]]" in pack.read_text()
    assert pack.read_text().endswith("# the end\n")
    assert tomllib.loads(pack.read_text())["title"] == "Short"


def test_another_article_adds_to_a_pack(run, pack):
    before = tomllib.loads(pack.read_text())["questions"]
    other = Path(SEED).with_name("qitaihe-2022.md")
    ran = run("generate", str(other), "-o", "pack.toml")
    assert f"{len(before)} of other articles kept" in ran.err
    after = tomllib.loads(pack.read_text())
    assert after["questions"][: len(before)] == before
    assert [source["id"] for source in after["sources"]] == ["harbin-2025", "qitaihe-2022"]


def test_an_article_of_the_same_name_that_tells_other_things_is_refused(run, pack):
    text = pack.read_text()
    other = Path(SEED).with_name("qitaihe-2022.md").read_text().replace('id = "qitaihe-2022"', 'id = "harbin-2025"')
    Path("other.md").write_text(other)
    refused = run("generate", "other.md", "-o", "pack.toml")
    assert (refused.status, pack.read_text()) == (1, text)
    assert "nothing in the file has to do with these articles (--force replaces it)" in refused.err


def test_ids_outlive_a_change_of_the_article(run, pack):
    before = {question["id"] for question in tomllib.loads(pack.read_text())["questions"]}
    Path("harbin.md").write_text(
        "+++\n\nA word first: nobody slept.\n\n".join(Path(SEED).read_text().rsplit("+++\n\n", 1))
    )
    assert run("generate", "harbin.md", "-o", "pack.toml").status == 0
    after = tomllib.loads(pack.read_text())["questions"]
    assert {question["id"] for question in after} <= before
    assert len(after) > len(before) / 2


def test_a_pack_whose_every_question_was_deleted_is_told(run, pack):
    head, *questions = pack.read_text().split("\n[[questions]]\n")
    marks = questions[-1][questions[-1].index("\n# What the generator") :]
    pack.write_text(f"{head}\n{BY_HAND}{marks}")
    again(run)
    assert [question["id"] for question in tomllib.loads(pack.read_text())["questions"]] == ["mine"]


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
    assert "the publisher is no part of the story (org 1, person 1)\n        Zhang Jing\n" in words.out
    assert "        and 9 more\n" in words.out
    told = json.loads(run("generate", str(SEED), "-o", str(tmp_path / "b.toml"), "--report", "--json").out)
    assert sum(kind["asked"] for kind in told["kinds"]) > 10


def test_limit_and_sure_ask_less(run, tmp_path):
    def questions(*options):
        run("generate", str(SEED), "-o", str(tmp_path / "out.toml"), *options)
        return json.loads(run("packs", "show", str(tmp_path / "out.toml"), "--json").out)["questions"]

    everything = questions()
    assert len(questions("--limit", "3")) == 3
    assert 0 < len(questions("--sure")) < len(everything)


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "nothing was found to ask about"), ("It rained again. They were late.\n", "no sentence states a fact")],
)
def test_an_article_with_nothing_to_ask_says_so(run, tmp_path, text, told):
    article = tmp_path / "dull.txt"
    article.write_text(text)
    ran = run("generate", str(article), "--report")
    assert (ran.status, told in ran.err) == (1, True)
    assert "dull.txt" in ran.err


def test_where_all_is_less_sure_it_is_told_how_to_see_it(run, tmp_path):
    ban = "Bolivia banned the import of wooden ferries from Norway in the spring of the year after a fire on Lake Titicaca."
    (tmp_path / "ban.txt").write_text(ban + "\n")
    ran = run("generate", "ban.txt")
    assert ran.status == 1
    assert (
        "1 question would be less sure: in the game, press n and give the article there to choose from them" in ran.err
    )


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


def test_a_folder_and_standard_input_make_one_pack(run, tmp_path, monkeypatch):
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("qitaihe-2022.md", "speed-skating-team-2023.md"):
        (folder / name).write_bytes(SEED.with_name(name).read_bytes())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SEED.read_bytes())))
    ran = run("generate", str(folder), "-", "-o", "-")
    assert ran.status == 0, ran.err
    sources = [source["id"] for source in tomllib.loads(ran.out)["sources"]]
    assert sources == ["qitaihe-2022", "speed-skating-team-2023", "harbin-2025"]


def test_an_article_that_gives_nothing_is_named_beside_others(run, tmp_path):
    (tmp_path / "dull.txt").write_text("It rained again. They were late.\n")
    ran = run("generate", str(SEED), "dull.txt", "-o", "-", "--report")
    assert ran.status == 0
    assert "dull: nothing was found to ask about: no sentence states a fact" in ran.err
    assert tomllib.loads(ran.out)["questions"]


def test_of_many_articles_that_give_nothing_some_are_named(run, tmp_path):
    for number in range(12):
        (tmp_path / f"dull-{number:02}.txt").write_text("It rained again. They were late.\n")
    dull = [f"dull-{number:02}.txt" for number in range(12)]
    ran = run("generate", str(SEED), *dull, "-o", "-")
    assert ran.status == 0
    assert ran.err.count("no sentence states a fact") == 10
    assert "and 2 more articles that nothing is asked of" in ran.err


def test_a_title_is_taken_though_the_head_of_the_pack_was_edited(run, pack):
    pack.write_text(pack.read_text().replace('description = "', 'description = "Mine: ', 1))
    again(run, "--title", "New")
    head = tomllib.loads(pack.read_text())
    assert (head["title"], head["description"][:5]) == ("New", "Mine:")


def test_a_title_without_letters_is_refused(run):
    ran = run("generate", str(SEED), "-o", "pack.toml", "--title", " ")
    assert (ran.status, "--title" in ran.err) == (2, True)


RACE = "Anna Berg won the women's 500m gold at the Oslo Winter Games in short track speed skating.\n"
HELD = "Karen Holm won the women's 1,500m silver at the Bergen Winter Games in short track speed skating."


def test_what_goes_among_the_players_own_takes_options_from_the_packs_at_hand(run, home, tmp_path):
    (tmp_path / "race.txt").write_text(RACE)
    other = (
        f'title = "Ice"\n[[questions]]\nstem = "Who?"\nanswer = "A"\ndistractors = ["B", "C"]\nevidence = "{HELD}"\n'
    )
    (tmp_path / "ice.toml").write_text(other)
    run("generate", "race.txt", "--id", "before")
    run("packs", "add", "ice.toml")
    run("generate", "race.txt", "--id", "after")
    apart = run("generate", "race.txt", "-o", "-").out
    before, after = ((home / "questions" / f"{name}.toml").read_text() for name in ("before", "after"))
    assert "Bergen Winter Games" in after
    assert "Bergen Winter Games" not in before + apart


def test_an_id_that_cannot_be_one_is_refused(run, tmp_path):
    ran = run("generate", str(SEED), "--id", "../Mine")
    assert (ran.status, "mine" in ran.err) == (2, True)
    assert not list(tmp_path.rglob("*.toml"))
