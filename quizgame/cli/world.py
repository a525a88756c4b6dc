"""The real world: this machine's clocks, chance and folders."""

import os
import secrets
import time
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import quizgame
from quizgame.core.article import Article
from quizgame.core.errors import DataError, Problem
from quizgame.core.generation import Generated
from quizgame.core.pack import Pack
from quizgame.core.text import slug
from quizgame.core.world import Maker, World
from quizgame.storage.names import as_typed
from quizgame.storage.packs import Shelf
from quizgame.storage.paths import Paths, find_paths
from quizgame.storage.profiles import ProfileFolders
from quizgame.storage.world import open_world

__all__ = ["packs_beside", "real_maker", "real_paths", "real_shelf", "real_world"]


def real_paths() -> Paths:
    """Where packs, articles and saves are on this machine."""
    return find_paths(os.environ, package=Path(quizgame.__file__).parent, user_data=_user_data)


def real_world(profile: str | None = None) -> World:
    """What front ends are handed.

    Args:
        profile: Who plays; None for whoever played last.

    Raises:
        UsageError: The profile's name cannot be one.
    """
    paths = real_paths()
    return open_world(
        paths,
        profile=profile or ProfileFolders(paths).current(),
        now=lambda: datetime.now().astimezone(),
        clock=time.monotonic,
        fresh_seed=lambda: secrets.randbelow(1_000_000),
        fresh_id=lambda: secrets.token_hex(8),
        maker=real_maker(),
    )


def real_maker() -> Maker:
    """The generator; nothing of it is loaded before it is asked."""
    return Maker(places=_places, article_at=_article_at, article_of=_article_of, make=_make)


def packs_beside(id: str) -> list[Pack]:
    """The packs at hand, as far as they are well, but for the one that is made anew."""
    return [pack for pack in real_shelf().packs(()) if pack.id != id]


def real_shelf() -> Shelf:
    """The packs on this machine, for what a player in a game has no use for."""
    paths = real_paths()
    return Shelf(paths.shipped, paths.own, paths.cache)


def _places(where: str) -> list[str]:
    from quizgame.storage.articles import places

    return places([as_typed(where)])


def _article_at(place: str) -> Article:
    from quizgame.generate import read_article
    from quizgame.storage.articles import load

    return read_article(load(place, stdin=_refuse_stdin))


def _refuse_stdin() -> bytes:
    raise DataError(Problem(file="-", what="nothing can be read from the keyboard here", hint="paste the text instead"))


def _article_of(text: str) -> Article:
    from quizgame.generate import read_text_article

    return read_text_article(text, name="Pasted text")


def _make(articles: Iterable[Article], title: str) -> Generated:
    from quizgame.generate import make_pack

    id_ = slug(title) or "questions"
    return make_pack(articles, id=id_, title=title, beside=packs_beside(id_))


def _user_data() -> Path:
    import platformdirs

    return platformdirs.user_data_path("quizgame", appauthor=False)
