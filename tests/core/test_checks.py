"""Every flaw, on a question that has it and on one that only looks so."""

import time

import pytest

from quizgame.core.checks import check, check_pack
from quizgame.core.flaws import FLAWS
from quizgame.core.pack import Pack, Question

BASE = {
    "stem": "Which city hosted the 2012 Summer Olympics?",
    "answer": "London",
    "distractors": ("Paris", "Rome", "Oslo"),
}


def flaws(**changes):
    return {problem.flaw for problem in check(Question(**{**BASE, **changes}))}


def test_a_sound_question_has_none():
    assert flaws() == set()


@pytest.mark.parametrize(
    ("flaw", "changes"),
    [
        ("empty-text", {"stem": "  "}),
        ("same-options", {"answer": "two", "distractors": ("2", "3", "4")}),
        ("same-options", {"distractors": ("the Hague", "The Hague", "Oslo")}),
        ("overlapping-ranges", {"answer": "10-20", "distractors": ("15-25", "30-40")}),
        ("key-in-stem", {"stem": "What is London called?"}),
        ("key-in-stem", {"stem": "Who sang at the Berg festival?", "answer": "Anna Berg", "distractors": ("Eva Dahl", "Bo Lund")}),
        ("broken-text", {"stem": "What is R&amp;D?"}),
        ("broken-text", {"distractors": ("SÃ£o Paulo", "Rome", "Oslo")}),
        ("unsafe-text", {"stem": "What\u202e is it?"}),
        ("points-back", {"stem": "What does the passage say?"}),
        ("points-back", {"stem": "Where was he born?"}),
        ("relative-time", {"stem": "Who won the race last week?"}),
        ("all-or-none", {"distractors": ("Paris", "None of the above")}),
        ("negative-stem", {"stem": "Which of these is not a city?"}),
        ("absolute-terms", {"stem": "Which city is usually foggy?"}),
        ("longest-option", {"answer": "London, the capital of the United Kingdom"}),
        ("mixed-options", {"answer": "12", "distractors": ("14", "Rome")}),
        ("mixed-options", {"answer": "12 km", "distractors": ("14 km", "15 days")}),
        ("mixed-options", {"answer": "London", "distractors": ("paris", "rome")}),
        ("article-clue", {"stem": "A doctor for animals is a", "answer": "vet", "distractors": ("imam", "oracle")}),
        ("far-number", {"answer": "40", "distractors": ("45", "200")}),
        ("far-number", {"answer": "100", "distractors": ("120", "45")}),
        ("long-stem", {"stem": "Which " + "very " * 30 + "old city is it?"}),
        ("long-option", {"distractors": ("P" + "a" * 80 + "ris", "Rome")}),
        ("no-question", {"stem": "The city of the 2012 Summer Olympics"}),
        ("convergence", {"answer": "red green blue", "distractors": ("red green pink", "red black blue", "grey green white")}),
    ],
)  # fmt: skip
def test_flaws_are_found(flaw, changes):
    assert flaw in flaws(**changes)


@pytest.mark.parametrize(
    ("flaw", "changes"),
    [
        ("relative-time", {"stem": "Who said, “We won last week”?"}),
        ("negative-stem", {"stem": "Who said, “It is not over”?"}),
        ("points-back", {"stem": "Which team won their first title in 1999?"}),
        ("no-question", {"stem": "This city hosted the 2012 Summer Olympics."}),
        ("no-question", {"stem": "London lies on the ____ river"}),
        ("mixed-options", {"answer": "Denver Nuggets", "distractors": ("Philadelphia 76ers", "Chicago Bulls")}),
        (
            "key-in-stem",
            {"stem": "Which Games came first?", "answer": "Oslo Games", "distractors": ("Rome Games", "Paris Games")},
        ),
        ("far-number", {"answer": "4", "distractors": ("1", "9")}),
        ("far-number", {"answer": "100", "distractors": ("50", "200")}),
        ("overlapping-ranges", {"answer": "5-10", "distractors": ("1-5", "10-15")}),
        ("same-options", {"answer": "é", "distractors": ("è", "ê", "e")}),
    ],
)
def test_false_alarms_are_not_raised(flaw, changes):
    assert flaw not in flaws(**changes)


def pack(*questions):
    return Pack(id="p", title="P", questions=tuple(questions))


def pack_flaws(*questions):
    return {(problem.flaw, problem.key) for problem in check_pack(pack(*questions))}


def test_problems_say_which_question():
    assert pack_flaws(Question(**BASE), Question(**{**BASE, "stem": "Who won last week?"})) == {
        ("relative-time", "questions[2].stem")
    }


def test_one_question_answers_another():
    told = Question(
        stem="Who is the coach of the Oslo curling team?", answer="Anna Berg", distractors=("Eva Dahl", "Bo Lund")
    )
    tells = Question(
        stem="In which year did coach Anna Berg of the Oslo curling team retire?", answer="1999", distractors=("1998",)
    )
    assert pack_flaws(told, tells) == {("answers-another", "questions[2].stem")}


def test_one_question_repeats_another_with_more():
    others = ("Bo Lund", "Eva Dahl")
    asked = Question(stem="Who is the captain of the Oslo curling team?", answer="Anna Berg", distractors=others)
    more = Question(
        stem="Which captain of the Oslo curling team took a long break in 1999?", answer="Anna Berg", distractors=others
    )
    apart = Question(stem="Who took a long break in 1999?", answer="Anna Berg", distractors=others)
    assert pack_flaws(asked, more) == {("answers-another", "questions[2].stem")}
    assert pack_flaws(more, asked) == {("answers-another", "questions[1].stem")}
    assert pack_flaws(asked, apart) == set()


def test_counts_that_are_equal_by_chance_repeat_nothing():
    fewer = Question(stem="How many men of the Oslo team raced?", answer="10", distractors=("12",))
    more = Question(stem="How many men of the Oslo team raced in Falun?", answer="10", distractors=("12",))
    assert ("answers-another", "questions[2].stem") not in pack_flaws(fewer, more)


def test_near_duplicates_but_not_near_questions():
    one = Question(stem="How many gold medals did Norway win in Oslo?", answer="two", distractors=("one", "three"))
    again = Question(stem="How many gold medals did Norway win at Oslo?", answer="two", distractors=("four", "three"))
    other = Question(stem="How many silver medals did Norway win in Oslo?", answer="two", distractors=("one", "three"))
    assert pack_flaws(one, again) == {("near-duplicate", "questions[2].stem")}
    assert pack_flaws(one, other) == set()


def test_a_habit_of_the_keys_is_told():
    same = [
        Question(stem=f"Which city has the code {number}0?", answer="Oslo", distractors=("Rome", "Bern"))
        for number in range(15)
    ]
    assert ("unbalanced-keys", "questions") in pack_flaws(*same)


def test_thousands_of_questions_take_a_moment():
    many = [
        Question(
            stem=f"Which of the people in house {number} is called {number * 7}?",
            answer=f"Person {number}",
            distractors=("Eva Dahl", "Bo Lund"),
        )
        for number in range(3_000)
    ]
    start = time.perf_counter()
    check_pack(pack(*many))
    assert time.perf_counter() - start < 10


def test_every_flaw_says_why_it_matters_and_how_to_mend_it():
    assert all(flaw.severity in {"error", "warning"} and flaw.why and flaw.mend for flaw in FLAWS.values())
