"""The timed challenge on the screen, with a clock that the test moves."""

import pytest
from textual.events import Click, Key
from textual.widgets import Digits

from quizgame.core.modes import challenge
from quizgame.core.play import Choice
from tests.tui.driving import answer, click, opened, place, press, right_key, session, settle, shown, tick, words


def choice(seconds=30):
    return Choice(rules=challenge(seconds), seed=3)


async def test_c_starts_the_challenge_with_the_seconds_of_the_settings(memory):
    async with opened(memory) as pilot:
        await press(pilot, "c")
        assert session(pilot).rules == challenge(60)
        assert pilot.app.screen.query_one(Digits).value == "1:00"


async def test_it_ends_when_its_seconds_are_played_and_a_half_answered_question_does_not_count(memory):
    async with opened(memory, choice=choice()) as pilot:
        for _ in range(5):
            await answer(pilot, memory, seconds=4)
            await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 9.99)
        assert place(pilot) == "quiz"
        assert pilot.app.screen.turn.is_open
        assert "0:01" in time_told(pilot)
        await tick(pilot, memory, 0.01)
        assert "⏱ Time!" in shown(pilot)
        assert [(game.asked, game.ending, game.seconds) for game in memory.games] == [(5, "time-up", 30)]
        await tick(pilot, memory, 1.5)
        assert place(pilot) == "results"
        assert "5 of 5 right" in words(pilot)
        assert "✓ ✓ ✓ ✓ ✓ ⏱" in shown(pilot)


def time_told(pilot):
    return pilot.app.screen.query_one(Digits).value


async def test_an_answer_at_the_very_end_comes_too_late(memory):
    async with opened(memory, choice=choice()) as pilot:
        memory.clock.forward(30)
        await press(pilot, right_key(pilot))
        assert "⏱ Time!" in shown(pilot)
        assert memory.games[0].asked == 0
        await press(pilot, "space")
        assert "No question was answered in time" in words(pilot)


async def test_a_miss_takes_three_seconds_and_a_right_answer_takes_none(memory):
    async with opened(memory, choice=choice()) as pilot:
        await answer(pilot, memory, right=False, seconds=2)
        assert time_told(pilot) == "0:25"
        assert "✗ 1" in shown(pilot)
        await tick(pilot, memory, 0.6)
        await answer(pilot, memory, seconds=2)
        assert time_told(pilot) == "0:23"


async def test_the_clock_stands_still_while_a_verdict_shows_which_goes_by_itself(memory):
    async with opened(memory, choice=choice()) as pilot:
        await answer(pilot, memory, seconds=2)
        first = pilot.app.screen.turn.showing
        await tick(pilot, memory, 0.55)
        assert pilot.app.screen.turn.showing == first
        assert time_told(pilot) == "0:28"
        await press(pilot, "space", "enter", "1")
        assert pilot.app.screen.turn.showing == first
        await tick(pilot, memory, 0.06)
        assert pilot.app.screen.turn.showing != first
        assert session(pilot).time_left == 28
        assert len(session(pilot).attempts) == 1


async def test_no_evidence_is_shown_before_the_results(memory):
    async with opened(memory, choice=choice()) as pilot:
        await answer(pilot, memory, right=False, seconds=1)
        evidence = pilot.app.screen.turn.showing.question.evidence
        assert "✗ Wrong. The answer is" in words(pilot)
        assert evidence not in words(pilot)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 26)
        await tick(pilot, memory, 1.5)
        assert evidence in words(pilot)


async def test_a_key_typed_before_the_question_was_painted_is_dropped(memory):
    async with opened(memory, choice=choice()) as pilot:
        early = Key(right_key(pilot), None)
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        pilot.app.screen.post_message(early)
        await settle(pilot)
        assert len(session(pilot).attempts) == 1
        assert pilot.app.screen.turn.is_open
        await press(pilot, right_key(pilot))
        assert len(session(pilot).attempts) == 2


async def test_a_click_from_before_the_question_was_painted_is_dropped(memory):
    async with opened(memory, choice=choice()) as pilot:
        card = pilot.app.screen.query(".card").first()
        early = Click(card, 5, 1, 0, 0, 1, shift=False, meta=False, ctrl=False)
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        card.post_message(early)
        await settle(pilot)
        assert len(session(pilot).attempts) == 1
        await click(pilot, card)
        assert len(session(pilot).attempts) == 2


async def test_the_last_ten_seconds_warm_up_and_beat(memory):
    memory.settings = memory.settings.__class__(animation="full")
    async with opened(memory, choice=choice()) as pilot:
        big = pilot.app.screen.query_one("#big-time")
        await tick(pilot, memory, 19.5)
        assert not big.has_class("-last")
        await tick(pilot, memory, 0.5)
        assert big.has_class("-last")
        beats = []
        for _ in range(8):
            await tick(pilot, memory, 0.125)
            beats.append(big.has_class("-beat"))
        assert 0 < sum(beats) < 8


async def test_nothing_beats_where_nothing_is_to_move(memory):
    async with opened(memory, choice=choice()) as pilot:
        big = pilot.app.screen.query_one("#big-time")
        for _ in range(16):
            await tick(pilot, memory, 1.625)
            assert not big.has_class("-beat")


async def test_the_bar_drains_with_the_time(memory):
    async with opened(memory, choice=choice()) as pilot:
        full = shown(pilot).count("█")
        await tick(pilot, memory, 15)
        assert shown(pilot).count("█") == pytest.approx(full / 2, abs=1)


async def test_a_left_challenge_goes_on_with_the_time_it_had(memory):
    async with opened(memory, choice=choice()) as pilot:
        await answer(pilot, memory, right=False, seconds=7)
        await press(pilot, "escape")
        memory.clock.forward(1_000)
        await press(pilot, "g")
        assert time_told(pilot) == "0:20"


async def test_the_time_of_the_question_that_was_left_is_not_given_back(memory):
    async with opened(memory, choice=choice()) as pilot:
        await answer(pilot, memory, seconds=7)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 5)
        await press(pilot, "escape")
        memory.clock.forward(1_000)
        await press(pilot, "g")
        assert time_told(pilot) == "0:18"


async def test_when_misses_use_up_the_clock_the_game_is_over(memory):
    async with opened(memory, choice=choice(10)) as pilot:
        for _ in range(3):
            await answer(pilot, memory, right=False, seconds=0.5)
            await tick(pilot, memory, 0.6)
        assert place(pilot) == "results"
        assert (memory.games[0].asked, memory.games[0].correct, memory.games[0].seconds) == (3, 0, 10)


async def test_the_clock_of_the_screen_ends_the_game_without_a_key(memory):
    """The drawing timer alone carries the rules out: nobody calls tick here."""
    async with opened(memory, choice=choice()) as pilot:
        memory.clock.forward(30)
        for _ in range(100):
            await pilot.pause(0.02)
            if memory.games:
                break
        assert memory.games[0].ending == "time-up"


async def test_a_new_best_stands_per_duration(memory):
    async with opened(memory, choice=choice(30)) as pilot:
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 29)
        await tick(pilot, memory, 1.5)
        assert "★ new best" in shown(pilot)
    async with opened(memory, choice=choice(60)) as pilot:
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 59)
        await tick(pilot, memory, 1.5)
        assert "★ new best" in shown(pilot)
    assert len({game.board for game in memory.games}) == 2
