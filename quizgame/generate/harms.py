"""How many were killed or hurt: by an event that the same sentence tells, or by the one that an article is about."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.figures import Figure, figures_in
from quizgame.generate.frames import figure_clauses
from quizgame.generate.lexicon.measures import ROUGHLY
from quizgame.generate.lexicon.verbs import SUFFERED
from quizgame.generate.occasions import Occasion, is_disputed, occasion_of
from quizgame.generate.story import Line, Story

__all__ = ["harm_worded", "harms"]

_DONE = {
    "killing": "were killed",
    "injuring": "were injured",
    "wounding": "were wounded",
    "displacing": "were displaced",
    "damaging": "were damaged",
    "destroying": "were destroyed",
    "stranding": "were stranded",
}
"""What a participle behind an event says of those whom the number counts."""
_BEHIND = re.compile(rf"^(?P<event>.*\S), (?:and )?(?P<doing>{'|'.join(_DONE)}|leaving)$")
_STATES = {"dead": "died", "injured": "were injured", "wounded": "were wounded", "homeless": "were left homeless"}
_STATE = re.compile(rf"^ ?(?P<state>{'|'.join(_STATES)})\b")
_PEOPLE_ONLY = frozenset("killing injuring wounding displacing stranding".split())

_Worded = tuple[str, dict[str, str]]


def harm_worded(clause: Clause, figure: Figure) -> _Worded | None:
    """As in "How many people were killed when an earthquake struck <L0>?"; None where nothing such is told."""
    before, after = clause.rest[: figure.start].rstrip(), clause.rest[figure.end :]
    found = _BEHIND.match(before)
    if not found or (clause.helper and clause.helper not in {"was", "were"}):
        return None
    state = _STATE.match(after)
    done = _DONE.get(found["doing"]) or (state and _STATES[state["state"]])
    if not done or not (figure.noun or found["doing"] in _PEOPLE_ONLY or state):
        return None
    event = (clause.subject, clause.helper, clause.verb, found["event"], clause.intro)
    told = " ".join(part for part in event if part)
    return "how_many_harmed", {"noun": figure.noun or "people", "done": done, "event": told}


_LEAVING = {
    "kill": "were killed",
    "injure": "were injured",
    "wound": "were wounded",
    "claim": "died",
    "damage": "were damaged",
    "destroy": "were destroyed",
    "displace": "were displaced",
}
_THE = re.compile(r"^(?:[Tt]he|[Tt]his) (?:deadly |fatal )?(?P<noun>[a-z]+)$")
_IN_THE = re.compile(r"^(?:(?:in|during|by|after) (?:the|this) (?:deadly |fatal )?(?P<noun>[a-z]+))?$")


class _Toll(msgspec.Struct, frozen=True):
    """What a sentence tells of those whom the one event of an article harmed."""

    line: Line
    figure: Figure
    done: str


def harms(story: Story) -> Iterator[Found]:
    """The tolls of the one event that an article is about, told in sentences of their own."""
    occasion = occasion_of(story)
    if not occasion:
        return
    tolls = [toll for line in story.lines if line is not occasion.line for toll in _tolls(story, line, occasion)]
    for toll in tolls:
        if is_disputed(story, toll.done, toll.figure.noun or "people"):
            yield Miss(
                kind="count", reason="the article tells several numbers", what=f"{toll.figure.mark.text} {toll.done}"
            )
        else:
            yield _fact(occasion, toll)


def _tolls(story: Story, line: Line, occasion: Occasion) -> Iterator[_Toll]:
    for clause in figure_clauses(story, line):
        for where in ("subject", "rest"):
            for figure in figures_in(getattr(clause, where), line.marked, "N"):
                done = _done(clause, where, figure, occasion)
                if done and not figure.is_pointing:
                    yield _Toll(line, figure, done)


def _done(clause: Clause, where: str, figure: Figure, occasion: Occasion) -> str:
    """What was done to those whom a figure counts, where that is all that the clause tells."""
    text = getattr(clause, where)
    before, after = text[: figure.start].strip(), text[figure.end :].strip()
    if where == "subject" and not before and not after and clause.lemma in SUFFERED and not clause.intro:
        place = _IN_THE.match(clause.rest)
        is_meant = place and (not place["noun"] or place["noun"] in occasion.nouns)
        return " ".join(f"{clause.helper} {clause.verb}".split()) if is_meant and clause.helper != "had" else ""
    subject = _THE.match(clause.subject)
    if where != "rest" or before or not subject or subject["noun"] not in occasion.nouns:
        return ""
    state = _STATE.match(after)
    if clause.lemma == "leave":
        return _STATES[state["state"]] if state else ""
    return _LEAVING.get(clause.lemma, "") if not after or after.startswith("and ") else ""


def _fact(occasion: Occasion, toll: _Toll) -> Fact:
    figure, told = toll.figure, toll.line.marked.told
    key = figure.mark.text if re.search(r"\d", figure.mark.text) else figure.mark.text.lower()
    noun = told(figure.noun) or "people"
    return Fact(
        kind="count",
        relation="how_many_harmed",
        subject=f"{noun} {toll.done} {occasion.told}",
        value=key if figure.bound in ROUGHLY else f"{figure.bound} {key}".strip(),
        form="number",
        slots={
            "noun": noun,
            "done": toll.done,
            "event": occasion.told,
            "when": occasion.clause.when,
            "about": "about" if figure.bound in ROUGHLY else "",
        },
        evidence=tuple(dict.fromkeys((*occasion.line.proof, *toll.line.proof))),
        confidence=0.82,
        bound=figure.bound,
        avoid=tuple(mark.text for mark in toll.line.marked.marks if mark.letter == "N" and mark is not figure.mark),
    )
