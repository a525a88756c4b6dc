"""The one place where text becomes something to draw.

Textual reads a plain string as markup: ``[/]`` in a question would end the app and ``[@click=...]`` would become a
live link. `Content` is text and nothing else, so everything that reaches a widget passes through here; a test
holds the rest of the package to it.
"""

import re
from collections.abc import Callable, Iterable

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from quizgame.core.pack import MONTHS
from quizgame.core.text import clip, one_line

__all__ = [
    "EMPTY",
    "Content",
    "cells",
    "dates_whole",
    "joined",
    "line",
    "outlined",
    "plain",
    "row",
    "rows",
    "short",
    "unbroken",
]

EMPTY = Content("")
_DATE = re.compile(rf"(?<= )\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")


def plain(text: str, style: str = "") -> Content:
    """Any text, exactly as it is, cut where a screen could not bear more.

    Args:
        text: Foreign text or our own.
        style: A style of Textual's for all of it, such as ``"bold $primary"``; never foreign.
    """
    return Content(clip(text)).stylize(style) if style else Content(clip(text))


def short(text: str, characters: int, style: str = "") -> Content:
    """Text on one line, of at most so many characters."""
    return plain(clip(one_line(text), characters), style)


def outlined(text: str, width: int, style: str = "") -> Content:
    """Text on one line in so many columns; of longer text the start and the end, where a question says what it asks."""
    told = one_line(text)
    if cell_len(told) <= width:
        return plain(told, style)
    start = set_cell_size(told, width * 2 // 5)
    start = (start.rpartition(" ")[0] or start).rstrip()
    room = width - cell_len(start) - 2
    end = told[max(0, len(told) - room) :]
    while cell_len(end) > room:
        end = end[1:]
    return plain(f"{start} …{end.partition(' ')[2] or end}", style)


def unbroken(text: str, style: str = "") -> Content:
    """Text whose line breaks are shown as spaces."""
    return plain(one_line(text), style)


def line(*parts: Content | str) -> Content:
    """Parts one after another; a string is text too."""
    return Content.assemble(*parts)


def joined(parts: Iterable[Content], between: str = "\n") -> Content:
    """Parts with something between them, by default one to a line."""
    return Content(between).join(parts)


def cells(content: Content) -> int:
    """How many columns of the terminal one line of content takes."""
    return content.cell_length


def rows(content: Content, width: int) -> int:
    """How many rows content takes when it is wrapped at a width."""
    return content.get_height({}, max(1, width))


def dates_whole(content: Content, width: int) -> Content:
    """Content in which no date, such as ``9 February 2025``, is broken over two lines.

    Textual breaks lines at no-break spaces too, so a date that would be broken begins a line instead.

    Args:
        content: What is to be wrapped.
        width: The columns it is wrapped at.
    """
    for date in _DATE.finditer(content.plain):
        start, end = date.span()
        if start and rows(content[:start], width) < rows(content[:end], width) > rows(content[: start + 1], width):
            content = content[: start - 1] + Content("\n") + content[start:]
    return content


def row(parts: Iterable[tuple[Content, int]], *, align_right: Callable[[int], bool] = lambda _: False) -> Content:
    """One line of a table: every part cut or filled up to its width.

    Args:
        parts: Content and the columns it may take.
        align_right: Which parts, by place, stand at the right end of their columns.
    """
    filled = [
        Content(" " * max(0, width - part.cell_length)) + part
        if align_right(place) and part.cell_length <= width
        else part.truncate(width, ellipsis=True, pad=True)
        for place, (part, width) in enumerate(parts)
    ]
    return Content("").join(filled)
