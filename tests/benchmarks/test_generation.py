"""The benchmark counts what it says it counts."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("generation.py")
ROOT = SCRIPT.parents[2]
SAID = '"Every one of them has earned a long and quiet holiday," said {}. {} and {} listened in 1998.'
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


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    path = tmp_path_factory.mktemp("squad") / "squad.json"
    context = SAID.format(*PERSONS)
    answers = [{"answer_start": context.index("Anna"), "text": "Anna Berg"}, {"answer_start": 1, "text": "Every one"}]
    paragraph = {"context": context, "qas": [{"question": "Who?", "answers": answers}]}
    path.write_text(json.dumps({"data": [{"title": "A_day", "paragraphs": [paragraph]}]}), encoding="utf-8")
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


def test_the_overlap_with_what_people_asked_is_told(asked):
    people = json.loads(run("--squad", asked, "--split", "all", "--json"))["SQuAD"]["people"]
    assert people == {
        "answers asked": 0.5,
        "keys that people chose": 1.0,
        "keys that people chose in their paragraph": 1.0,
        "years that people chose": 0.0,
        "years that people chose in their place": 0.0,
    }


def test_questions_are_written_down_for_judging_in_a_drawn_order(news, tmp_path):
    def dumped(seed):
        run("--wikinews", news, "--split", "all", "--dump", tmp_path / "out.txt", "--sample", "5", "--seed", seed)
        return (tmp_path / "out.txt").read_text()

    assert "* Anna Berg" in dumped("1")
    assert dumped("1").count("   < ") == 5
    assert dumped("1") != dumped("2")
