"""Medal counts, which mean nothing without the sport and the event they were counted in."""

import re
from collections.abc import Iterator

from quizgame.core.article import Span
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.measures import AT_LEAST, AT_MOST, ROUGHLY
from quizgame.generate.lexicon.verbs import HEDGES
from quizgame.generate.marks import Mark
from quizgame.generate.story import Line, Story

__all__ = ["medals"]

_BOUNDS = "|".join(sorted(AT_LEAST | AT_MOST | ROUGHLY, key=lambda bound: (-len(bound), bound)))
_COUNT = (
    rf"(?P<bound>(?:{_BOUNDS}) )?<N(?P<number>\d+)> (?:(?P<metal>gold|silver|bronze)"
    r"(?:s\b| medals?\b|(?=(?:,| and|, and) <N\d+> (?:silver|bronze))|(?=[.;]|$| (?:at|in) ))|(?P<all>medals)\b)"
)
_WON = re.compile(
    r"\b(?:won|wins?|winning|claim(?:ed|ing)|t(?:ook|aking)|collect(?:ed|ing)|earn(?:ed|ing)|secur(?:ed|ing)|bagged|with|"
    r"total of|tally of|haul of)\b[^;]*$"
)
_COUNTS = re.compile(_COUNT)
_OWNER = re.compile(r"<(?P<letter>[CP])(?P<who>\d+)>(?!'s)")
_NOT_OWNER = re.compile(
    r"(?:against|behind|from|over|beat|beating|to|ahead of|after|of|in|at|by|for|with(?=\s+<C\d+>\s+\w+ed)) (?:the )?$"
)
_UNWON = HEDGES | frozenset("hope hopes hoping aim aims aiming want wants plan plans target targets".split())
"""Words between a winner and a count that make the count a wish, a doubt or a denial."""
_WORD = re.compile(r"[a-z']+")
_RANGE = re.compile(r"<N\d+> (?:or|to) $")


def medals(story: Story) -> Iterator[Found]:
    """How many medals of a colour a country or a person won, each with its scope."""
    for number, line in enumerate(story.lines):
        if line.is_broken or not _COUNTS.search(line.marked.text):
            continue
        scope, spans = _scope(story, number)
        for found in _COUNTS.finditer(line.marked.text):
            yield _fact(line, found, scope, spans)


def _fact(line: Line, found: re.Match[str], scope: str, spans: tuple[Span, ...]) -> Found:
    owner = _owner(line, found.start())
    if found["all"] and not _WON.search(line.marked.text[: found.start()]):
        owner = None
    mark = line.marked.marks[int(found["number"])]
    told = found.group().replace(f"<N{found['number']}>", mark.text)
    if not owner or not scope:
        reason = "it is not certain who won them" if not owner else "the event that limits the count is not certain"
        return Miss(kind="count", reason=reason, what=line.marked.told(told))
    bound = (found["bound"] or "").strip()
    if bound in ROUGHLY | AT_MOST or _RANGE.search(line.marked.text[: found.start()]):
        return Miss(kind="count", reason="the number is not exact", what=line.marked.told(told))
    return Fact(
        kind="count",
        relation="medals",
        subject=f"{owner.name} {found['metal'] or 'all'} {scope}",
        value=f"{bound} {mark.text}".strip(),
        form="number",
        slots={"owner": owner.name, "metal": found["metal"] or ""},
        scope=scope,
        evidence=spans,
        confidence=0.9 if len(spans) == 1 else 0.85,
        bound=bound,
        avoid=tuple(other.text for other in line.marked.marks if other.letter == "N" and other is not mark),
    )


def _owner(line: Line, at: int) -> Mark | None:
    """The country or person nearest before the count that is not merely mentioned."""
    text = line.marked.text
    found = [
        match
        for match in _OWNER.finditer(text, 0, at)
        if not _NOT_OWNER.search(text[: match.start()]) or _leads(text[match.end() : at])
    ]
    if not found:
        return None
    between = text[found[-1].end() : at]
    words = _WORD.findall(between.casefold())
    if ";" in between or _UNWON.intersection(words) or any(word.endswith("n't") for word in words):
        return None
    return line.marked.marks[int(found[-1]["who"])]


def _leads(between: str) -> bool:
    """Whether what stands between a name and a count makes the name its winner for certain."""
    return bool(re.match(r"(?:, [^,;]*)?,? who |,? (?:securing|winning|taking|claiming|earning|collecting)\b", between))


def _scope(story: Story, number: int) -> tuple[str, tuple[Span, ...]]:
    """The sport and the event, from this sentence or else from the one before."""
    line = story.lines[number]
    sports, events = _limits(line)
    spans: tuple[Span, ...] = (line.sentence.span,)
    if len(events) != 1 and number:
        before = story.lines[number - 1]
        earlier_sports, earlier_events = _limits(before)
        if not events and len(earlier_events) == 1:
            events = earlier_events
            sports = sports or earlier_sports
            spans = (before.sentence.span, *spans)
    if len(events) != 1 or len({sport.casefold().replace("-", " ") for sport in sports}) > 1:
        return "", spans
    sport = f"in {sports[0]} " if sports else ""
    return f"{sport}at {_with_article(events[0])}", spans


def _limits(line: Line) -> tuple[list[str], list[str]]:
    sports = [mark.text[0].lower() + mark.text[1:] for mark in line.marked.marks if mark.letter == "S"]
    events = list(dict.fromkeys(mark.name for mark in line.marked.marks if mark.letter == "E"))
    return sports, events


def _with_article(event: str) -> str:
    return event if event.startswith("the ") else f"the {event}"
