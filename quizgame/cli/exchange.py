"""``quizgame packs new``, ``import`` and ``export``: packs written by hand, brought in and sent out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgame.cli.options import PackName, as_json, echo_json

if TYPE_CHECKING:
    from quizgame.core.exchange import Exported, FormatName, Imported, Taken
    from quizgame.core.imports import Origin
    from quizgame.storage.importing import Raw

__all__ = ["export", "import_", "new"]

FORMATS = "opentdb opentriviaqa gift moodle aiken kahoot quizizz anki mdbook csv quizgame".split()
STDIN = STDOUT = "-"


@click.command()
@click.argument("name")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to write it. [NAME.toml]")
@click.option("--title", help="The pack's title. [from NAME]")
def new(name: str, output: Path | None, title: str | None) -> int:
    """Write a pack to begin with: one question, and all that may stand in a pack, in comments.

    Edit it, then: quizgame packs check NAME.toml, and quizgame packs add NAME.toml.
    """
    from quizgame.cli.world import real_paths
    from quizgame.core.errors import UsageError
    from quizgame.core.text import one_line, slug
    from quizgame.storage.atomic import create
    from quizgame.storage.names import shown
    from quizgame.storage.template import template

    told = one_line(name.removesuffix(".toml"))
    id_ = slug(told)
    if not id_:
        raise UsageError(f"{told!r} has no letter or digit that a file could be named by")
    path = output or Path(f"{id_}.toml")
    text = template(
        one_line(title or "") or told.replace("-", " ").capitalize(), real_paths().shipped / "pack.schema.json"
    )
    create(path, text.encode())
    file = shown(path)
    click.echo(f"{file} is there to be edited. Then: quizgame packs check {file}", err=True)
    return 0


@click.command(
    "import",
    epilog="\b\nExamples:\n"
    "  quizgame packs import sports.txt                      whatever format it is in\n"
    "  quizgame packs import quiz.xlsx --format kahoot       in a format of your choice\n"
    "  quizgame packs import https://example.org/quiz.gift   from a web address\n"
    "  quizgame packs import quiz.xml -o quiz.toml           into a file rather than among your own",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "name", type=click.Choice(FORMATS), help="The format of the files. [by their content]")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="A file to write the pack to.")
@click.option("--title", help="The pack's title. [from the file's name]")
@click.option("--id", "pack_id", metavar="ID", help="The pack's id; where you have it, it gets the new questions.")
@click.option("--author", help="Who wrote the questions.")
@click.option("--license", "licence", help="Under which terms they may be passed on, such as CC-BY-SA-4.0.")
@click.option("--source", help="The work or the site they come from; told under every question.")
@click.option("--tag", "tags", multiple=True, help="A topic; may be given several times.")
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@as_json
def import_(
    files: tuple[str, ...],
    name: "FormatName | None",
    output: Path | None,
    title: str | None,
    pack_id: str | None,
    author: str | None,
    licence: str | None,
    source: str | None,
    tags: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
) -> int:
    """Bring in quizzes of other programs, each as a pack of your own.

    FILE is a path, a web address, or - for standard input. Every item that no question can be made of is told with its
    line and the reason. Importing a file again adds only what is new in it.
    """
    from quizgame.core.errors import UsageError
    from quizgame.core.imports import Origin

    if output and len(files) > 1:
        raise UsageError("-o takes the questions of one file only")
    given = Origin(title=title or "", author=author or "", license=licence or "", source=source or "", tags=tags)
    told = [_import(file, name, pack_id, given, output, dry_run=dry_run) for file in files]
    if as_json:
        echo_json(told)
    return 0 if all("pack" in report for report in told) else 1


def _import(
    file: str, name: "FormatName | None", id: str | None, given: "Origin", output: Path | None, *, dry_run: bool
) -> "dict[str, object]":
    """Bring in one file and tell of it; what cannot be read stands in the way of no other."""
    from quizgame.core.errors import QuizGameError
    from quizgame.core.text import one_line

    report: dict[str, object] = {"file": one_line(file)}
    try:
        raw, found = _read(file, name, id)
        report |= {"format": found.format, "read": found.read, "skipped": found.skipped}
        _tell_read(raw, found)
        return report | (_settle(found, given, id, output, dry_run=dry_run) if found.pack else {})
    except QuizGameError as error:
        click.echo(f"Error: {error}", err=True)
        return report | {"error": str(error)}


def _read(file: str, name: "FormatName | None", id: str | None) -> "tuple[Raw, Imported]":
    from datetime import UTC, datetime

    from quizgame.storage.importing import load_foreign, read_foreign

    raw = load_foreign(file, stdin=sys.stdin.buffer.read)
    return raw, read_foreign(raw, format=name, id=id or "", today=datetime.now(UTC).astimezone().date())


def _tell_read(raw: "Raw", found: "Imported") -> None:
    from quizgame.core.wording import counted
    from quizgame.storage.formats.registry import title_of

    kept = len(found.pack.questions) if found.pack else 0
    count = counted(found.read, "item")
    click.echo(
        f"{raw.file}: {title_of(found.format)}, {count} read, {kept:,} kept, {len(found.skipped):,} skipped", err=True
    )
    for one in found.skipped:
        click.echo(f"  line {one.line}: {one.reason}{f': {one.what}' if one.what else ''}", err=True)


def _settle(
    found: "Imported", given: "Origin", id: str | None, output: Path | None, *, dry_run: bool
) -> "dict[str, object]":
    """Put an import where it belongs; gives what a program is told of that."""
    import msgspec

    from quizgame.core.imports import credited

    assert found.pack is not None  # noqa: S101 - nobody asks for less
    asked = given if dry_run or found.format == "quizgame" else _asked(found, given)
    pack = credited(found.pack, asked, id=id or "")
    if output and not dry_run:
        _write(output, pack)
        return {"pack": pack.id, "questions": len(pack.questions)}
    changed = pack != found.pack
    wanted = msgspec.structs.replace(found, pack=pack, data=b"" if changed else found.data)
    taken = _take(wanted, by_name=bool(id), dry=dry_run)
    return {"pack": taken.info.id, "questions": taken.info.questions, "added": taken.added, "known": taken.known}


def _asked(found: "Imported", given: "Origin") -> "Origin":
    """What is known of an import, asked for at the terminal where neither the file nor the command tells it."""
    import msgspec

    pack = found.pack
    if pack is None or not (sys.stdin.isatty() and sys.stderr.isatty()):
        return given
    known = {"author": pack.author, "license": pack.license, "source": pack.sources[0].title if pack.sources else ""}
    questions = {
        "author": "Who wrote the questions?",
        "license": "Under which licence, such as CC-BY-SA-4.0?",
        "source": "Which work or site do they come from?",
    }
    told = {
        key: click.prompt(f"{question} (Enter: not known)", default="", show_default=False, err=True)
        for key, question in questions.items()
        if not (known[key] or getattr(given, key))
    }
    return msgspec.structs.replace(given, **told)


def _write(output: Path, pack: object) -> None:
    from quizgame.core.pack import Pack
    from quizgame.storage.atomic import create
    from quizgame.storage.names import shown
    from quizgame.storage.packfile import pack_bytes

    assert isinstance(pack, Pack)  # noqa: S101
    create(output, pack_bytes(output, pack))
    click.echo(f"{shown(output)} is written. Play it: quizgame play {shown(output)}", err=True)


def _take(found: "Imported", *, by_name: bool, dry: bool) -> "Taken":
    from quizgame.cli.world import real_shelf
    from quizgame.core.wording import counted
    from quizgame.storage.ownpacks import OwnPacks

    taken = OwnPacks(real_shelf()).take(found, by_name=by_name, dry=dry)
    info = taken.info
    known = f", {taken.known:,} there before" if taken.known else ""
    what = f"{info.id}: {counted(taken.added, 'new question')}{known}."
    then = " Nothing is written, as you wished." if dry else f" Play them: quizgame play {info.id}"
    click.echo(what + then, err=True)
    terms = " · ".join(part for part in (info.author, info.license) if part) or "no author or licence is known"
    click.echo(f"  {info.title}: {terms}", err=True)
    return taken


@click.command()
@click.argument("pack", type=PackName())
@click.option("--format", "name", type=click.Choice(FORMATS), help="The format. [by the ending of FILE]")
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="Where to. [stdout]")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def export(pack: str, name: "FormatName | None", output: Path | None, force: bool) -> int:
    """Put a pack into the format of another program.

    What the format has no room for, and questions that it cannot hold at all, are told on stderr.
    """
    from quizgame.cli.world import real_world
    from quizgame.storage.atomic import create, replace
    from quizgame.storage.exporting import export as exported_of
    from quizgame.storage.exporting import is_workbook

    (found,) = real_world().packs((pack,))
    to_file = output is not None and str(output) != STDOUT
    ending = output.suffix if output and to_file else ""
    made = exported_of(found, name or _by_ending(ending), as_workbook=is_workbook(ending))
    if output and to_file:
        (replace if force else create)(output, made.data)
    else:
        click.echo(made.data, nl=False)
    _tell_export(made)
    return 0


def _by_ending(ending: str) -> "FormatName":
    from quizgame.core.errors import UsageError
    from quizgame.storage.formats.registry import formats

    if ending.lower() == ".toml":
        return "quizgame"
    found = [each.name for each in formats() if ending.lower() in each.endings]
    if "csv" in found:
        return "csv"
    if len(found) != 1:
        raise UsageError(f"name the format: --format {'|'.join(found or FORMATS)}")
    return found[0]


def _tell_export(made: "Exported") -> None:
    from quizgame.core.wording import counted

    for loss in made.lost:
        click.echo(f"  lost: {loss}", err=True)
    for one in made.left_out:
        click.echo(f"  left out: {one.question}: {one.reason}: {one.what}", err=True)
    out = f", {len(made.left_out):,} left out" if made.left_out else ""
    click.echo(f"{counted(made.questions, 'question')} written{out}.", err=True)
