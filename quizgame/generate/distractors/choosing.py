"""Which wrong options a question gets: the best of all that may stand beside its key, or none."""

import re
from collections.abc import Callable, Iterator

from quizgame.core.chance import rank
from quizgame.core.text import fold
from quizgame.generate.distractors.offers import Offer
from quizgame.generate.distractors.persons import person_offers
from quizgame.generate.distractors.places import PLACES, country_offers, place_offers
from quizgame.generate.distractors.roles import rival_roles
from quizgame.generate.distractors.sameness import is_same_thing, stands_in
from quizgame.generate.distractors.things import body_offers, event_offers, thing_offers, venue_offers
from quizgame.generate.facts import Fact
from quizgame.generate.gazetteer import Gazetteer
from quizgame.generate.numbers import near_ages, near_dates, near_numbers, near_scores, near_years

__all__ = ["distractors_of"]

WANTED, NEEDED = 3, 2
_DEAREST = 1.7
"""The cost above which something is too unlike the key to stand beside it."""
_CHANCE = 0.3
"""Offers that cost no more than this apart are equally good: the seed chooses."""
_GAMES = re.compile(r"\b(?:Olympics|Paralympics|Olympic Games|Asian (?:Winter )?Games)\b")
_LONG = 3
_ARTICLE = re.compile(r"\bthe (?:[a-z-]+ )*_____")


def distractors_of(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer, seed: int) -> tuple[str, ...]:
    """Up to three wrong options, the best there are; fewer than two mean that the fact cannot be asked.

    Args:
        fact: What is asked.
        stem: Its question; nothing named in it is an option.
        article: The id of the article that tells the fact.
        gazetteer: What the articles name.
        seed: Chooses among equally good ones.
    """
    if fact.value.startswith("the ") and _ARTICLE.search(stem):
        return ()  # "the central _____" cannot be filled with "the Philippines"
    asked = fold(f"{stem} {fact.slots.get('quote', '')}")
    chosen: list[str] = []
    for name in _candidates(fact, stem, article=article, gazetteer=gazetteer, seed=seed):
        if len(chosen) == WANTED:
            break
        if name in fact.avoid or stands_in(name, asked, fact.form):
            continue
        if not any(is_same_thing(name, other, fact.form) for other in (fact.value, *chosen, *fact.avoid)):
            chosen.append(name)
    return tuple(chosen) if len(chosen) >= NEEDED else ()


def _candidates(fact: Fact, stem: str, *, article: str, gazetteer: Gazetteer, seed: int) -> list[str]:
    """The names, numbers or roles that may be chosen, the best first."""
    key, avoid = fact.value, fact.avoid
    makers: dict[str, Callable[[], list[str]]] = {
        "number": lambda: _countable(near_numbers(key, bound=fact.bound, avoid=avoid, seed=seed), stem),
        "year": lambda: near_years(key, by=4 if _GAMES.search(fact.subject) else 1, avoid=avoid, seed=seed),
        "date": lambda: near_dates(key, avoid=avoid, seed=seed),
        "age": lambda: near_ages(key, seed=seed),
        "score": lambda: near_scores(key, avoid=avoid, seed=seed),
        "role": lambda: rival_roles(fact, seed),
    }
    maker = makers.get(fact.form.partition(":")[0])
    return maker() if maker else _ordered(fact, _offers(fact, stem, article, gazetteer), seed)


def _countable(numbers: list[str], stem: str) -> list[str]:
    """The numbers that fit a gap before a plural: "one girls" does not."""
    return [number for number in numbers if number.casefold() not in {"one", "1"}] if "_____ " in stem else numbers


def _offers(fact: Fact, stem: str, article: str, gazetteer: Gazetteer) -> Iterator[Offer]:
    form = fact.form.partition(":")[0]
    if form == "person":
        return person_offers(fact, stem, article=article, gazetteer=gazetteer)
    if form == "country":
        return country_offers(fact, stem, article=article, gazetteer=gazetteer)
    if form in PLACES:
        return place_offers(fact, stem, article=article, gazetteer=gazetteer)
    if form == "org":
        return body_offers(fact, stem, article=article, gazetteer=gazetteer)
    makers = {"venue": venue_offers, "event": event_offers, "race": event_offers}
    return makers.get(form, thing_offers)(fact, article=article, gazetteer=gazetteer)


def _ordered(fact: Fact, offers: Iterator[Offer], seed: int) -> list[str]:
    """Names from the likest to the least like, one about as long as the key first where that is long."""
    costs: dict[str, float] = {}
    for offer in offers:
        if offer.cost <= _DEAREST and offer.name != fact.value:
            costs[offer.name] = min(offer.cost, costs.get(offer.name, _DEAREST))
    chance = {name: rank(seed, "beside", f"{fact.subject} {name}") / 2**64 for name in costs}
    names = sorted(costs, key=lambda name: (costs[name] + _CHANCE * chance[name], name))
    if len(fact.value.split()) <= _LONG:
        return names
    long = [name for name in names if len(name) >= 0.85 * len(fact.value)]
    return [*long[:1], *(name for name in names if name not in long[:1])]
