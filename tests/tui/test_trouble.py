"""A full disk, an unreadable file: the player is told, and the game goes on."""

import dataclasses
from contextlib import asynccontextmanager

import pytest

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice
from quizgame.tui.app import QuizGameApp
from tests.tui.driving import answer, opened, place, play, press, session, settle, shown, tick, words


async def test_a_disk_that_fills_during_a_game_does_not_end_it(memory):
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        await answer(pilot, memory)
        memory.full = True
        await press(pilot, "space")
        await answer(pilot, memory)
        told = words(pilot)
        assert "This game is not saved just now: no space left" in told.replace("▌ ", "")
        assert "✓ Right" in told
        assert "not saved" in shown(pilot).splitlines()[0]
        await press(pilot, "space")
        await play(pilot, memory, "+")
        assert place(pilot) == "results"
        assert "3 of 3 right" in words(pilot)
        assert "not saved" in words(pilot)
        assert memory.games == []


async def test_it_is_told_once_not_after_every_answer(memory):
    async with opened(memory, choice=Choice(rules=classic(4))) as pilot:
        memory.full = True
        told = []
        for _ in range(3):
            await answer(pilot, memory)
            told.append(len(pilot.app._notifications))
            await press(pilot, "space")
        assert told == [1, 0, 0]


async def test_a_disk_that_has_room_again_saves_the_game_after_all(memory):
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        memory.full = True
        await play(pilot, memory, "+")
        memory.full = False
        await play(pilot, memory, "+")
        assert "not saved" not in shown(pilot).splitlines()[0]
        await play(pilot, memory, "+")
        assert "not saved" not in shown(pilot).split("─")[0]
    assert memory.games[0].correct == 3


async def test_a_record_that_cannot_be_written_leaves_the_game_kept(memory):
    world = memory.world()

    def refuse(_):
        raise StorageError("history-2025-02.toml: read-only")

    async with _opened(dataclasses.replace(world, record=refuse), Choice(rules=classic(1))) as pilot:
        await answer(pilot, memory)
        assert "Not in your record yet: read-only" in words(pilot).replace("▌ ", "")
        (kept,) = memory.kept.values()
        assert kept.is_finished
        await press(pilot, "space")
        assert "not saved" in words(pilot)


@asynccontextmanager
async def _opened(world, choice=None, size=(80, 24)):
    async with QuizGameApp(world, choice=choice).run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def test_a_game_that_another_window_plays_is_not_continued_here(memory):
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        await play(pilot, memory, "+")
        await press(pilot, "escape")

        def refuse(_):
            raise StorageError("another window is playing this game")

        pilot.app.world = dataclasses.replace(pilot.app.world, keep=refuse)
        await press(pilot, "g")
        assert place(pilot) == "home"
        assert "The game could not be continued." in words(pilot)
        assert "another window is playing this game" in words(pilot)


async def test_an_unknown_pack_is_told(memory):
    async with opened(memory, choice=Choice(rules=classic(3), packs=("nope",))) as pilot:
        assert place(pilot) == "home"
        assert "there is no pack 'nope'" in words(pilot)


async def test_home_opens_where_nothing_can_be_read(memory):
    def refuse(*_):
        raise StorageError("/data: permission denied")

    world = dataclasses.replace(memory.world(), library=refuse, tally=refuse, unfinished=refuse, settings=refuse)
    async with _opened(world) as pilot:
        await settle(pilot)
        assert place(pilot) == "home"
        assert "4 warnings · w reads why" in words(pilot)
        await press(pilot, "w")
        assert "/data: permission denied." in words(pilot)
        await press(pilot, "escape")
        for key in ("p", "s", "m", "comma"):
            await press(pilot, key)
            assert place(pilot) != "home"
            await press(pilot, "escape")


async def test_a_pack_that_went_away_ends_in_a_word_not_in_a_crash(memory):
    async with opened(memory, choice=Choice(rules=classic(2), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "+-")
        del memory.packs["harbin-2025"]
        await press(pilot, "a")
        assert place(pilot) == "home"
        assert "there is no pack" in words(pilot)


async def test_misses_are_asked_again_even_when_their_pack_went_away(memory):
    async with opened(memory, choice=Choice(rules=classic(2), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "--")
        memory.packs.clear()
        await press(pilot, "m")
        assert place(pilot) == "quiz"
        assert "1 / 2" in words(pilot)


async def test_settings_that_cannot_be_saved_hold_for_now(memory):
    async with opened(memory) as pilot:
        memory.full = True
        await press(pilot, "comma", "down", "down")
        assert pilot.app.theme not in {"ice", "snow"}
        assert "The settings hold for now, but they cannot be saved." in words(pilot)
        assert len(pilot.app._notifications) == 1


async def test_a_pack_that_cannot_be_removed_stays_listed(memory):
    memory.own = {"harbin-2025"}
    async with opened(memory) as pilot:
        memory.full = True
        await press(pilot, "p", "d", "r")
        assert "The pack was not removed." in words(pilot)
        assert "3 packs" in words(pilot)


async def test_a_game_that_cannot_be_given_up_is_still_there(memory):
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await answer(pilot, memory)
        await press(pilot, "ctrl+q")
    memory.full = True
    async with opened(memory) as pilot:
        await press(pilot, "v")
        assert "The game could not be given up." in words(pilot)
        assert "Continue classic, question 2 of 2" in words(pilot)


async def test_an_unreadable_record_costs_no_game(memory):
    world = memory.world()
    broken = False

    def history():
        if broken:
            raise DataError(Problem(file="history.toml", what="is damaged"))
        return world.history()

    async with _opened(dataclasses.replace(world, history=history), Choice(rules=classic(1))) as pilot:
        await answer(pilot, memory)
        broken = True
        await press(pilot, "space")
        assert place(pilot) == "results"


async def test_a_challenge_on_a_full_disk_ends_like_any_other(memory):
    async with opened(memory, choice=Choice(rules=challenge(10))) as pilot:
        memory.full = True
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        assert "not saved" in shown(pilot).split("━")[0] or "not saved" in words(pilot)
        assert session(pilot).correct == 1
        await tick(pilot, memory, 10)
        await tick(pilot, memory, 2)
        assert place(pilot) == "results"


async def test_a_finished_game_is_recorded_when_the_results_are_left_and_there_is_room_again(memory):
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        memory.full = True
        await play(pilot, memory, "++")
        assert "not saved" in words(pilot)
        memory.full = False
        await press(pilot, "escape")
        (game,) = memory.games
        assert game.correct == 2
        assert "not in your record" not in words(pilot)


@pytest.mark.parametrize("where", ["results", "home", "next"])
async def test_a_finished_game_is_recorded_at_quit_and_once(memory, where):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        memory.full = True
        await play(pilot, memory, "+")
        if where != "results":
            await press(pilot, "escape")
            assert "That game is not in your record yet." in words(pilot)
        if where == "next":
            await press(pilot, "1")
            assert place(pilot) == "quiz"
        memory.full = False
        await press(pilot, "ctrl+q")
    assert len(memory.games) == 1


async def test_the_last_answer_says_that_it_is_the_record_that_has_to_wait(memory):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        memory.full = True
        await answer(pilot, memory)
        told = words(pilot)
        assert "Not in your record yet: no space left on the device" in told.replace("▌ ", "")
        assert "Play on" not in told


@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_the_warning_takes_two_lines_and_names_no_file(memory, size):
    def refuse(_):
        raise StorageError("cannot lock saves/player/open/game-1.lock: " + "the file system is read-only " * 4)

    async with _opened(dataclasses.replace(memory.world(), keep=refuse), Choice(rules=classic(2)), size) as pilot:
        await answer(pilot, memory)
        told = shown(pilot).splitlines()
        (first,) = [number for number, line in enumerate(told) if "This game is not saved just now:" in line]
        assert told[first + 1].endswith("…")
        assert ".lock" not in words(pilot)
        verdict = next(number for number, line in enumerate(told) if "✓ Right" in line)
        assert first + 1 < verdict  # it covers no proof
        assert pilot.app.screen.query("Toast").first().size.height <= 2


async def test_a_word_of_warning_goes_with_the_screen_it_was_about(memory):
    async with opened(memory) as pilot:
        await press(pilot, "g")
        assert "There is no game to continue." in words(pilot)
        await press(pilot, "p")
        assert "There is no game to continue." not in words(pilot)


async def test_a_game_that_is_left_needs_no_word_but_its_row(memory):
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await play(pilot, memory, "+")
        await press(pilot, "escape")
        assert place(pilot) == "home"
        assert len(pilot.app._notifications) == 0
        assert "Continue" in words(pilot)
