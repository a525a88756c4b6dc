"""Which persons an article may call "he" and which "she", by given names, titles and nouns; no question tells it."""

import re
from collections import Counter
from collections.abc import Iterable

from quizgame.generate.lexicon.given import gender_of_given
from quizgame.generate.marks import Marked

__all__ = ["FEMALE", "MALE", "gender_of_noun", "genders_of"]

FEMALE, MALE = "female", "male"
_FEMALE_NOUNS = frozenset(
    "woman girl lady mother daughter sister wife widow girlfriend grandmother granddaughter aunt niece queen princess "
    "duchess actress heiress businesswoman congresswoman chairwoman spokeswoman policewoman sportswoman saleswoman "
    "councilwoman assemblywoman alderwoman stateswoman nun waitress hostess goddess baroness dame bride mum mom "
    "schoolgirl heroine stepmother stepdaughter ballerina midwife mrs ms mme madame miss mistress empress".split()
)
_MALE_NOUNS = frozenset(
    "man boy gentleman father son brother husband widower boyfriend grandfather grandson uncle nephew king prince "
    "duke businessman congressman chairman spokesman policeman sportsman salesman councilman assemblyman alderman "
    "statesman monk priest waiter lord sir mr monsieur pope cardinal archbishop groom dad schoolboy stepfather "
    "stepson gunman fisherman fireman repairman craftsman frontman emperor imam rabbi ayatollah sheikh friar "
    "batsman".split()
)
_BEFORE = re.compile(r"(?P<noun>[A-Za-z-]+),? $")
_AFTER = re.compile(r"^, (?:an?|the|his|her|their|whose|<[A-Z]\d+>'s) (?P<told>[^,.;]{2,60})")
_NOT_OWN = re.compile(r"\b(?:of|for|to|by|with|and|who|whose|in|at|from)\b")


def gender_of_noun(noun: str) -> str:
    """``female`` or ``male`` for a noun that says so, else empty."""
    low = noun.casefold().strip(".")
    return FEMALE if low in _FEMALE_NOUNS else MALE if low in _MALE_NOUNS else ""


def genders_of(marked: Iterable[Marked]) -> dict[str, str]:
    """Every person of an article whose gender nothing speaks against, by full name."""
    votes: dict[str, Counter[str]] = {}
    for item in marked:
        for number, mark in enumerate(item.marks):
            if mark.letter == "P":
                told = votes.setdefault(mark.name, Counter())
                told.update(_around(item.text, f"<P{number}>"))
                told.update(gender for word in mark.title.split(" ") if (gender := gender_of_noun(word)))
    for name, told in votes.items():
        if " " in name and not told and (given := gender_of_given(name.split(" ", 1)[0])):
            told[given] += 1
    return {name: next(iter(told)) for name, told in votes.items() if len(told) == 1}


def _around(text: str, code: str) -> list[str]:
    """What the nouns right before a person and after a comma tell."""
    start = text.find(code)
    before = _BEFORE.search(text[:start])
    after = _AFTER.match(text[start + len(code) :])
    nouns = [before["noun"]] if before else []
    if after:
        nouns += _NOT_OWN.split(after["told"], maxsplit=1)[0].split()[-1:]
    return [gender for noun in nouns if (gender := gender_of_noun(noun.rpartition("-")[2]))]
