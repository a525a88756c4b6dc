"""``quizgame play`` and ``quizgame challenge``: games on the screen or in plain lines."""

import sys
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from quizgame.cli.options import DEFAULT_PROFILE, PackName, profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quizgame.core.modes import Rules
    from quizgame.core.play import Choice
    from quizgame.core.session import Session
    from quizgame.core.settings import Settings
    from quizgame.core.world import World

__all__ = ["challenge", "play", "play_on_screen"]

MODES = ("classic", "challenge")  # those of core.modes, which a mere --help need not load


class Common(TypedDict):
    """The options of every command that plays."""

    seed: int | None
    profile: str
    plain: bool
    as_json: bool
    resume: bool


COMMON = (
    click.argument("packs", nargs=-1, type=PackName(), metavar="[PACK]..."),
    click.option(
        "--seconds",
        type=click.IntRange(5, 3600),
        metavar="S",
        help="The clock of a challenge. [as in your settings: 60]",
    ),
    click.option(
        "--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help="The same number asks the same questions again."
    ),
    profile,
    click.option("--plain", is_flag=True, help="Play in plain lines: for screen readers, pipes and scripts."),
    click.option(
        "--json",
        "as_json",
        is_flag=True,
        help="With --plain: print the game as a JSON object on stdout, talk on stderr.",
    ),
    click.option("--continue", "resume", is_flag=True, help="Play on the game you left."),
)


def with_common_options(command: "Callable[..., int]") -> "Callable[..., int]":
    """Give a command what every command that plays takes."""
    for option in reversed(COMMON):
        command = option(command)
    return command


@click.command(
    epilog="\b\nExamples:\n"
    "  quizgame play                              ten questions from all packs\n"
    "  quizgame play harbin-2025 --questions 5    five from one pack\n"
    "  quizgame play mine.toml --plain            a file, in plain lines\n"
    "  quizgame play --plain --json --seed 7      a game that repeats, as JSON"
)
@click.option("--mode", type=click.Choice(MODES), default="classic", show_default=True, help="How to play.")
@click.option(
    "--questions", type=click.IntRange(1, 1000), metavar="N", help="How many to ask. [as in your settings: 10]"
)
@with_common_options
def play(
    packs: tuple[str, ...], mode: str, questions: int | None, seconds: int | None, **options: Unpack["Common"]
) -> int:
    """Play a game.

    PACK is the id of a pack (see `quizgame packs list`) or the path of a pack file; without one all packs are
    played.
    """
    return _play(packs, mode, questions, seconds, **options)


@click.command(
    epilog="\b\nExamples:\n"
    "  quizgame challenge                     60 seconds, all packs\n"
    "  quizgame challenge --seconds 30        a short one\n"
    "  quizgame challenge --seed 42           the same questions as everyone with seed 42"
)
@with_common_options
def challenge(packs: tuple[str, ...], seconds: int | None, **options: Unpack["Common"]) -> int:
    """Answer as many questions as you can before the clock runs out.

    A right answer is worth 1,000 points and more in a streak; a miss takes 3 seconds off the clock, which stands
    still while you see whether you were right.
    """
    return _play(packs, "challenge", None, seconds, **options)


def play_on_screen(*, profile: str | None, choice: "Choice | None" = None, resume: bool = False) -> int:
    """Open the game on the screen.

    Raises:
        UsageError: There is no terminal.
    """
    from quizgame.core.errors import UsageError

    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise UsageError("the game on the screen needs a terminal; without one, play in lines: quizgame play --plain")
    from quizgame.cli.world import real_world
    from quizgame.tui.app import run_app

    if sys.stderr is None or not sys.stderr.isatty():
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]  # where Textual draws
    return run_app(real_world(profile or DEFAULT_PROFILE), choice=choice, resume=resume)


def _play(
    packs: tuple[str, ...], mode: str, questions: int | None, seconds: int | None, **options: Unpack[Common]
) -> int:
    from quizgame.cli.world import real_world
    from quizgame.core.play import Choice

    if options["resume"] and (packs or questions or seconds or options["seed"] is not None):
        raise click.UsageError("--continue plays on the game you left, as it was begun: give nothing else to play")
    world = real_world(options["profile"])
    rules = _rules(mode, questions, seconds, world.settings()[0])
    choice = None if options["resume"] else Choice(rules=rules, packs=packs, seed=options["seed"])
    if options["plain"] or options["as_json"]:
        return _play_in_lines(world, choice, as_json=options["as_json"])
    return play_on_screen(profile=options["profile"], choice=choice, resume=options["resume"])


def _rules(mode: str, questions: int | None, seconds: int | None, settings: "Settings") -> "Rules":
    from quizgame.core import modes

    if mode == "challenge":
        if questions is not None:
            raise click.UsageError("--questions goes with --mode classic: a challenge asks as many as fit its clock")
        return modes.challenge(seconds or settings.seconds)
    if seconds is not None:
        raise click.UsageError("--seconds goes with --mode challenge: a classic game has no clock")
    return modes.classic(questions or settings.questions)


def _play_in_lines(world: "World", choice: "Choice | None", *, as_json: bool) -> int:
    from quizgame.cli.options import echo_json
    from quizgame.core.result import result_data
    from quizgame.plain import game
    from quizgame.plain.reader import LineReader

    session = _left_game(world) if choice is None else _new_game(world, choice)
    _tell_problems(world)
    result = game.play(world, session, read=LineReader(_input_lines()).read, say=_talk(to_stderr=as_json))
    if as_json:
        echo_json(result_data(result))
    return 0


def _new_game(world: "World", choice: "Choice") -> "Session":
    from quizgame.core.play import begin, unfinished
    from quizgame.core.wording import counted

    session = begin(world, choice)
    left = unfinished(world)
    if left is not None:
        asked = counted(len(left.attempts), "answer")
        click.echo(f"You left a game after {asked}; --continue plays it on. This is a new one.", err=True)
    return session


def _left_game(world: "World") -> "Session":
    from quizgame.core.errors import UsageError
    from quizgame.core.play import unfinished

    session = unfinished(world)
    if session is None:
        _tell_problems(world)
        raise UsageError("there is no game to continue")
    return session


def _tell_problems(world: "World") -> None:
    """Tell what was left out of the packs and of the record."""
    for problem in (*world.library().problems, *world.history().problems):
        click.echo(str(problem), err=True)


def _talk(*, to_stderr: bool) -> "Callable[[str], None]":
    return lambda text: click.echo(text, err=to_stderr)


def _input_lines() -> "Iterator[str]":
    """Lines straight from the file descriptor: a thread that waits in ``sys.stdin`` would hold its lock at exit."""
    import os

    from quizgame.plain.reader import lines

    if sys.stdin is None:
        return iter(())
    descriptor = sys.stdin.fileno()
    return lines(lambda: os.read(descriptor, 65_536), sys.stdin.encoding)
