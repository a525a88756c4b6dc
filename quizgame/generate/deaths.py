"""Who died, as an article tells."""

import re

from quizgame.core.article import Span
from quizgame.generate.story import Line, Story

__all__ = ["death_of", "the_dead"]

_DIES = r"(?:has |had |have )?(?:died|dies|passed away|was killed|was found dead|was shot dead)\b"
_DEAD = re.compile(
    rf"<P(\d+)>(?:, [^,]*(?:, [^,]*)?,)? (?:was <[NH]\d+> and )?{_DIES}|"
    r"\b(?:death|murder|killing) of (?:[A-Za-z -]*)<P(\d+)>"
)


def death_of(story: Story, name: str) -> tuple[Span, ...]:
    """The sentences that first tell that a person died; none where none does."""
    return next((line.proof for line in story.lines if name in _dying(line)), ())


def the_dead(story: Story) -> frozenset[str]:
    """Everybody of whom the article tells that they died."""
    return frozenset(name for line in story.lines for name in _dying(line))


def _dying(line: Line) -> set[str]:
    marks = line.marked.marks
    return {marks[int(before or after)].name for before, after in _DEAD.findall(line.marked.text)}
