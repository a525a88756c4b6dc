"""From the text of a file, or from what another form was made into, to an `Article` of plain paragraphs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from quizgame.core.article import Article
from quizgame.core.text import clean, one_line, slug
from quizgame.generate.inputs.blocks import Block, Draft
from quizgame.generate.inputs.credits import bare
from quizgame.generate.inputs.frontmatter import part
from quizgame.generate.inputs.markup import plain
from quizgame.generate.inputs.sections import is_closing, is_signature, is_site_line, is_spoken, unrepeated
from quizgame.generate.inputs.stamps import Stamp, dateline, is_about, is_byline, stamp
from quizgame.generate.inputs.wrapping import ENDS, Wrapping

__all__ = ["finished", "read"]

_LONGEST_HEADING = 150
_HEAD = 6
"""In how many of the first lines title, author and day of publication are looked for."""


class _Line(NamedTuple):
    """A paragraph or a heading, in one line."""

    text: str
    is_heading: bool
    """Whether its mark-up says so."""
    is_item: bool
    is_quoted: bool

    @property
    def is_running_text(self) -> bool:
        """Whether it reads as sentences do."""
        return not self.is_heading and not _is_headlike(self.text)


def read(text: str, *, name: str) -> Article:
    """See `quizgame.generate.read_text_article`."""
    told, body = part(clean(text))
    title, blocks = plain(body)
    return finished(Draft(blocks=blocks, title=title, told=told), name=name)


def finished(draft: Draft, *, name: str) -> Article:
    """The article that a draft becomes once all is left out that is no running text.

    Args:
        draft: Its blocks, and what its format tells of it.
        name: What it is called where it comes from; may be empty.
    """
    lines = list(_lines(draft.blocks))
    title, lines = _title(str(draft.told.get("title", "")) or draft.title, lines)
    head, lines = _head(lines)
    placed, paragraphs = _paragraphs(_opened(lines))
    title = one_line(title)
    found = Article(
        id=slug(name) or slug(title) or "article",
        text="\n\n".join(paragraphs),
        title=title or one_line(name),
        publisher=one_line(draft.publisher or head.publisher or placed.publisher),
        published=draft.published or head.published or placed.published or draft.made,
        url=one_line(draft.url),
    )
    return msgspec.structs.replace(found, **draft.told)


def _lines(blocks: Sequence[Block]) -> Iterator[_Line]:
    broken = [block.text.split("\n") for block in blocks]
    wrapping = Wrapping([lines for block, lines in zip(blocks, broken, strict=True) if not block.is_heading])
    for block, lines in zip(blocks, broken, strict=True):
        told = [" ".join(lines)] if block.is_heading else wrapping.paragraphs(lines)
        yield from (_Line(line, *block[1:]) for line in map(one_line, told) if line)


def _title(known: str, lines: list[_Line]) -> tuple[str, list[_Line]]:
    """The title, and the lines without a first one that is a title by its look."""
    first = lines[0].text if lines else ""
    if known or len(lines) < 2 or not _is_headlike(first.rstrip(_QUOTES)) or is_about(first):
        return known, lines
    return first, lines[1:]


_QUOTES = "\"'”’»"
"""What may stand at the end of a title, as in “Producer returns to 'American Idol'”."""


def _is_headlike(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.endswith(ENDS)


def _head(lines: list[_Line]) -> tuple[Stamp, list[_Line]]:
    """What the stamp among the first lines says, and the lines without stamp and authors.

    A day that stands there among others of its kind is the heading of a chronicle, not a day of publication.
    """
    first = next((place for place, line in enumerate(lines) if not _is_head(line)), len(lines))
    stamps = [found for line in lines[: min(first, _HEAD)] if (found := stamp(line.text))]
    later = any(stamp(line.text) for line in lines[first:] if _is_headlike(line.text))
    kept = [line for place, line in enumerate(lines) if place >= first or not is_about(line.text)]
    return (Stamp() if later or not stamps else _joined(stamps)), kept


def _is_head(line: _Line) -> bool:
    return _is_headlike(line.text) or is_about(line.text)


def _joined(stamps: Sequence[Stamp]) -> Stamp:
    published = [found.published for found in stamps if found.published]
    return Stamp(
        next((found.publisher for found in stamps if found.publisher), ""), published[0] if published else None
    )


def _opened(lines: Sequence[_Line]) -> Sequence[_Line]:
    """The lines up to a closing section, where text stands before it."""
    for place, line in enumerate(lines):
        if is_closing(line.text) and not line.is_item and any(before.is_running_text for before in lines[:place]):
            return lines[:place]
    return lines


def _paragraphs(lines: Sequence[_Line]) -> tuple[Stamp, list[str]]:
    """What the dateline tells, and the paragraphs without credits, references, subheads and lines of the site."""
    kept: list[str] = []
    placed = Stamp()
    for line in _unsigned(lines):
        text = bare(line.text)
        if not kept and not line.is_heading:
            placed, start = dateline(text)
            text = text[start:]
        if text and not line.is_heading and not _is_headlike(text) and not is_byline(text) and not is_site_line(text):
            kept.append(_as_quotation(one_line(text)) if line.is_quoted else one_line(text))
    return placed, list(unrepeated(kept))


def _as_quotation(text: str) -> str:
    """Words that are set apart as someone else's, in the marks that say so within a paragraph."""
    return text if any(mark in text for mark in '"“”«»') else f"“{text}”"


def _unsigned(lines: Sequence[_Line]) -> Iterator[_Line]:
    """The lines without those that another one, below it, says who said: they are not the author's own."""
    for line, below in pairwise((*lines, None)):
        if line and not is_signature(line.text) and not (below and is_signature(below.text) and is_spoken(line.text)):
            yield line
