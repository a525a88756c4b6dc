"""What a long record costs: opening it, recording one more game, and starting one.

    python tests/benchmarks/record.py [--games 10000]

A player of ten games is the baseline, measured in the same run; all times are medians in milliseconds of wall clock.
The screen is Textual's own, without a terminal: from the key to the frame that shows the record.
"""

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click
import msgspec

sys.path.insert(0, str(Path(__file__).parents[2]))

import quizgame
from quizgame.core.days import play_day
from quizgame.core.modes import ModeName, classic
from quizgame.core.play import Choice, begin
from quizgame.core.record import Game
from quizgame.core.session import Attempt
from quizgame.core.world import Maker, World
from quizgame.storage.history import Records
from quizgame.storage.paths import Paths, find_paths
from quizgame.storage.records import HEADER, write_game
from quizgame.storage.world import open_world
from quizgame.tui.app import QuizGameApp

FEW = 10
QUESTIONS = 2_000
ATTEMPTS = 10
FIRST = datetime(2022, 1, 1, 20, tzinfo=UTC)
KINDS = ("count", "date", "event", "person", "place", "venue")
MODES: tuple[tuple[ModeName, int], ...] = (("classic", 10), ("challenge", 60), ("survival", 100), ("review", 20))


def games(number: int) -> Iterator[Game]:
    """So many games over years, seven a day, with all that a record can hold."""
    chance = random.Random(4)
    for place in range(number):
        finished = FIRST + timedelta(days=place // 7, minutes=place % 7)
        mode, length = MODES[place % 11 % 4]
        attempts = tuple(_attempt(chance, finished) for _ in range(ATTEMPTS))
        correct = sum(attempt.right for attempt in attempts)
        yield Game(
            id=f"{chance.getrandbits(64):016x}",
            mode=mode,
            length=length,
            packs=("harbin-2025", "qitaihe-2022"),
            seed=place,
            finished=finished,
            day=play_day(finished),
            ending="time-up" if mode == "challenge" else "completed",
            asked=ATTEMPTS,
            correct=correct,
            score=1_000 * correct,
            best_streak=min(3, correct),
            seconds=25.0,
            scored=mode != "review",
            attempts=attempts,
        )


def _attempt(chance: random.Random, finished: datetime) -> Attempt:
    question = chance.randrange(QUESTIONS)
    right = chance.random() < 0.7
    return Attempt(
        pack=f"pack-{question % 20}",
        question=f"{KINDS[question % 6]}-{question:08x}",
        chosen="this one" if right else "that one",
        answer="this one",
        right=right,
        seconds=round(1 + 4 * chance.random(), 3),
        points=1_000 if right else 0,
        streak=int(right),
        kind=KINDS[question % 6],
        difficulty=1 + question % 5,
    )


def fill(folder: Path, number: int) -> None:
    """Write a record as the game itself would have, month by month."""
    folder.mkdir(parents=True)
    months: dict[str, list[str]] = {}
    for game in games(number):
        months.setdefault(f"{game.finished:%Y-%m}", []).append(write_game(game))
    for month, told in months.items():
        path = folder / f"history-{month}.toml"
        path.write_text(HEADER + "".join(told), encoding="utf-8")
        os.utime(path, (FIRST.timestamp(), FIRST.timestamp()))


def world_of(paths: Paths) -> World:
    """The game over a folder, as a new start of the program sees it."""
    last = FIRST + timedelta(days=2_000)
    return open_world(
        paths,
        profile="player",
        now=lambda: last,
        clock=time.monotonic,
        fresh_seed=lambda: 7,
        fresh_id=lambda: f"new-{time.monotonic_ns()}",
        maker=_no_maker(),
    )


def _no_maker() -> Maker:
    def refuse(*_: object) -> None:
        raise AssertionError

    return Maker(places=refuse, article_at=refuse, article_of=refuse, make=refuse)  # type: ignore[arg-type]


def milliseconds(step: Callable[[], object]) -> float:
    """How long a step takes."""
    begin = time.perf_counter()
    step()
    return 1_000 * (time.perf_counter() - begin)


async def on_screen(world: World) -> tuple[float, float]:
    """The time to the home screen with its facts, and from the key to the record, in milliseconds."""
    app = QuizGameApp(world)
    begin = time.perf_counter()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        home = 1_000 * (time.perf_counter() - begin)
        begin = time.perf_counter()
        await pilot.press("s")
        await pilot.pause()
        record = 1_000 * (time.perf_counter() - begin)
        assert "RecordScreen" in type(app.screen).__name__
    return home, record


def measure(paths: Paths, *, rounds: int) -> dict[str, float]:
    """The medians over so many starts of the program."""
    cold = milliseconds(lambda: world_of(paths).tally())
    warm = [milliseconds(lambda: world_of(paths).tally()) for _ in range(rounds)]
    screens = [asyncio.run(on_screen(world_of(paths))) for _ in range(rounds)]
    draws = []
    for _ in range(rounds):
        world = world_of(paths)
        world.tally()
        draws.append(milliseconds(lambda world=world: begin(world, Choice(rules=classic(10)))))
    return {
        "first reading": cold,
        "reading": statistics.median(warm),
        "home screen": statistics.median(home for home, _ in screens),
        "record screen": statistics.median(record for _, record in screens),
        "drawing ten questions": statistics.median(draws),
        "recording a game": statistics.median(_recordings(paths)),
        "and telling it": statistics.median(_told_recordings(paths)),
    }


def _new(number: int) -> list[Game]:
    end = FIRST + timedelta(days=1_900)
    return [msgspec.structs.replace(game, id=f"{number}-{place}", finished=end) for place, game in enumerate(games(40))]


def _recordings(paths: Paths) -> list[float]:
    records = Records(paths.saves / "player")
    return [milliseconds(lambda game=game: records.append(game)) for game in _new(1)]


def _told_recordings(paths: Paths) -> list[float]:
    """With the tally after it, as the results want it."""
    world = world_of(paths)
    world.tally()

    def record(game: Game) -> None:
        world.record(game)
        world.tally()

    return [milliseconds(lambda game=game: record(game)) for game in _new(2)]


@click.command()
@click.option("--games", "many", default=10_000, show_default=True, help="How long the long record is.")
@click.option("--rounds", default=7, show_default=True, help="How many starts to measure.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(many: int, rounds: int, as_json: bool) -> None:
    """Compare a long record with a short one."""
    package = Path(quizgame.__file__).parent
    told: dict[int, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as home:
        for number in (FEW, many):
            paths = find_paths({"QUIZGAME_HOME": f"{home}/{number}"}, package=package, user_data=Path)
            fill(paths.saves / "player", number)
            if not told:
                measure(paths, rounds=1)  # so that everything is loaded
            told[number] = measure(paths, rounds=rounds)
    if as_json:
        click.echo(msgspec.json.encode({str(number): figures for number, figures in told.items()}))
        return
    few, long = told[FEW], told[many]
    click.echo(f"{'ms':<24}{FEW:>10,}{many:>10,}{'ratio':>8}{'more':>9}")
    for name in few:
        click.echo(
            f"{name:<24}{few[name]:>10.2f}{long[name]:>10.2f}{long[name] / few[name]:>8.2f}{long[name] - few[name]:>9.2f}"
        )


if __name__ == "__main__":
    main()
