"""No kind of question is lost unnoticed: what a small corpus of our own gives is compared with what it gave before."""

import os
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from quizgame.generate import make_pack, read_text_article

CORPUS = Path(__file__).parent / "corpus"
TABLE = CORPUS / "yield.toml"
ANEW = "if that is meant, write the table anew with QUIZGAME_GOLDENS=write"


def asked_now():
    """How many questions of each kind every article gives, made into a pack of its own."""
    asked = Counter()
    for path in sorted(CORPUS.glob("*.md")):
        article = read_text_article(path.read_text(encoding="utf-8"), name=path.stem)
        pack = make_pack([article], id="corpus", title=article.title).pack
        asked.update(question.kind for question in (pack.questions if pack else ()))
    return asked


def table_of(asked):
    return "".join(f"{kind} = {count}\n" for kind, count in sorted(asked.items()))


@pytest.fixture(scope="module")
def asked():
    asked = asked_now()
    if os.environ.get("QUIZGAME_GOLDENS") == "write":
        TABLE.write_text("# questions of each kind that the articles beside this file give\n" + table_of(asked))
    return asked


@pytest.fixture(scope="module")
def before(asked):
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def test_no_kind_falls_below_half_of_what_it_gave(asked, before):
    fallen = {kind: (count, asked[kind]) for kind, count in before.items() if asked[kind] * 2 < count}
    assert fallen == {}, f"from, to: {ANEW}"


def test_the_whole_yield_does_not_fall_by_a_tenth(asked, before):
    assert asked.total() >= 0.9 * sum(before.values()), f"{table_of(asked)}{ANEW}"


def test_the_table_is_not_so_old_that_a_fall_would_go_unnoticed(asked, before):
    assert set(asked) <= set(before), ANEW
    assert asked.total() <= 1.5 * sum(before.values()), f"{table_of(asked)}{ANEW}"
