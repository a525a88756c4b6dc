"""A pack in words: as a row of a list, and in full."""

from collections.abc import Mapping
from datetime import datetime

from quizgame.core.catalogue import Listed
from quizgame.core.pack import PackInfo
from quizgame.core.wording import counted, day_name, grouped, percent
from quizgame.tui.content import EMPTY, Content, cells, joined, line, plain, row, short

__all__ = ["told_pack", "told_row"]

_COUNT, _RIGHT, _PLAYED = 7, 6, 12
_FEW_COLUMNS = 56
_MOST_KINDS, _MOST_TAGS = 6, 8


def told_row(one: Listed, width: int, now: datetime) -> Content:
    """A pack in one line: whether it is on, how many questions, its title, how the player did, when that was.

    Args:
        one: The pack.
        width: The columns there are.
        now: The present moment.
    """
    info = one.info
    sign = plain("● " if info.is_on else "○ ")
    out = plain("  off", "italic") if not info.is_on else EMPTY
    own = plain("  your own", "italic") if info.own else EMPTY
    title = line(short(info.title, 90), out, own if cells(out) == 0 else EMPTY)
    count = plain(f"{grouped(info.questions)}  ")
    if width < _FEW_COLUMNS:
        return row(((sign, 2), (count, _COUNT), (title, max(8, width - 2 - _COUNT))), align_right=_is_count)
    right = plain(percent(one.answers.accuracy) if one.answers.asked else "")
    played = plain(f"  {day_name(one.played.date(), now.date())}" if one.played else "")
    room = max(8, width - 2 - _COUNT - (_RIGHT + _PLAYED if one.played else 0))
    parts = ((sign, 2), (count, _COUNT), (title, room), (right, _RIGHT), (played, _PLAYED))
    return row(parts if one.played else parts[:3], align_right=_is_number)


def _is_count(place: int) -> bool:
    return place == 1


def _is_number(place: int) -> bool:
    return place in {1, 3}


def told_pack(one: Listed, flagged: int, now: datetime) -> Content:
    """All that is known of a pack without opening it.

    Args:
        one: The pack.
        flagged: How many of its questions the player has flagged.
        now: The present moment.
    """
    info = one.info
    out = f", {flagged:,} of them flagged" if flagged else ""
    whose = "your own" if info.own else "ships with the game"
    off = line(plain("○ off", "bold"), plain(": asked only where you choose it", "$quiet"))
    terms = " · ".join(part for part in (info.author, info.license) if part)
    parts = [
        short(info.title, 200, "bold"),
        EMPTY if info.is_on else off,
        plain(info.description) if info.description else EMPTY,
        plain(
            f"{counted(info.questions, 'question')}{out} · mean difficulty {info.difficulty:.1f} · {whose}", "$quiet"
        ),
        plain(_played(one, now), "$quiet"),
        plain(_listed("asks for", info.kinds), "$quiet") if info.kinds else EMPTY,
        plain(f"topics: {', '.join(info.tags[:_MOST_TAGS])}{_more(info)}", "$quiet") if info.tags else EMPTY,
        plain(terms, "$quiet") if terms else EMPTY,
        plain(info.file, "$quiet"),
    ]
    return joined(part for part in parts if part)


def _more(info: PackInfo) -> str:
    rest = len(info.tags) - _MOST_TAGS
    return f" and {rest:,} more" if rest > 0 else ""


def _played(one: Listed, now: datetime) -> str:
    if one.played is None:
        return "not played yet"
    answers = one.answers
    day = day_name(one.played.date(), now.date())
    return (
        f"played {day} · {answers.correct:,} of {counted(answers.asked, 'answer')} right, {percent(answers.accuracy)}"
    )


def _listed(name: str, counts: Mapping[str, int]) -> str:
    first = list(counts.items())[:_MOST_KINDS]
    told = ", ".join(f"{kind} {count:,}" for kind, count in first)
    return f"{name}: {told}{', and others' if len(counts) > _MOST_KINDS else ''}"
