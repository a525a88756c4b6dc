"""One game, told and answered in lines."""

from collections.abc import Callable

from quizgame.core.play import finish
from quizgame.core.record import Game, beats
from quizgame.core.result import Result, summarise
from quizgame.core.session import Answered, Session, answer, expire, leave
from quizgame.core.showing import Showing
from quizgame.core.text import clip, one_line
from quizgame.core.wording import clock_face, counted, game_name, percent, quoted, took
from quizgame.core.world import World

__all__ = ["play"]

Read = Callable[[float | None], str | None]
"""Gives the next line, or None at the end of the input; raises TimeoutError after so many seconds."""
Say = Callable[[str], None]

_LETTERS = "abcdef"


class _LeftError(Exception):
    """The player stops, or the input has ended."""


def play(world: World, session: Session, *, read: Read, say: Say) -> Result:
    """Play a game to its end, or until the player leaves it.

    Every answer is kept before the next question is asked. A finished game is recorded; one that is left stays kept,
    to be continued.

    Args:
        world: Clocks and storage.
        session: A game that goes on.
        read: Gives the player's lines.
        say: Prints a block of text.

    Returns:
        What the game came to; its outcome is None when it was left.

    Raises:
        StorageError: An answer cannot be kept.
    """
    if session.attempts:
        world.keep(session)
    say(_opening(session))
    try:
        while (showing := session.current) is not None:
            after = _ask(world, session, showing, read=read, say=say)
            world.keep(after)
            say(_verdict(after) if len(after.attempts) > len(session.attempts) else "Time is up.")
            session = after
    except _LeftError:
        return summarise(session)
    before = world.tally().tally
    result, game = finish(world, session)
    say(_summary(result, game, before.best_on(game.board)))
    return result


def _ask(world: World, session: Session, showing: Showing, *, read: Read, say: Say) -> Session:
    opened = world.clock()
    try:
        say(_question(session, showing))
        opened = world.clock()
        option = _option(world, session, showing, opened, read=read, say=say)
    except TimeoutError:
        return expire(session)
    except (_LeftError, KeyboardInterrupt):
        say(_keep_left(world, session, world.clock() - opened))
        raise
    return answer(session, option, world.clock() - opened)


def _option(world: World, session: Session, showing: Showing, opened: float, *, read: Read, say: Say) -> int:
    """Read lines until one names an option."""
    while True:
        line = read(None if session.time_left is None else session.time_left - (world.clock() - opened))
        if line is None or line.strip().casefold() in {"q", "quit"}:
            raise _LeftError
        option = _chosen(line, len(showing.options))
        if option is not None:
            return option
        say(f"Please type a number from 1 to {len(showing.options)}, or q to leave.")


def _keep_left(world: World, session: Session, seconds: float) -> str:
    """Keep a game that is left, where there is an answer to lose, and tell what becomes of it."""
    if not session.attempts:
        return "You left the game."
    world.keep(leave(session, seconds))
    return "You left the game. It is kept: play on with --continue."


def _chosen(line: str, options: int) -> int | None:
    """The place of the option that a line names by number or letter, counted from 0."""
    told = line.strip().casefold().rstrip(").")
    names = [(str(place + 1), _LETTERS[place]) for place in range(options)]
    return next((place for place, name in enumerate(names) if told in name), None)


def _opening(session: Session) -> str:
    name = game_name(session.rules.mode, session.rules.length)
    begun = f" You go on at question {len(session.attempts) + 1}." if session.attempts else ""
    return f"{name}. Seed {session.seed}.{begun} Type the number of your answer, or q to leave."


def _question(session: Session, showing: Showing) -> str:
    number = len(session.attempts) + 1
    total = "" if session.rules.run_seconds else f" of {len(session.showings)}"
    left = f" ({clock_face(session.time_left)} left)" if session.time_left is not None else ""
    options = [f"{place}) {one_line(option)}" for place, option in enumerate(showing.options, 1)]
    return "\n".join(["", f"Question {number}{total}{left}", _indented(showing.question.stem), *options])


def _indented(text: str) -> str:
    """Text whose further lines cannot be taken for ours: they stand in by two spaces."""
    return clip(text).replace("\n", "\n  ")


def _verdict(session: Session) -> str:
    last = session.answered[-1]
    attempt = last.attempt
    if attempt.right:
        streak = f" {attempt.streak} right in a row." if attempt.streak > 1 else ""
        told = f"Right: {attempt.answer}. {counted(attempt.points, 'point')}.{streak}"
    else:
        lost = f" {session.rules.miss_seconds:g} seconds are taken off." if session.rules.miss_seconds else ""
        told = f"Wrong. The answer is {attempt.answer}.{lost}"
    return told if session.rules.run_seconds else "\n".join([told, *_proof(last)])


def _proof(answered: Answered) -> list[str]:
    """The evidence with its source, and the explanation, as far as the question has them."""
    question = answered.showing.question
    evidence = [quoted(_indented(question.evidence))] if question.evidence else []
    source = [f"Source: {answered.showing.credit}"] if answered.showing.credit else []
    explanation = [_indented(question.explanation)] if question.explanation else []
    return [*evidence, *source, *explanation]


def _summary(result: Result, game: Game, best: Game | None) -> str:
    lines = [
        "",
        _count(result),
        f"Score {result.score:,}. Best streak {result.best_streak}. Time {took(result.seconds)}.",
    ]
    if beats(game, best):
        lines.append("A new best!" if best else "The first score on this board.")
    elif best:
        lines.append(f"Your best here is {best.score:,}.")
    if result.rules.run_seconds and result.misses:
        lines += ["", "What you missed:", *(line for missed in result.misses for line in _missed(missed))]
    return "\n".join(lines)


def _count(result: Result) -> str:
    if not result.asked:
        return "No question was answered."
    return f"{result.correct} of {result.asked} right ({percent(result.accuracy)})."


def _missed(answered: Answered) -> list[str]:
    stem, attempt = _indented(answered.showing.question.stem), answered.attempt
    return [stem, f"The answer is {attempt.answer}; you said {attempt.chosen}.", *_proof(answered), ""]
