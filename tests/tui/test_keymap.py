"""Keys of the player's own: they take effect everywhere, and what cannot be had is told and stops nothing."""

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizgame.core.modes import classic
from quizgame.core.play import Choice
from quizgame.tui.commands import COMMANDS, commands_of
from quizgame.tui.keymap import keymap_of
from tests.tui.driving import answer, click, click_key, opened, place, press, session, shown, words

PLACES = tuple(dict.fromkeys(command.place for command in COMMANDS))


def remap(memory, **keys):
    """Give commands other keys; two underscores stand for the dot."""
    told = {name.replace("__", "."): key for name, key in keys.items()}
    memory.settings = msgspec.structs.replace(memory.settings, keys=told)


# What can be had


async def test_the_new_key_does_it_and_the_old_one_nothing(memory):
    remap(memory, home__record="z")
    async with opened(memory) as pilot:
        await press(pilot, "s")
        assert place(pilot) == "home"
        await press(pilot, "z")
        assert place(pilot) == "record"


async def test_the_key_bar_names_the_new_key(memory):
    remap(memory, home__record="z", home__packs="ctrl+f")
    async with opened(memory) as pilot:
        assert "z record" in words(pilot)
        assert "Ctrl+F packs" in words(pilot)
        assert "s record" not in words(pilot)
        await click_key(pilot, "z record")
        assert place(pilot) == "record"


async def test_help_names_the_new_key(memory):
    remap(memory, home__record="z", app__palette="ctrl+k")
    async with opened(memory, (100, 60)) as pilot:
        await press(pilot, "f1")
        rows = [" ".join(row.replace("│", " ").split()) for row in shown(pilot).splitlines()]
        assert any(row.startswith("z See your scores") for row in rows)
        assert any(row.startswith("Ctrl+K Find any command") for row in rows)
        assert not any(row.startswith("s See your scores") for row in rows)


async def test_the_rows_of_the_start_name_the_new_key(memory):
    remap(memory, home__challenge="t", home__daily="y")
    async with opened(memory) as pilot:
        rows = {row.split("  ")[0].strip(" │▶"): row.strip(" │").split()[-1] for row in told_rows(pilot)}
        assert (rows["Timed challenge"], rows["Daily"], rows["Review"]) == ("t", "y", "r")
        await click(pilot, "#challenge")
        assert session(pilot).rules.mode == "challenge"


def told_rows(pilot):
    names = ("Timed challenge", "Daily", "Review")
    return [row.strip(" │") for row in shown(pilot).splitlines() if any(name in row for name in names)]


async def test_the_palette_opens_by_its_new_key_and_still_runs_the_command(memory):
    remap(memory, app__palette="ctrl+k", home__record="z")
    async with opened(memory) as pilot:
        await press(pilot, "ctrl+p")
        assert len(pilot.app.screen_stack) == 1
        await press(pilot, "ctrl+k", *"scores")
        for _ in range(50):
            if pilot.app.screen.query_one("CommandList").option_count:
                break
            await pilot.pause(0.02)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert place(pilot) == "record"


async def test_a_game_is_played_with_keys_of_its_own(memory):
    remap(memory, quiz__fifty="z", quiz__pause="o")
    async with opened(memory, (120, 30), choice=Choice(rules=classic(2), seed=1)) as pilot:
        assert "z 50:50" in words(pilot)
        await press(pilot, "x", "p")
        assert (session(pilot).aids, place(pilot)) == ((), "quiz")
        await press(pilot, "z", "o")
        assert place(pilot) == "pause"
        await press(pilot, "space")
        assert session(pilot).aids == ("fifty",)


async def test_a_lifeline_under_its_own_key_is_not_overtaken(memory):
    remap(memory, quiz__fifty="z")
    async with opened(memory, choice=Choice(rules=classic(2), seed=1)) as pilot:
        await pilot.press("z", str(session(pilot).current.key + 1))
        await press(pilot)
        assert session(pilot).attempts[0].aids == ("fifty",)


async def test_two_commands_can_change_places(memory):
    remap(memory, home__packs="s", home__record="p")
    async with opened(memory) as pilot:
        assert "s packs" in words(pilot)
        assert "p record" in words(pilot)
        await press(pilot, "s")
        assert place(pilot) == "packs"
        await press(pilot, "escape", "p")
        assert place(pilot) == "record"
        assert "warning" not in words(pilot)


async def test_three_commands_can_change_places_in_a_ring(memory):
    remap(memory, home__packs="s", home__record="n", home__new="p")
    async with opened(memory) as pilot:
        for key, where in (("s", "packs"), ("n", "record"), ("p", "article")):
            await press(pilot, key)
            assert place(pilot) == where
            await press(pilot, "escape")


async def test_a_key_that_is_free_now_can_be_had(memory):
    remap(memory, home__record="z", home__more="s")
    async with opened(memory) as pilot:
        await press(pilot, "s")
        assert place(pilot) == "setup"


async def test_several_keys_can_be_had(memory):
    remap(memory, home__record="z, f5")
    async with opened(memory) as pilot:
        for key in ("z", "f5"):
            await press(pilot, key)
            assert place(pilot) == "record"
            await press(pilot, "escape")
        assert "z record" in words(pilot)


@pytest.mark.parametrize(
    ("told", "key", "named"),
    [("semicolon", "semicolon", ";"), (";", "semicolon", ";"), ("f6", "f6", "F6"), ("Z", "Z", "Z"), ("ctrl+g", "ctrl+g", "Ctrl+G")],
)  # fmt: skip
async def test_keys_have_their_names(memory, told, key, named):
    remap(memory, home__record=told)
    async with opened(memory) as pilot:
        assert f"{named} record" in words(pilot)
        await press(pilot, key)
        assert place(pilot) == "record"


async def test_the_same_key_can_mean_something_else_on_another_screen(memory):
    remap(memory, home__record="z", results__again="z")
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await answer(pilot, memory)
        await press(pilot, "space")
        assert "z again" in words(pilot)
        await press(pilot, "z")
        assert place(pilot) == "quiz"


async def test_what_is_said_about_a_key_names_the_new_one(memory):
    remap(memory, home__problems="z", home__nothing="x", packs__add="q")
    async with opened(memory) as pilot:
        assert "z reads why" in words(pilot)
        memory.packs = {}
        await press(pilot, "p")
        assert "Press q to add a pack." in words(pilot)


def test_without_keys_of_ones_own_nothing_changes():
    assert keymap_of({}) == ({}, ())


# What cannot


REFUSED = {
    "no command": ({"home.rekord": "z"}, "keys.home.rekord", "did you mean home.record?"),
    "nothing like it": ({"zzz": "z"}, "keys.zzz", "there is no such command"),
    "no keys of its own": ({"home.go": "z"}, "keys.home.go", "there is no such command"),
    "no key": ({"home.record": "hyper+z"}, "keys.home.record", "there is no key 'hyper+z'"),
    "an empty key": ({"home.record": ""}, "keys.home.record", "there is no key ''"),
    "taken": ({"home.record": "p"}, "keys.home.record", "the key p is that of home.packs"),
    "taken everywhere": ({"home.record": "ctrl+q"}, "keys.home.record", "the key ctrl+q is that of app.quit"),
    "taken by help": ({"home.record": "?"}, "keys.home.record", "is that of app.help"),
    "taken on one screen": ({"app.quit": "ctrl+s"}, "keys.app.quit", "the key ctrl+s is that of"),
    "an answer": ({"quiz.hint": "a"}, "keys.quiz.hint", "the key a has its own meaning there"),
    "the last answer": ({"quiz.hint": "6"}, "keys.quiz.hint", "the key 6 has its own meaning there"),
    "an arrow": ({"home.record": "down"}, "keys.home.record", "the key down has its own meaning there"),
    "a row": ({"home.record": "j"}, "keys.home.record", "the key j has its own meaning there"),
    "a chip": ({"setup.start": "l"}, "keys.setup.start", "the key l has its own meaning there"),
    "a chip of the settings": ({"settings.back": "h"}, "keys.settings.back", "the key h has its own meaning there"),
    "an answer of a dialog": ({"dialog.back": "r"}, "keys.dialog.back", "the key r "),
    "a letter everywhere": ({"app.quit": "q"}, "keys.app.quit", "the key q could not be written any more"),
    "a letter over an article": ({"article.make": "m"}, "keys.article.make", "the key m could not be written"),
    "a letter over a question": ({"edit.take": "t"}, "keys.edit.take", "the key t could not be written"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_had_is_told_and_the_old_key_stays(what):
    keys, key, told = REFUSED[what]
    keymap, (problem,) = keymap_of(keys)
    assert keymap == {}
    assert (problem.severity, problem.key) == ("warning", key)
    assert told in str(problem)


@pytest.mark.parametrize("what", ["no command", "no key", "taken", "an answer", "a letter everywhere"])
async def test_the_start_warns_of_it_and_the_game_plays_on(memory, what):
    keys, key, told = REFUSED[what]
    memory.settings = msgspec.structs.replace(memory.settings, keys=keys)
    async with opened(memory) as pilot:
        assert "! 1 warning · w reads why" in words(pilot)
        await press(pilot, "w")
        read = words(pilot).replace("│ ", "").replace("┃ ", "")
        assert all(part in read for part in (key, *told.split()))
        await press(pilot, "escape", "s")
        assert place(pilot) == "record"
        await press(pilot, "escape", "enter")
        await answer(pilot, memory)
        assert session(pilot).correct == 1


async def test_one_wrong_key_spoils_not_the_others(memory):
    remap(memory, home__record="p", home__settings="z")
    async with opened(memory) as pilot:
        assert "! 1 warning" in words(pilot)
        await press(pilot, "z")
        assert place(pilot) == "settings"


async def test_a_key_wanted_twice_leaves_every_command_a_key(memory):
    remap(memory, home__record="z", home__packs="z")
    async with opened(memory) as pilot:
        assert "warning" in words(pilot)
        reached = set()
        for key in ("z", "s", "p"):
            await press(pilot, key)
            reached.add(place(pilot))
            await press(pilot, "escape")
        assert {"record", "packs"} <= reached


async def test_a_key_goes_back_to_its_command_when_the_other_cannot_have_it(memory):
    """New pack keeps n, because s is that of the record; so n is not free for the packs."""
    remap(memory, home__packs="n", home__new="s")
    async with opened(memory) as pilot:
        await press(pilot, "n")
        assert place(pilot) == "article"
        await press(pilot, "escape", "p")
        assert place(pilot) == "packs"


async def test_a_dialog_can_always_be_closed_and_written_in(memory):
    remap(memory, dialog__back="q")
    async with opened(memory) as pilot:
        await press(pilot, "e", *"quick")
        assert place(pilot) == "dialog"
        assert pilot.app.screen.query_one("LineField").value == "quick"
        await press(pilot, "escape")
        assert place(pilot) == "home"


NAMES = st.sampled_from([command.id for command in COMMANDS]) | st.text(max_size=12)
COMMON = [
    "a",
    "b",
    "n",
    "p",
    "s",
    "z",
    "?",
    "question_mark",
    "f1",
    "f9",
    "ctrl+p",
    "ctrl+s",
    "escape",
    "enter",
    "j",
    ",",
]
KEYS = st.sampled_from(COMMON) | st.text(max_size=6)
KEYMAPS = st.dictionaries(NAMES, st.lists(KEYS, min_size=1, max_size=3).map(",".join), max_size=6)


@given(KEYMAPS)
@example({"home.packs": "n", "home.new": "s"})
@example({"home.record": "?"})
def test_every_key_of_a_screen_belongs_to_one_command(keys):
    keymap, _ = keymap_of(keys)
    everywhere = [key for command in commands_of("app", keymap) for key in command.keys.split(",") if key]
    assert len(set(everywhere)) == len(everywhere)
    for where in PLACES:
        own = [normal(key) for command in commands_of(where, keymap) for key in set(command.keys.split(",")) if key]
        assert len(set(own)) == len(own)
        assert where == "app" or not set(own) & set(map(normal, everywhere))


def normal(key):
    """A key by the name that Textual gives it: ``?`` is ``question_mark``."""
    from textual.keys import _character_to_key

    return _character_to_key(key) if len(key) == 1 else key


@given(KEYMAPS | st.dictionaries(st.text(), st.text()))
def test_every_key_is_had_or_a_warning(keys):
    keymap, problems = keymap_of(keys)
    assert len(keymap) + len(problems) == len(keys)
    assert keymap.keys() <= keys.keys()
    assert all(problem.severity == "warning" and problem.what and problem.key for problem in problems)
    for name, had in keymap.items():
        assert had == ",".join(key.strip() for key in keys[name].split(","))


@given(KEYMAPS)
def test_what_was_had_once_is_had_again(keys):
    keymap, _ = keymap_of(keys)
    assert keymap_of(keymap) == (keymap, ())
