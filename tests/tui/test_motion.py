"""What moves, and that nothing waits for it."""

from textual.events import Key

from quizgame.core.modes import classic
from quizgame.core.play import Choice
from quizgame.core.settings import Settings
from quizgame.tui.widgets.score import Score, Streak
from tests.tui.driving import answer, opened, press, session, shown


async def until(pilot, true, patience=2.0):
    """Let time pass until something is so."""
    waited = 0.0
    while not true():
        assert waited < patience
        await pilot.pause(0.01)
        waited += 0.01


async def test_points_count_up_and_dots_light_one_after_another(memory):
    memory.settings = Settings(animation="full")
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        score, streak = pilot.app.screen.query_one(Score), pilot.app.screen.query_one(Streak)
        seen = []
        score.watch(score, "points", lambda points: seen.append(points), init=False)  # noqa: PLW0108 - it counts parameters
        await pilot.press(str(session(pilot).current.key + 1))
        await until(pilot, lambda: score.points == 1000)
        assert len([points for points in seen if 0 < points < 1000]) >= 2
        assert seen == sorted(seen)
        await until(pilot, lambda: streak.lit == 1)


async def test_nothing_counts_where_nothing_is_to_move(memory):
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        score = pilot.app.screen.query_one(Score)
        seen = []
        score.watch(score, "points", lambda points: seen.append(points), init=False)  # noqa: PLW0108 - it counts parameters
        await answer(pilot, memory)
        assert seen == [1000]
        assert not pilot.app.screen.query(".-glow")


async def test_the_right_card_glows_once_and_goes_out(memory):
    memory.settings = Settings(animation="full")
    async with opened(memory, choice=Choice(rules=classic(3))) as pilot:
        key = str(session(pilot).current.key + 1)
        pilot.app.screen.post_message(Key(key, key))  # a press of the pilot would wait until nothing moves
        await until(pilot, lambda: len(pilot.app.screen.query(".-glow")) == 1)
        await until(pilot, lambda: not pilot.app.screen.query(".-glow"))


async def test_no_motion_delays_a_key(memory):
    memory.settings = Settings(animation="full")
    async with opened(memory, choice=Choice(rules=classic(10))) as pilot:
        await pilot.press(*["1", "space"] * 10)
        await press(pilot)
        assert memory.games[0].asked == 10


async def test_a_glow_does_not_stay_on_the_next_question(memory):
    memory.settings = Settings(animation="full")
    async with opened(memory, choice=Choice(rules=classic(10))) as pilot:
        await pilot.press(str(session(pilot).current.key + 1), "space")
        assert not pilot.app.screen.query(".-glow")
        assert "✓ right" not in shown(pilot)
