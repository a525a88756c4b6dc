"""What became of every fact, counted by kind and by article."""

from collections import Counter
from collections.abc import Sequence

from quizgame.core.generation import ArticleCount, Dropped, KindCount, Report
from quizgame.core.pack import Question
from quizgame.generate.pipeline import Surveyed

__all__ = ["funnel"]


def funnel(surveys: Sequence[Surveyed], asked: Sequence[Question], drops: Sequence[Dropped]) -> Report:
    """Count what was found in the articles, asked and dropped."""
    return Report(
        articles=len(surveys),
        words=sum(item.words for item in surveys),
        sentences=sum(item.sentences for item in surveys),
        kinds=_by_kind(surveys, asked, drops),
        drops=tuple(drops),
        by_article=_by_article(surveys, asked),
    )


def _by_kind(surveys: Sequence[Surveyed], asked: Sequence[Question], drops: Sequence[Dropped]) -> tuple[KindCount, ...]:
    facts = [(item.article.id, told.fact) for item in surveys for told in item.facts]
    found = Counter(fact.kind for _, fact in facts)
    found.update(miss.kind for item in surveys for miss in item.misses)
    sentences = Counter(kind for kind, *_ in {(fact.kind, article, fact.evidence[-1].start) for article, fact in facts})
    made = Counter(question.kind for question in asked)
    dropped = Counter(drop.kind for drop in drops)
    return tuple(
        KindCount(kind=kind, sentences=sentences[kind], found=found[kind], asked=made[kind], dropped=dropped[kind])
        for kind in sorted(found)
    )


def _by_article(surveys: Sequence[Surveyed], asked: Sequence[Question]) -> tuple[ArticleCount, ...]:
    made = Counter(question.source for question in asked)
    return tuple(
        ArticleCount(
            source=item.article.id,
            words=item.words,
            sentences=item.sentences,
            found=len(item.facts) + len(item.misses),
            asked=made[item.article.id],
        )
        for item in surveys
    )
