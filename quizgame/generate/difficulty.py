"""How hard a question is, from 1 to 5: by its kind, by how prominent its answer is and how near the others are."""

from collections.abc import Mapping

from quizgame.generate.facts import Fact

__all__ = ["difficulty_of"]

_BASE = {"count": 4, "age": 4, "date": 3, "score": 4, "quote": 2, "person": 3, "role": 2, "event": 3}


def difficulty_of(fact: Fact, distractors: tuple[str, ...], counts: Mapping[str, int]) -> int:
    """The difficulty of a fact's question.

    Args:
        fact: What is asked.
        distractors: Its wrong options.
        counts: How often the article tells each name.
    """
    level = _BASE.get(fact.kind, 3)
    if counts.get(fact.value, 0) >= 4:
        level -= 1
    if fact.kind == "count" and fact.value.isalpha() and len(fact.value) <= 5:
        level -= 1
    own = sum(name in counts for name in distractors)
    return max(1, min(5, level + (own >= 2) - (len(distractors) < 3)))
