"""The questions of a new pack before it is saved: kept, dropped, edited, and nothing lost unasked."""

import msgspec
import pytest
from textual.widgets import Input

from quizgame.core.errors import DataError, Problem
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from tests.tui.driving import SIZES, click, made, opened, paste, place, press, session, settle, shown, words
from tests.tui.packs import HARBIN

REPORT = Report(
    articles=1,
    words=412,
    sentences=21,
    kinds=(
        KindCount(kind="count", found=9, asked=1, dropped=8),
        KindCount(kind="role", found=4, asked=3, dropped=1),
    ),
    drops=tuple(
        Dropped(kind="count", reason=reason, source="article", what="six")
        for reason in (*["told before"] * 6, "too few good wrong answers", "not sure enough", "over the limit")
    ),
)


def generator(pack=HARBIN):
    def make(articles, title):
        assert list(articles)
        return Generated(pack=pack, report=REPORT)

    return make


@pytest.fixture
def memory(memory):
    memory.make = generator()
    return memory


async def preview(pilot):
    """Make questions of a pasted text, and look at them."""
    await press(pilot, "n")
    await paste(pilot, "An article.\nOf two lines.")
    await press(pilot, "ctrl+s")
    await made(pilot)
    assert place(pilot) == "draft"


def new_pack(memory):
    (name,) = set(memory.packs) - {"harbin-2025", "qitaihe-2022", "speed-skating-team-2023"}
    return memory.packs[name]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_question_shows_its_options_the_right_one_by_a_sign_and_its_proof(memory, size):
    async with opened(memory, size) as pilot:
        await preview(pilot)
        told = words(pilot)
        assert "4 questions 13 facts found, 4" in told
        assert "✓ six right" in told
        assert "“South Korea finished on top with six golds" in told
        assert "bronzes.”" in told
        await press(pilot, *["pagedown"] * 3)
        assert all(f"· {option}" in words(pilot) for option in ("two", "four", "nine"))
        assert "difficulty 3 of 5" in words(pilot)
        await press(pilot, *["pageup"] * 3, "down")
        assert "✓ the Heilongjiang Ice Events" in words(pilot)


async def test_the_next_question_is_shown_from_its_beginning(memory):
    async with opened(memory, (40, 15)) as pilot:
        await preview(pilot)
        await press(pilot, "pagedown")
        details = pilot.app.screen.query_one("#details")
        assert details.scroll_y > 0
        await press(pilot, "down")
        assert details.scroll_y == 0


def doubtful(pack=HARBIN, sure=2):
    """A generator that is sure of the first questions of a pack, and not of the others."""
    parts = (pack.questions[:sure], pack.questions[sure:])
    sure_pack, spare = (msgspec.structs.replace(pack, questions=part) if part else None for part in parts)
    return lambda articles, title: list(articles) and Generated(pack=sure_pack, report=REPORT, spare=spare)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_less_sure_questions_are_marked_and_kept_only_where_they_are_ticked(memory, size):
    memory.make = doubtful()
    async with opened(memory, size) as pilot:
        await preview(pilot)
        assert "2 of 4 questions 2 less sure" in words(pilot)
        await press(pilot, "down", "down")
        assert "[ ] ? " in shown(pilot)
        assert "? less sure: keep it if" in words(pilot)
        await press(pilot, "space", "s", "l")
    assert new_pack(memory).questions == HARBIN.questions[:3]


async def test_an_article_that_gives_only_doubts_is_shown_all_the_same(memory):
    memory.make = doubtful(sure=0)
    async with opened(memory) as pilot:
        await preview(pilot)
        assert "0 of 4 questions 4 less sure" in words(pilot)
        await press(pilot, "s")
        assert "tick at least one" in words(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "article"  # there is no work that could be lost


async def test_saving_writes_the_pack_as_it_was_made(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "s")
        assert "Saved. Play it now?" in words(pilot)
        assert "harbin-2025-2, since harbin-2025 is another" in words(pilot)
        await press(pilot, "l")
        assert place(pilot) == "home"
        assert "Saved: Short track at the Harbin Asian Winter Games, 4 questions." in words(pilot).replace("▌ ", "")
    pack = new_pack(memory)
    assert (pack.id, pack.questions, pack.sources) == ("harbin-2025-2", HARBIN.questions, HARBIN.sources)
    assert memory.packs["harbin-2025"] == HARBIN


async def test_saving_offers_to_play_at_once(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "ctrl+s", "enter")
        assert place(pilot) == "quiz"
        assert session(pilot).packs == ("harbin-2025-2",)
        assert len(session(pilot).showings) == 4


async def test_a_dropped_question_is_not_saved(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "down", "space")
        assert "3 of 4 questions" in words(pilot)
        assert "[ ] Where were" in shown(pilot)
        assert "[ ] left out of the pack" in shown(pilot)
        await press(pilot, "down", "space", "space", "s", "l")
    assert [question.id for question in new_pack(memory).questions] == ["q-1", "q-3", "q-4"]


async def test_all_are_dropped_and_one_is_taken_back(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "a")
        assert "0 of 4 questions" in words(pilot)
        await press(pilot, "s")
        assert place(pilot) == "draft"
        assert "no question is kept" in words(pilot)
        await press(pilot, "end", "space", "s", "l")
    assert [question.id for question in new_pack(memory).questions] == ["q-4"]


async def test_an_edited_question_is_saved_as_it_was_left(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "down", "down", "e")
        assert "question 3 of 4" in words(pilot)
        await press(pilot, "tab", "end")
        await paste(pilot, " junior")
        await press(pilot, "ctrl+s")
        assert place(pilot) == "draft"
        assert "[x] edited Who is the head coach" in words(pilot)
        assert "✓ Zhang Jing junior right" in words(pilot)
        await press(pilot, "s", "l")
    question = new_pack(memory).questions[2]
    assert (question.id, question.answer) == ("q-3", "Zhang Jing junior")
    assert question.distractors == HARBIN.questions[2].distractors


async def test_enter_and_a_double_click_edit_too(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "enter")
        assert place(pilot) == "edit"
        await press(pilot, "escape")
        await click(pilot, "#questions", offset=(20, 2), times=2)
        assert place(pilot) == "edit"
        assert "question 2 of 4" in words(pilot)


async def test_a_click_looks_at_a_question_and_one_on_its_sign_ticks_it(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await click(pilot, "#questions", offset=(20, 3))
        assert "✓ Zhang Jing right" in words(pilot)
        assert "4 questions" in words(pilot)
        await click(pilot, "#questions", offset=(3, 2))
        assert "3 of 4 questions" in words(pilot)
        assert "[ ] Where were" in shown(pilot)


async def test_the_title_is_written_anew_and_names_the_file(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "t")
        pilot.app.screen.query_one("#title", Input).value = ""
        await press(pilot, "enter")
        await press(pilot, "s")
        assert "a pack needs a title" in words(pilot)
        await press(pilot, "t")
        await paste(pilot, "Night\ton  ice")
        await press(pilot, "escape")
        assert place(pilot) == "draft"
        assert pilot.app.focused.id == "questions"
        await press(pilot, "s", "l")
    assert (new_pack(memory).id, new_pack(memory).title) == ("night-on-ice", "Night on ice")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_funnel_is_told_in_full(memory, size):
    async with opened(memory, size) as pilot:
        await preview(pilot)
        await press(pilot, "w")
        told = words(pilot)
        assert "1 article, 21 sentences, 412 words" in told
        assert "kind found asked left out" in told
        assert "count 9 1 8" in told
        await press(pilot, *["down"] * 12)
        assert "1 too few good wrong answers" in words(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "draft"


# Leaving


async def test_untouched_work_is_left_without_a_question(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "article"


@pytest.mark.parametrize("keys", [["space"], ["t", "x", "enter"]], ids=str)
async def test_esc_asks_before_work_is_thrown_away(memory, keys):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, *keys, "escape")
        assert "Throw your work away?" in words(pilot)
        await press(pilot, "enter")
        assert place(pilot) == "draft"
        await press(pilot, "escape", "t")
        assert place(pilot) == "article"
    assert len(memory.packs) == 3


async def test_ctrl_q_asks_before_work_is_thrown_away(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "space", "ctrl+q")
        assert "Quit without saving?" in words(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "draft"
        await press(pilot, "ctrl+q", "q")
        assert pilot.app._exit


async def test_ctrl_q_twice_leaves(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "space", "ctrl+q", "ctrl+q")
        assert pilot.app._exit


async def test_ctrl_q_asks_nothing_where_nothing_would_be_lost(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "ctrl+q")
        assert pilot.app._exit
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "space", "s", "ctrl+q")
        assert pilot.app._exit
    assert len(new_pack(memory).questions) == 3


# Trouble


async def test_a_disk_without_room_loses_nothing(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "space")
        memory.full = True
        await press(pilot, "s")
        assert place(pilot) == "draft"
        assert "The pack is not saved." in words(pilot)
        assert "no space left on the device" in words(pilot)
        memory.full = False
        await press(pilot, "s", "l")
    assert len(new_pack(memory).questions) == 3


async def test_what_cannot_be_written_is_told(memory):
    def refuse(_):
        raise DataError(Problem(file="mine.toml", what="cannot be written: it would not read back the same"))

    memory._keep_pack = refuse
    async with opened(memory) as pilot:
        await preview(pilot)
        await press(pilot, "s")
        assert "it would not read back the same" in words(pilot).replace("▌ ", "")
        assert place(pilot) == "draft"


async def test_save_pressed_twice_saves_once(memory):
    async with opened(memory) as pilot:
        await preview(pilot)
        screen = pilot.app.screen

        def both():
            screen.action_save()
            screen.action_save()

        pilot.app.call_later(both)
        await settle(pilot)
    assert len(memory.packs) == 4


async def test_many_questions_are_listed_and_the_last_one_is_shown(memory):
    questions = tuple(
        type(HARBIN.questions[0])(
            id=f"n-{number}", stem=f"What is {number}?", answer=f"a{number}", distractors=("b", "c")
        )
        for number in range(1_000)
    )
    memory.make = generator(type(HARBIN)(id="many", title="Many", questions=questions))
    async with opened(memory) as pilot:
        await preview(pilot)
        assert "1,000 questions" in words(pilot)
        await press(pilot, "end", "space")
        assert "✓ a999 right" in words(pilot)
        assert "999 of 1,000 questions" in words(pilot)


async def test_a_resize_shows_the_same_question(memory):
    async with opened(memory, (120, 40)) as pilot:
        await preview(pilot)
        await press(pilot, "down", "space")
        for size in ((40, 15), (80, 24), (1, 1), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            await settle(pilot)
            if size != (1, 1):
                assert "[ ] Where" in shown(pilot)
                assert "✓ the Heilongjiang Ice" in words(pilot)
