"""The front matter of an article: TOML between two lines of ``+++`` at the top of the file."""

import tomllib
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from quizgame.core.errors import DataError, Problem
from quizgame.core.text import clip, one_line

__all__ = ["FrontMatter", "part"]

_FENCE = "+++"


class FrontMatter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an article's author says of it; every key may be left out."""

    id: Annotated[str, Meta(pattern=r"^([a-z0-9][a-z0-9-]{0,63})?$")] = ""
    title: str = ""
    original: str = ""
    """The title of the article that this one retells."""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    license: str = ""
    tags: tuple[str, ...] = ()


def part(text: str) -> tuple[FrontMatter, str]:
    """Part a cleaned text into its front matter and the rest.

    Raises:
        DataError: The front matter is not TOML, or a key is unknown or of the wrong type.
    """
    if not text.startswith(_FENCE + "\n"):
        return FrontMatter(), text
    told, fence, body = text[len(_FENCE) + 1 :].partition("\n" + _FENCE)
    if not fence or not body.startswith(("\n", "")) or (body and not body.startswith("\n")):
        return FrontMatter(), text
    try:
        return msgspec.convert(tomllib.loads(told), FrontMatter), body
    except tomllib.TOMLDecodeError as error:
        raise DataError(_problem(f"the front matter is not TOML: {error}")) from error
    except msgspec.ValidationError as error:
        raise DataError(_problem(f"the front matter has a wrong value: {error}")) from error


def _problem(what: str) -> Problem:
    return Problem(what=clip(one_line(what), 300), key="front matter", hint="it stands between two lines of +++")
