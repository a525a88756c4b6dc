"""The things that the articles name, by class: the first place to look for distractors."""

import re
from collections import Counter
from collections.abc import Mapping

import msgspec

from quizgame.generate.classes import form_of
from quizgame.generate.lexicon.roles import HEADS
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.roles import offices_of
from quizgame.generate.story import Story

__all__ = ["Gazetteer", "Named", "Thing", "gather", "named"]

_SAYS = "|".join(sorted(REPORTING))
_SPEAKER = re.compile(rf"<P(\d+)>(?:, [^,<>]*,)? (?:{_SAYS})\b|\b(?:{_SAYS}) (?:[A-Za-z]+ ){{0,3}}<P(\d+)>")
_GENDER = re.compile(r"\b(women|men)'s\b")


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A named thing that may stand among options."""

    name: str
    form: str
    country: str = ""
    office: str = ""
    """The class of the role that the article gives a person."""
    speaks: bool = False
    """Whether it is a person whom the article lets speak."""
    gender: str = ""
    """``women`` or ``men`` for a person who is named beside a women's or a men's event and no other."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What one article names, and what it is about."""

    things: dict[str, tuple[Thing, ...]]
    """By form; the most often named first."""
    sport: str
    """The sport it is most about."""
    country: str
    """The country it names most."""
    counts: dict[str, int]
    """How often it tells each name."""


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True):
    """What the articles of one pack name, and what they are about."""

    things: dict[str, dict[str, tuple[Thing, ...]]]
    """Article id, then form, to its things; the most often named first."""
    sports: dict[str, str]
    """Article id to the sport it is most about."""
    countries: dict[str, str]
    """Article id to the country it names most."""

    def near(self, article: str, form: str) -> list[Thing]:
        """Things of a form: those of the article first, then those of articles on the same sport.

        Articles on the same country serve too, but not for persons: who has nothing to do with a story tempts nobody.
        """
        by_country = form != "person"
        others = [key for key in self.things if key != article and self._is_akin(key, article, by_country=by_country)]
        return [thing for key in (article, *others) for thing in self.things.get(key, {}).get(form, ())]

    def gender_of(self, article: str, person: str) -> str:
        """``women`` or ``men`` where the article tells which events a person takes part in, else empty."""
        persons = self.things.get(article, {}).get("person", ())
        return next((thing.gender for thing in persons if thing.name == person), "")

    def _is_akin(self, one: str, other: str, *, by_country: bool) -> bool:
        is_same_country = self.countries[one] == self.countries[other] != ""
        return self.sports[one] == self.sports[other] != "" or (by_country and is_same_country)


def named(story: Story) -> Named:
    """Gather what an article names."""
    return Named(
        things=_things(story), sport=_most(story, "S"), country=_most(story, "CJ"), counts=dict(story.names.counts)
    )


def gather(articles: Mapping[str, Named]) -> Gazetteer:
    """What several articles name, by the id of each."""
    return Gazetteer(
        things={article: told.things for article, told in articles.items()},
        sports={article: told.sport for article, told in articles.items()},
        countries={article: told.country for article, told in articles.items()},
    )


def _things(story: Story) -> dict[str, tuple[Thing, ...]]:
    seen: Counter[Thing] = Counter()
    persons = _persons(story)
    for line in story.lines:
        for mark in line.marked.marks:
            if mark.letter in "PCLVEOR" and (mark.letter != "P" or " " in mark.name):
                form, name = form_of(mark)
                bare = Thing(name=name, form=form, country=mark.country)
                seen[persons[name] if mark.letter == "P" else bare] += 1
    ordered = sorted(seen, key=lambda thing: (-seen[thing], thing.form, thing.name))
    forms = dict.fromkeys(thing.form for thing in ordered)
    return {form: tuple(thing for thing in ordered if thing.form == form) for form in forms}


def _persons(story: Story) -> dict[str, Thing]:
    """Every person that is named, with what the whole article tells of each."""
    genders, speakers = _genders(story), _speakers(story)
    offices = {name: HEADS.get(heads[0], "") for name, heads in offices_of(story).items()}
    names = {mark.name for line in story.lines for mark in line.marked.marks if mark.letter == "P"}
    return {
        name: Thing(
            name=name,
            form="person",
            office=offices.get(name, ""),
            gender=genders.get(name, ""),
            speaks=name in speakers,
        )
        for name in names
    }


def _speakers(story: Story) -> set[str]:
    return {
        line.marked.marks[int(before or after)].name
        for line in story.lines
        for before, after in _SPEAKER.findall(line.marked.text)
    }


def _genders(story: Story) -> dict[str, str]:
    told: dict[str, set[str]] = {}
    for line in story.lines:
        beside = set(_GENDER.findall(line.plain))
        for mark in line.marked.marks:
            if mark.letter == "P" and beside:
                told.setdefault(mark.name, set()).update(beside)
    return {name: found.pop() for name, found in told.items() if len(found) == 1}


def _most(story: Story, letters: str) -> str:
    counts: Counter[str] = Counter()
    for line in story.lines:
        for mark in line.marked.marks:
            if mark.letter in letters:
                counts[mark.country or mark.text.casefold().replace("-", " ")] += 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""
