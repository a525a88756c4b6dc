"""``quizgame play`` and ``quizgame challenge``: games on the screen or in plain lines."""

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from quizgame.cli.options import PackName, profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quizgame.core.modes import Rules
    from quizgame.core.play import Choice
    from quizgame.core.session import Session
    from quizgame.core.settings import Settings
    from quizgame.core.world import World

__all__ = ["challenge", "play", "play_on_screen"]

MODES = (
    "classic",
    "challenge",
    "survival",
    "daily",
    "review",
)  # those of core.modes, and so are the bounds below: a mere --help need not load it


class Common(TypedDict):
    """The options of every command that plays."""

    seed: int | None
    profile: str | None
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


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What was asked for on the command line."""

    packs: tuple[str, ...]
    mode: str
    questions: int | None = None
    seconds: int | None = None
    question_seconds: int | None = None
    players: str | None = None

    @property
    def is_special(self) -> bool:
        """Whether anything was asked for besides the usual game."""
        options = (self.questions, self.seconds, self.question_seconds, self.players)
        return bool(self.packs or any(option is not None for option in options) or self.mode != "classic")

    @property
    def names(self) -> tuple[str, ...]:
        """Those who take turns.

        Raises:
            click.UsageError: They are too few or too many, or two have one name.
        """
        from quizgame.core.modes import MOST_PLAYERS
        from quizgame.core.text import one_line

        if self.players is None:
            return ()
        names = tuple(name for part in self.players.split(",") if (name := one_line(part)[:40]))
        if not 1 < len(names) <= MOST_PLAYERS or len(set(names)) < len(names):
            raise click.UsageError(f"--players needs two to {MOST_PLAYERS} different names, such as --players Ann,Bo")
        return names

    def refuse_what_does_not_go_together(self) -> None:
        """Say which option goes with which mode.

        Raises:
            click.UsageError: One stands with another mode.
        """
        if self.seconds is not None and self.mode != "challenge":
            raise click.UsageError("--seconds goes with --mode challenge: it is the clock over the whole game")
        if self.questions is not None and self.mode not in ("classic", "review"):
            raise click.UsageError("--questions goes with --mode classic or review: the others have their own rules")
        if self.question_seconds is not None and (self.mode != "classic" or self.players is not None):
            raise click.UsageError("--question-seconds goes with --mode classic, for one player")
        if self.players is not None and self.mode != "classic":
            raise click.UsageError("--players goes with --mode classic")


@click.command(
    epilog="\b\nExamples:\n"
    "  quizgame play                              ten questions from all packs\n"
    "  quizgame play harbin-2025 --questions 5    five from one pack\n"
    "  quizgame play --mode survival              three misses and it is over\n"
    "  quizgame play --players Ann,Bo             in turns on one keyboard\n"
    "  quizgame play mine.toml --plain            a file, in plain lines\n"
    "  quizgame play --plain --json --seed 7      a game that repeats, as JSON"
)
@click.option("--mode", type=click.Choice(MODES), default="classic", show_default=True, help="How to play.")
@click.option(
    "--questions", type=click.IntRange(1, 1000), metavar="N", help="How many to ask. [as in your settings: 10]"
)
@click.option(
    "--question-seconds",
    type=click.IntRange(3, 600),
    metavar="S",
    help="The time for each question of a classic game; who is fast gets more points.",
)
@click.option("--players", metavar="NAMES", help="Two to six names with commas between: they take turns.")
@click.option("--code", metavar="CODE", help="Replay the game of a friend who has the same packs.")
@with_common_options
def play(
    packs: tuple[str, ...],
    mode: str,
    questions: int | None,
    seconds: int | None,
    question_seconds: int | None,
    players: str | None,
    code: str | None,
    **options: Unpack["Common"],
) -> int:
    """Play a game.

    PACK is the id of a pack (see `quizgame packs list`) or the path of a pack file; without one all packs are
    played.
    """
    asked = Asked(
        packs=packs, mode=mode, questions=questions, seconds=seconds, question_seconds=question_seconds, players=players
    )
    return _play(asked, code=code, **options)


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
    return _play(Asked(packs=packs, mode="challenge", seconds=seconds), code=None, **options)


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
    status, shared = run_app(real_world(profile), choice=choice, resume=resume)
    if shared:
        click.echo(shared)
    return status


def _play(asked: Asked, *, code: str | None, **options: Unpack[Common]) -> int:
    from quizgame.cli.world import real_world

    if options["resume"] and (asked.is_special or code is not None or options["seed"] is not None):
        raise click.UsageError("--continue plays on the game you left, as it was begun: give nothing else to play")
    if code is not None and (asked.is_special or options["seed"] is not None):
        raise click.UsageError("--code tells the whole game: give nothing else to play")
    world = real_world(options["profile"])
    if options["profile"] and world.profile not in world.profiles.names():
        click.echo(f"{world.profile} plays here for the first time.", err=True)
    choice = None if options["resume"] else _choice(asked, code, options["seed"], world)
    if options["plain"] or options["as_json"]:
        return _play_in_lines(world, choice, as_json=options["as_json"])
    return play_on_screen(profile=options["profile"], choice=choice, resume=options["resume"])


def _choice(asked: Asked, code: str | None, seed: int | None, world: "World") -> "Choice":
    """The game that was asked for.

    Raises:
        click.UsageError: The options do not go together.
        DataError: The code is none.
    """
    from quizgame.core.play import Choice

    settings = world.settings()[0]
    if code is not None:
        return _coded(code, world)
    if seed is not None and asked.mode in ("daily", "review"):
        raise click.UsageError(f"--seed has nothing to decide in a {asked.mode} game")
    players = asked.names
    return Choice(rules=_rules(asked, settings), packs=asked.packs, seed=seed, players=players)


def _coded(text: str, world: "World") -> "Choice":
    from quizgame.core.play import by_code, differing

    choice, gone = by_code(world, text)
    if gone and choice.code:
        click.echo(differing(choice.code, gone), err=True)
    return choice


def _rules(asked: Asked, settings: "Settings") -> "Rules":
    from quizgame.core import modes

    asked.refuse_what_does_not_go_together()
    factor = settings.time_factor
    if asked.mode == "challenge":
        return modes.challenge(asked.seconds or settings.seconds, time_factor=factor)
    if asked.mode == "survival":
        return modes.survival(time_factor=factor)
    if asked.mode == "daily":
        return modes.daily()
    if asked.mode == "review":
        return modes.review(asked.questions or modes.REVIEW_QUESTIONS)
    questions = asked.questions or settings.questions
    if asked.players is not None:
        return modes.hot_seat(questions)
    each = asked.question_seconds or settings.question_seconds or None
    return modes.classic(questions, question_seconds=each, time_factor=factor)


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
    from quizgame.core.play import begin, left_games, shortage
    from quizgame.core.wording import counted

    session = begin(world, choice)
    few = shortage(choice, session)
    if few:
        click.echo(few, err=True)
    left = next(iter(left_games(world)), None)
    if left is not None:
        asked = counted(len(left.attempts), "answer")
        click.echo(f"You left a game after {asked}; --continue plays it on. This is a new one.", err=True)
    return session


def _left_game(world: "World") -> "Session":
    from quizgame.core.errors import UsageError
    from quizgame.core.play import left_games

    session = next(iter(left_games(world)), None)
    if session is None:
        _tell_problems(world)
        raise UsageError("there is no game to continue")
    return session


def _tell_problems(world: "World") -> None:
    """Tell what was left out of the packs and of the record."""
    for problem in (*world.library().problems, *world.tally().problems):
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
