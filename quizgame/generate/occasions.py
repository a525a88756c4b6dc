"""The one event that an article is about, so that what "the crash" did can be asked of someone who has not read it."""

import re

import msgspec

from quizgame.generate.blanks import inner
from quizgame.generate.clauses import Clause
from quizgame.generate.figurefacts import closed
from quizgame.generate.frames import main_clause
from quizgame.generate.standalone import why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["Occasion", "occasion_of"]

_KINDS = (
    ("fire blaze inferno", r"fires?|blaze|burn(?:ed|t)?"),
    ("crash collision derailment", r"crash(?:ed|es)?|collided|collision|derailed|overturned|plunged|ran off"),
    ("sinking capsizing shipwreck", r"sank|capsized|sunk"),
    ("collapse", r"collaps(?:ed|es|e)"),
    ("explosion blast bombing detonation", r"explod(?:ed|es)|explosions?|blasts?|bomb(?:s|ed|ing)?|detonated"),
    ("shooting attack massacre rampage", r"opened fire|shot|shooting|gunm[ae]n"),
    ("stabbing attack rampage", r"stabbed|stabbing|knife"),
    ("attack assault ambush raid", r"attack(?:ed|s)?|ambush(?:ed)?|stormed|rammed|raid(?:ed)?"),
    ("earthquake quake tremor", r"earthquakes?|quakes?|tremors?"),
    ("storm cyclone typhoon hurricane tornado", r"storms?|cyclone|typhoon|hurricane|tornado(?:es)?|landfall"),
    ("flood floods flooding landslide avalanche mudslide", r"flood(?:s|ed|ing)?|landslides?|avalanche|mudslide"),
    ("eruption", r"erupted|eruption"),
)
"""Nouns that point back to an event, and the words that the sentence which tells of it has."""
_ANY = frozenset("incident accident disaster tragedy".split())
_NOUNS = frozenset(noun for nouns, _ in _KINDS for noun in nouns.split()) | _ANY
_SEVERAL = (
    r"\b(?:second|another|other|both|two|twin|three|four|several|separate|earlier|previous|similar|all)\b(?: \w+)? "
)
_RIVAL = re.compile(rf"{_SEVERAL}(?:{'|'.join(sorted(_NOUNS))})s?\b|\b(?:{'|'.join(sorted(_NOUNS))})s\b", re.IGNORECASE)
_FIRST_LINES = 3


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
        clause = main_clause(story, line)
        nouns = _nouns(line, clause) if clause else frozenset()
        if clause and nouns and clause.when and not clause.helper.startswith(("has", "have", "is", "are", "will")):
            texts = (clause.subject, clause.rest, clause.intro)
            if any(why_not_alone(text, line.marked, story.names) for text in texts):
                return None
            is_placed = re.search(r"<[LCVOX]\d+>", f"{clause.rest} {clause.intro}")
            is_single = not any(_RIVAL.search(other.plain) for other in story.lines)
            return Occasion(line=line, clause=clause, nouns=nouns | _ANY) if is_placed and is_single else None
    return None


def _nouns(line: Line, clause: Clause) -> frozenset[str]:
    told = line.marked.told(f"{clause.subject} {clause.verb} {clause.rest}").casefold()
    rows = [nouns.split() for nouns, verbs in _KINDS if re.search(rf"\b(?:{verbs})\b", told)]
    return frozenset(noun for row in rows for noun in row)
