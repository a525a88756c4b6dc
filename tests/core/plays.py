"""Games of every mode, played by moves that a test can draw."""

from datetime import date

from hypothesis import strategies as st
from msgspec import structs

from quizgame.core.modes import challenge, classic, daily, hot_seat, practice, review, survival
from quizgame.core.record import record
from quizgame.core.result import summarise
from quizgame.core.session import answer, lapse, leave, skip, start, use
from quizgame.core.showing import show
from tests.core.strategies import MORNING
from tests.worlds import make_pack

RULES = {
    "classic": classic(6),
    "timed classic": classic(6, question_seconds=10),
    "extended classic": classic(6, question_seconds=10, time_factor=1.5),
    "hot seat": hot_seat(4),
    "practice": practice(3),
    "challenge": challenge(30),
    "extended challenge": challenge(60, time_factor=2),
    "survival": survival(),
    "extended survival": survival(time_factor=1.5),
    "daily": daily(),
    "second daily": daily(scored=False),
    "review": review(5),
}
"""Every way to play, by a name for it."""

MOVES = "+-!>½?~"
"""Right, wrong, too late, skipped, a 50:50, a hint, left for a while."""

kinds = st.sampled_from(sorted(RULES))
moves = st.text(MOVES, max_size=20)


def begun(kind, *, identity="g", pack=None, started=MORNING, seed=1):
    """A game in which nothing was answered yet; a hot seat has three players."""
    rules = RULES[kind]
    pack = pack or make_pack(size=12)
    showings = tuple(show(pack, question, seed=seed) for question in pack.questions[: rules.questions or 12])
    return start(
        showings,
        rules,
        id=identity,
        seed=seed,
        packs=(pack.id,),
        started=started,
        day=date(2026, 3, 1) if rules.mode == "daily" else None,
        players=("Ann", "Bo", "Cy") if kind == "hot seat" else (),
    )


def moved(session, move, seconds=1.25):
    """The game after one move; one that the rules do not allow is answered right instead."""
    showing = session.current
    if move == "!" and session.rules.is_timed:
        return lapse(session)
    if move == ">" and "skip" in session.aids_left:
        return skip(session, seconds)
    if move == "~":
        return leave(session, seconds)
    aid = {"½": "fifty", "?": "hint"}.get(move)
    if aid in session.aids_left:
        return use(session, aid)
    others = [place for place in range(len(showing.options)) if place != showing.key and place not in session.struck]
    return answer(session, others[0] if move == "-" else showing.key, seconds)


def played(session, made):
    """The game after all moves, or as many as it takes to its end."""
    for move in made:
        if session.is_finished:
            break
        session = moved(session, move)
    return session


def recorded(session, finished, *, identity=""):
    """What is kept of a game, for good."""
    return record(summarise(structs.replace(session, id=identity or session.id)), finished=finished)
