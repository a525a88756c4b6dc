"""How many, how much, how long: the figures of an article's clauses, never labels, dates or ages."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.amounts import KINDS, amount_worded, parted_of
from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.figurefacts import asked_figure, dated, inverted
from quizgame.generate.figures import Figure, figures_in
from quizgame.generate.frames import figure_clauses
from quizgame.generate.harms import harm_worded, harms
from quizgame.generate.lexicon.measures import ROUGHLY
from quizgame.generate.story import Line, Story

__all__ = ["counts"]

_PAIRED = re.compile(
    r"^(?P<code><N\d+>) (?P<kind>[a-z]+[a-rt-z]) and (?P<code2><N\d+>) (?P<kind2>[a-z]+[a-rt-z])(?= [a-z<])"
)
_PARTITIVE = re.compile(
    r"^(?P<bound>over |more than )?(?P<part><N\d+>) of (?P<owner><[CO]\d+>)'s (?P<whole><N\d+>) (?P<noun>[^,]{3,60})$"
)
_MEDALS = re.compile(r"^(?:golds?|silvers?|bronzes?)\b|\bmedals$")
_TOTAL = re.compile(r"^[Aa] (?:total|record|combined total) of ")
_ENDS = re.compile(r"(?:^| )(?:in|at|to|from|with|for|by|on|against|of|between|among|across)$")
_JOINED = re.compile(r"(?<!<[CL]\d>) and (?!<[CL]\d+>$)")
_COUPLED = re.compile(r" and (?:an?|the|<N\d+>) ")
"""What stands beside the thing counted: left behind, it would hang in the air."""
_BY = re.compile(r"(?:^|[\w>] )by $")
_NEXT = re.compile(r"^,? and <N\d+> .*$")
"""The next thing that is counted, which the question for the first leaves out."""
_FAR = 5
_Worded = tuple[str, dict[str, str]]


def counts(story: Story) -> Iterator[Found]:
    """The counts and amounts that an article tells."""
    for line in story.lines:
        for clause in figure_clauses(story, line):
            for single in _apart(dated(story, line, clause)):
                yield from _of(story, line, single)
        if "<N" in line.marked.text:
            yield from _parts(story, line)
    yield from harms(story)


def _apart(clause: Clause) -> Iterator[Clause]:
    """Two clauses, one for each count, where one tells of "10 male and 12 female members"."""
    for name in ("subject", "rest"):
        text = getattr(clause, name)
        found = _PAIRED.match(text)
        if found:
            for code, kind in ((found["code"], found["kind"]), (found["code2"], found["kind2"])):
                yield msgspec.structs.replace(clause, **{name: f"{code} {kind}{text[found.end() :]}"})
            return
    yield clause


def _of(story: Story, line: Line, clause: Clause) -> Iterator[Found]:
    for name in ("subject", "rest", "intro"):
        text = getattr(clause, name)
        for figure in figures_in(text, line.marked, "NMAHWK"):
            worded = _any_worded(clause, name, figure)
            if worded:
                kind = KINDS.get(figure.mark.letter, "count")
                yield asked_figure(story, line, clause, figure, kind=kind, relation=worded[0], slots=worded[1])


def _any_worded(clause: Clause, where: str, figure: Figure) -> _Worded | None:
    """How the figure is asked for; None where it is none to ask for."""
    if figure.mark.letter != "N":
        return amount_worded(clause, where, figure)
    harmed = harm_worded(clause, figure) if where == "rest" else None
    if harmed:
        return harmed
    return _worded(clause, where, figure) if _is_counting(getattr(clause, where), figure) else None


def _is_counting(text: str, figure: Figure) -> bool:
    """Whether the number counts a noun behind it, or a part of a whole that is told; medals have rules of their own."""
    after = text[figure.end :]
    is_part = bool(re.match(r" of (?:the )?<[NCO]\d+>", after))
    is_told = bool(re.match(r",? (?:namely )?<P|: ", after))  # who they are tells how many they are
    return (bool(figure.noun) or is_part) and not is_told and not _MEDALS.search(figure.noun)


def _worded(clause: Clause, where: str, figure: Figure) -> _Worded:
    """The relation and the words that it needs; nothing where only a fill-in will do."""
    text = getattr(clause, where)
    before, after = text[: figure.start], _NEXT.sub("", text[figure.end :]).strip()
    of, rest = parted_of(after)
    noun = f"{figure.noun} {of}".strip()
    if where == "subject" and (not before or _TOTAL.fullmatch(before)) and not clause.is_relative:
        told = " ".join(part for part in (noun, rest, clause.predicate) if part)
        return ("", {}) if _JOINED.search(after) else ("how_many_did", {"told": told})
    if where == "rest" and not before and clause.lemma != "be" and not _COUPLED.search(after):
        told = inverted(clause, clause.subject, rest, clause.intro)
        return ("how_many_object", {"noun": noun, "told": told}) if told else ("", {})
    if where == "rest" and _BY.search(before) and not clause.helper and not after.startswith("to <"):
        told = inverted(clause, clause.subject, before.rstrip().removesuffix("by").strip(), rest, clause.intro)
        return ("by_how_many", {"noun": noun, "told": told}) if told else ("", {})
    if (
        where == "rest"
        and _ENDS.search(before.rstrip())
        and not after.startswith("to <")
        and len(after.split()) <= _FAR
        and " and " not in after
        and not clause.intro
    ):
        about = "about " if figure.bound in ROUGHLY else ""
        words = (clause.subject, clause.helper, clause.verb, f"{before}{about}how many {noun}", rest)
        return "how_many_in_place", {"told": " ".join(part for part in words if part)}
    return "", {}


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
