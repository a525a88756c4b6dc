"""What became of every fact, counted by kind."""

from collections import Counter
from collections.abc import Sequence

from quizgame.core.generation import Dropped, KindCount, Report
from quizgame.core.pack import Question
from quizgame.generate.pipeline import Surveyed

__all__ = ["funnel"]


def funnel(surveys: Sequence[Surveyed], asked: Sequence[Question], drops: Sequence[Dropped]) -> Report:
    """Count what was found in the articles, asked and dropped."""
    found = Counter(told.fact.kind for item in surveys for told in item.facts)
    found.update(miss.kind for item in surveys for miss in item.misses)
    made = Counter(question.kind for question in asked)
    dropped = Counter(drop.kind for drop in drops)
    return Report(
        articles=len(surveys),
        words=sum(item.words for item in surveys),
        sentences=sum(item.sentences for item in surveys),
        kinds=tuple(
            KindCount(kind=kind, found=found[kind], asked=made[kind], dropped=dropped[kind]) for kind in sorted(found)
        ),
        drops=tuple(drops),
    )
