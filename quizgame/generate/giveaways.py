"""What tells a key to somebody who knows nothing: the title, a word of the question, a city beside its country."""

import re

from quizgame.core.text import fold
from quizgame.core.words import content_words
from quizgame.generate.bearers import is_surname_first
from quizgame.generate.distractors.sameness import NUMERIC, is_acronym_of
from quizgame.generate.facts import Fact
from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES
from quizgame.generate.lexicon.nations import nations_in

__all__ = ["giveaway"]

_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*")
_GAP_AFTER = re.compile(r"\w, _____")
_GAP_BEFORE = re.compile(r"_____, ((?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)*)")
_ALIKE, _ENDING = 5, 3
"""How many letters two words begin with, and how many at most each ends in, to be of one root."""


def giveaway(fact: Fact, stem: str, wrong: tuple[str, ...], *, title: str) -> str:
    """What gives a question's answer away; empty where nothing does.

    Args:
        fact: What is asked.
        stem: Its question.
        wrong: Its wrong options.
        title: What stands above the question.
    """
    form = fact.form.partition(":")[0]
    if form in NUMERIC:
        return ""
    if form != "role" and (fold(fact.value) in fold(title) or _tells(title, fact.value, wrong, form)):
        return "the title gives the answer away"
    cited = fact.slots.get("quote", "")
    bare = stem.replace(cited, "") if cited else stem
    if form != "role" and (_tells(bare, fact.value, wrong, form) or _adjoins(bare)):
        return "the question gives the answer away"
    return ""


def _tells(text: str, key: str, wrong: tuple[str, ...], form: str) -> bool:
    """Whether a text points to the key and to no wrong option."""
    told = content_words(text)
    if any(_points_to(name, told, text, form) for name in wrong):
        return False
    return _points_to(key, told, text, form)


def _points_to(name: str, told: set[str], text: str, form: str) -> bool:
    """Whether a text has a word of a name, its root or its first letters, or speaks of a country in another way."""
    told_by = _surname(name) if form == "person" else name
    words = {word for word in content_words(told_by) if len(word) > 3 and not word.isdecimal()}
    if words & told:
        return True
    if form == "country" and name in set(nations_in(text)):
        return True
    if form != "person" and any(_is_of_one_root(word, other) for word in words for other in told):
        return True
    return form == "org" and any(
        is_acronym_of(found, name) or is_acronym_of(name, found) for found in _NAME.findall(text)
    )


def _surname(name: str) -> str:
    parts = name.split(" ")
    return parts[0] if is_surname_first(name) else parts[-1]


def _is_of_one_root(one: str, other: str) -> bool:
    """Whether two words differ in their endings alone, as "Namibia" and "Namibian" do."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _ALIKE and len(one) - shared <= _ENDING and len(other) - shared <= _ENDING


def _adjoins(stem: str) -> bool:
    """Whether a gap stands beside the place that it lies in or that lies in it: "Springfield, _____"."""
    after = _GAP_BEFORE.search(stem)
    place = after[1].rstrip(".") if after else ""
    is_narrow = bool(place) and place not in COUNTRIES and place not in ALIASES
    return is_narrow or bool(_GAP_AFTER.search(stem))
