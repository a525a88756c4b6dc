"""The home screen: what it tells, what it starts, and the game that was left."""

from datetime import timedelta

import pytest

from quizgame.core.errors import Problem
from quizgame.core.modes import classic
from quizgame.core.play import Choice
from quizgame.core.settings import Settings
from tests.tui.driving import click, click_key, opened, place, play, press, session, settle, shown, words


async def leave_a_game(memory, signs="+++"):
    async with opened(memory, choice=Choice(rules=classic(10))) as pilot:
        await play(pilot, memory, signs)
        await press(pilot, "ctrl+q")


async def test_a_new_player_sees_what_there_is_and_what_to_press(memory):
    async with opened(memory) as pilot:
        assert "3 packs · 19 questions" in shown(pilot)
        assert "press Enter to play" in shown(pilot)
        assert "▶ Quick game 10 questions, all packs Enter" in words(pilot)
        assert "Timed challenge 60 seconds, as many as you can c" in words(pilot)
        assert "Continue" not in shown(pilot)
        assert "in a row" not in shown(pilot)


async def test_a_returning_player_sees_days_and_best(memory):
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await play(pilot, memory, "++")
    memory.now += timedelta(days=1)
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await play(pilot, memory, "+-")
        await press(pilot, "escape")
        assert "▲ 2 days in a row" in shown(pilot)
        assert "best 2,100" in words(pilot)


async def test_one_pack_with_one_question_is_told_in_the_singular(memory):
    import msgspec

    pack = memory.packs["harbin-2025"]
    memory.packs = {"harbin-2025": msgspec.structs.replace(pack, questions=pack.questions[:1])}
    async with opened(memory) as pilot:
        assert "1 pack · 1 question\n" in shown(pilot).replace(" │", "").replace("  ", "").replace(" \n", "\n") + "\n"


async def test_the_quick_game_takes_its_length_from_the_settings(memory):
    memory.settings = Settings(animation="none", questions=5)
    async with opened(memory) as pilot:
        assert "5 questions, all packs" in words(pilot)
        await press(pilot, "1")
        assert len(session(pilot).showings) == 5


async def test_arrows_go_through_the_rows_and_the_lit_row_says_enter(memory):
    async with opened(memory) as pilot:
        await press(pilot, "down")
        assert "▶ Timed challenge 60 seconds, as many as you can Enter" in words(pilot)
        assert "Quick game 10 questions, all packs 1" in words(pilot)
        await press(pilot, "enter")
        assert session(pilot).rules.mode == "challenge"


async def test_a_row_is_played_by_a_click(memory):
    async with opened(memory) as pilot:
        await click(pilot, "#challenge")
        assert session(pilot).rules.mode == "challenge"


async def test_two_quick_keys_begin_one_game(memory):
    async with opened(memory) as pilot:
        home = pilot.app.home

        def both():
            home.action_quick()
            home.action_challenge()

        pilot.app.call_later(both)  # as when two keys are read before the first game is on the screen
        await settle(pilot)
        assert memory.begun == 1
        assert session(pilot).rules.mode == "classic"


async def test_every_screen_is_one_key_and_esc_comes_back(memory):
    async with opened(memory) as pilot:
        for key, where in (
            ("p", "packs"),
            ("n", "article"),
            ("s", "record"),
            ("comma", "settings"),
            ("u", "profiles"),
            ("m", "setup"),
            ("o", "setup"),
        ):
            await press(pilot, key)
            assert place(pilot) == where
            await press(pilot, "escape")
            assert place(pilot) == "home"


async def test_every_hint_is_a_click_away(memory):
    async with opened(memory) as pilot:
        for named, where in (
            ("p packs", "packs"),
            ("n new pack", "article"),
            ("s record", "record"),
            (", settings", "settings"),
            ("u player", "profiles"),
            ("? help", "help"),
        ):
            await click_key(pilot, named)
            assert place(pilot) == where
            await press(pilot, "escape")


@pytest.mark.parametrize(
    ("hint", "where"), [("n new", "article"), ("s record", "record"), (", settings", "settings"), ("? help", "help")]
)
async def test_where_columns_are_few_every_hint_still_has_its_place(memory, hint, where):
    async with opened(memory, (40, 15)) as pilot:
        ((x, y),) = [(row.index(hint), y) for y, row in enumerate(shown(pilot).splitlines()) if hint in row]
        await click(pilot, None, offset=(x, y))
        assert place(pilot) == where


async def test_without_packs_it_says_what_to_do(memory):
    memory.packs = {}
    async with opened(memory) as pilot:
        assert "There are no questions yet." in words(pilot)
        assert "Press n to make some from an article" in words(pilot)
        assert "press Enter to play" not in shown(pilot)
        await press(pilot, "enter")
        assert place(pilot) == "home"
        assert "there are no questions to play" in words(pilot)


async def test_what_was_left_out_is_told_and_read_in_full(memory):
    memory.library_problems = (
        Problem(file="questions/mine.toml", line=12, key="questions[3].answer", what="expected text", hint="quote it"),
    )
    async with opened(memory) as pilot:
        assert "1 pack was left out" in words(pilot)
        await press(pilot, "w")
        told = words(pilot)
        assert "questions/mine.toml:12, questions[3].answer" in told
        assert "expected text." in told
        assert "quote it" in told
        await press(pilot, "escape")
        await click(pilot, "#warnings")
        assert "questions/mine.toml:12" in words(pilot)


async def test_no_word_of_warnings_where_all_is_well(memory):
    async with opened(memory) as pilot:
        assert not pilot.app.screen.query_one("#warnings").display
        await press(pilot, "w")
        assert place(pilot) == "home"


async def test_a_wrong_setting_warns_and_does_not_stop_the_game(memory):
    memory.settings = Settings(animation="none", theme="[/] no such theme")
    memory.setting_problems = (Problem(file="settings.toml", key="seconds", what="expected a number"),)
    async with opened(memory) as pilot:
        assert pilot.app.theme == "ice"
        assert "2 warnings" in words(pilot)
        await press(pilot, "w")
        assert "there is no theme '[/] no such theme'; ice is used." in words(pilot)
        assert "settings.toml, seconds" in words(pilot)


async def test_a_left_game_is_offered_and_continued(memory):
    await leave_a_game(memory)
    async with opened(memory) as pilot:
        assert "Continue the game you left?" in shown(pilot)
        assert "3 answers given, 3,300 points" in words(pilot)
        await press(pilot, "enter")
        assert len(session(pilot).attempts) == 3
        await play(pilot, memory, "+++++++")
        assert memory.games[0].correct == 10


async def test_a_left_game_can_be_given_up_and_its_answers_count(memory):
    await leave_a_game(memory)
    async with opened(memory) as pilot:
        await press(pilot, "v")
        assert place(pilot) == "home"
        assert memory.kept == {}
        assert [(game.ending, game.asked) for game in memory.games] == [("abandoned", 3)]
        assert "Continue" not in shown(pilot)


async def test_the_key_that_goes_on_from_home_goes_on_in_the_dialog_too(memory):
    await leave_a_game(memory)
    async with opened(memory) as pilot:
        await press(pilot, "g")
        assert place(pilot) == "quiz"
        assert len(session(pilot).attempts) == 3


async def test_of_several_left_games_one_is_chosen_or_all_are_given_up(memory):
    await leave_a_game(memory, "+")
    await leave_a_game(memory, "++")
    async with opened(memory) as pilot:
        await press(pilot, "escape")
        assert "Continue 2 games left" in words(pilot)
        await press(pilot, "g")
        assert "classic, question 3 of 10" in words(pilot)
        await press(pilot, "down", "enter")
        assert len(session(pilot).attempts) == 1
        await press(pilot, "escape", "g", "end", "enter")
        assert place(pilot) == "home"
        assert memory.kept == {}
        assert sorted(game.asked for game in memory.games) == [1, 2]


async def test_a_left_game_can_wait(memory):
    await leave_a_game(memory)
    async with opened(memory) as pilot:
        await press(pilot, "escape")
        assert place(pilot) == "home"
        assert len(memory.kept) == 1
        assert "Continue classic, question 4 of 10" in words(pilot)


async def test_the_answers_of_the_dialog_are_buttons_too(memory):
    await leave_a_game(memory)
    async with opened(memory) as pilot:
        await press(pilot, "right", "right")
        assert pilot.app.focused.id == "drop"
        await click(pilot, "#drop")
        assert memory.games[0].ending == "abandoned"


async def test_resume_continues_without_asking(memory):
    await leave_a_game(memory)
    async with opened(memory, resume=True) as pilot:
        assert place(pilot) == "quiz"
        assert len(session(pilot).attempts) == 3


async def test_resume_says_when_there_is_nothing_to_continue(memory):
    async with opened(memory, resume=True) as pilot:
        assert place(pilot) == "home"
        assert "There is no game to continue." in words(pilot)


async def test_a_game_that_was_over_when_it_was_killed_is_recorded_not_offered(memory):
    memory.full = False
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await press(pilot, "1")
        over = session(pilot)
    memory.games.clear()
    memory.kept[over.id] = over
    async with opened(memory) as pilot:
        assert "Continue the game" not in shown(pilot)
        assert [game.id for game in memory.games] == [over.id]
