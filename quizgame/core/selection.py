"""Which questions a game asks, and in which order."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from quizgame.core.chance import rank
from quizgame.core.modes import Rules
from quizgame.core.pack import Pack, Question
from quizgame.core.refs import ref_of
from quizgame.core.showing import Showing, show
from quizgame.core.spoilers import Told, spoils
from quizgame.core.tally import QuestionTally
from quizgame.core.text import fold

__all__ = ["Item", "draw", "pool_of", "questions_wanted"]

_QUESTIONS_A_SECOND = 2.0
_SAME_ANSWER = 2

Item = tuple[Pack, Question]


def questions_wanted(rules: Rules) -> int:
    """How many questions a game may need: those it asks, or more than anyone can answer in its time."""
    return rules.questions or round((rules.run_clock or 0) * _QUESTIONS_A_SECOND)


def pool_of(packs: Iterable[Pack], flagged: Collection[str] = ()) -> list[Item]:
    """The questions of packs, without those that were flagged.

    Args:
        packs: Where to take questions from.
        flagged: The refs of questions that the player has flagged as bad.
    """
    pool = ((pack, question) for pack in packs for question in pack.questions)
    if not flagged:
        return list(pool)
    return [item for item in pool if ref_of_item(item) not in flagged]


def ref_of_item(item: Item) -> str:
    """What identifies a question over all packs."""
    pack, question = item
    return ref_of(pack.id, question.id)


def draw(
    pool: Iterable[Item],
    rules: Rules,
    *,
    seed: int,
    known: Mapping[str, QuestionTally] | None = None,
    first: Sequence[str] = (),
) -> tuple[Showing, ...]:
    """Choose a game's questions.

    Questions that were asked less often come first, and among those the ones that were missed last time; then the seed
    decides. No stem comes twice. Questions that would make one answer the key more than twice, or that another one of
    the game answers, come last, where there are too few others.

    Args:
        pool: What there is to ask.
        rules: What the game needs.
        seed: The game's seed; with the same pool and no history it gives the same questions.
        known: What became of each question before, by its ref; None to look at no history.
        first: The refs of questions that come before all others, in this order.

    Returns:
        As many questions as the game needs, or all there are; empty where there is none.
    """
    history = known or {}
    places = {ref: place for place, ref in enumerate(first)}

    def place_of(item: Item) -> tuple[int, int, bool, int]:
        ref = ref_of_item(item)
        told = history.get(ref)
        rest = (told.asked, not told.missed) if told else (0, False)
        return (places.get(ref, len(places)), *rest, rank(seed, "draw", ref))

    ordered = _distinct(sorted(pool, key=place_of))  # one after another, as far as they are needed
    wanted = questions_wanted(rules)
    with_proof = rules.verdict_seconds is None  # it is read before the next question comes
    chosen, left = _fitting(ordered, wanted, is_fixed=lambda item: ref_of_item(item) in places, with_proof=with_proof)
    return tuple(show(pack, question, seed=seed) for pack, question in (chosen + left)[:wanted])


def _distinct(pool: Iterable[Item]) -> Iterator[Item]:
    seen: set[str] = set()
    for item in pool:
        stem = fold(item[1].stem) or item[1].stem
        if stem not in seen:
            seen.add(stem)
            yield item


def _fitting(
    pool: Iterable[Item], wanted: int, *, is_fixed: Callable[[Item], bool], with_proof: bool
) -> tuple[list[Item], list[Item]]:
    """Take questions that go together, until there are as many as wanted.

    Returns:
        Those that go together, and those that were passed over before there were enough.
    """
    keys: Counter[str] = Counter()
    chosen: list[Item] = []
    told: list[Told] = []
    left: list[Item] = []
    for item in pool:
        if len(chosen) >= wanted:
            break
        one = Told.of(item[1], with_proof=with_proof)
        fits = keys[one.answer] < _SAME_ANSWER and not any(spoils(one, other) or spoils(other, one) for other in told)
        if fits or is_fixed(item):
            keys[one.answer] += 1
            chosen.append(item)
            told.append(one)
        else:
            left.append(item)
    return chosen, left
