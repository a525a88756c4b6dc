"""Open Trivia DB: JSON in all its encodings, damaged, and of other shapes."""

import base64
import html
import json
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.opentdb import FORMAT
from tests.storage.formats.samples import back, core_of, holdable, packs

STEM, RIGHT, WRONG = 'Who sang "50% & more" at Café Ø?', "Ann-Marie O'Dell", ["C++", "R&D", "100%25"]
ITEM = {
    "type": "multiple",
    "difficulty": "hard",
    "category": "Entertainment: Music",
    "question": STEM,
    "correct_answer": RIGHT,
    "incorrect_answers": WRONG,
}
OTHERS = (
    "",
    '{"a": [1, 2]}',
    '[{"question": "Who?"}]',
    "question,answer\nWho?,Ann\n",
    '[[questions]]\ntype = "MultipleChoice"\n',
    "#Q Who?\n^ Ann\nA Ann\nB Bob\n",
    "Who?\nA. Ann\nB. Bob\nANSWER: A\n",
    "<html></html>",
    'He said "correct_answer" twice.',
    "\0\1\2",
)


def encoded(value, change):
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [encoded(one, change) for one in value]
    return {key: encoded(one, change) for key, one in value.items()}


def reply(*items, code=0, **style):
    return json.dumps({"response_code": code, "results": list(items)}, **style)


def in_base64(text):
    return base64.b64encode(text.encode()).decode()


@pytest.mark.parametrize(
    "change",
    [lambda text: text, html.escape, lambda text: quote(text, safe="~"), quote_plus, in_base64],
    ids=["none", "entities", "url3986", "urlLegacy", "base64"],
)
def test_all_encodings_are_read(change):
    (found,) = back(FORMAT, reply(encoded(ITEM, change)))
    question = found.question
    assert (question.stem, question.answer, question.distractors) == (STEM, RIGHT, tuple(WRONG))
    assert (question.tags, question.difficulty) == (("Entertainment: Music",), 4)


def test_entities_of_the_database_are_read():
    (found,) = back(FORMAT, reply({**ITEM, "question": "Don&#039;t forget &pi; &eacute; &ldquo;x&rdquo; &amp;amp;"}))
    assert found.question.stem == "Don't forget π é “x” &amp;"


@pytest.mark.parametrize(("level", "number"), [("easy", 2), ("Medium", 3), ("hard", 4), ("odd", 3), (None, 3)])
def test_a_level_is_a_difficulty(level, number):
    (found,) = back(FORMAT, reply({**ITEM, "difficulty": level}))
    assert found.question.difficulty == number


def test_true_and_false_are_options():
    found = back(
        FORMAT,
        reply(
            {"type": "boolean", "question": "Is it?", "correct_answer": "False", "incorrect_answers": ["True"]},
            {"type": "boolean", "question": "Is it?", "correct_answer": "False"},
            {"type": "boolean", "question": "Is it?", "correct_answer": True},
        ),
    )
    assert [core_of(one.question)[1:] for one in found] == [
        ("False", ("True",)),
        ("False", ("True",)),
        ("True", ("False",)),
    ]


def test_a_list_without_a_reply_around_it_is_read():
    assert [core_of(one.question) for one in back(FORMAT, json.dumps([ITEM]))] == [(STEM, RIGHT, tuple(WRONG))]


def test_numbers_are_texts():
    text = '[{"question": "How many?", "correct_answer": 1e3, "incorrect_answers": [-2, 3.50]}]'
    (found,) = back(FORMAT, text)
    assert core_of(found.question) == ("How many?", "1e3", ("-2", "3.50"))


def test_each_question_has_its_line():
    assert [one.line for one in back(FORMAT, reply(ITEM, ITEM))] == [1, 1]
    assert [one.line for one in back(FORMAT, "\n" + reply(ITEM, ITEM, {}, indent=1))] == [5, 17, 29]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (1, "the database had no questions for the request"),
        (2, "the database did not understand the request"),
        (3, "the database did not know the session token"),
        (4, "the database had no more questions for the session token"),
        ("5", "the database had too many requests"),
        (6, "the database had some trouble"),
        (None, "the database had some trouble"),
    ],
)
def test_a_code_tells_why_there_are_no_questions(code, reason):
    assert back(FORMAT, reply(code=code, indent=2)) == [Skipped(line=2, reason=reason)]
    assert back(FORMAT, json.dumps({"response_code": code})) == [Skipped(line=1, reason=reason)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"question": None}, "it has no question"),
        ({"correct_answer": []}, "it has no right answer"),
        ({"correct_answer": ["a", "b"]}, "several answers are right"),
        ({"incorrect_answers": {}}, "it has no wrong answers"),
        ({"incorrect_answers": [RIGHT]}, "it has no wrong answers"),
        ({"question": "x" * 2001}, "a text of it is longer than 2,000 characters"),
        ({"question": "&#" + "9" * 5000 + ";"}, "its texts are not in the encoding that they seem to be in"),
        ({"type": "bXVsdGlwbGU="}, "its texts are not in the encoding that they seem to be in"),
    ],
)
def test_what_cannot_be_asked_is_told(change, reason):
    bad, good = back(FORMAT, reply({**ITEM, **change}, ITEM, indent=0))
    assert (bad.line, bad.reason, good.question.stem) == (4, reason, STEM)


def test_what_is_no_question_is_told():
    assert [(one.reason, one.what) for one in back(FORMAT, '[1, "two", null, [[]]]')] == [
        ("it is no question", "1"),
        ("it is no question", "two"),
        ("it is no question", ""),
        ("it is no question", ""),
    ]


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "from here on it is damaged, or no JSON"),
        ("\n nothing", 2, "from here on it is damaged, or no JSON"),
        ("{}", 1, "it has no list of results"),
        ('\n{"results": null, "a": [1]}', 2, "it has no list of results"),
        ("[" * 100_000, 1, "its brackets are nested too deeply"),
        ('{"a":' * 100_000, 1, "its brackets are nested too deeply"),
        ('{"results": ["a": 1]}', 1, "from here on it is damaged, or no JSON"),
        ("[]\nmore", 2, "there is more text below the end of the JSON"),
    ],
)
def test_other_texts_are_told_once(text, line, reason):
    *_, last = back(FORMAT, text)
    assert (last.line, last.reason) == (line, reason)


def test_a_reply_that_was_cut_off_is_read_as_far_as_it_goes():
    whole = reply(ITEM, ITEM, indent=0)
    first, second = back(FORMAT, whole[:-40])
    assert first.question.stem == STEM
    assert second == Skipped(line=16, reason="from here on it is damaged, or no JSON")


@given(packs())
def test_questions_come_back(pack):
    assert holdable(FORMAT, pack) == list(pack.questions)
    found = back(FORMAT, FORMAT.write(pack))
    assert [core_of(one.question) for one in found] == list(map(core_of, pack.questions))
    assert [one.question.stem for one in found] == [question.stem for question in pack.questions]


@pytest.mark.parametrize("text", ["C++", "50%25", "a+b", "%41", "&amp;", "<b>", '"', "\\u0041", "Zm9v"])
def test_texts_that_look_encoded_come_back(text):
    question = Question(stem=text, answer=text, distractors=("x",), difficulty=4, tags=(text, "second"))
    (found,) = back(FORMAT, FORMAT.write(Pack(id="p", title="P", questions=(question,))))
    assert core_of(found.question) == core_of(question)
    assert (found.question.tags, found.question.difficulty) == ((text,), 4)


def test_a_reply_is_written_as_the_database_writes_it():
    truth = Question(stem="Is 1 < 2?", answer="True", distractors=("False",), difficulty=1)
    assert FORMAT.write(Pack(id="p", title="P", questions=(truth,))) == (
        '{"response_code": 0, "results": [\n'
        '{"type": "boolean", "difficulty": "easy", "category": "", "question": "Is 1 &lt; 2?", '
        '"correct_answer": "True", "incorrect_answers": ["False"]}\n]}\n'
    )


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["&#", "%41", "Zm9", "bXVsdGlwbGU="]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["results", "response_code", *ITEM]), inner, max_size=6)
    ),
)
_MARKS = st.sampled_from(
    [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        '"',
        "\\",
        '"results"',
        '"question"',
        "1",
        "-",
        "9" * 5000,
        "\n",
        "\\ud800",
        "NaN",
        "é",
    ]
)


@given(
    st.binary(max_size=60)
    | st.lists(_MARKS, max_size=30).map(lambda bits: "".join(bits).encode())
    | _JSON.map(lambda value: json.dumps(value).encode())
    | _JSON.map(lambda value: reply(value).encode())
)
def test_anything_is_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    assert isinstance(FORMAT.fits(Document(data)), bool)


def test_it_knows_its_own_files_only():
    assert FORMAT.fits(Document(reply().encode()))
    assert FORMAT.fits(Document(json.dumps([ITEM], indent=4).encode()))
    assert not any(FORMAT.fits(Document(text.encode())) for text in OTHERS)


@given(packs())
def test_it_knows_what_it_wrote(pack):
    assert FORMAT.fits(Document(FORMAT.write(pack).encode()))
