"""Runs of capitalised words in a sentence, parted where one name ends and the next begins."""

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.given import NOT_NAMES, is_given
from quizgame.generate.lexicon.kinds import EVENT_HEADS, ORG_HEADS, REGION_HEADS, VENUE_HEADS
from quizgame.generate.lexicon.places import CITIES, REGIONS
from quizgame.generate.lexicon.roles import ROLE_WORDS, TITLES
from quizgame.generate.lexicon.words import LOWER_OPENERS, WEEKDAYS

__all__ = ["ROYAL", "Run", "runs_of"]

_WORD = r"(?:(?:[A-Z]\.)+|[^\W\d_a-z]\w*(?:[-–]\w+|'(?!s\b)\w+)*)"
_RUN = re.compile(
    rf"(?<![\w'–-])(?:\d{{4}}(?:[-\u2013/]\d{{2,4}})? )?{_WORD}"
    rf"(?:(?: of the| of| for| de la| de| la| von| van| bin| da| du| del| di)? (?:(?:[ae]l-|d')(?=[A-Z]))?{_WORD})*"
)
_LINK = re.compile(r" (of the|of|for) ")
_PORTFOLIO = re.compile(
    r"(?:State|Information|Health|Defen[cs]e|Foreign Affairs|Finance|Education|Justice|Labou?r|Commerce|Energy|"
    r"Interior|Transport(?:ation)?|Agriculture|Homeland Security|Treasury|Trade|Culture|Sports?|Tourism|"
    r"Environment|Housing)"
    r"(?: and [A-Z]\w+)? (?=[A-Z])"
)
"""What a minister or a secretary is one of, before the name."""
_OFFICERS = frozenset("Minister Secretary Director Under-Secretary".split())
_CALLED = frozenset(
    "veteran star teammate voter resident survivor singer author broadcaster co-developer developer lead fellow artist "
    "comedian philosopher climber racer midwife inventor designer chef neighbour neighbor eyewitness biochemist "
    "countryman compatriot".split()
)
_QUALIFYING = frozenset("previous former late longtime current fellow local early then ex-president lone".split())
_EPITHET = re.compile(
    r"(?:^| )[\w.]+(?:[-–]\w+)*[-–](?:based|led|backed|majority|minority|born|occupied|era|owned|style|related|"
    r"integrated|speaking|trained|sponsored|held|controlled|funded|made|built|dominated|aligned|registered|flagged|operated|run|"
    r"area|wide|friendly|only|type|class|like|winning|listed|area)(?: |$)"
)
_TITLES_OF_MANY = frozenset("Presidents Senators Representatives Ministers Governors Drs Messrs".split())
ROYAL = frozenset("Pope King Queen Prince Princess".split())
"""Titles that are told with a single name, so often that they are part of it."""
HEADS_OF_NAMES = EVENT_HEADS | VENUE_HEADS | ORG_HEADS | frozenset(REGION_HEADS)
_NOT_LINKABLE = {"Team", "Club", "Government", "Front"}
_LINKABLE = EVENT_HEADS | ORG_HEADS | {"Museum", "Cathedral", "Church", "Temple", "Tower", "Gulf", "Isle"}
_LINKABLE -= _NOT_LINKABLE
_NATIONS = {*COUNTRIES, *ALIASES, *(name.removeprefix("the ") for name in COUNTRIES)}
_PLACES = {*DEMONYMS, *CITIES, *REGIONS}
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


def runs_of(sentence: str, tokens: Iterable[Token] = ()) -> Iterator[Run]:
    """The names of one sentence, from left to right.

    Args:
        sentence: The sentence, with straight quotation marks.
        tokens: Its words, where they are known: they tell a name's first word from a sentence's.
    """
    words = {token.start: token for token in tokens if token.text[:1].isupper()}
    for found in _RUN.finditer(sentence):
        for start, end, office in _unlinked(sentence, found.start(), found.end()):
            for run in _split(sentence, start, end, words):
                yield msgspec.structs.replace(run, title=office) if office and run.start == start else run


def _unlinked(sentence: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Part "President of Russia" but not "Bank of England"; with an office that stands right before, if any."""
    for link in _LINK.finditer(sentence, start, end):
        before = sentence[start : link.start()].rsplit(" ", maxsplit=1)[-1]
        if before not in _LINKABLE:
            field = _PORTFOLIO.match(sentence, link.end(), end) if before in _OFFICERS else None
            if field:
                return [(field.end(), end, sentence[start : field.end() - 1])]
            return [(start, link.start(), ""), *_unlinked(sentence, link.end(), end)]
    return [(start, end, "")]


_Words = Mapping[int, Token]


def _split(sentence: str, start: int, end: int, tokens: _Words) -> Iterator[Run]:
    """Part leading nations, demonyms, titles, dates and sentence openers from the name they stand before."""
    text = sentence[start:end]
    before = sentence[:start].rstrip(" '([")
    is_first = not before or (before[-1] in '".!?:' and not before.endswith(',"'))
    words = text.split(" ")
    size = _opener(words, tokens.get(start), is_first=is_first) or _nation(words) or _number(words) or _epithet(text)
    if size and size < len(words):
        cut = start + len(" ".join(words[:size]))
        if words[0] in _NATIONS or " ".join(words[:size]) in _NATIONS | _PLACES:
            yield Run(start=start, end=cut, text=sentence[start:cut], is_first=is_first)
        yield from _split(sentence, cut + 1, end, tokens)
    elif size != len(words) or _nation(words, whole=True):
        yield from _titled(sentence, start, end, is_first=is_first)


_CLOSED = frozenset("WP WP$ WRB WDT IN DT PRP PRP$ CC MD TO EX UH".split())
_VERBAL = frozenset("RB VB VBD VBG VBN VBP VBZ".split())


def _opener(words: list[str], token: Token | None, *, is_first: bool) -> int:
    """How many words at the front have a capital only for where they stand."""
    if words[0] in _DAYS_AND_MONTHS or words[0] == "I":
        return 1
    low = words[0].casefold()
    if token and token.label == "O" and (token.tag in _CLOSED or (is_first and token.tag in _VERBAL)):
        return int(not is_given(words[0]) or len(words) == 1)
    if is_first and len(words) > 1 and low in _QUALIFYING:
        return 1
    return int((is_first or words[0] in {"The", "A", "An"}) and low in LOWER_OPENERS)


def _epithet(text: str) -> int:
    """How many words an epithet takes: "Springfield-based"."""
    found = _EPITHET.search(text)
    return len(text[: found.end()].split()) if found else 0


def _number(words: list[str]) -> int:
    """A year counts as a name's part only before an event."""
    return int(words[0][0].isdigit() and words[-1] not in EVENT_HEADS)


def _nation(words: list[str], *, whole: bool = False) -> int:
    """How many words at the front are a nation or a demonym that is not part of a longer name."""
    for size in (3, 2, 1):
        told = " ".join(words[:size])
        if size <= len(words) and (told in _NATIONS or told in DEMONYMS or told.removesuffix("s") in DEMONYMS):
            is_part = not whole and words[-1] in HEADS_OF_NAMES and words[-1] not in REGION_HEADS
            return 0 if is_part or (len(words) == size and not whole) else size
    place = next((size for size in (2, 1) if " ".join(words[:size]) in _PLACES), 0)
    return place if len(words) > place + 1 and is_given(words[place]) else 0


def _opening_role(words: list[str], *, is_first: bool) -> int:
    """Where what stands before a person's two names ends: a role with a sentence's capital, or a body's name."""
    if is_first and words[0].casefold().removesuffix("s") in ROLE_WORDS | _CALLED:
        return 0
    is_body = any(word in NOT_NAMES - {"El", "Al"} for word in words[:-2])
    return len(words) - 3 if is_body and is_given(words[-2]) and words[-1] not in NOT_NAMES else -1


def _is_title(words: list[str], place: int) -> bool:
    """Whether a word is a title; after a given name it is a surname, as in "Martin King"."""
    word = words[place].strip(".")
    return (word in TITLES or word in _TITLES_OF_MANY) and not (place and is_given(words[place - 1]))


def _titled(sentence: str, start: int, end: int, *, is_first: bool) -> Iterator[Run]:
    words = sentence[start:end].split(" ")
    if words[-1] in HEADS_OF_NAMES and words[-1] not in TITLES:
        yield Run(start=start, end=end, text=sentence[start:end], is_first=is_first)
        return
    last = max((place for place in range(len(words)) if _is_title(words, place)), default=-1)
    if last < 0 and len(words) > 2:
        last = _opening_role(words, is_first=is_first)
    if last == len(words) - 1:
        return
    if last >= 0 and words[last] in ROYAL and (last == len(words) - 2 or words[-1].isupper()):
        last -= 1
    title = " ".join(words[: last + 1])
    cut = start + (len(title) + 1 if title else 0)
    text = sentence[cut:end]
    if text:
        yield Run(start=cut, end=end, text=text, title=title, is_first=is_first and not title)
