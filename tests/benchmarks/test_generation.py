"""The benchmark counts what it says it counts."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("generation.py")
ROOT = SCRIPT.parents[2]
SAID = '"Every one of my skaters trained in an empty car park for two winters," said {}. {} and {} listened.'
PERSONS = ("Anna Berg", "Maria Lind", "Karen Holm")


def run(*arguments):
    done = subprocess.run([sys.executable, SCRIPT, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    path = tmp_path_factory.mktemp("news") / "news.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["url", "date", "title", "text"])
        for number in range(8):
            text = SAID.format(*PERSONS) if number < 6 else "It was so. They knew."
            table.writerow([f"https://example.org/{number}", "2019-05-01", f"Day {number}", text])
    return path


def test_the_halves_make_the_whole_and_the_yield_adds_up(news):
    halves = [json.loads(run("--wikinews", news, "--split", half, "--json")) for half in ("tune", "held-out")]
    whole = json.loads(run("--wikinews", news, "--split", "all", "--json", "--jobs", "2"))["Wikinews"]
    parts = [half["Wikinews"] for half in halves if half]
    for key in ("articles", "words", "questions", "articles without a question"):
        assert sum(part[key] for part in parts) == whole[key]
    assert (whole["articles"], whole["articles without a question"]) == (8, 2)
    assert sum(row["asked"] for row in whole["kinds"].values()) == whole["questions"] >= 6
    assert set(whole["words per second"]) == {
        "reading", "sentences and tags", "facts", "distractors and selection", "all"
    }  # fmt: skip


def test_articles_with_what_people_asked_are_measured_against_it(tmp_path):
    context = SAID.format(*PERSONS)
    answers = [{"answer_start": context.index("Anna"), "text": "Anna Berg"}]
    paragraph = {"context": context, "qas": [{"question": "Who?", "answers": answers}]}
    path = tmp_path / "squad.json"
    path.write_text(json.dumps({"data": [{"title": "A_day", "paragraphs": [paragraph]}]}), encoding="utf-8")
    people = json.loads(run("--squad", path, "--split", "all", "--json"))["SQuAD"]["people"]
    assert people["answers asked"] == 1
    assert 0 < people["keys that people chose"] <= 1


def test_overlap_is_told_by_article_and_by_place(monkeypatch):
    monkeypatch.syspath_prepend(SCRIPT.parent)
    from corpora import Paragraph, Text
    from overlap import overlaps

    from quizgame.core.pack import Question

    first = Paragraph("The rink opened in 1998. It burned in 2004.", ((19, "1998"), (4, "rink")))
    second = Paragraph("In 1998 a storm came.", ((8, "a storm"),))
    text = Text("SQuAD", "rink", "Rink", "", paragraphs=(first, second))
    questions = [
        Question(stem="When?", answer=answer, distractors=("1990",), evidence=evidence)
        for answer, evidence in (
            ("in 1998", "The rink opened in 1998."), ("1998", second.text), ("2004", "It burned in 2004.")
        )
    ]  # fmt: skip
    assert overlaps([(text, questions)]) == {
        "answers asked": 1 / 3,
        "keys that people chose": 2 / 3,
        "keys that people chose in their paragraph": 1 / 3,
        "years that people chose": 2 / 3,
        "years that people chose in their place": 1 / 3,
    }


def test_questions_are_written_down_for_judging_in_a_drawn_order(news, tmp_path):
    def dumped(seed):
        run("--wikinews", news, "--split", "all", "--dump", tmp_path / "out.txt", "--sample", "5", "--seed", seed)
        return (tmp_path / "out.txt").read_text()

    assert "* Anna Berg" in dumped("1")
    assert dumped("1").count("   < ") == 5
    assert dumped("1") != dumped("2")
