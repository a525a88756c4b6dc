"""``quizgame generate``: articles in, a pack of questions out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgame.cli.keeping import put, standing
from quizgame.cli.options import echo_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgame.core.article import Article, RawArticle
    from quizgame.core.errors import DataError
    from quizgame.core.generation import Generated, Report
    from quizgame.core.pack import Pack

__all__ = ["generate"]

STDOUT = "-"
_FEW = 4
"""From how many articles on it is worth to tell how far the work is."""
_MANY = 20
"""From how many articles on it is worth to start processes."""
_MOST_SILENT = 10


@click.command(
    epilog="\b\nExamples:\n"
    "  quizgame generate article.txt                  a pack among your own, ready to play\n"
    "  quizgame generate a.md b.md -o quiz.toml       one pack of two articles, in a file\n"
    "  quizgame generate articles/ -o quiz.toml       one pack of all articles in a folder\n"
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
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="How many processes work on many articles. [one for each core]"
)
@click.option("--force", is_flag=True, help="Make a file that is there all anew, whatever was edited in it.")
def generate(
    articles: tuple[str, ...],
    output: str | None,
    title: str | None,
    pack_id: str | None,
    limit: int | None,
    sure: bool,
    report: bool,
    as_json: bool,
    jobs: int | None,
    force: bool,
) -> int:
    """Make a pack of questions out of articles.

    ARTICLE is a file (text, Markdown, HTML or PDF), a folder of such files, a web address, or - for standard input.
    Every question carries the sentence of the article that proves its answer; where the article leaves a doubt, no
    question is made.

    A pack that goes among your own takes wrong answers from the packs at hand, too; with -o it is made of the articles
    alone, and is the same on every machine.

    A pack can be generated again: questions that you edited or added stay as they are, those that you deleted stay
    away, and all others are brought up to date under their old ids.
    """
    from quizgame.cli.world import packs_beside
    from quizgame.core.text import clip, one_line

    if as_json and not report:
        raise click.UsageError("--json goes with --report")
    if title is not None and not one_line(title):
        raise click.UsageError("--title: a title cannot be empty")
    batch = _Batch(articles)
    id_ = _id(pack_id, output, batch.first.id)
    path = None if output == STDOUT else Path(output) if output else _own_file(id_)
    if path is not None:
        batch.spare(path)
    if path is not None and not force:
        standing(path)  # what may not be replaced is told before the work, not after it
    told = clip(one_line(title or batch.first.title)) or id_
    beside = [] if output else packs_beside(id_)  # what goes elsewhere is made of the articles alone
    made = _made(batch, beside, id=id_, title=told, limit=limit, sure=sure, jobs=jobs)
    if report:
        _tell_report(made.report, as_json=as_json, to_stderr=output == STDOUT)
    if made.pack is None:
        raise _nothing(articles, made, sure=sure)
    _tell_silent(made.report)
    put(made.pack, path, title=title and told, id=pack_id, force=force)
    return 0


class _Batch:
    """The articles to read, brought in one by one as they are asked for; the first one is opened at once.

    Args:
        where: Files, folders, web addresses, and ``-`` for standard input.

    Attributes:
        first: The first article, which the pack is named after.
    """

    def __init__(self, where: "Sequence[str]") -> None:
        from quizgame.generate import read_article
        from quizgame.storage.articles import load, places

        first, *others = self._places = places(where)
        self.first = read_article(load(first, stdin=sys.stdin.buffer.read))
        self._others = others

    def spare(self, path: Path) -> None:
        """Make sure that a pack does not take the place of an article that it is made from.

        Raises:
            UsageError: It would.
        """
        from quizgame.core.errors import UsageError
        from quizgame.storage.articles import STDIN
        from quizgame.storage.names import shown

        target = path.resolve()
        if any(place != STDIN and Path(place).resolve() == target for place in self._places):
            raise UsageError(f"{shown(path)} is one of the articles: name another file with -o")

    def __len__(self) -> int:
        return 1 + len(self._others)

    def __iter__(self) -> "Iterator[Article | RawArticle]":
        from quizgame.storage.articles import gather

        yield self.first
        yield from gather(self._others, stdin=sys.stdin.buffer.read)


def _made(
    batch: _Batch,
    beside: "Sequence[Pack]",
    *,
    id: str,
    title: str,
    limit: int | None,
    sure: bool,
    jobs: int | None,
) -> "Generated":
    from quizgame.cli.processes import cores, spread
    from quizgame.cli.progress import progress_bar
    from quizgame.generate import make_pack

    processes = spread(jobs or (cores() if len(batch) >= _MANY else 1))
    with progress_bar("Reading", len(batch), least=_FEW) as progress:
        return make_pack(
            batch,
            id=id,
            title=title,
            limit=limit,
            sure=sure,
            progress=progress,
            mapped=processes,
            beside=beside,
        )


def _nothing(articles: "Sequence[str]", made: "Generated", *, sure: bool) -> "DataError":
    """Why there is no pack, as an error that names the articles."""
    import msgspec

    from quizgame.core.drafting import why_nothing
    from quizgame.core.errors import DataError
    from quizgame.core.text import clip, one_line
    from quizgame.core.wording import counted

    names = clip(", ".join(map(one_line, articles)), 200)
    why = why_nothing(made.report)
    hint = "without --sure more may be asked" if sure and made.report.found else why.hint
    if made.spare and not sure:
        number = counted(len(made.spare.questions), "question")
        hint = f"{number} would be less sure: in the game, press n and give the article there to choose from them"
    what = f"nothing was found to ask about: {why.what}"
    return DataError(msgspec.structs.replace(why, file=names, what=what, hint=hint))


def _tell_silent(report: "Report") -> None:
    """Name the articles that gave nothing, where others gave something."""
    from quizgame.core.drafting import why_nothing

    silent = list(report.silent())
    for name, part in silent[:_MOST_SILENT]:
        click.echo(f"{name}: nothing was found to ask about: {why_nothing(part).what}", err=True)
    if len(silent) > _MOST_SILENT:
        click.echo(f"and {len(silent) - _MOST_SILENT} more articles that nothing is asked of", err=True)


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


def _own_file(pack_id: str) -> Path:
    from quizgame.cli.world import real_paths

    return real_paths().own / f"{pack_id}.toml"


def _tell_report(report: "Report", *, as_json: bool, to_stderr: bool) -> None:
    from quizgame.generate import report_text

    if as_json:
        echo_json(report, to_stderr=to_stderr)
    else:
        click.echo(report_text(report), err=to_stderr)
