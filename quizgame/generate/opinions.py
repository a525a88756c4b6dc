"""What somebody said or hopes, told in the article's own words: "<person> said that ...", "<person> called it ..."."""

import re
from collections.abc import Iterator

from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.verbs import AUXILIARIES, BASES, PASTS, THIRD
from quizgame.generate.marks import Mark, Marked
from quizgame.generate.speakers import FINITE, is_code, subject_of
from quizgame.generate.standalone import ANCHORED, has_anchor, why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["opinions"]

_HOLDS = frozenset(
    "said stated announced confirmed warned predicted hopes hoped believes noted claimed argued explained suggested "
    "insisted declared admitted testified acknowledged emphasized emphasised stressed added".split()
)
_CALLS = {
    "called": "called",
    "calling": "called",
    "described": "described",
    "describing": "described",
    "labelled": "labelled",
    "labeled": "labeled",
    "branded": "branded",
    "dubbed": "dubbed",
    "termed": "termed",
    "characterized": "characterized",
    "characterised": "characterised",
    "denounced": "denounced",
    "hailed": "hailed",
    "praised": "praised",
}
"""Verbs that say what somebody holds of something, with their past forms."""
_AND = re.compile(r" and (?=([a-z]+) )")
_FINITE = frozenset({*AUXILIARIES, *PASTS, *THIRD, "can", "could", "would", "should", "may", "might", "must"})
_LONGEST = 110
_LEAST_WORDS, _LEAST_NAMES = 4, 2
_VERDICT = re.compile(r"^(?P<what>[^,;:]{2,80}?)(?P<link> as)? (?P<article>(?:an?|the) )?<Q(?P<quote>\d+)>")
_QUOTE = re.compile(r'"([^"]*?)[,.]?"')


def opinions(story: Story) -> Iterator[Found]:
    """The statements, hopes and verdicts that an article reports without quoting them whole, by those who have them."""
    for line in story.lines:
        if line.is_broken or line.is_caption:
            continue
        tokens = line.marked.tokens
        for place, token in enumerate(tokens[:-1]):
            calls = token.text in _CALLS
            if calls or (token.text in _HOLDS and token.tag in FINITE | {"NNS", "VBN"}):
                person = subject_of(tokens, place, 0)
                if person is not None and tokens[place + 1].text not in {",", ":", "."}:
                    told = line.marked.text[tokens[place + 1].start :].rstrip(". ")
                    make = _verdict if calls else _opinion
                    yield from make(story, line, line.marked.of(tokens[person].text), token.text, told)


def _opinion(story: Story, line: Line, person: Mark, verb: str, told: str) -> Iterator[Found]:
    if re.match(r"<Q|that <Q|to ", told) or re.search(r"[:;]|, <Q|saying|adding", told):
        return
    what, reason = _whole(told.removeprefix("that "), line.marked, story)
    if " " not in person.name:
        reason = "the person's full name is not known"
    if reason:
        yield Miss(kind="quote", reason=reason, what=line.marked.told(told)[:80])
        return
    words = _curled(line.marked.told(what))
    yield _fact(line, person, "holds_that", words, {"verb": verb, "what": words})


def _verdict(story: Story, line: Line, person: Mark, verb: str, told: str) -> Iterator[Found]:
    """As in "<person> called the plan for <place> <quotation>"."""
    found = _VERDICT.match(told)
    if not found or any(is_code(token, "Q") for token in line.marked.tokens if token.text in found["what"]):
        return
    what = found["what"]
    quote = line.marked.marks[int(found["quote"])].text.strip('"').rstrip(",.")
    reason = why_not_alone(what, line.marked, story.names)
    if not has_anchor(what) or set(what.split()) & _FINITE:
        reason = "nothing in it tells which event of the world is meant"
    if " " not in person.name or "[" in quote or any(mark.name == person.name for mark in line.marked.among(what, "P")):
        reason = "the person's full name is not known"
    if len(quote.split()) < _LEAST_NAMES or len(quote) > _LONGEST:
        reason = "says too little"
    if reason:
        yield Miss(kind="quote", reason=reason, what=line.marked.told(told)[:80])
        return
    words = f"{line.marked.told(what)}{found['link'] or ''} {found['article'] or ''}“{quote}”"
    yield _fact(line, person, "verdict", words, {"verb": _CALLS[verb], "what": words})


def _fact(line: Line, person: Mark, relation: str, subject: str, slots: dict[str, str]) -> Fact:
    return Fact(
        kind="quote",
        relation=relation,
        subject=subject,
        value=person.name,
        form="person",
        slots=slots,
        evidence=line.proof,
        confidence=0.85,
    )


def _curled(told: str) -> str:
    return _QUOTE.sub(r"“\1”", told)


def _whole(what: str, marked: Marked, story: Story) -> tuple[str, str]:
    """What was said, or its first half where only that stands alone, and why neither does."""
    halves = [what[: found.start()] for found in _AND.finditer(what) if found[1] in BASES or found[1] in PASTS]
    reasons = [(half, _unfit(half, marked, story)) for half in (what, *halves[-1:])]
    return next(((half, reason) for half, reason in reasons if not reason), reasons[0])


def _unfit(what: str, marked: Marked, story: Story) -> str:
    words = re.findall(r"[a-z]+", re.sub(r"<[A-Z]\d+>", "", what))
    if "<Q" not in what and (not _FINITE & set(words) or len(words) < _LEAST_WORDS):
        return "says too little"
    if len(set(ANCHORED.findall(what))) + what.count("<Q") < _LEAST_NAMES or not has_anchor(what):
        return "nothing in it tells which event of the world is meant"
    if len(marked.told(what)) > _LONGEST or what.count(",") > 1:
        return "the statement is too long"
    return why_not_alone(what, marked, story.names)
