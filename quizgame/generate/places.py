"""Where a place lies: "<city>, a city in northeast China's ... Province"."""

import re
from collections.abc import Iterator

from quizgame.generate.facts import Fact, Found
from quizgame.generate.lexicon.places import CITIES, REGION_CLASS
from quizgame.generate.story import Line, Story

__all__ = ["places"]

_SIDE = r"(?:(?:central|(?:north|south)(?:-?(?:east|west))?|east|west)(?:ern)? )?"
_IN = re.compile(
    r"\b(?:in|of|from|to|near|at|outside) (?:downtown |central )?(?P<place><L\d+>),"
    rf"(?: (?:a|the) (?:[a-z-]+ ){{0,3}}(?:city|town|village) in)? (?:the )?{_SIDE}"
    r"(?:(?P<country><C\d+>)'s )?(?:(?P<adjective><J\d+>) province of )?(?P<region><L\d+>)"
    r"(?!,? (?:and )?<L)"
)


_APPOSED = re.compile(
    r"(?P<place><L\d+>),? (?:which (?:is|lies) )?an? (?!<J)(?:[a-z-]+ ){0,3}"
    r"(?P<class>city|town|village|port|suburb|district|island)"
    r"(?: (?:in|on|of|off|near) (?:the )?(?:[a-z-]+ |<X\d+> ){0,4}?(?:of )?){1,2}(?P<country><C\d+>)(?!'s)"
)


def places(story: Story) -> Iterator[Found]:
    """The countries, states and provinces that an article puts its towns into."""
    for line in story.lines:
        for found in _IN.finditer(line.marked.text):
            made = _fact(line, found)
            if made:
                yield made
        for found in _APPOSED.finditer(line.marked.text):
            made = _in_country(line, found)
            if made:
                yield made


def _in_country(line: Line, found: re.Match[str]) -> Found | None:
    """As in "<L0>, a port town in the east of <C1>"."""
    place, country = line.marked.of(found["place"]), line.marked.of(found["country"]).country
    if place.text in CITIES or not country:
        return None
    kind = found["class"]
    called = place.name if kind in place.name.casefold() else f"the {kind} of {place.name}"
    return Fact(
        kind="place",
        relation="as_is",
        subject=f"{place.name} lies in",
        value=country,
        form="country",
        slots={"stem": f"In which country is {called}?"},
        evidence=line.proof,
        confidence=0.86,
        country=country,
    )


def _fact(line: Line, found: re.Match[str]) -> Found | None:
    place, region = line.marked.of(found["place"]), line.marked.of(found["region"])
    named = found["country"] or found["adjective"]
    country = line.marked.of(named).country if named else region.country
    kind = REGION_CLASS.get(country, "")
    if place.text in CITIES:
        return None  # known the world over: no question on what the article tells
    if place.detail not in {"city", "town", "village"} or not kind or region.detail != kind:
        return None
    bare = place.name
    called = bare if bare.endswith(" City") or place.detail != "city" else f"the city of {bare}"
    return Fact(
        kind="place",
        relation="as_is",
        subject=f"{bare} lies in",
        value=region.text.removesuffix(" Province"),
        form=kind,
        slots={"stem": f"In which {kind} of {country} is {called}?"},
        evidence=line.proof,
        confidence=0.9,
        country=country,
    )
