"""OpenTriviaQA: every mark of its files, and what its files have beside them."""

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.opentriviaqa import FORMAT
from tests.storage.formats.samples import back, core_of, holdable, packs

FILE = (
    b"#Q Which planet has the shortest year?\n^ Mercury\nA Venus\nB Mercury\nC Mars\nD Neptune\n\n"
    b"#Q Read this:\r\n\r\nA visitor rings twice.\r\nB flat follows.\r\nWhat was rung?\r\n^ A bell\r\nA A gong\r\nB A bell\r\n\r\n"
    b"#Q Who wrote \x93Caf\xe9 Noir\x94?\n^ Ren\xe9\nA Jos\xe9\nB Ren\xe9\n\n"
    b"#Q Water is wet.\n^ True \nA True\nB  False\n\n\n"
    b"#Q Which letter comes twice?\n^ e\nA e\nB e\nC o\n"
)
OTHERS = (
    "",
    "# Quiz\n\nPlain prose.\n",
    "question,answer,distractor1\nWho?,Ann,Bob\n",
    '[[questions]]\ntype = "MultipleChoice"\n',
    "Who?\nA. Ann\nB. Bob\nANSWER: A\n",
    "::t::Who?{=Ann ~Bob}",
    "#separator:tab\nWho?\tAnn\n",
    "<html><p>#Q ^ no</p></html>",
    '{"response_code": 0, "results": []}',
    "\0\1\2#Q",
)


def told(text, name="music"):
    return list(FORMAT.read(Document(text if isinstance(text, bytes) else text.encode(), name)))


def test_a_file_as_it_is_found():
    found = told(FILE)
    assert [(one.line, one.question.stem, one.question.answer, one.question.distractors) for one in found] == [
        (1, "Which planet has the shortest year?", "Mercury", ("Venus", "Mars", "Neptune")),
        (8, "Read this:\n\nA visitor rings twice.\nB flat follows.\nWhat was rung?", "A bell", ("A gong",)),
        (17, "Who wrote “Café Noir”?", "René", ("José",)),
        (22, "Water is wet.", "True", ("False",)),
        (28, "Which letter comes twice?", "e", ("o",)),
    ]


def test_the_name_of_the_file_is_the_topic():
    assert {one.question.tags for one in told(FILE)} == {("music",)}
    assert {one.question.tags for one in told(FILE, "")} == {()}


def test_a_key_may_be_written_in_another_way_than_its_option():
    (one,) = told("#Q Which?\n^ short track\nA Short-Track\nB Ski\n")
    assert one.question.answer == "Short-Track"


def test_options_may_be_wrapped_and_apart():
    (one,) = told("#Q Which?\n^ a long\none\nA a long\none\n\nB b\n\n\n")
    assert (one.question.answer, one.question.distractors) == ("a long one", ("b",))


@pytest.mark.parametrize(
    ("text", "line", "reason", "what"),
    [
        ("#Q Who?\nA Ann\nB Bob\n", 1, "it has no right answer", "Who? A Ann B Bob"),
        ("\n#Q Who?\n^ Cy\nA Ann\nB Bob\n", 2, "its key is none of its options", "Who?"),
        ("#Q Who?\n^ Ann\n^ Bob\nA Ann\nB Bob\n", 1, "several answers are right", "Who?"),
        ("#Q Who?\n^ Ann\n", 1, "it has no wrong answers", "Who?"),
        ("#Q Who?\n^ Ann\nA Ann\n", 1, "it has no wrong answers", "Who?"),
        ("#Q\n^ Ann\nA Ann\nB Bob\n", 1, "it has no question", "Ann"),
        ("Some words\nof mine\n\n", 1, "it does not begin with #Q", "Some words of mine"),
        (f"#Q {'x' * 2001}\n^ a\nA a\nB b\n", 1, "a text of it is longer than 2,000 characters", "x" * 59 + "…"),
    ],
)
def test_what_cannot_be_asked_is_told(text, line, reason, what):
    assert told(text) == [Skipped(line=line, reason=reason, what=what)]


def test_what_follows_a_question_is_told_and_spoils_nothing():
    block = "^ a\nA a\nB b\n"
    found = told(f"#Q One?\n{block}\nTwo?\n{block}\nThree?\n{block}\n#Q Four?\n{block}")
    assert [(type(one), one.line) for one in found] == [(Found, 1), (Skipped, 6), (Skipped, 11), (Found, 16)]


@given(packs())
def test_questions_come_back(pack):
    found = back(FORMAT, FORMAT.write(pack))
    assert holdable(FORMAT, pack) == list(pack.questions)
    assert [core_of(one.question) for one in found] == list(map(core_of, pack.questions))
    assert [one.question.stem for one in found] == [question.stem for question in pack.questions]


@pytest.mark.parametrize("stem", ["a\n^ b\n ^ c\n#Q d", "#Q", "^", "a\n\n  ^_^\n\nb", "A b", "a\nA b\n^", "a\n#Quiz"])
def test_stems_that_look_like_marks_come_back(stem):
    question = Question(id="q", stem=stem, answer="^ a", distractors=("#Q b", "A c"))
    (found,) = back(FORMAT, FORMAT.write(Pack(id="p", title="P", questions=(question,))))
    assert found.question == msgspec.structs.replace(question, id="", tags=("pack",))


def test_the_place_of_the_key_gives_nothing_away():
    questions = tuple(Question(id=f"q-{n}", stem="?", answer="x", distractors=("a", "b", "c")) for n in range(40))
    text = FORMAT.write(Pack(id="p", title="P", questions=questions))
    assert {line for line in text.split("\n") if line.endswith(" x")} == {"^ x", "A x", "B x", "C x", "D x"}


_MARKS = st.sampled_from(["#Q", "#Q ", "^", "^ ", "A ", "B ", "a", " ", "\n", "\n\n", "\r\n", "\0", "é"])


@given(st.binary(max_size=60) | st.lists(_MARKS, max_size=40).map(lambda bits: "".join(bits).encode()))
def test_anything_is_read(data):
    assert all(isinstance(one, Found | Skipped) for one in told(data))
    assert isinstance(FORMAT.fits(Document(data)), bool)


@given(st.lists(_MARKS, max_size=40).map("".join))
def test_every_mark_of_a_question_is_found_or_skipped(text):
    marks = {number for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), 1) if line.startswith("#Q")}
    assert marks <= {one.line for one in told(text)}


def test_it_knows_its_own_files_only():
    assert FORMAT.fits(Document(FILE))
    assert not any(FORMAT.fits(Document(text.encode())) for text in OTHERS)


@given(packs())
def test_it_knows_what_it_wrote(pack):
    assume(pack.questions)
    assert FORMAT.fits(Document(FORMAT.write(pack).encode()))
