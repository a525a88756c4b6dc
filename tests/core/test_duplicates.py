"""Questions that ask the same: found within packs and across them, and merged without a loss."""

import msgspec

from quizgame.core.checks import check_pack
from quizgame.core.duplicates import Place, dropped, duplicates, merged
from quizgame.core.pack import Pack, Question, Source


def question(name, stem, answer="0", **changes):
    return Question(id=name, stem=stem, answer=answer, distractors=("4", "10"), **changes)


FREEZE = question("a", "At how many degrees Celsius does water freeze?", tags=("ice",))
AGAIN = question(
    "b",
    "At how many degrees celsius does water freeze",
    kind="count",
    evidence="Water freezes at 0 °C.",
    source="book",
    explanation="That is how the scale was made.",
    tags=("cold", "ice"),
)
BOIL = question("c", "At how many degrees Celsius does water boil?", "100")
BOOK = Source(id="book", title="The book of ice")
ONE = Pack(id="one", title="One", questions=(FREEZE, BOIL))
TWO = Pack(id="two", title="Two", sources=(BOOK,), questions=(AGAIN,))


def test_the_same_question_is_found_in_another_pack():
    assert [(one.ref, other.ref) for one, other in duplicates([ONE, TWO])] == [("one/a", "two/b")]


def test_other_questions_with_that_answer_are_no_duplicates():
    gold = question("g", "How many gold medals did China win?", "two")
    silver = question("s", "How many silver medals did China win?", "two")
    assert duplicates([Pack(id="p", title="P", questions=(gold, silver))]) == []


def test_what_stays_takes_over_what_it_has_not():
    pack = merged(Place(ONE, FREEZE), Place(TWO, AGAIN))
    told = pack.questions[0]
    assert (told.id, told.stem, told.tags) == ("a", FREEZE.stem, ("ice", "cold"))
    assert (told.kind, told.evidence, told.explanation) == (AGAIN.kind, AGAIN.evidence, AGAIN.explanation)
    assert pack.source_of(told) == BOOK
    assert pack.questions[1] == BOIL


def test_what_it_has_stays():
    own = msgspec.structs.replace(FREEZE, evidence="I know it.", kind="temperature")
    pack = merged(Place(msgspec.structs.replace(ONE, questions=(own,)), own), Place(TWO, AGAIN))
    assert (pack.questions[0].evidence, pack.questions[0].kind, pack.sources) == ("I know it.", "temperature", ())


def test_a_source_of_another_work_is_not_taken_for_it():
    other = msgspec.structs.replace(ONE, sources=(Source(id="book", title="Another book"),))
    pack = merged(Place(other, FREEZE), Place(TWO, AGAIN))
    assert (pack.questions[0].evidence, pack.questions[0].source) == (AGAIN.evidence, "")


def test_a_pack_without_its_last_question_is_none():
    assert dropped(TWO, "b") is None
    assert dropped(ONE, "a").questions == (BOIL,)


def test_one_question_with_two_answers_that_contradict_each_other_is_found():
    wrong = question("w", "What is the capital of Australia?", "Sydney")
    wrong = msgspec.structs.replace(wrong, distractors=("Canberra", "Perth"))
    right = msgspec.structs.replace(wrong, id="r", answer="Canberra", distractors=("Sydney", "Perth"))
    pack = Pack(id="p", title="P", questions=(wrong, right))
    assert [(one.ref, other.ref) for one, other in duplicates([pack])] == [("p/w", "p/r")]
    assert "contradiction" in {problem.flaw for problem in check_pack(pack)}
    river = question("x", "Which of these is a river?", "the Nile")
    other = question("y", "Which of these is a river?", "the Rhine")
    assert duplicates([Pack(id="p", title="P", questions=(river, other))]) == []
