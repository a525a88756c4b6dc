"""Persons in turns of phrase: "champions such as A, B and C", "A and B headed ...", "a statue of A stands in ..."."""

import re
from collections.abc import Iterator

from quizgame.generate.clause import Clause
from quizgame.generate.deaths import the_dead
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.families import known
from quizgame.generate.lexicon.occupations import OCCUPATIONS
from quizgame.generate.lexicon.roles import ROLE_WORDS
from quizgame.generate.lexicon.verbs import PASTS
from quizgame.generate.standalone import ANCHORED, has_anchor, why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["persons"]

_SUCH_AS = re.compile(
    r"<P(?P<who>\d+)>(?:, [^,<>]*(?:<[A-OR-Z]\d+>[^,<>]*)*,)?(?:,? who)? (?P<verb>[a-z]+(?:ed|t|ght)) "
    r"(?P<group>(?!and |or )[a-z' -]{4,60}),? "
    r"(?:such as|including) (?P<list><P\d+>(?:, <P\d+>)*,? (?:and|or) <P\d+>)"
)
_IMAGE = re.compile(
    r"^(?P<what>(?:An? |The )?(?:[a-z-]+ )?(?:sculpture|statue|bust|portrait|monument|memorial)) (?:of|to) "
    r"(?P<code><P\d+>)"
)
_JOINT = re.compile(r"^(?:[A-Z][a-z]+s )?(?P<list><P\d+>(?:, <P\d+>)*,? and <P\d+>)$")
_SHARED = re.compile(r"\b(?:both|each|all|together|respectively|one another|jointly|between|two|three|as)\b")
_RECIPROCAL = frozenset("meet marry divorce agree share tie differ separate play face fight split join debate".split())
_VAGUE = re.compile(r"^(?:a (?:number|group|string|series|host|generation) of|several|many|some|the|a few) ")


def persons(story: Story) -> Iterator[Found]:
    """The persons of lists and of likenesses."""
    dead = the_dead(story)
    for line in story.lines:
        if line.is_broken or "<P" not in line.marked.text:
            continue
        for found in _SUCH_AS.finditer(line.marked.text):
            yield from _listed(line, found)
        yield from _likeness(story, line)
        yield from _origins(line, dead)
        for clause in line.clauses:
            yield from _joint(story, line, clause)


_OF = re.compile(r"<P(?P<who>\d+)>(?:, (?:<N\d+>|<U\d+>),)? of (?P<code><C\d+>)(?!'s|-)(?! (?:and|or) <C)")
_LEADER = re.compile(
    r"\b(?:[Pp]resident|[Mm]inister|[Cc]hancellor|[Kk]ing|[Qq]ueen|[Pp]rince|[Pp]rincess|[Pp]remier|leader)\b"
)
"""Words beside whose bearer's country nobody need ask."""
_BY = re.compile(r"(?<!and )(?<!or )(?<!-)(?P<code><J\d+>) (?:[a-z-]+ ){1,3}<P(?P<who>\d+)>(?!'s)")

_PRESENT = {"is": "is", "does": "does", "comes": "comes"}
_PAST = {"is": "was", "does": "did", "comes": "came"}


def _origins(line: Line, dead: frozenset[str]) -> Iterator[Found]:
    """As in "<person> of <country> won" and "the Norwegian skater <person>"."""
    for found in (*_OF.finditer(line.marked.text), *_BY.finditer(line.marked.text)):
        person, mark = line.marked.marks[int(found["who"])], line.marked.of(found["code"])
        words = found.group().split()[1:-1] if found.re is _BY else []
        if _LEADER.search(line.plain) or not mark.country or not _is_of_them(line, found):
            continue
        if known(person.name, "people"):
            yield Miss(kind="place", reason="everybody knows where the person is from", what=person.name)
            continue
        if " " not in person.name or len(line.marked.among(line.marked.text, "J" if words else "C")) > _NATIONS:
            yield Miss(kind="place", reason="the person's full name is not known", what=line.marked.told(found.group()))
            continue
        yield Fact(
            kind="place",
            relation="origin",
            subject=person.name,
            value=mark.country,
            form="country",
            slots={
                "person": f"the {' '.join(words)} {person.name}" if words else person.name,
                **(_PAST if person.name in dead else _PRESENT),
            },
            evidence=line.proof,
            confidence=0.85,
            country=mark.country,
        )


def _is_of_them(line: Line, found: re.Match[str]) -> bool:
    """Whether a country is surely the person's: behind the name, or before what it is that bears the name."""
    if found.re is _OF:
        return not line.marked.text[: found.start()].endswith("by ")
    between = [token for token in line.marked.tokens if found.end("code") < token.start < found.start("who") - 2]
    is_noun = bool(between) and between[-1].text.rpartition("-")[2] in _BEARERS
    return is_noun and all(token.tag in _DESCRIBING for token in between)


_DESCRIBING = frozenset({"NN", "JJ", "NNP", "VBG", "VBN"})
_BEARERS = frozenset({*OCCUPATIONS, *ROLE_WORDS})
_NATIONS = 3


def _joint(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    """As in "<person> and <person> headed the team of ...": one question, as its members tell one another.

    Nobody else of the sentence stands among the options: they may have had a part in it.
    """
    found = _JOINT.match(clause.subject)
    if not found or line.is_caption or clause.helper in {"are", "were", "have", "do"} or clause.do == "do":
        return
    names = [mark.name for mark in line.marked.among(found["list"], "P")]
    told = clause.predicate
    reason = why_not_alone(told, line.marked, story.names)
    if len(set(ANCHORED.findall(told))) < 2:
        reason = "many may have done it"
    if clause.lemma in _RECIPROCAL or _SHARED.search(told):
        reason = "what persons did together is no act of one"
    if reason or any(" " not in name for name in names):
        yield Miss(kind="person", reason=reason or "the person's full name is not known", what=line.marked.told(told))
        return
    for name in names:
        yield Fact(
            kind="person",
            relation="joint",
            subject=line.marked.told(told),
            value=name,
            form="person",
            slots={"predicate": line.marked.told(told)},
            evidence=line.proof,
            confidence=0.85,
            avoid=tuple(mark.name for mark in line.marked.marks if mark.letter == "P" and mark.name != name),
        )


def _listed(line: Line, found: re.Match[str]) -> Iterator[Found]:
    """One question for the list, since its members would give one another away."""
    names = [mark.name for mark in line.marked.among(found["list"], "P")]
    who = line.marked.marks[int(found["who"])].name
    if found["verb"] not in PASTS or any(" " not in name for name in (who, *names)):
        yield Miss(kind="person", reason="the person's full name is not known", what=line.marked.told(found.group()))
        return
    group = _VAGUE.sub("", found["group"]).strip()
    for name in names:
        yield Fact(
            kind="person",
            relation="among",
            subject=f"{who} {found['verb']} {group}",
            value=name,
            form="person",
            slots={"group": group, "who": who, "verb": found["verb"]},
            evidence=line.proof,
            confidence=0.85,
            avoid=tuple(other for other in (who, *names) if other != name),
        )


def _likeness(story: Story, line: Line) -> Iterator[Found]:
    found = _IMAGE.match(line.marked.text)
    if not found or line.is_caption:
        return
    mark = line.marked.of(found["code"])
    for clause in line.clauses:
        reason = why_not_alone(clause.predicate, line.marked, story.names)
        if not has_anchor(clause.predicate):
            reason = "nothing in it tells which event of the world is meant"
        if reason or " " not in mark.name:
            yield Miss(kind="person", reason=reason or "the person's full name is not known", what=mark.name)
            continue
        what = re.sub(r"^(?:An?|The) ", "", found["what"])
        yield Fact(
            kind="person",
            relation="as_is",
            subject=f"{what} {line.marked.told(clause.predicate)}",
            value=mark.name,
            form="person",
            slots={"stem": f"Whose {what} {line.marked.told(clause.predicate)}?"},
            evidence=line.proof,
            confidence=0.85,
        )
