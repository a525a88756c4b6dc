"""A new pack from an article: how one is given, how it goes on, and what is said when it does not."""

import dataclasses
import threading

import pytest
from textual.widgets import Input, TextArea

from quizgame.core.errors import StorageError
from tests.tui.driving import SIZES, click, click_key, made, opened, paste, place, press, session, settle, shown, words

TEXT = "Anna Ruiz won the long race.\nThe Frost Hall was full.\n"


@pytest.fixture
def memory(memory):
    memory.files = {
        "articles/": "",
        "articles/race.txt": TEXT,
        "articles/empty.txt": "",
        "articles/dull.txt": "dull\ndull",
        "articles/notes/": "",
        "articles/notes/one.md": "The first note.",
        "articles/notes/two.md": "The second note.",
        "articles/locked/": "locked",
    }
    return memory


def new_packs(memory):
    return sorted(set(memory.packs) - {"harbin-2025", "qitaihe-2022", "speed-skating-team-2023"})


def front(pilot):
    """The row in front of the list of files."""
    files = pilot.app.screen.query_one("#files")
    return files.get_option_at_index(files.highlighted).prompt.plain.strip()


async def enter(pilot, path):
    """Give a path."""
    await paste(pilot, path)
    await press(pilot, "enter")


async def go_to(pilot, name):
    """Put a row of the list of files in front."""
    await press(pilot, "tab", "home")
    for _ in range(20):
        if front(pilot).endswith(name):
            return
        await press(pilot, "down")
    raise AssertionError(name)


async def test_from_a_path_to_a_game_by_keys_alone(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/race.txt")
        await made(pilot)
        assert place(pilot) == "draft"
        assert "Anna Ruiz won the long race." in words(pilot)
        await press(pilot, "s")
        assert "Saved. Play it now?" in words(pilot)
        assert new_packs(memory) == ["race-txt"]
        await press(pilot, "enter")
        assert place(pilot) == "quiz"
        assert session(pilot).packs == ("race-txt",)


async def test_from_the_home_screen_and_the_packs_and_the_palette(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "n")
        assert place(pilot) == "article"
        await press(pilot, "escape")
        assert place(pilot) == "packs"
        await press(pilot, "escape", "ctrl+p", *"new", "space", *"pack")
        await pilot.pause(0.5)
        assert "Make a new pack from an article" in words(pilot)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert place(pilot) == "article"
        await press(pilot, "escape")
        assert place(pilot) == "home"


async def test_a_pasted_text_is_taken_wherever_the_focus_is(memory):
    for keys in ([], ["tab"], ["tab", "tab"]):
        async with opened(memory) as pilot:
            await press(pilot, "n", *keys)
            await paste(pilot, TEXT)
            assert pilot.app.screen.query_one(TextArea).text == TEXT
            assert pilot.app.focused.id == "text"
            await press(pilot, "ctrl+s")
            await made(pilot)
            assert place(pilot) == "draft"
            assert pilot.app.screen.query_one("#title", Input).value == "Pasted text"


async def test_a_pasted_path_of_one_line_stays_in_its_line(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await paste(pilot, " articles/race.txt\n")
        assert pilot.app.screen.query_one("#path", Input).value == " articles/race.txt"
        await press(pilot, "enter")
        await made(pilot)
        assert place(pilot) == "draft"


async def test_a_file_is_chosen_from_the_list(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await go_to(pilot, "race.txt")
        await press(pilot, "enter")
        await made(pilot)
        assert place(pilot) == "draft"


async def test_folders_are_walked_by_keys(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await go_to(pilot, "notes/")
        await press(pilot, "right")
        assert front(pilot) == "one.md"
        await press(pilot, "left")
        assert front(pilot) == "▸ notes/"
        await press(pilot, "enter", "home", "enter")
        assert front(pilot) == "▸ notes/"


async def test_all_articles_of_a_folder_make_one_pack(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await go_to(pilot, "notes/")
        await press(pilot, "enter")
        assert "* all 2 articles here" in words(pilot)
        await press(pilot, "up", "enter")
        await made(pilot)
        assert pilot.app.screen.query_one("#title", Input).value == "one.md and 1 more"
        assert "2 questions" in words(pilot)


async def test_by_mouse_alone(memory):
    async with opened(memory) as pilot:
        await click_key(pilot, "n new pack")
        assert place(pilot) == "article"
        rows = shown(pilot).splitlines()
        (row,) = [number for number, text in enumerate(rows) if "race.txt" in text]
        await click(pilot, None, offset=(10, row))
        await made(pilot)
        assert place(pilot) == "draft"
        bar = shown(pilot).splitlines()[-1]
        await click(pilot, None, offset=(bar.index("Esc"), 23))
        await paste(pilot, TEXT)
        await click(pilot, "#make")
        await made(pilot)
        assert place(pilot) == "draft"
        bar = shown(pilot).splitlines()[-1]
        await click(pilot, None, offset=(bar.index("s save"), 23))
        await click(pilot, "#later")
        assert place(pilot) == "home"
        assert new_packs(memory) == ["pasted-text"]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_wrong_path_is_told_where_it_was_written(memory, size):
    async with opened(memory, size) as pilot:
        await press(pilot, "n")
        await enter(pilot, "nope.txt")
        await made(pilot)
        assert place(pilot) == "article"
        assert "✗ cannot read nope.txt: there is no such file or folder." in words(pilot)
        assert "→ look at how it is written, or choose a file from the list" in words(pilot)
        assert pilot.app.screen.query_one("#path").has_class("-wrong")
        await press(pilot, "backspace")
        assert "cannot read" not in words(pilot)


async def test_a_folder_that_cannot_be_read_is_told_and_the_list_stays(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await go_to(pilot, "locked/")
        await press(pilot, "enter")
        assert "✗ cannot read articles/locked/: permission denied." in words(pilot)
        assert front(pilot) == "▸ locked/"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("empty.txt", "Nothing could be asked: the text has no full sentences."),
        ("dull.txt", "2 facts found, 0 asked; left out: 2 too few good wrong answers."),
    ],
)
async def test_an_article_with_nothing_to_ask_says_why_and_what_to_do(memory, name, told):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, f"articles/{name}")
        await made(pilot)
        assert place(pilot) == "article"
        assert told in words(pilot)
        assert "→" in words(pilot)


@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
async def test_without_an_article_it_says_what_is_wanted(memory, key):
    async with opened(memory) as pilot:
        await press(pilot, "n", key)
        assert "There is no article yet." in words(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "home"


async def test_ctrl_s_takes_what_is_in_focus_before_anything_else(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await paste(pilot, "nope.txt")
        await paste(pilot, TEXT)
        await press(pilot, "ctrl+s")
        await made(pilot)
        assert place(pilot) == "draft"
        await press(pilot, "escape", "shift+tab", "shift+tab", "ctrl+s")
        await made(pilot)
        assert "cannot read nope.txt" in words(pilot)


async def test_an_article_that_cannot_be_read_costs_the_others_nothing(memory):
    memory.files["articles/notes/three.md"] = None
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/notes/")
        await made(pilot)
        assert "2 questions ! 1 article left out" in words(pilot)
        await press(pilot, "w")
        assert "cannot read articles/notes/three.md: there is no such file or folder." in words(pilot)


async def test_a_folder_of_unreadable_articles_tells_of_each(memory):
    memory.files |= dict.fromkeys(("articles/bad/a.md", "articles/bad/b.md"))
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/bad/")
        await made(pilot)
        assert place(pilot) == "article"
        assert "cannot read articles/bad/a.md" in words(pilot)
        assert "cannot read articles/bad/b.md" in words(pilot)


@pytest.mark.parametrize("keys", [[], ["tab"], ["tab", "tab"]], ids=str)
async def test_too_long_a_text_is_refused_and_the_way_out_is_told(memory, keys):
    async with opened(memory) as pilot:
        await press(pilot, "n", *keys)
        await paste(pilot, "many words\n" * 100_000)
        await settle(pilot)  # so much takes its time
        assert "That is too long to paste." in words(pilot)
        assert "save it as a file and write its path" in words(pilot)
        assert not pilot.app.screen.query_one(TextArea).text


async def test_what_is_pasted_hides_nothing(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await paste(pilot, "one\x1b[31m\u202etwo\x00\nthree\u200b")
        assert pilot.app.screen.query_one(TextArea).text == "one[31mtwo\nthree"


# Going on and stopping


class Gate:
    """A generator that waits until it is let through."""

    def __init__(self, memory):
        self.make = memory.make
        self.reached = threading.Event()
        self.open = threading.Event()
        self.asked = 0

    def __call__(self, articles, title):
        taken = []
        for article in articles:
            taken.append(article)
            self.asked += 1
            self.reached.set()
            assert self.open.wait(10)
        return self.make(iter(taken), title)


async def reach(pilot, gate):
    for _ in range(500):
        if gate.reached.is_set():
            break
        await pilot.pause(0.01)
    await settle(pilot)


async def test_it_tells_how_far_it_is_and_esc_stops_it(memory):
    gate = memory.make = Gate(memory)
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/notes/")
        await reach(pilot, gate)
        assert "Reading… Esc stops" in words(pilot)
        assert "1 / 2" in words(pilot)
        await press(pilot, "ctrl+s", "enter")  # it is begun once
        await press(pilot, "escape")
        assert place(pilot) == "article"
        assert "Make questions" in words(pilot)
        assert "Esc stops" not in words(pilot)
        gate.open.set()
        await made(pilot)
        assert place(pilot) == "article"  # what was stopped shows nothing
        assert gate.asked == 1
        await press(pilot, "escape")
        assert place(pilot) == "home"


async def test_a_single_article_is_not_counted(memory):
    gate = memory.make = Gate(memory)
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/race.txt")
        await reach(pilot, gate)
        assert "Esc stops" in words(pilot)
        assert "1 / 1" not in words(pilot)
        gate.open.set()
        await made(pilot)


async def test_another_article_can_be_made_after_one_was_stopped(memory):
    gate = memory.make = Gate(memory)
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/race.txt")
        await reach(pilot, gate)
        await press(pilot, "escape")
        gate.open.set()
        await press(pilot, "enter")
        await made(pilot)
        assert place(pilot) == "draft"
        assert len(pilot.app.screen_stack) == 3


async def test_the_game_is_left_while_questions_are_made(memory):
    gate = memory.make = Gate(memory)
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/notes/")
        await reach(pilot, gate)
        await pilot.press("ctrl+q")
        gate.open.set()
    assert new_packs(memory) == []


async def test_what_is_made_while_help_is_open_waits_until_it_is_closed(memory):
    gate = memory.make = Gate(memory)
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await enter(pilot, "articles/race.txt")
        await reach(pilot, gate)
        await press(pilot, "f1")
        gate.open.set()
        await made(pilot)
        assert place(pilot) == "help"
        await press(pilot, "escape")
        assert place(pilot) == "draft"
        await press(pilot, "s", "p")
        assert place(pilot) == "quiz"


# After the preview


async def test_the_article_is_still_there_after_the_preview(memory):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await paste(pilot, TEXT)
        await press(pilot, "ctrl+s")
        await made(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "article"
        assert pilot.app.screen.query_one(TextArea).text == TEXT


async def test_a_new_pack_stands_in_front_of_the_packs(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "n")
        await enter(pilot, "articles/race.txt")
        await made(pilot)
        await press(pilot, "s", "l")
        assert place(pilot) == "packs"
        assert pilot.app.screen.pack.id == "race-txt"
        assert "Saved: race.txt, 2 questions." in words(pilot)
        await press(pilot, "n")
        await enter(pilot, "articles/race.txt")
        await made(pilot)
        await press(pilot, "s", "p")
        assert session(pilot).packs == ("race-txt-2",)


async def test_no_folder_to_list_is_told_and_a_path_still_works(memory):
    def refuse(_):
        raise StorageError("cannot read articles: permission denied")

    world = dataclasses.replace(memory.world(), list_folder=refuse)
    memory.world = lambda: world
    async with opened(memory) as pilot:
        await press(pilot, "n")
        assert "cannot read articles: permission denied" in words(pilot)
        await enter(pilot, "articles/race.txt")
        await made(pilot)
        assert place(pilot) == "draft"
