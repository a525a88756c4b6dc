"""By what score one side beat another."""

import re
from collections.abc import Iterator

from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.standalone import why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["scores"]

_SIDE = r"<[CXOP]\d+>"
_BEAT = re.compile(
    rf"(?P<one>{_SIDE}) (?P<verb>beat|defeated|thrashed|overcame|edged) (?P<two>{_SIDE}),? (?:by )?(?P<score><G\d+>)"
    rf"(?P<where> (?:in|at|on) [^,.]*<[EVLRY]\d+>[^,.]*)?"
)


def scores(story: Story) -> Iterator[Found]:
    """The results of an article."""
    for line in story.lines:
        if line.is_broken or "<G" not in line.marked.text:
            continue
        for found in _BEAT.finditer(line.marked.text):
            yield _fact(story, line, found)


def _fact(story: Story, line: Line, found: re.Match[str]) -> Found:
    told, where = line.marked.told, found["where"] or ""
    reason = why_not_alone(f"{found['one']} {found['two']}{where}", line.marked, story.names)
    if reason or not where:
        return Miss(kind="score", reason=reason or "nothing tells which match is meant", what=told(found.group()))
    words = f"{told(found['one'])} beat {told(found['two'])}{told(where)}"
    return Fact(
        kind="score",
        relation="score",
        subject=words,
        value=told(found["score"]),
        form="score",
        slots={"told": words},
        evidence=line.proof,
        confidence=0.9,
        avoid=tuple(mark.text for mark in line.marked.marks if mark.letter == "G"),
    )
