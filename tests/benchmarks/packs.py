"""What many packs cost: the home screen, a game over all of them, memory, and a change of one.

    python tests/benchmarks/packs.py [--packs 25] [--questions 2000]

The packs that ship are the baseline, measured in the same run. Every start is a process of its own; times are medians
in milliseconds of wall clock, memory is the most that a process ever had, in MB. The screen is Textual's own, without a
terminal.
"""

import asyncio
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

sys.path.insert(0, str(Path(__file__).parents[2]))

import quizgame
from quizgame.cli.world import real_maker
from quizgame.core.modes import classic
from quizgame.core.play import Choice, begin
from quizgame.core.world import World
from quizgame.storage.packs import Shelf
from quizgame.storage.paths import Paths, find_paths
from quizgame.storage.world import open_world

ASKED = 20
SYLLABLES = [first + second for first in "bcdfghklmnprstvz" for second in "aeiou"]


def fill(folder: Path, packs: int, questions: int) -> None:
    """Write packs of questions that all ask something else, as long as those of people are."""
    folder.mkdir(parents=True)
    chance = random.Random(11)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(5_000)]

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    for number in range(packs):
        told = [f'title = "Pack {number}"\ntags = ["topic {number % 5}"]\n']
        told += (
            f'\n[[questions]]\nstem = "Which {some(8)} of {some(3)} {place}?"\nanswer = "{some(2)}"\n'
            f'distractors = ["{some(2)} a", "{some(2)} b", "{some(2)} c"]\nkind = "person"\n'
            f'difficulty = {1 + place % 5}\nevidence = "{some(18)}."\n'
            for place in range(questions)
        )
        (folder / f"pack-{number:02}.toml").write_text("".join(told))


def paths_of(home: str) -> Paths:
    """The folders of a home."""
    return find_paths({"QUIZGAME_HOME": home}, package=Path(quizgame.__file__).parent, user_data=Path)


def world_of(home: str) -> World:
    """The game over a home, as a new start of the program sees it."""
    return open_world(
        paths_of(home),
        profile="player",
        now=lambda: datetime.now(UTC),
        clock=time.monotonic,
        fresh_seed=lambda: 7,
        fresh_id=lambda: "new",
        maker=real_maker(),
    )


def milliseconds(step: Callable[[], object]) -> float:
    """How long a step takes."""
    start = time.perf_counter()
    step()
    return 1_000 * (time.perf_counter() - start)


async def _home(world: World) -> None:
    from quizgame.tui.app import QuizGameApp

    async with QuizGameApp(world).run_test(size=(80, 24)) as pilot:
        await pilot.pause()


def one_start(home: str) -> dict[str, float]:
    """What one process needs, from its start: its home screen, then its first game over all packs."""
    world = world_of(home)
    figures = {"listing the packs": milliseconds(lambda: world_of(home).library())}
    figures["home screen"] = milliseconds(lambda: asyncio.run(_home(world)))
    figures["starting a game"] = milliseconds(lambda: begin(world, Choice(rules=classic(ASKED))))
    figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def change(home: str) -> float:
    """How long it takes to see a pack that was changed."""
    paths = paths_of(home)
    shelf = Shelf(paths.shipped, paths.own, paths.cache)
    shelf.library()
    first = next(iter(sorted(paths.own.glob("*.toml"))), None)
    if first is None:
        return 0.0
    first.write_text(first.read_text().replace("Which", "What", 1))
    return milliseconds(shelf.library)


def measure(home: str, rounds: int) -> dict[str, float]:
    """The medians over so many starts; the very first one, which makes the index, is told apart."""
    first = milliseconds(lambda: world_of(home).library())
    starts = [_in_a_process(home) for _ in range(rounds)]
    told = {name: statistics.median(figures[name] for figures in starts) for name in starts[0]}
    return {"listing them the first time": first, **told, "listing after one change": change(home)}


def _in_a_process(home: str) -> dict[str, float]:
    command = [sys.executable, __file__, "--start", home]
    done = subprocess.run(command, capture_output=True, check=True)
    return msgspec.json.decode(done.stdout, type=dict[str, float])


@click.command()
@click.option("--packs", default=25, show_default=True, help="How many packs there are beside those that ship.")
@click.option("--questions", default=2_000, show_default=True, help="How many questions each has.")
@click.option("--rounds", default=7, show_default=True, help="How many starts to measure.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--start", hidden=True, help="Measure one start over this home.")
def main(packs: int, questions: int, rounds: int, as_json: bool, start: str | None) -> None:
    """Compare many packs with those that ship."""
    if start:
        click.echo(msgspec.json.encode(one_start(start)))
        return
    with tempfile.TemporaryDirectory() as home:
        few = measure(f"{home}/few", rounds)
        fill(Path(home) / "many" / "questions", packs, questions)
        many = measure(f"{home}/many", rounds)
    if as_json:
        click.echo(msgspec.json.encode({"shipped": few, "many": many}))
        return
    click.echo(f"{'ms, MB':<30}{'shipped':>10}{f'{packs * questions:,}':>10}{'more':>9}")
    for name, figure in few.items():
        click.echo(f"{name:<30}{figure:>10.1f}{many[name]:>10.1f}{many[name] - figure:>9.1f}")


if __name__ == "__main__":
    main()
