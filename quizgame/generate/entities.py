"""What one name is, by its own words and by what stands around it in one sentence."""

import re
from functools import lru_cache

import msgspec

from quizgame.generate.bearers import has_personal_title, is_person
from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.families import known
from quizgame.generate.lexicon.kinds import EVENT_HEADS, ORG_HEADS, REGION_HEADS, VENUE_HEADS
from quizgame.generate.lexicon.places import CITIES, REGION_CLASS, REGIONS
from quizgame.generate.runs import Run

__all__ = ["Entity", "is_common", "judge"]

_NATIONS = {**{name.removeprefix("the "): name for name in COUNTRIES}, **ALIASES}
_CITY_BEFORE = re.compile(r"(?:(?P<nation>[A-Z]\w+(?: [A-Z]\w+)?) )?(?P<kind>city|town|village) of $")
_CITY_AFTER = re.compile(r"^, (?:a|the)(?: [\w-]+){0,3} (?P<kind>city|town|village)\b")
_PLACE_BEFORE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Aa]t|[Ff]rom|[Oo]f|outside|around) $")
_WHOLE_AFTER = re.compile(r"^, (?P<whole>[A-Z][\w.]+(?: [A-Z]\w[\w.]*)*)(?!'s)\b")
_OUTLETS = frozenset(
    "TV Television Radio Media News Herald Bulletin Tribune Gazette Guardian Observer Telegraph Reporter Chronicle "
    "Independent Broadcasting Channel Magazine France-Presse Tracker Connector Online Daily Comics Pictures".split()
)
"""Last words of names of those who report, which no person bears."""


_HEADS = frozenset({*EVENT_HEADS, *ORG_HEADS, *VENUE_HEADS, *REGION_HEADS})
_NOUNS = frozenset(
    "catholic christian muslim democratic republican conservative labour liberal state federal channel pacific "
    "atlantic internet earth seismology tavern lodge utc gmt bst est edt pst pdt cst cet dna rna "
    "phd dvd vip ceo".split()
)


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an article names."""

    letter: str
    """P person, C country, J demonym, L place, V venue, E event, O organisation, X unknown."""
    name: str
    """Its fullest form."""
    detail: str = ""
    """What a question calls it (``city``, ``province``), or the last word of its name."""
    country: str = ""
    """The country it lies in, where that is known."""
    is_sure: bool = True
    """Whether a rule tells what it is, and not only the tagger."""


def judge(sentence: str, run: Run) -> Entity | None:
    """What one name is; None where a sentence's first word only looks like one."""
    entity = _by_lexicon(run.text) or _by_head(run.text) or _by_place(sentence, run)
    if entity:
        return entity
    told = _by_common_knowledge(run.text)
    if told and not (run.is_first and " " not in run.text) and not has_personal_title(run):
        return told
    if is_person(sentence, run):
        return Entity(letter="P", name=run.text)
    return None if run.is_first and " " not in run.text else Entity(letter="X", name=run.text)


def is_common(text: str) -> bool:
    """Whether a name is a common noun with a capital: "the House", "the Court"."""
    return text in _HEADS or text.casefold() in _NOUNS


def _by_lexicon(text: str) -> Entity | None:
    if text in _NATIONS:
        return Entity(letter="C", name=_NATIONS[text], detail="country", country=_NATIONS[text])
    if text in DEMONYMS:
        return Entity(letter="J", name=text, country=DEMONYMS[text])
    if text in CITIES:
        return Entity(letter="L", name=text, detail="city", country=CITIES[text])
    if text in REGIONS:
        country = REGIONS[text]
        return Entity(letter="L", name=text, detail=REGION_CLASS[country], country=country)
    return None


def _by_head(text: str) -> Entity | None:
    words = text.split(" ")
    head = words[-1]
    stem = " ".join(words[:-1])
    if len(words) > 1 and head in REGION_HEADS:
        country = REGIONS.get(stem, "") or CITIES.get(stem, "")
        return Entity(letter="L", name=text, detail=REGION_HEADS[head], country=country)
    first = next((word for word in words if word in EVENT_HEADS | VENUE_HEADS | ORG_HEADS), "")
    head = first if f"{first} of" in text or f"{first} for" in text else head
    if len(words) > 1 and head not in EVENT_HEADS | VENUE_HEADS | ORG_HEADS and words[-1] in _OUTLETS:
        return Entity(letter="O", name=text)
    if len(words) < 2 or head not in EVENT_HEADS | VENUE_HEADS | ORG_HEADS:
        return None
    if head in {"Center", "Centre"} and f"{head} for" in text:
        return Entity(letter="O", name=text, detail=head)
    letter = "E" if head in EVENT_HEADS else "V" if head in VENUE_HEADS else "O"
    return Entity(letter=letter, name=text, detail=head)


_TOLD_KINDS = frozenset(
    "newspaper|broadcaster|news agency|journal|magazine|bank|airline|party|charity|university|football club|car maker|"
    "space agency|space company|oil company|mining company|drug company|food company".split("|")
)
"""Kinds of bodies that a question can call by their name: "which newspaper ..."."""
_LETTERS = {"people": "P", "organisations": "O", "places": "L"}


_OF_TWO = frozenset({"Georgia"})
"""Names of a state and of a country, so that a name alone tells neither."""


@lru_cache(maxsize=1 << 12)
def _by_common_knowledge(text: str) -> Entity | None:
    """What a name is to all the world, where it is one thing only."""
    families = [family for family, _ in known(text)]
    realms = {family.realm for family in families}
    letter = _LETTERS.get(realms.pop(), "") if len(realms) == 1 else ""
    if not letter or (letter == "P" and " " not in text) or is_common(text) or text in _OF_TWO:
        return None
    kind = families[0].kind
    if letter != "L":
        return Entity(letter=letter, name=text, detail=kind if letter == "O" and kind in _TOLD_KINDS else "")
    country = next((tag for tag in sorted(families[0].tags) if tag in COUNTRIES), "")
    return Entity(letter="L", name=text, detail=kind, country=country)


def _by_place(sentence: str, run: Run) -> Entity | None:
    before = _CITY_BEFORE.search(sentence[: run.start])
    found = before or _CITY_AFTER.match(sentence[run.end :])
    if found:
        country = DEMONYMS.get(before["nation"] or "", "") if before else ""
        return Entity(letter="L", name=run.text, detail=found["kind"], country=country)
    after = _WHOLE_AFTER.match(sentence[run.end :]) if _PLACE_BEFORE.search(sentence[: run.start]) else None
    whole = after["whole"] if after else ""
    country = _NATIONS.get(whole, "") or REGIONS.get(whole, "")
    return Entity(letter="L", name=run.text, country=country) if country and not run.title else None
