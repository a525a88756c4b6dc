"""``quizgame stats`` and ``quizgame info``: what the record says, and where everything is."""

from typing import TYPE_CHECKING

import click

from quizgame import __version__
from quizgame.cli.options import as_json, echo_json, profile, status_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.table import Table

    from quizgame.core.record import Game
    from quizgame.core.stats import Best, Statistics

__all__ = ["info", "stats"]


@click.command()
@profile
@as_json
def stats(profile: str | None, as_json: bool) -> int:
    """Show what your record says: bests, streaks, recent games."""
    from quizgame.cli.world import real_world
    from quizgame.core.stats import statistics

    world = real_world(profile)
    record = world.tally()
    told = statistics(record.tally, now=world.now(), day_start=world.settings()[0].day_start)
    for problem in record.problems:
        click.echo(str(problem), err=True)
    if as_json:
        echo_json(told)
    elif not record.tally.ids:
        click.echo("No game is recorded yet. Play one: quizgame")
    else:
        _print_statistics(told, {pack.id: pack.title for pack in world.library().packs})
    return status_of(record.problems)


@click.command()
@profile
@as_json
def info(profile: str | None, as_json: bool) -> int:
    """Show the version, the folders in use and the settings."""
    import platform

    import msgspec

    from quizgame.cli.world import real_paths, real_world
    from quizgame.core.text import one_line

    paths = real_paths()
    world = real_world(profile)
    settings, problems = world.settings()
    told = {
        "version": __version__,
        "python": platform.python_version(),
        "packs": str(paths.own),
        "shipped": str(paths.shipped),
        "seeds": str(paths.seeds),
        "saves": str(paths.saves),
        "profile": world.profile,
        "settings": msgspec.to_builtins(settings),
    }
    for problem in problems:
        click.echo(str(problem), err=True)
    if as_json:
        echo_json(told)
    else:
        flat = {**told, "settings": ", ".join(f"{key} = {value}" for key, value in told["settings"].items())}
        for key, value in flat.items():
            click.echo(f"{key:<16} {one_line(str(value))}")
    return status_of(problems)


def _print_statistics(told: "Statistics", titles: "Mapping[str, str]") -> None:
    from rich.console import Console

    from quizgame.core.wording import counted, percent, took

    console = Console(highlight=False, markup=False)
    console.print(
        f"{counted(told.games, 'game')} · {counted(told.asked, 'answer')} · {percent(told.accuracy)} right"
        f" · {took(told.seconds)} of play"
    )
    console.print(f"Answers in a row: {told.answer_streak:,} now, {told.best_answer_streak:,} at best")
    console.print(f"Days in a row: {told.day_streak:,} now, {told.best_day_streak:,} at best")
    if told.bests:
        console.print(_bests(told.bests, titles))
    console.print(_recent(told.recent))


def _bests(bests: "tuple[Best, ...]", titles: "Mapping[str, str]") -> "Table":
    from quizgame.core.wording import game_name, grouped, pack_names

    table = _table("Best scores", left=("game", "packs"), right=("score", "right", "games"))
    for best in bests:
        board, game = best.board, best.game
        row = (game_name(board.mode, board.length), pack_names(board.packs, titles), grouped(game.score))
        table.add_row(*row, f"{game.correct}/{game.asked}", grouped(best.games))
    return table


def _recent(games: "tuple[Game, ...]") -> "Table":
    from quizgame.core.wording import ending_name, game_name, grouped

    table = _table("Recent games", left=("when", "game"), right=("score", "right", "streak", ""))
    for game in games:
        row = (f"{game.finished:%Y-%m-%d %H:%M}", game_name(game.mode, game.length))
        figures = (grouped(game.score), f"{game.correct}/{game.asked}", grouped(game.best_streak))
        table.add_row(*row, *figures, ending_name(game))
    return table


def _table(title: str, *, left: tuple[str, ...], right: tuple[str, ...]) -> "Table":
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for name in left:
        table.add_column(name)
    for name in right:
        table.add_column(name, justify="right")
    return table
