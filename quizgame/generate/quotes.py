"""Who said what: quotations with a speaker that is certain."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.core.article import Span
from quizgame.core.text import fold
from quizgame.generate.deaths import the_dead
from quizgame.generate.excerpts import excerpt, joined, why_unfit
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.headlines import headline_of
from quizgame.generate.marks import Mark, Marked
from quizgame.generate.speakers import SAYS, Spoken, spoken
from quizgame.generate.story import Line, Story

__all__ = ["quotes"]

_VERB = rf"(?:has |had |have |later |also |then |publicly )?(?:{'|'.join(sorted(SAYS))})"
_PRONOUN_BEFORE = re.compile(rf"^(?:He|She|<P\d+>) {_VERB}[,:]? <Q\d+>")
_PRONOUN_AFTER = re.compile(rf"^<Q\d+>,? (?:(?:he|she) {_VERB}|{_VERB} (?:he|she))\b")
_ADDED = re.compile(r"^<Q\d+>,? (?:he|she) added\b|^(?:He|She) added[,:]? <Q\d+>")
_HALVES = re.compile(r"^<Q\d+>[^;<]*(?:<[A-PR-Z]\d+>[^;<]*)*, <Q\d+>")
"""One quotation with its speaker in its middle."""
_ONLY = re.compile(r"^<Q\d+>\.?$")


def quotes(story: Story) -> Iterator[Found]:
    """The quotations of an article, by their speakers."""
    naming: tuple[Span, ...] = ()
    speaker, said_at = "", -1
    dead = the_dead(story)
    for number, line in enumerate(story.lines):
        if "<Q" not in line.marked.text or line.is_broken:
            continue
        found = spoken(line.marked)
        last = speaker if said_at == number - 1 else ""
        name = line.marked.marks[found.speaker].name if found else _carried(line, story.before(number), last)
        if not name:
            yield Miss(kind="quote", reason="the speaker is not certain", what=line.plain[:80])
            continue
        speaker, said_at = name, number
        fact = _asked(story, line, found, name, line.proof if found else (*naming, line.sentence.span))
        yield msgspec.structs.replace(fact, avoid=tuple(sorted(dead - {name}))) if isinstance(fact, Fact) else fact
        naming = line.proof if found else naming


def _carried(line: Line, before: Line | None, last: str) -> str:
    """The speaker of the sentence before, where this one goes on with it, or is of somebody who adds something."""
    text = line.marked.text
    if not last:
        return ""
    if before:
        goes_on = _ONLY.match(text) or _PRONOUN_AFTER.match(text) or _PRONOUN_BEFORE.match(text)
        return last if goes_on else ""
    return last if _ADDED.match(text) else ""


def _asked(story: Story, line: Line, found: Spoken | None, speaker: str, evidence: tuple[Span, ...]) -> Found:
    told = _quoted(line.marked, found)
    news = headline_of(story.article)
    is_headed = bool(news) and fold(speaker) not in fold(news)
    excerpts = (excerpt(quotation, is_headed=is_headed) for quotation in told)
    fit = [(words, why_unfit(words, speaker, is_headed=is_headed)) for words in excerpts]
    words, reason = next((pair for pair in fit if not pair[1]), fit[0])
    if not reason and found and not found.is_whole and words[:1].islower():
        reason = "the quotation is no whole sentence"
    if not reason and news and not is_headed:
        reason = "the title tells who it is"
    if not reason and " " not in speaker:
        reason = "the person's full name is not known"
    if reason:
        return Miss(kind="quote", reason=reason, what=words[:80] or told[0][:80])
    return Fact(
        kind="quote",
        relation="said",
        subject=words,
        value=speaker,
        form="person",
        slots={"quote": words},
        evidence=evidence,
        confidence=0.95 if len(evidence) == 1 else 0.85,
    )


def _quoted(marked: Marked, found: Spoken | None) -> list[str]:
    """The quotations of a sentence that are surely its speaker's; another may be another person's."""
    marks: tuple[Mark, ...] = marked.marks
    if found and len({mark.name for mark in marks if mark.letter == "P"}) > 1:
        marks = marks[found.quote : found.quote + 1]
    told = [mark.text.strip('"').strip() for mark in marks if mark.letter == "Q"]
    return joined(told) if _HALVES.match(marked.text) else told
