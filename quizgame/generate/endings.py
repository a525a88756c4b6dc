"""Where a clause ends among the tagged words behind its verb."""

import re
from collections.abc import Sequence

from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.verbs import AUXILIARIES, PARTICIPLES, PASTS, THIRD
from quizgame.generate.lexicon.words import SUBORDINATORS
from quizgame.generate.verbgroups import behind_apposition, is_finite

__all__ = ["end_of", "goes_on", "lists_on"]

_Tokens = Sequence[Token]
_LISTED = re.compile(r", (?:and |or )?<[A-Z]\d+>([^,]*)")
_NATIONS = re.compile(r"(?:, <C\d+>)+,? (?:and|or) <C\d+>")
_LIES_IN = re.compile(r", <[CLX]\d+>(?=,|$)")
_SOFT_STOP = frozenset("after before as since until once while because".split())
_HARD_STOP = frozenset(';:()[]"—–') | {"--", "..."}
_FINITE = frozenset({*PASTS, *THIRD})


def goes_on(after: str) -> bool:
    """Whether a list goes on after a comma, rather than a clause of its own."""
    found = None if _LIES_IN.match(after) and not _NATIONS.match(after) else _LISTED.match(after)
    return found is not None and not any(word in AUXILIARIES | _FINITE for word in found[1].split()[:4])


def lists_on(tokens: _Tokens, comma: int) -> bool:
    """Whether a list of plain nouns goes on behind a comma: ", administrators, coaches or volunteers"."""
    if comma >= len(tokens) or tokens[comma].text != ",":
        return False
    for place in range(comma + 1, len(tokens)):
        if tokens[place].text in {"and", "or"}:
            return place > comma + 1
        token = tokens[place]
        is_plain = token.text.islower() and token.tag.startswith("NN")  # a word that the tagger took for a name
        if token.text != "," and token.tag not in _LISTED_TAGS and not is_plain:
            return False
    return False


_LISTED_TAGS = frozenset({"NN", "NNS", "JJ"})


def end_of(tokens: _Tokens, after: int) -> int | None:  # noqa: PLR0911 - a list of ways to end reads best as one
    """The place where the clause ends; None where another clause is woven into it."""
    behind = after
    for place in range(after, len(tokens)):
        word = tokens[place].text
        if place < behind or (word == "that" and tokens[place].tag == "DT"):
            continue
        if word == "," and _goes_on_behind_a_place(tokens, place):
            behind = place + 3
            continue
        if word == "," or word in _HARD_STOP or word in {"-", "."}:
            return place
        if word in SUBORDINATORS:
            return place if place > after + 1 and word not in {"that", "than", "if", "whether"} else None
        if word in {"and", "or", "but"} and is_finite(tokens, place + 1):
            return place
        if word in {"and", "or"} and _opens_clause(tokens, place + 1):
            return place
        if word in _SOFT_STOP and _opens_clause_behind(tokens, place + 1):
            return place if place > after else None
        if is_finite(tokens, place) and not _is_reduced(tokens, place):
            return None
    return len(tokens)


def _goes_on_behind_a_place(tokens: _Tokens, comma: int) -> bool:
    """Whether a clause goes on as in "in <L0>, <C1>, on <T2>"."""
    if comma + 3 >= len(tokens) or tokens[comma + 2].text != "," or not tokens[comma - 1].text.startswith("<"):
        return False
    is_place = tokens[comma - 1].text[1] in "LXVC" and tokens[comma + 1].text[:2] in {"<C", "<L", "<X"}
    then = tokens[comma + 3]
    return is_place and (then.text.startswith("<T") or then.text in {"on", "in", "yesterday", "at", "during", "last"})


def _opens_clause(tokens: _Tokens, at: int) -> bool:
    """Whether a clause with a subject of its own begins: a few words, none of them a verb, then a finite verb."""
    for place in range(at, min(at + 8, len(tokens))):
        if tokens[place].text == ",":
            return False
        if is_finite(tokens, place) and place > at and not _is_reduced(tokens, place):
            return True
    return False


def _is_reduced(tokens: _Tokens, place: int) -> bool:
    """Whether what is tagged as a past may be the participle of "the city destroyed by the storm"."""
    token = tokens[place]
    follows = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return token.tag == "VBD" and token.text in PARTICIPLES and follows in _AFTER_PARTICIPLE


_AFTER_PARTICIPLE = frozenset(", . by in at on for to with from of as after before during near under".split()) | {""}


def _opens_clause_behind(tokens: _Tokens, start: int) -> bool:
    """Whether a clause begins, such as "after <P0>, mayor of <L1>, was elected"."""
    comma = next((place for place in range(start, len(tokens)) if tokens[place].text == ","), None)
    return _has_finite(tokens, start) or (comma is not None and behind_apposition(tokens, comma) is not None)


def _has_finite(tokens: _Tokens, start: int) -> bool:
    for place in range(start, len(tokens)):
        if tokens[place].text == ",":
            return False
        if is_finite(tokens, place):
            return True
    return False
