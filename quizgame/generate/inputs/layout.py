"""From the lines of a document's pages to its paragraphs: running heads left out, lines joined, cut words mended."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from statistics import median

from quizgame.generate.inputs.blocks import Block
from quizgame.generate.inputs.hyphens import Hyphens
from quizgame.generate.inputs.typeset import Line

__all__ = ["blocks_of", "headline"]

_EDGE = 3
"""How many lines at the top and at the bottom of a page may be running heads."""
_PAGE_NUMBER = re.compile(r"^\W*(?:page |p\. ?)?(?:\d{1,4}|[ivxl]{1,6})(?: ?(?:/|of|von) ?\d{1,4})?\W*$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"^(?:[•◦▪‣●○·*–-]|\d{1,2}[.)]|\([a-z\d]\)) ?(?=\S)")
_END = re.compile(r"[.!?…:][\"”'’)\]»]*$")
_START = re.compile(r"[\"“‘'(\[«]*[^\W_a-zà-öø-ÿ]")
_OTHER_SIZE, _WIDE_GAP, _INDENT, _ROOM = 0.12, 1.25, 0.7, 0.8
_HEADLINE = 1.2
_FEW, _MANY = 3, 0.5


def headline(lines: Sequence[Line]) -> str:
    """The lines of a first page that are set largest, where they stand out: "" where none do."""
    body = _usual_size(lines)
    largest = max((line.size for line in lines), default=0.0)
    told = " ".join(line.text for line in lines if _is_alike(line.size, largest))
    return told if body and largest > _HEADLINE * body and len(told) <= 200 else ""


def blocks_of(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """The paragraphs and headings of a document, in the order in which it was drawn."""
    lines = [line for page in _bare(pages) for line in page]
    hyphens = Hyphens((line.text for line in lines), parts_words=True)
    size, gap, length = _usual_size(lines), _usual_gap(lines), _usual_length(lines)
    parts: list[str] = []
    for line, following in zip_longest(lines, lines[1:]):
        if following is None or _is_break(line, following, gap, length):
            text = "".join((*parts, line.text))
            if not _is_table(text):
                is_heading = line.size > size * (1 + _OTHER_SIZE) and not _END.search(text)
                yield Block(_BULLET.sub("", text), is_heading=is_heading, is_item=bool(_BULLET.match(text)))
            parts = []
        else:
            parts.append(hyphens.before(line.text, following.text))


def _bare(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of the pages without those at an edge that come back on others, and without page numbers."""
    edges = [_edge(page) for page in pages]
    often = Counter(
        head for page, edge in zip(pages, edges, strict=True) for head in {_as_head(page[at]) for at in edge}
    )
    for page, edge in zip(pages, edges, strict=True):
        left_out = {at for at in edge if often[_as_head(page[at])] > 1 or _PAGE_NUMBER.match(page[at].text)}
        yield [line for at, line in enumerate(page) if at not in left_out]


def _edge(page: Sequence[Line]) -> set[int]:
    """The places of the highest and lowest lines."""
    places = sorted(range(len(page)), key=lambda at: page[at].y)
    return {*places[:_EDGE], *places[-_EDGE:]}


def _as_head(line: Line) -> tuple[str, int]:
    """What a running head has in common on all its pages: its words and its height."""
    return _DIGITS.sub("#", line.text), round(line.y / 4)


def _usual_size(lines: Iterable[Line]) -> float:
    """The size in which most letters are set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _usual_gap(lines: Sequence[Line]) -> float:
    """The distance from line to line within a paragraph, in heights of letters: the commonest one."""
    gaps = Counter(round(_gap(line, below), 1) for line, below in pairwise(lines) if _gap(line, below) > 0)
    return max(gaps, key=lambda gap: gaps[gap], default=0.0)


def _gap(line: Line, below: Line) -> float:
    return (line.y - below.y) / line.size if line.size and _is_alike(line.size, below.size) else 0.0


def _usual_length(lines: Sequence[Line]) -> float:
    """How many letters fill a line."""
    return median([len(line.text) for line in lines]) if lines else 0.0


def _is_break(line: Line, below: Line, gap: float, length: float) -> bool:
    """Whether a paragraph ends with a line."""
    if not _is_alike(line.size, below.size) or _BULLET.match(below.text):
        return True
    apart = _gap(line, below)
    ends = bool(_END.search(line.text) and _START.match(below.text))
    if apart <= 0:  # the next column or page
        return ends and (_is_indented(line, below) or len(line.text) < _ROOM * length)
    indented = _is_indented(line, below) and not _BULLET.match(line.text)
    return (
        apart > _WIDE_GAP * gap
        or (indented and bool(_START.match(below.text)))
        or (ends and len(line.text) < _ROOM * length)
    )


def _is_alike(size: float, other: float) -> bool:
    return abs(size - other) <= _OTHER_SIZE * max(size, other)


def _is_indented(line: Line, below: Line) -> bool:
    """Whether the line below begins a little to the right."""
    return _INDENT * line.size < below.x - line.x < 5 * line.size


def _is_table(text: str) -> bool:
    """Whether a paragraph is made of numbers rather than of sentences."""
    words = text.split()
    numbers = sum(word[0].isdigit() or word in "-–—" for word in words)
    return len(words) > _FEW and numbers > _MANY * len(words) and not _END.search(text)
