"""Keys that come faster than screens do: whoever presses twice is taken at the first."""

import pytest
from textual.events import Key

from quizgame.core.modes import classic
from quizgame.core.play import Choice
from tests.tui.driving import answer, made, opened, place, press, settle, words

CHARACTERS = {"space": " ", "enter": "\r", "escape": "\x1b"}


async def press_twice(pilot, key):
    """Two keys in one write of the terminal: both are in the queue before either is read."""
    for _ in range(2):
        pilot.app.post_message(Key(key, CHARACTERS.get(key, key)))
    await settle(pilot)


@pytest.mark.parametrize("key", ["space", "enter", "escape"])
async def test_at_the_last_verdict(memory, key):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await answer(pilot, memory)
        await press_twice(pilot, key)
        assert place(pilot) in {"results", "home"}
    assert len(memory.games) == 1


async def test_a_game_that_is_left_is_kept_once(memory):
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        await answer(pilot, memory)
        await press(pilot, "space")
        memory.clock.forward(2.0)
        await press_twice(pilot, "escape")
        assert place(pilot) == "home"
    (kept,) = memory.kept.values()
    assert kept.spent == 2.0


@pytest.mark.parametrize(
    ("keys", "key", "then"),
    [
        (["p"], "enter", "quiz"),
        (["p"], "c", "quiz"),
        (["p"], "escape", "home"),
        (["p", "d"], "r", "packs"),
        (["p", "d"], "enter", "packs"),
        (["p", "a"], "escape", "packs home"),
        (["p", "a"], "enter", "bring"),
        (["m"], "enter", "quiz"),
        (["m"], "escape", "home"),
        (["s"], "escape", "home"),
        (["comma"], "escape", "home"),
        (["n"], "escape", "home"),
        (["p", "n"], "escape", "packs home"),
        (["question_mark"], "escape", "home"),
        ([], "enter", "quiz"),
    ],
    ids=str,
)
async def test_on_the_other_screens(memory, keys, key, then):
    memory.own = set(memory.packs)
    async with opened(memory) as pilot:
        await press(pilot, *keys)
        await press_twice(pilot, key)
        assert place(pilot) in then.split()


@pytest.mark.parametrize("key", ["p", "n", "s", "m", "comma", "question_mark"])
async def test_no_screen_is_opened_twice(memory, key):
    async with opened(memory) as pilot:
        await press_twice(pilot, key)
        assert len(pilot.app.screen_stack) == 2


@pytest.mark.parametrize("key", ["a", "d", "n"])
async def test_no_dialog_is_opened_twice(memory, key):
    memory.own = set(memory.packs)
    async with opened(memory) as pilot:
        await press(pilot, "p")
        await press_twice(pilot, key)
        assert len(pilot.app.screen_stack) == 3
        await press(pilot, "escape")
        assert place(pilot) == "packs"


@pytest.mark.parametrize("wanted", ["record", "packs", "quick", "Qitaihe"])
async def test_in_the_palette(memory, wanted):
    async with opened(memory) as pilot:
        await press(pilot, "ctrl+p", *wanted)
        for _ in range(50):
            if pilot.app.screen.query_one("CommandList").option_count:
                break
            await pilot.pause(0.02)
        await press(pilot, "down")
        await press_twice(pilot, "enter")
        assert len(pilot.app.screen_stack) <= 2


async def test_the_palette_goes_once(memory):
    async with opened(memory) as pilot:
        await press(pilot, "ctrl+p")
        palette = pilot.app.screen
        palette.dismiss()
        palette.dismiss()
        await settle(pilot)
        assert place(pilot) == "home"
        assert "Quick game" in words(pilot)


@pytest.mark.parametrize("field", ["answer", "stem"])
async def test_letters_never_overtake_the_keys_before_them(memory, field):
    memory.files = {"articles/race.txt": "Anna Ruiz won the long race.\nThe Frost Hall was full.\n"}
    async with opened(memory) as pilot:
        await press(pilot, "n", *"articles/race.txt", "enter")
        await made(pilot)
        await press(pilot, "e")
        written = pilot.app.screen.query_one(f"#{field}")
        written.focus()
        await press(pilot, "end")
        for key in ("backspace", "backspace", "ctrl+u", *"Bo", "backspace", *"en"):
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))
        await settle(pilot)
        assert (written.value if field == "answer" else written.text) == "Ben"
