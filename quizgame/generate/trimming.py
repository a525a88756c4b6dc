"""Clauses cut short: what points back in the article, and could be left out, is left out."""

import re

import msgspec

from quizgame.generate.clause import Clause
from quizgame.generate.marks import Marked
from quizgame.generate.names import Names
from quizgame.generate.standalone import unbound, why_not_alone

__all__ = ["trimmed"]

_ADJUNCT = re.compile(
    r" (?P<prep>for|after|before|during|amid|following|despite|with|by|from|as|on|at|in|over|under|while|alongside|"
    r"outside|near|within|to|against|because|due|until|when|where|through|upon) "
)
_LIMITING = frozenset("in at on during among across from within under over through".split())
_RANKED = re.compile(r"<N\d+>|<M\d+>|\b(?:first|last|only|most|more|fewer|less|\w+est|all|every|each|no)\b")
_OBJECT_TAGS = frozenset("NN NNS NNP NNPS CD".split())
_OF_CONTENT = frozenset(
    "opinion statement report study warning plan bill law resolution decision order request letter ruling agreement "
    "deal announcement proposal measure case right way".split()
)
"""Nouns that say nothing without what they are about."""
_LEAST = 2


def trimmed(clause: Clause, marked: Marked, names: Names) -> Clause:
    """The clause without the last of its phrases, where these alone need the article; else the clause as it is."""
    if not clause.rest or not why_not_alone(unbound(clause, marked), marked, names):
        return clause
    nouns = {token.text for token in marked.tokens if token.tag in _OBJECT_TAGS}
    for found in reversed([*_ADJUNCT.finditer(clause.rest)]):
        kept = clause.rest[: found.start()]
        shorter = msgspec.structs.replace(clause, rest=kept)
        if _may_end(kept, found["prep"], nouns) and not why_not_alone(unbound(shorter, marked), marked, names):
            return shorter
    return clause


def _may_end(kept: str, prep: str, nouns: set[str]) -> bool:
    """Whether a clause may end here: behind a noun, and without losing the limit of a number or a rank."""
    words = kept.split()
    if len(words) < _LEAST or words[-1] not in nouns:
        return False
    if words[-1] in _OF_CONTENT or "citing" in words or (prep == "to" and " from " in f" {kept}"):
        return False
    return not (prep in _LIMITING and _RANKED.search(kept))
