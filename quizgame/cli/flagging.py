"""``quizgame packs flag`` and ``unflag``: bad questions that are not asked any more."""

from typing import TYPE_CHECKING

import click

from quizgame.cli.options import PackName, profile

if TYPE_CHECKING:
    from quizgame.core.flags import Flag, Reason

__all__ = ["flag", "unflag"]


@click.command()
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
    from quizgame.cli.world import real_world
    from quizgame.core.errors import DataError, Problem
    from quizgame.core.flags import flagged
    from quizgame.core.refs import ref_of
    from quizgame.core.text import one_line

    world = real_world(profile)
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


@click.command()
@click.argument("pack", type=PackName())
@click.argument("questions", nargs=-1, metavar="[QUESTION]...")
@profile
def unflag(pack: str, questions: tuple[str, ...], profile: str | None) -> int:
    """Take flags back: of the questions that are named, or of all of a pack, whether it is at hand or not."""
    from quizgame.cli.world import real_world
    from quizgame.core.errors import DataError, Problem
    from quizgame.core.flags import unflagged
    from quizgame.core.refs import pack_of, ref_of
    from quizgame.core.text import one_line

    world = real_world(profile)
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
