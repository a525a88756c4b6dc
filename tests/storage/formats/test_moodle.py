"""Moodle XML: files as Moodle writes them, what cannot be asked, hostile XML, and the way there and back."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question, Source
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.moodle import FORMAT
from tests.storage.formats.samples import back, core_of, holdable, packs

REAL = """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0  -->
  <question type="category">
    <category><text>$course$/top/Winter sports/Ice//Snow</text></category>
    <info format="moodle_auto_format"><text></text></info>
    <idnumber></idnumber>
  </question>

<!-- question: 17  -->
  <question type="multichoice">
    <name><text>Ice</text></name>
    <questiontext format="html">
      <text><![CDATA[<p dir="ltr">What is <b>ice</b> made of?<br></p><p>H<sub>2</sub>O &amp; more</p>]]></text>
    </questiontext>
    <generalfeedback format="html"><text><![CDATA[<p>It melts at 0&nbsp;°C.</p>]]></text></generalfeedback>
    <defaultgrade>1.0000000</defaultgrade>
    <idnumber>ice-1</idnumber>
    <single>true</single>
    <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
    <answer fraction="0" format="html">
      <text>&lt;p&gt;Fire &amp;amp; smoke&lt;/p&gt;</text>
      <feedback format="html"><text>That burns.</text></feedback>
    </answer>
    <answer fraction="100" format="html">
      <text><![CDATA[<p>Water</p>]]></text>
      <feedback format="html"><text><![CDATA[<p>Yes.</p><img src="@@PLUGINFILE@@/yes.png">]]></text>
        <file name="yes.png" encoding="base64">iVBORw0KGgo=</file></feedback>
    </answer>
    <answer fraction="-33.33333" format="plain_text"><text>a <![CDATA[<b>]]> &lt;c&gt;</text></answer>
    <tags><tag><text>ice</text></tag><tag><text>water</text></tag></tags>
  </question>
  <question type="truefalse">
    <name><text>Snow</text></name>
    <questiontext format="moodle_auto_format"><text>Snow is
      black &amp; cold, x&lt;y.</text></questiontext>
    <answer fraction="0" format="moodle_auto_format"><text>true</text><feedback><text>No.</text></feedback></answer>
    <answer fraction="100"><text>false</text><feedback><text>It is white.</text></feedback></answer>
    <idnumber>No Id</idnumber>
  </question>
  <question type="truefalse">
    <questiontext><text>Schnee ist kalt.</text></questiontext>
    <answer fraction="100"><text>Wahr</text></answer>
    <answer fraction="0"><text>Falsch</text></answer>
  </question>
</quiz>
"""


def test_a_real_file_is_read():
    found = back(FORMAT, REAL)
    assert [(one.line, one.question.stem, one.question.answer, one.question.distractors) for one in found] == [
        (11, "What is ice made of?\nH₂O & more", "Water", ("Fire & smoke", "a <b> <c>")),
        (33, "Snow is\nblack & cold, x<y.", "False", ("True",)),
        (41, "Schnee ist kalt.", "True", ("False",)),
    ]
    assert [one.question.id for one in found] == ["ice-1", "", ""]
    assert [one.question.tags for one in found] == [("Ice/Snow", "ice", "water"), ("Ice/Snow",), ("Ice/Snow",)]
    assert [one.question.explanation for one in found] == ["Yes.\nIt melts at 0 °C.", "It is white.", ""]


def question(stem="Which?", answers=((100, "ice"), (0, "fire")), type="multichoice", more=""):
    told = "".join(f'<answer fraction="{weight}"><text>{text}</text></answer>' for weight, text in answers)
    return (
        f'<question type="{type}"><questiontext format="html"><text>{stem}</text>{more}</questiontext>{told}</question>'
    )


SEVERAL = "several answers are right, wholly or in part"
PICTURE = "it shows a picture or plays a sound"
FILE = '<file name="a.mp3" encoding="base64">AA==</file>'


@pytest.mark.parametrize(
    ("element", "reason", "what"),
    [
        (question(type="essay"), "a question of the type “essay” cannot be asked with options", "Which?"),
        (question(type="cloze"), "a question of the type “cloze” cannot be asked with options", "Which?"),
        (question(type="&#x1F9CA;\tx"), "a question of the type “🧊 x” cannot be asked with options", "Which?"),
        ("<question/>", "a question of the type “” cannot be asked with options", ""),
        ('<question type="multichoice"/>', "it has no question", ""),
        (question(stem=" &lt;p&gt; &lt;/p&gt;"), "it has no question", "ice"),
        (question(answers=()), "it has no right answer", "Which?"),
        (question(answers=((0, "ice"), (0, "fire"))), "it has no right answer", "Which?"),
        (question(answers=(("a", "ice"), ("nan", "snow"), ("", "fire"))), "it has no right answer", "Which?"),
        (question(answers=((100, "ice"),)), "it has no wrong answers", "Which?"),
        (question(answers=((50, "ice"), (50, "snow"), (-100, "fire"))), SEVERAL, "Which?"),
        (question(answers=((50, "ice"), (0, "fire"))), "its only right answer is right in part", "Which?"),
        (question(stem="Which?&lt;img src='a.png'&gt;"), PICTURE, "Which?"),
        (question(answers=((100, "ice"), (0, "&lt;img&gt;"))), PICTURE, "Which?"),
        (question(more=FILE), PICTURE, "Which?"),
        (question(answers=((100, f"ice</text>{FILE}<text>"), (0, "fire"))), PICTURE, "Which?"),
        (question(more="</questiontext><image>a.png</image><questiontext>"), PICTURE, "Which?"),
        (question(stem="x" * 2_001), "a text of it is longer than 2,000 characters", "x" * 59 + "…"),
    ],
)
def test_what_cannot_be_asked_is_skipped(element, reason, what):
    first, bad, last = back(FORMAT, f"<quiz>{question()}\n{element}\n{question()}</quiz>")
    assert isinstance(first, Found)
    assert isinstance(last, Found)
    assert bad == Skipped(line=2, reason=reason, what=what)


DAMAGED = "from here on it is damaged, or no XML"
BOMB = '<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
ENTITY = "from here on it is not read: entities and other files that it needs are not safe"


@pytest.mark.parametrize(
    ("text", "line", "reason", "found"),
    [
        (f"<quiz>\n{question()}\n{question()[:-30]}\n</quiz>", 4, DAMAGED, 1),
        (f"<quiz>\n{question()}\n&nbsp;{question()}</quiz>", 3, DAMAGED, 1),
        (f"<quiz>\n{question()}\n\x01{question()}</quiz>", 3, DAMAGED, 1),
        (f"<quiz>{question()}</quiz>\n<quiz>{question()}</quiz>", 2, DAMAGED, 1),
        (f"<quiz>{question()}", 1, DAMAGED, 1),
        ("What is ice?\n", 1, DAMAGED, 0),
        (f"\n\n{BOMB}\n<quiz>{question(stem='&b;')}</quiz>", 3, ENTITY, 0),
        ('<!DOCTYPE quiz [\n<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>', 2, ENTITY, 0),
        ('<!DOCTYPE quiz [<!ENTITY % a SYSTEM "http://127.0.0.1/x">\n%a;]><quiz/>', 1, ENTITY, 0),
        ('\n<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz/>', 2, ENTITY, 0),
        (f"\n<questions>{question()}</questions>", 2, "it has no element quiz around everything", 0),
    ],
)
def test_damage_is_told_at_its_line_and_keeps_what_came_before(text, line, reason, found):
    *before, last = back(FORMAT, text)
    assert last == Skipped(line=line, reason=reason)
    assert len(before) == found
    assert all(isinstance(one, Found) for one in before)


def test_other_encodings_and_a_blank_start_are_borne():
    text = f'<?xml version="1.0" encoding="ISO-8859-1"?><quiz>{question(stem="Où?")}</quiz>'
    for data in (text.encode("latin-1"), text.encode(), b"\n \n" + text.encode(), text.encode("utf-16")):
        (found,) = FORMAT.read(Document(data))
        assert found.question.stem == "Où?"


def test_blank_files_hold_nothing():
    assert back(FORMAT, "") == back(FORMAT, " \n") == back(FORMAT, "<quiz/>") == []


def test_depth_and_size_do_not_matter():
    deep = "<a>" * 100_000 + "</a>" * 100_000
    assert len(back(FORMAT, f"<quiz>{deep}{question()}<question>{deep}</question></quiz>")) == 2
    (long,) = back(FORMAT, f"<quiz>{question(stem='x' * 3_000_000)}</quiz>")
    assert long.reason == "a text of it is longer than 2,000 characters"


PACK = Pack(
    id="ice",
    title="Ice",
    sources=(Source(id="s", title="On <ice>", publisher="Xinhua"),),
    questions=(
        Question(
            id="ice-1",
            stem="What is <ice>?\n  & cold",
            answer="wa&ter",
            distractors=("&amp;", "]]>"),
            source="s",
            evidence="Ice is cold.",
            explanation="So it is.",
            tags=("a&b",),
        ),
    ),
)


def test_what_is_written_is_what_moodle_reads():
    (element,) = ET.fromstring(FORMAT.write(PACK).encode())
    assert element.attrib == {"type": "multichoice"}
    assert {name: element.findtext(name) for name in ("defaultgrade", "single", "shuffleanswers", "idnumber")} == {
        "defaultgrade": "1",
        "single": "true",
        "shuffleanswers": "true",
        "idnumber": "ice-1",
    }
    assert element.findtext("name/text") == "What is <ice>? & cold"
    assert element.find("questiontext").attrib == {"format": "html"}
    assert element.findtext("questiontext/text") == "What is &lt;ice&gt;?<br>&nbsp;&nbsp;&amp; cold"
    assert {one.findtext("text"): one.get("fraction") for one in element.iter("answer")} == {
        "wa&amp;ter": "100",
        "&amp;amp;": "0",
        "]]&gt;": "0",
    }
    told = "So it is.<br>“Ice is cold.” — On &lt;ice&gt; · Xinhua"
    assert element.findtext("generalfeedback/text") == told
    assert [one.text for one in element.iterfind("tags/tag/text")] == ["a&b"]
    (found,) = back(FORMAT, FORMAT.write(PACK))
    assert found.question.stem == PACK.questions[0].stem


@given(packs())
def test_there_and_back(pack):
    questions = holdable(FORMAT, pack)
    if not questions:
        return
    text = FORMAT.write(Pack(id=pack.id, title=pack.title, questions=tuple(questions)))
    assert FORMAT.fits(Document(text.encode()))
    found = back(FORMAT, text)
    assert all(isinstance(one, Found) for one in found)
    for one, question in zip(found, questions, strict=True):
        assert core_of(one.question) == core_of(question)
        assert one.question.id == question.id
        assert len(one.question.stem.split("\n")) == len(question.stem.split("\n"))
        if not question.evidence:
            assert one.question.explanation.split() == question.explanation.replace("\uffff", "").split()


_MARKS = [
    "<quiz>",
    "</quiz>",
    "<question type='multichoice'>",
    "</question>",
    "<questiontext>",
    "</questiontext>",
    "<text>",
]
_MORE = [
    "</text>",
    "<answer fraction='100'>",
    "</answer>",
    "<![CDATA[",
    "]]>",
    "&lt;",
    "&",
    "<",
    ">",
    "<tags><tag>",
    "\n",
    "x",
]


@given(st.lists(st.sampled_from(_MARKS + _MORE) | st.text(max_size=4), max_size=30).map("".join))
def test_shuffled_marks_are_read(text):
    assert all(isinstance(one, Found | Skipped) for one in back(FORMAT, text))
    FORMAT.fits(Document(text.encode()))


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    FORMAT.fits(Document(data))


@pytest.mark.parametrize(
    "text", [REAL, "<quiz/>", "\n<quiz>", '<!-- a --><?xml version="1.0"?>\n<!DOCTYPE quiz>\n<quiz>']
)
def test_it_fits_its_own(text):
    assert FORMAT.fits(Document(text.encode()))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<quiz",
        "<quizzes>",
        "<html><quiz></html>",
        "What is a <quiz>?{=a ~b}",
        "stem,answer\n<quiz>,b",
        "<!-- <quiz>",
    ],
)
def test_it_does_not_fit_others(text):
    assert not FORMAT.fits(Document(text.encode()))
