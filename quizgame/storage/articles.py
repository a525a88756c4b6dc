"""Where articles come from: files, folders, web addresses and standard input."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizgame.core.article import RawArticle
from quizgame.storage.atomic import read
from quizgame.storage.names import shown

__all__ = ["ARTICLE_LIMIT", "STDIN", "gather", "load", "places"]

ARTICLE_LIMIT = 16 << 20
"""The most bytes that an article may have."""
STDIN = "-"
"""What stands for standard input among the names of articles."""


def gather(where: Sequence[str], *, stdin: Callable[[], bytes]) -> Iterator[RawArticle]:
    """Bring in articles, one after the other, so that memory need not hold more than one.

    Args:
        where: Files, folders, web addresses (http, https), and ``-`` for standard input.
        stdin: Reads standard input to its end.

    Raises:
        DataError: An article is larger than 16 MB, or a folder holds none.
        StorageError: A file, folder or address cannot be read.
    """
    return (load(place, stdin=stdin) for place in places(where))


def places(where: Sequence[str]) -> list[str]:
    """The places of single articles: the same as given, with the articles in it for each folder.

    Raises:
        DataError: A folder holds no article.
        StorageError: A folder cannot be read.
    """
    return list(where)


def load(place: str, *, stdin: Callable[[], bytes]) -> RawArticle:
    """Bring in the article of one place.

    Raises:
        DataError: It is larger than 16 MB.
        StorageError: It cannot be read.
    """
    if place == STDIN:
        return RawArticle(data=stdin(), where="standard input")
    path = Path(place)
    return RawArticle(data=read(path, ARTICLE_LIMIT), where=shown(path), name=path.stem)
