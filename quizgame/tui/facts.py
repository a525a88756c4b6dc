"""How things stand, in the words of the home screen."""

from collections.abc import Sequence

import msgspec

from quizgame.core.modes import MODES, REVIEW_QUESTIONS
from quizgame.core.pack import Library
from quizgame.core.session import Session
from quizgame.core.stats import Statistics
from quizgame.core.wording import counted, grouped
from quizgame.tui.content import EMPTY, Content, joined, line, plain, short
from quizgame.tui.keeping import progress_name

__all__ = ["Standing", "told_challenge", "told_daily", "told_facts", "told_left", "told_quick", "told_review"]


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """What waits for the player today."""

    daily: int | None = None
    """The points of today's daily; None before it was played."""
    daily_left: Session | None = None
    """Today's daily where it was begun and left."""
    due: int = 0
    """How many questions are due for review."""


def told_quick(questions: int, seconds: int, library: Library) -> Content:
    """What a quick game is."""
    each = f", {seconds} s each" if seconds else ""
    every, on = len(library.packs), len(library.on.packs)
    of = "all packs" if on == every else f"{on:,} of {counted(every, 'pack')}"
    return plain(f"{counted(questions, 'question')}{each}, {of}")


def told_daily(standing: Standing) -> Content:
    """Whether today's questions were played."""
    left = standing.daily_left
    if left:
        return plain(f"today's ten · go on with question {left.place + 1}")
    if standing.daily is None:
        return plain("today's ten · not played yet")
    return plain(f"today's ten · {grouped(standing.daily)} points")


def told_review(due: int, *, is_new: bool) -> Content:
    """How much there is to review."""
    if is_new:
        return plain("what you miss comes back here")
    at_a_time = f" · {REVIEW_QUESTIONS} at a time" if due > REVIEW_QUESTIONS else ""
    return plain(f"{due:,} due{at_a_time}" if due else "nothing is due")


def told_challenge(seconds: int, factor: float) -> Content:
    """What a timed challenge is."""
    extended = f", time x{factor:g}" if factor != 1 else ""
    return plain(f"{counted(seconds, 'second')}{extended}, as many as you can")


def told_left(games: Sequence[Session]) -> Content:
    """How far the game that is offered has come, and how many there are."""
    session = games[0]
    if len(games) > 1:
        return plain(f"{counted(len(games), 'game')} left · {progress_name(session)}")
    told = plain(f"{progress_name(session)} · {grouped(session.score)} points")
    return line(told, " · ", short(session.showings[0].pack_title, 40)) if len(session.packs) == 1 else told


def told_facts(library: Library, figures: Statistics, who: str, *, is_new: bool, small: bool) -> Content:
    """What stands beside the game's name.

    Args:
        library: The packs at hand.
        figures: What the record says.
        who: Who plays; empty where there is nobody else.
        is_new: Whether there is no game to continue.
        small: Whether there is room for one line only.
    """
    packs, questions = counted(len(library.packs), "pack"), counted(library.questions, "question")
    stock = packs if small and figures.asked else f"{packs} · {questions}"
    frozen = f" · {counted(figures.freezes, 'freeze')}" if figures.freezes else ""
    words = "" if small else f" in a row{frozen}"
    days = f"▲ {counted(figures.day_streak, 'day')}{words}" if figures.day_streak else ""
    best = max(map(figures.best_score, MODES))
    top = line(plain("best "), plain(grouped(best), "bold $points")) if best else EMPTY
    told = [part for part in (short(who, 24), plain(stock), plain(days), top) if part]
    if small:
        return joined(told, " · ").stylize_before("$quiet")
    if library.questions and is_new and not figures.asked:
        told += [plain("press Enter to play")]
    return joined(told).stylize_before("$quiet")
