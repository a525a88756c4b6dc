"""Sentences with their exact places in the text, and the quotations in it."""

import re

from quizgame.core.article import Sentence, Span

__all__ = ["paragraphs_of", "quotations", "sentences_of", "straight"]

_STRAIGHT = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2018": "'", "\u2019": "'", "\u02bc": "'"})
_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")
_END = re.compile(r"""(?P<mark>[.!?\u2026]+)(?P<close>["')\]]*)(?=\s+(?:["'(\[]*[A-Z0-9]))""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Capt|Rev|Hon|Jr|Sr|vs|v|No|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|approx|est|etc|i\.e|e\.g|al|[A-Z]|(?:[A-Z]\.)+[A-Z]|a\.m|p\.m)$"
)


def straight(text: str) -> str:
    """The text with straight quotation marks, every character in its old place."""
    return text.translate(_STRAIGHT)


def paragraphs_of(text: str) -> list[Span]:
    """The stretches between blank lines."""
    return [Span(start=found.start(), end=found.end()) for found in _PARAGRAPH.finditer(text) if found.group().strip()]


def quotations(paragraph: str) -> tuple[list[tuple[int, int]], bool]:
    """The quotations of one paragraph (straight marks), marks included, as offsets into it.

    Returns:
        The pairs, and whether the last mark opens a quotation that this paragraph does not close (it is then
        the last pair and reaches to the end).
    """
    marks = [place for place, character in enumerate(paragraph) if character == '"']
    pairs = [(start, end + 1) for start, end in zip(marks[::2], marks[1::2], strict=False)]
    is_open = len(marks) % 2 == 1
    return ([*pairs, (marks[-1], len(paragraph))] if is_open else pairs), is_open


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text: no paragraph is shared, no quotation is broken, nothing but white space is lost."""
    plain = straight(text)
    found = []
    for number, span in enumerate(paragraphs_of(text)):
        for start, end in _parts(span.of(plain)):
            place = Span(start=span.start + start, end=span.start + end)
            found.append(Sentence(span=place, text=place.of(text), paragraph=number))
    return found


def _parts(paragraph: str) -> list[tuple[int, int]]:
    pairs, _ = quotations(paragraph)
    starts = [0, *(found.end() for found in _END.finditer(paragraph) if _is_end(paragraph, found, pairs))]
    stretches = zip(starts, [*starts[1:], len(paragraph)], strict=True)
    return [trimmed for start, end in stretches if (trimmed := _trimmed(paragraph, start, end))]


def _is_end(paragraph: str, found: re.Match[str], pairs: list[tuple[int, int]]) -> bool:
    if any(start < found.start() and found.end() < end for start, end in pairs):
        return False
    before = paragraph[max(0, found.start() - 12) : found.start()]
    return found["mark"] != "." or bool(found["close"]) or not _ABBREVIATION.search(before)


def _trimmed(paragraph: str, start: int, end: int) -> tuple[int, int] | None:
    piece = paragraph[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    return (left, right) if left < right else None
