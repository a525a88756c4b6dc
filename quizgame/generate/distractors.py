"""Wrong options that are surely wrong and of the key's own class."""

import re
from typing import TYPE_CHECKING

from quizgame.core.chance import draw_order
from quizgame.core.text import fold
from quizgame.generate.facts import Fact
from quizgame.generate.gazetteer import Gazetteer, Thing
from quizgame.generate.lexicon.countries import COUNTRIES, GROUPS
from quizgame.generate.lexicon.occupations import OCCUPATION_GROUPS, OCCUPATIONS
from quizgame.generate.lexicon.places import CITY_POOLS, REGION_CLASS, REGION_POOLS
from quizgame.generate.lexicon.pools import COMPETITIONS, EVENT_FAMILIES, LANDMARKS, ORGANISATIONS, PEOPLE, VENUES
from quizgame.generate.lexicon.roles import CLASSES
from quizgame.generate.names import is_surname_first
from quizgame.generate.numbers import near_ages, near_dates, near_numbers, near_scores, near_years

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["distractors_of", "is_same_thing"]

WANTED, NEEDED = 3, 2
_TOLD = frozenset({"said", "holds_that"})
"""Relations of words to their speaker, for which those who speak elsewhere in the article stand best beside the key."""
_RACE = re.compile(r"^(?P<who>(?:men|women)'s |mixed )?(?P<team>team )?(?P<far>[\d,.]+)(?P<rest>.*)$")
_RELAYS = (("men's ", "5,000"), ("women's ", "3,000"), ("mixed ", "2,000"))
"""The relays of short track: who races, and how far."""
_FAR = ("500", "1,000", "1,500", "2,000", "3,000", "5,000", "10,000")


def distractors_of(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer, seed: int) -> tuple[str, ...]:
    """Up to three wrong options, the best there are; fewer than two mean that the fact cannot be asked.

    Args:
        fact: What is asked.
        stem: Its question; nothing named in it is an option.
        article: The id of the article that tells the fact.
        gazetteer: What the articles name.
        seed: Chooses among equally good ones.
    """
    asked = fold(f"{stem} {fact.slots.get('quote', '')}")
    chosen: list[str] = []
    for name in _candidates(fact, stem, article=article, gazetteer=gazetteer, seed=seed):
        if len(chosen) == WANTED:
            break
        if name in fact.avoid or _stands_in(name, asked, fact.form):
            continue
        if not any(is_same_thing(name, other, fact.form) for other in (fact.value, *chosen, *fact.avoid)):
            chosen.append(name)
    return tuple(chosen) if len(chosen) >= NEEDED else ()


def is_same_thing(one: str, other: str, form: str) -> bool:
    """Whether two options may name one thing: equal, or one a part of the other."""
    a, b = fold(one).removeprefix("the "), fold(other).removeprefix("the ")
    if a == b:
        return True
    if form in {"number", "year", "date", "age", "score"}:
        return False
    if form == "race":
        one_race, other_race = set(_race_key(a).split()), set(_race_key(b).split())
        return one_race <= other_race or other_race <= one_race
    first, second = set(a.split()), set(b.split())
    if form == "event":
        years = {word for word in first | second if word[:4].isdigit()}
        return first - years <= second - years or second - years <= first - years or _same_host(a, b)
    if form.startswith("role"):
        return first == second
    return first <= second or second <= first


def _same_host(a: str, b: str) -> bool:
    """Whether two events begin alike and end alike, as "Springfield Games" and "Springfield-Ogden Games" do."""
    one = [word for word in a.split() if not word[:4].isdigit()]
    two = [word for word in b.split() if not word[:4].isdigit()]
    return len(one) > 1 and len(two) > 1 and one[0] == two[0] and one[-1] == two[-1]


def _race_key(race: str) -> str:
    return re.sub(r"(\d) ?(?:m|met(?:er|re)s?)\b", r"\1", race.replace("-", " "))


def _stands_in(name: str, asked: str, form: str) -> bool:
    bare = fold(name).removeprefix("the ")
    if form in {"number", "year", "date", "age", "score"}:
        return f" {bare} " in f" {asked} "
    parts = bare.split() if form == "person" else [bare]
    words = f" {asked} ".replace("'s ", " ")
    return any(len(part) > 1 and f" {part} " in words for part in parts)


def _candidates(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer, seed: int) -> list[str]:
    key, avoid = fact.value, fact.avoid
    makers: dict[str, Callable[[], list[str]]] = {
        "number": lambda: near_numbers(key, bound=fact.bound, avoid=avoid, seed=seed),
        "year": lambda: near_years(key, by=_every(fact.subject), avoid=avoid, seed=seed),
        "date": lambda: near_dates(key, avoid=avoid, seed=seed),
        "age": lambda: near_ages(key, seed=seed),
        "score": lambda: near_scores(key, avoid=avoid, seed=seed),
        "role": lambda: _roles(fact, fact.form.partition(":")[2], seed),
        "occupation": lambda: _occupations(fact, seed),
    }
    maker = makers.get(fact.form.partition(":")[0])
    return maker() if maker else _named(fact, stem, article, gazetteer, seed)


def _every(told: str) -> int:
    """How many years apart the occasions are that a statement may speak of."""
    return 4 if re.search(r"\b(?:Olympics|Paralympics|Olympic Games|Asian (?:Winter )?Games)\b", told) else 1


def _roles(fact: Fact, name: str, seed: int) -> list[str]:
    """Other roles of the class, with the words that stood before the key's own."""
    roles = CLASSES.get(name, ())
    head = next((role for role in sorted(roles, key=lambda role: -len(role)) if fact.value.endswith(role)), "")
    before = fact.value.removesuffix(head) if head else ""
    if before and not re.fullmatch(r"(?:former |acting |interim )", before):
        return []
    others = [role for role in roles if role not in head and head not in role and role[:5] != head[:5]]
    return [before + role for role in draw_order(others, seed=seed, purpose="roles", name=lambda r: fact.subject + r)]


def _occupations(fact: Fact, seed: int) -> list[str]:
    """Occupations of other groups, a common one of each."""
    own = OCCUPATIONS[fact.value]
    groups = draw_order(
        [name for name in OCCUPATION_GROUPS if name != own],
        seed=seed,
        purpose="occupations",
        name=lambda name: fact.subject + name,
    )
    return [OCCUPATION_GROUPS[name][0] for name in groups]


def _named(fact: Fact, stem: str, article: str, gazetteer: Gazetteer, seed: int) -> list[str]:
    """Names: the article's own, then those of the pack, then a pool."""
    near = [thing for thing in gazetteer.near(article, fact.form) if _fits(fact, thing.name)]
    if fact.relation == "holds" or fact.slots.get("role"):
        near = [thing for thing in near if thing.name in fact.peers]
    elif fact.form == "person" and gender_in(stem):
        near = [thing for thing in near if thing.gender == gender_in(stem)]
    if fact.relation in _TOLD:
        near = sorted(near, key=lambda thing: not thing.speaks)
    own = [thing for thing in near if thing.name != fact.value][:6]
    own = draw_order(own, seed=seed, purpose="near", name=lambda thing: f"{fact.subject} {thing.name}")
    pool = _pool(fact, stem, article, gazetteer)
    if fact.form not in {"event", "race"}:
        pool = draw_order(pool, seed=seed, purpose="pool", name=lambda name: f"{fact.subject} {name}")
    if fact.form == "person":
        return _by_likeness(fact, own, pool, office=_office(near, fact.value))
    own.sort(key=lambda thing: bool(fact.country and thing.country) and thing.country != fact.country)
    return _long_enough(fact.value, list(dict.fromkeys([*(thing.name for thing in own), *pool])))


def _office(near: list[Thing], name: str) -> str:
    return next((thing.office for thing in near if thing.name == name), "")


def _by_likeness(fact: Fact, own: list[Thing], pool: list[str], *, office: str) -> list[str]:
    """Persons of the key's own office and way of writing first, be they of the article or of the pool.

    Any person of the article may have said a thing; to have done it, like persons are likelier.
    """
    style = name_style(fact.value)
    is_told = fact.relation in _TOLD
    ordered = [
        (name_style(thing.name) != style, not thing.speaks if is_told else thing.office != office, thing.name)
        for thing in own
    ]
    if fact.relation not in {"did", "called", "joint"}:
        return list(dict.fromkeys([*(name for *_, name in sorted(ordered, key=lambda row: row[: 1 + is_told])), *pool]))
    drawn = [(name_style(name) != style, False, name) for name in pool]
    return list(dict.fromkeys(name for *_, name in sorted([*ordered, *drawn], key=lambda row: row[:2])))


def _long_enough(key: str, names: list[str]) -> list[str]:
    """Put a long name first where the key is long, lest its length gives it away."""
    long = [name for name in names if len(name) >= 0.85 * len(key) and name != key]
    return [*long[:1], *(name for name in names if name not in long[:1])] if len(key.split()) > 3 else names


def gender_in(stem: str) -> str:
    """Whether a stem speaks of a women's or a men's event."""
    found = re.search(r"\b(women|men)['’]s\b", stem)
    return found[1] if found else ""


def name_style(name: str) -> str:
    """How a person's name is built, since options built alike are harder to tell apart."""
    if re.fullmatch(r"[A-Z][a-z]+ [A-Z][a-z]*-[a-z]+", name):
        return "Korean"
    return "Chinese" if is_surname_first(name) else "other"


def _fits(fact: Fact, name: str) -> bool:
    """Whether a name is written in the key's way: a relay or not, an event with or without its year."""
    if fact.form == "race":
        return ("relay" in name) == ("relay" in fact.value)
    if fact.form != "event":
        return True
    return name[:4].isdigit() == fact.value[:4].isdigit() and name.rsplit(maxsplit=1)[-1] == fact.value.split()[-1]


def _pool(fact: Fact, stem: str, article: str, gazetteer: Gazetteer) -> list[str]:
    form, country = fact.form, fact.country or gazetteer.countries.get(article, "")
    sport = gazetteer.sports.get(article, "")
    head = form.partition(":")[2]
    if form == REGION_CLASS.get(country):
        style = " Province" if fact.value.endswith(" Province") else ""
        return [name + style for name in REGION_POOLS[country]]
    pools: dict[str, Callable[[], Sequence[str]]] = {
        "country": lambda: GROUPS.get(COUNTRIES.get(fact.value, ""), ()),
        "city": lambda: CITY_POOLS.get(country, ()),
        "race": lambda: _races(fact.value),
        "event": lambda: _family(fact.value) or _competitions(fact.value, f"{_field(sport)} {country}"),
        "venue": lambda: LANDMARKS.get(head, ()) if head else VENUES.get(_venue_key(country, sport), ()),
        "org": lambda: ORGANISATIONS.get(f"{country} {head}", ()),
        "person": lambda: _people(fact, stem, sport, country, gazetteer.gender_of(article, fact.value)),
    }
    pool = pools.get(form.partition(":")[0])
    return list(pool()) if pool else []


def _competitions(key: str, field: str) -> list[str]:
    return [name for name in COMPETITIONS.get(field, ()) if name[:1].isdigit() == key[:1].isdigit()]


def _venue_key(country: str, sport: str) -> str:
    return f"{country} ice" if re.search(r"skat|hockey|curling|short track", sport) else country


def _races(key: str) -> list[str]:
    found = _RACE.match(key)
    if not found:
        return []
    grouped = "," in key or len(found["far"]) < 4
    who = found["who"] or ""
    rivals = [(who, far) for far in _FAR]
    if "relay" in key:
        rivals = [*(_RELAYS if who else ()), *((who, far) for _, far in _RELAYS)]
    told = [(who, far if grouped else far.replace(",", "")) for who, far in rivals]
    return [f"{who}{found['team'] or ''}{far}{found['rest']}" for who, far in dict.fromkeys(told)]


def _family(key: str) -> list[str]:
    """The family that has the key, its neighbours first, or one whose members are written as the key is."""
    tail = key.split()[-2:]
    for family in EVENT_FAMILIES:
        if key in family:
            at = family.index(key)
            return sorted(family, key=lambda name: abs(family.index(name) - at))
    for family in EVENT_FAMILIES:
        if family[0].split()[-2:] == tail and family[0][0].isdigit() == key[0].isdigit():
            return list(family)
    return []


def _field(sport: str) -> str:
    """A sport as the pools spell it."""
    return "short-track speed skating" if sport == "short track" else re.sub(r"^short track ", "short-track ", sport)


def _people(fact: Fact, stem: str, sport: str, country: str, gender: str) -> list[str]:
    field = _field(sport)
    gender = gender_in(stem) or gender
    styles = {"Korean": "South Korea", "Chinese": "China"}
    country = styles.get(name_style(fact.value), country if country not in styles.values() else "")
    role = " coach" if re.search(r"\bcoach(?:ed|es)?\b", f"{fact.subject} {fact.slots.get('role', '')}") else ""
    if role:
        return list(PEOPLE.get(f"{field}{role} {country}", ()))
    genders = (gender,) if gender else ("women", "men")
    return [name for gender in genders for name in PEOPLE.get(f"{field} {gender} {country}".strip(), ())]
