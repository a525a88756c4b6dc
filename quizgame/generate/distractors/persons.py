"""Persons beside a person: of the article, of akin articles, of the key's own family, of its office and country."""

import re
from collections.abc import Iterator

from quizgame.generate.bearers import is_surname_first
from quizgame.generate.distractors.offers import Offer, fame, mates
from quizgame.generate.distractors.races import sport_tag
from quizgame.generate.facts import Fact
from quizgame.generate.gazetteer import Gazetteer, Thing
from quizgame.generate.lexicon.countries import COUNTRIES
from quizgame.generate.lexicon.families import FAMOUS, Family, Member, families_of_kind, known
from quizgame.generate.lexicon.nations import nations_in
from quizgame.generate.profiles import Profile, gender_of

__all__ = ["person_offers"]

_TOLD = frozenset({"said", "holds_that", "verdict"})
"""Relations of words to their speaker, for whom those who speak elsewhere in the article stand best beside the key."""
_PEERS = frozenset({"holds", "named_as"})
"""Relations to an office, for which only those who hold one of its class will do."""
_AKIN, _BY_OFFICE, _FOREIGN = 0.9, 1.2, 2.0
_NOBODY = re.compile(r"^(?:Queen|King|Pope|Prince|Princess|Emperor) | [A-Z]$")
_QUOTED = re.compile(r"“[^”]*”")
_OF_SPORT = re.compile(r"\b(?:coach|captain|manager|champion|player|skater)\b")
_BROAD = frozenset({"science", "sport", "coach", "music", "art", "health"})
"""Fields too broad to make two persons rivals."""
_FIELDS = frozenset({"politics", "law", "business", "police", "military"})
"""Fields in which people of one country are rivals whatever their office."""
_STYLES = {"Korean": "South Korea", "Chinese": "China"}
_EVENT_GENDER = re.compile(r"\b(women|men)['’]s\b")
_IN_OFFICE = range(2012, 2026)
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
_FEMALE = re.compile(r"\b(?:actress|(?:[a-z]+)?woman|queen|princess|mother|wife|widow|sister|daughter|nun)\b")
_MALE = re.compile(r"\b(?:(?:[a-z]+)?(?<!hu)man|king|prince|father|husband|brother|son|pope|cardinal|priest)\b")


def person_offers(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    """Persons who may stand beside a fact's key."""
    key = gazetteer.thing(article, "person", fact.value) or Thing(
        name=fact.value, form="person", profile=Profile(gender=gender_of(fact.value))
    )
    asked = _EVENT_GENDER.search(stem)
    needs_peer = fact.relation in _PEERS or bool(fact.slots.get("role"))
    year = min(map(int, _YEAR.findall(stem)), default=0)
    sport = sport_tag(gazetteer.named[article].sport)
    for thing, is_own in gazetteer.near(article, "person"):
        if _is_out_of_place(fact, thing, is_own=is_own, sport=sport) or _had_died(thing.name, year):
            continue
        if needs_peer and thing.name not in fact.peers:
            continue
        if (asked and thing.profile.events != asked[1]) or _is_barred(thing.profile.gender, stem):
            continue
        cost = _differing(fact, key, thing) + (0 if is_own else _AKIN)
        yield Offer(name=thing.name, cost=cost)
    if _may_be_strangers(fact, key.name, sport, needs_peer=needs_peer):
        yield from _of_families(fact, stem, key, sport, year)


def _is_out_of_place(fact: Fact, thing: Thing, *, is_own: bool, sport: str) -> bool:
    """Whether somebody tempts nobody: a monarch, half a name, somebody long gone, or without a voice in the story."""
    is_of_a_story = bool(fact.slots.get("news")) or fact.relation == "gap"
    is_outside = is_of_a_story and (not is_own or not (thing.profile.speaks or sport))
    is_dead = any(family.members[place].died for family, place in known(thing.name, "people"))
    return is_outside or is_dead or thing.profile.is_of_the_past or bool(_NOBODY.search(thing.name))


def _may_be_strangers(fact: Fact, key: str, sport: str, *, needs_peer: bool) -> bool:
    """Whether persons whom no article names may stand beside the key: other athletes, or the famous beside the famous.

    Under a headline only those of the story tempt. Who held an office before is right too.
    """
    if needs_peer and (fact.slots.get("be") == "was" or not _is_of_these_years(fact.slots.get("when", ""))):
        return False
    is_of_a_story = bool(fact.slots.get("news")) or fact.relation == "gap"
    is_of_sport = bool(sport) and (not needs_peer or _OF_SPORT.search(fact.slots.get("role", "")) is not None)
    return not is_of_a_story and (is_of_sport or bool(known(key, "people")))


def _is_of_these_years(when: str) -> bool:
    """Whether those whom the families tell of were in office at a time; they were about then, or it is not told."""
    year = _YEAR.search(when)
    return year is None or int(year.group()) in _IN_OFFICE


def _differing(fact: Fact, key: Thing, other: Thing) -> float:
    """How unlike the key another person of the articles is.

    Any person of the article may have said a thing, but for what one says of one's own country; to have done it, like
    persons are likelier.
    """
    one, two = key.profile, other.profile
    cost = 1.2 * (_style(key.name) != _style(other.name)) + 0.6 * _are_apart(one.gender, two.gender)
    cost += 0.5 * abs(fame(key.name, "people") - fame(other.name, "people"))
    if fact.relation in _TOLD:
        is_ours = bool(key.country) and key.country in set(nations_in(fact.slots.get("quote", "")))
        return cost + 0.7 * (not two.speaks) + _FOREIGN * (is_ours and _are_apart(key.country, other.country))
    return cost + 0.7 * (one.office != two.office) + 0.5 * _are_apart(key.country, other.country)


def _had_died(name: str, year: int) -> bool:
    """Whether a person is known to have died before a year: the dead neither speak nor hold an office."""
    return any(family.members[place].died in range(1, year) for family, place in known(name, "people"))


def _of_families(fact: Fact, stem: str, key: Thing, sport: str, year: int) -> Iterator[Offer]:
    """The key's own family, or those of its office, field and country."""
    for member, family, cost in _members(fact, stem, key, sport):
        gender = "female" if member.is_woman else "male"
        if not _is_barred(gender, stem) and member.died not in range(1, year):
            shown = member.names[0]
            apart = 1.2 * (_style(key.name) != _style(shown)) + 0.6 * _are_apart(key.profile.gender, gender)
            renowned = 0.7 * (FAMOUS in family.tags and not fame(key.name, "people"))
            yield Offer(name=shown, cost=cost + apart + renowned)


def _members(fact: Fact, stem: str, key: Thing, sport: str) -> Iterator[tuple[Member, Family, float]]:
    families = [family for family, _ in known(key.name, "people")]
    if families:
        yield from mates(key.name, "people")
        yield from _compatriots(families)
        return
    is_coach = bool(re.search(r"\bcoach(?:ed|es)?\b", f"{fact.subject} {fact.slots.get('role', '')}"))
    country = _STYLES.get(_style(key.name), key.country if key.country not in _STYLES.values() else "")
    asked = _EVENT_GENDER.search(stem)
    events = asked[1] if asked else key.profile.events
    for family in families_of_kind("person"):
        apart = {"women": "men", "men": "women"}.get(events, "")
        if apart in family.tags or ("coach" in family.tags) != is_coach:
            continue
        cost = _distance(family, key.profile, sport, country)
        if cost is not None:
            yield from ((member, family, cost) for member in family.members)


def _compatriots(own: list[Family]) -> Iterator[tuple[Member, Family, float]]:
    """The members of other families of the same country and field."""
    for family in families_of_kind("person"):
        is_of_field = any(_nations(family) & _nations(other) and family.tags & other.tags & _FIELDS for other in own)
        if family not in own and is_of_field:
            yield from ((member, family, _BY_OFFICE) for member in family.members)


def _distance(family: Family, profile: Profile, sport: str, country: str) -> float | None:
    """How far a family is from what is known of a person; None where it is no family for them."""
    tags = family.tags
    nations = _nations(family)
    if nations and country not in nations:
        return None
    if sport and sport in tags:
        return _BY_OFFICE + 0.4 * (not nations)
    if sport and "sport" in tags:
        return None
    shared = tags & set(profile.field)
    specific = (tags & {*profile.field, *profile.topics}) - _BROAD
    if not shared or not specific:
        return None
    return _BY_OFFICE - 0.3 * (len(shared | specific) - 1) + 0.4 * (not nations)


def _nations(family: Family) -> set[str]:
    """The countries and bodies that a family is of."""
    return {tag for tag in family.tags if tag[0].isupper() or tag in COUNTRIES}


def _style(name: str) -> str:
    """How a person's name is built, since options built alike are harder to tell apart."""
    if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]*-[a-z]+", name):
        return "Korean"
    return "Chinese" if is_surname_first(name) else "other"


def _are_apart(one: str, two: str) -> bool:
    return bool(one and two and one != two)


def _is_barred(gender: str, stem: str) -> bool:
    """Whether the words of a question rule a gender out."""
    pattern = {"male": _FEMALE, "female": _MALE}.get(gender)
    return bool(pattern and pattern.search(_QUOTED.sub("", stem)))
