"""Wrong options for cards that have a front and a back only: the backs of other cards of their deck."""

from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from quizgame.core.chance import rank
from quizgame.core.numbers import date_in, number_in
from quizgame.core.text import fold, one_line

__all__ = ["LONGEST_BACK", "Deck"]

LONGEST_BACK = 120
"""A back of more characters is no option."""
_WANTED, _FEWEST, _NEAR = 3, 2, 5
_OPPOSITES = {"true": "False", "false": "True"}
_TEXT = ("text",)


class _Back(NamedTuple):
    shelf: tuple[object, ...]
    """What sort of thing it is; only backs of one shelf go together."""
    place: tuple[float, ...]
    """Where it stands among them: by value, or by length."""
    key: str
    """The same for all ways of writing it."""
    text: str
    chance: int


class Deck:
    """The cards of a deck."""

    def __init__(self) -> None:
        self._rights: dict[str, set[str]] = defaultdict(set)
        self._backs: dict[str, _Back] = {}
        self._by_text: dict[str, _Back] = {}

    def add(self, front: str, back: str) -> None:
        """Put a card in; a back that is too long is left out."""
        text = one_line(back)
        if not text or len(text) > LONGEST_BACK:
            return
        if text not in self._by_text:
            made = _back_of(text)
            self._by_text[text] = self._backs.setdefault(made.key, made)
        self._rights[_front_key(front)].add(self._by_text[text].key)

    def wrong_options(self, front: str, back: str) -> list[str]:
        """Backs that could pass for that of a card, the same ones every time; none where there are too few.

        Args:
            front: The front of a card of this deck.
            back: Its back.
        """
        own = self._by_text.get(one_line(back))
        if own is None:
            return []
        if own.key in _OPPOSITES:
            return [_OPPOSITES[own.key]]
        shelf, place = self._shelves[own.shelf], self._places[own.key]
        near = shelf[max(0, place - _NEAR) : place + _NEAR + 1]
        rights = self._rights[_front_key(front)]
        fit = [other for other in near if other.key not in rights and _are_alike(own, other)]
        # Both numbers together give each card an order of its own, and cost less than a number for every two.
        chosen = sorted(fit, key=lambda other: own.chance ^ other.chance)[:_WANTED]
        return [other.text for other in chosen] if len(chosen) >= _FEWEST else []

    @cached_property
    def _shelves(self) -> dict[tuple[object, ...], list[_Back]]:
        shelves: dict[tuple[object, ...], list[_Back]] = defaultdict(list)
        for back in self._backs.values():
            shelves[back.shelf].append(back)
        for shelf in shelves.values():
            shelf.sort(key=lambda back: (back.place, back.key))
        return shelves

    @cached_property
    def _places(self) -> dict[str, int]:
        return {back.key: place for shelf in self._shelves.values() for place, back in enumerate(shelf)}


def _front_key(front: str) -> str:
    return one_line(front).casefold()


def _back_of(text: str) -> _Back:
    key = fold(text) or text
    return _Back(*_shelf_of(text), key, text, rank(0, "back of a card", key))


def _shelf_of(text: str) -> tuple[tuple[object, ...], tuple[float, ...]]:
    if day := date_in(text):
        return ("date", *(part > 0 for part in day)), day
    number = number_in(text)
    if number and len(number[1].split()) <= 1:
        return ("number", number[1]), (number[0],)
    return _TEXT, (len(text),)


def _are_alike(one: _Back, other: _Back) -> bool:
    """Whether neither gives itself away by its length."""
    short, long = sorted((len(one.text), len(other.text)))
    return one.shelf != _TEXT or long <= 2 * short + 4
