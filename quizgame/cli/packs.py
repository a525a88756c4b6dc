"""``quizgame packs``: list, show, check, add and remove packs of questions."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgame.cli.options import PackName, as_json, echo_json, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.core.errors import Problem
    from quizgame.core.pack import Pack, Question
    from quizgame.core.world import World

__all__ = ["packs"]


def _world() -> "World":
    """The packs of everyone on this machine; whose record it is makes no difference here."""
    from quizgame.cli.world import real_world

    return real_world()


@click.group()
def packs() -> None:
    """Look after packs of questions.

    PACK is the id of a pack or the path of a pack file.
    """


@packs.command("list")
@as_json
def list_(as_json: bool) -> int:
    """List the packs at hand.

    What is wrong with those that were left out is told on stderr.
    """
    from quizgame.core.wording import counted

    library = _world().library()
    if as_json:
        echo_json(library)
        return status_of(library.problems)
    width = max((len(pack.id) for pack in library.packs), default=0)
    for pack in library.packs:
        click.echo(f"{pack.id:<{width}}  {counted(pack.questions, 'question'):>13}  {pack.title}")
    if not library.packs:
        click.echo("There are no packs. Add one: quizgame packs add FILE", err=True)
    _tell(library.problems, "left out")
    return status_of(library.problems)


@packs.command()
@click.argument("pack", type=PackName())
@as_json
def show(pack: str, as_json: bool) -> int:
    """Show a pack's questions with their answers, evidence and sources."""
    (found,) = _world().packs((pack,))
    if as_json:
        echo_json(found)
        return 0
    click.echo("\n".join(_title(found)))
    for number, question in enumerate(found.questions, 1):
        click.echo("\n".join(["", *_story(found, question, number)]))
    return 0


@packs.command()
@click.argument("packs", nargs=-1, type=PackName(), metavar="[PACK]...")
@as_json
def check(packs: tuple[str, ...], as_json: bool) -> int:
    """Check packs for errors and for flaws of their questions.

    Without PACK all packs are checked. Errors make the exit status 1; warnings do not.
    """
    from quizgame.core.wording import counted

    problems = _check(packs)
    if as_json:
        echo_json(problems)
        return status_of(problems)
    for problem in problems:
        click.echo(f"{problem.severity}: {problem}" + (f" [{problem.flaw}]" if problem.flaw else ""))
    errors = sum(problem.severity == "error" for problem in problems)
    click.echo(f"{counted(errors, 'error')}, {counted(len(problems) - errors, 'warning')}", err=True)
    return status_of(problems)


@packs.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
def add(files: tuple[Path, ...]) -> int:
    """Copy pack files among your own packs."""
    from quizgame.core.wording import counted

    world = _world()
    for file in files:
        pack = world.add_pack(str(file))
        click.echo(f"{pack.id}: {counted(pack.questions, 'question')}. Play them: quizgame play {pack.id}", err=True)
    return 0


@packs.command()
@click.argument("pack_id", metavar="ID", type=PackName(own=True))
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(pack_id: str, yes: bool) -> int:
    """Take one of your own packs away; its file is moved to the folder `removed` beside the others."""
    from quizgame.core.text import one_line

    name = one_line(pack_id)
    if not yes and not click.confirm(f"Remove the pack {name}?", err=True):
        click.echo("Nothing is removed.", err=True)
        return 0
    _world().remove_pack(pack_id)
    click.echo(f"{name} is removed.", err=True)
    return 0


def _tell(problems: "Iterable[Problem]", what: str) -> None:
    for problem in problems:
        click.echo(f"{what}: {problem}", err=True)


def _title(pack: "Pack") -> list[str]:
    told = [f"{pack.title} ({pack.id})", pack.description]
    told.append(f"Tags: {', '.join(pack.tags)}" if pack.tags else "")
    told.append(f"Licence: {pack.license}" if pack.license else "")
    return [line for line in told if line]


def _story(pack: "Pack", question: "Question", number: int) -> list[str]:
    from quizgame.core.pack import credit
    from quizgame.core.wording import quoted

    source = pack.source_of(question)
    told = [
        f"{number}. {question.stem}",
        f"   ✓ {question.answer}",
        *(f"     {distractor}" for distractor in question.distractors),
        f"   {quoted(question.evidence)}" if question.evidence else "",
        f"   {credit(source)}" if source else "",
        f"   {question.explanation}" if question.explanation else "",
        f"   {question.id} · {question.kind or 'no kind'} · difficulty {question.difficulty}",
    ]
    return [line for line in told if line]


def _check(names: tuple[str, ...]) -> "tuple[Problem, ...]":
    """Every problem of the named packs or of all that there are; the world of a game has no use for it."""
    from quizgame.cli.world import real_paths
    from quizgame.storage.checking import check_packs
    from quizgame.storage.packs import Shelf

    paths = real_paths()
    return check_packs(Shelf(paths.shipped, paths.own), names)
