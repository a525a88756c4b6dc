"""``quizgame packs``: list, show, check, add and remove packs of questions, and flag the bad ones among them."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgame.cli.options import PackName, as_json, echo_json, profile, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgame.core.errors import Problem
    from quizgame.core.flags import Flag, Reason
    from quizgame.core.pack import Pack, Question
    from quizgame.core.world import World

__all__ = ["packs"]


def _world(profile: str | None = None) -> "World":
    """The packs of everyone on this machine; only flags are those of one player."""
    from quizgame.cli.world import real_world

    return real_world(profile)


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
@click.option("--flagged", is_flag=True, help="Only the questions that you have flagged as bad.")
@profile
@as_json
def show(pack: str, flagged: bool, profile: str | None, as_json: bool) -> int:
    """Show a pack's questions with their answers, evidence and sources.

    Questions that you have flagged say so: they are not asked.
    """
    import msgspec

    from quizgame.core.refs import ref_of

    world = _world(profile)
    (found,) = world.packs((pack,))
    flags = world.flags()
    _tell(flags.problems, "flags")
    reasons = {flag.question: flag.reason for flag in flags.flags}
    if flagged:
        kept = tuple(question for question in found.questions if ref_of(found.id, question.id) in reasons)
        found = msgspec.structs.replace(found, questions=kept)
    if as_json:
        echo_json(found)
        return status_of(flags.problems)
    click.echo("\n".join(_title(found)))
    if flagged and not found.questions:
        click.echo("None of its questions is flagged.", err=True)
    for number, question in enumerate(found.questions, 1):
        reason = reasons.get(ref_of(found.id, question.id))
        click.echo("\n".join(["", *_story(found, question, number), *([f"   ! flagged: {reason}"] if reason else [])]))
    return status_of(flags.problems)


@packs.command()
@click.argument("pack", type=PackName())
@click.argument("questions", nargs=-1, required=True, metavar="QUESTION...")
@click.option(
    "--reason",
    type=click.Choice(["wrong", "ambiguous", "several right", "outdated", "typo"]),
    default="wrong",
    show_default=True,
    help="What is wrong with it.",
)
@profile
def flag(pack: str, questions: tuple[str, ...], reason: "Reason", profile: str | None) -> int:
    """Flag bad questions of a pack, so that they are not asked any more.

    QUESTION is the id of a question: `quizgame packs show PACK` tells it.
    """
    from quizgame.core.errors import DataError, Problem
    from quizgame.core.flags import flagged
    from quizgame.core.refs import ref_of
    from quizgame.core.text import one_line

    world = _world(profile)
    (found,) = world.packs((pack,))
    stems = {question.id: question.stem for question in found.questions}
    for name in questions:
        if name not in stems:
            raise DataError(Problem(file=found.id, what=f"there is no question {one_line(name)!r} in this pack"))
    when = world.now()

    def change(flags: "tuple[Flag, ...]") -> "tuple[Flag, ...]":
        for name in questions:
            flags = flagged(flags, ref_of(found.id, name), reason, when=when, stem=stems[name])
        return flags

    world.change_flags(change)
    for name in questions:
        click.echo(f"{ref_of(found.id, name)} is not asked any more.", err=True)
    return 0


@packs.command()
@click.argument("pack", type=PackName())
@click.argument("questions", nargs=-1, metavar="[QUESTION]...")
@profile
def unflag(pack: str, questions: tuple[str, ...], profile: str | None) -> int:
    """Take flags back: of the questions that are named, or of all of a pack, whether it is at hand or not."""
    from quizgame.core.errors import DataError, Problem
    from quizgame.core.flags import unflagged
    from quizgame.core.refs import pack_of, ref_of
    from quizgame.core.text import one_line

    world = _world(profile)
    refs = [ref for ref in sorted(world.flags().refs) if pack_of(ref) == pack]
    wanted = [ref_of(pack, name) for name in questions] or refs
    for ref in wanted:
        if ref not in refs:
            raise DataError(Problem(what=f"{one_line(ref)} is not flagged"))
    if not wanted:
        click.echo("Nothing is flagged there.", err=True)
        return 0

    def change(flags: "tuple[Flag, ...]") -> "tuple[Flag, ...]":
        for ref in wanted:
            flags = unflagged(flags, ref)
        return flags

    world.change_flags(change)
    for ref in wanted:
        click.echo(f"{one_line(ref)} is asked again.", err=True)
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
        pack = world.stock.add(str(file))
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
    _world().stock.remove(pack_id)
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
    return check_packs(Shelf(paths.shipped, paths.own, paths.cache), names)
