"""From the bytes of an article to an `Article`, whatever form they are in."""

import msgspec

from quizgame.core.article import Article, RawArticle
from quizgame.core.errors import DataError, Problem
from quizgame.generate.inputs.decoding import decoded
from quizgame.generate.inputs.reading import read

__all__ = ["open_article"]


def open_article(raw: RawArticle) -> Article:
    """See `quizgame.generate.read_article`."""
    try:
        return _opened(raw)
    except DataError as error:
        raise DataError(*(msgspec.structs.replace(problem, file=raw.where) for problem in error.problems)) from error


def _opened(raw: RawArticle) -> Article:
    text = decoded(raw.data)
    if text is None:
        raise DataError(Problem(what="the file does not hold text", hint="save it as plain text, in UTF-8"))
    return read(text, name=raw.name)
