"""A pack's file that is changed: what nobody changed keeps its text, and no comment is lost."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.storage.packfile import dump_pack, read_pack, write_pack
from quizgame.storage.packtext import PackText
from tests.storage.test_packfile import any_pack

TEXT = '''\
#:schema ./pack.schema.json
# my pack
format = 1
id = "p"
title = "P"  # for short

[[sources]]
id = "s"

# -- first round --
[[questions]]
id = "a"
stem = """Who
is it?"""   # not 'what'
distractors = [
    "Bob",  # my uncle
    'C # D',
]
answer = "Ann"

[[questions]]
id = "b"
stem = "Who # else?"
answer = "Eve"
distractors = ["Bob"]
source = "s"

# What the generator wrote, so that generating again keeps all that you changed, added and deleted.
[generated]
pack = "x"

[generated.questions]
b = "y"
# the end
'''


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "p.toml"
    path.write_text(TEXT)
    return path


def test_comments_are_a_persons_work_and_signs_in_texts_are_none(file):
    touched = PackText(file).touched
    assert (touched.head, touched.sources, touched.questions) == (True, frozenset(), frozenset({"a"}))


def test_what_is_the_same_keeps_its_text(file):
    text = PackText(file)
    changed = msgspec.structs.replace(text.pack.questions[1], stem="Who now?")
    extra = msgspec.structs.replace(changed, id="c")
    text.write(msgspec.structs.replace(text.pack, questions=(*text.pack.questions[:1], changed, extra)))
    block = 'id = "b"\nstem = "Who # else?"\nanswer = "Eve"\ndistractors = ["Bob"]\nsource = "s"\n'
    now = block.replace("Who # else?", "Who now?")
    assert file.read_text() == TEXT.replace(block, now + "\n[[questions]]\n" + now.replace('"b"', '"c"'))


def test_a_file_that_is_written_as_it_was_read_is_the_same(file):
    text = PackText(file)
    text.write(text.pack)
    assert file.read_text() == TEXT


def test_windows_line_ends_do_not_get_in_the_way(file):
    file.write_bytes(TEXT.replace("\n", "\r\n").encode())
    text = PackText(file)
    assert text.touched.questions == {"a"}
    text.write(text.pack)
    assert read_pack(file) == text.pack


def test_a_file_of_another_form_is_refused_only_where_comments_would_be_lost(tmp_path):
    path = tmp_path / "p.toml"
    path.write_text('questions = [{ stem = "Who?", answer = "Ann", distractors = ["Bob"] }]\n')
    text = PackText(path)
    text.write(msgspec.structs.replace(text.pack, title="New"))
    assert path.read_text() == dump_pack(msgspec.structs.replace(text.pack, title="New"))
    path.write_text('questions = [{ stem = "Who?", answer = "Ann", distractors = ["Bob"] }]  # mine\n')
    with pytest.raises(DataError, match="comments would be lost"):
        PackText(path)


@given(any_pack(), any_pack(), st.booleans())
def test_any_pack_can_take_the_place_of_another(tmp_path_factory, one, other, is_akin):
    path = tmp_path_factory.getbasetemp() / "akin.toml"
    write_pack(path, one)
    if is_akin:
        other = msgspec.structs.replace(one, title=other.title, questions=one.questions[::-1])
    text = PackText(path)
    text.write(other)
    assert read_pack(path) == other
    assert path.read_text(encoding="utf-8") == dump_pack(other)
