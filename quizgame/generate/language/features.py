"""What the taggers see of a word: the same in training and in use."""

import re
from functools import lru_cache

from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.given import GIVEN
from quizgame.generate.lexicon.kinds import EVENT_HEADS, ORG_HEADS, REGION_HEADS, VENUE_HEADS
from quizgame.generate.lexicon.places import CITIES, REGIONS
from quizgame.generate.lexicon.roles import ROLE_WORDS, TITLES
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.lexicon.words import WEEKDAYS

__all__ = ["name_features", "word_features"]

_SHAPES = (
    (re.compile(r"[A-Z]"), "X"),
    (re.compile(r"[^\W\d_]"), "x"),
    (re.compile(r"\d"), "d"),
)
_RUN = re.compile(r"(.)\1+")
_PLACES = frozenset(
    word for name in (*COUNTRIES, *ALIASES, *CITIES, *REGIONS) for word in name.split() if word[:1].isupper()
)
_CLASSES: tuple[tuple[str, frozenset[str]], ...] = (
    ("given", frozenset(GIVEN)),
    ("place", _PLACES),
    ("nation", frozenset(DEMONYMS)),
    ("event", frozenset(EVENT_HEADS)),
    ("venue", frozenset(VENUE_HEADS)),
    ("body", frozenset(ORG_HEADS)),
    ("region", frozenset(REGION_HEADS)),
    ("title", frozenset(TITLES)),
    ("role", frozenset(ROLE_WORDS)),
    ("says", frozenset(REPORTING)),
    ("day", frozenset(WEEKDAYS)),
)


@lru_cache(maxsize=1 << 14)
def _own(word: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str, str]:
    """What a word shows by itself, by the word before, by the word after; its lower case and its class."""
    low = word.lower()
    shape = word
    for pattern, sign in _SHAPES:
        shape = pattern.sub(sign, shape)
    shape = _RUN.sub(r"\1\1", shape)
    own = (
        "w=" + low,
        "s=" + shape,
        "1=" + low[-1:],
        "2=" + low[-2:],
        "3=" + low[-3:],
        "4=" + low[-4:],
        "5=" + low[-5:],
        "p2=" + low[:2],
        "p1=" + low[:1],
        "p3=" + low[:3],
    )
    classes = "+".join(name for name, words in _CLASSES if word in words)
    before = ("-w=" + low, "-2=" + low[-2:], "-s=" + shape[:3])
    after = ("+w=" + low, "+2=" + low[-2:], "+s=" + shape[:3])
    return own, before, after, low, classes


def word_features(words: list[str]) -> list[list[str]]:
    """For each word of a sentence, what its part of speech is told by."""
    known = [_own(word) for word in words]
    size = len(known)
    rows = []
    for at, (own, _, _, low, classes) in enumerate(known):
        row = [*own, "c=" + classes]
        if at:
            row += known[at - 1][1]
            row.append("-ww=" + known[at - 1][3] + " " + low)
            row.append("--w=" + (known[at - 2][3] if at > 1 else "^"))
            row.append("-cs=" + known[at - 1][4] + own[1])
        else:
            row.append("^")
        if at + 1 < size:
            row += known[at + 1][2]
            row.append("+ww=" + low + " " + known[at + 1][3])
            row.append("++w=" + (known[at + 2][3] if at + 2 < size else "$"))
        else:
            row.append("$")
        rows.append(row)
    return rows


def name_features(words: list[str], tags: list[str]) -> list[list[str]]:
    """For each word of a sentence, what the names among them are told by."""
    known = [_own(word) for word in words]
    size = len(known)
    rows = []
    for at, (own, _, _, _, classes) in enumerate(known):
        row = [*own, "t=" + tags[at], "c=" + classes]
        for step in (-2, -1, 1, 2):
            near = at + step
            if 0 <= near < size:
                row += (
                    f"{step}w={known[near][3]}",
                    f"{step}t={tags[near]}",
                    f"{step}c={known[near][4]}",
                    f"{step}s={known[near][0][1]}",
                )
            else:
                row.append(f"{step}=none")
        if at + 1 < size:
            row.append("ct=" + classes + "|" + tags[at + 1] + "|" + known[at + 1][3])
        if at:
            row.append("tc=" + known[at - 1][3] + "|" + classes + "|" + tags[at])
        rows.append(row)
    return rows
