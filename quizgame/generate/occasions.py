"""The one event that an article is about, so that what "the crash" did can be asked of someone who has not read it."""

import re

import msgspec

from quizgame.generate.blanks import closed, inner
from quizgame.generate.clause import Clause
from quizgame.generate.frames import main_clause
from quizgame.generate.standalone import why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["EVENT_NOUNS", "Occasion", "events_in", "has_rivals", "is_disputed", "occasion_of"]

_KINDS = (
    ("fire blaze inferno", r"fires?|blaze|burn(?:ed|t)?"),
    ("crash collision derailment accident", r"crash(?:ed|es)?|collided|collision|derailed|overturned|plunged|ran off"),
    ("sinking capsizing shipwreck", r"sank|capsized|sunk"),
    ("collapse", r"collaps(?:ed|es|e)"),
    ("explosion blast bombing detonation", r"explod(?:ed|es)|explosions?|blasts?|bomb(?:s|ed|ing)?|detonated"),
    ("shooting attack massacre rampage", r"open(?:s|ed) fire|shot|shooting|gunm[ae]n"),
    ("stabbing attack rampage", r"stabbed|stabbing|knife"),
    ("attack assault ambush raid", r"attack(?:ed|s)?|kill(?:s|ed)|ambush(?:ed)?|stormed|rammed|raid(?:ed)?"),
    ("earthquake quake tremor", r"earthquakes?|quakes?|tremors?"),
    ("storm cyclone typhoon hurricane tornado", r"storms?|cyclone|typhoon|hurricane|tornado(?:es)?|landfall"),
    ("flood floods flooding landslide avalanche mudslide", r"flood(?:s|ed|ing)?|landslides?|avalanche|mudslide"),
    ("eruption", r"erupted|eruption"),
)
"""Nouns that point back to an event, and the words that the sentence which tells of it has."""
_ANY = frozenset("incident accident disaster tragedy".split())
EVENT_NOUNS = frozenset(noun for nouns, _ in _KINDS for noun in nouns.split()) | _ANY
_SEVERAL = (
    r"\b(?:second|another|other|both|two|twin|three|four|several|separate|earlier|previous|similar|all)\b(?: \w+)? "
)
_RIVAL = re.compile(
    rf"{_SEVERAL}(?:{'|'.join(sorted(EVENT_NOUNS))})s?\b|\b(?:{'|'.join(sorted(EVENT_NOUNS))})s\b", re.IGNORECASE
)
_HARMS = (
    "die|dead|death|kill|toll|fatal|lives",
    "injur|wound|hurt",
    "hospital",
    "miss",
    "rescu|surviv",
    "arrest|detain",
)
_FIRST_LINES = 3
_EVENT = re.compile(rf"\b(?:{'|'.join(verbs for _, verbs in _KINDS)})\b")


class Occasion(msgspec.Struct, frozen=True, kw_only=True):
    """An event and the sentence that tells of it."""

    line: Line
    clause: Clause
    nouns: frozenset[str]
    """What the article may call it: "crash", "incident"."""

    @property
    def told(self) -> str:
        """The event as it stands behind "when", still marked by its own line."""
        clause = self.clause
        parts = (inner(clause.subject, self.line.marked.tokens), clause.helper, clause.verb, clause.rest, clause.intro)
        return self.line.marked.told(closed(" ".join(part for part in parts if part), clause.when))


def occasion_of(story: Story) -> Occasion | None:
    """The event that an article's first sentences tell of; None where it tells of several, or of none for certain."""
    for line in story.lines[:_FIRST_LINES]:
        clause = main_clause(story, line) if _EVENT.search(line.plain) else None
        told = line.marked.told(f"{clause.subject} {clause.verb} {clause.rest}") if clause else ""
        nouns = events_in(told)
        if clause and nouns and clause.when and not clause.helper.startswith(("has", "have", "is", "are", "will")):
            texts = (clause.subject, clause.rest, clause.intro)
            if any(why_not_alone(text, line.marked, story.names) for text in texts):
                return None
            is_placed = re.search(r"<[LCVOX]\d+>", f"{clause.rest} {clause.intro}")
            is_single = not has_rivals(story)
            return Occasion(line=line, clause=clause, nouns=nouns) if is_placed and is_single else None
    return None


def has_rivals(story: Story) -> bool:
    """Whether an article speaks of several events, so that "the attack" may mean any of them."""
    return any(_RIVAL.search(line.plain) for line in story.lines)


def is_disputed(story: Story, done: str, noun: str) -> bool:
    """Whether an article tells several numbers of those to whom something was done, as of a toll that rises.

    Args:
        story: The article.
        done: What was done: "were injured".
        noun: To whom: "people".
    """
    words = next((words for words in _HARMS if re.search(rf"\b(?:{words})", done)), "")
    if not words:
        return False
    beside = re.compile(
        rf"<N(?P<one>\d+)>(?P<noun>(?: [\w-]+)??)(?: [\w-]+){{0,4}}? (?:{words})"
        rf"|\b(?:{words})\w*(?: [\w-]+){{0,4}}? <N(?P<two>\d+)>(?P<noun2>(?: [\w-]+)?)",
        re.IGNORECASE,
    )
    told = set()
    for line in story.lines:
        for found in beside.finditer(line.marked.text):
            counted = (found["noun"] or found["noun2"] or "").strip()
            if counted == noun or (_is_anybody(counted) and _is_anybody(noun)):
                told.add(line.marked.marks[int(found["one"] or found["two"])].text.casefold())
    return len(told) > 1


def _is_anybody(noun: str) -> bool:
    """Whether a noun counts all that were harmed, and not only some: "people", but not "children"."""
    is_some = noun.endswith("s") or noun in {"children", "men", "women"}
    return not is_some or noun in {"others", "victims", "persons", "deaths", "residents", "passengers"}


def events_in(text: str) -> frozenset[str]:
    """The nouns by which an article may go on to speak of the event that a text tells; none where it tells none."""
    told = text.casefold()
    rows = [nouns.split() for nouns, verbs in _KINDS if re.search(rf"\b(?:{verbs})\b", told)]
    return frozenset(noun for row in rows for noun in row) | (_ANY if rows else frozenset())
