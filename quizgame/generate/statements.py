"""Facts of plain clauses: one of their mentions is asked for, the rest stays in the question."""

import re
from collections.abc import Container, Iterator

from quizgame.generate.classes import class_of, form_of, kind_of, value_of
from quizgame.generate.clauses import Clause, clauses_of
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.kinds import EVENT_HEADS
from quizgame.generate.lexicon.verbs import LOCATING, PARTICIPLES
from quizgame.generate.marks import Mark
from quizgame.generate.roles import head_of_role, offices_of
from quizgame.generate.standalone import ANCHORS, has_anchor, why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["statements"]

_ADJUNCT = re.compile(
    r"(?P<prep>in|at|on|to|from|during|for|of|by|near|against|before|after|ahead of) "
    r"(?P<the>the (?:(?:<J\d+> )?city of )?)?(?P<code><(?P<letter>[LCVEDYR])\d+>)"
    r"(?P<after>\S*)"
)
_ALONE = re.compile(r"^(?:[Tt]he )?(?P<code><(?P<letter>[PCVEOLR])\d+>)$")
_OBJECT = re.compile(r"^(?:the )?(?P<code><(?P<letter>C)\d+>)(?= |$)(?!'s)")
_NOUN_AFTER = re.compile(
    r" (?!(?:in|at|on|to|from|during|for|of|by|near|against|with|after|before|as|since|until|over|under|between|while|"
    r"ahead|alongside|without|an?|the|\w+ly|was|were|is|are|will|has|have|had)\b)[a-z]"
)
_COMMON_ACTS = frozenset(
    "travel go come visit arrive attend leave return meet live fly move stay join take serve work".split()
)
_SCHOOLS = frozenset("University College Institute Academy School".split())
"""Organisations that a question can name by their class, and set beside others of it."""
_BLAND = frozenset("be have become feel make do get go know see mean".split())


def statements(story: Story) -> Iterator[Found]:
    """The facts of all plain clauses of an article."""
    offices = offices_of(story)
    for line in story.lines:
        if line.is_broken or line.is_caption:
            continue
        for clause in clauses_of(line.marked.text):
            yield from _of(story, line, clause, offices)


def _of(story: Story, line: Line, clause: Clause, offices: Container[str]) -> Iterator[Found]:
    alone = _ALONE.match(clause.subject)
    if alone and alone["letter"] in "PCVEOL":
        yield from _subject(story, line, clause, line.marked.of(alone["code"]), offices)
    if not alone or alone["letter"] in "PCVEOL":
        yield from _objects(story, line, clause)
        yield from _adjuncts(story, line, clause)


def _subject(story: Story, line: Line, clause: Clause, mark: Mark, offices: Container[str]) -> Iterator[Found]:
    """As in "Who slipped in the final lap of ...?"; of those who hold an office, what they speak of asks more."""
    kind = kind_of(mark)
    told = clause.predicate
    reason = why_not_alone(told, line.marked, story.names) or _weak(
        clause, mark, told, has_role=bool(_role(story, line, clause))
    )
    is_plain_be = clause.lemma == "be" and (mark.letter == "P" or not clause.rest.startswith("the "))
    if (is_plain_be and not clause.verb) or (mark.letter == "O" and mark.detail not in _SCHOOLS):
        return
    if mark.letter == "P" and " " not in mark.name:
        reason = "the person's full name is not known"
    if reason:
        yield Miss(kind=kind, reason=reason, what=line.marked.told(f"{clause.subject} {told}")[:90])
        return
    yield Fact(
        kind=kind,
        relation="did" if mark.letter == "P" else "which_did",
        subject=line.marked.told(told),
        value=value_of(mark),
        form=form_of(mark)[0],
        slots={"predicate": line.marked.told(told), "class": class_of(mark), "role": _role(story, line, clause)},
        evidence=line.proof,
        confidence=0.78 if mark.name in offices else 0.8 if clause.is_relative else 0.85,
        avoid=_others(line, clause, mark),
        country=mark.country,
    )


def _role(story: Story, line: Line, clause: Clause) -> str:
    """What the sentence calls its subject, where that makes a better question than "who"."""
    parted = head_of_role(clause.apposed) if clause.apposed else None
    if (
        not parted
        or not clause.apposed.startswith(("a ", "an ", "the "))
        or "<P" in clause.apposed
        or " who " in clause.apposed
    ):
        return ""
    bare = re.sub(r"^(?:the|an?) ", "", clause.apposed)
    return "" if why_not_alone(f"the {bare}", line.marked, story.names) else line.marked.told(bare)


def _is_telling(told: str) -> bool:
    """Whether two names, or a contest, tell one act from all the others of its kind."""
    return len(re.findall(rf"<[{ANCHORS}]", told)) > 1 or "<R" in told


def _weak(clause: Clause, mark: Mark, told: str, *, has_role: bool) -> str:
    if not has_anchor(told) and "<R" not in told:
        return "nothing in it tells which event of the world is meant"
    if mark.letter == "P" and not has_role and (clause.lemma in _COMMON_ACTS or not _is_telling(told)):
        return "many may have done it"
    if clause.lemma == "become" and "<Y" not in told and "<D" not in told:
        return "says too little"
    if clause.lemma in _BLAND and not clause.rest:
        return "says too little"
    return "says too little" if len(told.split()) < 4 else ""


def _objects(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    """As in "Which country did Fiji beat in the final?"."""
    found = _OBJECT.match(clause.rest)
    if not found or clause.helper or clause.lemma in _BLAND:
        return
    mark = line.marked.of(found["code"])
    rest = clause.rest[found.end() :].strip()
    told = " ".join(part for part in (clause.subject, clause.base, rest, clause.intro) if part)
    reason = _whole(story, line, clause) or _unanchored(clause, "rest", rest)
    if not reason and not re.search(r"<[EVLYDR]", f"{rest} {clause.intro}"):
        reason = "nothing in it tells which event of the world is meant"
    if reason or rest.startswith(("'s", "and ", ",")):
        yield Miss(
            kind="place", reason=reason or "the name is part of a longer phrase", what=line.marked.told(told)[:90]
        )
        return
    yield Fact(
        kind="place",
        relation="asked_object",
        subject=line.marked.told(told),
        value=value_of(mark),
        form=form_of(mark)[0],
        slots={"class": class_of(mark), "do": clause.do, "told": line.marked.told(_lowered(told))},
        evidence=line.proof,
        confidence=0.8,
        avoid=_others(line, clause, mark),
        country=mark.country,
    )


def _adjuncts(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    """As in "At which venue ...?" and "... of which competition?"."""
    for where in ("rest", "intro", "subject"):
        text = getattr(clause, where)
        for found in _ADJUNCT.finditer(text):
            if where == "subject" and not _is_made_there(text[: found.start()]):
                continue
            if found["after"] in {"", "."} and not _is_listed(text, found.end()):
                yield from _adjunct(story, line, clause, where, found)


def _is_made_there(before: str) -> bool:
    """Whether a participle of place stands right before: "athletes trained in <L0>"."""
    return PARTICIPLES.get(before.strip().rpartition(" ")[2], "") in LOCATING


def _is_listed(text: str, end: int) -> bool:
    return bool(re.match(r" ?(?:,|<|and\b|or\b|to\b|&|'s)", text[end:])) or bool(_NOUN_AFTER.match(text[end:]))


def _adjunct(story: Story, line: Line, clause: Clause, where: str, found: re.Match[str]) -> Iterator[Found]:
    mark = line.marked.of(found["code"])
    text = getattr(clause, where)
    rest = (text[: found.start()] + text[found.end() :]).replace("  ", " ").strip()
    kind = kind_of(mark)
    reason = _whole(story, line, clause) or _unanchored(clause, where, rest)
    reason = (
        reason or _unaskable(clause, mark, found) or _lifeless(clause, mark, rest if where == "rest" else clause.rest)
    )
    if reason:
        yield Miss(kind=kind, reason=reason, what=line.marked.told(text)[:90])
        return
    is_fronted = where != "subject" and _may_front(clause, where, found, text)
    parts = {"subject": clause.subject, "rest": clause.rest, "intro": clause.intro}
    if is_fronted:
        parts[where] = rest
        relation, slots = "fronted", _fronted(clause, parts, found["prep"])
    else:
        parts[where] = f"{text[: found.start()]}{found['prep']} which {class_of(mark)}{text[found.end() :]}"
        relation, slots = "in_place", _in_place(clause, parts)
    if kind == "date" and not is_fronted:
        yield Miss(kind=kind, reason="the date may belong to something else", what=line.marked.told(text)[:90])
        return
    slots = {name: line.marked.told(told) for name, told in slots.items()}
    yield Fact(
        kind=kind,
        relation=relation,
        subject=" ".join(slots.values()),
        value=value_of(mark),
        form=form_of(mark)[0],
        slots={**slots, "class": class_of(mark)},
        evidence=line.proof,
        confidence=0.85 if is_fronted else 0.8,
        avoid=_others(line, clause, mark),
        country=mark.country,
    )


def _lifeless(clause: Clause, mark: Mark, rest: str) -> str:
    """Why a statement of one person needs more: only a life's own events happen once."""
    is_person = clause.subject.startswith("<P") and mark.letter != "R" and "<R" not in rest
    if is_person and clause.lemma not in {"bear", "die", "bury", "marry"} and not has_anchor(f"{rest} {clause.intro}"):
        return "nothing in it tells which event of the world is meant"
    return ""


def _fronted(clause: Clause, parts: dict[str, str], prep: str) -> dict[str, str]:
    helper = clause.helper or clause.do
    verb = clause.verb if clause.helper else clause.base
    told = " ".join(part for part in (helper, _lowered(parts["subject"]), verb, parts["rest"], parts["intro"]) if part)
    return {"prep": prep, "told": told}


def _in_place(clause: Clause, parts: dict[str, str]) -> dict[str, str]:
    told = (parts["subject"], clause.helper, clause.verb, parts["rest"], parts["intro"])
    return {"told": " ".join(part for part in told if part)}


def _lowered(subject: str) -> str:
    return subject[0].lower() + subject[1:] if re.match(r"(?:The|An?|[A-Z][a-z]+s?) ", subject) else subject


def _whole(story: Story, line: Line, clause: Clause) -> str:
    """Why the clause cannot stand alone."""
    reasons = (why_not_alone(text, line.marked, story.names) for text in (clause.subject, clause.rest, clause.intro))
    return next((reason for reason in reasons if reason), "")


def _unanchored(clause: Clause, where: str, rest: str) -> str:
    """Why the clause says nothing of the world once the asked mention is gone."""
    parts = {"subject": clause.subject, "rest": clause.rest, "intro": clause.intro, where: rest}
    return "" if has_anchor(" ".join(parts.values())) else "nothing in it tells which event of the world is meant"


def _unaskable(clause: Clause, mark: Mark, found: re.Match[str]) -> str:
    """Why the mention is not worth asking for, or may not be what it seems."""
    letter, prep = mark.letter, found["prep"]
    is_date, happens = letter in "YD", clause.lemma in LOCATING
    reasons = (
        (clause.lemma == "be" and clause.helper and not is_date, "says too little"),
        (is_date and not happens, "a date is asked for only where something happens"),
        (is_date and prep not in {"in", "on"}, "the date bounds a stretch of time"),
        (letter == "C" and prep == "of", "the country is part of a name or title"),
        (letter == "L" and not mark.detail, "the class of the place is not known"),
        (letter == "E" and mark.detail not in EVENT_HEADS, "the class of the event is not known"),
        (letter in "VLC" and prep in {"for", "by", "of"}, "the place may be part of a name"),
        (
            letter in "LC" and not happens and found.string != clause.subject,
            "a place is asked for only where something happens",
        ),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _may_front(clause: Clause, where: str, found: re.Match[str], text: str) -> bool:
    """Whether the phrase surely belongs to the verb, so that it may open the question."""
    if clause.lemma not in LOCATING or found["prep"] in {"of", "for", "by", "against"}:
        return False
    if where == "intro":
        return found.start() == 0 and found.end() == len(text)
    if found["letter"] in "VE" and found["prep"] in {"at", "in", "during"} and found.end() == len(text):
        return clause.subject.startswith("<") or "<" in clause.subject
    before = text[: found.start()].strip()
    return not re.search(r"\b(?:of|in|at|on|for|to|with|from|by|about|against)\b", before) or (
        found.end() == len(text) and found["letter"] in "YD" and not re.search(r"\bto (?!the\b|an?\b|<)", before)
    )


def _others(line: Line, clause: Clause, mark: Mark) -> tuple[str, ...]:
    """What else of the same class stands in the clause: it may be true as well."""
    letters = "CJ" if mark.letter == "C" else mark.letter
    others = line.marked.among(f"{clause.subject} {clause.rest} {clause.intro} {clause.apposed}", letters)
    is_country = mark.letter == "C"
    return tuple(other.country if is_country else other.name for other in others if other is not mark)
