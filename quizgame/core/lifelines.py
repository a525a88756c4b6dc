"""The lifelines: what they leave of a question, and what they tell."""

import re
from typing import Literal

from quizgame.core.chance import draw_order
from quizgame.core.numbers import SMALL_NUMBERS, TENS, number_in
from quizgame.core.pack import Question
from quizgame.core.showing import Showing
from quizgame.core.text import fold

__all__ = ["AIDS", "BLANK", "Aid", "hint", "struck"]

Aid = Literal["fifty", "hint", "skip"]

AIDS: dict[Aid, str] = {"fifty": "50:50", "hint": "hint", "skip": "skip"}
"""What the player calls each."""
BLANK = "_____"

_LEFT = 2
_WORD = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*")


def struck(showing: Showing, seed: int) -> frozenset[int]:
    """The places of the options that a 50:50 takes away: all but the answer and one other, which the seed picks.

    Args:
        showing: The question as it is shown.
        seed: The game's seed.
    """
    others = [place for place in range(len(showing.options)) if place != showing.key]
    order = draw_order(others, seed=seed, purpose="fifty", name=lambda place: f"{showing.ref}:{showing.options[place]}")
    return frozenset(order[_LEFT - 1 :])


def hint(question: Question) -> str:
    """The evidence with the answer blanked, as far as the answer is told in it.

    Returns:
        The evidence with a blank for each time the answer is told, in words or in digits; empty where the evidence does
        not tell it, tells nothing else, or nothing that the question has not said.
    """
    answer = fold(question.answer)
    number = number_in(question.answer)
    words = list(_WORD.finditer(question.evidence))
    told = [fold(word.group()) for word in words]
    parts = [part for part in (fold(match.group()) for match in _WORD.finditer(question.answer)) if part]
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(words):
        run = len(parts) if parts and told[place : place + len(parts)] == parts else 0
        run = run or _same_number(told[place], number, answer)
        if run:
            spans.append((words[place].start(), words[place + run - 1].end()))
        place += run or 1
    if not spans or len(spans) == len(words):
        return ""
    blanked = _blanked(question.evidence, spans)
    return "" if fold(blanked) in fold(question.stem) else blanked


def _same_number(word: str, number: tuple[float, str] | None, answer: str) -> int:
    """1 where a word is the answer's number in another way of writing."""
    if number is None or word == answer or not (word in SMALL_NUMBERS or word in TENS or word[:1].isdigit()):
        return 0
    found = number_in(word)
    return int(found is not None and found[0] == number[0])


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    end = 0
    for start, stop in spans:
        parts += [text[end:start], BLANK]
        end = stop
    return "".join([*parts, text[end:]])
