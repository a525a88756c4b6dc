"""From articles to a pack of questions, each with the sentence that proves its answer.

The chain, a module or a few for each step::

    pipeline, for each article: inputs -> sentences -> names, marks -> story -> one module per family of facts
    building, for all of them:  stems -> distractors -> selecting -> funnel -> report

Nothing here knows any article: what it knows of the world stands in `quizgame.generate.lexicon`.
"""

from collections.abc import Callable, Iterable

from quizgame.core.article import Article, RawArticle
from quizgame.core.generation import Dropped, Generated, KindCount, Mapped, Report
from quizgame.core.pack import Pack
from quizgame.generate.report import report_text

__all__ = [
    "Dropped",
    "Generated",
    "KindCount",
    "Report",
    "make_pack",
    "read_article",
    "read_text_article",
    "report_text",
]


def read_article(raw: RawArticle) -> Article:
    """Make an article of the bytes of a file or a page: text, Markdown, HTML or PDF.

    Args:
        raw: The bytes, and what is known of them from outside.

    Raises:
        DataError: They hold no text, their front matter is wrong, or the extra that reads their format is not
            installed; the problem names the article.
    """
    from quizgame.generate.inputs.opening import open_article  # noqa: PLC0415

    return open_article(raw)


def read_text_article(text: str, *, name: str = "") -> Article:
    """Make an article of plain text or Markdown.

    Args:
        text: What was pasted, or what a file holds.
        name: A file's name without its ending: gives the id, and the title where the text tells none.

    Raises:
        DataError: The front matter is not TOML or has a key of the wrong type.
    """
    from quizgame.generate.inputs.reading import read  # noqa: PLC0415

    return read(text, name=name)


def make_pack(
    articles: Iterable[Article | RawArticle],
    *,
    id: str,
    title: str,
    description: str = "",
    limit: int | None = None,
    sure: bool = False,
    seed: int = 0,
    progress: Callable[[int, int], None] | None = None,
    mapped: Mapped = map,
    beside: Iterable[Pack] = (),
) -> Generated:
    """Make one pack of the questions that the articles give.

    The same articles, packs and choices give the same pack, byte for byte. No more than one article is held at a time.

    Args:
        articles: What to read, as it came in or opened; every one becomes a source of the pack.
        id: The pack's id.
        title: The pack's title.
        description: A line about the pack; an empty one is written from the sources.
        limit: The most questions to keep, the best first; None keeps all.
        sure: Whether to keep only the questions of the surest facts.
        seed: Chooses among ways to word a question and among equally good distractors.
        progress: Is told, whenever an article is done, how many are, and how many there are; 0 where nobody knows.
        mapped: Applies a function to every article, in order; another ``map`` may do so in several processes.
        beside: Other packs, whose proofs name more of what may be a wrong answer, and tell more of what is true.

    Returns:
        The pack, None where nothing could be asked, and the report of what was found, asked and dropped.

    Raises:
        DataError: With the problems of all articles that cannot be opened.
    """
    from quizgame.generate.building import build  # noqa: PLC0415
    from quizgame.generate.pipeline import survey_packs, surveys_of  # noqa: PLC0415

    surveys = surveys_of(articles, progress=progress, mapped=mapped)
    return build(
        surveys, survey_packs(beside), id=id, title=title, description=description, limit=limit, sure=sure, seed=seed
    )
