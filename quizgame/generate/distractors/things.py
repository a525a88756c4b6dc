"""Organisations, venues, events, works and whatever else has a name, beside their like."""

import re
from collections.abc import Iterator

from quizgame.generate.distractors.offers import Offer, fame, mates, unlike
from quizgame.generate.distractors.races import competitions, fits, rival_races
from quizgame.generate.facts import Fact
from quizgame.generate.gazetteer import Gazetteer
from quizgame.generate.lexicon.bodies import country_in, sort_of_body, sorts_of_kind
from quizgame.generate.lexicon.countries import COUNTRIES
from quizgame.generate.lexicon.families import Family, Member, families_of_kind, known

__all__ = ["body_offers", "event_offers", "thing_offers", "venue_offers"]

_AKIN, _TABLED = 0.6, 0.9
_WORLDWIDE = frozenset({"university"})
"""Kinds whose members are known beyond their country."""
_ICE = ("skat", "hockey", "curling", "short track")


def body_offers(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """Organisations of the key's sort and, where the stem names a class, of that class."""
    key = fact.value
    sort = sort_of_body(key, fact.form.partition(":")[2])
    wanted = fact.slots.get("class", "") if re.search(rf"\b{fact.slots.get('class', '')}\b", stem) else ""
    country = fact.country or country_in(key) or gazetteer.named[article].country
    for thing, is_own in gazetteer.near(article, fact.form):
        if (thing.form == fact.form or (sort and thing.sort == sort)) and _is_called(thing.name, wanted):
            cost = (0 if is_own else _AKIN) + unlike(key, thing.name) + 0.4 * abs(fame(key) - fame(thing.name))
            cost += 0.4 * (thing.form != fact.form) + 0.9 * (thing.sort != sort)
            yield Offer(name=thing.name, cost=cost)
    kinds = sorts_of_kind(sort)
    rivals = list(_elsewhere(mates(key, "organisations", kinds), country))
    for member, cost in rivals or _of_country(kinds, country):
        name = _likest(key, member)
        if _is_called(name, wanted):
            yield Offer(name=name, cost=cost + unlike(key, name))


def _elsewhere(rivals: Iterator[tuple[Member, Family, float]], country: str) -> Iterator[tuple[Member, float]]:
    """Members of families, those of another country's at a higher cost."""
    for member, family, cost in rivals:
        nations = family.tags & COUNTRIES.keys()
        yield member, cost + 0.7 * bool(country and nations and country not in nations)


def _is_called(name: str, wanted: str) -> bool:
    """Whether the class that a stem names is what a name says it is."""
    if wanted in {"", "organisation", "company"} or wanted in name.casefold():
        return True
    return any(wanted in family.kind for family, _ in known(name, "organisations"))


def _of_country(kinds: tuple[str, ...], country: str) -> Iterator[tuple[Member, float]]:
    """Members of families of some kinds: those of a country; those of others cost more."""
    for kind in kinds:
        for family in families_of_kind(kind):
            is_own = bool(country) and country in family.tags
            if is_own or (kind in kinds[:1] and kind in _WORLDWIDE):
                yield from ((member, _TABLED + 0.7 * (not is_own)) for member in family.members)


def venue_offers(fact: Fact, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """Venues of the key's class, country and sport."""
    key, head = fact.value, fact.form.partition(":")[2].casefold()
    named = gazetteer.named[article]
    country = fact.country or named.country
    for thing, is_own in gazetteer.near(article, fact.form):
        yield Offer(name=thing.name, cost=(0 if is_own else _AKIN) + unlike(key, thing.name))
    rivals = [*mates(key, "events"), *mates(key, "organisations"), *mates(key, "places")]
    if not rivals:
        is_ice = any(word in named.sport for word in _ICE)
        families = families_of_kind(head or "venue")
        fair = (family for family in families if _is_fit(family, country, is_ice=is_ice))
        rivals = [(member, family, _TABLED) for family in fair for member in family.members]
    for member, _, cost in rivals:
        name = _likest(key, member)
        yield Offer(name=name, cost=cost + unlike(key, name))


def _is_fit(family: Family, country: str, *, is_ice: bool) -> bool:
    """Whether venues of a family may stand beside one that no family knows: of its country, and for its sports."""
    nations = family.tags & COUNTRIES.keys()
    return (not family.tags or country in nations) and ("ice" in family.tags) == (is_ice and family.kind == "venue")


def event_offers(fact: Fact, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """Events and races that are written as the key is."""
    key, form = fact.value, fact.form
    named = gazetteer.named[article]
    for thing, is_own in gazetteer.near(article, form):
        if fits(form, key, thing.name):
            yield Offer(name=thing.name, cost=(0 if is_own else _AKIN) + unlike(key, thing.name))
    if form == "race":
        yield from (Offer(name=name, cost=_TABLED + 0.05 * at) for at, name in enumerate(rival_races(key)))
        return
    rivals = [(_likest(key, member), cost) for member, _, cost in mates(key, "events", ("event",))]
    if not rivals:
        tabled = competitions(key, named.sport, fact.country or named.country)
        rivals = [(name, _TABLED + 0.05 * at) for at, name in enumerate(tabled)]
    yield from (Offer(name=name, cost=cost + unlike(key, name)) for name, cost in rivals)


def thing_offers(fact: Fact, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """What stands beside a name or a noun of no class of its own: things of its form, then its own family."""
    key = fact.value
    for thing, is_own in gazetteer.near(article, fact.form):
        yield Offer(name=thing.name, cost=(0 if is_own else _AKIN) + unlike(key, thing.name))
    for member, family, cost in mates(key, ""):
        if family.realm != "people" and not (family.realm == "places" and family.tags & COUNTRIES.keys()):
            name = _likest(key, member)
            yield Offer(name=name, cost=cost + unlike(key, name))


def _likest(key: str, member: Member) -> str:
    """The name of a member that is built most like the key: an acronym beside an acronym."""
    return min(member.names, key=lambda name: unlike(key, name))
