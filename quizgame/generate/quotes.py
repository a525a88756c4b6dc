"""Who said what: quotations with a speaker that is certain."""

import re
from collections.abc import Iterator

from quizgame.core.article import Span
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.marks import Marked
from quizgame.generate.story import Line, Story

__all__ = ["APPOSED", "WHO", "quotes"]

_NOT_SPEECH = {"according", "reported", "reports", "reportedly", "claims", "observed", "concluded"}
_VERB = rf"(?:has |had |have |later |also |then |publicly )?(?:{'|'.join(sorted(REPORTING - _NOT_SPEECH))})"
_TO = (
    r"(?: (?:to )?(?:<[XOPV]\d+>(?: <[XO]\d+>)?|(?:the |local )?(?:press|media|reporters|journalists|crowd|audience)))?"
)
_WHERE = (
    r"(?: (?:on|via|in|at|during) (?:an? |the )?"
    r"(?:<[XOJTDEV]\d+>|statement|interview|tweet|speech|press conference)(?: <[XO]\d+>)?)*"
)
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
"""What may stand before a speaker's name, whose wife or lawyer is another."""
_LEAD = r"(?:Speaking|In|On|At|While|During|Following) (?:(?!<[QP]\d+>)[^,;:])+, "
_AFTER = re.compile(
    rf"^<Q(?P<q>\d+)>,? (?:{WHO}<P(?P<a>\d+)>{APPOSED} {_VERB}\b(?! that)|{_VERB}{_TO} {WHO}<P(?P<b>\d+)>(?!'s))"
)
_BEFORE = re.compile(
    rf"^(?:{_LEAD})?{WHO}<P(?P<a>\d+)>{APPOSED} (?:[a-z]+ly )?{_VERB}{_TO}{_WHERE}(?: that)?[,:]? <Q(?P<q>\d+)>"
)
_SAYING = re.compile(
    rf"^{WHO}<P(?P<a>\d+)>{APPOSED} (?:(?! (?:who|which|that|as|while|after|when|by|because) )[^,;:])+, "
    r"(?:further |also )?(?:saying|adding|writing|tweeting|stating|noting|explaining|telling <X\d+>)(?: that)?[,:]? "
    r"<Q(?P<q>\d+)>"
)
_SUBJECT = re.compile(rf"^(?:According to )?{WHO}<P(?P<a>\d+)>(?!'s)(?P<said>[^<>]*(?:<[A-OR-Z]\d+>[^<>]*)*)<Q\d+>\.?$")
_SAID = re.compile(rf"\b(?:{'|'.join(sorted(REPORTING - _NOT_SPEECH))})\b")
_NOT_SAID = re.compile(r"\b(?:he|she|they|who|which|whom|that|and|but|as|of|a|an)\b[^:]*$")
_NOT_SAID_BEFORE_COMMA = re.compile(r"\b(?:he|she|they|who|which|whom|that|and|but|as|was|were|is|are)\b[^:]*$")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|I|we)\b")
_PRONOUN_BEFORE = re.compile(rf"^(?:He|She) {_VERB}[,:]? <Q\d+>")
_PRONOUN_AFTER = re.compile(rf"^<Q\d+>,? (?:(?:he|she) {_VERB}|{_VERB} (?:he|she))\b")
_ADDED = re.compile(r"^<Q\d+>,? (?:he|she) added\b|^(?:He|She) added[,:]? <Q\d+>")
_STARTS = re.compile(rf"^{WHO}<P\d+>(?!'s)")
_ONLY = re.compile(r"^<Q\d+>\.?$")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_MIN_WORDS, _MAX_CHARACTERS = 7, 112
_SCRAP = 6
"""Fewer words than this between two commas are cut off with the rest: "and in this regard"."""


def quotes(story: Story) -> Iterator[Found]:
    """The quotations of an article, by their speakers."""
    naming: tuple[Span, ...] = ()
    speaker, said_at = "", -1
    for number, line in enumerate(story.lines):
        if "<Q" not in line.marked.text or line.is_broken:
            continue
        found, before = _named(line.marked), story.before(number)
        last = speaker if said_at == number - 1 else ""
        if found:
            naming = ()
        elif before:
            found = _carried(line, before, last)
            naming = naming if last else (before.sentence.span,)
        elif _ADDED.match(line.marked.text):
            found = last  # who adds something spoke right before
        if not found:
            yield Miss(kind="quote", reason="the speaker is not certain", what=line.plain[:80])
            continue
        speaker, said_at = found, number
        yield from _asked(line, found, (*naming, line.sentence.span))
        naming = naming or (line.sentence.span,)


def _named(marked: Marked) -> str:
    """The speaker whom the sentence itself names."""
    found = _matched(marked)
    if not found:
        return _only_subject(marked)
    groups = found.groupdict()
    return marked.marks[int(groups.get("a") or groups["b"])].name


def _matched(marked: Marked) -> re.Match[str] | None:
    return _AFTER.match(marked.text) or _BEFORE.match(marked.text) or _SAYING.match(marked.text)


def _only_subject(marked: Marked) -> str:
    """The one person of a sentence that ends in a quotation, whom it begins with and who is said to speak."""
    found = _SUBJECT.match(marked.text)
    persons = {mark.name for mark in marked.marks if mark.letter == "P"}
    if not found or len(persons) > 1:
        return ""
    said = found["said"].rstrip(" ,")
    if _PRONOUN.search(said):
        return ""
    if not said.endswith(":"):
        verb = _SAID.search(said)
        barred = _NOT_SAID_BEFORE_COMMA if found["said"].endswith(", ") else _NOT_SAID
        if not marked.text.startswith("According to ") and (not verb or barred.search(said[verb.end() :])):
            return ""
    return marked.marks[int(found["a"])].name


def _carried(line: Line, before: Line, speaker: str) -> str:
    """The speaker whom the sentence before names: it quotes him too, or it is about nobody else."""
    text = line.marked.text
    if speaker and (_ONLY.match(text) or _PRONOUN_AFTER.match(text) or _PRONOUN_BEFORE.match(text)):
        return speaker
    if not (_PRONOUN_BEFORE.match(text) or _PRONOUN_AFTER.match(text)) or "<Q" in before.marked.text:
        return ""
    persons = {mark.name for mark in before.marked.marks if mark.letter == "P"}
    return persons.pop() if len(persons) == 1 and _STARTS.match(before.marked.text) else ""


def _asked(line: Line, speaker: str, evidence: tuple[Span, ...]) -> Iterator[Found]:
    marks = line.marked.marks
    found = _matched(line.marked)
    if found and len({mark.name for mark in marks if mark.letter == "P"}) > 1:
        marks = marks[int(found["q"]) :][:1]  # another quotation may be another person's
    told = [mark.text.strip('"').strip() for mark in marks if mark.letter == "Q"]
    told = _joined(told) if line.marked.text.startswith("<Q") else told
    for words in map(_shortened, told):
        reason = _unfit(words, speaker)
        if reason:
            yield Miss(kind="quote", reason=reason, what=words[:80])
            continue
        yield Fact(
            kind="quote",
            relation="said",
            subject=words,
            value=speaker,
            form="person",
            slots={"quote": words},
            evidence=evidence,
            confidence=0.95 if len(evidence) == 1 else 0.85,
        )
        return


def _joined(parts: list[str]) -> list[str]:
    """The quotations of one sentence, the halves of a broken one put together."""
    whole: list[str] = []
    for part in parts:
        if whole and whole[-1][-1:] not in ".!?" and (part[:1].islower() or whole[-1].endswith(",")):
            whole[-1] = f"{whole[-1]} {part}"
        else:
            whole.append(part)
    return whole


def _shortened(quote: str) -> str:
    """As many whole sentences from the start as fit."""
    text = quote.rstrip(",").strip()
    if "[" in text:
        text = _before_edit(text)
    if len(text) <= _MAX_CHARACTERS:
        return text
    ends = [found.start() + 1 for found in _SENTENCE_END.finditer(text) if found.start() < _MAX_CHARACTERS]
    if ends and len(text[: ends[-1]].split()) >= _MIN_WORDS:
        return text[: ends[-1]]
    commas = [
        place
        for place in range(50, min(len(text), _MAX_CHARACTERS))
        if text[place] in ",;" and not text[place + 1 : place + 2].isdigit()
    ]
    if commas:
        is_scrap = len(commas) > 1 and len(text[commas[-2] : commas[-1]].split()) < _SCRAP
        return text[: commas[-2 if is_scrap else -1]] + " …"
    return text[:_MAX_CHARACTERS].rpartition(" ")[0] + " …"


def _before_edit(quote: str) -> str:
    """The whole sentences before the first thing in brackets; the quotation itself where they are too few words."""
    ends = [found.start() + 1 for found in _SENTENCE_END.finditer(quote[: quote.index("[")])]
    return quote[: ends[-1]] if ends and len(quote[: ends[-1]].split()) >= _MIN_WORDS else quote


def _unfit(words: str, speaker: str) -> str:
    if len(words.split()) < _MIN_WORDS:
        return "the quotation is too short to be told from others"
    if "[" in words or "(" in words:
        return "the quotation was edited"
    if not words[0].isupper() and not words[0].isdigit():
        return "the quotation is no whole sentence"
    parts = [part for part in speaker.split() if len(part) > 2]
    return "the quotation names its speaker" if any(part in words for part in parts) else ""
