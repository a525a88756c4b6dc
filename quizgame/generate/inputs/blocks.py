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


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """An article as its format tells it, before what is no running text is taken out."""

    blocks: tuple[Block, ...]
    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    told: Mapping[str, Any] = {}
    """Fields of `Article` that front matter sets, whatever else is known."""
