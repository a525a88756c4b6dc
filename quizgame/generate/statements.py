"""Facts of plain clauses: one of their mentions is asked for, the rest stays in the question."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.core.text import fold
from quizgame.generate.askable import UNTELLING, askable, is_of_an_occasion, is_placed
from quizgame.generate.blanks import BLANK, blanked, inner
from quizgame.generate.classes import class_of, form_of, kind_of, value_of
from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.headlines import headline_of, introduces, is_about
from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.kinds import SPORTS_VENUES
from quizgame.generate.lexicon.nations import nations_in
from quizgame.generate.lexicon.verbs import LOCATING
from quizgame.generate.marks import Mark
from quizgame.generate.roles import head_of_role
from quizgame.generate.standalone import POINTS_BACK, has_acronym, unbound, why_clause_not_alone
from quizgame.generate.story import Line, Story, month_of

__all__ = ["statements"]

_CODE = re.compile(r"<([A-Z])\d+>")
_ASKED = "PCLVEORYD"
_BODIES = frozenset("university college institute school journal newspaper magazine airline bank".split())
"""Organisations that a question can name by their class, and set beside others of it."""
_ALONE = re.compile(r"(?:[Tt]he )?<[A-Z]\d+>")
_TITLED = re.compile(
    r"(?:[Tt]he )?(?:(?!(?:of|for|by|to|from|with|about|on|in|at|and|or)\b(?! State))"
    r"(?:[A-Za-z][\w'-]*|of State|<[CJOXL]\d+>(?:'s)?) ){1,6}(?P<who><P\d+>)"
)
_OBJECT = re.compile(r"^(?:the )?<[PCO]\d+>(?= (?:in|at|on|during|for|by|to|with|as|from)\b|$)")
_ADJUNCT = re.compile(
    r"\b(?P<prep>in|at|on|to|from|during|for|of|by|near|against|before|after|ahead of) "
    r"(?:the )?(?:(?:<J\d+> )?(?:city|town|state|province|village) of )?$"
)
_PREPOSITION = re.compile(r"\b(?:of|in|at|on|for|to|with|from|by|about|against)\b")
_LISTED = re.compile(r"^ ?(?:,|<|and\b|or\b|&|'s|-)")


def statements(story: Story) -> Iterator[Found]:
    """The facts of all plain clauses of an article."""
    for line in story.lines:
        for clause in line.clauses:
            yield from _of(story, line, _untitled(clause))


def _untitled(clause: Clause) -> Clause:
    """The clause with a person alone as its subject where only a title stands before the name."""
    found = _TITLED.fullmatch(clause.subject)
    return msgspec.structs.replace(clause, subject=found["who"]) if found else clause


def _of(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    texts = (clause.subject, clause.rest, clause.intro)
    codes = [found.group() for text in texts for found in _CODE.finditer(text) if found[1] in _ASKED]
    if not codes:
        return
    reason = why_clause_not_alone(clause, line.marked, story.names)
    for code in codes:
        yield _asked(story, line, clause, code, reason)


def _asked(story: Story, line: Line, clause: Clause, code: str, reason: str) -> Found:
    """The question for one mention of a clause, or why there is none."""
    mark = line.marked.of(code)
    is_subject = bool(_ALONE.fullmatch(clause.subject)) and code in clause.subject
    if is_subject:  # nothing but the predicate stays in the question
        reason = why_clause_not_alone(clause, line.marked, story.names, with_subject=False)
    if _is_of_the_publisher(story, line, clause):
        return Miss(kind=kind_of(mark), reason="the publisher is no part of the story", what=mark.text)
    is_body = mark.letter == "O" and class_of(mark) not in _BODIES
    is_house = mark.letter == "V" and mark.detail not in SPORTS_VENUES
    unasked = "too few bodies are like it" if is_body or is_house else askable(clause, line.marked, code)
    if _is_of_these_days(story, mark):
        unasked = "the day is that of the news"
    if has_acronym(clause, line.marked):
        unasked = "an abbreviation that few know"
    if reason in {"", POINTS_BACK} and unasked not in {"", UNTELLING}:
        reason = unasked
    reason, news = _in_its_story(story, line, clause, code, reason or unasked)
    if news and clause.when == month_of(story):
        clause = msgspec.structs.replace(clause, when="")
    kind = kind_of(mark)
    if reason:
        told = line.marked.told(f"{clause.subject} {clause.predicate}")
        return Miss(kind=kind, reason=reason, what=told[:90])
    relation, slots, confidence = _worded(clause, code, mark, line.marked.tokens, is_subject=is_subject)
    if not slots:
        return Miss(kind=kind, reason="no question and no gap would ask for it alone", what=mark.text)
    slots = {name: line.marked.told(text) for name, text in slots.items()}
    return Fact(
        kind=kind,
        relation=relation,
        subject=" ".join(slots.values()),
        value=value_of(mark),
        form=form_of(mark)[0],
        slots={**slots, "class": class_of(mark), "when": clause.when, **({"news": news} if news else {})},
        evidence=line.proof,
        confidence=confidence * (1 if is_of_an_occasion(clause) else _ELSEWHERE),
        avoid=_others(line, clause, mark),
        country=mark.country,
    )


def _is_of_these_days(story: Story, mark: Mark) -> bool:
    """Whether a date is a day of the month in which the article was published, which nobody keeps in mind."""
    day = story.article.published
    if mark.letter != "D" or day is None or class_of(mark) != "date":
        return False
    year = re.search(r"\d{4}", mark.text)
    return MONTHS[day.month - 1] in mark.text and (year is None or int(year.group()) == day.year)


def _is_of_the_publisher(story: Story, line: Line, clause: Clause) -> bool:
    publisher = story.article.publisher
    return bool(publisher) and publisher in line.marked.told(f"{clause.subject} {clause.rest}")


def _in_its_story(story: Story, line: Line, clause: Clause, code: str, reason: str) -> tuple[str, str]:
    """What still speaks against asking, and the headline where it is needed or tells more."""
    is_open = clause.helper in {"has", "have"}
    if reason not in {"", POINTS_BACK, UNTELLING} or (not reason and not is_open and is_of_an_occasion(clause)):
        return reason, ""
    mark = line.marked.of(code)
    is_telling = bool(reason) or _NAMING.search(story.article.title) is not None
    news = _headed(story, line, clause, mark) if is_telling else ""
    is_doubtful = (mark.letter == "P" or clause.helper == "had") and not is_placed(clause, code)
    told = line.marked.told(f"{clause.subject} {clause.predicate}")
    is_day = mark.letter in "YD" and bool(headline_of(story.article)) and not _is_of_the_story(story, line, told)
    if not news and not reason and (is_open or is_day or is_doubtful):
        return UNTELLING, ""
    return ("" if news else reason), news


def _headed(story: Story, line: Line, clause: Clause, mark: Mark) -> str:
    """The headline, where it says what the clause is about and does not name the mention that is asked for."""
    told = headline_of(story.article)
    text = line.marked.told(f"{clause.subject} {clause.predicate}")
    parts = (clause.subject, unbound(clause, line.marked), clause.intro)
    if (
        not told
        or fold(value_of(mark)) in fold(told)
        or (mark.letter == "C" and mark.country in set(nations_in(told)))
        or not _is_of_the_story(story, line, text)
        or _says_little(clause, mark)
    ):
        return ""
    return told if all(introduces(story.article.title, part) for part in parts) else ""


def _says_little(clause: Clause, mark: Mark) -> bool:
    """Whether even under a headline a clause has too few words or, of what a person did, no name to ask by."""
    words = set(_CONTENT.findall(f"{clause.subject} {clause.predicate}"))
    is_bare = mark.letter == "P" and len(_CODE.findall(f"{clause.subject} {clause.predicate}")) < _LEAST_NAMES
    return len(words) < _LEAST_CONTENT or not clause.rest or is_bare


_LEAST_NAMES = 2
_CONTENT = re.compile(r"(?<![<\w])[a-z][a-z'-]{3,}|<[A-Z]\d+>")
_LEAST_CONTENT = 4


def _is_of_the_story(story: Story, line: Line, text: str) -> bool:
    """Whether a statement is on what the headline tells, by its words, by its place, or by whom it is about."""
    named = {mark.name for mark in line.marked.marks}
    is_told_often = any(story.names.counts.get(name, 0) >= _OFTEN for name in named)
    return is_about(story.article.title, text) or line.sentence.paragraph <= _LEAD or is_told_often


_NAMING = re.compile(r" [A-Z\d]")
"""How a headline is known to name somebody or something, not only to entice."""
_ELSEWHERE = 0.76
"""How sure a question of what happened at no named event is, beside one of what did: more than one may have done it."""
_OFTEN, _LEAD = 3, 1
_Worded = tuple[str, dict[str, str], float]


def _worded(clause: Clause, code: str, mark: Mark, tokens: Sequence[Token], *, is_subject: bool) -> _Worded:
    """The relation, the words that the stem is made of, and how sure it is to be a good question."""
    if is_subject and mark.letter in "PCLE":
        slots = {"predicate": clause.predicate, "role": _role(clause) if mark.letter == "P" else ""}
        return ("did" if mark.letter == "P" else "which_did"), slots, 0.85
    found = _OBJECT.match(clause.rest)
    if (
        found
        and not _is_odd_object(mark, clause.subject)
        and code in found.group()
        and clause.base
        and not _LISTED.match(clause.rest[found.end() :])
    ):
        rest = clause.rest[found.end() :].strip()
        told = " ".join(part for part in (inner(clause.subject, tokens), clause.base, rest, clause.intro) if part)
        return "asked_object", {"do": clause.do, "told": told}, 0.84
    return _adjunct(clause, code, mark, tokens) or ("blank", _blank(clause, code, mark, tokens), 0.8)


def _is_odd_object(mark: Mark, subject: str) -> bool:
    """Whether a question for the object would be odd: a leader acts for no other country, and a vote elects nobody."""
    return (mark.letter == "C" and "<P" in subject) or (
        mark.letter == "P" and subject.startswith(("A ", "An ", "a ", "an "))
    )


def _adjunct(clause: Clause, code: str, mark: Mark, tokens: Sequence[Token]) -> _Worded | None:
    """As in "At which venue ...?", where the phrase belongs to the verb, and "... of which competition?" at the end."""
    for where in ("rest", "intro"):
        text = getattr(clause, where)
        before, _, after = text.partition(code)
        found = _ADJUNCT.search(before)
        if found and {class_of(mark), f"{class_of(mark)}s", "capital"} & set(before[: found.start()].split()[-3:]):
            continue  # "the states of which state"
        if code not in text or not found or _LISTED.match(after):
            continue
        if after.strip():
            return _amid(clause, code, found["prep"], mark) if where == "rest" else None
        rest = before[: found.start()].strip()
        if _may_front(clause, where, found["prep"], mark, rest):
            return _fronted(clause, where, found["prep"], rest, tokens)
        if _may_end(clause, where, found["prep"], mark):
            sentence = f"{clause.subject} {clause.helper} {clause.verb} {rest} {found['prep']} which {class_of(mark)}"
            return "in_place", {"told": " ".join(sentence.split())}, 0.82
    return None


def _fronted(clause: Clause, where: str, prep: str, rest: str, tokens: Sequence[Token]) -> _Worded:
    parts = {"rest": clause.rest, "intro": clause.intro, where: rest}
    helper, verb = clause.helper or clause.do, clause.verb if clause.helper else clause.base
    words = (helper, inner(clause.subject, tokens), verb, parts["rest"], parts["intro"])
    return "fronted", {"prep": prep, "told": " ".join(part for part in words if part)}, 0.85


def _amid(clause: Clause, code: str, prep: str, mark: Mark) -> _Worded | None:
    """As in "<P0> called the gold in which event a miracle?"."""
    if mark.letter not in "ER" or prep not in {"in", "of", "at"} or clause.intro:
        return None
    before, _, after = f"{clause.subject} {clause.helper} {clause.verb} {clause.rest}".partition(code)
    told = f"{before.removesuffix('the ')}which {class_of(mark)}{after}"
    return "in_place", {"told": " ".join(told.split())}, 0.82


def _may_end(clause: Clause, where: str, prep: str, mark: Mark) -> bool:
    """Whether the question may end in "of which competition?"."""
    return (
        where == "rest"
        and not clause.intro
        and mark.letter not in "YDP"
        and prep in {"of", "at", "in", "against"}
        and class_of(mark) != "place"
    )


def _blank(clause: Clause, code: str, mark: Mark, tokens: Sequence[Token]) -> dict[str, str]:
    if mark.letter == "V" and (mark.detail not in SPORTS_VENUES or code in clause.subject):
        return {}  # nothing would tell whether a hotel or a church belongs there
    told = blanked(clause, code, when=clause.when, tokens=tokens)
    return {"stem": told} if told and BLANK in told else {}


def _may_front(clause: Clause, where: str, prep: str, mark: Mark, rest: str) -> bool:
    """Whether the phrase surely belongs to the verb, so that it may open the question."""
    if prep in {"of", "for", "by", "against", "to", "from"} or (
        clause.lemma not in LOCATING and mark.letter not in "YD"
    ):
        return False
    if not clause.helper and not clause.base:
        return False
    return where == "intro" or not _PREPOSITION.search(rest) or mark.letter in "YDVE"


def _role(clause: Clause) -> str:
    """What the sentence calls its subject, where that makes a better question than "who"."""
    parted = head_of_role(clause.apposed) if clause.apposed else None
    if not parted or not clause.apposed.startswith(("a ", "an ", "the ")) or re.search(r"<P| who ", clause.apposed):
        return ""
    bare = re.sub(r"^(?:the|an?) ", "", clause.apposed)
    return "" if re.search(r"\b(?:his|her|their|its|that|this|which)\b", bare) else bare


def _others(line: Line, clause: Clause, mark: Mark) -> tuple[str, ...]:
    """What else of the same class the sentence names: it may be true as well; of persons, what the clause names."""
    letters = "CJ" if mark.letter == "C" else mark.letter
    told = f"{clause.subject} {clause.rest} {clause.intro} {clause.apposed}" if mark.letter == "P" else line.marked.text
    is_country = mark.letter == "C"
    return tuple(
        other.country if is_country else other.name for other in line.marked.among(told, letters) if other is not mark
    )
