"""The class of a mention: the kind of question it answers, what a question calls it, and its options' form."""

import re

from quizgame.generate.lexicon.kinds import SPORTS_VENUES
from quizgame.generate.marks import Mark

__all__ = ["class_of", "form_of", "kind_of", "value_of"]

_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_KINDS = {"P": "person", "C": "place", "L": "place", "V": "venue", "E": "event", "R": "event", "Y": "date", "D": "date"}


def kind_of(mark: Mark) -> str:
    """The kind of question that asks for a mention."""
    return _KINDS.get(mark.letter, "org")


def class_of(mark: Mark) -> str:
    """What a question calls the class of a mention: "which ... "."""
    if mark.letter == "E":
        return "competition" if mark.detail in {"League", "Cup", "Championship", "Championships"} else (
            "Games" if mark.detail in {"Games", "Olympics", "Paralympics"} else mark.detail.lower()
        )  # fmt: skip
    if mark.letter == "V":
        return "venue" if mark.detail in SPORTS_VENUES else mark.detail.lower()
    if mark.letter == "O":
        return "organisation" if mark.detail in {"", "FC", "United", "Front"} else mark.detail.lower()
    if mark.letter == "D":
        return "date" if _DAY.search(mark.text) else "month"
    names = {"P": "person", "C": "country", "R": "event", "Y": "year"}
    return names.get(mark.letter) or mark.detail or "place"


def value_of(mark: Mark) -> str:
    """A mention as it stands among options."""
    return mark.name if mark.letter in "PECL" else mark.text


def _form(mark: Mark) -> str:
    names = {"P": "person", "C": "country", "E": "event", "R": "race", "Y": "year", "D": "date"}
    if mark.letter == "V":
        return "venue" if mark.detail in SPORTS_VENUES else f"venue:{mark.detail}"
    if mark.letter == "L":
        return mark.detail or "place"
    return names.get(mark.letter) or f"org:{mark.detail}"


def form_of(mark: Mark) -> tuple[str, str]:
    """The class of options a mention belongs to, and how it stands among them."""
    return _form(mark), value_of(mark)
