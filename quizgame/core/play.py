"""What every front end does around a game: begin it, answer and keep it, end and record it."""

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.modes import Rules, practice
from quizgame.core.record import Game, record
from quizgame.core.result import Result, summarise
from quizgame.core.selection import draw
from quizgame.core.session import Session, start
from quizgame.core.showing import show_again
from quizgame.core.stats import times_asked
from quizgame.core.world import World

__all__ = ["Choice", "begin", "finish", "misses_again", "unfinished"]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What a player chose to play."""

    rules: Rules
    packs: tuple[str, ...] = ()
    """Ids of packs; none for all."""
    seed: int | None = None
    """A seed makes the game the same for everyone who has the same packs; None for questions new to the player."""


def begin(world: World, choice: Choice) -> Session:
    """Start a game. It is kept from its first answer on: until then there is nothing to lose.

    Raises:
        DataError: A pack is not there, or there is no question to ask.
        StorageError: A pack that was named cannot be read.
    """
    packs = world.packs(choice.packs)
    asked = times_asked(world.history().games) if choice.seed is None else None
    seed = world.fresh_seed() if choice.seed is None else choice.seed
    showings = draw(packs, choice.rules, seed=seed, asked=asked)
    if not showings:
        raise DataError(Problem(what="there are no questions to play", hint="add a pack: quizgame packs add FILE"))
    return start(
        showings,
        _fitting(choice.rules, len(showings)),
        id=world.fresh_id(),
        seed=seed,
        packs=tuple(pack.id for pack in packs),
        started=world.now(),
    )


def _fitting(rules: Rules, questions: int) -> Rules:
    """The rules of a game for which there are fewer questions than it wanted: its length is what is played."""
    if rules.questions is None or rules.questions <= questions:
        return rules
    return msgspec.structs.replace(rules, questions=questions)


def misses_again(world: World, result: Result) -> Session:
    """Start a game for practice of the questions that a game's player missed, with their options in a new order.

    Raises:
        ValueError: Nothing was missed.
    """
    seed = world.fresh_seed()
    showings = tuple(show_again(missed.showing, seed=seed) for missed in result.misses)
    return start(
        showings,
        practice(len(showings)),
        id=world.fresh_id(),
        seed=seed,
        packs=tuple({showing.pack for showing in showings}),
        started=world.now(),
    )


def finish(world: World, session: Session) -> tuple[Result, Game]:
    """Record a game that is over, or one that is given up.

    Raises:
        StorageError: The record cannot be written; the game stays kept as unfinished.
    """
    result = summarise(session)
    game = record(result, finished=world.now())
    world.record(game)
    return result, game


def unfinished(world: World) -> Session | None:
    """The newest game to continue.

    A game that was over when its window was killed, before it could be recorded, is recorded here.
    """
    for session in world.unfinished():
        if not session.is_finished:
            return session
        finish(world, session)
    return None
