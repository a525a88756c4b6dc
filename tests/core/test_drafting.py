"""A draft of a pack: what is kept, dropped and edited, and the pack that comes of it."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.drafting import draft_of, edit, finish, funnel_line, rename, tick_all, toggle, why_nothing
from quizgame.core.errors import DataError
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from quizgame.core.regeneration import regenerate
from quizgame.core.text import one_line
from quizgame.core.tracing import traced
from tests.core.strategies import packs, questions


def report(found=5, asked=2, reasons=("told before", "told before", "not sure enough"), sentences=9):
    drops = tuple(Dropped(kind="count", reason=reason, source="a", what="six") for reason in reasons)
    kinds = (KindCount(kind="count", found=found, asked=asked, dropped=len(drops)),) if found else ()
    return Report(articles=1, words=90, sentences=sentences, kinds=kinds, drops=drops)


drafts = packs().map(lambda pack: draft_of(Generated(pack=pack, report=report())))


@st.composite
def drafts_and_places(draw):
    draft = draw(drafts)
    return draft, draw(st.integers(0, len(draft.items) - 1))


@given(drafts)
def test_what_nobody_touched_is_the_pack_that_was_made(draft):
    assert finish(draft) == draft.pack
    assert not draft.is_changed


@given(packs(), packs())
def test_what_is_less_sure_is_offered_and_stays_out_until_it_is_ticked(pack, other):
    ids = {question.id for question in pack.questions}
    more = tuple(question for question in other.questions if question.id not in ids)
    draft = draft_of(Generated(pack=pack, report=report(), spare=msgspec.structs.replace(other, questions=more)))
    assert (draft.spares, draft.is_changed, finish(draft)) == (len(more), False, pack)
    for place, question in enumerate(more, len(pack.questions)):
        ticked = toggle(draft, place)
        assert ticked.is_changed
        assert finish(ticked).questions == (*pack.questions, question)
        assert finish(ticked).generated == pack.generated  # what the player took is the player's own
        assert toggle(ticked, place) == draft


@given(packs())
def test_a_draft_of_nothing_but_doubts_is_no_pack_until_one_is_ticked(other):
    draft = draft_of(Generated(pack=None, report=report(), spare=traced(other)))
    with pytest.raises(DataError, match="tick at least one"):
        finish(draft)
    pack = finish(toggle(draft, 0))
    assert pack.questions == other.questions[:1]
    assert pack.generated.questions == {}


@given(drafts_and_places())
def test_a_question_is_dropped_and_taken_back(drawn):
    draft, place = drawn
    dropped = toggle(draft, place)
    assert dropped.is_changed
    assert dropped.kept == tuple(item.question for number, item in enumerate(draft.items) if number != place)
    assert toggle(dropped, place) == draft


@given(drafts_and_places(), questions("other"))
def test_an_edited_question_is_kept_in_its_place_under_its_id(drawn, question):
    draft, place = drawn
    was = draft.items[place].question
    changed = edit(toggle(draft, place), place, question)
    pack = finish(changed)
    assert len(pack.questions) == len(draft.items)
    assert pack.questions[place] == msgspec.structs.replace(question, id=was.id)
    assert changed.items[place].is_edited == (pack.questions[place] != was)
    assert edit(changed, place, was) == draft


@given(drafts_and_places())
def test_all_are_dropped_and_kept_at_once(drawn):
    draft, place = drawn
    nothing = tick_all(draft)
    assert nothing.kept == ()
    assert tick_all(nothing) == draft
    assert tick_all(toggle(draft, place)) == draft


@given(drafts, st.text(max_size=40))
def test_a_pack_has_a_title_of_one_line_or_is_refused(draft, title):
    renamed = rename(draft, title)
    if not one_line(title):
        with pytest.raises(DataError, match="title: a pack needs a title"):
            finish(renamed)
        return
    pack = finish(renamed)
    assert pack.title == one_line(title)
    assert msgspec.convert(msgspec.to_builtins(pack), type(pack)) == pack


@given(drafts_and_places(), questions("other"))
def test_what_was_dropped_stays_away_and_what_was_edited_stays_when_it_is_generated_again(drawn, question):
    draft, place = drawn
    made = traced(draft.pack)
    draft = toggle(draft_of(Generated(pack=made, report=report())), place)
    other = (place + 1) % len(draft.items)
    if other == place:
        return
    saved = finish(rename(edit(draft, other, question), "Mine"))
    again = regenerate(saved, made).pack
    assert (again.title, again.questions) == ("Mine", saved.questions)


@given(drafts)
def test_the_id_of_a_renamed_pack_follows_its_title(draft):
    assert finish(rename(draft, "  Night on ice ")).id == "night-on-ice"
    assert finish(rename(draft, "短道速滑")).id == draft.pack.id
    assert finish(rename(draft, "短道速滑")).title == "短道速滑"


@given(drafts)
def test_a_pack_of_nothing_is_refused(draft):
    with pytest.raises(DataError, match="no question is kept"):
        finish(tick_all(draft))


def test_no_draft_is_made_of_nothing():
    with pytest.raises(ValueError, match="no pack"):
        draft_of(Generated(pack=None, report=report()))


def test_the_funnel_is_told_in_a_line_with_the_most_frequent_reasons_first():
    assert funnel_line(report()) == "5 facts found, 2 asked; left out: 2 told before, 1 not sure enough"
    assert funnel_line(report(found=1, asked=1, reasons=())) == "1 fact found, 1 asked"
    many = report(found=2000, asked=5, reasons=("d", "a", "b", "c", "e", "e"))
    assert funnel_line(many) == "2,000 facts found, 5 asked; left out: 2 e, 1 a, 1 b, and 2 more reasons"


@pytest.mark.parametrize(
    ("told", "what"),
    [
        (report(found=0, asked=0, reasons=(), sentences=0), "the text has no full sentences"),
        (report(found=0, asked=0, reasons=()), "no sentence states a fact of a kind that can be asked"),
        (report(asked=0), "5 facts found, 0 asked; left out: 2 told before, 1 not sure enough"),
    ],
)
def test_nothing_to_ask_says_why_and_what_to_do(told, what):
    assert why_nothing(told).what == what
    assert why_nothing(told).hint
