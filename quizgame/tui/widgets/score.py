"""Points, streak and progress: what stands at the top of a game."""

from textual.reactive import reactive

from quizgame.core.scoring import STREAK_CAP, STREAK_STEP, streak_bonus
from quizgame.core.wording import gain, grouped
from quizgame.tui.content import EMPTY, Content, cells, line, plain
from quizgame.tui.widgets.text import Text

__all__ = ["DOTS", "Progress", "Score", "Streak"]

DOTS = STREAK_CAP // STREAK_STEP + 1
"""How many right answers in a row bring the highest bonus."""

ON_FIRE = DOTS
"""From so long a streak on it burns."""

_MOTION = 0.28
_NAMED_WIDTH = 16
"""From so many columns on the streak is named."""


class Score(Text):
    """Points, counting up to what they have become."""

    points: reactive[float] = reactive(0.0)

    def go_to(self, points: int) -> None:
        """Count up to so many points; at once where nothing is to move."""
        if points > self.points and self.app.animation_level != "none":
            self.animate("points", float(points), duration=_MOTION, level="basic")
        else:
            self.points = float(points)

    def render(self) -> Content:
        """The points, with their thousands apart, and what they are where there is room."""
        points = plain(grouped(round(self.points)), "bold $points")
        named = line(plain("score ", "$quiet"), points)
        return named if cells(named) <= self.size.width else points


class Streak(Text):
    """Right answers in a row: dots that light one after another and at last take fire, and the bonus they bring."""

    lit: reactive[float] = reactive(0.0)

    def go_to(self, streak: int) -> None:
        """Light the dots of a streak, or put them out."""
        if streak > self.lit and self.app.animation_level != "none":
            self.animate("lit", float(streak), duration=_MOTION, level="basic")
        else:
            self.lit = float(streak)

    def render(self) -> Content:
        """The dots, the number where there are more than dots, the bonus and their name where there is room."""
        streak = int(self.lit + 0.01)
        shown = min(DOTS, streak)
        dots = line(plain("●" * shown, "$primary"), plain("○" * (DOTS - shown), "$edge"))
        number = plain(f" {streak}", "bold $primary") if streak > DOTS else EMPTY
        bonus = plain(f" {gain(streak_bonus(streak))}", "$points") if streak_bonus(streak) else EMPTY
        name = plain("streak ", "$quiet") if self.size.width >= _NAMED_WIDTH else EMPTY
        if streak >= ON_FIRE:
            name = plain("on fire ", "bold $warning") if name else EMPTY
            dots = plain("●" * shown, "$warning")
        told = line(name, dots, number, bonus)
        return told if cells(told) <= self.size.width else line(name, dots, number)


class Progress(Text):
    """Which question of how many, with a bar where there is room."""

    number: reactive[int] = reactive(0)
    total: reactive[int] = reactive(0)
    done: reactive[int] = reactive(0)
    lives: reactive[tuple[int, int] | None] = reactive(None)
    """The misses so far and those that end the game, where misses do."""

    def render(self) -> Content:
        """``4 / 10 ━━━━──────``."""
        if self.lives:
            missed, most = self.lives
            signs = line(plain("✗ " * missed, "bold $error"), plain("○ " * (most - missed), "$edge"))
            return line(plain(f"question {self.number}  ", "bold"), signs)
        told = plain(f"{self.number} / {self.total}", "bold")
        room = self.size.width - 13
        if room < 6:
            return told
        full = room * self.done // max(1, self.total)
        padded = told.truncate(12, pad=True)
        return line(padded, plain("━" * full, "$primary"), plain("─" * (room - full), "$edge"))
