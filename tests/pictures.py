"""Draw the pictures of the README with the game itself: ``python -m tests.pictures``."""

import asyncio
import itertools
import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import quizgame
from quizgame.cli.world import real_maker
from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice
from quizgame.storage.paths import find_paths
from quizgame.storage.world import open_world
from quizgame.tui.app import QuizGameApp

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (80, 24)


class Clock:
    """A clock that moves by two seconds with each question, so that pictures are the same every time."""

    seconds = 0.0

    def read(self):
        return self.seconds

    def now(self):
        return datetime(2026, 2, 9, 20, tzinfo=UTC) + timedelta(seconds=self.seconds)


def new_world(home, clock):
    package = Path(quizgame.__file__).parent
    paths = find_paths({"QUIZGAME_HOME": home}, package=package, user_data=Path)
    ids = itertools.count(1)
    return open_world(
        paths,
        profile="player",
        now=clock.now,
        clock=clock.read,
        fresh_seed=lambda: 7,
        fresh_id=lambda: f"game-{next(ids)}",
        maker=real_maker(),
    )


async def draw(app, name):
    svg = app.export_screenshot(title="quizgame").replace("<text ", '<text xml:space="preserve" ')
    PICTURES.mkdir(parents=True, exist_ok=True)
    without_web_fonts = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (PICTURES / f"{name}.svg").write_text("\n".join(line.rstrip() for line in without_web_fonts.splitlines()) + "\n")


async def answer(pilot, clock, *, right):
    session = pilot.app.screen.turn.session
    clock.seconds += 2
    place = session.current.key if right else (session.current.key + 1) % len(session.current.options)
    await pilot.press(str(place + 1))
    await pilot.pause()


async def main():
    with tempfile.TemporaryDirectory() as home:
        clock = Clock()
        world = new_world(home, clock)
        app = QuizGameApp(world, choice=Choice(rules=classic(10), packs=("harbin-2025",), seed=2))
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for number in range(10):
                await answer(pilot, clock, right=number not in {3, 8})
                if number == 3:
                    await draw(app, "verdict")
                await pilot.press("space")
                await pilot.pause()
                if number == 2:
                    await draw(app, "question")
            await draw(app, "results")
        app = QuizGameApp(world, choice=Choice(rules=challenge(60), seed=2))
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for number in range(7):
                await answer(pilot, clock, right=number != 1)
                clock.seconds += 1
                while pilot.app.screen.turn.verdict:
                    await pilot.pause(0.05)
            await draw(app, "challenge")
        app = QuizGameApp(new_world(home, clock))
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            await draw(app, "home")


if __name__ == "__main__":
    asyncio.run(main())
