"""Facts whose key is a figure of a clause: what keeps one from being asked, and what all of them share."""

import re

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.askable import UNTELLING, untelling
from quizgame.generate.blanks import blanked, closed, inner
from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.figures import Figure
from quizgame.generate.headlines import headline_of, headlined
from quizgame.generate.lexicon.measures import AT_LEAST, ROUGHLY
from quizgame.generate.lexicon.verbs import AUXILIARIES, PARTICIPLES, PASTS, THIRD
from quizgame.generate.marks import Mark
from quizgame.generate.standalone import POINTS_BACK, has_acronym, why_clause_not_alone
from quizgame.generate.story import Line, Story, month_of

__all__ = ["UNDATED", "asked_figure", "dated", "inverted"]

_DATED = re.compile(r"<[DY]\d+>|\b(?:1[5-9]|20)\d\d\b")
_SOURCE = re.compile(r"\baccording to .*$", re.IGNORECASE)
_OCCASION = re.compile(r"<[DYERT]\d+>|\b(?:1[5-9]|20)\d\d\b")
_EVENT = re.compile(r"<[ER]\d+>")
_HARMS = frozenset("kill injure wound displace damage destroy hit flood strand".split())
_ONCE = frozenset(
    "serve work run rule reign live star spend edit chair teach coach captain manage lead command write publish build "
    "found establish design create compose release bequeath bear marry last consist comprise contain cover span "
    "weigh measure cost orbit name divide be own operate".split()
)
"""What is done once, or goes on, so that the question needs no time."""
_SHOWS = frozenset("see feature star".split())
"""What a programme does with its people: how many it has is no news."""
_LENGTH = re.compile(
    r"\b(?:miles?|km|kilomet\w+|m|metres?|meters?|feet|foot|ft|inch(?:es)?|cm|mm|yards?|acres?|hectares?|square \w+)\b"
)
_OF_NOTE = re.compile(r"<[PERO]\d+>")
_SENTENCE = re.compile(r"\b(?:prison|jail|sentence|probation|supervision|custody)\b")
_TIME_TAKEN = re.compile(r"\btime(?= of <[WHK])|(?<=best )time\b")
_THING = re.compile(r"(?:[Tt]he )?<[VLXOE]\d+>")
_VALUE = re.compile(r"^(?:worth |valued at |at )?(?:about |around |over |nearly |more than )?<M\d+>|^at <A\d+>")
_INCLUDING = re.compile(r",? including (?:(?!<[NMAHWK]).)*$")
"""What is only named as a part of what was counted."""
_NOW = re.compile(r"\b(?:currently|now|presently) ?")
_LEAST_OF_A_NAME = 5
_OFTEN = 3
_INTENDING = frozenset("intends intend plans plan aims aim hopes hope wants want expects expect seeks seek".split())
"""Verbs whose present soon is past."""
UNDATED = "nothing in it tells when it happened"
_SHORT = 10
"""How many sentences an article has in which everybody matters."""
_PAST = {"has": "had", "have": "had", "is": "was", "are": "were", "does": "did", "do": "did"}
_TRIVIAL = frozenset(
    "daughters sons brothers sisters children kids hands legs eyes arms wives steps rooms doors windows gills "
    "colleagues friends copies others fingers".split()
)


def dated(story: Story, line: Line, clause: Clause) -> Clause:
    """The clause as it stands within a sentence, and with the article's month where it tells what holds then.

    That is what has been counted up to the day of the article, and what something is worth.
    """
    clause = msgspec.structs.replace(clause, subject=inner(clause.subject, line.marked.tokens))
    day = story.article.published
    is_dated = clause.when or _DATED.search(f"{clause.rest} {clause.intro}")
    is_now = bool(_NOW.search(clause.verb)) or (
        clause.helper in {"is", "are"} and _VALUE.search(clause.rest) is not None
    )
    if not day or is_dated or clause.helper not in _PAST or not (is_now or clause.helper in {"has", "have"}):
        return clause
    when = f"{'in' if is_now else 'by'} {MONTHS[day.month - 1]} {day.year}"
    return msgspec.structs.replace(clause, helper=_PAST[clause.helper], verb=_NOW.sub("", clause.verb), when=when)


def inverted(clause: Clause, subject: str, *rest: str) -> str:
    """A clause in the order of a question, without what is asked for, such as "did <O0> ground in <L1>".

    Empty where the form of the verb that a question needs is not known.
    """
    helper, verb = clause.helper or clause.do, clause.verb if clause.helper else clause.base
    if not clause.helper and not clause.base:
        return ""
    return " ".join(part for part in (helper, subject, verb, *rest) if part)


def _is_fixed(clause: Clause) -> bool:
    """Whether a figure needs no headline: its day, its year or its occasion is told, or a thing always has it."""
    is_lasting = clause.helper in {"", "is", "are"} and clause.do != "did" and bool(_THING.fullmatch(clause.subject))
    return is_lasting or bool(_OCCASION.search(f"{clause.subject} {clause.rest} {clause.intro}"))


def _names_an_event(clause: Clause) -> bool:
    """Whether a clause names an event or a race, so that a headline would tell no more."""
    return bool(_EVENT.search(f"{clause.subject} {clause.rest} {clause.intro}"))


_ARTICLE_BEFORE = re.compile(r"\b[Aa]n? _____")
_WORD_BEFORE = re.compile(
    r"\b([a-z]+)(?: (?:about|only|nearly|around|over|almost|at least|more than|just|up to))? _____"
)
_GOVERNING = (
    PASTS.keys()
    | PARTICIPLES.keys()
    | THIRD.keys()
    | AUXILIARIES
    | frozenset("of by to at from than with for in on and between be been remain reach".split())
)


def _is_governed(stem: str) -> bool:
    """Whether a verb or a preposition stands before the gap: "led in the polls _____" lacks one."""
    before = _WORD_BEFORE.search(stem)
    return stem.startswith("_____") or (before is not None and before[1] in _GOVERNING)


def _slight(clause: Clause, figure: Figure, key: str, *, kind: str, relation: str, words: str) -> str:
    """Why a figure is not worth asking for, or cannot be asked fairly."""
    if kind == "measure" and relation == "blank" and _LENGTH.search(key):
        return "a distance or a size is no part of the story"
    if kind == "measure" and relation == "blank" and not _OF_NOTE.search(f"{clause.subject} {clause.rest}"):
        return "a measure of nothing in particular"
    if relation == "blank" and _ARTICLE_BEFORE.search(words):
        return "the article before the gap tells the number"
    if kind == "share" and relation == "blank" and not _is_governed(words):
        return "no question can be made of the statement"
    if kind == "measure" and _SENTENCE.search(f"{clause.verb} {clause.rest}"):
        return "a term of a sentence is told by the law"
    is_loose = kind in {"share", "measure"} and figure.bound in AT_LEAST
    return "a share or a time that is told as a bound has no other" if is_loose else ""


def asked_figure(
    story: Story, line: Line, clause: Clause, figure: Figure, *, kind: str, relation: str, slots: dict[str, str]
) -> Found:
    """The fact that asks for a figure, or why there is none.

    Args:
        story: The article.
        line: The sentence.
        clause: What is stated there, with the figure in it.
        figure: What is asked for.
        kind: The kind of question.
        relation: How it is worded; empty for a fill-in.
        slots: The words for that, still marked.
    """
    told = line.marked.told
    clause = msgspec.structs.replace(clause, rest=_INCLUDING.sub("", clause.rest))
    reason = _why_not(story, line, clause, figure)
    is_of_a_story = reason in {POINTS_BACK, UNTELLING, UNDATED} or (not reason and not _names_an_event(clause))
    news = headlined(story, line, clause) if is_of_a_story else ""
    if not reason and not news and not _is_fixed(clause) and headline_of(story.article):
        reason = UNDATED
    if news:
        reason = ""
        clause = _in_its_month(story, clause)
    if not relation:
        relation, slots = "blank", {"stem": blanked(clause, figure.code, when=clause.when, tokens=line.marked.tokens)}
    words = " ".join(slots.values())
    key = figure.mark.text if re.search(r"\d", figure.mark.text) else figure.mark.text.lower()
    reason = (
        reason
        or _slight(clause, figure, key, kind=kind, relation=relation, words=words)
        or _telltale(words, key, story.article.title)
    )
    if reason:
        what = told(f"{clause.subject} {clause.predicate}")
        return Miss(kind=kind, reason=reason, what=f"{figure.mark.text} ({what[:80]})")
    is_bound = relation != "blank" and figure.bound not in ROUGHLY
    return Fact(
        kind=kind,
        relation=relation,
        subject=told(words),
        value=f"{figure.bound} {key}".strip() if is_bound else key,
        form="number",
        slots={
            **{name: told(closed(text, clause.when)) for name, text in slots.items()},
            "when": clause.when,
            "about": _about(figure),
            **({"news": news} if news else {}),
        },
        evidence=line.proof,
        confidence=0.8 if relation == "blank" else 0.85,
        bound=figure.bound,
        avoid=_others(line, figure),
    )


def _in_its_month(story: Story, clause: Clause) -> Clause:
    """The clause without the month that the headline has already told."""
    month = month_of(story).removeprefix("in ")
    return msgspec.structs.replace(clause, when="") if month and clause.when.endswith(month) else clause


def _limited(story: Story, line: Line, clause: Clause, told: str) -> str:
    """Why a figure holds only within what its clause does not tell: a time, a beginning, a source's own name."""
    opening = _OPENING.match(line.plain)
    years = set(_YEAR.findall(line.plain)) - set(_YEAR.findall(line.marked.told(told)))
    reasons = (
        (bool(opening) and not clause.intro, "what opens its sentence limits it"),
        (bool(years) or (" since " in line.plain and " since " not in told), "the time of its sentence limits it"),
        (has_acronym(clause, line.marked), "an abbreviation that few know"),
        (bool(story.article.publisher) and story.article.publisher in told, "the publisher is no part of the story"),
    )
    return next((reason for is_so, reason in reasons if is_so), "")


_TOLD_AGAIN = r"{code}[^,<]* or <[NMAHWK]\d+>|<[NMAHWK]\d+>[^,<]* or {code}"
"""A figure beside the same in another unit: "rose 0.5% or 111 points"."""
_OPENING = re.compile(r"(?:Following|After|Before|Since|Heading|As of|Until|When|Once)\b")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def _why_not(story: Story, line: Line, clause: Clause, figure: Figure) -> str:
    told = f"{clause.subject} {clause.helper} {clause.verb} {clause.rest} {clause.intro}"
    left = _SOURCE.sub("", told.replace(figure.code, ""))
    if figure.is_pointing or "respectively" in clause.words:
        return "counts a part of something named before"
    if re.search(_TOLD_AGAIN.format(code=re.escape(figure.code)), told):
        return "the question gives the answer away"
    is_empty = (clause.lemma == "be" and not clause.rest) or clause.lemma in _SHOWS
    if is_empty or figure.noun.rpartition(" ")[2] in _TRIVIAL:
        return "says too little"
    timeless = msgspec.structs.replace(clause, rest=_TIME_TAKEN.sub("mark", clause.rest))
    reason = why_clause_not_alone(timeless, line.marked, story.names) or _unnamed(story, line, clause, left, figure)
    if figure.mark.letter != "N" and clause.lemma == "be":
        if _THING.fullmatch(clause.subject):
            return reason
        clause = msgspec.structs.replace(clause, lemma="stand")  # a size or a value says enough
    reason = reason or _limited(story, line, clause, told)
    return reason or untelling(clause, left, figure.mark) or _undated(clause, left)


def _unnamed(story: Story, line: Line, clause: Clause, left: str, figure: Figure) -> str:
    """Why what is named does not tell of whom or of what the statement speaks."""
    named = [mark for mark in line.marked.among(left, "PCLVEORXJ") if not _is_initials(mark)]
    placed = clause.when or line.marked.among(left, "PCLVEORDY")
    if not named or (figure.mark.letter == "A" and not placed):
        return "nothing in it tells which event of the world is meant"
    first = named[0]
    if first.letter == "X" and line.plain.startswith(first.text) and story.names.counts.get(first.name, 0) < _OFTEN:
        return "uses a name that is not sure"  # a sentence's first word may be no part of it
    is_life = clause.subject.startswith("<P") and figure.mark.letter in "HKW" and len(story.lines) > _SHORT
    is_told_of = not is_life or story.names.counts.get(line.marked.of(clause.subject).name, 0) >= _OFTEN
    return "" if is_told_of else "says too little"


def _is_initials(mark: Mark) -> bool:
    """Whether a name is a short abbreviation such as GDP, which names nothing that there is one of."""
    return mark.letter == "X" and mark.text.isupper() and len(mark.text) < _LEAST_OF_A_NAME


def _undated(clause: Clause, left: str) -> str:
    """Why a statement of what may happen again needs a time or an occasion."""
    is_past = clause.do == "did" or clause.helper in {"was", "were"} or clause.verb in _INTENDING
    if not is_past or clause.when or clause.lemma in _ONCE or _OCCASION.search(left):
        return ""
    is_event = re.fullmatch(r"(?:[Tt]he )?<E\d+>", clause.subject) or clause.lemma in _HARMS
    return "" if is_event and clause.do else UNDATED


def _telltale(words: str, key: str, title: str) -> str:
    """Why a question or the title tells the key: "the sevengill has seven gills"; or that there are no words for it."""
    if not words:
        return "no question can be made of the statement"
    if re.search(rf"(?<![\d,.]){re.escape(key.casefold())}(?![\d,]|\.\d)", title.casefold()):
        return "the title gives the answer away"
    said = re.search(rf"\b{re.escape(key.casefold())}[a-z]", words.casefold())
    return "the question gives the answer away" if said else ""


def _about(figure: Figure) -> str:
    return "about" if figure.bound in ROUGHLY else ""


def _others(line: Line, figure: Figure) -> tuple[str, ...]:
    """The other figures of the sentence of the same kind."""
    alike = (mark for mark in line.marked.marks if mark.letter == figure.mark.letter and mark is not figure.mark)
    return tuple(mark.text for mark in alike)
