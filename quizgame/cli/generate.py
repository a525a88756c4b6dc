"""``quizgame generate``: articles in, a pack of questions out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgame.cli.options import echo_json

if TYPE_CHECKING:
    from quizgame.core.generation import Generated
    from quizgame.core.pack import Pack

__all__ = ["generate"]

STDOUT = "-"


@click.command(
    epilog="\b\nExamples:\n"
    "  quizgame generate article.txt                  a pack among your own, ready to play\n"
    "  quizgame generate a.md b.md -o quiz.toml       one pack of two articles, in a file\n"
    "  quizgame generate article.txt --sure --report  the surest questions, and what was dropped and why"
)
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.option("-o", "--output", metavar="FILE", help="Where to put the pack; - for stdout. [among your own packs]")
@click.option("--title", help="The pack's title. [the first article's]")
@click.option("--id", "pack_id", metavar="ID", help="The pack's id. [from the name of the file]")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many questions.")
@click.option("--sure", is_flag=True, help="Keep only the questions that are surest to be good.")
@click.option("--report", is_flag=True, help="Tell what was found, asked and dropped, and why.")
@click.option("--json", "as_json", is_flag=True, help="With --report: as JSON.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def generate(
    articles: tuple[str, ...],
    output: str | None,
    title: str | None,
    pack_id: str | None,
    limit: int | None,
    sure: bool,
    report: bool,
    as_json: bool,
    force: bool,
) -> int:
    """Make a pack of questions out of articles.

    ARTICLE is a text or Markdown file. Every question carries the sentence of the article that proves its answer;
    where the article leaves a doubt, no question is made.
    """
    from quizgame.core.errors import DataError, Problem
    from quizgame.core.text import clip, one_line
    from quizgame.generate import make_pack, read_article
    from quizgame.storage.articles import gather

    if as_json and not report:
        raise click.UsageError("--json goes with --report")
    read = [read_article(raw) for raw in gather(articles, stdin=sys.stdin.buffer.read)]
    id_ = _id(pack_id, output, read[0].id)
    path = None if output == STDOUT else Path(output) if output else _own_file(id_)
    if path is not None and not force:
        _refuse_existing(path)
    told = clip(one_line(title or read[0].title)) or id_
    made = make_pack(read, id=id_, title=told, limit=limit, sure=sure)
    if report:
        _tell_report(made, as_json=as_json, to_stderr=output == STDOUT)
    if made.pack is None:
        names = ", ".join(map(one_line, articles))
        raise DataError(Problem(file=names, what="nothing was found to ask about", hint="--report tells why"))
    _put(made.pack, path)
    return 0


def _id(chosen: str | None, output: str | None, article: str) -> str:
    """The pack's id: as it was chosen, else from the name of its file, else the first article's."""
    from quizgame.core.errors import UsageError
    from quizgame.core.text import slug

    if chosen is None:
        return slug(Path(output).stem) or "pack" if output and output != STDOUT else article
    if not chosen or slug(chosen) != chosen:
        hint = f", as in {slug(chosen)!r}" if slug(chosen) else ""
        raise UsageError(f"{chosen!r} cannot be a pack's id: lower-case letters, digits and hyphens{hint}")
    return chosen


def _refuse_existing(path: Path) -> None:
    from quizgame.core.errors import DataError, Problem
    from quizgame.storage.atomic import exists
    from quizgame.storage.names import shown

    if exists(path):
        raise DataError(Problem(file=shown(path), what="the file is there already", hint="--force replaces it"))


def _own_file(pack_id: str) -> Path:
    from quizgame.cli.world import real_paths

    return real_paths().own / f"{pack_id}.toml"


def _put(pack: "Pack", path: Path | None) -> None:
    from quizgame.core.wording import counted
    from quizgame.storage.names import shown
    from quizgame.storage.packfile import dump_pack, write_pack

    if path is None:
        click.echo(dump_pack(pack), nl=False)
        return
    write_pack(path, pack)
    name = shown(path)
    click.echo(f"{name}: {counted(len(pack.questions), 'question')}. Play them: quizgame play {name}", err=True)


def _tell_report(made: "Generated", *, as_json: bool, to_stderr: bool) -> None:
    from quizgame.generate import report_text

    if as_json:
        echo_json(made.report, to_stderr=to_stderr)
    else:
        click.echo(report_text(made.report), err=to_stderr)
