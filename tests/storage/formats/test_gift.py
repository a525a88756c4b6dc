"""GIFT: files as people have them, everything that cannot be asked, and the way there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question, Source
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.gift import FORMAT
from tests.storage.formats.samples import back, core_of, lines, packs

REAL = r"""// question: 0  name: Switch category to $course$/top/Winter sports
$CATEGORY: $course$/top/Winter sports


// question: 17  name: Ice
// [id:ice-1] [tag:ice] [tag:water \] snow]
::Ice::[html]<p>What is ice made of?<br></p>{
	~<p>Fire &amp; smoke</p>#<p>No\: that burns.</p>
	=<p>Water</p>#<p>Yes.</p>
	~%-50%Sand
	####<p>It melts at 0 °C.</p>
}

Curling was
invented in {~Norway =Scotland ~Canada} long ago.

// [id:Not An Id]
Which equals 5? {
     ~ \= 2 + 2 # no
     ~%100% \= 2 + 3
     ~%0% 50% of \{9\} }

$CATEGORY: $course$/Input//Output
::T::Snow is white.{TRUE#No, look again.#It is.####All colours at once.}

Snow is black.{F#It is white.}

[markdown]Which is **hot**?{=fire ~ice}

[plain]Which tag is a line break?{=<br> ~<hr>
// a comment within
~&amp;}
"""


def test_a_real_file_is_read():
    found = back(FORMAT, REAL)
    assert [(one.line, one.question.stem, one.question.answer, one.question.distractors) for one in found] == [
        (7, "What is ice made of?", "Water", ("Fire & smoke", "Sand")),
        (14, "Curling was\ninvented in ____ long ago.", "Scotland", ("Norway", "Canada")),
        (18, "Which equals 5?", "= 2 + 3", ("= 2 + 2", "50% of {9}")),
        (24, "Snow is white.", "True", ("False",)),
        (26, "Snow is black.", "False", ("True",)),
        (28, "Which is **hot**?", "fire", ("ice",)),
        (30, "Which tag is a line break?", "<br>", ("<hr>", "&amp;")),
    ]
    assert [one.question.id for one in found] == ["ice-1", "", "", "", "", "", ""]
    assert [one.question.tags for one in found] == [
        ("Winter sports", "ice", "water ] snow"),
        *[("Winter sports",)] * 2,
        *[("Input/Output",)] * 4,
    ]
    assert [one.question.explanation for one in found] == [
        "Yes.\nIt melts at 0 °C.",
        *[""] * 2,
        "It is.\nAll colours at once.",
        "It is white.",
        *[""] * 2,
    ]


NUMBER = "a question for a number cannot be asked with options"
SHORT = "a short-answer question cannot be asked with options"
ESSAY = "an essay question cannot be asked with options"
SEVERAL = "several answers are right, wholly or in part"
MARKS = "one of the marks { } = ~ # is missing, or not escaped"
PICTURE = "it shows a picture or plays a sound"


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("Tell me more.{}", ESSAY),
        ("Tell me more.{ ####At least a page. }", ESSAY),
        ("When did it melt?{#1822:5}", NUMBER),
        ("When did it melt?{#\n=1822:0#Yes\n=%50%1822:2#Nearly\n~#No}", NUMBER),
        ("Match.{=ice -> cold =fire -> hot}", "a matching question cannot be asked with options"),
        ("What is cold?{=ice =%50%snow}", SHORT),
        ("What is cold?{ice}", SHORT),
        ("This is only told.", "it has no answers"),
        ("Which two?{~%50%ice ~%50%snow ~%-100%fire}", SEVERAL),
        ("Which two?{=ice =snow ~fire}", SEVERAL),
        ("Which?{=ice ~%50%snow ~fire}", SEVERAL),
        ("Which?{~%50%ice ~fire}", "its only right answer is right in part"),
        ("Which?{~ice ~fire}", "it has no right answer"),
        ("Which?{=ice ~ice}", "it has no wrong answers"),
        ("{=ice ~fire}", "it has no question"),
        ("Which?{=ice ~fire", MARKS),
        ("Which? =ice ~fire}", MARKS),
        ("What is \\frac{1}{2}?{=a ~b}", SHORT),
        ("Which?{=ice {~fire}}", MARKS),
        ("Which?{" + "~ice" * 101 + "}", "it has more than 100 options"),
        ("Which?{=ice ~" + "fire" * 30_000 + "}", "it is longer than any question"),
        ("Which?{=ice ~" + "fire" * 600 + "}", "a text of it is longer than 2,000 characters"),
        ('[html]Which?<img src\\="a.png">{=ice ~fire}', PICTURE),
        ('Which?{=<img src\\="a.png"> ~fire}', PICTURE),
        ("[markdown]Which? ![Here](a.png){=ice ~fire}", PICTURE),
    ],
)
def test_what_cannot_be_asked_is_skipped(block, reason):
    first, bad, last = back(FORMAT, f"A?{{=b~c}}\n\n// why\n{block}\n\nB?{{=b~c}}")
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert isinstance(bad, Skipped)
    assert (bad.line, bad.reason) == (4, reason)


@pytest.mark.parametrize(
    "block", ["x{=a{~b}", "::", "x{~", "{{}}", "a\\", "::x{=a ~b}", "x{=a ~b\\", "$CATEGORY:\nx{=a~b}"]
)
def test_odd_blocks_are_one_item_each(block):
    assert len(back(FORMAT, block)) == 1


def test_a_name_that_does_not_end_is_part_of_the_stem_and_a_lone_backslash_is_one():
    (found,) = back(FORMAT, "::What is \\pi\\: a\\b?{=3 ~4}")
    assert found.question.stem == "::What is \\pi: a\\b?"


def test_notes_that_do_not_end_on_their_line_are_none():
    (found,) = back(FORMAT, "// [tag:a [id:\n// b] [tag: c ]\nx{=a ~b}")
    assert (found.question.id, found.question.tags) == ("", ("c",))


def test_html_is_read_where_a_text_is_marked_or_looks_like_it():
    stems = [r"[html]vector<int> &amp; x", "Is x<y &amp; z<br>so?\nOr\n<b>not</b>?", r"vector<int>, x<y, a &b"]
    found = back(FORMAT, "\n\n".join(f"{stem}{{=a ~b}}" for stem in stems))
    assert [one.question.stem for one in found] == ["vector & x", "Is x<y & z\nso?\nOr not?", "vector<int>, x<y, a &b"]


PACK = Pack(
    id="ice",
    title="Ice",
    sources=(Source(id="s", title="On ice", publisher="Xinhua"),),
    questions=(
        Question(
            id="ice-1",
            stem="What is {ice}:\n~cold~?",
            answer="%50%",
            distractors=("[html]a", "b\\n"),
            source="s",
            evidence="Ice is cold.",
            explanation="So it is #1.",
            tags=("a]", "b\\"),
        ),
    ),
)


def test_what_is_written_is_what_moodle_reads():
    assert FORMAT.write(PACK) == (
        "// [id:ice-1] [tag:a\\]] [tag:b\\ ]\n"
        "[plain]What is \\{ice\\}\\:\\n\\~cold\\~?{\n"
        "\t~[plain][html]a\n"
        "\t~b\\\\n\n"
        "\t=[plain]%50%\n"
        "\t####So it is \\#1.\\n“Ice is cold.” — On ice · Xinhua\n"
        "}\n"
    )
    (found,) = back(FORMAT, FORMAT.write(PACK))
    assert core_of(found.question) == core_of(PACK.questions[0])
    assert found.question.explanation == "So it is #1.\n“Ice is cold.” — On ice · Xinhua"


@given(packs())
def test_there_and_back(pack):
    text = FORMAT.write(pack)
    assert FORMAT.fits(Document(text.encode()))
    found = back(FORMAT, text)
    assert all(isinstance(one, Found) for one in found)
    for one, question in zip(found, pack.questions, strict=True):
        assert FORMAT.why_not(question) == ""
        assert core_of(one.question) == core_of(question)
        assert (one.question.id, one.question.stem, one.question.tags) == (question.id, question.stem, question.tags)
        if not question.evidence:
            assert one.question.explanation == question.explanation


_MARKS = ["{", "}", "~", "=", "#", "####", "::", "\\", "->", "%50%", "%100%", "T", "FALSE", "// ", "[id:a]", "[tag:"]
_MORE = ["$CATEGORY:", "[html]", "<br>", "<img>", "&amp;", "\n", "\n\n", " ", "x", "\0", "\r", "\u2028"]


@given(st.lists(st.sampled_from(_MARKS + _MORE) | lines, max_size=30).map("".join))
def test_shuffled_marks_are_read(text):
    assert all(isinstance(one, Found | Skipped) for one in back(FORMAT, text))
    FORMAT.fits(Document(text.encode()))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    FORMAT.fits(Document(data))


@pytest.mark.parametrize(
    "text",
    [
        REAL,
        "A?{=b ~c}",
        "::A::What?{}",
        "$CATEGORY: x",
        "A?{T}",
        "A?\n{\n=b\n=c\n}",
        "A?{#3}\n\nB?{=a ~b}",
        "A?{=b ~c}\n\n" * 9_000,
    ],
)
def test_it_fits_its_own(text):
    assert FORMAT.fits(Document(text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Prose.\n\nMore {of it} = prose.\n\nSee ::this::.",
        "What?\nA. ice\nB. fire\nANSWER: A\n",
        "#Q What?\n^ ice\nA ice\nB fire\n",
        '{"response_code": 0, "results": [{"question": "T"}]}',
        'format = 1\nx = { a = 1 }\n\n[[questions]]\nstem = "{=a ~b}"\n\n[x]\ny = {}\n',
        "<html><style>p { color: red }</style>\n\n<p>{T}</p>\n\n</html>",
        '<?xml version="1.0"?>\n<quiz><question type="essay"/></quiz>',
        "stem,answer,distractor1\nWhat {=a}?,b,c\n",
        "stem,answer,distractor1\nWhat {=a ~b}?,b,c\nWho?,d,e\n",
        "int main() { return 0; }\n\nvoid f() {}\n",
        "#separator:tab\nfront\tback\n",
        "\0\x01\x02{T}\xff",
    ],
)
def test_it_does_not_fit_others(text):
    assert not FORMAT.fits(Document(text.encode()))


def test_two_questions_without_a_blank_line_between_them_are_told():
    (bad,) = back(FORMAT, "The sun rises in the east.{T}\nThe earth is flat.{FALSE}\n")
    assert (bad.line, bad.reason) == (1, "there is no blank line between two questions")
