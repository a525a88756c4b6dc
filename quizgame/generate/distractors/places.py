"""Countries, cities and regions beside one: near in the world, near in size, and no easier to rule out."""

import re
from collections.abc import Iterator

from quizgame.core.text import fold
from quizgame.generate.distractors.offers import Offer, fame, mates, unlike
from quizgame.generate.facts import Fact
from quizgame.generate.gazetteer import Gazetteer
from quizgame.generate.lexicon.countries import COUNTRIES, DEMONYMS, FAME, GROUPS, PEERS, TONGUES
from quizgame.generate.lexicon.families import Family, families_of_kind, known
from quizgame.generate.lexicon.nations import nations_in

__all__ = ["PLACES", "country_offers", "place_offers"]

PLACES = frozenset(
    "city town village state province region county prefecture district borough island islands river lake mountain "
    "mountains sea ocean bay peninsula valley desert continent street planet place".split()
)
"""Forms of places other than countries."""
_OF_COUNTRIES = frozenset("city town village state province region county prefecture district place".split())
"""Those that lie in one country."""
_AKIN, _TABLED, _FAR = 0.4, 0.6, 0.8
_CAPITAL = "capital"
"""The tag of the families of capitals."""
_BY_STEP, _OUTSIDE, _OTHERWISE = 0.07, 0.3, 2.0
"""What each place further along a row of countries costs, what it costs to be none of the key's peers, and what to be
of names that sound otherwise."""
_TOWNS = frozenset({"city", "town", "village"})
_NO_TOWN = re.compile(r"^(?:(?:North|South)?(?:East|West)?(?:ern)?|.*\d.*|.* .* .*)$")
"""What is told as a place and is none like a town: a point of the compass, a long name."""


def country_offers(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """Countries: those that the articles name and those near the key; none whose people the stem names."""
    named = set(nations_in(stem))
    own: dict[str, float] = {}
    for thing, is_own in gazetteer.near(article, "country"):
        own.setdefault(thing.name, 0 if is_own else _AKIN)
    for name in dict.fromkeys([*own, *COUNTRIES]):
        if name not in named and (name in own or COUNTRIES[name] != "home nations" or _is_home(fact.value)):
            apart = _by_name(fact.value, name) if fact.relation == "origin" else _apart(fact.value, name)
            yield Offer(name=name, cost=own.get(name, _TABLED) + apart)


def _is_home(name: str) -> bool:
    return COUNTRIES.get(name) == "home nations"


def _apart(one: str, other: str) -> float:
    """How far apart two countries are on the map and in fame; peers are near wherever they lie."""
    first, second = COUNTRIES.get(one, ""), COUNTRIES.get(other, "")
    renown = abs(FAME.get(one, 1) - FAME.get(other, 1))
    peers = PEERS.get(one, ())
    if other in peers:
        return _BY_STEP * peers.index(other)
    outside = _OUTSIDE if peers else 0.0
    if first == second and first:
        row = GROUPS[first]
        return outside + _BY_STEP * abs(row.index(one) - row.index(other)) + 0.25 * renown
    is_same_continent = first.split(" ")[-1] == second.split(" ")[-1]
    return outside + (0.55 if is_same_continent else 0.9) + 0.45 * renown


def _by_name(one: str, other: str) -> float:
    """How far apart two countries are by the names of their people; too far where the names sound otherwise."""
    steps = [abs(row.index(one) - row.index(other)) for row in TONGUES if one in row and other in row]
    return _BY_STEP * min(steps) if steps else _OTHERWISE


def place_offers(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """Places of the key's class: those that the articles name, then those of its country or part of the world."""
    form, key = fact.form, fact.value
    country = (fact.country or _home_of(key) or gazetteer.named[article].country) if form in _OF_COUNTRIES else ""
    is_bound = bool(country) and _is_told(country, stem)
    forms = _TOWNS if form in _TOWNS else {"place", *_TOWNS} if form == "place" else {form}
    for other in sorted(forms):
        for thing, is_own in gazetteer.near(article, other):
            if other == "place" and (known(thing.name) or _NO_TOWN.match(thing.name)):
                continue
            cost = (0.0 if is_own else _AKIN) + 0.6 * (other == "place")
            is_abroad = bool(country) and country != thing.country and (bool(thing.country) or form == "place")
            apart = (2 if is_bound or form == "place" else 0.4 if is_own else 0.9) * is_abroad
            cost += apart + 0.4 * abs(fame(key, "places") - fame(thing.name, "places"))
            cost += unlike(key, thing.name) + 0.3 * (other != form) + _FAR * (not is_own and _are_far(key, thing.name))
            yield Offer(name=_written(thing.name, key), cost=cost)
    is_at_home = is_bound or any(thing.name in stem for thing, _ in gazetteer.near(article, "person"))
    for offer in _tabled(key, forms, country, is_at_home=is_at_home):
        if not is_bound or any(country in family.tags for family, _ in known(offer.name, "places")):
            yield offer


def _home_of(place: str) -> str:
    """The country that a known place lies in."""
    nations = (family.tags & COUNTRIES.keys() for family, _ in known(place, "places"))
    return next((min(found) for found in nations if found), "")


def _are_far(key: str, other: str) -> bool:
    """Whether two places are known, and lie in different parts of their country or of the world."""
    one, two = known(key, "places"), known(other, "places")
    return bool(one and two) and not any(family is another for family, _ in one for another, _ in two)


def _is_told(country: str, stem: str) -> bool:
    """Whether a question says which country it speaks of."""
    demonyms = [demonym for demonym, name in DEMONYMS.items() if name == country]
    return any(re.search(rf"\b{re.escape(word)}\b", stem) for word in (country, *demonyms))


def _tabled(key: str, forms: frozenset[str] | set[str], country: str, *, is_at_home: bool) -> Iterator[Offer]:
    """Places of the key's families: beside a capital stand others, unless the question tells its country."""
    kinds = tuple(sorted(forms))
    bare = re.sub(r" (?:City|Province|Prefecture)$", "", key)
    own = [family for family, _ in known(bare, "places") if family.kind in kinds]
    if own:
        is_capital = not is_at_home and any(_CAPITAL in family.tags for family in own)
        for member, family, cost in mates(bare, "places", kinds):
            elsewhere = _unlike_home(family, country, is_capital=is_capital)
            yield Offer(name=_written(member.names[0], key), cost=cost + elsewhere)
        return
    for kind in kinds:
        for family in families_of_kind(kind):
            if country and country in family.tags:
                cost = 0.9 + 0.3 * (kind not in forms)
                yield from (Offer(name=_written(member.names[0], key), cost=cost) for member in family.members)


def _unlike_home(family: Family, country: str, *, is_capital: bool) -> float:
    """What it costs a place to be of a family beside the key: of another country, or of no capitals beside one."""
    if is_capital:
        return 0.5 * (_CAPITAL not in family.tags)
    is_elsewhere = bool(country) and country not in family.tags
    return (0.8 if family.tags & COUNTRIES.keys() else 0.5) * is_elsewhere


def _written(name: str, key: str) -> str:
    """A place written as the key is: with or without "Province", with or without "the"."""
    if key.endswith(" Province") and not name.endswith(" Province"):
        return f"{name} Province"
    return name if fold(key).startswith("the ") else name.removeprefix("the ")
