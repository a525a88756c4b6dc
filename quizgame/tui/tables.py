"""The parts of the record as content: figures, bests, games, what is known, what was achieved."""

from collections.abc import Mapping, Sequence
from datetime import date

from quizgame.core.achievements import ACHIEVEMENTS
from quizgame.core.calendar import DAY_NAMES, LEVELS, grid
from quizgame.core.modes import MODES
from quizgame.core.record import Game
from quizgame.core.stats import Best, Hard, Statistics
from quizgame.core.tally import Share, Tally
from quizgame.core.wording import (
    LEVEL_NAMES,
    board_extras,
    board_name,
    counted,
    day_name,
    ending_name,
    grouped,
    length_name,
    pack_names,
    percent,
    recorded_title,
    took,
)
from quizgame.tui.content import EMPTY, Content, joined, line, outlined, plain, row, short

__all__ = ["achievements", "bests", "calendar", "games", "knowledge", "totals"]

_BAR = 20
_MOST_KINDS = 12


def totals(figures: Statistics, *, narrow: bool) -> Content:
    """What all games came to."""
    games, answers = _figure("games", grouped(figures.games)), _figure("answers", grouped(figures.asked))
    right, time = _figure("right", percent(figures.accuracy)), _figure("time", took(figures.seconds))
    pace = _figure("an answer", took(figures.mean_seconds))
    streak = _figure("streak", f"{figures.answer_streak} right in a row, best {figures.best_answer_streak}")
    frozen = f", {counted(figures.freezes, 'freeze')} left" if figures.freezes else ""
    days = _figure("days", f"{figures.day_streak} in a row, best {figures.best_day_streak}{frozen}")
    wide = ((games, answers, right, time, pace), (streak, days))
    rows = ((games, answers, right), (streak,), (days,)) if narrow else wide
    return joined(joined(told, "   ") for told in rows)


def _figure(name: str, value: str) -> Content:
    return line(plain(f"{name} ", "$quiet"), plain(value, "bold"))


def calendar(figures: Statistics, *, weeks: int) -> Content:
    """The days of play of the last weeks."""
    rows = [
        line(plain(f"{name}  ", "$quiet"), plain(" ".join(signs), "$primary"))
        for name, signs in zip(DAY_NAMES, grid(dict(figures.days), figures.today, weeks), strict=True)
    ]
    legend = plain(f"{' '.join(LEVELS)}   none, up to 10, 25, 50 answers a day, and more", "$quiet")
    return joined([_title(f"The last {counted(weeks, 'week')}"), *rows, legend])


def _title(text: str) -> Content:
    return plain(text, "bold $primary")


def bests(figures: Statistics, titles: Mapping[str, str], *, narrow: bool) -> Content:
    """The best game of every board."""
    rows = [_title("Best scores")]
    rows += [_best(best, titles, narrow=narrow) for best in figures.bests]
    if not figures.bests:
        rows.append(plain("Win points in a whole game to set one.", "$quiet"))
    return joined(rows)


def _best(best: Best, titles: Mapping[str, str], *, narrow: bool) -> Content:
    score = plain(grouped(best.game.score), "bold $points")
    board = best.board
    if narrow:
        name = length_name(board.mode, board.length) or MODES[board.mode].title
        told = ", ".join((name, *board_extras(board), pack_names(board.packs, titles)))
        return row(((score, 8), (EMPTY, 2), (short(told, 60), 28)), align_right=_first)
    packs = short(pack_names(board.packs, titles), 60)
    played = plain(counted(best.games, "game"), "$quiet")
    title = plain(board_name(board, brief=True))
    parts = ((score, 8), (EMPTY, 2), (title, 35), (EMPTY, 1), (packs, 16), (EMPTY, 1), (played, 9))
    return row(parts, align_right=_first)


def games(figures: Statistics, titles: Mapping[str, str], today: date, *, narrow: bool) -> Content:
    """The last games, newest first."""
    rows = [_title("Recent games")]
    rows += [_game(game, titles, today, narrow=narrow) for game in figures.recent]
    return joined(rows)


def _game(game: Game, titles: Mapping[str, str], today: date, *, narrow: bool) -> Content:
    score = plain(grouped(game.best_score), "$points")
    right = plain(f"✓ {game.correct} of {game.asked}")
    if narrow:
        return row(((score, 8), (EMPTY, 2), (plain(recorded_title(game)), 16), (right, 12)), align_right=_first)
    day = plain(day_name(game.play_day, today), "$quiet")
    name, ending = board_name(game.board, title=recorded_title(game), brief=True), ending_name(game)
    told = f"{name} ({ending})" if ending else name
    played = line(plain(told), plain(" · ", "$quiet"), short(pack_names(game.packs, titles), 60, "$quiet"))
    parts = ((score, 8), (EMPTY, 2), (played, 36), (EMPTY, 1), (right, 12), (EMPTY, 1), (day, 12))
    return row(parts, align_right=_first)


def _first(place: int) -> bool:
    return place == 0


def knowledge(figures: Statistics, titles: Mapping[str, str], stems: Mapping[str, str], *, narrow: bool) -> Content:
    """How much is right by difficulty, pack and kind, and what is hardest."""
    levels = [(LEVEL_NAMES.get(level, str(level)), share) for level, share in figures.levels]
    packs = [(titles.get(pack, pack), share) for pack, share in figures.packs]
    kinds = [(kind or "other", share) for kind, share in figures.kinds[:_MOST_KINDS]]
    parts = [
        _shares("By difficulty", levels, narrow=narrow),
        _shares("By pack", packs, narrow=narrow),
        _shares("By kind of question", kinds, narrow=narrow),
        _hardest(figures.hardest, stems, narrow=narrow),
    ]
    return joined((part for part in parts if part), "\n\n")


def _shares(title: str, shares: Sequence[tuple[str, Share]], *, narrow: bool) -> Content:
    return joined([_title(title), *(_share(name, share, narrow=narrow) for name, share in shares)])


def _share(name: str, share: Share, *, narrow: bool) -> Content:
    right = plain(percent(share.accuracy), "bold")
    told = plain(f"{share.correct:,} of {share.asked:,}", "$quiet")
    if narrow:
        return row(((right, 6), (EMPTY, 2), (short(name, 60), 18), (EMPTY, 1), (told, 11)), align_right=_first)
    full = round(_BAR * share.accuracy)
    bar = line(plain("━" * full, "$primary"), plain("─" * (_BAR - full), "$edge"))
    time = plain(took(share.mean_seconds), "$quiet")
    parts = ((right, 6), (EMPTY, 2), (bar, _BAR), (EMPTY, 2), (short(name, 60), 22), (EMPTY, 1), (told, 12), (time, 8))
    return row(parts, align_right=_first)


def _hardest(hard: Sequence[Hard], stems: Mapping[str, str], *, narrow: bool) -> Content:
    if not hard:
        return EMPTY
    width = 28 if narrow else 60
    rows = [_title("Hardest questions")]
    for one in hard:
        right = plain(f"{one.answers.correct} of {one.answers.asked}", "bold")
        leech = plain("  leech", "$warning") if one.is_leech else EMPTY
        told = outlined(stems.get(one.ref, one.ref), width - (7 if one.is_leech else 0))
        rows.append(line(row(((right, 8), (EMPTY, 2)), align_right=_first), told, leech))
    if any(one.is_leech for one in hard):
        rows.append(plain("A leech was forgotten again and again: read its proof, or flag it.", "$quiet"))
    return joined(rows)


def achievements(tally: Tally, *, narrow: bool) -> Content:
    """What was achieved, and how far the rest has come."""
    held = sum(one.is_in(tally) for one in ACHIEVEMENTS)
    rows = [_title(f"{held} of {len(ACHIEVEMENTS)} achievements")]
    for one in sorted(ACHIEVEMENTS, key=lambda one: not one.is_in(tally)):
        is_held = one.is_in(tally)
        sign = plain("★ " if is_held else "○ ", "bold $primary" if is_held else "$quiet")
        title = short(one.title, 40, "bold" if is_held else "")
        so_far = "" if is_held else f"{min(one.progress(tally), one.goal):,}/{one.goal:,}"
        if narrow:
            rows.append(row(((sign, 2), (title, 22), (plain(so_far, "$quiet"), 15))))
        else:
            about = plain(one.about, "$quiet")
            parts = ((sign, 2), (title, 20), (about, 38), (plain(so_far, "$quiet"), 12))
            rows.append(row(parts, align_right=lambda column: column == 3))
    return joined(rows)
