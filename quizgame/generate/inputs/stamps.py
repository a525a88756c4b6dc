"""The lines above an article's text and the words before its first: who published it, when, where, and who wrote it."""

import re
from datetime import date
from typing import NamedTuple

from quizgame.generate.inputs.dates import DAY, SHORT_DAY, day_in, days_in
from quizgame.generate.lexicon.countries import COUNTRIES

__all__ = ["Stamp", "dateline", "is_about", "is_byline", "stamp"]

_LONGEST = 150
_REVISED = re.compile(r"\b(?:last )?(?:updated|modified|edited|revised|corrected)\b", re.IGNORECASE)
_SAID = re.compile(
    rf"{DAY}|\b\d{{1,2}}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?|\b\d{{1,2}} ?[ap]\.?m\b\.?"
    r"|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b"
    r"|\b(?:(?:first )?published|posted|released|issued|(?:publication )?date|created|on|at|the|local time)\b"
    r"|\b(?:GMT|UTC|EST|EDT|ET|CET|CEST|BST|CST|PST|PDT|MSK|Z)\b(?:[+-]\d{1,2})?|[|•·,:;–—/-]",
    re.IGNORECASE,
)
_PUBLISHER = re.compile(r"^\(?(?P<name>[^\W\d_][\w.&'’ ]{1,40})\)$")
_BY = re.compile(
    r"^(?:(?:Written|Reported|Reporting|Story|Words|Text|Compiled|Photos?|Photographs?) )?by:? ", re.IGNORECASE
)
_BETWEEN_NAMES = frozenset("and & in of for de van von la le the staff writer writers correspondent reporter".split())
_CREDITS = re.compile(
    r"^\(?(?:(?:Additional )?reporting|writing|editing|compiled|edited|(?:web )?editors?|authors?|writer|sources?)"
    r"(?: by |: ?)[^.!?]{2,200}\.?\)?$",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_](?:[^\W\d_]|[.'’/ -]){1,40}?"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_NAME})(?P<region>(?:, {_NAME}){{0,2}}))?(?:(?:^|,? )(?P<day>{DAY}|{SHORT_DAY}))?"
    r"(?: ?(?:\((?P<agency>[^\W\d_][\w.&'’/ -]{1,40})\)|/(?P<wire>[^\W\d_][\w. -]{1,30})/))?"
    r" ?(?P<dash>--|[–—:-]) (?=[\"“‘'(\[]|[^\W_a-z])"
)
_FARTHEST = 160


class Stamp(NamedTuple):
    """What a line of publication says; nothing else stands in it."""

    publisher: str = ""
    published: date | None = None


def stamp(line: str) -> Stamp | None:
    """What a line tells that holds a day of publication and nothing but publisher, place, author and hour; else None.

    A day of revision is not taken for the day of publication.
    """
    if len(line) > _LONGEST or not days_in(line):
        return None
    told, *revised = _REVISED.split(line, maxsplit=1)
    rest = " ".join(_SAID.sub(" ", f"{told} {revised[0] if revised else ''}").split())
    publisher = _PUBLISHER.match(rest)
    if rest and not publisher and not rest.isupper() and not is_byline(rest):
        return None
    days = days_in(told)
    return Stamp(publisher["name"] if publisher else "", days[0] if days else None)


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote, edited or photographed."""
    return len(line) <= _LONGEST and bool(_is_by_names(line) or _CREDITS.match(line))


def _is_by_names(line: str) -> bool:
    found = _BY.match(line)
    words = line[found.end() :].split() if found else []
    return bool(words) and all(word[0].isupper() or word.strip(",.").lower() in _BETWEEN_NAMES for word in words)


def is_about(line: str) -> bool:
    """Whether a line only says who published or wrote an article, or when."""
    return is_byline(line) or stamp(line) is not None


def dateline(text: str) -> tuple[Stamp, int]:
    """What the dateline before a first sentence tells, and where it ends: 0 where there is none.

    ``OSLO, Feb. 9 (Newsagency) --``, ``LONDON (Agency) -``, ``Paris, 3 May 2024 —``, ``NEW YORK —``.
    """
    found = _DATELINE.match(text[:_FARTHEST])
    if not found or not _is_dateline(found):
        return Stamp(), 0
    agency = found["agency"] or found["wire"] or ""
    day = day_in(found["day"] or "")
    return Stamp("" if agency in COUNTRIES else agency, day), found.end()


def _is_dateline(found: re.Match[str]) -> bool:
    """Whether enough stands before the dash: capitals, an agency or a day; a colon needs one of the last two."""
    sure = bool(found["agency"] or found["wire"] or found["day"])
    if found["dash"] == ":" or not found["place"]:
        return sure
    capitals = found["place"].isupper() and len(found["place"]) > 2
    return sure or capitals or (bool(found["region"]) and found["dash"] in {"--", "–", "—"})
