"""What somebody said or hopes, told in the article's own words: "<person> said that ..."."""

import re
from collections.abc import Iterator

from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.verbs import AUXILIARIES, BASES, PASTS, THIRD
from quizgame.generate.marks import Marked
from quizgame.generate.standalone import ANCHORED, why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["opinions"]

APPOSED = r"(?:, [^<>,]*(?:<[A-OR-Z]\d+>[^<>,]*){0,4},)?"
_TITLE_WORD = (
    r"(?:(?!(?:to|with|by|from|for|after|before|when|while|as|in|on|at|about|against|and|\w+ing)\b)[A-Za-z][\w'-]* )"
)
_OFFICE = rf"{_TITLE_WORD}{{0,6}}(?:<[CJOX]\d+>(?:'s)? )?{_TITLE_WORD}{{0,6}}"
_OTHERS = (
    r"(?![^<,]*\b(?:wife|husband|widow|father|mother|parent|son|daughter|brother|sister|relative|friend|lawyer|attorney|"
    r"agent|aide|colleague|partner|fan|supporter|critic|opponent|victim|family)s? of\b)"
)
WHO = rf"{_OTHERS}{_OFFICE}(?<! of )(?<! of the )"
_HOLDS = "said|stated|announced|confirmed|warned|predicted|hopes|hoped|expressed hope|believes"
_TOLD = re.compile(rf"^{WHO}<P(?P<who>\d+)>{APPOSED} (?P<verb>{_HOLDS}) (?:that )?(?P<what>[^\"]+)$")
_AND = re.compile(r" and (?=([a-z]+) )")
_FINITE = frozenset({*AUXILIARIES, *PASTS, *THIRD, "can", "could", "would", "should", "may", "might", "must"})
_LONGEST = 110
_LEAST_WORDS, _LEAST_NAMES = 4, 2


def opinions(story: Story) -> Iterator[Found]:
    """The statements and hopes that an article reports without quoting them, by those who have them."""
    for line in story.lines:
        found = None if line.is_broken or line.is_caption else _TOLD.match(line.marked.text.rstrip(". "))
        if found and "<Q" not in found["what"]:
            yield _fact(story, line, found)


def _fact(story: Story, line: Line, found: re.Match[str]) -> Found:
    person = line.marked.marks[int(found["who"])]
    what, reason = _whole(found["what"], line.marked, story)
    if " " not in person.name:
        reason = "the person's full name is not known"
    if reason:
        return Miss(kind="quote", reason=reason, what=line.marked.told(found["what"])[:80])
    told = line.marked.told(what)
    return Fact(
        kind="quote",
        relation="holds_that",
        subject=told,
        value=person.name,
        form="person",
        slots={"verb": found["verb"], "what": told},
        evidence=line.proof,
        confidence=0.85,
    )


def _whole(what: str, marked: Marked, story: Story) -> tuple[str, str]:
    """What was said, or its first half where only that stands alone, and why neither does."""
    halves = [what[: found.start()] for found in _AND.finditer(what) if found[1] in BASES or found[1] in PASTS]
    reasons = [(half, _unfit(half, marked, story)) for half in (what, *halves[-1:])]
    return next(((half, reason) for half, reason in reasons if not reason), reasons[0])


def _unfit(what: str, marked: Marked, story: Story) -> str:
    words = re.findall(r"[a-z]+", re.sub(r"<[A-Z]\d+>", "", what))
    if not _FINITE & set(words) or len(words) < _LEAST_WORDS:
        return "says too little"
    if len(set(ANCHORED.findall(what))) < _LEAST_NAMES:
        return "nothing in it tells which event of the world is meant"
    if len(marked.told(what)) > _LONGEST or what.count(",") > 1:
        return "the statement is too long"
    return why_not_alone(what, marked, story.names)
