"""Kahoot: the template as people fill it in, as text and as a workbook, what cannot be asked, and back again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.kahoot import FORMAT
from quizgame.storage.formats.workbook import workbook_of
from tests.storage.formats.samples import back, core_of, holdable, packs

HEAD = [
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
]
ABOVE = [
    ["", "Quiz template"],
    ["", "Add questions, at least two answer alternatives, time limit and choose correct answers (at least one)."],
    ["", "Remember: questions have a limit of 120 characters and answers can have 75 characters max."],
]
FILLED = [
    ["1", "What is ice made of?", "fire", "water", "sand", "air", "20", "2"],
    ["2", "Is snow white?", "Yes, it is", "No", "", "", "30", "1.0"],
    ["3", "Which are cold?", "ice", "fire", "snow", "sand", "20", "1,3"],
    ["4", "Which is hot?", "ice", "fire", "", "", "20", ""],
    ["5", "Which is wet?", "ice", "water", "", "", "20", "3"],
    ["6", "Which is dry?", "sand", "", "", "", "20", "1"],
    ["7", "", "ice", "water", "", "", "20", "1"],
    ["8", "What burns?", "fire", "ice", "", "", "20", "fire"],
    ["9", "", "", "", "", "", "", ""],
    ["10", "", "", "", "", "", "", ""],
]
SKIPPED = [
    (7, "several answers are right", "Which are cold?"),
    (8, "it has no right answer", "Which is hot?"),
    (9, "its key 3 is none of its options", "Which is wet?"),
    (10, "it has no wrong answers", "Which is dry?"),
    (11, "it has no question", "ice"),
]


def text_of(rows, mark=","):
    return "\n".join(mark.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)


@pytest.mark.parametrize(
    "data",
    [
        text_of([*ABOVE, HEAD, *FILLED]).encode(),
        text_of([*ABOVE, HEAD, *FILLED], ";").encode("utf-8-sig"),
        text_of([*ABOVE, [head.upper() for head in HEAD], *FILLED], "\t").encode("utf-16"),
        workbook_of([*ABOVE, HEAD, *FILLED]),
        workbook_of([row[::-1] for row in [*ABOVE, HEAD, *FILLED]]),
    ],
    ids=["comma", "semicolon", "tab", "workbook", "backwards"],
)
def test_the_filled_in_template_is_read(data):
    found = list(FORMAT.read(Document(data)))
    kept = [one for one in found if isinstance(one, Found)]
    assert [(one.line, one.question.stem, one.question.answer, set(one.question.distractors)) for one in kept] == [
        (5, "What is ice made of?", "water", {"fire", "sand", "air"}),
        (6, "Is snow white?", "Yes, it is", {"No"}),
        (12, "What burns?", "fire", {"ice"}),
    ]
    told = [(one.line, one.reason, one.what) for one in found if isinstance(one, Skipped)]
    assert told == SKIPPED
    assert FORMAT.fits(Document(data))


def test_a_damaged_workbook_is_told():
    data = workbook_of([HEAD, *FILLED])[:500]
    for look in (FORMAT.fits, lambda document: list(FORMAT.read(document))):
        with pytest.raises(DataError):
            look(Document(data))


def test_what_is_written_is_what_kahoot_reads():
    question = Question(id="q-1", stem="=What?", answer="-ice", distractors=("b", "c", "d", "e"))
    head, row = FORMAT.rows(Pack(id="p", title="p", questions=(question,)))
    assert list(head) == HEAD[1:]
    assert row[0] == "'=What?"
    assert sorted(row[1:5]) == ["'-ice", "b", "c", "d"]
    assert row[5] == "20"
    assert row[int(row[6])] == "'-ice"


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (Question(stem="x" * 121, answer="a", distractors=("b",)), "its question is longer than 120 characters"),
        (Question(stem="x", answer="a" * 76, distractors=("b",)), "one of its answers is longer than 75 characters"),
        (Question(stem="x", answer="a", distractors=("b" * 76,)), "one of its answers is longer than 75 characters"),
        (Question(stem="x" * 120, answer="a" * 75, distractors=("b", "c", "d", "e" * 76)), ""),
    ],
)
def test_what_kahoot_refuses_is_told(question, reason):
    assert FORMAT.why_not(question) == reason


@given(packs(), st.booleans())
def test_there_and_back(pack, is_workbook):
    pack = Pack(id="p", title="p", questions=tuple(holdable(FORMAT, pack)))
    text = FORMAT.write(pack)
    document = Document(workbook_of(FORMAT.rows(pack)) if is_workbook else text.encode())
    assert FORMAT.fits(document)
    found = list(FORMAT.read(document))
    assert all(isinstance(one, Found) for one in found)
    for one, question in zip(found, pack.questions, strict=True):
        assert core_of(one.question) == core_of(question, FORMAT.most_distractors)
        assert one.question.stem == question.stem


_MARKS = [
    "Question",
    "Answer 1",
    "Answer 2",
    "Correct answer",
    "1",
    "2",
    "1,2",
    '"',
    ",",
    ";",
    "\t",
    "\n",
    "\r",
    "'=",
    "\0",
]


@given(st.lists(st.sampled_from(_MARKS) | st.text(max_size=4), max_size=40).map("".join))
def test_shuffled_marks_are_read(text):
    head = "Question,Answer 1,Answer 2,Correct answer\n"
    for told in (text, head + text):
        assert all(isinstance(one, Found | Skipped) for one in back(FORMAT, told))
        FORMAT.fits(Document(told.encode()))


@given(st.binary(max_size=200).filter(lambda data: not Document(data).is_workbook))
def test_any_bytes_are_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    FORMAT.fits(Document(data))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "stem,answer,distractor1\na,b,c\n",
        "Question Text,Question Type,Option 1,Option 2,Correct Answer\na,Checkbox,b,c,1\n",
        "Question,Correct Answer,Wrong 1\na,b,c\n",
        "#separator:tab\n#columns:Question\tAnswer\na\tb\n",
        "What?\nA. ice\nB. fire\nANSWER: A\n",
        "Question, answer 1, answer 2?{=a ~b}",
        '<quiz><question type="essay"/></quiz>',
        'question = "answer 1, answer 2"\n',
    ],
)
def test_it_does_not_fit_others(text):
    assert not FORMAT.fits(Document(text.encode()))
