"""Setup, packs, settings, record and help."""

import pytest

from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice
from quizgame.core.record import record
from quizgame.core.result import summarise
from quizgame.core.settings import Settings
from quizgame.tui.commands import COMMANDS, commands_of
from tests.core.test_session import game, right
from tests.tui.driving import click, made, opened, place, play, press, session, shown, tick, words


async def test_setup_starts_what_was_chosen_by_keys(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "space")  # all but the first pack
        await press(pilot, "tab", "tab", "left")  # mode stays, five questions
        assert "5 questions from 15 questions in 2 packs" in words(pilot)
        await press(pilot, "ctrl+s")
        assert session(pilot).packs == ("qitaihe-2022", "speed-skating-team-2023")
        assert session(pilot).rules == classic(5)


async def test_setup_starts_a_challenge_by_mouse(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m")
        await click(pilot, "#mode", offset=(14, 0))
        assert "as many as you can before the clock runs out" in words(pilot)
        await click(pilot, "#seconds", offset=(2, 0))
        await click(pilot, "#start")
        assert session(pilot).rules == challenge(30)
        assert session(pilot).packs == tuple(sorted(memory.packs))


async def test_setup_says_when_there_are_too_few_questions_and_asks_all(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "down", "down", "space")
        assert "There are only 7 questions; all will be asked." in words(pilot)
        await press(pilot, "ctrl+s")
        assert len(session(pilot).showings) == 7


async def test_setup_can_ask_all_questions(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "tab", "tab", "right", "right", "ctrl+s")
        assert len(session(pilot).showings) == 19


async def test_setup_starts_nothing_without_a_pack(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "space", "down", "space", "down", "space", "ctrl+s")
        assert place(pilot) == "setup"
        assert "Tick a pack to play." in words(pilot)


async def test_packs_are_listed_with_count_title_and_what_is_known(memory):
    memory.own = {"qitaihe-2022"}
    async with opened(memory) as pilot:
        await press(pilot, "p")
        told = words(pilot)
        assert "3 packs · 19 questions" in told
        assert "4 Short track at the Harbin Asian Winter Games" in told
        assert "Six golds, one home team" in told
        assert "4 questions · mean difficulty" in told
        assert "· ships with the game" in told
        await press(pilot, "down")
        assert "questions/qitaihe-2022.toml" in words(pilot)


async def test_enter_plays_the_pack_in_front_and_c_against_the_clock(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "enter")
        assert session(pilot).packs == ("qitaihe-2022",)
        await press(pilot, "escape", "p", "c")
        assert session(pilot).packs == ("harbin-2025",)
        assert session(pilot).rules == challenge(60)


async def test_an_own_pack_is_removed_only_after_a_question(memory):
    memory.own = {"harbin-2025"}
    async with opened(memory) as pilot:
        await press(pilot, "p", "d")
        assert "Remove this pack?" in shown(pilot)
        await press(pilot, "enter")  # the first answer keeps it
        assert "harbin-2025" in memory.packs
        await press(pilot, "delete", "r")
        assert "harbin-2025" not in memory.packs
        assert "2 packs" in words(pilot)


async def test_a_pack_that_ships_stays(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "d")
        assert place(pilot) == "packs"
        assert "ships with the game and stays" in words(pilot)
        assert len(memory.packs) == 3


async def test_a_theme_takes_effect_and_is_saved_at_once(memory):
    async with opened(memory) as pilot:
        await press(pilot, "comma", "down")
        assert pilot.app.theme == "snow"
        assert memory.settings.theme == "snow"
        await press(pilot, "escape")
        assert pilot.app.theme == "snow"
    async with opened(memory) as pilot:
        assert pilot.app.theme == "snow"


async def test_motion_questions_and_seconds_are_set(memory):
    async with opened(memory) as pilot:
        await press(pilot, "comma", "tab", "right")
        assert pilot.app.animation_level == "full"
        await press(pilot, "tab", "right", "tab", "right", "tab", "left", "tab", "right")
        await press(pilot, "tab", "right", "tab", "right")
        assert memory.settings == Settings(
            animation="full", questions=15, question_seconds=10, seconds=30, time_factor=1.5, day_start=6, bell=True
        )
        await press(pilot, "escape")
        assert "15 questions, 10 s each, all packs" in words(pilot)
        assert "30 seconds, time x1.5, as many as you can" in words(pilot)


async def test_what_the_environment_wants_still_stays_still(memory, monkeypatch):
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")
    memory.settings = Settings(animation="full")
    async with opened(memory) as pilot:
        assert pilot.app.animation_level == "none"


async def test_the_record_tells_totals_bests_and_recent_games(memory):
    async with opened(memory, choice=Choice(rules=classic(2), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "+-")
        await press(pilot, "a")
        await play(pilot, memory, "++")
        await press(pilot, "escape", "s")
        told = words(pilot)
        assert "games 2 answers 4 right 75 %" in told
        assert "streak 2 right in a row, best 2" in told
        assert "days 1 in a row, best 1" in told
        await press(pilot, "right")
        told = words(pilot)
        assert "2,100 Classic, 2 Short track at" in told
        assert "2 games" in told
        await press(pilot, "right")
        told = words(pilot)
        assert "1,000 Classic, 2 · Short track at the Har… ✓ 1 of 2" in told
        assert "today" in told


async def test_the_record_names_timed_games_and_those_that_were_left(memory):
    async with opened(memory, choice=Choice(rules=challenge(30))) as pilot:
        await tick(pilot, memory, 1)
        await press(pilot, "1")
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 30)
        await tick(pilot, memory, 2)
        await press(pilot, "escape", "enter", "1", "ctrl+q")
    async with opened(memory) as pilot:
        await press(pilot, "v", "s", "right", "right")
        assert "Timed challenge" in words(pilot)
        assert "left" in words(pilot)


async def test_an_empty_record_says_so(memory):
    async with opened(memory) as pilot:
        await press(pilot, "s")
        assert "Nothing here yet." in words(pilot)


TO_DRAFT = ["tab", "end", "enter"]
KEYS_TO = {
    "home": [],
    "setup": ["m"],
    "quiz": ["enter"],
    "record": ["s"],
    "packs": ["p"],
    "pack": ["p", "e"],
    "about": ["p", "e", "t"],
    "bring": ["p", "a"],
    "duplicates": ["p", "m"],
    "settings": ["comma"],
    "article": ["n"],
    "draft": ["n", *TO_DRAFT],
    "edit": ["n", *TO_DRAFT, "e"],
}


async def go(pilot, *keys):
    """Press keys, each after a pack that was asked for is made."""
    for key in keys:
        await press(pilot, key)
        await made(pilot)


async def test_answers_of_a_game_that_was_left_stand_in_the_record(memory):
    memory.games.append(record(summarise(right(game(classic(8)))), finished=memory.world().now()))
    async with opened(memory) as pilot:
        await press(pilot, "s")
        assert "games 0 answers 1" in words(pilot)
        assert "Nothing here yet" not in words(pilot)


@pytest.mark.parametrize("where", KEYS_TO)
async def test_help_tells_every_command_of_its_screen(memory, where):
    memory.files = {"articles/a.txt": "A line."}
    memory.own = set(memory.packs)
    async with opened(memory, (100, 60)) as pilot:
        await go(pilot, *KEYS_TO[where], "f1")
        told = words(pilot)
        for command in (*commands_of(where), *commands_of("app")):
            assert command.help in told
            assert command.shown in told
        assert "A right answer is worth 1,000." in told
        await press(pilot, "escape")
        assert place(pilot) == where


@pytest.mark.parametrize("where", [*KEYS_TO, "results"])
async def test_every_command_of_the_table_has_its_action(memory, where):
    memory.files = {"articles/a.txt": "A line."}
    memory.own = set(memory.packs)
    async with opened(memory, choice=Choice(rules=classic(1)) if where == "results" else None) as pilot:
        await go(pilot, *KEYS_TO.get(where, ["1", "space"]))
        assert place(pilot) == where
        for command in commands_of(where):
            if command.action:
                assert hasattr(pilot.app.screen, f"action_{command.action}")
                assert not command.keys or set(command.keys.split(",")) <= set(pilot.app.screen.active_bindings)


def test_no_two_commands_of_a_screen_share_a_name_or_a_key():
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    for where in {command.place for command in COMMANDS}:
        keys = [key for command in commands_of(where) for key in command.keys.split(",") if key]
        assert len(set(keys)) == len(keys)


async def test_the_palette_finds_commands_and_packs(memory):
    async with opened(memory) as pilot:
        await press(pilot, "ctrl+p", *"qitaihe")
        await pilot.pause(0.5)
        assert "Play Qitaihe, city of champions" in words(pilot)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert place(pilot) == "quiz"
        assert session(pilot).packs == ("qitaihe-2022",)


async def test_the_arrows_lead_out_of_the_packs_to_the_modes_and_back(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "down", "down", "down", "right")
        assert "[Timed challenge]" in shown(pilot)
        await press(pilot, "up", "up")
        assert pilot.app.focused.id == "packs"
        assert pilot.app.focused.highlighted == 1


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("scores", "record"),
        ("what can be done", "help"),
        ("record", "record"),
        ("survival", "quiz"),
        ("hot seat", "setup"),
    ],
)
async def test_the_palette_runs_a_command_of_the_screen_it_was_opened_on(memory, typed, where):
    async with opened(memory) as pilot:
        await press(pilot, "ctrl+p", *("space" if letter == " " else letter for letter in typed))
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert place(pilot) == where
