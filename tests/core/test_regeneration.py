"""Generating again: what a person did stays, ids stay, and doing it twice changes nothing."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.pack import Pack, Question, Source
from quizgame.core.regeneration import regenerate
from quizgame.core.tracing import Touched, traced

replace = msgspec.structs.replace


def question(name="a", *, answer="", **told):
    words = {"stem": f"Who is {name}?", "evidence": f"{name} is it.", "source": "s", "kind": "person", **told}
    return Question(id=f"person-{name}", answer=answer or f"Ann {name.upper()}", distractors=("Bob", "Cyd"), **words)


def made(*questions, **told):
    sources = tuple(Source(id=name, title=name.upper()) for name in sorted({one.source for one in questions} | {"s"}))
    return traced(Pack(**{"id": "p", "title": "P", "sources": sources, "questions": questions, **told}))


def stems(pack):
    return [one.stem for one in pack.questions]


A, B, C = map(question, "abc")


def test_what_nobody_touched_is_brought_up_to_date():
    again = regenerate(made(A, B), made(replace(A, stem="Who else is a?", difficulty=5), B))
    assert stems(again.pack) == ["Who else is a?", "Who is b?"]
    assert again.counts == {"updated": 1, "same": 1}


def test_what_is_not_made_any_more_goes_and_what_is_new_comes_in_its_place():
    again = regenerate(made(A, C), made(B, C))
    assert stems(again.pack) == ["Who is b?", "Who is c?"]
    assert again.counts == {"removed": 1, "added": 1, "same": 1}


@pytest.mark.parametrize(
    "edit",
    [
        {"stem": "Who, then?"}, {"answer": "Eve"}, {"distractors": ("Bob", "Dan")}, {"explanation": "So it is."},
        {"difficulty": 5}, {"tags": ("x",)}, {"evidence": "It is a."}, {"kind": "who"}, {"source": ""},
    ],
    ids=lambda edit: next(iter(edit)),
)  # fmt: skip
def test_any_edit_is_kept(edit):
    edited = replace(A, **edit)
    old = replace(made(A, B), questions=(edited, B))
    for new in (made(A, B), made(replace(A, stem="Who else is a?"), B), made(B)):
        assert regenerate(old, new).pack.questions[0] == edited


def test_questions_by_hand_are_kept_where_they_stand():
    own = replace(question("x"), id="mine")
    again = regenerate(replace(made(A, B), questions=(A, own, B)), made(A, B, C))
    assert [one.id for one in again.pack.questions] == ["person-a", "mine", "person-b", "person-c"]
    assert again.counts["kept"] == 1


def test_deleted_questions_stay_away_in_other_words_too():
    old = replace(made(A, B), questions=(B,))
    for new in (A, replace(A, stem="Who else is a?"), replace(A, id="person-z", stem="Who else is a?")):
        again = regenerate(old, made(new, B))
        assert (stems(again.pack), again.counts["deleted"]) == (["Who is b?"], 1)
        assert stems(regenerate(again.pack, made(A, B)).pack) == ["Who is b?"]


def test_a_deleted_question_may_be_asked_again_once_its_mark_is_gone():
    old = replace(made(A, B), questions=(B,))
    marks = {name: mark for name, mark in old.generated.questions.items() if name != A.id}
    forgotten = replace(old, generated=replace(old.generated, questions=marks))
    assert stems(regenerate(forgotten, made(A, B)).pack) == ["Who is a?", "Who is b?"]


def test_another_wording_of_the_same_evidence_keeps_the_id():
    reworded = replace(A, id="person-new", stem="Of whom is it said that she is a?")
    again = regenerate(made(A, B), made(reworded, B))
    assert again.pack.questions[0] == replace(reworded, id=A.id)
    edited = replace(made(A, B), questions=(replace(A, stem="Who, then?"), B))
    assert stems(regenerate(edited, made(reworded, B)).pack) == ["Who, then?", "Who is b?"]


def test_numbers_of_one_sentence_are_not_taken_for_one_another():
    gold, silver = (
        Question(id=f"count-{metal}", stem=f"How many {metal} medals did Norway win?", answer="two",
                 distractors=("one", "six"), evidence="Norway won two golds and two silvers.", source="s")
        for metal in ("gold", "silver")
    )  # fmt: skip
    assert regenerate(made(gold), made(silver)).pack.questions == (silver,)
    longer = replace(gold, id="count-other", stem="How many gold medals did Norway win in Oslo?")
    assert regenerate(made(gold, silver), made(longer, silver)).pack.questions[0].id == gold.id


def test_what_is_said_of_the_pack_is_kept_once_it_is_edited():
    old = made(A, description="By the machine.")
    assert regenerate(old, made(A, title="New")).pack.title == "New"
    own = regenerate(replace(old, title="Mine"), made(A, title="New", license="CC0-1.0")).pack
    assert (own.title, own.license, own.description) == ("Mine", "", "By the machine.")


def test_a_source_that_was_edited_is_kept():
    old = made(A)
    own = replace(old, sources=(replace(old.sources[0], url="https://example.org"),))
    assert regenerate(own, made(A)).pack.sources == own.sources
    assert regenerate(old, replace(made(A), sources=own.sources)).pack.sources == own.sources


def test_another_article_comes_beside_those_that_were_there():
    other = question("z", source="t")
    new = replace(made(other), sources=(Source(id="t", title="T"),))
    again = regenerate(made(A, B), new)
    assert [one.id for one in again.pack.questions] == ["person-a", "person-b", "person-z"]
    assert again.counts == {"others": 2, "added": 1}
    assert (again.pack.title, again.pack.description) == ("P", "Questions made from 2 articles.")
    assert regenerate(again.pack, made(A, B)).pack == again.pack


@pytest.mark.parametrize(("other", "told"), [("CC BY", "CC BY"), ("CC0", "")])
def test_a_pack_claims_a_licence_only_where_all_its_articles_share_it(other, told):
    new = replace(made(question("z", source="t"), license=other), sources=(Source(id="t", title="T"),))
    assert regenerate(made(A, license="CC BY"), new).pack.license == told


def test_what_was_deleted_stays_away_after_another_article_came_in():
    other = replace(made(question("z", source="t")), sources=(Source(id="t", title="T"),))
    between = regenerate(replace(made(A, B), questions=(A,)), other).pack
    assert "Who is b?" not in stems(regenerate(between, made(A, B)).pack)


def test_a_file_that_has_nothing_to_do_with_it_is_told():
    assert regenerate(made(A, B), made(C)).is_unrelated
    assert not regenerate(made(A, B), made(B, C)).is_unrelated
    assert not regenerate(made(A), made(A)).is_unrelated


def test_comments_count_as_a_persons_work():
    old = made(A, B)
    new = made(replace(A, stem="Who else?"), B, title="New")
    again = regenerate(old, new, Touched(head=True, questions=frozenset({A.id}), sources=frozenset({"s"}))).pack
    assert (again.title, again.questions) == ("P", (A, B))
    assert regenerate(again, new).pack.questions[0].stem == "Who else?"


def test_a_pack_by_hand_cannot_be_generated_again():
    with pytest.raises(ValueError, match="nothing tells"):
        regenerate(replace(made(A), generated=None), made(A))


NAMES = "abcdef"
WORDS = st.sampled_from(["Who is it?", "Who was it?", "Who will it be?", "Who is it in Oslo?"])
FEW = st.sampled_from(["Ann", "Eve", "two", "2"])


@st.composite
def generation(draw):
    """What a generator may make: ids, claims and sources that often recur."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5, unique=True))
    return made(
        *(
            question(name, answer=draw(FEW), stem=draw(WORDS), evidence=draw(st.sampled_from(["It.", "That."])),
                     source=draw(st.sampled_from("st")))
            for name in names
        ),
        title=draw(st.sampled_from(["P", "Q"])),
    )  # fmt: skip


@st.composite
def worked_on(draw, pack):
    """A pack in which a person edited, deleted, added and moved questions; and what they made their own."""
    kept, own = [], []
    for one in pack.questions:
        what = draw(st.sampled_from(["leave", "leave", "edit", "delete"]))
        if what == "edit":
            own.append(replace(one, explanation="Mine."))
            kept.append(own[-1])
        elif what == "leave":
            kept.append(one)
    if draw(st.booleans()) or not kept:
        own.append(replace(question("x"), id=draw(st.sampled_from(["mine", "person-f"]))))
        kept = [one for one in kept if one.id != own[-1].id] + own[-1:]
    kept = draw(st.permutations(kept))
    return replace(pack, questions=tuple(kept)), [one for one in own if one in kept]


@given(st.data(), generation(), generation())
def test_whatever_was_done_nothing_of_a_persons_is_lost(data, first, second):
    old, own = data.draw(worked_on(first))
    again = regenerate(old, second)
    assert all(one in again.pack.questions for one in own)
    deleted = first.generated.questions.keys() - {one.id for one in old.questions}
    assert not deleted & {one.id for one in again.pack.questions}
    ids = [one.id for one in again.pack.questions]
    assert len(set(ids)) == len(ids)
    standing = [one.id for one in old.questions if one.id in ids]
    assert [name for name in ids if name in standing] == standing
    assert {one.source for one in again.pack.questions} <= {source.id for source in again.pack.sources}
    assert regenerate(again.pack, second).pack == again.pack
    assert not regenerate(again.pack, second).counts.keys() & {"updated", "added", "removed"}


@given(generation(), generation())
def test_a_pack_that_nobody_touched_is_what_is_made_now_but_for_ids_and_other_articles(first, second):
    again = regenerate(first, second).pack
    read = {source.id for source in second.sources}
    fresh = {replace(one, id="") for one in second.questions}
    assert {replace(one, id="") for one in again.questions if one.source in read} >= fresh
    assert all(replace(one, id="") in fresh or one.source not in read for one in again.questions)
    assert regenerate(first, first).pack == first
