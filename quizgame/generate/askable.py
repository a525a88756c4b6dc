"""Whether a mention of a clause is worth asking for, and whether the rest says of what in the world it speaks."""

import re

from quizgame.generate.clause import Clause
from quizgame.generate.lexicon.kinds import EVENT_HEADS
from quizgame.generate.lexicon.roles import ROLE_WORDS
from quizgame.generate.lexicon.verbs import LOCATING
from quizgame.generate.marks import Mark, Marked

__all__ = ["UNTELLING", "askable", "is_of_an_occasion", "is_placed", "untelling"]

UNTELLING = "nothing in it tells which event of the world is meant"
_CODE = re.compile(r"<([A-Z])\d+>")
_WORD = re.compile(r"(?<![<\w])[a-z][a-z'-]{3,}")
_WEIGHTS = {
    "P": 1.0,
    "O": 1.0,
    "E": 1.5,
    "V": 1.0,
    "L": 1.0,
    "C": 0.75,
    "R": 1.5,
    "X": 1.0,
    "J": 0.5,
    "Y": 0.75,
    "D": 1.0,
    "N": 0.4,
    "M": 0.5,
    "G": 0.5,
    "S": 0.4,
}
"""How much a mention of a kind tells of what in the world a statement speaks."""
_OF_A_WORD = 0.25
_NEEDED = {"P": 2.5, "Y": 2.25, "D": 2.25, "E": 1.75, "R": 1.75}
_NEEDED_OF_OTHERS, _NEEDED_OF_EVENTS = 2.0, 1.75
_NEEDED_OF_NAMED, _NEEDED_OF_ACTS = 1.0, 2.75
_LIFE = frozenset("bear die bury marry found base locate headquarter establish create invent write direct".split())
_HAPPENS = frozenset("hold open take start begin complete play stage host end close".split())
_JOINED_AFTER = re.compile(r"'s|-| <| (?:and|or) <")
_JOINED_BEFORE = re.compile(r">$|> (?:and|or) $|>, $|\b(?:and|or) $")
_TITLE_BEFORE = re.compile(rf"(?:\b[A-Z][\w.'-]*|\b(?:{'|'.join(sorted(ROLE_WORDS))})|<[CJO]\d+>(?:'s)?) $")
_UP_TO = re.compile(r" (?:through|to|until|and|-) ?(?:<|\d)")
_OF_A_NAME = re.compile(r" of (?:the )?(?:<|[A-Z])")
_NOUN_AFTER = re.compile(
    r" (?!(?:in|at|on|to|for|from|with|by|as|during|after|before|against|of|over|an?|the|\w+ly)\b)[a-z]"
)
_LEAST, _LEAST_OF_NAMED = 4, 2
_BLAND = frozenset("be have become feel make do get go know see mean take come give include".split())
_ACTS = frozenset(
    "address attend speak talk appear travel go come visit arrive leave return meet live fly move stay join take serve "
    "work".split()
)
_FOUND = frozenset(
    "receive drop fall rise increase decrease grow spend combine cover average reach rule find show report describe "
    "call know name expect say estimate include".split()
)
_STATES = frozenset("bound due renown renowned known set likely able".split())
"""What stands behind a form of "be" and tells of no event."""
_OPEN = frozenset(
    "cite label describe call designate regard treat hail dub consider name see elect choose appoint declare".split()
)
"""Verbs that say what something is taken for: of a clause that was cut, that may be gone."""
_SHARED = frozenset("bear die study live marry grow".split())
"""What many did in one town or year: who was born there, others may have been as well."""
_WORDS_OF_AN_EVENT = 3
_SUPERLATIVE = re.compile(
    r"\b(?:first|last|only|most|youngest|oldest|largest|biggest|smallest|longest|tallest|highest)\b"
)


def is_of_an_occasion(clause: Clause) -> bool:
    """Whether a statement names what happens once, so that a headline would tell no more."""
    return _is_once(clause) or bool(re.search(r"<[ER]\d", f"{clause.subject} {clause.rest} {clause.intro}"))


def is_placed(clause: Clause, code: str) -> bool:
    """Whether a statement says so much that it can do without a headline."""
    left = f"{clause.subject} {clause.helper} {clause.verb} {clause.rest} {clause.intro}".replace(code, "")
    return telling(clause, left) >= _ENOUGH


_ENOUGH = 3.0


def askable(clause: Clause, marked: Marked, code: str) -> str:
    """Why a mention is not asked for; empty where it may be."""
    mark = marked.of(code)
    text = f"{clause.subject} {clause.helper} {clause.verb} {clause.rest} {clause.intro}"
    return _unfit(mark) or _misplaced(clause, mark, code) or untelling(clause, text.replace(code, ""), mark)


def _unfit(mark: Mark) -> str:
    reasons = (
        (mark.letter == "P" and " " not in mark.name, "the person's full name is not known"),
        (bool(_ROYAL.match(mark.name)), "there is only one of the kind"),
        (mark.letter == "E" and mark.detail not in EVENT_HEADS, "the class of the event is not known"),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


_ROYAL = re.compile(r"^(?:Queen|King|Pope|Prince|Princess|Emperor) ")


def _misplaced(clause: Clause, mark: Mark, code: str) -> str:
    """Why the mention, where it stands, may be part of something else or bound a stretch of time."""
    text = next(text for text in (clause.subject, clause.rest, clause.intro) if code in text)
    before, _, after = text.partition(code)
    prep = before.rstrip().rpartition(" ")[2].lower()
    is_date = mark.letter in "YD"
    reasons = (
        (
            is_date and (prep not in {"in", "on"} or bool(_UP_TO.match(after))),
            "the date bounds a stretch of time",
        ),
        (is_date and clause.lemma == "bear" and clause.rest.startswith("<"), "the statement may lack its end"),
        (
            is_date and (clause.helper in {"has", "have", "had"} or clause.do in {"does", "do"}),
            "a date is asked for only where something happens",
        ),
        (
            clause.lemma.removesuffix("ed") in _OPEN and not (after.strip() and code in clause.rest),
            "the statement may lack its end",
        ),
        (is_date and not _happens(clause, code), "a date is asked for only where something happens"),
        (mark.letter == "O" and clause.lemma == "report", "who reports a thing is not what matters"),
        (before.endswith(("' ", "'s ")), "the name is part of a longer phrase"),
        (mark.letter == "P" and bool(_TITLE_BEFORE.search(before)), "the title tells who it is"),
        (prep == "from" and after.startswith(" to "), "the name is part of a longer phrase"),
        (mark.letter in "OVE" and bool(_OF_A_NAME.match(after)), "the name is part of a longer phrase"),
        (before.endswith("island of "), "the name is part of a longer phrase"),
        (bool(_JOINED_AFTER.match(after) or _JOINED_BEFORE.search(before)), "the name is part of a longer phrase"),
        (bool(_NOUN_AFTER.match(after)) and not _is_subject(clause, code), "the name is part of a longer phrase"),
        (mark.letter == "C" and bool(re.search(r">\S* of $", before)), "the country is part of a name or title"),
        (
            mark.letter in "CLV" and prep in {"for", "by", ""} and not _is_subject(clause, code),
            "the place may be part of a name",
        ),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _happens(clause: Clause, code: str) -> bool:
    """Whether the clause tells of an event, and the time of it: not of what is, or what somebody found."""
    is_state = clause.lemma.removesuffix("ed") in _BLAND | _FOUND | _STATES
    return code not in clause.subject and (clause.lemma in LOCATING or not is_state)


def _is_subject(clause: Clause, code: str) -> bool:
    return clause.subject.removeprefix("The ").removeprefix("the ") == code


def untelling(clause: Clause, left: str, mark: Mark) -> str:
    """Why the rest of the statement cannot ask for the mention; `UNTELLING` where more of the story would help."""
    codes = set(_CODE.findall(left))
    words = set(_WORD.findall(left))
    is_life, is_somebodys = _is_once(clause), _is_of_a_person(clause, mark)
    told = telling(clause, left)
    is_common = clause.lemma in _ACTS and not clause.apposed and told < _NEEDED_OF_ACTS
    is_plain_be = clause.lemma == "be" and not clause.verb and not _SUPERLATIVE.search(left) and mark.letter != "P"
    happened_there = bool(clause.when) and mark.letter in "LCV" and len(words) >= _WORDS_OF_AN_EVENT
    needed = _NEEDED_OF_NAMED if is_life or is_somebodys else _NEEDED.get(mark.letter, _NEEDED_OF_OTHERS)
    needed = min(needed, _NEEDED_OF_EVENTS) if happened_there else needed
    is_habit = mark.letter in "CL" and _is_lasting(clause, left)
    reasons = (
        (is_plain_be and not is_somebodys, "says too little"),
        (mark.letter == "P" and (clause.lemma in _SHARED or is_common), "many may have done it"),
        (is_habit, "many may have done it"),
        (clause.lemma in _BLAND and not is_plain_be and len(words) < 2, "says too little"),
        (len(left.split()) < (_LEAST_OF_NAMED if is_life else _LEAST), "says too little"),
        (not codes & set("PCLVEORXJ") and not happened_there, UNTELLING),
        (told < needed and not (is_plain_be and is_somebodys), UNTELLING),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


def _is_lasting(clause: Clause, left: str) -> bool:
    """Whether the clause tells what a place is, has or does now, or what is done there, which may hold of others."""
    if clause.when or is_of_an_occasion(clause):
        return False
    subject = clause.subject.removeprefix("The ").removeprefix("the ")
    is_subject = subject.startswith("<") and subject not in left
    is_now = (clause.do in {"does", "do"} and not clause.helper) or clause.helper in {"is", "are", "has", "have"}
    is_done_there = clause.helper in {"is", "are"} and bool(clause.verb) and clause.lemma not in _STANDING
    return (is_subject and is_now) or is_done_there


_STANDING = frozenset("base locate headquarter station bear found".split())
"""What is done in one place alone."""


def telling(clause: Clause, left: str) -> float:
    """How much is left to tell of what in the world a statement speaks: its mentions by kind, its time, its words."""
    mentions = {match.group(): _WEIGHTS.get(match[1], 0) for match in _CODE.finditer(left)}
    words = min(len(set(_WORD.findall(left))), 4) * _OF_A_WORD
    return sum(mentions.values()) + words + (1.0 if clause.when else 0) + (0.5 if _SUPERLATIVE.search(left) else 0)


def _is_once(clause: Clause) -> bool:
    """Whether the clause tells of one named thing what happens to it once: a birth, a founding, Games that are held."""
    found = re.fullmatch(r"(?:[Tt]he )?<([POVEX])\d+>", clause.subject)
    return found is not None and clause.lemma in (_LIFE | _HAPPENS if found[1] in "VE" else _LIFE)


def _is_of_a_person(clause: Clause, mark: Mark) -> bool:
    """Whether a place or body is told of one named person: where somebody is from, teaches or serves."""
    is_told = re.fullmatch(r"<P\d+>", clause.subject) and mark.letter in "LOV"
    return bool(is_told) and clause.helper != "will" and clause.lemma in _BELONGS


_BELONGS = frozenset("be serve work study graduate teach play join lead chair head represent attend".split())
