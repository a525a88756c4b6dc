"""Whether a piece of marked text can be understood by someone who has not read the article."""

import re
from collections.abc import Iterator

from quizgame.core.pack import MONTHS
from quizgame.generate.clause import Clause
from quizgame.generate.lexicon.families import known
from quizgame.generate.lexicon.given import gender_of_given
from quizgame.generate.lexicon.words import ANAPHORS, CLOCK_WORDS, RELATIVE_TIME, UNIQUE_NOUNS
from quizgame.generate.marks import Marked
from quizgame.generate.names import Names

__all__ = [
    "ANCHORED",
    "POINTS_BACK",
    "has_acronym",
    "has_anchor",
    "pointing",
    "unbound",
    "why_clause_not_alone",
    "why_not_alone",
]

ANCHORS = "PCLVEOJ"
"""The letters of what is known to the world."""
ANCHORED = re.compile(rf"<[{ANCHORS}]\d+>")
"""The code of such a mention."""
_PLAIN_WORD = re.compile(r"(?<![<\w])[A-Za-z][\w'-]*")
_LINKS = (
    "of|in|at|on|to|for|from|by|with|as|and|or|but|during|after|before|since|until|against|into|over|under|between|"
    "through|within|without|than|who|which|that|where|when|while|ahead|around|about|near|across"
)
_DEFINITE = re.compile(rf"\b[Tt]he ((?:(?!(?:{_LINKS})\b)(?:<[NSUMAHWKZ]\d+>|[^\s,.<]+) ?){{1,5}})")
_ADJOINED = re.compile(r"^(?:of|in|at|for|from|on|between|to|against|before|after)\b[^,]{0,40}?<[PCLVEORJX]\d+>")
_INITIALS = re.compile(r"[A-Z]{3,6}")
_KNOWN = frozenset(
    "NASA UNESCO NATO FBI CIA BBC CNN FIFA UEFA WHO IMF USA IBM HIV DNA AIDS NBA NFL NHL MLB OPEC UNICEF".split()
)
_MONTHS = frozenset(MONTHS)
_HALF_NAMED = re.compile(r"<X\d+> and <P\d+>")
"""A surname beside a full name: "Berg and Anna Lind"."""
_NAMED_SUBJECT = re.compile(r"^[^<]*<([PCOEXVL])\d+>$")
_HIS, _ITS = re.compile(r"\b(?:his|her)\b"), re.compile(r"\bits\b")
_SUPERLATIVE = re.compile(r"^(?:most|least|first|second|third|last|final|opening|closing|\w+est|only|same)\b")


POINTS_BACK = "points back with “the”"


def has_anchor(text: str) -> bool:
    """Whether a name stands in the text, so that it speaks of something in the world."""
    return any(f"<{letter}" in text for letter in ANCHORS)


def why_not_alone(text: str, marked: Marked, names: Names) -> str:
    """The reason that a piece of marked text needs the article, or an empty string."""
    told = set(_PLAIN_WORD.findall(text))
    words = {word.casefold() for word in told if len(word) == 1 or not word.isupper()}  # IT and US are no pronouns
    if words & ANAPHORS:
        return "points back with a pronoun"
    if words & (RELATIVE_TIME | CLOCK_WORDS) or "<T" in text or told & _MONTHS:
        return "tells the time relative to the article"
    if any(word[0].isupper() and word in names.edges and word != "The" for word in told):
        return "uses a name that is not sure"
    if _HALF_NAMED.search(text) or any(_is_partial(mark.text, names) for mark in marked.among(text, "X")):
        return "uses a name that is not sure"
    return POINTS_BACK if next(pointing(text), None) else ""


def has_acronym(clause: Clause, marked: Marked) -> bool:
    """Whether a clause names a body by initials that are not known to all the world."""
    marks = marked.among(f"{clause.subject} {clause.rest}", "XO")
    return any(_INITIALS.fullmatch(mark.text) and not known(mark.text) and mark.text not in _KNOWN for mark in marks)


def why_clause_not_alone(clause: Clause, marked: Marked, names: Names, *, with_subject: bool = True) -> str:
    """The reason that a clause needs the article, or an empty string; of several one that no headline mends.

    "His" and "its" may stand where they can only mean the one name that is the subject: "<P0> won his first race".

    Args:
        clause: The clause.
        marked: The sentence that it is cut out of.
        names: The names of the article.
        with_subject: Whether the subject stays in the question.
    """
    texts = (clause.subject if with_subject else "", unbound(clause, marked), clause.intro)
    found = [why for text in texts if (why := why_not_alone(text, marked, names))]
    return min(found, key=lambda why: why == POINTS_BACK, default="")


def unbound(clause: Clause, marked: Marked) -> str:
    """What follows the verb, with "a" for each "his", "her" or "its" that can only mean the subject."""
    found = _NAMED_SUBJECT.search(clause.subject)
    if not found:
        return clause.rest
    pattern = _ITS if found[1] != "P" else _HIS
    owner = pattern.search(clause.rest)
    gender = {"his": "male", "her": "female"}.get(owner.group() if owner else "", "")
    name = marked.of(clause.subject).name if found[1] == "P" else ""
    is_others = bool(gender and gender_of_given(name.partition(" ")[0]) not in {"", gender})
    if not owner or is_others or (found[1] == "P" and "<P" in clause.rest[: owner.start()]):
        return clause.rest
    return pattern.sub("a", clause.rest)


def _is_partial(name: str, names: Names) -> bool:
    """Whether a name is only a part of a longer one in the article, or nothing but a common word with a capital."""
    if name in {"Olympic", "Paralympic", "Winter Olympic", "Summer Olympic"}:
        return False
    return " " not in name and name in names.edges


def _is_sport(phrase: str) -> bool:
    """Whether it is "the <S0>" alone, which is a whole sport."""
    return bool(re.fullmatch(r"<S\d+>", phrase))


def pointing(text: str) -> Iterator[str]:
    """The phrases of a marked text in which "the" points back: what follows the article in each."""
    for found in _DEFINITE.finditer(text):
        phrase, after = found[1].strip(), text[found.end() :]
        if after.startswith(("<", "'s")) or _ADJOINED.match(after) or _SUPERLATIVE.match(phrase):
            continue
        if phrase.split(" ")[-1] not in UNIQUE_NOUNS and not _is_sport(phrase):
            yield phrase
