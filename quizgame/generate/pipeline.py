"""What happens to one article: it is read, its facts are found, and only what later steps need is kept.

All of it is a function of the article alone, so that articles can be worked on in any process; what comes of it is
small, so that a thousand articles fit where one does.
"""

from collections.abc import Callable, Iterable, Iterator
from operator import length_hint

import msgspec

from quizgame.core.article import Article, RawArticle
from quizgame.core.errors import DataError, Problem
from quizgame.core.generation import Mapped
from quizgame.core.pack import Pack
from quizgame.core.text import MAX_CHARACTERS, fold, one_line
from quizgame.generate.ages import ages
from quizgame.generate.counts import counts
from quizgame.generate.dates import before_the_news, spans
from quizgame.generate.descriptions import descriptions
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.gaps import gaps
from quizgame.generate.gazetteer import Named, named
from quizgame.generate.headlines import headed
from quizgame.generate.importance import Standing, standing_in
from quizgame.generate.inputs.opening import open_article
from quizgame.generate.medals import medals
from quizgame.generate.opinions import opinions
from quizgame.generate.ordinals import ordinals
from quizgame.generate.persons import persons
from quizgame.generate.places import places
from quizgame.generate.positions import positions
from quizgame.generate.quotes import quotes
from quizgame.generate.roles import roles
from quizgame.generate.scores import scores
from quizgame.generate.statements import statements
from quizgame.generate.story import Story, tell
from quizgame.generate.truths import also_true_in

__all__ = ["Surveyed", "Told", "facts_of", "survey", "survey_packs", "surveyed", "surveys_of"]

EXTRACTORS = (
    medals,
    roles,
    positions,
    quotes,
    opinions,
    ages,
    scores,
    persons,
    places,
    descriptions,
    ordinals,
    counts,
    spans,
    statements,
    gaps,
)
"""Every family of facts; of two that tell the same, the first one's wording is kept."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A fact and the words that prove it."""

    fact: Fact
    evidence: str
    """The sentences of the fact's evidence, in one line."""
    standing: Standing


class Surveyed(msgspec.Struct, frozen=True, kw_only=True):
    """All that is kept of an article once it was read."""

    article: Article
    """What is known of it, without its text."""
    facts: tuple[Told, ...]
    """Its facts, each once, those of the surest families first."""
    misses: tuple[Miss, ...]
    named: Named
    words: int
    sentences: int


def surveys_of(
    articles: Iterable[Article | RawArticle], *, progress: Callable[[int, int], None] | None, mapped: Mapped
) -> Iterator[Surveyed]:
    """Survey articles in whatever form they are; see `quizgame.generate.make_pack`.

    Raises:
        DataError: Once all were tried: with the problems of those that cannot be opened.
    """
    total = length_hint(articles)
    problems: list[Problem] = []
    for done, result in enumerate(mapped(_opened_and_surveyed, articles), 1):
        if isinstance(result, Surveyed):
            yield result
        else:
            problems += result
        if progress:
            progress(done, total)
    if problems:
        raise DataError(*problems)


def _opened_and_surveyed(item: Article | RawArticle) -> Surveyed | tuple[Problem, ...]:
    try:
        return survey(item if isinstance(item, Article) else open_article(item))
    except DataError as error:
        return error.problems


def survey_packs(packs: Iterable[Pack]) -> list[Surveyed]:
    """Read the proofs of packs as if each were an article: they name what its questions are about.

    Their ids are such as no article has. The packs are read in order, as far as that takes no longer than a second.
    """
    found: list[Surveyed] = []
    left = _LONGEST_PROOFS
    for pack in packs:
        proofs = list(dict.fromkeys(question.evidence for question in pack.questions if question.evidence))
        text = "\n\n".join(proofs)
        left -= len(text)
        if text and left >= 0:
            found.append(survey(Article(id=f"pack {pack.id}", title=pack.title, text=text)))
    return found


_LONGEST_PROOFS = 100_000
"""The most characters of proofs that are read."""


def survey(article: Article) -> Surveyed:
    """Read an article and find its facts."""
    story = tell(article)
    return surveyed(story, facts_of(story))


def facts_of(story: Story) -> list[Found]:
    """All that every family finds in a story, with what is told twice."""
    found = (item for extract in EXTRACTORS for item in extract(story))
    return [before_the_news(headed(item, story), story) if isinstance(item, Fact) else item for item in found]


def surveyed(story: Story, found: Iterable[Found]) -> Surveyed:
    """What is kept of a story and what was found in it."""
    sorted_out = list(_once(found, story))
    return Surveyed(
        article=msgspec.structs.replace(story.article, text=""),
        facts=tuple(item for item in sorted_out if isinstance(item, Told)),
        misses=tuple(item for item in sorted_out if isinstance(item, Miss)),
        named=named(story),
        words=len(story.article.text.split()),
        sentences=len(story.lines),
    )


def _once(found: Iterable[Found], story: Story) -> Iterator[Told | Miss]:
    """Each fact once: a relation of a subject that several sentences tell counts as one."""
    seen: set[tuple[str, str, str]] = set()
    standing, also_true = standing_in(story), also_true_in(story)
    for item in found:
        if isinstance(item, Miss):
            yield item
            continue
        key = item.kind, fold(item.subject), fold(item.value)
        evidence = one_line(" ".join(span.of(story.article.text) for span in item.evidence))
        if len(evidence) > MAX_CHARACTERS:
            yield _missed(item, "the sentences that prove it are too long for a pack")
        elif key in seen:
            yield _missed(item, "told before")
        else:
            seen.add(key)
            fact = msgspec.structs.replace(item, avoid=(*item.avoid, *also_true(item)))
            yield Told(fact=fact, evidence=evidence, standing=standing(item))


def _missed(fact: Fact, reason: str) -> Miss:
    return Miss(kind=fact.kind, reason=reason, what=f"{fact.value} ({fact.subject[:70]})")
