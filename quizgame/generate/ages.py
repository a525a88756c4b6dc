"""How old a person was when the article was written, or at death."""

import re
from collections.abc import Iterator

from quizgame.generate.deaths import death_of
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.story import Line, Story, month_of

__all__ = ["ages"]

_PATTERNS = (
    re.compile(r"<U(?P<age>\d+)> (?:(?:[a-z-]+|<[CJS]\d+>) ){0,4}<P(?P<who>\d+)>(?!'s)"),
    re.compile(r"<P(?P<who>\d+)>, (?:aged |age )?<N(?P<age>\d+)>(?=, (?!<N)|\.|$)"),
    re.compile(
        r"(?:^|(?<=[\s(]))<P(?P<who>\d+)>(?:, who)? (?:is|was|turned|has turned) (?:aged )?<[NH](?P<age>\d+)>"
        r"(?: years old| years of age)?(?=,|\.|;| and (?:died|passed|had)\b|$)"
    ),
    re.compile(
        r"^(?:[A-Z][\w ]*, )?(?:[A-Za-z -]*)<P(?P<who>\d+)>(?:, [^,<>]*(?:<[A-OR-Z]\d+>[^<>,]*){0,3},)? (?:has |had )?"
        r"(?:died|passed away)\b[^;]*? (?:aged|at the age of|at age) <N(?P<age>\d+)>"
    ),
)


def ages(story: Story) -> Iterator[Found]:
    """The ages that an article tells."""
    for line in story.lines:
        if not line.is_broken and "<P" in line.marked.text:
            for pattern in _PATTERNS:
                for found in pattern.finditer(line.marked.text):
                    yield _fact(story, line, found)


_ONCE = re.compile(r"\b(?:[Ww]hen|[Aa]fter|[Uu]ntil|[Ss]ince|[Bb]efore|[Ww]hile|if|[Oo]nce) (?:\w+ ){0,2}$")
"""How a clause begins that tells how old somebody was at another time."""


def _fact(story: Story, line: Line, found: re.Match[str]) -> Found:
    person = line.marked.marks[int(found["who"])]
    told = re.match(r"\d+", line.marked.marks[int(found["age"])].text)
    age = told.group() if told else ""
    death = death_of(story, person.name)
    when = "" if death else _when(story, line)
    reason = "" if when or death else "it is not known when the age was told"
    if story.names.counts.get(person.name, 0) < 2 and not death:
        reason = "the person is only mentioned in passing"
    if not age or not 5 <= int(age) <= 110:
        reason = "the number is no age"
    elif _ONCE.search(line.marked.text[: found.start()]):
        reason = "the age is that of another time"
    elif not death and not _is_told_for_its_age(story, person.name, int(age)):
        reason = "the age is no part of the story"
    elif " " not in person.name:
        reason = "the person's full name is not known"
    elif re.search(rf"\b{age}\b", story.article.title):
        reason = "the title gives the answer away"
    if reason:
        return Miss(kind="age", reason=reason, what=f"{person.name}, {age}")
    return Fact(
        kind="age",
        relation="age_at_death" if death else "age",
        subject=person.name,
        value=age,
        form="age",
        slots={"person": person.name, "when": when},
        evidence=tuple(sorted({*death, *line.proof}, key=lambda span: span.start)),
        confidence=0.9,
    )


def _is_told_for_its_age(story: Story, name: str, age: int) -> bool:
    """Whether an age says something: of the very young and the very old, of athletes, and of whom a headline names."""
    is_athlete = any(mark.letter in "SR" for line in story.lines for mark in line.marked.marks if mark.name)
    surname = name.rsplit(" ", maxsplit=1)[-1]
    return age <= _YOUNG or age >= _OLD or is_athlete or surname in story.article.title


_YOUNG, _OLD = 19, 80


def _when(story: Story, line: Line) -> str:
    """The month of the article; where that is not known, the one event that the sentence speaks of."""
    events = {mark.name for mark in line.marked.marks if mark.letter == "E"}
    if month_of(story):
        return month_of(story)
    return f"at the time of the {events.pop()}" if len(events) == 1 else ""
