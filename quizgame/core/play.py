"""What every front end does around a game: begin it, answer and keep it, end and record it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from quizgame.core.days import play_day
from quizgame.core.errors import DataError, Problem
from quizgame.core.modes import Rules, practice
from quizgame.core.pack import Pack
from quizgame.core.record import Game, record
from quizgame.core.result import Result, summarise
from quizgame.core.reviewing import due_refs
from quizgame.core.selection import Item, draw, pool_of, ref_of_item
from quizgame.core.session import Session, start
from quizgame.core.share import Code, missing, read_code, resolved, rules_of
from quizgame.core.showing import Showing, show_again
from quizgame.core.tally import QuestionTally, fold
from quizgame.core.wording import counted
from quizgame.core.world import World

__all__ = [
    "Choice",
    "begin",
    "by_code",
    "differing",
    "finish",
    "left_games",
    "misses_again",
    "shortage",
    "todays",
]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """What a player chose to play."""

    rules: Rules
    packs: tuple[str, ...] = ()
    """Ids of packs; none for all."""
    seed: int | None = None
    """A seed makes the game the same for everyone who has the same packs; None for questions new to the player."""
    players: tuple[str, ...] = ()
    """Who takes turns; empty where one player plays."""
    code: Code | None = None
    """Another game to replay: its questions come first."""


def by_code(world: World, text: str) -> tuple[Choice, int]:
    """The game that a friend's code tells.

    Returns:
        What to play, and how many of its questions are not at hand, or not in the same words.

    Raises:
        DataError: It is no code, or none of its questions is at hand.
        StorageError: A pack cannot be read.
    """
    code = read_code(text)
    packs = world.packs(())
    gone = missing(code, packs)
    resolved(code, packs)
    rules = rules_of(code, time_factor=world.settings()[0].time_factor)
    return Choice(rules=rules, seed=code.seed, code=code), gone


def differing(code: Code, gone: int) -> str:
    """What to say to a player who has not all questions of a code; empty where none is missing."""
    asked = counted(len(code.questions), "question")
    verb = "is" if gone == 1 else "are"
    return f"Your packs differ: {gone:,} of the {asked} of this game {verb} not in yours." if gone else ""


def begin(world: World, choice: Choice) -> Session:
    """Start a game. It is kept from its first answer on: until then there is nothing to lose.

    Raises:
        DataError: A pack is not there, or there is no question to ask.
        StorageError: A pack that was named cannot be read.
    """
    packs = _chosen(world, choice)
    flagged = world.flags().refs
    pool = pool_of(packs, flagged)
    if not pool:
        raise DataError(Problem(what="there are no questions to play", hint="add a pack: quizgame packs add FILE"))
    if choice.rules.mode == "daily":
        return _begin_daily(world, choice, packs, pool)
    if choice.rules.mode == "review":
        return _begin_review(world, choice, packs, pool)
    seed = world.fresh_seed() if choice.seed is None else choice.seed
    known = _known(world) if choice.seed is None else None
    first: Sequence[str] = ()
    if choice.code is not None:
        pool, first = resolved(choice.code, packs, flagged=flagged)
    showings = draw(pool, choice.rules, seed=seed, known=known, first=first)
    return _started(world, choice, choice.rules, showings, packs, seed=seed)


def _chosen(world: World, choice: Choice) -> tuple[Pack, ...]:
    """The packs of a game: those that are named; for a code all that there are; else all that are turned on."""
    if choice.packs or choice.code is not None:
        return world.packs(choice.packs)
    library = world.library()
    if not library.packs:
        return ()
    if len(library.on.packs) == len(library.packs):
        return world.packs(())
    ids = [pack.id for pack in library.on.packs]
    if not ids:
        raise DataError(Problem(what="all packs are turned off", hint="turn one on, or choose one"))
    return world.packs(ids)


def shortage(choice: Choice, session: Session) -> str:
    """What to say where there are fewer questions than a game wanted; empty where there are enough."""
    wanted, there = choice.rules.questions, len(session.showings)
    if choice.rules.mode not in ("classic", "daily") or wanted is None or there >= wanted:
        return ""
    return f"There {'is' if there == 1 else 'are'} only {counted(there, 'question')}; all are asked."


def _known(world: World) -> Mapping[str, QuestionTally]:
    """What became of each question, those of games that were left included."""
    tally = world.tally().tally
    left = [record(summarise(session), finished=world.now()) for session in world.unfinished()]
    return (fold(tally, left) if left else tally).questions


def _begin_daily(world: World, choice: Choice, packs: Sequence[Pack], pool: Sequence[Item]) -> Session:
    """The questions of today; only the first try of a day is scored."""
    day = _present_day(world)
    rules = choice.rules
    if day in world.tally().tally.dailies:
        rules = msgspec.structs.replace(rules, scored=False)
    seed = int(f"{day:%Y%m%d}")
    return _started(world, choice, rules, draw(pool, rules, seed=seed), packs, seed=seed, day=day)


def _begin_review(world: World, choice: Choice, packs: Sequence[Pack], pool: Sequence[Item]) -> Session:
    """What is due and what was missed lately, and nothing besides."""
    refs = due_refs(world.tally().tally, world.now())
    due = {ref: place for place, ref in enumerate(refs)}
    wanted = [item for item in pool if ref_of_item(item) in due]
    if not wanted:
        raise DataError(Problem(what="nothing is due for review", hint="play, and what you miss comes back"))
    seed = world.fresh_seed() if choice.seed is None else choice.seed
    showings = draw(wanted, choice.rules, seed=seed, first=refs)
    return _started(world, choice, choice.rules, showings, packs, seed=seed)


def _started(
    world: World,
    choice: Choice,
    rules: Rules,
    showings: tuple[Showing, ...],
    packs: Sequence[Pack],
    *,
    seed: int,
    day: date | None = None,
) -> Session:
    return start(
        showings,
        _fitting(rules, len(showings)),
        id=world.fresh_id(),
        seed=seed,
        packs=tuple(pack.id for pack in packs),
        started=world.now(),
        day=day,
        players=choice.players,
    )


def _fitting(rules: Rules, questions: int) -> Rules:
    """The rules of a game for which there are fewer questions than it wanted: its length is what is played."""
    if rules.mode not in ("classic", "review") or rules.questions is None or rules.questions <= questions:
        return rules
    return msgspec.structs.replace(rules, questions=questions)


def _present_day(world: World) -> date:
    """The day it is for the player."""
    return play_day(world.now(), world.settings()[0].day_start)


def todays(games: Iterable[Session], day: date) -> Session | None:
    """The daily of a day among games that were left: the try that counts."""
    return next((game for game in games if game.day == day and game.rules.scored), None)


def misses_again(world: World, result: Result) -> Session:
    """Start a game for practice of the questions that a game's player missed, with their options in a new order.

    Raises:
        DataError: Nothing was missed that may be asked.
    """
    seed, flagged = world.fresh_seed(), world.flags().refs
    misses = [missed.showing for missed in result.misses if missed.showing.ref not in flagged]
    if not misses:
        raise DataError(Problem(what="there is nothing to practise", hint="what you have flagged is not asked"))
    showings = tuple(show_again(showing, seed=seed) for showing in misses)
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
    game = record(result, finished=world.now(), day=_present_day(world))
    world.record(game)
    return result, game


def left_games(world: World) -> tuple[Session, ...]:
    """The games to continue, the newest first.

    A game that was over when its window was killed, before it could be recorded, is recorded here.

    Raises:
        StorageError: They cannot be read, or the record cannot be written.
    """
    games = world.unfinished()
    for game in games:
        if game.is_finished:
            finish(world, game)
    return tuple(game for game in games if not game.is_finished)
