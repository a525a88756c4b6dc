"""How hard a question is, from 1 to 5: harder where wrong options are near and the fact stands out less."""

from bisect import bisect
from collections.abc import Mapping, Sequence

from quizgame.core.numbers import number_in
from quizgame.generate.distractors.sameness import NUMERIC
from quizgame.generate.facts import Fact
from quizgame.generate.importance import Standing
from quizgame.generate.lexicon.families import FAMOUS, known

__all__ = ["difficulty_of"]

_OF_KIND = {"quote": -0.1, "role": -0.2, "event": 0.0, "age": 0.1, "count": 0.05, "money": 0.1, "score": 0.1}
"""How much harder a kind is than others, since figures are forgotten and a speaker can be guessed by the words."""
_OF_PROMINENCE, _OF_NEARNESS = 0.45, 0.45
_BOUNDS = (0.2, 0.34, 0.52, 0.72)
"""Where the levels part: of questions on news, about a tenth fall on either end."""


def difficulty_of(fact: Fact, wrong: Sequence[str], standing: Standing, counts: Mapping[str, int]) -> int:
    """The difficulty of a fact's question.

    Args:
        fact: What is asked.
        wrong: Its wrong options.
        standing: Where the fact stands in its article.
        counts: How often the article tells each name.
    """
    hidden = _OF_PROMINENCE * (1 - standing.prominence)
    near = _OF_NEARNESS * _nearness(fact, wrong, counts)
    return 1 + bisect(_BOUNDS, hidden + near + _OF_KIND.get(fact.kind, 0.0) - _known_to_all(fact.value))


def _nearness(fact: Fact, wrong: Sequence[str], counts: Mapping[str, int]) -> float:
    """How near the wrong options are: told in the same article, or close to the key in number; more are nearer."""
    if fact.form.partition(":")[0] in NUMERIC:
        near = sum(_is_close(fact.value, option) for option in wrong)
    else:
        near = sum(option in counts for option in wrong)
    return near / 3 - 0.25 * (len(wrong) < 3)


def _is_close(key: str, option: str) -> bool:
    one, other = number_in(key), number_in(option)
    return bool(one and other and one[0] and abs(one[0] - other[0]) / one[0] <= 0.15)


def _known_to_all(key: str) -> float:
    return 0.1 if any(FAMOUS in family.tags for family, _ in known(key)) else 0.0
