"""What the persons who speak in an article are: "Health Minister Li said", "Li, a judge, told"."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.headlines import headline_of
from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.countries import COUNTRIES
from quizgame.generate.lexicon.occupations import OCCUPATIONS
from quizgame.generate.lexicon.places import CITIES, REGIONS
from quizgame.generate.lexicon.roles import CLASSES
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.story import Line, Story, month_of

__all__ = ["positions"]

_OFFICES = {
    role: name
    for name in ("minister", "government", "local", "state", "legislature", "diplomacy")
    for role in CLASSES[name]
}
"""Offices of which nobody holds two of one class at a time."""
_TOO_COMMON = frozenset(
    "president prime minister|president|prime minister|spokesman|spokeswoman|vice president".split("|")
)
_BEFORE = re.compile(r"(?:^|[\s(])(?P<told>(?:[A-Za-z-]+ ){1,4})$")
_BEHIND = re.compile(
    r"^, (?:an?|the) (?P<told>[a-z][a-z -]{2,40}?)(?= (?:at|of|in|for|from|with|who|and|representing)\b|,|\.$|$)"
)
_SAYS = "|".join(sorted(REPORTING))
_SPEAKER = re.compile(
    rf"<P(\d+)>(?:, [^,]*(?:, [^,<>]*)?,)? (?:[a-z]+ ){{0,2}}(?:{_SAYS})\b|"
    rf"\b(?:{_SAYS}) (?:[A-Za-z'-]+ ){{0,6}}<P(\d+)>"
)
_PLACE = re.compile(r"<(?P<letter>[CLJ])(?P<mark>\d+)>(?:'s)? (?:[A-Za-z-]+ ){0,5}$")
_NAMED_PLACE = re.compile(r"(?:^|(?<=[a-z,.>] ))(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)??) (?:[A-Za-z]+ )?[A-Za-z]+ $")
_PLACES = frozenset({*REGIONS, *CITIES, *COUNTRIES})
_BODY = re.compile(r"^ (?:of|from|at) (?:the )?<[OX]\d+>(?:'s [a-z]+(?: [a-z]+)?)?(?=,? (?:said|told|added)\b|[,.]|$)")
_EXCLUSIVE = ("role:minister", "role:local", "role:state", "role:province")
_FEWEST_OTHERS = 2
_PAST = re.compile(
    r"\b(?:former|ex|late|then|outgoing|retired|acting|interim|deputy|vice|assistant|lead|co)\b", re.IGNORECASE
)


def positions(story: Story) -> Iterator[Found]:
    """Who of the speakers of an article bears which title, or which office one bears where there is nobody beside."""
    speakers = _speakers(story)
    told: dict[str, set[str]] = {}
    facts: dict[str, Fact] = {}
    for line in story.lines:
        if line.is_broken or line.is_caption:
            continue
        for token in line.marked.tokens:
            person = line.marked.of(token.text) if token.text.startswith("<P") else None
            role = _role_at(line, token.start, token.end) if person else ""
            if person and role:
                told.setdefault(person.name, set()).add(role)
                if person.name in speakers:
                    facts.setdefault(person.name, _fact(story, line, token, role))
    for name, fact in facts.items():
        if len(told[name]) > 1:
            yield Miss(kind="role", reason="the article gives the person several roles", what=name)
        else:
            yield _turned(story, fact, _others(name, fact.value, told))


def _others(name: str, role: str, told: dict[str, set[str]]) -> tuple[str, ...]:
    """The other persons of an article who are surely not what this one is: they have titles of their own."""
    others = (
        other
        for other, roles in told.items()
        if other != name and " " in other and _group(role) not in map(_group, roles)
    )
    return tuple(sorted(others))


def _group(role: str) -> str:
    return OCCUPATIONS.get(role, role)


def _turned(story: Story, fact: Fact, others: tuple[str, ...]) -> Found:
    """The fact asked the other way round, "who was the health minister", where others of the article may tempt."""
    if fact.relation == "office" and len(others) >= _FEWEST_OTHERS and headline_of(story.article):
        return msgspec.structs.replace(
            fact,
            kind="person",
            relation="named_as",
            subject=f"{fact.value} {story.article.title}",
            value=fact.subject,
            form="person",
            slots={**fact.slots, "role": fact.value, "a_role": _with_an(fact.value)},
            peers=others,
        )
    if fact.relation == "occupation":  # asked of nobody, but known of those beside whom an office is asked
        return Miss(kind="role", reason="what somebody does for a living is no part of the story", what=fact.subject)
    if not fact.form.startswith(_EXCLUSIVE):
        return Miss(kind="role", reason="one may hold several offices of the kind", what=fact.subject)
    return fact


def _with_an(role: str) -> str:
    if role in _OFFICES:
        return f"the {role}"
    return f"{'an' if role[0] in 'aeiou' else 'a'} {role}"


def _speakers(story: Story) -> set[str]:
    """Persons of full name whom the article lets speak: they live, and are what they are called."""
    told = {
        line.marked.marks[int(before or after)].name
        for line in story.lines
        for before, after in _SPEAKER.findall(line.marked.text)
    }
    return {name for name in told if " " in name}


def _role_at(line: Line, start: int, end: int) -> str:
    """The office or occupation that stands right at a name; empty where there is none, or one of the past."""
    before = _BEFORE.search(line.marked.text[:start])
    behind = _BEHIND.match(line.marked.text[end:])
    for told in (before["told"].strip() if before else "", behind["told"] if behind else ""):
        role = _known(told)
        if role:
            return role
    return ""


def _known(told: str) -> str:
    """The office or occupation in some words, where they say no more than it."""
    words = told.replace("Defense", "Defence").lower().split()
    for size in (3, 2, 1):
        role = " ".join(words[-size:])
        if len(words) >= size and (role in _OFFICES or role in OCCUPATIONS):
            is_bare = not _PAST.search(" ".join(words[:-size]))
            return role if is_bare and role not in _TOO_COMMON else ""
    return ""


def _fact(story: Story, line: Line, token: Token, role: str) -> Fact:
    """The fact, with what the article tells beside the name of where the person serves."""
    person = line.marked.of(token.text).name
    is_office = role in _OFFICES
    when = month_of(story)
    place = _place(line, token.start)
    body = _BODY.match(line.marked.text[token.end :])
    return Fact(
        kind="role",
        relation="office" if is_office else "occupation",
        subject=person,
        value=role,
        form=_form(role, place) if is_office else "occupation",
        slots={
            "person": person + (line.marked.told(body.group()) if body else ""),
            "place": place,
            "when": when,
            "be": "was" if when else "is",
        },
        evidence=line.proof,
        confidence=0.86 if is_office else 0.84,
    )


def _form(role: str, place: str) -> str:
    """The class of an office; a governor outside the United States stands beside officers of a province."""
    is_state = REGIONS.get(place.removeprefix("in "), "") == "the United States"
    name = _OFFICES[role]
    return f"role:{'province' if name == 'state' and 'governor' in role and not is_state else name}"


def _place(line: Line, start: int) -> str:
    """The country or place right before an office, as "in Norway"; empty where there is none."""
    before = line.marked.text[:start]
    found = _PLACE.search(before)
    if not found:
        named = _NAMED_PLACE.search(before)
        return f"in {named['name']}" if named and named["name"] in _PLACES else ""
    mark = line.marked.marks[int(found["mark"])]
    told = mark.country if found["letter"] == "J" else mark.name
    return f"in {told}" if told else ""
