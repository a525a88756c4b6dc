"""Small articles, and what the generator must and must not make of them."""

import tomllib
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

import msgspec
import pytest

from quizgame.core.numbers import number_in
from quizgame.generate import make_pack, read_text_article

CASES = sorted(Path(__file__).parent.glob("*.toml"))
KEYS = {"why", "title", "published", "text", "asked", "never", "most_of_one_answer"}


def questions_of(case):
    article = read_text_article(case["text"], name="case")
    told = {"title": case.get("title", "A day out"), "published": case.get("published")}
    article = msgspec.structs.replace(article, **told)
    pack = make_pack([article], id="case", title=article.title).pack
    return pack.questions if pack else ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_golden(path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(case) <= KEYS
    questions = questions_of(case)
    for wanted in case.get("asked", []):
        assert_asked(wanted, questions)
    assert_never(case.get("never", {}), questions)
    most = case.get("most_of_one_answer")
    if most:
        assert max(Counter(question.answer for question in questions).values()) == most


def assert_asked(wanted, questions):
    found = [question for question in questions if fnmatchcase(question.stem.lower(), escaped(wanted["stem"].lower()))]
    told = "\n".join(f"{question.stem} = {question.answer}" for question in questions)
    assert len(found) == 1, told
    question = found[0]
    assert fnmatchcase(question.answer, wanted["answer"]), told
    assert not {*question.distractors} & {*wanted.get("without", [])}
    for part in wanted.get("evidence", []):
        assert part in question.evidence
    if "more_than" in wanted:
        assert all(number_in(option)[0] > wanted["more_than"] for option in question.distractors)


def escaped(pattern):
    return pattern.replace("?", "[?]")


def assert_never(never, questions):
    for question in questions:
        told = (question.stem, question.answer, question.distractors)
        assert question.answer not in never.get("answers", []), told
        assert question.kind not in never.get("kinds", []), told
        assert not [part for part in never.get("in_stems", []) if part in question.stem], told
        options = (question.answer, *question.distractors)
        assert not [part for part in never.get("in_options", []) if part in options], told
