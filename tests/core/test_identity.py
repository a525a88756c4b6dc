"""A pack that was written anew: questions that were reworded are known again."""

import msgspec
from hypothesis import given

from quizgame.core.identity import same_ids
from quizgame.core.pack import Pack, Question, question_id
from tests.core.strategies import packs


def pack(*questions):
    made = tuple(
        Question(id=question_id(stem, answer), stem=stem, answer=answer, distractors=("x", "y"))
        for stem, answer in questions
    )
    return Pack(id="p", title="P", questions=made)


def ids(pack):
    return [question.id for question in pack.questions]


OLD = pack(
    ("At how many degrees Celsius does water freeze?", "0"),
    ("At how many degrees Celsius does water boil?", "100"),
    ("Which ocean is the largest?", "the Pacific"),
)


def test_other_words_and_another_order_keep_the_ids():
    new = pack(
        ("Which is the largest ocean?", "the Pacific"),
        ("At how many degrees does water freeze?", "0"),
        ("At how many degrees Celsius does water boil?", "one hundred"),
    )
    assert ids(same_ids(OLD, new)) == [ids(OLD)[2], ids(OLD)[0], ids(OLD)[1]]


def test_a_new_question_is_new_and_takes_nobodys_id():
    new = pack(("Who painted the Mona Lisa?", "Leonardo"), ("At how many degrees Celsius does water boil?", "100"))
    assert ids(same_ids(OLD, new)) == ids(new)


def test_of_two_that_could_be_it_the_likest_is():
    new = pack(
        ("At how many degrees does water freeze to ice?", "0"), ("At how many degrees Celsius water freezes?", "0")
    )
    told = ids(same_ids(OLD, new))
    assert told.count(ids(OLD)[0]) == 1


@given(packs(), packs())
def test_every_question_has_an_id_of_its_own_and_only_ids_change(one, other):
    made = same_ids(one, other)
    assert len(set(ids(made))) == len(made.questions)
    assert [msgspec.structs.replace(question, id="") for question in made.questions] == [
        msgspec.structs.replace(question, id="") for question in other.questions
    ]
    assert same_ids(one, one) == one
