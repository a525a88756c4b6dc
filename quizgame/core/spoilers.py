"""Whether one question of a game gives another one's answer away."""

import msgspec

from quizgame.core.pack import Question
from quizgame.core.text import fold
from quizgame.core.words import content_words

__all__ = ["Told", "spoils"]

_SHARED = 0.75
"""Who has read so much of what a question asks, with the answer beside it, knows the answer."""


class Told(msgspec.Struct, frozen=True):
    """What a player has read once a question is answered, folded for comparing."""

    answer: str
    asks: frozenset[str]
    """The words of meaning in the stem."""
    text: str
    """The stem and, where it is shown, the proof, between spaces."""
    words: frozenset[str]
    """The words of meaning in that text."""

    @classmethod
    def of(cls, question: Question, *, with_proof: bool) -> "Told":
        """What a question tells.

        Args:
            question: The question.
            with_proof: Whether its answer and its proof are shown before another question comes.
        """
        parts = [question.stem]
        if with_proof:
            parts += [question.answer, question.evidence, question.explanation]
        text = fold(" ".join(parts))
        return cls(
            answer=fold(question.answer) or question.answer,
            asks=frozenset(content_words(question.stem)),
            text=f" {text} ",
            words=frozenset(content_words(text)),
        )


def spoils(one: Told, other: Told) -> bool:
    """Whether who has read one question knows the answer of another.

    So it is where the other's answer stands in what was read, beside most of the words that the other asks with.

    Args:
        one: What was read.
        other: What is asked afterwards.
    """
    if f" {other.answer} " not in one.text:
        return False
    asked = other.asks - set(other.answer.split())
    return bool(asked) and len(asked & one.words) >= _SHARED * len(asked)
