"""What "the museum" and "the mayor" stand for, where an article names only one."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from quizgame.generate.marks import Mark, Marked
from quizgame.generate.speakers import is_code

__all__ = ["Definite", "definites"]

_NEAR = 3
"""So many sentences back the name may stand."""
_TOO_COMMON = frozenset(
    "time times act bill award order plan report index code force team group front press post guard corps program "
    "programme project protocol garden wall gate track ground final open center centre union house news office "
    "service city island state region county district street road avenue".split()
)
"""Last words of names that, alone, speak of too many things."""
_OFFICES = frozenset(
    "president mayor governor senator bishop archbishop cardinal pope king queen prince princess sheriff chancellor "
    "premier commissioner ambassador".split()
)
_AFTER = frozenset({"NN", "NNS", "NNP", "POS", "CD", "WDT", "WP", "JJ"})


class Definite(msgspec.Struct, frozen=True, kw_only=True):
    """Words such as "the museum", and what they stand for."""

    line: int
    first: int
    last: int
    mark: Mark
    named_in: int
    has_article: bool
    """Whether the name is told with "the"."""


class _Named(msgspec.Struct, frozen=True):
    line: int
    mark: Mark
    has_article: bool


def definites(lines: Sequence[Marked]) -> Iterator[Definite]:
    """The phrases of an article that surely stand for the one thing or person of their noun."""
    named = _named(lines)
    for number, marked in enumerate(lines):
        for place in range(len(marked.tokens) - 1):
            noun = marked.tokens[place + 1]
            if marked.tokens[place].text.casefold() != "the" or noun.tag != "NN" or noun.text not in named:
                continue
            after = marked.tokens[place + 2] if place + 2 < len(marked.tokens) else None
            if after and (after.tag in _AFTER or after.text in {"of", "for", "that", "who", "which"}):
                continue
            found = _nearest(named[noun.text], number)
            if found:
                yield Definite(
                    line=number,
                    first=place,
                    last=place + 1,
                    mark=found.mark,
                    named_in=found.line,
                    has_article=found.has_article,
                )


def _nearest(items: Sequence[_Named], number: int) -> _Named | None:
    """The naming right before a line, where all of them name one thing."""
    before = [item for item in items if item.line < number]
    is_one = len({item.mark.name for item in items}) == 1
    return before[-1] if is_one and before and number - before[-1].line <= _NEAR else None


def _named(lines: Sequence[Marked]) -> Mapping[str, list[_Named]]:
    """By noun, the namings of what it may stand for; none where the noun also stands with "a" or in the plural."""
    found: dict[str, list[_Named]] = {}
    barred: set[str] = set()
    for number, marked in enumerate(lines):
        for place, token in enumerate(marked.tokens):
            before = marked.tokens[place - 1].text.casefold() if place else ""
            if token.tag == "NNS" and token.text.endswith("s"):
                barred.add(token.text.removesuffix("s"))
            if token.tag == "NN" and before != "the":
                barred.add(token.text)
            if is_code(token, "OVP"):
                mark = marked.of(token.text)
                for noun in _nouns(mark) if before != "and" else ():
                    found.setdefault(noun, []).append(_Named(number, mark, before == "the"))
    return {noun: items for noun, items in found.items() if noun not in barred}


def _nouns(mark: Mark) -> list[str]:
    """The nouns that may stand for a thing or a person, in lower case."""
    if mark.letter == "P":
        title = mark.title.split(" ")[-1].casefold()
        return [title] if title in _OFFICES and " " in mark.name else []
    noun = mark.detail.casefold()
    is_named_so = " " in mark.text and not mark.text.startswith(("Supreme", "National", "High", "State"))
    return (
        [noun]
        if noun and noun not in _TOO_COMMON and is_named_so and mark.text.split(" ")[-1].casefold() == noun
        else []
    )
