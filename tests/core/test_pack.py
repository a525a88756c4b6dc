"""Packs: what they may hold, and what editors are told of it."""

import json
import os
from datetime import date
from pathlib import Path

import msgspec
import pytest

from quizgame.core.pack import Pack, Question, Source, credit, question_id

SCHEMA = Path(__file__).parents[2] / "questions" / "pack.schema.json"


def schema():
    """The schema of a pack file, in which the id and the title are the file's name unless they are written."""
    told = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Pack)}
    told["$defs"]["Pack"]["required"] = ["questions"]
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def test_the_schema_that_editors_read_is_current():
    if os.environ.get("QUIZGAME_GOLDENS") == "write":
        SCHEMA.write_text(schema())
    assert SCHEMA.read_text() == schema()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            Source(id="s", title="Gold", publisher="Xinhua", published=date(2025, 2, 9)),
            "Gold · Xinhua, 9 February 2025",
        ),
        (Source(id="s", title="Gold", published=date(2025, 2, 9)), "Gold · 9 February 2025"),
        (Source(id="s", publisher="Xinhua"), "s · Xinhua"),
        (Source(id="s", url="https://example.org/a"), "https://example.org/a"),
    ],
)
def test_a_source_is_credited_by_what_is_known_of_it(source, told):
    assert credit(source) == told


def test_an_id_made_of_the_wording_does_not_see_case_or_marks():
    assert question_id("Who won?", "Ann") == question_id("who  won", "ann")
    assert question_id("Who won?", "Ann") != question_id("Who won?", "Bob")


def test_ids_of_many_questions_differ():
    """The first two numbers whose questions had one id when it had 32 bits."""
    assert question_id("What is question 25684?", "yes") != question_id("What is question 94897?", "yes")


@pytest.mark.parametrize("distractors", [("yes",), ("no", "no"), (), ("1", "2", "3", "4", "5", "6")])
def test_options_must_differ_and_number_two_to_six(distractors):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"stem": "?", "answer": "yes", "distractors": distractors}, Question)


@pytest.mark.parametrize("identity", ["ice\n", "\nice", "ice\nx", "Ice", "", "-ice", "x" * 65])
def test_an_id_is_one_word(identity):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": identity}, Source)


@pytest.mark.parametrize("identity", ["q\n", "\n", "q\nx", "Q", "x" * 65])
def test_the_id_of_a_question_is_one_word_or_none(identity):
    table = {"stem": "?", "answer": "yes", "distractors": ["no"]}
    assert msgspec.convert({**table, "id": ""}, Question).id == ""
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**table, "id": identity}, Question)
