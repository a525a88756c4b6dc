"""Several players on one machine, each with a record and settings of their own."""

import msgspec
import pytest

from quizgame.core.errors import UsageError
from quizgame.core.settings import Settings
from tests.tui.driving import click, click_key, opened, place, play, press, session, words
from tests.worlds import Memory


@pytest.fixture
def two(memory):
    """The player, who has played, and Bo, who has not but wants shorter games."""
    memory.others["Bo"] = Memory(
        packs=memory.packs, clock=memory.clock, name="Bo", settings=Settings(animation="none", questions=5, seconds=30)
    )
    return memory


def told(pilot):
    return words(pilot).replace("▌ ", "").replace(" ▐", "")


def names(pilot):
    rows = pilot.app.screen.query_one("#list")
    return [rows.get_option_at_index(place).prompt.plain for place in range(rows.option_count)]


async def write(pilot, name):
    await press(pilot, "end", "ctrl+u")
    await pilot.press(*("space" if sign == " " else sign for sign in name))
    await press(pilot, "enter")


async def test_the_players_are_listed_and_who_plays_is_marked(two):
    async with opened(two) as pilot:
        await press(pilot, "u")
        assert place(pilot) == "profiles"
        assert "Who plays?" in words(pilot)
        assert names(pilot) == ["Bo", "player   plays now"]
        assert pilot.app.screen.query_one("#list").highlighted == 1


async def test_a_player_is_made_and_plays_at_once(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await play(pilot, memory, "+" * 10)
        await press(pilot, "enter", "u", "n")
        await write(pilot, "Ann Lee")
        assert "Ann Lee plays now." in told(pilot)
        assert names(pilot) == ["Ann Lee   plays now", "player"]
        await press(pilot, "escape")
        assert place(pilot) == "home"
        assert "press Enter to play" in words(pilot)
        await press(pilot, "s")
        assert "games 0" in words(pilot)
    assert pilot.app.world.profile == "Ann Lee"


async def test_who_is_chosen_has_a_record_and_settings_of_their_own(two):
    bo = two.others["Bo"]
    async with opened(two) as pilot:
        await press(pilot, "enter")
        await play(pilot, two, "+" * 10)
        await press(pilot, "enter", "u", "home", "enter")
        assert place(pilot) == "home"
        assert "5 questions, all packs" in words(pilot)
        assert "30 seconds, as many as you can" in words(pilot)
        assert "press Enter to play" in words(pilot)
        await press(pilot, "enter")
        await play(pilot, bo, "-" * 5)
        assert "0 of 5 right" in words(pilot)
        await press(pilot, "enter", "s")
        assert "games 1 answers 5 right 0 %" in words(pilot)
        await press(pilot, "escape", "u", "end", "enter", "s")
        assert "games 1 answers 10 right 100 %" in words(pilot)
    assert [game.asked for game in two.games] == [10]
    assert [game.asked for game in bo.games] == [5]


async def test_a_game_that_was_left_is_offered_to_its_own_player_only(two):
    async with opened(two) as pilot:
        await press(pilot, "enter")
        await play(pilot, two, "++")
        await press(pilot, "escape")
        assert "Continue" in words(pilot)
        await press(pilot, "u", "home", "enter")
        assert "Continue" not in words(pilot)
        await press(pilot, "g")
        assert place(pilot) == "home"
        assert "There is no game to continue." in told(pilot)
        await press(pilot, "u", "end", "enter", "g")
        assert len(session(pilot).attempts) == 2


async def test_the_theme_of_the_other_player_takes_effect(two):
    other = two.others["Bo"]
    other.settings = msgspec.structs.replace(other.settings, theme="nord")
    async with opened(two) as pilot:
        before = pilot.app.theme
        await press(pilot, "u", "home", "enter")
        assert pilot.app.theme == "nord"
        await press(pilot, "u", "end", "enter")
        assert pilot.app.theme == before


async def test_a_player_is_chosen_by_a_click(two):
    async with opened(two) as pilot:
        await click_key(pilot, "u player")
        await click(pilot, "#list", offset=(3, 1))
        assert place(pilot) == "home"
        assert pilot.app.world.profile == "Bo"


async def test_who_plays_can_be_chosen_again(two):
    async with opened(two) as pilot:
        await press(pilot, "u", "enter")
        assert place(pilot) == "home"
        assert pilot.app.world.profile == "player"


async def test_esc_leaves_everything_as_it_was(two):
    async with opened(two) as pilot:
        await press(pilot, "u", "home", "n", "escape", "e", "escape", "d", "escape")
        assert place(pilot) == "profiles"
        assert names(pilot) == ["Bo", "player   plays now"]
        await press(pilot, "escape")
        assert pilot.app.world.profile == "player"


async def test_who_plays_gets_another_name_and_keeps_the_record(two):
    async with opened(two) as pilot:
        await press(pilot, "enter")
        await play(pilot, two, "+" * 10)
        await press(pilot, "enter", "u", "e")
        await write(pilot, "Zoe")
        assert names(pilot) == ["Bo", "Zoe   plays now"]
        await press(pilot, "escape", "s")
        assert "games 1 answers 10" in words(pilot)


async def test_another_player_gets_another_name(two):
    async with opened(two) as pilot:
        await press(pilot, "u", "home", "e")
        assert pilot.app.screen.query_one("LineField").value == "Bo"
        await write(pilot, "Cy")
        assert names(pilot) == ["Cy", "player   plays now"]
        assert pilot.app.screen.query_one("#list").highlighted == 0
        assert pilot.app.world.profile == "player"


async def test_a_player_is_removed_only_after_a_question(two):
    async with opened(two) as pilot:
        await press(pilot, "u", "home", "d")
        assert "Remove this player?" in words(pilot)
        assert "The record is moved to the folder removed" in words(pilot)
        await press(pilot, "enter")
        assert names(pilot) == ["Bo", "player   plays now"]
        await press(pilot, "home", "d", "r")
        assert names(pilot) == ["player   plays now"]
        assert "Removed: Bo." in told(pilot)
    assert two.others == {}


async def test_who_plays_cannot_be_removed(two):
    async with opened(two) as pilot:
        await press(pilot, "u", "d")
        assert place(pilot) == "profiles"
        assert "Who plays now cannot be removed. Choose another player first." in told(pilot)
        assert names(pilot) == ["Bo", "player   plays now"]


@pytest.mark.parametrize("keys", [["n"], ["home", "e"]], ids=["made", "renamed"])
async def test_a_name_that_is_taken_is_told(two, keys):
    two.others["Cy"] = Memory(name="Cy")
    async with opened(two) as pilot:
        await press(pilot, "u", *keys)
        await write(pilot, "Cy")
        assert place(pilot) == "dialog"
        assert "the name Cy is taken" in told(pilot)
        await press(pilot, "escape")
        assert names(pilot) == ["Bo", "Cy", "player   plays now"]
        assert pilot.app.world.profile == "player"


async def test_a_bad_name_is_told(memory):
    import dataclasses

    world = memory.world()

    def refuse(*_):
        raise UsageError("a/b cannot be a player's name")

    profiles = dataclasses.replace(world.profiles, make=refuse, rename=refuse)
    memory.world = lambda: dataclasses.replace(world, profiles=profiles)
    async with opened(memory) as pilot:
        await press(pilot, "u", "n")
        await write(pilot, "a/b")
        assert "a/b cannot be a player's name" in told(pilot)
        await press(pilot, "escape", "e")
        await write(pilot, "a/b")
        assert "a/b cannot be a player's name" in told(pilot)
        await press(pilot, "escape")
        assert names(pilot) == ["player   plays now"]


async def test_an_empty_name_makes_nobody(memory):
    async with opened(memory) as pilot:
        await press(pilot, "u", "n")
        await write(pilot, "   ")
        assert "Nothing is written yet." in words(pilot)
        await press(pilot, "escape")
        assert names(pilot) == ["player   plays now"]


@pytest.mark.parametrize(
    ("keys", "name", "trouble"),
    [
        (["n"], "Cy", ""),
        (["home", "e"], "Cy", ""),
        (["home", "d", "r"], "", "The player was not removed."),
    ],
    ids=["make", "rename", "remove"],
)
async def test_a_full_disk_is_told_and_all_stay_who_they_were(two, keys, name, trouble):
    two.full = True
    async with opened(two) as pilot:
        await press(pilot, "u", *keys)
        if name:
            await write(pilot, name)
        assert trouble in told(pilot)
        assert "no space left" in told(pilot)
        if name:
            await press(pilot, "escape")
        assert names(pilot) == ["Bo", "player   plays now"]
        await press(pilot, "escape")
        assert place(pilot) == "home"


async def test_a_player_that_cannot_be_opened_is_told_and_the_first_plays_on(two):
    import dataclasses

    world = two.world()

    def refuse(_):
        raise UsageError("Bo has gone")

    two.world = lambda: dataclasses.replace(world, profiles=dataclasses.replace(world.profiles, open=refuse))
    async with opened(two) as pilot:
        await press(pilot, "u", "home", "enter")
        assert "That player cannot be chosen." in told(pilot)
        assert pilot.app.world.profile == "player"


async def test_a_name_of_markup_and_escape_codes_is_shown_as_text(memory):
    memory.others["[bold]x[/] \x1b[2Jy"] = Memory(name="x")
    async with opened(memory) as pilot:
        await press(pilot, "u")
        assert "[bold]x[/] [2Jy" in words(pilot)


async def test_keys_of_the_other_player_take_effect_and_go_again(two):
    bo = two.others["Bo"]
    bo.settings = msgspec.structs.replace(bo.settings, keys={"home.record": "z"})
    async with opened(two) as pilot:
        await press(pilot, "u", "home", "enter", "s")
        assert place(pilot) == "home"
        assert "z record" in words(pilot)
        await press(pilot, "z")
        assert place(pilot) == "record"
        await press(pilot, "escape", "u", "end", "enter", "z")
        assert place(pilot) == "home"
        assert "s record" in words(pilot)
        await press(pilot, "s")
        assert place(pilot) == "record"
