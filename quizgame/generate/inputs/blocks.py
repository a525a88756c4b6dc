"""What every form of an article is first made into: blocks of text in reading order, and what is told about them."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

__all__ = ["Block", "Draft"]


class Block(NamedTuple):
    """A stretch of text between two breaks."""

    text: str
    """Its lines, as they were broken."""
    is_heading: bool = False
    is_item: bool = False
    """Whether it is an item of a list."""
    is_quoted: bool = False
    """Whether it is set as someone else's words."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article as its format tells it, before what is no running text is taken out."""

    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    published: date | None = None
    made: date | None = None
    """When the file was made, which counts where nothing tells when the article was published."""
    url: str = ""
    told: Mapping[str, Any] = {}
    """Fields of `Article` that front matter sets, whatever else is known."""
