"""What is wrong, told so that a player can mend it."""

from quizgame.core.errors import Problem
from quizgame.tui.content import Content, joined, line, plain

__all__ = ["told_problem"]


def told_problem(problem: Problem) -> Content:
    """Where it is, what it is, and what to do: a line each."""
    place = f"{problem.file}:{problem.line}" if problem.file and problem.line else problem.file
    where = ", ".join(part for part in (place, problem.key) if part)
    parts = [plain(f"{problem.what}.")]
    if where:
        parts.insert(0, plain(where, "bold"))
    if problem.hint:
        parts.append(line(plain("→ ", "$primary"), plain(problem.hint, "$quiet")))
    return joined(parts)
