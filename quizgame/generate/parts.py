"""A sentence's words outside of its brackets, divided by the marks and conjunctions that bound clauses."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.verbs import AUXILIARIES, PARTICIPLES, REPORTING
from quizgame.generate.verbgroups import is_finite, promote

__all__ = ["ALWAYS", "BRACKETS", "SUBORDINATORS", "Part", "Sentence"]

BRACKETS = re.compile(r" ?\([^()]*\)| ?\[[^\]]*\]|,? so far\b")
"""What stands outside of a statement."""
_BOUNDS = frozenset(", ; : — – -- ...".split()) | {'"'}
SUBORDINATORS = frozenset(
    "that which who whom whose when while where because although though if unless whether than whereas as why how "
    "what once until since after before".split()
)
"""Words that open a clause."""
ALWAYS = frozenset(
    "that which who whom whose when while where because although though if unless whether whereas".split()
)
"""Subordinators that are nothing else; the others are prepositions too, and bound a clause only before a verb."""
_AFTER_PARTICIPLE = frozenset("by in at on from of".split())


class Part(msgspec.Struct, frozen=True):
    """Tokens between two bounds of a sentence."""

    start: int
    end: int
    bound: str
    """The word or mark before it; empty at the sentence's beginning."""


class Sentence:
    """A sentence's tokens outside of its brackets, and the parts that its marks and conjunctions divide it into."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        if all(tokens[at].text in REPORTING for at in self._verbs()):
            promote(tokens, 0)
        self.verbs = self._verbs()
        self.parts = list(self._divided())

    def told(self, start: int, end: int) -> str:
        """The text from one token to before another, brackets left out."""
        if start >= end:
            return ""
        return BRACKETS.sub("", self.text[self.tokens[start].start : self.tokens[end - 1].end])

    def _verbs(self) -> set[int]:
        return {at for at in range(len(self.tokens)) if is_finite(self.tokens, at) and not self._is_other(at)}

    def _is_other(self, at: int) -> bool:
        """Whether what is tagged as a verb may be the participle of "the city hit by the storm", or a counted noun."""
        follows = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        token = self.tokens[at]
        is_counted = at > 0 and self.tokens[at - 1].text.startswith("<N") and token.text.endswith("s")
        is_reduced = token.tag == "VBD" and token.text in PARTICIPLES
        return (is_counted and token.text not in AUXILIARIES) or (is_reduced and follows in _AFTER_PARTICIPLE)

    def _divided(self) -> Iterator[Part]:
        start, bound = 0, ""
        for at, token in enumerate(self.tokens):
            word = token.text.lower()
            if word in _BOUNDS or word.startswith("<q") or word in ALWAYS or self._opens(start, at):
                yield Part(start, at, bound)
                start, bound = at + 1, word
            elif at in self.verbs and word in REPORTING and self._verb_within(at + 1) is not None:
                yield Part(start, at + 1, bound)
                start, bound = at + 1, "said"
        yield Part(start, len(self.tokens), bound)

    def _opens(self, start: int, at: int) -> bool:
        """Whether a conjunction opens a clause with a subject of its own; "and" does so only behind another verb."""
        word = self.tokens[at].text
        is_joint = word in {"and", "but"} and any(place in self.verbs for place in range(start, at))
        if word not in SUBORDINATORS and not is_joint and not (word in {"and", "but"} and start == at):
            return False
        verb = self._verb_within(at + 1)
        return verb is not None and verb > at + 1

    def _verb_within(self, start: int) -> int | None:
        """The first finite verb from a token on, before any bound."""
        for at in range(start, len(self.tokens)):
            word = self.tokens[at].text.lower()
            if word in _BOUNDS or word in ALWAYS or word.startswith("<q"):
                return None
            if at in self.verbs:
                return at
        return None

    def has_verb(self, number: int) -> bool:
        """Whether a part has a finite verb."""
        part = self.parts[number]
        return any(at in self.verbs for at in range(part.start, part.end))

    def is_comma_before(self, number: int) -> bool:
        """Whether a comma stands before the word that opens a part."""
        return self.parts[number].start > 1 and self.tokens[self.parts[number].start - 2].text == ","
