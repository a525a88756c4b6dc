"""The packs with what the player made of them: listed, searched, filtered by tag."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import msgspec

from quizgame.core.pack import Library, PackInfo
from quizgame.core.tally import Share, Tally
from quizgame.core.text import fold

__all__ = ["Listed", "catalogue", "matching", "tags_of"]

_TAG = "#"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A pack, and how the player did with it."""

    info: PackInfo
    played: datetime | None = None
    """When a question of it was answered last."""
    answers: Share = Share()


def catalogue(library: Library, tally: Tally) -> tuple[Listed, ...]:
    """All packs in order of id."""
    return tuple(
        Listed(info=info, played=tally.played.get(info.id), answers=tally.packs.get(info.id, Share()))
        for info in library.packs
    )


def matching(listed: Iterable[Listed], wanted: str, *, topic: str = "") -> tuple[Listed, ...]:
    """The packs that a search finds.

    Args:
        listed: The packs.
        wanted: Words, or parts of words, that a pack's id, title, description, author or tags have; with a ``#`` in
            front the beginnings of words of tags alone. All must be found; empty finds all.
        topic: A tag that they must have; empty for any.
    """
    words = [word for word in wanted.split() if word != _TAG]
    about = (one for one in listed if not topic or fold(topic) in map(fold, one.info.tags))
    return tuple(one for one in about if all(_has(one.info, word) for word in words))


def _has(info: PackInfo, word: str) -> bool:
    tags = f" {fold(' '.join(info.tags))}"
    if word.startswith(_TAG):
        return f" {fold(word[1:])}" in tags
    return fold(word) in f"{fold(f'{info.id} {info.title} {info.description} {info.author}')} {tags}"


def tags_of(listed: Iterable[Listed]) -> tuple[tuple[str, int], ...]:
    """All tags with how many packs have each, the most frequent first."""
    counts = Counter(tag for one in listed for tag in one.info.tags)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], fold(item[0]), item[0])))
