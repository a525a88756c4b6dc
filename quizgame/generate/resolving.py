"""Pronouns and phrases that point back, with the names that they stand for written into the marked text."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from quizgame.generate.definites import Definite, definites
from quizgame.generate.genders import genders_of
from quizgame.generate.language.tokens import Token
from quizgame.generate.marks import Mark, Marked
from quizgame.generate.pronouns import antecedents
from quizgame.generate.speakers import PRONOUN

if TYPE_CHECKING:
    from quizgame.generate.story import Line

__all__ = ["resolved"]


class Swap(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a line that point back, and the mention that they stand for."""

    first: int
    last: int
    """The places of the words among the tokens of the line."""
    mark: Mark
    before: str = ""
    """What the name needs before it: an article."""
    owns: bool = False
    """Whether the words are a possessive."""
    named_in: int
    """The line that names it."""


def resolved(lines: Sequence["Line"]) -> list["Line"]:
    """The lines, with a name in the place of every word that surely points back to it.

    The sentence that has the name then stands in the proof.
    """
    marked = [line.marked for line in lines]
    paragraphs = [line.sentence.paragraph for line in lines]
    swaps: dict[int, list[Swap]] = {}
    for phrase in definites(marked):
        if all(mark.name != phrase.mark.name for mark in marked[phrase.line].marks):
            swaps.setdefault(phrase.line, []).append(_phrase(phrase))
    for found in antecedents(marked, paragraphs, genders_of(marked)):
        if all(mark.name != found.name for mark in marked[found.line].marks):
            swaps.setdefault(found.line, []).append(
                _pronoun(marked[found.line], found.token, found.name, found.named_in)
            )
    return [_with(line, swaps.get(number, []), lines) for number, line in enumerate(lines)]


def _pronoun(marked: Marked, place: int, name: str, named_in: int) -> Swap:
    token = marked.tokens[place]
    return Swap(
        first=place,
        last=place,
        mark=Mark(letter="P", text=token.text, name=name),
        owns=token.tag == "PRP$",
        named_in=named_in,
    )


def _phrase(found: Definite) -> Swap:
    return Swap(
        first=found.first,
        last=found.last,
        mark=found.mark,
        before="the " if found.has_article else "",
        named_in=found.named_in,
    )


def _with(line: "Line", swaps: list[Swap], lines: Sequence["Line"]) -> "Line":
    if not swaps or line.is_caption:
        return line
    needs = sorted({lines[swap.named_in].sentence.span for swap in swaps}, key=lambda span: span.start)
    return msgspec.structs.replace(line, marked=swapped(line.marked, swaps), needs=(*line.needs, *needs))


def swapped(marked: Marked, swaps: Iterable[Swap]) -> Marked:
    """Marked text with the codes of names in the places of words that point back."""
    text, tokens, marks = marked.text, list(marked.tokens), list(marked.marks)
    for swap in sorted(swaps, key=lambda swap: -swap.first):
        code = f"<{swap.mark.letter}{len(marks)}>"
        label = PRONOUN if swap.first == swap.last else "O"
        start, end = tokens[swap.first].start, tokens[swap.last].end
        new = f"{swap.before}{code}{chr(39) + 's' if swap.owns else ''}"
        pieces = [
            Token(piece.group(), start + piece.start(), start + piece.end(), _tag(piece.group()), label)
            for piece in _PIECE.finditer(new)
        ]
        shift = len(new) - (end - start)
        text = text[:start] + new + text[end:]
        later = [
            msgspec.structs.replace(token, start=token.start + shift, end=token.end + shift)
            for token in tokens[swap.last + 1 :]
        ]
        tokens = [*tokens[: swap.first], *pieces, *later]
        marks.append(swap.mark)
    return Marked(text=text, marks=tuple(marks), tokens=tuple(tokens))


_PIECE = re.compile(r"<[A-Z]\d+>|'s|\w+")


def _tag(piece: str) -> str:
    return "POS" if piece == "'s" else "NNP" if piece.startswith("<") else "DT"
