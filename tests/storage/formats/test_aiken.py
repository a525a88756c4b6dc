"""Aiken: stems, options and keys as people write them, and what they write beside them."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.aiken import FORMAT
from quizgame.storage.formats.document import Document
from tests.storage.formats.samples import back, core_of, holdable, packs

FILE = """\
What is the longest river of the island?
A. Dun
B. Ary
C. Lin
ANSWER: B

E. coli is a
A) bacterium
B) virus,
   or so they say
ANSWER: A
Is ice warm?
A. True
B. False
ANSWER: B


  Which two lines
  make one stem?

  a) these
  b) none
  answer: a
"""
OTHERS = (
    "",
    "A. First\nB. Second\n",
    "ANSWER: wait and see\n",
    "question,answer,distractor1\nWho?,Ann,Bob\n",
    '[[questions]]\ntype = "MultipleChoice"\n',
    "#Q Who?\n^ Ann\nA Ann\nB Bob\n",
    "::t::Who?{=Ann ~Bob}",
    "#separator:tab\nWho?\tAnn\n",
    "<p>A. one</p>",
    '{"response_code": 0, "results": []}',
    "\0\1\2",
)


def test_a_file_as_it_is_found():
    assert [(one.line, *core_of(one.question)) for one in back(FORMAT, FILE)] == [
        (1, "What is the longest river of the island?", "Ary", ("Dun", "Lin")),
        (7, "E. coli is a", "bacterium", ("virus, or so they say",)),
        (12, "Is ice warm?", "False", ("True",)),
        (18, "Which two lines make one stem?", "these", ("none",)),
    ]


@pytest.mark.parametrize(
    ("stem", "told"),
    [("A. Lincoln was a", "A. Lincoln was a"), ("B) flat is a", "B) flat is a"), ("a. priori is", "a. priori is")],
)
def test_a_stem_may_look_like_an_option(stem, told):
    (found,) = back(FORMAT, f"{stem}\nA. thing\nB. person\nANSWER: B\n")
    assert core_of(found.question) == (told, "person", ("thing",))


@pytest.mark.parametrize("key", ["B", " b", "B.", "B) person", "b)"])
def test_a_key_is_a_letter(key):
    (found,) = back(FORMAT, f"Who?\nA. thing\nB. person\nANSWER:{key}\n")
    assert found.question.answer == "person"


@pytest.mark.parametrize(
    ("text", "line", "reason", "what"),
    [
        ("Who?\nA. a\nB. b\nANSWER: E\n", 1, "its key E is none of its options", "Who?"),
        ("Who?\nA. a\nB. b\nANSWER: A, B\n", 1, "several answers are right", "Who?"),
        ("Who?\nA. a\nB. b\nANSWER: A and B\n", 1, "several answers are right", "Who?"),
        ("Who?\nA. a\nB. b\nANSWER:\n", 1, "its line ANSWER: names no option", "Who?"),
        ("Who?\nA. a\nB. b\nANSWER: both of them\n", 1, "its line ANSWER: does not name one letter", "Who?"),
        ("Who?\nA. a\nB. b\n", 1, "it has no line ANSWER:", "Who?"),
        ("\nTell me about it.\n", 2, "it has no options", "Tell me about it."),
        ("How many?\nANSWER: 4\n", 1, "it has no options", "How many?"),
        ("A. a\nB. b\nANSWER: A\n", 1, "it has no question", "a"),
        ("ANSWER: A\n", 1, "it has no question", ""),
        ("Who?\nA. a\nANSWER: A\n", 1, "it has no wrong answers", "Who?"),
        ("Who?\nA. a\nB. b\nB. c\nANSWER: A\n", 1, "two of its options have the same letter", "Who?"),
    ],
)
def test_what_cannot_be_asked_is_told(text, line, reason, what):
    good = "Good?\nA. yes\nB. no\nANSWER: A\n"
    assert back(FORMAT, text) == [Skipped(line=line, reason=reason, what=what)]
    first, second = back(FORMAT, f"{text}\n{good}")
    assert (first.reason, second.question.stem) == (reason, "Good?")


def test_a_heading_is_no_part_of_a_stem():
    first, second = back(FORMAT, "Chapter 1\n\nWho?\n\nA. a\nB. b\nANSWER: A\n")
    assert (first, second.question.stem) == (Skipped(line=1, reason="it has no options", what="Chapter 1"), "Who?")


@given(packs())
def test_questions_come_back(pack):
    assert holdable(FORMAT, pack) == list(pack.questions)
    found = back(FORMAT, FORMAT.write(pack))
    assert [core_of(one.question) for one in found] == list(map(core_of, pack.questions))


@pytest.mark.parametrize("stem", ["A. x", "B) x", "ANSWER: A", "Answer: b", "ANSWER :", "A.", "a\nA. b\nANSWER: C"])
def test_stems_that_look_like_marks_come_back(stem):
    question = Question(id="q", stem=stem, answer="ANSWER: B", distractors=("A. x", "B) y"))
    pack = Pack(id="p", title="P", questions=(question, msgspec.structs.replace(question, id="r")))
    assert [core_of(one.question) for one in back(FORMAT, FORMAT.write(pack))] == [core_of(question)] * 2


def test_the_place_of_the_key_gives_nothing_away():
    questions = tuple(Question(id=f"q-{n}", stem="?", answer="x", distractors=("a", "b", "c")) for n in range(40))
    text = FORMAT.write(Pack(id="p", title="P", questions=questions))
    assert {line[-1] for line in text.split("\n") if line.startswith("ANSWER")} == {*"ABCD"}


_MARKS = st.sampled_from(
    ["A. ", "A", "B) ", "b. ", "ANSWER: ", "ANSWER:", "A, B", "x", " ", "\n", "\n\n", "\r", "\0", "é"]
)


@given(st.binary(max_size=60) | st.lists(_MARKS, max_size=40).map(lambda bits: "".join(bits).encode()))
def test_anything_is_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    assert isinstance(FORMAT.fits(Document(data)), bool)


@given(st.lists(_MARKS, max_size=40).map("".join))
def test_nothing_but_blank_lines_vanishes(text):
    assert bool(back(FORMAT, text)) == bool(text.strip())


def test_it_knows_its_own_files_only():
    assert FORMAT.fits(Document(FILE.encode()))
    assert not any(FORMAT.fits(Document(text.encode())) for text in OTHERS)


@given(packs())
def test_it_knows_what_it_wrote(pack):
    assert FORMAT.fits(Document(FORMAT.write(pack).encode()))
