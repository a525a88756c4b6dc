"""Who speaks in a sentence: the person whom a verb of speaking has for its subject, and the quotation it brings."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.marks import Marked

__all__ = ["FINITE", "PRONOUN", "SAYS", "Spoken", "is_code", "speakers_in", "spoken", "subject_of"]

SAYS = (
    REPORTING - {"according", "reported", "reports", "reportedly", "claims", "observed", "concluded", "claimed"}
) | frozenset(
    "observed concluded claimed suggested recounted testified lamented tweeted posted texted shouted opined cautioned "
    "exclaimed pleaded recalls explains adds writes notes tells argues believes states admits insists jokes".split()
)
"""Verbs of speaking in the past and the present."""
_SAYING = frozenset(
    "saying adding writing tweeting stating noting explaining telling remarking declaring quipping commenting "
    "insisting observing recalling joking arguing".split()
)
_TO_SAY = frozenset("say add note explain tell state write remark comment".split())
PRONOUN = "PRO"
"""The label of a name that was written in the place of a pronoun."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Parts of speech of finite verbs."""
_KIN = frozenset(
    "wife husband widow father mother parent son daughter brother sister relative friend lawyer attorney agent aide "
    "colleague partner fan supporter critic opponent victim family spokesman spokeswoman spokesperson".split()
)
_FAR, _WIDE = 26, 16
"""How many words may stand between a verb and its quotation, and between a verb and the name of its subject."""


class Spoken(msgspec.Struct, frozen=True):
    """A quotation and its speaker, as numbers of marks."""

    quote: int
    speaker: int
    is_whole: bool
    """Whether it is direct speech, set off by a comma or a colon or standing first, and not a part of the sentence."""


def is_code(token: Token, letters: str) -> bool:
    """Whether a token stands for a mention of one of some letters."""
    return token.text[:1] == "<" and token.text[1:2] in letters


def _number(token: Token) -> int:
    return int(re.sub(r"\D", "", token.text))


def spoken(marked: Marked) -> Spoken | None:
    """The first quotation of a sentence whose speaker the sentence itself names."""
    tokens = marked.tokens
    for at in (place for place, token in enumerate(tokens) if is_code(token, "Q")):
        person = _after(tokens, at)
        is_whole = True
        if person is None:
            person = _before(tokens, at)
            is_whole = at > 0 and tokens[at - 1].text in {",", ":", "-", "--", "—"}
        if person is not None:
            return Spoken(_number(tokens[at]), _number(tokens[person]), is_whole)
    return None


def speakers_in(lines: Iterable[Marked]) -> frozenset[str]:
    """Everybody who says something in an article, in quotations or not."""
    found: set[str] = set()
    for marked in lines:
        tokens = marked.tokens
        quote = spoken(marked) if "<Q" in marked.text else None
        found.update([marked.marks[quote.speaker].name] if quote else [])
        subjects = (subject_of(tokens, place, 0) for place, token in enumerate(tokens) if token.text in SAYS)
        found.update(marked.of(tokens[place].text).name for place in subjects if place is not None)
    return frozenset(found)


def _after(tokens: Sequence[Token], at: int) -> int | None:
    """As in "<quotation>, <person> said" and "<quotation>, said <person>"."""
    start = at + 1 + (len(tokens) > at + 1 and tokens[at + 1].text == ",")
    if start >= len(tokens) or tokens[start].tag in {"IN", "CC", "TO", "WP", "WRB"}:
        return None
    if tokens[start].text in SAYS:
        return _named_after(tokens, start + 1)
    for place in range(start, min(len(tokens), start + _WIDE)):
        token = tokens[place]
        if is_code(token, "Q") or token.text in {".", ";", ":"}:
            return None
        if token.text in SAYS and token.tag in FINITE | {"VBN", "VB"}:
            return subject_of(tokens, place, start)
        if token.tag in FINITE:
            return None
    return None


def _named_after(tokens: Sequence[Token], start: int) -> int | None:
    """The person that a subject after its verb ends in: "said the lawyer's son, <person>, at noon"."""
    commas = 0
    for place in range(start, min(len(tokens), start + _WIDE)):
        token = tokens[place]
        commas += token.text == ","
        if token.tag in FINITE or token.text in {";", ":", ".", "who", "which"} or is_code(token, "Q") or commas > 2:
            return None
        if is_code(token, "P") and tokens[place + 1 : place + 2] and tokens[place + 1].text == "'s":
            continue
        if is_code(token, "P"):
            return place if _is_whole_subject(tokens, place, start) else None
    return None


def _before(tokens: Sequence[Token], at: int) -> int | None:
    """As in "<person> said on Monday, <quotation>" and "<person> left, saying <quotation>"."""
    if tokens[0].text == "According" and len(tokens) > 2:
        return _according(tokens, at)
    for verb in range(at - 1, max(-1, at - _FAR), -1):
        token = tokens[verb]
        if is_code(token, "Q") or token.text in {";", "which"}:
            return None
        if token.text in SAYS and token.tag in FINITE | {"VBN", "VB", "NN", "NNS"}:
            return subject_of(tokens, verb, 0)
        if token.text in _SAYING or (token.text in _TO_SAY and tokens[verb - 1].text == "to"):
            return _main_subject(tokens, verb)
        if token.tag in FINITE or token.text in {"who", "he", "she", "they", "it", "I", "we"}:
            break
    return _main_subject(tokens, at) if tokens[at - 1].text == ":" else None


def _according(tokens: Sequence[Token], at: int) -> int | None:
    found = next((place for place in range(2, at) if is_code(tokens[place], "P")), None)
    if found is None or any(token.tag in FINITE for token in tokens[2:at]):
        return None
    return found if _is_whole_subject(tokens, found, 2) else None


def _main_subject(tokens: Sequence[Token], end: int) -> int | None:
    """The person whom a sentence is about, who is the only one it names before a place."""
    persons = [place for place in range(end) if is_code(tokens[place], "P")]
    verb = next((place for place in range(end) if tokens[place].tag in FINITE), -1)
    others = {token.text for token in tokens[:end]} & {"he", "she", "they", "who", "He", "She", "They"}
    if verb < 0 or others or not persons or any(is_code(token, "Q") for token in tokens[:end]):
        return None
    found = subject_of(tokens, verb, 0)
    return found if found is not None and (len(persons) == 1 or tokens[end].text in _SAYING) else None


def subject_of(tokens: Sequence[Token], verb: int, first: int) -> int | None:
    """The place of the person that is the subject of a verb; None where it is anything else.

    Args:
        tokens: The words of a sentence.
        verb: The place of the verb.
        first: The first place where its subject may begin.
    """
    place = verb - 1
    while place > first and (tokens[place].tag in {"RB", "RBR"} or tokens[place].text in {"has", "had", "have"}):
        place -= 1
    is_relative = place >= first and tokens[place].text == "who"
    if place >= first and tokens[place].text in {"who", "—", "--", "–"}:
        place -= 1
    if place > first and tokens[place].text == ",":
        place = _over_apposition(tokens, place, first)
    place = _over_phrase(tokens, place, first)
    if place < first or not is_code(tokens[place], "P"):
        return None
    return place if is_relative or _is_whole_subject(tokens, place, first) else None


def _over_apposition(tokens: Sequence[Token], place: int, first: int) -> int:
    """The place before what stands between two commas; the name itself where that is what stands there."""
    if is_code(tokens[place - 1], "P") and tokens[place - 2].text == ",":
        return place - 1
    for start in range(place - 1, max(first, place - _FAR), -1):
        token = tokens[start]
        if token.tag in FINITE and not any(
            word.text in {"who", "which", "that"} for word in tokens[max(first, start - 4) : start]
        ):
            return -1
        if (
            token.text == ","
            and start > first
            and (is_code(tokens[start - 1], "P") or _ends_phrase(tokens, start - 1, first))
        ):
            return start - 1
    return -1


def _over_phrase(tokens: Sequence[Token], place: int, first: int) -> int:
    """The place before a phrase that hangs on a name: "<person> of the University of Oslo"."""
    if place < first or is_code(tokens[place], "P"):
        return place
    for start in range(place, max(first - 1, place - 10), -1):
        token = tokens[start]
        if is_code(token, "P"):
            return start if tokens[start + 1].tag == "IN" else -1
        if token.tag in FINITE | {"VB", "TO", "PRP"} or token.text in {",", ";", ":"} or is_code(token, "Q"):
            return -1
    return -1


def _ends_phrase(tokens: Sequence[Token], place: int, first: int) -> bool:
    return _over_phrase(tokens, place, first) >= first


_BOUNDS = frozenset(
    {",", ":", ";", "—", "--", "–", "and", "but", "while", "as", "that", "when", "although", "though", "(", ")"}
)


def _is_whole_subject(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Whether a name is the head of its phrase: nobody's possession, nobody's company, nothing's object."""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    is_joined = after == "," and place + 2 < len(tokens) and is_code(tokens[place + 2], "P")
    if tokens[place].label == PRONOUN or after in {"'s", "and", "or"} or is_joined:
        return tokens[place].label == PRONOUN
    start = place - 1
    while start >= first and tokens[start].text not in _BOUNDS and not is_code(tokens[start], "Q"):
        token = tokens[start]
        if token.tag in FINITE | {"TO", "VB"}:
            return False
        if token.tag == "IN" and token.text not in {"of", "at", "for", "in"}:
            return False
        start -= 1
    words = tokens[start + 1 : place]
    if words and words[-1].tag == "IN" and start + 1 >= first:
        return False
    if start > first and tokens[start].text == "and" and tokens[start - 1].text != ",":
        return _is_office(words) and _is_office(tokens[max(first, start - 2) : start])
    return not any(
        word.text.casefold() in _KIN and words[at + 1 : at + 2] and words[at + 1].text == "of"
        for at, word in enumerate(words)
    )


def _is_office(words: Sequence[Token]) -> bool:
    """Whether words are an office or a trade, and so "trade and industry commissioner" one phrase."""
    return bool(words) and all(
        word.tag in {"NN", "NNS", "NNP", "JJ", "HYPH"} and not is_code(word, "P") for word in words
    )
