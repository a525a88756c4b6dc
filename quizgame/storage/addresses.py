"""Telling web addresses from paths, and what an address says of the file behind it."""

import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from quizgame.core.errors import StorageError
from quizgame.core.text import one_line, slug
from quizgame.storage.names import shown_address

__all__ = ["is_address", "name_in"]

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"www\.[\w-]+\.", re.IGNORECASE)
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z\d+.-]+://")
_PLAIN_NAMES = frozenset("article default home index item main news page post print show story view".split())
_LEAST_LETTERS = 4


def is_address(place: str) -> bool:
    """Whether a place is a web address that can be fetched, rather than a path.

    Raises:
        StorageError: It is an address of another kind, or one without its ``https://``.
    """
    if _ADDRESS.match(place):
        return True
    if _SCHEME.match(place):
        raise StorageError(f"cannot read {shown_address(place)}: only http and https addresses are read")
    if _BARE_ADDRESS.match(place) and not os.path.lexists(place):
        raise StorageError(
            f"cannot read {shown_address(place)}: there is no such file; a web address begins with https://"
        )
    return False


def name_in(url: str) -> tuple[str, str]:
    """The name that the last part of an address gives, "" where that tells nothing, and its ending."""
    parts = urlsplit(url)
    last = Path(one_line(unquote(parts.path.rstrip("/").rpartition("/")[2])).replace("\0", ""))
    letters = sum(character.isalpha() for character in last.stem)
    telling = letters >= _LEAST_LETTERS and slug(last.stem) not in _PLAIN_NAMES and not parts.query
    return last.stem if telling else "", last.suffix.lower()
