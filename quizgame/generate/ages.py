"""How old a person was when the article was written."""

import re
from collections.abc import Iterator

from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.story import Line, Story, month_of

__all__ = ["ages"]

_BEFORE = re.compile(r"<U(?P<age>\d+)> (?:[a-z-]+ ){0,3}<P(?P<who>\d+)>")
_AFTER = re.compile(r"<P(?P<who>\d+)>, <N(?P<age>\d+)>(?=, (?!<N)|\.|$)")


def ages(story: Story) -> Iterator[Found]:
    """The ages that an article tells."""
    for line in story.lines:
        for found in (*_BEFORE.finditer(line.marked.text), *_AFTER.finditer(line.marked.text)):
            yield _fact(story, line, found)


def _fact(story: Story, line: Line, found: re.Match[str]) -> Found:
    person = line.marked.marks[int(found["who"])]
    age = line.marked.marks[int(found["age"])].text.removesuffix("-year-old")
    when = _when(story, line)
    reason = "" if when else "it is not known when the age was told"
    if story.names.counts.get(person.name, 0) < 2:
        reason = "the person is only mentioned in passing"
    if not age.isdecimal() or not 5 <= int(age) <= 110:
        reason = "the number is no age"
    elif " " not in person.name:
        reason = "the person's full name is not known"
    if reason:
        return Miss(kind="age", reason=reason, what=f"{person.name}, {age}")
    return Fact(
        kind="age",
        relation="age",
        subject=person.name,
        value=age,
        form="age",
        slots={"person": person.name, "when": when},
        evidence=line.proof,
        confidence=0.9,
    )


def _when(story: Story, line: Line) -> str:
    """The month of the article; where that is not known, the one event that the sentence speaks of."""
    events = {mark.name for mark in line.marked.marks if mark.letter == "E"}
    if month_of(story):
        return month_of(story)
    return f"at the time of the {events.pop()}" if len(events) == 1 else ""
