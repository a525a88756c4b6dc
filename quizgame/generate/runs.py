"""Runs of capitalised words in a sentence, parted where one name ends and the next begins."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.given import GIVEN, NOT_NAMES
from quizgame.generate.lexicon.kinds import EVENT_HEADS, ORG_HEADS, REGION_HEADS, VENUE_HEADS
from quizgame.generate.lexicon.roles import ROLE_WORDS, TITLES
from quizgame.generate.lexicon.words import LOWER_OPENERS, WEEKDAYS

__all__ = ["HEADS_OF_NAMES", "Run", "runs_of"]

_WORD = r"(?:(?:[A-Z]\.)+|[^\W\d_a-z]\w*(?:[-–]\w+|'(?!s\b)\w+)*)"
_RUN = re.compile(
    rf"(?<![\w'–-])(?:\d{{4}}(?:[-\u2013/]\d{{2,4}})? )?{_WORD}"
    rf"(?:(?: of the| of| for| de la| de| la| von| van| bin| da| du| del| di)? (?:(?:[ae]l-|d')(?=[A-Z]))?{_WORD})*"
)
_LINK = re.compile(r" (of the|of|for) ")
_CALLED = frozenset("veteran star teammate voter resident survivor singer author".split())
_YEAR = re.compile(r"^\d{4}\S* ")
HEADS_OF_NAMES = EVENT_HEADS | VENUE_HEADS | ORG_HEADS | frozenset(REGION_HEADS)
_NOT_LINKABLE = {"Team", "Club", "Government", "Front"}
_LINKABLE = EVENT_HEADS | ORG_HEADS | {"Museum", "Cathedral", "Church", "Temple", "Tower", "Gulf", "Isle"}
_LINKABLE -= _NOT_LINKABLE
_NATIONS = {*COUNTRIES, *ALIASES, *(name.removeprefix("the ") for name in COUNTRIES)}
_DAYS_AND_MONTHS = {*MONTHS, *WEEKDAYS, *(month[:3] + "." for month in MONTHS), "Sept."}


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A name as it stands in a sentence."""

    start: int
    end: int
    text: str
    title: str = ""
    """The capitalised title right before it, such as ``Prime Minister``."""
    is_first: bool = False
    """Whether it stands first in the sentence, where every word has a capital."""


def runs_of(sentence: str) -> Iterator[Run]:
    """The names of one sentence (with straight quotation marks), from left to right."""
    for found in _RUN.finditer(sentence):
        for start, end in _unlinked(sentence, found.start(), found.end()):
            yield from _split(sentence, start, end)


def _unlinked(sentence: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part "President of Russia" but not "Bank of England"."""
    for link in _LINK.finditer(sentence, start, end):
        before = sentence[start : link.start()].rsplit(" ", maxsplit=1)[-1]
        if before not in _LINKABLE:
            first = link.end() + (6 if sentence.startswith("State ", link.end()) else 0)  # "Secretary of State ..."
            return [(start, link.start()), *_unlinked(sentence, min(first, end - 1), end)]
    return [(start, end)]


def _split(sentence: str, start: int, end: int) -> Iterator[Run]:
    """Part leading nations, demonyms, titles, dates and sentence openers from the name they stand before."""
    text = sentence[start:end]
    before = sentence[:start].rstrip(" '([")
    is_first = not before or before[-1] in '".!?:'
    words = text.split(" ")
    size = _opener(words, is_first=is_first) or _nation(words) or _number(words)
    if size and size < len(words):
        cut = start + len(" ".join(words[:size]))
        if words[0] in _NATIONS or " ".join(words[:size]) in _NATIONS | set(DEMONYMS):
            yield Run(start=start, end=cut, text=sentence[start:cut], is_first=is_first)
        yield from _split(sentence, cut + 1, end)
    elif size != len(words) or _nation(words, whole=True):
        yield from _titled(sentence, start, end, is_first=is_first)


def _opener(words: list[str], *, is_first: bool) -> int:
    if words[0] in _DAYS_AND_MONTHS or words[0] == "I":
        return 1
    return int((is_first or words[0] in {"The", "A", "An"}) and words[0].casefold() in LOWER_OPENERS)


def _number(words: list[str]) -> int:
    """A year counts as a name's part only before an event."""
    return int(words[0][0].isdigit() and words[-1] not in EVENT_HEADS)


def _nation(words: list[str], *, whole: bool = False) -> int:
    """How many words at the front are a nation or a demonym that is not part of a longer name."""
    for size in (3, 2, 1):
        told = " ".join(words[:size])
        if size <= len(words) and (told in _NATIONS or told in DEMONYMS):
            is_part = not whole and words[-1] in HEADS_OF_NAMES and words[-1] not in REGION_HEADS
            return 0 if is_part or (len(words) == size and not whole) else size
    return 0


def _opening_role(words: list[str], *, is_first: bool) -> int:
    """Where what stands before a person's two names ends: a role with a sentence's capital, or a body's name."""
    if is_first and words[0].casefold().removesuffix("s") in ROLE_WORDS | _CALLED:
        return 0
    is_body = any(word in NOT_NAMES for word in words[:-2])
    return len(words) - 3 if is_body and words[-2] in GIVEN and words[-1] not in NOT_NAMES else -1


def _titled(sentence: str, start: int, end: int, *, is_first: bool) -> Iterator[Run]:
    words = sentence[start:end].split(" ")
    if words[-1] in HEADS_OF_NAMES and words[-1] not in TITLES:
        yield Run(start=start, end=end, text=sentence[start:end], is_first=is_first)
        return
    last = max((place for place, word in enumerate(words) if word.strip(".") in TITLES), default=-1)
    if last < 0 and len(words) > 2:
        last = _opening_role(words, is_first=is_first)
    if last == len(words) - 1:
        return
    title = " ".join(words[: last + 1])
    cut = start + (len(title) + 1 if title else 0)
    text = sentence[cut:end]
    if text:
        yield Run(start=cut, end=end, text=text, title=title, is_first=is_first and not title)
