"""Which questions a game asks, and in which order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quizgame.core.chance import rank
from quizgame.core.modes import Rules
from quizgame.core.pack import Pack, Question
from quizgame.core.showing import Showing, show
from quizgame.core.text import fold

__all__ = ["draw", "questions_wanted"]

_QUESTIONS_A_SECOND = 2.0
_SAME_ANSWER = 2


def questions_wanted(rules: Rules) -> int:
    """How many questions a game may need: those it asks, or more than anyone can answer in its time."""
    return rules.questions or round((rules.run_seconds or 0) * _QUESTIONS_A_SECOND)


def draw(
    packs: Sequence[Pack], rules: Rules, *, seed: int, asked: Mapping[str, int] | None = None
) -> tuple[Showing, ...]:
    """Choose a game's questions.

    Questions that were asked less often come first, in an order that the seed decides. No stem comes twice, and
    questions that would make one answer the key more than twice come last.

    Args:
        packs: Where to take questions from.
        rules: What the game needs.
        seed: The game's seed; with the same packs and no history it gives the same questions.
        asked: How often each question was answered before, by its ref; None to look at no history.

    Returns:
        As many questions as the game needs, or all there are; empty where the packs hold none.
    """
    counts = asked or {}
    pool = [(pack, question) for pack in packs for question in pack.questions]
    pool.sort(key=lambda item: _place(*item, seed=seed, counts=counts))
    chosen = _varied(_distinct(pool))[: questions_wanted(rules)]
    return tuple(show(pack, question, seed=seed) for pack, question in chosen)


def _place(pack: Pack, question: Question, *, seed: int, counts: Mapping[str, int]) -> tuple[int, int]:
    ref = f"{pack.id}/{question.id}"
    return counts.get(ref, 0), rank(seed, "draw", ref)


def _distinct(pool: Iterable[tuple[Pack, Question]]) -> list[tuple[Pack, Question]]:
    first: dict[str, tuple[Pack, Question]] = {}
    for pack, question in pool:
        first.setdefault(fold(question.stem) or question.stem, (pack, question))
    return list(first.values())


def _varied(pool: Sequence[tuple[Pack, Question]]) -> list[tuple[Pack, Question]]:
    keys: Counter[str] = Counter()
    fresh: list[tuple[Pack, Question]] = []
    repeated: list[tuple[Pack, Question]] = []
    for pack, question in pool:
        key = fold(question.answer) or question.answer
        (repeated if keys[key] >= _SAME_ANSWER else fresh).append((pack, question))
        keys[key] += 1
    return fresh + repeated
