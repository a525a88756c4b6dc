"""How one thing leads to the next, from top to bottom."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from quizgame.core.errors import QuizGameError
from quizgame.core.modes import Rules
from quizgame.core.play import Choice, begin, finish, misses_again
from quizgame.core.result import summarise
from quizgame.core.session import Session
from quizgame.core.tally import Tally
from quizgame.core.text import clip
from quizgame.core.wording import counted, grouped
from quizgame.core.world import World
from quizgame.tui.content import line, plain, short
from quizgame.tui.keeping import Keeper, progress_name

if TYPE_CHECKING:
    from quizgame.tui.app import QuizGameApp

__all__ = ["ask_to_quit", "offer", "pick_left", "play"]

_ALL = "all"
_TITLE = 24
_NOT_STARTED = "The game could not start."
_NOT_RECORDED = "That game is not in your record yet. It is tried again when you quit."
_NOT_CONTINUED = "The game could not be continued."


async def play(app: "QuizGameApp", what: Choice | Session) -> None:
    """Play a game, and as many more as the player likes.

    Args:
        app: The application.
        what: What to play: a new game, or one that was left.
    """
    from quizgame.tui.screens.quiz import QuizScreen
    from quizgame.tui.screens.results import ResultsScreen

    if isinstance(what, Session):
        session = app.attempt(_NOT_CONTINUED, lambda: _claimed(app.world, what))
        choice = Choice(rules=_again(app, what), packs=what.packs, players=what.players)
    else:
        choice = what
        session = app.attempt(_NOT_STARTED, lambda: begin(app.world, choice))
    while session is not None:
        keeper = Keeper(app.world, app.hint)
        app.look_after(keeper, session)
        ended = await app.push_screen_wait(QuizScreen(session, keeper, _record_so_far(app.world)))
        if not ended.is_finished:
            if ended.attempts and not keeper.saved:
                app.say("Your game could not be kept.", warning=True)
            return
        result = summarise(ended)
        wish = await app.push_screen_wait(ResultsScreen(result, keeper.game, keeper.best_before, keeper.achieved))
        if not keeper.try_again():
            app.say(_NOT_RECORDED, warning=True)
        if wish == "again":
            session = app.attempt(_NOT_STARTED, lambda: begin(app.world, choice))
        elif wish == "misses":
            session = app.attempt(_NOT_STARTED, partial(misses_again, app.world, result))
        else:
            session = None


def _again(app: "QuizGameApp", session: Session) -> Rules:
    """The rules of the next game after one that was left: after one for practice a quick game."""
    rules = session.rules
    return rules if rules.scored or session.players or rules.mode != "classic" else app.quick_rules


def _claimed(world: World, session: Session) -> Session:
    """A game that was left, once it is this window's."""
    world.keep(session)
    return session


def _record_so_far(world: World) -> Tally:
    """All games so far; what cannot be read of them tells of itself on the home screen."""
    try:
        return world.tally().tally
    except QuizGameError:
        return Tally()


async def offer(app: "QuizGameApp", session: Session) -> bool:
    """Ask about a game that was left.

    Returns:
        Whether to continue it now.
    """
    from quizgame.tui.screens.dialog import Answer, AskScreen

    asked = len(session.attempts)
    titles = {showing.pack: showing.pack_title for showing in session.showings}
    told = line(
        short(next(iter(titles.values())), 48),
        plain("" if len(titles) == 1 else f" and {len(titles) - 1} more"),
        plain(f"\n{progress_name(session)}"),
        plain(f"\n{counted(asked, 'answer')} given, {grouped(session.score)} points"),
        plain("\nIt is the one try of its day that counts." if session.day and session.rules.scored else ""),
    )
    wish = await app.push_screen_wait(
        AskScreen(
            plain("Continue the game you left?"),
            told,
            (Answer("continue", "Go on", "g"), Answer("later", "Later", "l"), Answer("drop", "Give it up", "v")),
        )
    )
    if wish == "drop":
        _given_up(app, session)
        app.home.refresh_facts()
    return wish == "continue"


async def pick_left(app: "QuizGameApp", games: Sequence[Session]) -> Session | None:
    """Let the player pick one of the games that were left, or give them all up.

    Args:
        app: The application.
        games: The games, the newest first.

    Returns:
        The game to continue, if any.
    """
    from quizgame.tui.screens.dialog import PickScreen

    rows = [
        (str(place), line(progress_name(game), plain(f" · {_titles(game)}", "$quiet")))
        for place, game in enumerate(games)
    ]
    rows.append((_ALL, plain("Give them all up", "$warning")))
    about = plain("Who gives a game up keeps its answers in the record.")
    wish = await app.push_screen_wait(PickScreen(plain("Which game?"), about, rows))
    if wish != _ALL:
        return games[int(wish)] if wish else None
    for game in games:
        if not _given_up(app, game):
            break
    app.home.refresh_facts()
    return None


def _titles(session: Session) -> str:
    titles = tuple(dict.fromkeys(showing.pack_title for showing in session.showings))
    return clip(titles[0], _TITLE) if len(titles) == 1 else counted(len(titles), "pack")


def _given_up(app: "QuizGameApp", session: Session) -> bool:
    try:
        finish(app.world, session)
    except QuizGameError as error:
        app.tell("The game could not be given up.", error)
        return False
    app.say("Given up. Its answers stay in your record.")
    return True


async def ask_to_quit(app: "QuizGameApp") -> bool:
    """Ask whether to leave although a new pack is not saved.

    Returns:
        Whether to leave.
    """
    from quizgame.tui.screens.dialog import Answer, AskScreen

    question, about = plain("Quit without saving?"), plain("What you wrote and have not saved would be lost.")
    answers = (Answer("stay", "Stay", "s"), Answer("quit", "Quit", "q"))
    return await app.push_screen_wait(AskScreen(question, about, answers)) == "quit"
