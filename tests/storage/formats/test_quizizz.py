"""Quizizz: sheets as people fill them in, what cannot be asked, and the way there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question, Source
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.quizizz import FORMAT
from quizgame.storage.formats.workbook import workbook_of
from tests.storage.formats.samples import back, core_of, packs

HEAD = "Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Option 5,Correct Answer,Time in seconds"
REAL = f"""\
{HEAD},Image Link,Answer explanation
What is ice made of?,Multiple Choice,fire,water,sand,,,2,30,,"It melts,
to water."
"Which is cold?",checkbox,ice,fire,,,,1,30,,
Which are cold?,Checkbox,ice,fire,snow,,,"1,3",30,,
Write about ice.,Open-Ended,,,,,,,300,,
Ice is ___.,Fill-in-the-Blank,cold,,,,,,30,,
What do you think?,Poll,good,bad,,,,,30,,
What is this?,Multiple Choice,ice,fire,,,,1,30,https://example.org/a.png,
Which is hot?,,ice,fire,,,,4,30,,
,Multiple Choice,ice,fire,,,,1,30,,
,,,,,,,,30,,
"""


def test_a_real_sheet_is_read():
    found = back(FORMAT, REAL)
    kept = [one for one in found if isinstance(one, Found)]
    assert [(one.line, one.question.stem, one.question.answer, one.question.distractors) for one in kept] == [
        (2, "What is ice made of?", "water", ("fire", "sand")),
        (4, "Which is cold?", "ice", ("fire",)),
    ]
    assert kept[0].question.explanation == "It melts,\nto water."
    assert [(one.line, one.reason, one.what) for one in found if isinstance(one, Skipped)] == [
        (5, "several answers are right", "Which are cold?"),
        (6, "a question of the type “Open-Ended” cannot be asked with options", "Write about ice."),
        (7, "a question of the type “Fill-in-the-Blank” cannot be asked with options", "Ice is ___."),
        (8, "a question of the type “Poll” cannot be asked with options", "What do you think?"),
        (9, "it shows a picture", "What is this?"),
        (10, "its key 4 is none of its options", "Which is hot?"),
        (11, "it has no question", "ice"),
    ]


def test_columns_may_stand_in_any_order_and_case():
    (found,) = back(FORMAT, "CORRECT ANSWER;option 2;Option 1;more;question text\n2;ice;fire;x;What is cold?\n")
    assert core_of(found.question) == ("What is cold?", "ice", ("fire",))


def test_what_is_written_is_what_quizizz_reads():
    question = Question(
        id="q-1",
        stem="What?",
        answer="@ice",
        distractors=tuple("bcdef"),
        source="s",
        evidence="It is.",
        explanation="-x",
    )
    pack = Pack(id="p", title="p", sources=(Source(id="s", title="On ice"),), questions=(question,))
    head, row = FORMAT.rows(pack)
    assert ",".join(head) == f"{HEAD},Image Link,Answer explanation"
    assert [*row[:2], *row[8:]] == ["What?", "Multiple Choice", "30", "", "'-x\n“It is.” — On ice"]
    assert sorted(row[2:7]) == ["'@ice", "b", "c", "d", "e"]
    assert row[1 + int(row[7])] == "'@ice"


@given(packs(), st.booleans())
def test_there_and_back(pack, is_workbook):
    text = FORMAT.write(pack)
    document = Document(workbook_of(FORMAT.rows(pack)) if is_workbook else text.encode())
    assert FORMAT.fits(document)
    found = list(FORMAT.read(document))
    assert all(isinstance(one, Found) for one in found)
    for one, question in zip(found, pack.questions, strict=True):
        assert FORMAT.why_not(question) == ""
        assert core_of(one.question) == core_of(question, FORMAT.most_distractors)
        assert one.question.stem == question.stem
        if not question.evidence:
            assert one.question.explanation == question.explanation


_MARKS = [
    "Question Text",
    "Question Type",
    "Option 1",
    "Correct Answer",
    "Poll",
    "1",
    "2",
    '"',
    ",",
    ";",
    "\n",
    "\r",
    "'=",
]


@given(st.lists(st.sampled_from(_MARKS) | st.text(max_size=4), max_size=40).map("".join))
def test_shuffled_marks_are_read(text):
    for told in (text, f"{HEAD}\n{text}"):
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
        "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2,Time limit,Correct answer(s)\na,b,c,20,1\n",
        "Question,Option 1,Option 2,Correct Answer\na,b,c,1\n",
        "#separator:tab\n#columns:Question Text\tOption 1\na\tb\n",
        "What?\nA. ice\nB. fire\nANSWER: A\n",
        "Question text, option 1, correct answer?{=a ~b}",
    ],
)
def test_it_does_not_fit_others(text):
    assert not FORMAT.fits(Document(text.encode()))
