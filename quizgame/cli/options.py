"""Arguments and options that several commands share, with what the shell may complete them to."""

from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quizgame.core.errors import Problem

__all__ = ["PackName", "as_json", "echo_json", "profile", "status_of"]

profile: "Callable[[Any], Any]" = click.option(
    "--profile", metavar="NAME", default=None, help="Whose record to use. [whoever played last]"
)
as_json: "Callable[[Any], Any]" = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON on stdout, for programs."
)


class PackName(click.ParamType[str]):
    """The id of a pack, or the path of a pack file; the shell completes both.

    Args:
        own: Complete only the ids of the player's own packs.
    """

    name = "pack"

    def __init__(self, *, own: bool = False) -> None:
        self._own = own

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The ids that begin so, and files."""
        del ctx, param
        from quizgame.cli.world import real_world
        from quizgame.core.errors import QuizGameError

        try:
            library = real_world().library()
        except QuizGameError:
            return [CompletionItem(incomplete, type="file")]
        packs = [pack for pack in library.packs if pack.own or not self._own]
        ids = [CompletionItem(pack.id, help=pack.title) for pack in packs if pack.id.startswith(incomplete)]
        return ids or [CompletionItem(incomplete, type="file")]


def echo_json(value: object, *, to_stderr: bool = False) -> None:
    """Print a value as indented JSON."""
    import msgspec

    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode(), err=to_stderr)


def status_of(problems: "Iterable[Problem]") -> int:
    """The exit status that problems call for: 1 when one is an error, 0 for warnings alone."""
    return int(any(problem.severity == "error" for problem in problems))
