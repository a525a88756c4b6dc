"""Fill-ins: what a clause reads like with a gap in it."""

import pytest

from quizgame.generate.blanks import blanked
from quizgame.generate.clause import Clause


def a_clause(**parts):
    told = {"helper": "", "base": "ground", "do": "did", "lemma": "ground", **parts}
    return Clause(**{"subject": "<O0>", "verb": "grounded", "rest": "<N1> aircraft", **told})


@pytest.mark.parametrize(
    ("clause", "when", "told"),
    [
        (a_clause(), "", "<O0> grounded _____ aircraft."),
        (a_clause(), "in March 2019", "In March 2019, <O0> grounded _____ aircraft."),
        (a_clause(intro="at <E2>"), "", "At <E2>, <O0> grounded _____ aircraft."),
        (a_clause(subject="The airline"), "in March 2019", "In March 2019, the airline grounded _____ aircraft."),
        (a_clause(subject="<N1> pilots", rest="the jets"), "", "_____ pilots grounded the jets."),
        (
            a_clause(subject="<N1> jets", helper="were", verb="grounded", rest="in <L2>"),
            "in May 2020",
            "In May 2020, _____ jets were grounded in <L2>.",
        ),
    ],
)
def test_a_fill_in_is_a_sentence_with_one_gap(clause, when, told):
    assert blanked(clause, "<N1>", when=when) == told


def test_what_does_not_stand_in_the_clause_once_cannot_be_left_out():
    assert blanked(a_clause(), "<N7>") == ""
    assert blanked(a_clause(subject="<N1> airlines", rest="<N1> aircraft"), "<N1>") == ""
