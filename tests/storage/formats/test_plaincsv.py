"""Plain CSV: the many ways in which people name columns, what cannot be asked, and a pack that comes back whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.plaincsv import FORMAT
from quizgame.storage.formats.workbook import workbook_of
from tests.storage.formats.samples import back, core_of, packs


@pytest.mark.parametrize(
    "text",
    [
        "stem,answer,distractor1,distractor2\nWhat is ice?,water,fire,sand\n",
        "Question;Correct Answer;Wrong 1;Wrong 2\nWhat is ice?;water;fire;sand\n",
        "incorrect_answer_1\tincorrect_answer_2\tKEY\tQUESTION\nfire\tsand\twater\tWhat is ice?\n",
        "question,correct,incorrect1,incorrect 2\nWhat is ice?,water,fire,sand\n",
        "question,correct_answer,incorrect_answers\nWhat is ice?,water,fire; sand;\n",
        "question,answer,distractors\nWhat is ice?,water,fire | sand\n",
        "question,answer,options\nWhat is ice?,water,fire | water | sand\n",
        "question,options,answer\nWhat is ice?,fire;sand;water,3\n",
        "Question,Option 1,Option 2,Option 3,Answer\nWhat is ice?,fire,water,sand,2\n",
        "Question,Option A,Option B,Option C,Answer\nWhat is ice?,fire,water,sand,B\n",
        "A title,\n\nquestion,answer,distractor1,distractor2\nWhat is ice?,water,fire,sand\n",
        '"stem","answer","distractor1","distractor2"\r\n"What is ice?","water","fire","sand"\r\n',
    ],
)
def test_columns_go_by_many_names(text):
    (found,) = back(FORMAT, text)
    assert core_of(found.question) == ("What is ice?", "water", ("fire", "sand"))
    assert FORMAT.fits(Document(text.encode()))


def test_all_that_may_stand_beside_a_question_is_read():
    text = (
        "source,tags,explanation,evidence,difficulty,kind,id,stem,answer,distractor1\n"
        'Xinhua,"ice; win\\;ter;; ice",It is.,"Ice,\nit says.",hard,what,ice-1,What?,water,fire\n'
        ",,,,9,,Not An Id,Who?,water,fire\n"
    )
    first, second = back(FORMAT, text)
    assert first.question == Question(
        id="ice-1",
        stem="What?",
        answer="water",
        distractors=("fire",),
        kind="what",
        difficulty=4,
        evidence="Ice,\nit says.",
        explanation="It is.\nSource: Xinhua",
        tags=("ice", "win;ter"),
    )
    assert second.question == Question(stem="Who?", answer="water", distractors=("fire",))
    assert (first.line, second.line) == (2, 4)


@pytest.mark.parametrize(
    ("row", "reason", "what"),
    [
        ("What?,,fire,", "it has no right answer", "What?"),
        (",water,fire,", "it has no question", "water"),
        ("What?,water,,", "it has no wrong answers", "What?"),
        ("What?,water", "it has no wrong answers", "What?"),
        ("What?,water,water,", "it has no wrong answers", "What?"),
        ("What?,E,,a;b;c;d", "its key E is none of its options", "What?"),
        ("What?,7,,a;b;c;d", "its key 7 is none of its options", "What?"),
        (f"{'x' * 2_001},a,b,", "a text of it is longer than 2,000 characters", "x" * 59 + "…"),
    ],
)
def test_what_cannot_be_asked_is_skipped(row, reason, what):
    first, bad, last = back(FORMAT, f"stem,answer,distractor1,options\nA?,b,c,\n{row}\n,,,\nD?,e,f,\n")
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert bad == Skipped(line=3, reason=reason, what=what)


def test_what_is_written_can_be_edited_in_a_spreadsheet():
    question = Question(
        id="q-1", stem="=What?", answer="-5", distractors=("+x", "b"), difficulty=2, tags=("a;b", "c\\")
    )
    pack = Pack(id="p", title="p", questions=(question,))
    assert FORMAT.write(pack) == (
        "id,stem,answer,distractor1,distractor2,distractor3,distractor4,distractor5,kind,difficulty,evidence,"
        "explanation,tags\n"
        "q-1,'=What?,-5,'+x,b,,,,,2,,,a\\;b; c\\\\\n"
    )


@given(packs(), st.booleans())
def test_everything_comes_back(pack, is_workbook):
    text = FORMAT.write(pack)
    document = Document(workbook_of(FORMAT.rows(pack)) if is_workbook else text.encode())
    assert FORMAT.fits(document)
    found = list(FORMAT.read(document))
    assert all(FORMAT.why_not(question) == "" for question in pack.questions)
    assert [one.question for one in found] == [replace(question) for question in pack.questions]


_MARKS = [
    "stem",
    "answer",
    "distractor1",
    "options",
    "tags",
    "\\",
    "A",
    "2",
    " | ",
    '"',
    ",",
    ";",
    "\n",
    "\r",
    "'=",
    "\0",
]


@given(st.lists(st.sampled_from(_MARKS) | st.text(max_size=4), max_size=40).map("".join))
def test_shuffled_marks_are_read(text):
    for told in (text, f"stem,answer,distractor1,options,option 2,tags,difficulty\n{text}"):
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
        "stem,answer\na,b\n",
        "front,back\na,b\n",
        "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2,Time limit,Correct answer(s)\na,b,c,20,1\n",
        "Question Text,Question Type,Option 1,Option 2,Correct Answer\na,Checkbox,b,c,1\n",
        "#separator:tab\n#columns:id\tstem\tanswer\tdistractor 1\na\tb\tc\td\n",
        "What?\nA. ice\nB. fire\nANSWER: A\n",
        "#Q What?\n^ ice\nA ice\nB fire\n",
        '{"question": "stem, answer, distractors"}',
        '[[questions]]\nstem = "a"\nanswer = "b"\ndistractors = ["c"]\n',
        '<quiz><question type="essay"/></quiz>',
        "The stem, the answer, the distractors.\n",
    ],
)
def test_it_does_not_fit_others(text):
    assert not FORMAT.fits(Document(text.encode()))


def test_columns_of_options_may_hold_the_wrong_ones_alone():
    text = "question,answer,option1,option2,option3\nHow many moons has Mars?,2,0,1,4\nWhich is hottest?,Venus,Mars,Earth,Io\n"
    mars, venus = (found.question for found in back(FORMAT, text))
    assert (mars.answer, mars.distractors) == ("2", ("0", "1", "4"))
    assert (venus.answer, venus.distractors) == ("Venus", ("Mars", "Earth", "Io"))
