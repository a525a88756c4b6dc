"""The command line: arguments, exit statuses, and the one place where the rings are put together.

Exit statuses: 0 well; 1 the user's data has a problem; 2 wrong usage or no terminal; 130 interrupted,
with the game kept.
Data goes to stdout, talk to stderr. Everything heavy is imported by the command that needs it.
"""

import sys
from typing import NoReturn

__all__ = ["main"]

INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program and leave with its exit status.

    Args:
        arguments: What to run instead of the process's own arguments.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    import click

    from quizgame.cli.root import quizgame

    try:
        status = quizgame.main(arguments, prog_name="quizgame", standalone_mode=False)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.ClickException as error:
        return _tell(error.format_message(), error.exit_code, usage=getattr(error, "ctx", None))
    except (click.Abort, KeyboardInterrupt):
        return _tell("Interrupted.", INTERRUPTED)
    except BrokenPipeError:
        return _hang_up()
    return status if isinstance(status, int) else 0


def _tell(message: str, status: int, *, usage: object = None) -> int:
    """Say on stderr what went wrong; the text may quote what the user gave, so it is cleaned."""
    import click

    from quizgame.core.text import clean

    if isinstance(usage, click.Context):
        click.echo(usage.get_usage(), err=True)
        click.echo(f"Try '{usage.command_path} --help'.", err=True)
    for line in clean(message).split("\n"):
        click.echo(f"quizgame: {line}", err=True)
    return status


def _hang_up() -> int:
    """Leave quietly when the reader of our output has gone, as other programs do."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
