"""A fact: what an article states and a question can ask."""

import msgspec

from quizgame.core.article import Span

__all__ = ["Fact", "Found", "Miss"]


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """A subject, a relation and a value, with what is needed to word a question on it."""

    kind: str
    """The kind of question: count, role, venue, place, date, age, event, person, quote, score."""
    relation: str
    """What wording fits: a key of `quizgame.generate.stems`."""
    subject: str
    value: str
    """The key, as an option will show it."""
    form: str
    """The class of the key, which its distractors share: ``person``, ``city``, ``number``, ``year`` ..."""
    slots: dict[str, str] = {}
    """The words that the stem is made of."""
    scope: str = ""
    """The limit of the statement, such as ``at the 2012 Summer Olympics``."""
    evidence: tuple[Span, ...]
    """The sentences that prove it, in order."""
    confidence: float = 0.8
    """How sure it is that the value is right and the question fair, from 0 to 1."""
    avoid: tuple[str, ...] = ()
    """Names that may not be distractors, since they may be right too."""
    peers: tuple[str, ...] = ()
    """Persons of the article that are like the value; empty where any may stand beside it."""
    country: str = ""
    """The country of the value, where that guides the choice of distractors."""
    bound: str = ""
    """What the value of a number begins with: ``over``, ``at least`` ..."""


class Miss(msgspec.Struct, frozen=True, kw_only=True):
    """What looked like a fact and is none that can be asked."""

    kind: str
    reason: str
    what: str


Found = Fact | Miss
