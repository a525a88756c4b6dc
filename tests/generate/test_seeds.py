"""What the generator makes of the articles that ship: the packs themselves, their yield, and no trap sprung."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from quizgame.core.checks import check_pack
from quizgame.core.text import fold
from quizgame.generate import make_pack, read_text_article

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
REGENERATE = """
import sys
from pathlib import Path
from quizgame.generate import make_pack, read_text_article
from quizgame.storage.packfile import dump_pack
for name in sys.argv[1:]:
    path = Path(name)
    article = read_text_article(path.read_text(encoding="utf-8"), name=path.stem)
    sys.stdout.buffer.write(dump_pack(make_pack([article], id=article.id, title=article.title).pack).encode())
"""


def pack_of(stem):
    article = read_text_article((ROOT / "seeds" / f"{stem}.md").read_text(encoding="utf-8"), name=stem)
    return make_pack([article], id=article.id, title=article.title).pack


@pytest.fixture(scope="module")
def packs():
    return {path.stem: pack_of(path.stem) for path in SEEDS}


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_packs_are_what_the_generator_makes_of_the_seeds(hash_seed):
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", REGENERATE, *map(str, SEEDS)]
    made = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=ROOT).stdout
    shipped = b"".join((ROOT / "questions" / f"{path.stem}.toml").read_bytes() for path in SEEDS)
    assert made == shipped.replace(b"\r\n", b"\n")


def test_no_question_has_a_flaw(packs):
    assert [str(problem) for pack in packs.values() for problem in check_pack(pack)] == []


def test_yield_by_kind(packs):
    asked = Counter(question.kind for pack in packs.values() for question in pack.questions)
    least = {"count": 11, "quote": 7, "event": 5, "person": 8, "place": 5, "venue": 3, "date": 3, "age": 1, "org": 1}
    assert {kind: asked[kind] for kind, count in least.items() if asked[kind] < count} == {}
    assert sum(asked.values()) >= 50


def test_every_pack_says_where_it_comes_from(packs):
    for stem, pack in packs.items():
        assert (pack.license, pack.language, pack.tags) == ("CC0-1.0", "en", ("winter sports", "China"))
        assert [source.id for source in pack.sources] == [stem]
        assert all(question.evidence and question.source == stem for question in pack.questions)


def stems_with(pack, *words):
    return [question for question in pack.questions if all(word in question.stem for word in words)]


def test_medal_counts_say_their_sport(packs):
    for question in stems_with(packs["harbin-2025"], "how many", "medal") + stems_with(
        packs["harbin-2025"], "How many", "medal"
    ):
        assert "short-track" in question.stem
        assert "Harbin Asian Winter Games" in question.stem


def test_golds_of_the_sentence_are_no_distractors_of_one_another(packs):
    for question in packs["qitaihe-2022"].questions:
        assert not ({"7", "22"} <= {question.answer, *question.distractors})


def test_bound_goes_up_only(packs):
    (question,) = [question for question in packs["speed-skating-team-2023"].questions if question.answer == "over 130"]
    assert all(option.startswith("over ") and int(option[5:]) > 130 for option in question.distractors)


def test_no_two_names_of_one_thing_are_options(packs):
    for pack in packs.values():
        for question in pack.questions:
            options = [fold(option) for option in (question.answer, *question.distractors)]
            assert sum("milan" in option for option in options) <= 1
            assert sum("national" in option and "team" in option for option in options) <= 1


def test_no_question_points_back_or_guesses_a_gender(packs):
    for pack in packs.values():
        for question in pack.questions:
            bare = f" {fold(question.stem.split('“')[0])} "
            words = set(bare.split())
            assert not words & {"he", "she", "his", "her", "they", "their", "sunday", "today"}
            assert "that race" not in bare
            assert " the team " not in bare


def test_no_question_adds_up_or_names_event_lengths_as_counts(packs):
    answers = {(question.kind, question.answer) for pack in packs.values() for question in pack.questions}
    assert not {("count", wrong) for wrong in ("20", "eight", "3,000", "2,000", "1,500", "500", "15")} & answers


def test_surnames_that_two_persons_bear_stay_unresolved(packs):
    for question in packs["qitaihe-2022"].questions:
        assert {"Meng", "Yang", "Wang"}.isdisjoint({question.answer, *question.distractors})


def test_each_leg_is_named(packs):
    for question in packs["speed-skating-team-2023"].questions:
        if " leg" in question.stem:
            assert "first leg" in question.stem or "second leg" in question.stem
