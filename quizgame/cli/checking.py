"""``quizgame packs check``: every error and every flaw, by file, line and key."""

from typing import TYPE_CHECKING

import click

from quizgame.cli.options import PackName, as_json, echo_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizgame.core.errors import Problem

__all__ = ["check"]


@click.command()
@click.argument("packs", nargs=-1, type=PackName(), metavar="[PACK]...")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@as_json
def check(packs: tuple[str, ...], strict: bool, as_json: bool) -> int:
    """Check packs for errors and for flaws of their questions.

    Without PACK all packs are checked. Errors make the exit status 1; warnings do so with --strict only. Behind the
    list stands why each flaw matters and how to mend it.
    """
    import msgspec

    from quizgame.cli.options import status_of
    from quizgame.core.wording import counted

    problems = _problems(packs)
    if strict:
        problems = tuple(msgspec.structs.replace(problem, severity="error") for problem in problems)
    if as_json:
        echo_json(problems)
        return status_of(problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = [problem for problem in problems if problem.severity == "warning"]
    parts = (_listed(errors), _listed(warnings), _legend(problems))
    click.echo("\n\n".join("\n".join(part) for part in parts if part), nl=bool(problems))
    click.echo(f"{counted(len(errors), 'error')}, {counted(len(warnings), 'warning')}", err=True)
    return status_of(problems)


def _listed(problems: "Sequence[Problem]") -> list[str]:
    import msgspec

    told = []
    for problem in problems:
        if problem.flaw:
            told.append(f"{problem.severity}: {msgspec.structs.replace(problem, hint='')} [{problem.flaw}]")
        else:
            told.append(f"{problem.severity}: {problem}")
    return told


def _legend(problems: "Sequence[Problem]") -> list[str]:
    """Why each flaw that was found matters, and how to mend it."""
    flaws = {problem.flaw: problem for problem in problems if problem.flaw}
    return [f"[{flaw}] {problem.why}. To mend it: {problem.hint}." for flaw, problem in flaws.items()]


def _problems(names: tuple[str, ...]) -> "tuple[Problem, ...]":
    """Every problem of the named packs or of all that there are; the world of a game has no use for it."""
    from quizgame.cli.world import real_shelf
    from quizgame.storage.checking import check_packs

    return check_packs(real_shelf(), names)
