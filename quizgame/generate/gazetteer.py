"""The things that the articles name, by class: the first place to look for distractors."""

from collections import Counter
from collections.abc import Mapping

import msgspec

from quizgame.generate.classes import form_of
from quizgame.generate.lexicon.bodies import sort_of_body
from quizgame.generate.marks import Mark
from quizgame.generate.profiles import Profile, most_told, profiles_of, topics_of
from quizgame.generate.story import Story

__all__ = ["Gazetteer", "Named", "Thing", "gather", "named"]

_KEPT = "PCLVEOR"
_NOBODY = Profile()


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A named thing that may stand among options."""

    name: str
    form: str
    country: str = ""
    sort: str = ""
    """What an organisation is: a company, a party, a court ..."""
    profile: Profile = _NOBODY
    """What the article tells of a person."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """What one article names, and what it is about."""

    things: dict[str, tuple[Thing, ...]]
    """By form; the most often named first."""
    sport: str
    """The sport it is most about."""
    country: str
    """The country it names most."""
    topics: tuple[str, ...]
    """What else it is about, the most told first."""
    counts: dict[str, int]
    """How often it tells each name."""


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True):
    """What the articles of one pack name, and what they are about."""

    named: dict[str, Named]
    """By the ids of the articles."""

    def near(self, article: str, form: str) -> list[tuple[Thing, bool]]:
        """Things of a form, each with whether it is the article's own: those first, then those of akin articles.

        Articles on the same country serve too, but not for persons: who has nothing to do with a story tempts nobody.
        """
        others = [key for key in self.named if key != article and self._is_akin(key, article, form)]
        return [(thing, key == article) for key in (article, *others) for thing in self.of_form(key, form)]

    def of_form(self, article: str, form: str) -> tuple[Thing, ...]:
        """The things of a form that one article names; organisations of all forms are of one."""
        things = self.named[article].things
        if form.startswith("org"):
            return tuple(thing for key, row in things.items() if key.startswith("org") for thing in row)
        return things.get(form, ())

    def thing(self, article: str, form: str, name: str) -> Thing | None:
        """What an article tells of one thing it names."""
        return next((thing for thing in self.of_form(article, form) if thing.name == name), None)

    def _is_akin(self, one: str, other: str, form: str) -> bool:
        first, second = self.named[one], self.named[other]
        if first.sport == second.sport != "":
            return True
        if first.country != second.country or not first.country:
            return False
        return form != "person" or bool(set(first.topics[:2]) & set(second.topics[:2]))


def named(story: Story) -> Named:
    """Gather what an article names."""
    return Named(
        things=_things(story),
        sport=_sport_of(story),
        country=most_told(story, "CJ"),
        topics=topics_of(line.plain for line in story.lines),
        counts=dict(story.names.counts),
    )


def _sport_of(story: Story) -> str:
    """The sport that a story is most about; short track goes by several names."""
    sport = most_told(story, "S")
    return "short track" if sport.startswith("short track") else sport


def gather(articles: Mapping[str, Named]) -> Gazetteer:
    """What several articles name, by the id of each."""
    return Gazetteer(named=dict(articles))


def _things(story: Story) -> dict[str, tuple[Thing, ...]]:
    seen: Counter[Thing] = Counter()
    profiles = profiles_of(story)
    for line in story.lines:
        for mark in line.marked.marks:
            if mark.letter in _KEPT and (mark.letter != "P" or " " in mark.name):
                seen[_thing(mark, profiles)] += 1
    ordered = sorted(seen, key=lambda thing: (-seen[thing], thing.form, thing.name))
    forms = dict.fromkeys(thing.form for thing in ordered)
    return {form: tuple(thing for thing in ordered if thing.form == form) for form in forms}


def _thing(mark: Mark, profiles: Mapping[str, Profile]) -> Thing:
    form, name = form_of(mark)
    return Thing(
        name=name,
        form=form,
        country=mark.country or (profiles[name].country if mark.letter == "P" else ""),
        sort=sort_of_body(name, mark.detail) if mark.letter == "O" else "",
        profile=profiles[name] if mark.letter == "P" else _NOBODY,
    )
