"""A statement in parts: what a sentence says of a subject, by its verb."""

import re

import msgspec

from quizgame.generate.lexicon.verbs import HEDGES
from quizgame.generate.verbgroups import VerbGroup

__all__ = ["Clause", "is_hedged"]


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in parts, all of them marked text."""

    subject: str
    helper: str
    """The first word of the verb group where it may open a question (``has``, ``was``), else empty."""
    verb: str
    """The verb group without the helper, as it stood."""
    base: str
    """What stands after "did", "does" or "do" where there is no helper; empty where that form is not known."""
    do: str
    """That form of "do"; empty with a helper."""
    lemma: str
    """The main verb's base form, or the verb as it stood where that is not known."""
    rest: str
    intro: str = ""
    """A time, place or occasion that stood before the subject, in lower case."""
    apposed: str = ""
    """What was said of the subject between commas."""
    is_relative: bool = False
    when: str = ""
    """The month or year of what the article tells relative to its own day: ``in May 2024``."""

    @classmethod
    def of(cls, group: VerbGroup, *, subject: str, rest: str, intro: str = "") -> "Clause":
        """The clause of a subject, a verb group and what follows it."""
        return cls(
            subject=subject,
            helper=group.helper,
            verb=group.verb,
            base=group.base,
            do=group.do,
            lemma=group.lemma,
            rest=rest,
            intro=intro,
        )

    @property
    def tail(self) -> str:
        """What follows the verb, the introduction put at its end."""
        return " ".join(part for part in (self.rest, self.intro) if part)

    @property
    def predicate(self) -> str:
        """Verb group and what follows."""
        return " ".join(part for part in (self.helper, self.verb, self.tail) if part)

    @property
    def words(self) -> list[str]:
        """All plain words of the clause, in lower case."""
        return re.findall(r"(?<!<)\b[a-z][\w'-]*", f"{self.subject} {self.predicate}".casefold())


def is_hedged(clause: Clause) -> bool:
    """Whether the statement is denied, doubted or only reported."""
    words = set(clause.words)
    return bool(words & HEDGES) or any(word.endswith("n't") for word in words)
