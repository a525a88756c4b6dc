"""Packs for the tests of formats."""

from hypothesis import strategies as st

from quizgame.core.pack import Pack, Question
from quizgame.core.text import clean, one_line
from quizgame.storage.formats.document import Document

# Everything that a person may write, with what formats are made of coming often.
_SIGNS = [*"~=#{}:%\\&<>\"'^.,;|/*[]()-_ \t\n"]
_MARKS = [*_SIGNS, "->", "//", "::", "A.", "B)", "ANSWER: A", "#Q", "^ ", "&amp;", "é", "中", "🙂"]
_RAW = st.lists(st.sampled_from(_MARKS) | st.text(max_size=6), min_size=1, max_size=8).map("".join)
lines = _RAW.map(one_line).filter(bool)
"""Text of one line, as a pack has it."""
stems = _RAW.map(lambda text: clean(text).strip()).filter(bool)


@st.composite
def questions(draw, identity="q"):
    options = draw(st.lists(lines, min_size=2, max_size=6, unique=True))
    return Question(
        id=identity,
        stem=draw(stems | lines),
        answer=options[0],
        distractors=tuple(options[1:]),
        difficulty=draw(st.integers(1, 5)),
        kind=draw(st.sampled_from(["", "count"])),
        evidence=draw(st.just("") | stems),
        explanation=draw(st.just("") | stems),
        tags=tuple(draw(st.lists(lines, max_size=2, unique=True))),
    )


@st.composite
def packs(draw, size=4):
    count = draw(st.integers(1, size))
    made = tuple(draw(questions(f"q-{number}")) for number in range(count))
    return Pack(id="pack", title="A pack", questions=made)


def holdable(format, pack):
    """The questions of a pack that a format can hold, each with as many wrong options as fit."""
    return [question for question in pack.questions if not format.why_not(question)]


def back(format, text, name="pack"):
    """What a format reads from a text."""
    return list(format.read(Document(text.encode(), name)))


def core_of(question, most=5):
    """What every format must keep of a question: a stem is compared without its line breaks."""
    return " ".join(question.stem.split()), question.answer, question.distractors[:most]
