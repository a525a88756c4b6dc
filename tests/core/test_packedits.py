"""Editing a pack: every wish gives another sound pack."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.core.pack import Pack, Question
from quizgame.core.packedits import about, deleted, inserted, moved, put
from tests.core.strategies import packs, questions


def sound(pack):
    return msgspec.convert(msgspec.to_builtins(pack), Pack) == pack


@given(packs(), questions(), st.data())
def test_editing_keeps_the_id(pack, question, data):
    place = data.draw(st.integers(0, len(pack.questions) - 1))
    new = put(pack, place, question)
    assert new.questions[place] == msgspec.structs.replace(question, id=pack.questions[place].id)
    assert len(new.questions) == len(pack.questions)


@given(packs(), st.data())
def test_moving_there_and_back_changes_nothing(pack, data):
    place = data.draw(st.integers(0, len(pack.questions) - 1))
    to = data.draw(st.integers(0, len(pack.questions) - 1))
    new = moved(pack, place, to)
    assert new.questions[to] == pack.questions[place]
    assert moved(new, to, place) == pack


def test_what_would_go_beyond_the_ends_stops_there():
    pack = Pack(id="p", title="P", questions=(BLACK, WHITE))
    assert moved(pack, 0, -5) == pack
    assert moved(pack, 0, 99).questions == (WHITE, BLACK)


BLACK = Question(id="black", stem="Black?", answer="a", distractors=("b",))
WHITE = Question(id="white", stem="White?", answer="a", distractors=("b",))


def test_a_new_question_has_an_id_of_its_own():
    pack = Pack(id="p", title="P", questions=(BLACK,))
    red = Question(stem="Red?", answer="a", distractors=("b",))
    one = inserted(pack, 1, red)
    assert [question.stem for question in one.questions] == ["Black?", "Red?"]
    assert one.questions[1].id.startswith("q-")
    taken = msgspec.structs.replace(BLACK, id=one.questions[1].id)
    other = inserted(Pack(id="p", title="P", questions=(taken,)), 0, red)
    assert len({question.id for question in other.questions}) == 2
    assert sound(other)


def test_the_same_question_comes_no_second_time():
    pack = Pack(id="p", title="P", questions=(BLACK,))
    with pytest.raises(DataError, match="stands in the pack already"):
        inserted(pack, 0, Question(stem="BLACK?", answer="a", distractors=("c",)))


def test_the_last_question_stays():
    pack = Pack(id="p", title="P", questions=(BLACK, WHITE))
    assert deleted(pack, 0).questions == (WHITE,)
    with pytest.raises(DataError, match="at least one question"):
        deleted(deleted(pack, 0), 0)


@given(packs(), st.text(), st.text())
def test_any_words_about_a_pack_make_a_sound_one(pack, text, tags):
    made = about(pack, title=f"T{text}", description=text, author=text, license=text, tags=tags)
    assert sound(made)
    assert made.questions == pack.questions
    with pytest.raises(DataError, match="needs a title"):
        about(pack, title=" \n", description="", author="", license="", tags="")
