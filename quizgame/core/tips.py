"""The rules, told when they come up for the first time; what a player has met already is read from the record."""

from quizgame.core.modes import MISS_SECONDS, SURVIVAL_MISSES, ModeName
from quizgame.core.scoring import STREAK_STEP
from quizgame.core.session import Session
from quizgame.core.tally import Tally

__all__ = ["tip"]

_FIRST: dict[ModeName, str] = {
    "classic": "Take your time: nothing runs out, and the proof follows every answer.",
    "challenge": f"A miss takes {MISS_SECONDS:.0f} seconds. The clock stands still at each verdict.",
    "survival": f"Answer before the bar is empty. Miss number {SURVIVAL_MISSES} ends it.",
    "daily": "Everyone with these packs gets the same ten today. You have one try that counts.",
    "review": "What you missed and what you may forget. Know it, and it stays away longer.",
}
_TIMED = "Each question has its time: the faster you are right, the more points."
_TURNS = "Everyone answers before the verdict comes. Look away while the others choose!"
_STREAK = f"Two in a row! From here on each brings {STREAK_STEP} points more."
_AIDS = "Stuck? A hint, a 50:50 and a skip are yours, once a game each."
_AGAIN = "Today's is in your record already: this one is for practice."
_AIDS_AFTER_GAMES = 1


def tip(session: Session, record: Tally) -> str:
    """What a player should learn at this point of a game; empty where there is nothing new.

    Args:
        session: The game, over an open question.
        record: All games before it.
    """
    if not session.attempts:
        return _opening(session, record)
    is_first_streak = session.streak == 2 and record.best_streak < 2 and not session.players
    before = any(attempt.streak >= 2 for attempt in session.attempts[:-1])
    return _STREAK if is_first_streak and not before else ""


def _opening(session: Session, record: Tally) -> str:
    rules = session.rules
    if session.players:
        return "" if record.shared else _TURNS
    if rules.question_seconds and rules.mode == "classic":
        is_new = not any(told.board.question_seconds for told in record.boards.values())
        return _TIMED if is_new else ""
    if rules.mode == "daily" and not rules.scored:
        return _AGAIN
    if rules.mode not in record.modes:
        return _FIRST[rules.mode]
    return _AIDS if rules.lifelines and record.finished == _AIDS_AFTER_GAMES else ""
