"""How many: numbers that count things, never labels, distances, dates or ages."""

import re
from collections.abc import Iterator

from quizgame.core.pack import MONTHS
from quizgame.generate.clauses import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.words import PLAIN_NOUNS
from quizgame.generate.standalone import has_anchor, why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["counts"]

_BOUND = (
    r"(?:(?P<bound>over|more than|at least|fewer than|less than|up to|about|around|nearly|almost|some|roughly|"
    r"approximately|only|just|another|the|all|these|those|a total of) )?"
)
_NOUN = (
    r"(?P<noun>(?:(?:<[JSX]\d+>|[a-z][a-z'-]*) ){0,3}?"
    r"(?:[a-z-]+s|people|men|women|children))"
)
_COUNTED = re.compile(rf"^{_BOUND}(?P<code><N\d+>) {_NOUN}(?=$|[ ,])", re.IGNORECASE)
_PAIRED = re.compile(r"^(?P<code><N\d+>) (?P<kind>[a-z]+) and (?P<code2><N\d+>) (?P<kind2>[a-z]+)(?= [a-z<])")
_LINKED = re.compile(
    r"\b(?:in|across|from|among|between|for|to|at|against|by) (?=(?:all |over |more than |at least )?<N)"
)
_PARTITIVE = re.compile(
    r"^(?P<bound>over |more than )?(?P<part><N\d+>) of (?P<owner><[CO]\d+>)'s (?P<whole><N\d+>) (?P<noun>[^,]{3,60})$"
)
_TELLING = re.compile(r"<[PCLVEOJXDYR]\d+>")
_OCCASION = re.compile(r"<[EVDYR]\d+>")
_INEXACT = {"about", "around", "nearly", "almost", "some", "roughly", "approximately", "up to"}
_POINTING = {"the", "these", "those", "another", "all"}
_BOUNDS = {"over", "more than", "at least", "fewer than", "less than"}


def counts(story: Story) -> Iterator[Found]:
    """The counts of an article's plain clauses."""
    for line in story.lines:
        if line.is_broken or line.is_caption or "<N" not in line.marked.text:
            continue
        for clause in line.clauses:
            yield from _subject(story, line, clause)
            yield from _object(story, line, clause)
            yield from _phrase(story, line, clause)
        yield from _parts(story, line)


def _subject(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    """As in "How many members of the team will travel to ...?"."""
    paired = _PAIRED.match(clause.subject)
    found = _COUNTED.match(clause.subject)
    if paired:
        for code, kind in ((paired["code"], paired["kind"]), (paired["code2"], paired["kind2"])):
            noun = f"{kind}{clause.subject[paired.end() :]}"
            single = _COUNTED.match(f"{code} {noun}")
            if single:
                told = f"{noun} {clause.predicate}"
                yield _fact(story, line, single, told, relation="how_many_did", slots={"told": told})
        return
    if not found or clause.is_relative or " and <N" in clause.subject:
        return
    post = clause.subject[found.end() :]
    told = f"{found['noun']}{post} {clause.predicate}"
    yield _fact(story, line, found, told, relation="how_many_did", slots={"told": told})


def _object(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    """As in "How many participants did the camp draw?"."""
    paired = _PAIRED.match(clause.rest)
    if paired:
        for code, kind in ((paired["code"], paired["kind"]), (paired["code2"], paired["kind2"])):
            yield from _counted_object(story, line, clause, f"{code} {kind} {clause.rest[paired.end() :].strip()}")
        return
    yield from _counted_object(story, line, clause, clause.rest)


def _counted_object(story: Story, line: Line, clause: Clause, text: str) -> Iterator[Found]:
    found = _COUNTED.match(text)
    if not found or clause.lemma == "be" or re.search(r"^,? and <N", text[found.end() :]):
        return
    reason = why_not_alone(clause.subject, line.marked, story.names)
    if reason:
        yield Miss(kind="count", reason=reason, what=line.marked.told(found.group()))
        return
    rest = " ".join(part for part in (text[found.end() :].strip(), clause.intro) if part)
    subject = clause.subject[0].lower() + clause.subject[1:] if not clause.subject.startswith("<") else clause.subject
    verb = clause.verb if clause.helper else clause.base
    told = " ".join(part for part in (clause.helper or clause.do, subject, verb, rest) if part)
    yield _fact(story, line, found, told, relation="how_many_object", slots={"told": told, "noun": found["noun"]})


def _phrase(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    """As in "The team seeks improvement in how many events?"."""
    for link in _LINKED.finditer(clause.rest):
        found = _COUNTED.match(clause.rest[link.end() :])
        if not found or (found["bound"] or "").casefold() not in {"", "all", *_BOUNDS}:
            continue
        after = clause.rest[link.end() + found.end() :]
        rest = f"{clause.rest[: link.end()]}how many {found['noun']}{after}"
        told = " ".join(part for part in (clause.subject, clause.helper, clause.verb, rest, clause.intro) if part)
        reason = why_not_alone(clause.subject, line.marked, story.names)
        bare = re.match(_COUNTED, found.group().removeprefix("all "))
        if reason or not bare:
            yield Miss(kind="count", reason=reason or "counts a part of something named before", what=found["noun"])
        else:
            yield _fact(story, line, bare, told, relation="how_many_in_place", slots={"told": told})


def _fact(story: Story, line: Line, found: re.Match[str], told: str, *, relation: str, slots: dict[str, str]) -> Found:
    bound = (found["bound"] or "").casefold()
    mark = line.marked.of(found["code"])
    reason = _unfit(story, line, bound, found["noun"], told)
    if reason:
        return Miss(kind="count", reason=reason, what=line.marked.told(found.group()))
    kept = bound if bound in _BOUNDS else ""
    return Fact(
        kind="count",
        relation=relation,
        subject=line.marked.told(f"{found['noun']} {told}"),
        value=f"{kept} {mark.text.lower()}".strip(),
        form="number",
        slots={name: line.marked.told(text) for name, text in slots.items()},
        evidence=line.proof,
        confidence=0.85,
        bound=kept,
        avoid=tuple(other.text for other in line.marked.marks if other.letter == "N" and other is not mark),
    )


def _unfit(story: Story, line: Line, bound: str, noun: str, told: str) -> str:
    if bound in _INEXACT:
        return "the number is not exact"
    if bound in _POINTING or re.search(r"\b(?:of|other|more|others|remaining)\b", noun):
        return "counts a part of something named before"
    if noun.rsplit(" ", maxsplit=1)[-1] in PLAIN_NOUNS:
        return "a measure, not a count"
    if not has_anchor(told) or not _is_telling(told):
        return "nothing in it tells which event of the world is meant"
    if re.match(r"(?:golds?|silvers?|bronzes?)\b", noun):
        return "told before"
    return why_not_alone(told, line.marked, story.names)


def _is_telling(told: str) -> bool:
    """Whether an occasion, or two names, say which count of the world is meant."""
    return bool(_OCCASION.search(told)) or len(_TELLING.findall(told)) > 1


def _parts(story: Story, line: Line) -> Iterator[Found]:
    """As "seven of China's 22 gold medals": a part and a whole, counted up to the day of the article."""
    when = _as_of(story, line.plain)
    for clause in line.clauses:
        for text, is_subject in ((clause.subject, True), (clause.rest, False)):
            found = _PARTITIVE.match(text)
            if found and when and clause.helper in {"has", "have", "had"}:
                yield from _partitive(line, clause, found, when, is_subject=is_subject)
            elif found:
                yield Miss(
                    kind="count", reason="it is not known up to when it was counted", what=line.marked.told(text)
                )


def _as_of(story: Story, text: str) -> str:
    day = story.article.published
    month = f"{MONTHS[day.month - 1]} {day.year}" if day else ""
    if month and (month in text or "To date" in text or "so far" in text.lower()):
        return f"By {month}"
    return ""


def _partitive(line: Line, clause: Clause, found: re.Match[str], when: str, *, is_subject: bool) -> Iterator[Found]:
    told = line.marked.told
    noun, owner = told(found["noun"]), told(found["owner"])
    if is_subject:
        did = told(f"{clause.verb} {clause.rest}")
    else:
        did = told(f"{clause.subject[0].lower()}{clause.subject[1:]} {clause.verb}")
    stem = f"{when}, how many of {owner}'s {noun} had {did}?"
    whole = f"{when}, how many {noun} had {owner} won in all?"
    for code, text in ((found["part"], stem), (found["whole"], whole)):
        other = found["whole"] if code == found["part"] else found["part"]
        yield Fact(
            kind="count",
            relation="as_is",
            subject=text,
            value=told(code),
            form="number",
            slots={"stem": text},
            evidence=line.proof,
            confidence=0.9,
            avoid=(told(other),),
        )
