"""Editing a pack that a person wrote: what was not edited stands as it stood."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.pack import question_id
from quizgame.storage.lines import comments
from quizgame.storage.packfile import read_pack
from quizgame.storage.packtext import PackText
from tests.storage.formats.samples import lines, stems

TEXT = '''\
# My own pack.
title   = "Ice"     # short, I like that
tags    = [ "cold" ]
#license = "CC0-1.0"


# The first one is easy.
[[questions]]   # number one
  answer = '0'                # degrees
  stem   = """
How cold is it?"""            # when it freezes
  # wrong ones
  distractors = [
    "4",     # heaviest
    "10",
    "32",    # in Fahrenheit
  ]
[[questions]]
stem = "Which is \\"slow\\" ice?" # a river
answer = "a glacier"
distractors = ["an iceberg", "a floe"]
tags = ["earth"]
id = "slow"
# that is all
'''


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ice.toml"
    path.write_text(TEXT)
    return path


def change(path, place, **changes):
    """Edit a question, as the editor does."""
    text = PackText(path)
    questions = list(text.pack.questions)
    questions[place] = msgspec.structs.replace(questions[place], **changes)
    text.write(msgspec.structs.replace(text.pack, questions=tuple(questions)))
    return path.read_text()


def test_only_the_line_that_was_edited_changes(file):
    assert change(file, 0, answer="zero") == TEXT.replace(
        "[[questions]]   # number one\n",
        f'[[questions]]   # number one\n  id = "{question_id("How cold is it?", "0")}"\n',
    ).replace("'0'  ", '"zero"  ')


def test_a_question_that_was_reworded_keeps_its_id(file):
    was = read_pack(file).questions
    change(file, 0, stem="At how many degrees Celsius does water freeze?")
    change(file, 1, answer="an ice stream")
    assert [question.id for question in read_pack(file).questions] == [question.id for question in was]


def test_what_does_not_touch_the_id_writes_none(file):
    assert change(file, 0, difficulty=1) == TEXT.replace(
        '    "32",    # in Fahrenheit\n  ]\n', '    "32",    # in Fahrenheit\n  ]\ndifficulty = 1\n'
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("4", "11", "32"), '    "4",     # heaviest\n    "11",\n    "32",    # in Fahrenheit\n'),
        (("4", "10"), '    "4",     # heaviest\n    "10",\n'),
        (("4", "10", "32", "100"), '    "4",     # heaviest\n    "10",\n    "32",    # in Fahrenheit\n    "100",\n'),
    ],
)
def test_wrong_answers_keep_their_remarks(file, wrong, told):
    assert told + "  ]" in change(file, 0, distractors=wrong)


def test_a_key_that_has_its_default_again_goes(file):
    assert change(file, 1, tags=()) == TEXT.replace('tags = ["earth"]\n', "")


def test_the_head_is_edited_like_a_question(file):
    text = PackText(file)
    text.write(msgspec.structs.replace(text.pack, title="Snow", author="Me"))
    assert (
        file.read_text()
        == TEXT.replace('"Ice"     #', '"Snow"     #').replace('[ "cold" ]\n', '[ "cold" ]\nauthor = "Me"\n')
        or 'author = "Me"' in file.read_text()
    )
    assert read_pack(file).author == "Me"


def test_moving_deleting_and_adding_leave_the_others_alone(file):
    text = PackText(file)
    one, two = text.pack.questions
    text.write(msgspec.structs.replace(text.pack, questions=(two, one)))
    told = file.read_text()
    first, second = TEXT.index("# The first"), TEXT.index("[[questions]]\nstem")
    assert told == TEXT[:first] + TEXT[second:] + "\n" + TEXT[first:second].rstrip("\n") + "\n"
    text = PackText(file)
    text.write(msgspec.structs.replace(text.pack, questions=(one,)))
    assert file.read_text() == TEXT[:first] + TEXT[first:second].rstrip("\n") + "\n"


def test_windows_line_ends_stay(file):
    file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    change(file, 1, answer="a glacier tongue")
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")


@st.composite
def edits(draw):
    """Other words for a question, with nothing kept."""
    options = draw(st.lists(lines, min_size=2, max_size=6, unique=True))
    return {
        "stem": draw(stems),
        "answer": options[0],
        "distractors": tuple(options[1:]),
        "evidence": draw(st.just("") | stems),
        "tags": tuple(draw(st.lists(lines, max_size=3))),
        "difficulty": draw(st.integers(1, 5)),
    }


@given(place=st.integers(0, 1), new=edits())
def test_any_edit_is_read_back_and_keeps_every_comment(tmp_path_factory, place, new):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(TEXT)
    was = read_pack(path).questions
    told = change(path, place, **new)
    now = read_pack(path).questions
    assert now[place] == msgspec.structs.replace(was[place], **new)
    assert now[1 - place] == was[1 - place]
    kept = [text for _, text in comments(told)]
    inside = {"# heaviest", "# in Fahrenheit"}  # these go with the answers that they stand behind
    assert [text for text in kept if text not in inside] == [text for _, text in comments(TEXT) if text not in inside]
