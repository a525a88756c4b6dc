"""The top of the command line."""

from typing import Any

import click

from quizgame import __version__
from quizgame.cli.generate import generate
from quizgame.cli.info import info
from quizgame.cli.packs import packs
from quizgame.cli.play import challenge, play, play_on_screen
from quizgame.cli.stats import stats

__all__ = ["quizgame"]


class Commands(click.Group):
    """Commands whose errors become messages and exit statuses."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the chosen command.

        Raises:
            click.ClickException: The command failed for a reason that the user is told.
        """
        from quizgame.core.errors import QuizGameError, UsageError

        try:
            return super().invoke(ctx)
        except QuizGameError as error:
            kind = click.UsageError if isinstance(error, UsageError) else click.ClickException
            raise kind(str(error)) from error


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nTo begin:\n"
    "  quizgame                            the game; Enter starts one\n"
    "  quizgame challenge --seconds 60     against the clock\n"
    "  quizgame generate article.txt       a pack of questions out of any article\n"
    "  quizgame packs add mine.toml        a pack of your own",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.pass_context
def quizgame(context: click.Context) -> int:
    """A quiz in the terminal, with the sentence that proves each answer.

    Without a command the game opens on the screen.
    """
    if context.invoked_subcommand is None:
        return play_on_screen(profile=None)
    return 0


for command in (play, challenge, generate, packs, stats, info):
    quizgame.add_command(command)
