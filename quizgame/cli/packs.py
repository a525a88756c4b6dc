"""``quizgame packs``: what there is, shown, added, removed, and turned on and off."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgame.cli.checking import check
from quizgame.cli.duplicates import duplicates
from quizgame.cli.exchange import export, import_, new
from quizgame.cli.flagging import flag, unflag
from quizgame.cli.options import PackName, as_json, echo_json, profile, status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizgame.core.catalogue import Listed
    from quizgame.core.errors import Problem
    from quizgame.core.pack import Pack, PackInfo, Question
    from quizgame.core.world import World
    from quizgame.storage.ownpacks import OwnPacks

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
@click.argument("search", nargs=-1, metavar="[WORD]...")
@click.option("--tag", help="Only packs of this topic.")
@profile
@as_json
def list_(search: tuple[str, ...], tag: str | None, profile: str | None, as_json: bool) -> int:
    """List the packs at hand, or those that a search finds.

    Tells how many questions there are, how hard they are, when they were last played and how many answers were right.
    What is wrong with those that were left out is told on stderr.
    """
    from quizgame.core.catalogue import catalogue, matching

    world = _world(profile)
    library, tally = world.library(), world.tally().tally
    listed = matching(catalogue(library, tally), " ".join(search), topic=tag or "")
    if as_json:
        echo_json({"packs": [_entry(one) for one in listed], "problems": library.problems})
        return status_of(library.problems)
    click.echo("\n".join(_rows(listed)), nl=bool(listed))
    if not listed:
        none = "No pack is like that." if search or tag else "There are no packs. Add one: quizgame packs add FILE"
        click.echo(none, err=True)
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
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--replace", is_flag=True, help="Take the place of a pack of your own that has the same id.")
def add(files: tuple[Path, ...], replace: bool) -> int:
    """Copy pack files among your own packs.

    A question without an id is given one in the copy, so that what is known of your answers survives better words. With
    --replace questions that were in the old pack keep theirs; its file is moved to the folder `removed`.
    """
    from quizgame.cli.world import real_shelf
    from quizgame.core.wording import counted
    from quizgame.storage.ownpacks import OwnPacks

    own = OwnPacks(real_shelf())
    for file in files:
        _refuse_foreign(file)
        pack = _added(own, file, anew=replace)
        click.echo(f"{pack.id}: {counted(pack.questions, 'question')}. Play them: quizgame play {pack.id}", err=True)
    return 0


def _added(own: "OwnPacks", file: Path, *, anew: bool) -> "PackInfo":
    """Add a pack; where another has its id, tell of the way to replace that one too."""
    from quizgame.core.errors import DataError
    from quizgame.storage.ownpacks import TAKEN

    try:
        return own.add(file, anew=anew)
    except DataError as error:
        if any(problem.flaw == TAKEN for problem in error.problems):
            click.echo("With --replace a pack takes the place of one of your own that has its id.", err=True)
        raise


def _refuse_foreign(file: Path) -> None:
    """Lead on who would add the quiz of another program."""
    from quizgame.core.errors import DataError, Problem
    from quizgame.storage.formats.document import Document
    from quizgame.storage.formats.registry import recognised
    from quizgame.storage.importing import is_our_own, load_foreign
    from quizgame.storage.names import shown

    if file.suffix.lower() == ".toml":
        return
    document = Document(load_foreign(str(file), stdin=bytes).data)
    if not is_our_own(document):
        form = recognised(document, file=shown(file))
        hint = f"quizgame packs import {shown(file)}"
        raise DataError(Problem(file=shown(file), what=f"it is in the format {form.title}, no pack", hint=hint))


@packs.command()
@click.argument("names", nargs=-1, required=True, type=PackName(), metavar="PACK...")
@profile
def on(names: tuple[str, ...], profile: str | None) -> int:
    """Turn packs on again that were turned off."""
    return _turn(names, profile, is_on=True)


@packs.command()
@click.argument("names", nargs=-1, required=True, type=PackName(), metavar="PACK...")
@profile
def off(names: tuple[str, ...], profile: str | None) -> int:
    """Turn packs off: they are asked only where they are named."""
    return _turn(names, profile, is_on=False)


def _turn(names: tuple[str, ...], profile: str | None, *, is_on: bool) -> int:
    from quizgame.core.settings import turned

    world = _world(profile)
    world.packs(names)  # which tells of one that there is not
    settings = world.settings()[0]
    for name in names:
        settings = turned(settings, name, is_on=is_on)
        click.echo(f"{name} is {'on' if is_on else 'off: it is asked only where it is named'}.", err=True)
    world.keep_settings(settings)
    return 0


@packs.command()
@click.argument("pack_id", metavar="ID", type=PackName(own=True))
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove(pack_id: str, yes: bool) -> int:
    """Take one of your own packs away; its file is moved to the folder `removed` beside the others."""
    from quizgame.cli.world import real_shelf
    from quizgame.core.text import one_line

    real_shelf().entries((pack_id,))  # which tells of one that there is not
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


def _rows(listed: "Sequence[Listed]") -> list[str]:
    from quizgame.core.wording import counted, percent

    width = max((len(one.info.id) for one in listed), default=0)
    counts = [counted(one.info.questions, "question") for one in listed]
    room = max(map(len, counts), default=0)
    rows = []
    for one, count in zip(listed, counts, strict=True):
        info, answers = one.info, one.answers
        right = f"{percent(answers.accuracy):>5} right" if answers.asked else ""
        played = f"{one.played:%Y-%m-%d}" if one.played else "not played"
        told = (
            f"{count:>{room}}",
            f"level {info.difficulty:.1f}",
            f"{played:<10}",
            f"{right:<11}",
        )
        off = "" if info.is_on else " (off)"
        rows.append(f"{info.id:<{width}}  {'  '.join(told)}  {info.title}{off}")
    return rows


def _entry(one: "Listed") -> dict[str, Any]:
    """A pack of the list for a program."""
    import msgspec

    told: dict[str, Any] = msgspec.to_builtins(one.info)
    return {**told, "last_played": one.played, "asked": one.answers.asked, "correct": one.answers.correct}


def _title(pack: "Pack") -> list[str]:
    told = [f"{pack.title} ({pack.id})", pack.description]
    told.append(f"Tags: {', '.join(pack.tags)}" if pack.tags else "")
    told.append(f"Author: {pack.author}" if pack.author else "")
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


for command in (check, duplicates, export, flag, import_, new, unflag):
    packs.add_command(command)
