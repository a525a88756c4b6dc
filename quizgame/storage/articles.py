"""Where articles come from: files, folders, web addresses and standard input."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from quizgame.core.article import RawArticle
from quizgame.core.errors import DataError, Problem
from quizgame.storage.addresses import is_address, name_in
from quizgame.storage.atomic import read
from quizgame.storage.folders import MEDIA, articles_in
from quizgame.storage.names import shown, shown_address

__all__ = ["ARTICLE_LIMIT", "STDIN", "gather", "load", "places"]

ARTICLE_LIMIT = 16 << 20
"""The most bytes that an article may have."""
STDIN = "-"
"""What stands for standard input among the names of articles."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z\d+.-]+://")


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
    """The places of single articles, each once: the same as given, with the articles in it for each folder.

    Raises:
        DataError: A folder holds no article.
        StorageError: A folder cannot be read.
    """
    return list(dict.fromkeys(place for given in where for place in _places(given)))


def _places(given: str) -> list[str]:
    if given == STDIN or _SCHEME.match(given) or not os.path.isdir(given):  # noqa: PTH112 - what may not be seen is none
        return [given]
    found = articles_in(Path(given))
    if not found:
        hint = f"an article's name ends in {', '.join(MEDIA)}"
        raise DataError(Problem(file=shown(Path(given)), what="there is no article in this folder", hint=hint))
    return list(map(str, found))


def load(place: str, *, stdin: Callable[[], bytes]) -> RawArticle:
    """Bring in the article of one place.

    Raises:
        DataError: It is larger than 16 MB, or a web address holds something else.
        StorageError: It cannot be read.
    """
    if place == STDIN:
        return _limited(RawArticle(data=stdin(), where="standard input"))
    if is_address(place):
        return _fetched(place)
    path = Path(place)
    media = MEDIA.get(path.suffix.lower(), "")
    return RawArticle(data=read(path, ARTICLE_LIMIT), where=shown(path), name=path.stem, media=media)


def _limited(raw: RawArticle) -> RawArticle:
    if len(raw.data) > ARTICLE_LIMIT:
        raise DataError(Problem(file=raw.where, what=f"it is larger than {ARTICLE_LIMIT >> 20} MB"))
    return raw


def _fetched(address: str) -> RawArticle:
    from quizgame.storage.web import fetch  # noqa: PLC0415 - the network's libraries are slow to load

    data, url, media, charset = fetch(address, ARTICLE_LIMIT)
    name, ending = name_in(url)
    told = media or MEDIA.get(ending, "")
    return RawArticle(data=data, where=shown_address(address), name=name, media=told, charset=charset, url=url)
