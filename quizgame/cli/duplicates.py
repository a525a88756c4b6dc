"""``quizgame packs duplicates``: questions that ask the same, and merging them."""

from typing import TYPE_CHECKING

import click

from quizgame.cli.options import PackName, as_json, echo_json

if TYPE_CHECKING:
    from quizgame.core.duplicates import Place

__all__ = ["duplicates"]


@click.command()
@click.argument("packs", nargs=-1, type=PackName(), metavar="[PACK]...")
@click.option("--merge", is_flag=True, help="Ask pair by pair which of the two shall stay.")
@click.option("--yes", is_flag=True, help="With --merge: let the first of every pair stay, without asking.")
@as_json
def duplicates(packs: tuple[str, ...], merge: bool, yes: bool, as_json: bool) -> int:
    """Find questions that ask the same, within packs and across them.

    Without PACK all packs are looked through. A question that stays takes over what only the other one has: its proof,
    its note, its kind and its tags. Only packs of your own are changed.
    """
    from quizgame.cli.world import real_world
    from quizgame.core.duplicates import duplicates as pairs_of
    from quizgame.core.wording import counted

    pairs = pairs_of(real_world().packs(packs))
    if as_json:
        echo_json([[_told(place) for place in pair] for pair in pairs])
        return 0
    for number, (one, other) in enumerate(pairs, 1):
        click.echo(f"{number}. {_line(one)}\n   {_line(other)}")
    click.echo(f"{counted(len(pairs), 'pair')} of questions that ask the same.", err=True)
    return _merge(pairs, yes=yes) if merge and pairs else 0


def _merge(pairs: "list[tuple[Place, Place]]", *, yes: bool) -> int:
    """Merge pair by pair; a question that went with an earlier pair is in no later one."""
    from quizgame.cli.world import real_world
    from quizgame.core.errors import DataError

    stock = real_world().stock
    gone: set[str] = set()
    failed = 0
    for one, other in pairs:
        if gone & {one.ref, other.ref}:
            continue
        kept, dropped = _chosen(one, other, yes=yes)
        if kept is None or dropped is None:
            continue
        try:
            stock.merge(kept.ref, dropped.ref)
        except DataError as error:
            click.echo(f"{dropped.ref} stays: {error}", err=True)
            failed = 1
        else:
            gone.add(dropped.ref)
            click.echo(f"{dropped.ref} is merged into {kept.ref}.", err=True)
    return failed


def _chosen(one: "Place", other: "Place", *, yes: bool) -> "tuple[Place, Place] | tuple[None, None]":
    """Which question of a pair stays, and which goes."""
    if yes:
        return one, other
    click.echo(f"1. {_line(one)}\n2. {_line(other)}", err=True)
    wish = click.prompt(
        "Which stays? [1, 2, both]", type=click.Choice(["1", "2", "both"]), show_choices=False, err=True
    )
    return (one, other) if wish == "1" else (other, one) if wish == "2" else (None, None)


def _line(place: "Place") -> str:
    from quizgame.core.text import one_line

    return f"{place.ref}: {one_line(place.question.stem)} ({place.question.answer})"


def _told(place: "Place") -> dict[str, str]:
    question = place.question
    return {"pack": place.pack.id, "id": question.id, "stem": question.stem, "answer": question.answer}
