"""mdbook-quiz: TOML as the authors of books write it."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question, Source
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.mdbook import FORMAT
from tests.storage.formats.samples import back, core_of, holdable, packs

FILE = """\
# About moves
[[questions]]
id = "7d0cbb22-9aef-4f2c-9d6c-3a4f6f5e2b1d"
type = "MultipleChoice"
prompt.prompt = "What does `mov` do?"
prompt.distractors = [
  "It adds",
  "It jumps",
]
answer.answer = "It copies"
context = \"\"\"
It copies.

See the manual.
\"\"\"

[[questions]]
type = "MultipleChoice"
context = ""
[questions.prompt]
prompt = \"\"\"
Given this:

```rust
let x = 1;
```

What is it?
\"\"\"
distractors = ["a number"]
[questions.answer]
answer = [\"\"\"
```rust
let x: i32
      = 1;
```
\"\"\"]

[[questions]]
type = "ShortAnswer"
prompt.prompt = "Which word?"
answer.answer = "let"

[[questions]]
type = "Tracing"
prompt.program = "fn main() {}"
answer.doesCompile = true

[[questions]]
multipart = "story"
type = "MultipleChoice"
prompt.prompt = "Who came?"
prompt.distractors = ["Bob"]
answer.answer = "Ann"

[multipart]
story = "Ann came."
"""
OTHERS = (
    "",
    "key = 1\n",
    '[[questions]]\nstem = "Who?"\nanswer = "Ann"\ndistractors = ["Bob"]\n',
    'type = "MultipleChoice"\n',
    "question,answer,distractor1\nWho?,Ann,Bob\n",
    "#Q Who?\n^ Ann\nA Ann\nB Bob\n",
    "Who?\nA. Ann\nB. Bob\nANSWER: A\n",
    "::t::Who?{=Ann ~Bob}",
    '{"response_code": 0, "results": []}',
    "<html></html>",
    "\0\1\2",
)
GOOD = 'type = "MultipleChoice"\nprompt.prompt = "Who?"\nprompt.distractors = ["Bob"]\nanswer.answer = "Ann"\n'


def test_a_file_as_it_is_found():
    found = [one for one in back(FORMAT, FILE) if isinstance(one, Found)]
    assert [(one.line, *core_of(one.question)) for one in found] == [
        (2, "What does `mov` do?", "It copies", ("It adds", "It jumps")),
        (17, "Given this: ```rust let x = 1; ``` What is it?", "let x: i32 = 1;", ("a number",)),
        (49, "Ann came. Who came?", "Ann", ("Bob",)),
    ]
    assert found[0].question.id == "7d0cbb22-9aef-4f2c-9d6c-3a4f6f5e2b1d"
    assert [one.question.explanation for one in found] == ["It copies.\n\nSee the manual.", "", ""]


def test_other_types_are_told():
    assert [one for one in back(FORMAT, FILE) if isinstance(one, Skipped)] == [
        Skipped(line=39, reason="a short answer cannot be asked with options", what="Which word?"),
        Skipped(line=44, reason="a program to trace cannot be asked with options"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('"Ann"', '["Ann", "Cy"]', "several answers are right"),
        ('"Ann"', "[]", "it has no right answer"),
        ('"Ann"', "1", "an option of it is no text"),
        ('["Bob"]', '["Bob", {}]', "an option of it is no text"),
        ('["Bob"]', "[]", "it has no wrong answers"),
        ('"Who?"', "1", "it has no question"),
        ('"MultipleChoice"', '"Informal"', "it is of no type that is known"),
        ('type = "MultipleChoice"', "", "it is of no type that is known"),
        ('"Ann"', '"Ann"\nmultipart = "x"', "the text that it belongs to is missing"),
    ],
)
def test_what_cannot_be_asked_is_told(old, new, reason):
    bad, good = back(FORMAT, f"\n[[questions]]\n{GOOD.replace(old, new)}[[questions]]\n{GOOD}")
    assert (bad.line, bad.reason) == (2, reason)
    assert core_of(good.question) == ("Who?", "Ann", ("Bob",))


def test_a_shared_text_may_not_be_a_book():
    text = f'[[questions]]\nmultipart = "a"\n{GOOD}[multipart]\na = "{"x" * 2001}"\n'
    assert back(FORMAT, text) == [Skipped(line=1, reason="the text that it belongs to is too long", what="Who?")]


def test_an_id_that_no_pack_may_have_is_left_out():
    (found,) = back(FORMAT, f'[[questions]]\nid = "Hello world"\n{GOOD}')
    assert found.question.id == ""


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("", 1, "it has no [[questions]]"),
        ("questions = 1", 1, "it has no [[questions]]"),
        ("a = 1\nb = \n", 2, "not valid TOML: Invalid value"),
        ("a = 1\na = 2\n", 2, "a: stands there twice"),
        ("a = " + "[" * 100_000, 1, "brackets or keys are nested too deeply"),
        ("\na" + ".b" * 100_000 + " = 1", 2, "a key has too many parts"),
        ("a" + " . 'b'" * 1000 + " = 1", 1, "a key has too many parts"),
        ("a" + '."b"' * 1000 + " = 1", 1, "a key has too many parts"),
    ],
)
def test_damage_is_told_once(text, line, reason):
    (found,) = back(FORMAT, text)
    assert (found.line, found.reason) == (line, reason)


def test_questions_that_are_no_tables_are_told():
    assert back(FORMAT, "questions = [\n1, {}]") == [Skipped(line=1, reason="it is of no type that is known")] * 2


@given(packs())
def test_questions_come_back(pack):
    assert holdable(FORMAT, pack) == list(pack.questions)
    found = [one.question for one in back(FORMAT, FORMAT.write(pack))]
    assert list(map(core_of, found)) == list(map(core_of, pack.questions))
    assert [(one.id, one.stem) for one in found] == [(one.id, one.stem) for one in pack.questions]


def test_what_is_told_after_answering_holds_the_evidence():
    source = Source(id="s", title="On rivers", publisher="The Post", published=date(2025, 2, 9))
    question = Question(
        id="q", stem="a\n\nb", answer="x", distractors=("y",), source="s", evidence="It is x.", explanation="Because."
    )
    text = FORMAT.write(Pack(id="p", title="P", sources=(source,), questions=(question,)))
    (found,) = back(FORMAT, text)
    assert found.question == msgspec.structs.replace(
        question, source="", evidence="", explanation="Because.\n“It is x.” — On rivers · The Post, 9 February 2025"
    )


@given(packs())
def test_an_explanation_alone_comes_back(pack):
    bare = tuple(msgspec.structs.replace(question, evidence="") for question in pack.questions)
    found = back(FORMAT, FORMAT.write(msgspec.structs.replace(pack, questions=bare)))
    assert [one.question.explanation for one in found] == [question.explanation for question in bare]


_KEYS = ["[[questions]]", "[questions.prompt]", "type = ", '"MultipleChoice"', "prompt", "distractors", "answer"]
_SIGNS = [*".=[]{}\"'\\\n1#\0é,", '"""', "9" * 5000, "1999-99-99"]
_MARKS = st.sampled_from(_KEYS + _SIGNS)


@given(st.binary(max_size=60) | st.lists(_MARKS, max_size=40).map(lambda bits: "".join(bits).encode()))
def test_anything_is_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    assert isinstance(FORMAT.fits(Document(data)), bool)


@given(
    st.permutations([*GOOD.split("\n"), "[[questions]]", "[[questions]]", "context = 1", "id = []", "multipart = {}"])
)
def test_questions_in_disorder_are_read(lines):
    assert all(isinstance(one, Found | Skipped) for one in back(FORMAT, "\n".join(lines)))


def test_it_knows_its_own_files_only():
    assert FORMAT.fits(Document(FILE.encode()))
    assert not any(FORMAT.fits(Document(text.encode())) for text in OTHERS)


@given(packs())
def test_it_knows_what_it_wrote(pack):
    assert FORMAT.fits(Document(FORMAT.write(pack).encode()))
