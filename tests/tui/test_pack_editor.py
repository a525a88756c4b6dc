"""A pack edited question by question: every change is in the world at once, and every one can be taken back."""

import itertools

import msgspec
import pytest
from textual.widgets import Input

from quizgame.core.settings import Settings
from quizgame.storage.paths import Paths
from quizgame.storage.world import open_world
from tests.tui.driving import SIZES, aside_done, click, opened, paste, place, press, settle, shown, words
from tests.tui.packs import HARBIN, QITAIHE
from tests.tui.test_packs_screen import dialog, fill, said
from tests.worlds import NOW


@pytest.fixture
def memory(memory):
    memory.own = {HARBIN.id}
    return memory


def ids(memory):
    """The numbers of the questions of the pack that is edited, in their order in the world."""
    return [question.id.removeprefix("q-") for question in memory.packs[HARBIN.id].questions]


def front(pilot):
    """The place of the question in front, counted from 1."""
    return pilot.app.screen.query_one("#questions").highlighted + 1


async def rewrite_answer(pilot, answer):
    """Put another right answer in the place of that of the question in front."""
    await press(pilot, "e", "tab")
    pilot.app.screen.query_one("#answer", Input).value = answer
    await press(pilot, "ctrl+s")


async def test_every_question_is_read_with_its_options_and_its_proof(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e")
        assert "Short track at the Harbin Asian Winter Games 4 questions questions/harbin-2025.toml" in words(pilot)
        assert "✓ six right · two · four · nine" in words(pilot)
        assert "“South Korea finished on top with six golds, four silvers and three bronzes.”" in words(pilot)
        await press(pilot, "down", "down")
        assert "✓ Zhang Jing right · Li Yan" in words(pilot)
        await press(pilot, "end")
        assert "✓ the mixed team relay right" in words(pilot)


async def test_an_edit_is_in_the_world_at_once_and_keeps_the_id(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "down", "down", "enter")
        assert "question 3 of 4" in words(pilot)
        await press(pilot, "escape")
        await rewrite_answer(pilot, "Zhao Lin")
        assert place(pilot) == "pack"
        assert front(pilot) == 3
        assert "✓ Zhao Lin right" in words(pilot)
        changed = memory.packs[HARBIN.id].questions[2]
        assert changed == msgspec.structs.replace(HARBIN.questions[2], answer="Zhao Lin")
        await rewrite_answer(pilot, "Zhao Lin")  # nothing has changed, so there is nothing more to take back
        await press(pilot, "u")
        assert memory.packs[HARBIN.id] == HARBIN
        assert "u undo" not in words(pilot)
        await press(pilot, "u")
        assert memory.packs[HARBIN.id] == HARBIN


async def test_a_new_question_comes_behind_the_one_in_front(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "down", "a")
        assert "a new one, number 3" in words(pilot)
        await fill(pilot, "Which hall is cold?", "the Frost Hall", "the Fire Hall")
        assert front(pilot) == 3
        assert "5 questions" in words(pilot)
        assert "✓ the Frost Hall right" in words(pilot)
        assert memory.packs[HARBIN.id].questions[2].stem == "Which hall is cold?"
        await press(pilot, "a", "escape")
        assert len(ids(memory)) == 5


async def test_a_question_that_stands_there_already_is_not_added(memory):
    question = HARBIN.questions[0]
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "a")
        await fill(pilot, question.stem, question.answer, *question.distractors)
        assert "That was not saved. stem: this question stands in the pack already" in said(pilot)
    assert memory.packs[HARBIN.id] == HARBIN


async def test_a_question_is_deleted_but_for_the_last_one(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "down", "d")
        assert "Deleted; u brings it back." in said(pilot)
        assert ids(memory) == ["1", "3", "4"]
        assert front(pilot) == 2
        assert "3 questions" in words(pilot)
        await press(pilot, "end", "delete")
        assert front(pilot) == 2
        await press(pilot, "d", "d")
        assert ids(memory) == ["1"]
        assert "a pack has at least one question (remove the pack)" in said(pilot)
        assert "1 question questions/harbin-2025.toml" in words(pilot)


async def test_a_question_is_moved_and_stays_in_front(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "shift+up")
        assert ids(memory) == ["1", "2", "3", "4"]
        await press(pilot, "shift+down", "J")
        assert ids(memory) == ["2", "3", "1", "4"]
        assert front(pilot) == 3
        assert "✓ six right" in words(pilot)
        await press(pilot, "K")
        assert ids(memory) == ["2", "1", "3", "4"]
        assert front(pilot) == 2
        await press(pilot, "end", "J")
        assert ids(memory) == ["2", "1", "3", "4"]
        await press(pilot, "u", "u", "u", "u")
        assert ids(memory) == ["1", "2", "3", "4"]


async def test_changes_are_taken_back_one_by_one_and_made_again(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "d", "J", "t")
        pilot.app.screen.query_one("#title", Input).value = "Night on ice"
        await press(pilot, "ctrl+s")
        states = [memory.packs[HARBIN.id]]
        for _ in range(3):
            await press(pilot, "u")
            states.append(memory.packs[HARBIN.id])
        assert [(len(pack.questions), pack.questions[0].id, pack.title) for pack in states] == [
            (3, "q-3", "Night on ice"),
            (3, "q-3", HARBIN.title),
            (3, "q-2", HARBIN.title),
            (4, "q-1", HARBIN.title),
        ]
        assert "y redo" in words(pilot)
        for state in reversed(states[:-1]):
            await press(pilot, "y")
            assert memory.packs[HARBIN.id] == state
        assert "Night on ice 3 questions" in words(pilot)
        await press(pilot, "u", "u", "d", "y")  # a new change leaves nothing to be made again
        assert ids(memory) == ["3", "4"]


async def test_undo_shows_what_it_brought_back(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "down", "d", "home", "u")
        assert front(pilot) == 2
        assert "✓ the Heilongjiang Ice Events Training Center right" in words(pilot)


async def test_undo_shows_the_last_question_where_that_was_deleted(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "end", "d", "home", "u")
        assert ids(memory) == ["1", "2", "3", "4"]
        assert front(pilot) == 4


# About the pack


async def test_what_a_pack_says_of_itself_is_edited(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "down", "t")
        assert "Title ▌ Short track at the Harbin Asian Winter Games" in words(pilot)
        for text in (" 2025", "\n\nAll of it.", "Ann\tOther", "CC-BY-4.0", "ice, short  track,, ice"):
            await press(pilot, *["down"] * text.startswith("\n"), "end")
            await paste(pilot, text)
            await press(pilot, "tab")
        await press(pilot, "ctrl+s")
        assert "Short track at the Harbin Asian Winter Games 2025 4 questions" in words(pilot)
        assert front(pilot) == 2
        await press(pilot, "escape")
        told = words(pilot)
        assert "topics: ice, short track Ann Other · CC-BY-4.0" in told
    pack = memory.packs[HARBIN.id]
    assert pack.description == f"{HARBIN.description}\n\nAll of it."
    assert (pack.id, pack.tags, pack.questions) == (HARBIN.id, ("ice", "short track"), HARBIN.questions)


async def test_a_pack_needs_a_title_and_esc_leaves_all_as_it_was(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "t", "end", "ctrl+u", "tab", "ctrl+s")
        assert place(pilot) == "about"
        assert "a pack needs a title" in said(pilot)
        assert pilot.app.focused.id == "title"
        await paste(pilot, HARBIN.title)
        await press(pilot, "escape")
        assert place(pilot) == "pack"
    assert memory.packs[HARBIN.id] == HARBIN


async def test_what_was_written_about_a_pack_is_not_thrown_away_unasked(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "t", "x", "escape")
        assert place(pilot) == "dialog"
        await press(pilot, "escape", "ctrl+q")
        assert not pilot.app._exit


# Checking it


async def test_the_whole_pack_is_checked(memory):
    first, second, third = QITAIHE.questions
    easy = msgspec.structs.replace(second, stem="What is the name of Meng Qingyu?")
    again = msgspec.structs.replace(first, id="again")
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "e", "c")
        await aside_done(pilot)
        assert "Nothing is wrong with this pack." in said(pilot)
        await press(pilot, "escape")
        memory.packs[QITAIHE.id] = msgspec.structs.replace(QITAIHE, questions=(first, easy, third, again))
        await press(pilot, "e", "c")
        await aside_done(pilot)
        told = dialog(pilot)
        assert "2 flaws in this pack" in told
        assert "question 2, the right answer: the stem says the answer" in told
        assert "asks the same as question 1" in told
        await press(pilot, "escape")
        assert place(pilot) == "pack"


async def test_signs_tell_which_flaws_must_be_mended(memory):
    easy = msgspec.structs.replace(HARBIN.questions[2], stem="Who is not beside Zhang Jing?")
    memory.packs[HARBIN.id] = msgspec.structs.replace(HARBIN, questions=(easy,))
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "c")
        await aside_done(pilot)
        told = dialog(pilot)
        assert "✗ must be mended, ! should be." in told
        flaws = told.partition("should be.")[2]
        assert flaws.count("✗") == flaws.count("!") == 1


# Packs that ship, and a full disk


async def test_a_pack_that_ships_is_read_and_stays_as_it_is(memory):
    memory.own = set()
    async with opened(memory) as pilot:
        await press(pilot, "p", "e")
        assert "4 questions it ships with the game and stays as it is" in words(pilot)
        assert not any(named in words(pilot) for named in ("e edit", "a add", "d delete", "move down", "t about"))
        for key in ("e", "enter", "a", "d", "J", "shift+up", "t", "u", "y"):
            await press(pilot, key)
            assert place(pilot) == "pack"
        assert "This pack ships with the game and stays as it is." in said(pilot)
        pilot.app.clear_notifications()
        await press(pilot, "end")
        assert "✓ the mixed team relay right" in words(pilot)
    assert memory.packs[HARBIN.id] == HARBIN


async def test_a_full_disk_leaves_everything_as_it_was_and_says_so(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e", "d")
        memory.full = True
        for key in ("d", "J"):
            await press(pilot, key)
            assert "That was not saved. saves/player/open.toml: no space left on the device" in said(pilot)
            assert ids(memory) == ["2", "3", "4"]
            assert "3 questions" in words(pilot)
            pilot.app.clear_notifications()
        await press(pilot, "u")
        assert "That could not be undone." in said(pilot)
        assert "3 questions" in words(pilot)
        memory.full = False
        await press(pilot, "u")
        assert ids(memory) == ["1", "2", "3", "4"]
        memory.full = True
        await press(pilot, "y")
        assert "4 questions" in words(pilot)
        memory.full = False
        await press(pilot, "y")
        assert ids(memory) == ["2", "3", "4"]


async def test_a_full_disk_takes_no_words_from_who_wrote_them(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e")
        memory.full = True
        await rewrite_answer(pilot, "seven")
        assert "That was not saved." in said(pilot)
        assert memory.packs[HARBIN.id] == HARBIN
        assert place(pilot) == "edit"
        assert "▌ seven" in words(pilot)


# By mouse, and at every size


async def test_by_mouse_a_question_is_looked_at_and_edited_with_a_second_click(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "e")
        await click(pilot, "#questions", offset=(20, 3))
        assert place(pilot) == "pack"
        assert "✓ Zhang Jing right" in words(pilot)
        await click(pilot, "#questions", offset=(20, 2), times=2)
        assert "question 2 of 4" in words(pilot)


async def test_a_long_question_is_scrolled_and_the_next_one_begins_at_its_beginning(memory):
    async with opened(memory, (40, 15)) as pilot:
        await press(pilot, "p", "e", "pagedown", "pagedown")
        assert "difficulty 3 of 5" in words(pilot)
        await press(pilot, "pageup", "pageup")
        assert "In short-track speed skating" in words(pilot)
        await press(pilot, "pagedown", "down")
        assert pilot.app.screen.query_one("#details").scroll_y == 0


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_editor_and_what_is_told_of_a_pack_are_of_use_at_every_size(memory, size):
    async with opened(memory, size) as pilot:
        await press(pilot, "p", "e", "down", "down")
        for where in ("pack", "about"):
            told = shown(pilot)
            assert "Short track at the" in told
            assert "e edit" in told or "Ctrl+S save" in told
            for resized in ((20, 5), size):
                await pilot.resize_terminal(*resized)
                await settle(pilot)
            assert place(pilot) == where
            assert shown(pilot) == told
            assert told.splitlines()[-1].strip().endswith("help")
            if where == "pack":
                assert "✓ Zhang Jing" in told
                await press(pilot, "t")
        await press(pilot, *["tab"] * 4)
        assert pilot.app.focused.id == "tags"
        assert pilot.app.screen.query_one("#form").region.contains_region(pilot.app.focused.region)


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
async def test_undo_is_named_where_there_is_something_to_undo(memory, size):
    async with opened(memory, size) as pilot:
        await press(pilot, "p", "e", "d")
        pilot.app.clear_notifications()
        await settle(pilot)
        assert "u undo" in words(pilot)


# A real file


PACK = """\
# Questions of the ice club, kept by hand.
title = "Ice"   # the club's name

[[questions]]
stem = "What is cold?"
answer = "ice"  # sure
distractors = [
    "fire",  # an easy one
    'steam',
]

# The next one is from a member.
[[questions]]
stem = "What is warm?"
answer = "fire"
distractors = ["ice", "snow"]
"""


class OnDisk:
    """A world whose packs are files."""

    def __init__(self, folder):
        self.file = folder / "own" / "ice.toml"
        self.file.parent.mkdir()
        self.file.write_bytes(PACK.encode())
        self._folder = folder

    def world(self):
        numbers = itertools.count()
        folder = self._folder
        world = open_world(
            Paths(shipped=folder / "shipped", own=folder / "own", seeds=folder, saves=folder / "saves"),
            profile="ann",
            now=lambda: NOW,
            clock=lambda: 0.0,
            fresh_seed=lambda: 7,
            fresh_id=lambda: f"game-{next(numbers)}",
            maker=None,
        )
        world.keep_settings(Settings(animation="none"))
        return world


async def test_an_edit_of_a_real_file_keeps_its_comments_and_undo_its_bytes(tmp_path):
    disk = OnDisk(tmp_path)
    async with opened(disk) as pilot:
        await press(pilot, "p", "e", "down")
        await rewrite_answer(pilot, "steam")
        edited = disk.file.read_text()
        for line in PACK.splitlines():
            assert line in edited or line == 'answer = "fire"'
        assert 'answer = "steam"' in edited
        await press(pilot, "home", "J", "t", "end")
        await paste(pilot, " club")
        await press(pilot, "ctrl+s")
        assert 'title = "Ice club"   # the club\'s name' in disk.file.read_text()
        assert disk.file.read_text().count("#") == PACK.count("#")
        await press(pilot, "u", "u")
        assert disk.file.read_text() == edited
        await press(pilot, "u")
        assert disk.file.read_bytes() == PACK.encode()
        await press(pilot, "y")
        assert disk.file.read_text() == edited


async def test_what_another_program_has_written_meanwhile_is_not_written_over(tmp_path):
    disk = OnDisk(tmp_path)
    async with opened(disk) as pilot:
        await press(pilot, "p", "e")
        disk.file.write_text(PACK.replace("cold", "frosty"))
        await press(pilot, "d")
        assert "Another program has changed the pack meanwhile." in said(pilot)
        assert "frosty" in disk.file.read_text()
        assert "What is frosty?" in words(pilot)


async def test_what_was_written_while_another_program_changed_the_pack_is_saved_with_that(tmp_path):
    disk = OnDisk(tmp_path)
    async with opened(disk) as pilot:
        await press(pilot, "p", "e", "e", *"So ")
        disk.file.write_text(PACK.replace("cold", "frosty"))
        await press(pilot, "ctrl+s")
        assert place(pilot) == "edit"
        await press(pilot, "ctrl+s")
        assert place(pilot) == "pack"
    assert "So " in disk.file.read_text()
    assert "frosty" in disk.file.read_text()


async def test_a_real_pack_is_removed_and_brought_back_as_it_was(tmp_path):
    disk = OnDisk(tmp_path)
    async with opened(disk) as pilot:
        await press(pilot, "p", "d", "r")
        assert not disk.file.exists()
        assert "0 packs" in words(pilot)
        await press(pilot, "u")
        assert disk.file.read_bytes() == PACK.encode()
        assert "1 pack · 2 questions" in words(pilot)
