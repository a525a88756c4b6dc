"""``quizgame stats``: what the record says, for people, for programs and for spreadsheets."""

import sys
from typing import TYPE_CHECKING

import click

from quizgame.cli.options import as_json, echo_json, profile, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from quizgame.core.record import Game
    from quizgame.core.stats import Best, Hard, Statistics
    from quizgame.core.tally import Share, Tally

__all__ = ["stats"]

_GAMES = 15
_WEEKS = 30


@click.group(invoke_without_command=True)
@profile
@as_json
@click.pass_context
def stats(context: click.Context, profile: str | None, as_json: bool) -> int:
    """Show what your record says: bests, streaks, days, games, what you know, achievements."""
    if context.invoked_subcommand is not None:
        context.obj = profile
        return 0
    from quizgame.cli.world import real_world
    from quizgame.core.refs import pack_of, stems_of
    from quizgame.core.stats import statistics, statistics_data

    world = real_world(profile)
    record = world.tally()
    day_start = world.settings()[0].day_start
    told = statistics(record.tally, now=world.now(), day_start=day_start)
    for problem in record.problems:
        click.echo(str(problem), err=True)
    if as_json:
        echo_json(statistics_data(told, record.tally))
    elif not record.tally.ids:
        click.echo("No game is recorded yet. Play one: quizgame")
    else:
        titles = {pack.id: pack.title for pack in world.library().packs}
        hardest = {pack_of(hard.ref) for hard in told.hardest}.intersection(titles)
        stems = stems_of(world.packs(tuple(hardest))) if hardest else {}
        _print(_parts(told, record.tally, titles, stems))
    return status_of(record.problems)


@stats.command()
@click.option("--answers", is_flag=True, help="One row an answer instead of one a game.")
@profile
@click.pass_context
def export(context: click.Context, answers: bool, profile: str | None) -> int:
    """Print the record as CSV, one row a game, oldest first."""
    import csv

    from quizgame.cli.world import real_world
    from quizgame.core.export import answer_rows, game_rows

    history = real_world(profile or context.obj).history()
    for problem in history.problems:
        click.echo(str(problem), err=True)
    rows = answer_rows(history.games) if answers else game_rows(history.games)
    csv.writer(_Lines(), lineterminator="\n").writerows(rows)
    return status_of(history.problems)


class _Lines:
    """Where the rows go: standard output, however the platform encodes it."""

    def write(self, text: str) -> None:
        click.echo(text.encode("utf-8", "replace"), nl=False)


def _print(parts: "Iterable[RenderableType]") -> None:
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False, file=sys.stdout)
    for part in parts:
        console.print(part)


def _parts(
    told: "Statistics", tally: "Tally", titles: "Mapping[str, str]", stems: "Mapping[str, str]"
) -> "Iterable[RenderableType]":
    from quizgame.core.wording import LEVEL_NAMES

    yield _totals(told)
    if told.days:
        yield _calendar(told)
    if told.bests:
        yield _bests(told.bests, titles)
    yield _recent(told.recent[:_GAMES], titles)
    if told.asked:
        yield _shares("By difficulty", [(LEVEL_NAMES.get(level, str(level)), share) for level, share in told.levels])
        yield _shares("By pack", [(titles.get(pack, pack), share) for pack, share in told.packs])
        yield _shares("By kind of question", [(kind or "other", share) for kind, share in told.kinds])
    if told.hardest:
        yield _hardest(told.hardest, stems)
    yield _achievements(tally)


def _totals(told: "Statistics") -> str:
    from quizgame.core.wording import counted, percent, took

    frozen = f", {counted(told.freezes, 'freeze')} left" if told.freezes else ""
    all_of_it = f"{counted(told.games, 'game')} · {counted(told.asked, 'answer')} · {percent(told.accuracy)} right"
    times = f"{took(told.seconds)} of play · an answer takes {took(told.mean_seconds)}"
    answers = f"Answers in a row: {told.answer_streak:,} now, {told.best_answer_streak:,} at best"
    days = f"Days in a row: {told.day_streak:,} now, {told.best_day_streak:,} at best{frozen}"
    return f"{all_of_it} · {times}\n{answers}\n{days}"


def _calendar(told: "Statistics") -> str:
    from quizgame.core.calendar import DAY_NAMES, LEVELS, grid

    last = max(day for day, _ in told.days)
    rows = zip(DAY_NAMES, grid(dict(told.days), max(last, told.today), _WEEKS), strict=True)
    drawn = [f"  {name}  {' '.join(signs)}" for name, signs in rows]
    legend = f"  {' '.join(LEVELS)}   none, up to 10, 25, 50 answers a day, and more"
    return "\n".join(["", f"The last {_WEEKS} weeks", *drawn, legend, ""])


def _bests(bests: "Sequence[Best]", titles: "Mapping[str, str]") -> "Table":
    from quizgame.core.wording import board_name, grouped, pack_names

    table = _table("Best scores", left=("game", "packs"), right=("score", "right", "games"))
    for best in bests:
        game = best.game
        row = (board_name(best.board), pack_names(best.board.packs, titles), grouped(game.score))
        table.add_row(*row, f"{game.correct}/{game.asked}", grouped(best.games))
    return table


def _recent(games: "Sequence[Game]", titles: "Mapping[str, str]") -> "Table":
    from quizgame.core.wording import board_name, ending_name, grouped, pack_names, recorded_title

    table = _table("Recent games", left=("when", "game", "packs"), right=("score", "right", "streak", ""))
    for game in games:
        name = board_name(game.board, title=recorded_title(game))
        row = (f"{game.finished:%Y-%m-%d %H:%M}", name, pack_names(game.packs, titles))
        figures = (grouped(game.best_score), f"{game.correct}/{game.asked}", grouped(game.best_streak))
        table.add_row(*row, *figures, ending_name(game))
    return table


def _shares(title: str, shares: "Iterable[tuple[str, Share]]") -> "Table":
    from quizgame.core.wording import grouped, percent, took

    table = _table(title, left=("",), right=("right", "answers", "time"))
    for name, share in shares:
        table.add_row(name, percent(share.accuracy), grouped(share.asked), took(share.mean_seconds))
    return table


def _hardest(hardest: "Iterable[Hard]", stems: "Mapping[str, str]") -> "Table":
    table = _table("Hardest questions", left=("question", ""), right=("right",))
    for hard in hardest:
        answers = hard.answers
        told = stems.get(hard.ref, hard.ref)
        table.add_row(told, "leech" if hard.is_leech else "", f"{answers.correct}/{answers.asked}")
    return table


def _achievements(tally: "Tally") -> "Table":
    from quizgame.core.achievements import ACHIEVEMENTS

    held = sum(one.is_in(tally) for one in ACHIEVEMENTS)
    table = _table(f"{held} of {len(ACHIEVEMENTS)} achievements", left=("", "", ""), right=("",))
    for one in sorted(ACHIEVEMENTS, key=lambda one: not one.is_in(tally)):
        so_far = "" if one.is_in(tally) else f"{min(one.progress(tally), one.goal):,}/{one.goal:,}"
        table.add_row("★" if one.is_in(tally) else "○", one.title, one.about, so_far)
    return table


def _table(title: str, *, left: tuple[str, ...], right: tuple[str, ...]) -> "Table":
    from rich import box
    from rich.table import Table

    names = (*left, *right)
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, show_header=any(names))
    for name in left:
        table.add_column(name)
    for name in right:
        table.add_column(name, justify="right")
    return table
