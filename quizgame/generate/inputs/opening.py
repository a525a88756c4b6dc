"""From the bytes of an article to an `Article`, whatever form they are in."""

import msgspec

from quizgame.core.article import Article, RawArticle
from quizgame.core.errors import DataError, Problem
from quizgame.core.text import clean
from quizgame.generate.inputs.decoding import decoded
from quizgame.generate.inputs.formats import Form, form_of
from quizgame.generate.inputs.reading import finished, read

__all__ = ["open_article"]


def open_article(raw: RawArticle) -> Article:
    """See `quizgame.generate.read_article`."""
    try:
        article = _opened(raw, form_of(raw))
    except DataError as error:
        raise DataError(*(msgspec.structs.replace(problem, file=raw.where) for problem in error.problems)) from error
    return article if article.url else msgspec.structs.replace(article, url=clean(raw.url))


def _opened(raw: RawArticle, form: Form) -> Article:
    if form == "document":
        from quizgame.generate.inputs.documents import document_draft  # noqa: PLC0415

        return finished(document_draft(raw.data), name=raw.name)
    text = decoded(raw.data, charset=raw.charset, is_page=form == "page")
    if text is None:
        raise DataError(Problem(what="the file does not hold text", hint="save it as plain text, in UTF-8"))
    if form == "page":
        from quizgame.generate.inputs.pages import page_draft  # noqa: PLC0415

        return finished(page_draft(text, url=raw.url), name=raw.name)
    return read(text, name=raw.name)
