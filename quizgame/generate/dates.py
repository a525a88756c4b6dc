"""From when to when: the years that bound what went on for a time."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.askable import untelling
from quizgame.generate.blanks import blanked
from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.figurefacts import dated, inverted
from quizgame.generate.marks import Mark
from quizgame.generate.standalone import why_clause_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["before_the_news", "spans"]

_SPAN = re.compile(r"\b[Ff]rom (?P<first><Y\d+>) (?:to|until|through) (?P<last><Y\d+>)")
_SINCE = re.compile(r"^ since (?P<first><Y\d+>)(?=[.,;]|$)")
_LAST = 9
"""So many years around a key its options may lie."""


def spans(story: Story) -> Iterator[Found]:
    """The first and the last years of what an article says went on."""
    for line in story.lines:
        if "<Y" not in line.marked.text:
            continue
        for clause in line.clauses:
            whole = _SPAN.search(f"{clause.rest} {clause.intro}")
            since = _since(line, clause)
            if whole:
                for code, other in ((whole["first"], whole["last"]), (whole["last"], whole["first"])):
                    yield _fact(story, line, clause, code, other)
            elif since:
                yield _fact(story, line, clause, since["first"], "")


def _since(line: Line, clause: Clause) -> re.Match[str] | None:
    """The year right behind a clause from which on it holds."""
    if clause.helper not in {"has", "have"} or not clause.rest:
        return None
    return _SINCE.match(line.marked.text.partition(clause.rest)[2])


def _fact(story: Story, line: Line, clause: Clause, code: str, other: str) -> Found:
    """The fact that asks for one end of a span, or why there is none."""
    clause = _in_time(story, line, clause, is_open=not other)
    mark = line.marked.of(code)
    told = f"{clause.subject} {clause.helper} {clause.verb} {clause.rest} {clause.intro}"
    reason = why_clause_not_alone(clause, line.marked, story.names) or _untelling(clause, told.replace(code, ""), mark)
    relation, slots = _worded(line, clause, code, other)
    if reason or not slots:
        reason = reason or "no question can be made of the statement"
        return Miss(kind="date", reason=reason, what=line.marked.told(told)[:90])
    return Fact(
        kind="date",
        relation=relation,
        subject=" ".join(line.marked.told(text) for text in slots.values()),
        value=mark.text,
        form="year",
        slots={**{name: line.marked.told(text) for name, text in slots.items()}, "when": clause.when},
        evidence=line.proof,
        confidence=0.84,
        avoid=_barred(mark, line.marked.of(other) if other else None),
    )


def _in_time(story: Story, line: Line, clause: Clause, *, is_open: bool) -> Clause:
    """The clause, told of the article's month where it goes on."""
    day = story.article.published
    made = dated(story, line, clause)
    if not is_open or not day:
        return made
    return msgspec.structs.replace(made, helper="had", when=f"as of {MONTHS[day.month - 1]} {day.year}")


def _untelling(clause: Clause, left: str, mark: Mark) -> str:
    is_office = clause.lemma == "be" and bool(clause.rest)
    return untelling(msgspec.structs.replace(clause, lemma="serve") if is_office else clause, left, mark)


def _worded(line: Line, clause: Clause, code: str, other: str) -> tuple[str, dict[str, str]]:
    if other:
        stem = blanked(clause, code, when=clause.when, tokens=line.marked.tokens)
        return "blank", {"stem": stem} if stem else {}
    told = inverted(clause, clause.subject, clause.rest, clause.intro)
    return "since_when", {"told": told} if told else {}


def _barred(mark: Mark, other: Mark | None) -> tuple[str, ...]:
    """The years behind the other end of the span, which cannot be meant."""
    if not other:
        return ()
    year, end = int(mark.text), int(other.text)
    return tuple(map(str, range(end, year + _LAST) if end > year else range(year - _LAST, end + 1)))


def before_the_news(fact: Fact, story: Story) -> Fact:
    """The fact with the years that were still to come kept out of the options beside a year that had been."""
    day = story.article.published
    if fact.form != "year" or not day or int(fact.value) > day.year:
        return fact
    to_come = (str(year) for year in range(day.year + 1, day.year + _LAST))
    return msgspec.structs.replace(fact, avoid=(*fact.avoid, *to_come))
