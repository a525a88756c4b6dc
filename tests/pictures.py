"""Draw the pictures of the README and the docs with the game itself: ``python -m tests.pictures``."""

import asyncio
import contextlib
import itertools
import random
import re
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import quizgame
from quizgame.cli.world import real_maker
from quizgame.core.modes import challenge, classic, hot_seat, survival
from quizgame.core.play import Choice, begin, finish
from quizgame.core.session import answer as answered
from quizgame.storage.paths import find_paths
from quizgame.storage.world import open_world
from quizgame.tui.app import QuizGameApp

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (80, 24)
DAYS = 40


class Clock:
    """A clock that is moved by hand, so that pictures are the same every time."""

    seconds = 0.0
    today = datetime(2026, 2, 9, 20, tzinfo=UTC)

    def read(self):
        return self.seconds

    def now(self):
        return self.today + timedelta(seconds=self.seconds)


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
        fresh_id=lambda: f"game-{clock.now():%Y%m%d%H%M%S}-{next(ids)}",
        maker=real_maker(),
    )


def live(world, clock):
    """Play for some weeks, most days, better from week to week."""
    chance = random.Random(3)
    end = clock.today
    for back in range(DAYS, 0, -1):
        clock.today = end - timedelta(days=back)
        for number in range(chance.choice((0, 1, 1, 2, 3)) if back > 12 else chance.choice((1, 2, 4))):
            rules = (classic(10), challenge(60), survival(), classic(10))[(back + number) % 4]
            session = begin(world, Choice(rules=rules))
            while not session.is_finished and len(session.attempts) < 24:
                showing = session.current
                is_known = chance.random() < 0.92 - back / 120
                option = showing.key if is_known else (showing.key + 1) % len(showing.options)
                session = answered(session, option, 1.5 + 4 * chance.random())
            if rules.mode != "challenge" and session.is_finished:
                finish(world, session)
            clock.seconds += 60
    clock.today, clock.seconds = end, 0.0


@asynccontextmanager
async def opened(home, clock, choice=None) -> AsyncIterator:
    app = QuizGameApp(new_world(home, clock), choice=choice)
    app.animation_level = "none"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.pause()
        yield pilot


async def draw(pilot, name):
    await pilot.pause()
    svg = pilot.app.export_screenshot(title="quizgame").replace("<text ", '<text xml:space="preserve" ')
    PICTURES.mkdir(parents=True, exist_ok=True)
    without_web_fonts = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (PICTURES / f"{name}.svg").write_text("\n".join(line.rstrip() for line in without_web_fonts.splitlines()) + "\n")


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def answer(pilot, clock, *, right=True, seconds=2):
    session = pilot.app.screen.turn.session
    clock.seconds += seconds
    place = session.current.key if right else (session.current.key + 1) % len(session.current.options)
    await press(pilot, str(place + 1))


async def a_classic_game(home, clock):
    async with opened(home, clock, Choice(rules=classic(10), packs=("harbin-2025",), seed=2)) as pilot:
        for number in range(10):
            await answer(pilot, clock, right=number not in {3, 8})
            if number == 3:
                await draw(pilot, "verdict")
            await press(pilot, "space")
            if number == 2:
                await draw(pilot, "question")
        await draw(pilot, "results")
        await press(pilot, "s")
        await draw(pilot, "share")


async def lifelines(home, clock):
    async with opened(home, clock, Choice(rules=classic(10), packs=("harbin-2025",), seed=6)) as pilot:
        await press(pilot, "x", "h")
        await draw(pilot, "lifelines")


async def a_challenge(home, clock):
    for last in (False, True):
        async with opened(home, clock, Choice(rules=challenge(60), seed=2)) as pilot:
            for number in range(7):
                await answer(pilot, clock, right=number != 1)
                clock.seconds += 1
                while pilot.app.screen.turn.verdict:
                    await pilot.pause(0.05)
                if last:
                    clock.seconds -= 1.2
            if last:
                await draw(pilot, "challenge")
            clock.seconds += 60
            while pilot.app.screen.PLACE == "quiz":
                pilot.app.screen.tick()
                await pilot.pause(0.05)
                clock.seconds += 2


async def a_survival(home, clock):
    async with opened(home, clock, Choice(rules=survival(), seed=4)) as pilot:
        for number in range(5):
            await answer(pilot, clock, right=number != 2, seconds=3)
            await press(pilot, "space")
        clock.seconds += 5
        pilot.app.screen.tick()
        await draw(pilot, "survival")


async def a_hot_seat(home, clock):
    choice = Choice(rules=hot_seat(3), packs=("qitaihe-2022",), seed=3, players=("Ann", "Bo"))
    async with opened(home, clock, choice) as pilot:
        for number in range(3):
            await answer(pilot, clock)
            await answer(pilot, clock, right=number == 1)
            if number == 0:
                await draw(pilot, "hot-seat")
            await press(pilot, "space")


async def the_rest(home, clock):
    async with opened(home, clock) as pilot:
        await press(pilot, "escape")
        await draw(pilot, "home")
        await press(pilot, "m", "tab", "right", "right", "right")
        await draw(pilot, "setup")
        await press(pilot, "escape", "s")
        await draw(pilot, "record")
        await press(pilot, "right", "right", "right")
        await draw(pilot, "knowledge")
        await press(pilot, "right")
        await draw(pilot, "achievements")


OCEANS = """\
title = "Oceans"
description = "Water, and what lives in it."
author = "Ann"
license = "CC0-1.0"
tags = ["nature"]

[[sources]]
id = "atlas"
title = "An atlas of the oceans"
"""
ASKED = (
    ("Which is the largest ocean?", "the Pacific", ("the Atlantic", "the Indian", "the Arctic")),
    ("How many hearts does an octopus have?", "three", ("one", "two", "four")),
    ("Which is the largest animal that ever lived?", "the blue whale", ("the giant squid", "the sperm whale")),
    ("What do sea otters hold while they sleep?", "each other's paws", ("a stone", "a fish")),
    ("At which depth does sunlight end?", "1,000 metres", ("100 metres", "500 metres", "5,000 metres")),
)
PROOF = "The Pacific covers about a third of the Earth's surface."


async def packs(home, clock):
    told = [
        f'\n[[questions]]\nstem = "{stem}"\nanswer = "{answer}"\ndistractors = {list(wrong)}\nsource = "atlas"\n'
        for stem, answer, wrong in ASKED
    ]
    told[0] += f'evidence = "{PROOF}"\ndifficulty = 1\nkind = "place"\n'
    folder = Path(home) / "questions"
    folder.mkdir(exist_ok=True)
    (folder / "oceans.toml").write_text(OCEANS + "".join(told))
    with contextlib.chdir(home):  # so that files are named as a player names them
        async with opened(home, clock) as pilot:
            await press(pilot, "escape", "p", "space", "down")
            await draw(pilot, "packs")
            await press(pilot, "e")
            await draw(pilot, "pack")


async def main():
    with tempfile.TemporaryDirectory() as home:
        clock = Clock()
        live(new_world(home, clock), clock)
        for scene in (a_classic_game, lifelines, a_challenge, a_survival, a_hot_seat, the_rest, packs):
            await scene(home, clock)


if __name__ == "__main__":
    asyncio.run(main())
