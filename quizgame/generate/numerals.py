"""How numbers stand in English news: amounts, shares, quantities, times, and what only looks like a count."""

import re

from quizgame.core.pack import MONTHS
from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES
from quizgame.generate.lexicon.measures import CURRENCIES, CURRENCY_CODES, LABELS, UNITS
from quizgame.generate.lexicon.places import CITIES
from quizgame.generate.lexicon.words import NUMBER_WORDS, WEEKDAYS

__all__ = ["DATES", "FIGURES", "NUMBER", "YEARS", "has_figure", "is_label"]

_SMALL = "|".join(NUMBER_WORDS)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_SCALE = "hundred|thousand|million|billion|trillion"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SAID = (
    rf"(?:\b(?:{_TENS})-(?:one|two|three|four|five|six|seven|eight|nine)\b|\b(?:{_SMALL})\b|\bone(?= (?:{_SCALE})\b))"
)
_PLAIN = rf"(?:{_DIGITS}|{_SAID})"
NUMBER = rf"{_PLAIN}(?: hundred and {_SAID}(?= (?:{_SCALE})\b)| (?:{_SCALE})(?: and {_SAID}(?! (?:{_SCALE})))?)*"
"""A number in digits or words, such as "2.8 million" or "two hundred and six"."""

_SIGN = r"(?:US|AU|A|CDN|CAN|CA|C|NZ|HK|S|R)?[$€£¥₹₩₿]"
_CODE = rf"(?:{'|'.join(CURRENCY_CODES)})"
_SHORT = r"(?: ?(?:thousand|million|billion|trillion|bn|tn|[mMkK](?![a-zA-Z])))?"
_NATION = r"(?:(?:[A-Z][a-z]+|US|U\.S\.|Hong Kong|New Zealand) )?"
_UNIT = "|".join(sorted(UNITS, key=lambda unit: (-len(unit), unit)))
_TIME = "year|month|week|day|hour|minute|second|decade"
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_TO = r"(?: ?[-\u2013] ?| to | or )"
_FREE = r"(?<![\w$€£.,:/\u2013-])"
_NO_AGE = r"(?![- ](?:old|olds|ago|of age|later|earlier|before|older|younger|senior|junior)\b)"

DATES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Z", re.compile(rf"\b{_MONTH} {_DAY}(?: ?[-\u2013] ?| to | and ){_DAY}(?:, \d{{4}})?\b"
                     rf"|\b{_DAY}(?: ?[-\u2013] ?| to | and ){_DAY} {_MONTH}(?: \d{{4}})?\b")),
    ("D", re.compile(rf"\b{_MONTH} {_DAY}(?:, \d{{4}}\b)?(?![,\d]*\d)"
                     rf"|\b{_DAY} {_MONTH}(?: \d{{4}})?\b|\b{_MONTH},? \d{{4}}\b")),
)  # fmt: skip
"""Days and months; Z is what spans several of them."""

FIGURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Z", re.compile(r"\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?(?: ?(?:EDT|EST|BST|GMT|UTC))?"
                     r"|(?<![\d:])\d{1,2}:\d\d\b(?![:.]\d)")),
    ("Z", re.compile(rf"\bbetween (?:about |around )?{_SIGN}?{NUMBER}(?:%| (?:{_UNIT}))? and {_SIGN}?{NUMBER}"
                     rf"(?: ?%| (?:per ?cent|percent|{_UNIT}|{_TIME}s)\b)?", re.IGNORECASE)),
    ("Z", re.compile(rf"{_FREE}(?<!from )(?<!From ){_SIGN}?{NUMBER}%?{_TO}{_SIGN}?{NUMBER}(?: ?%| ?(?:per ?cent|"
                     rf"percent(?:age points?)?)\b|[ -]?(?:{_UNIT})\b|[ -](?:{_TIME})s?\b| (?:dollars|euros|pounds)\b)",
                     re.IGNORECASE)),
    ("Z", re.compile(rf"{_FREE}{_SIGN}?{NUMBER} or {_SIGN}?{NUMBER}\b|(?<!\w){_SIGN} ?{NUMBER} to {_SIGN}? ?{NUMBER}\b"
                     rf"|{_FREE}{NUMBER} to {NUMBER}(?= (?:more |other )?(?:people|men|women|children|[a-z]+s)\b)",
                     re.IGNORECASE)),
    ("Z", re.compile(rf"[\u2039\u203a]=? ?{_SIGN}?{NUMBER}(?: ?%)?", re.IGNORECASE)),
    ("Z", re.compile(rf"(?<!\w){_SIGN}?(?:\d{{1,3}}(?: \d{{3}})+(?![\d,])|{_DIGITS}(?:\+| ?[\u00bc-\u00be]))"
                     rf"|{_FREE}(?:{NUMBER}|\bone) (?:lakhs?|crores?|dozens?)\b", re.IGNORECASE)),
    ("Z", re.compile(rf"{_FREE}(?:{NUMBER}|\bone) (?:out of|in) (?:every )?{NUMBER}\b", re.IGNORECASE)),
    ("M", re.compile(rf"(?<!\w)(?:{_SIGN} ?|{_CODE} ?){_DIGITS}{_SHORT}(?![\w%]|[.,]\d)"
                     rf"|{_FREE}{NUMBER} {_NATION}(?:{'|'.join(CURRENCIES)})\b"
                     rf"|{_FREE}{_PLAIN} (?:million|billion) pounds\b|{_FREE}{NUMBER} pounds sterling\b")),
    ("A", re.compile(rf"{_FREE}{NUMBER}(?: ?%| ?per ?cent(?:age points?)?\b| percentage points?\b)", re.IGNORECASE)),
    ("W", re.compile(r"(?<![\w:.])\d{1,2}:\d\d:\d\d(?:\.\d+)?(?![\w:])|(?<![\w:.])\d{1,2}:\d\d\.\d+(?![\w:])"
                     r"|\b\d+ hours?,? \d+ minutes?(?:,? (?:and )?\d+ seconds?)?\b"
                     r"|\b\d+ minutes?,? (?:and )?\d+ seconds?\b"
                     r"|(?<![\w.,:])\d{1,3}\.\d{1,3} seconds\b")),
    ("H", re.compile(rf"{_FREE}{NUMBER} (?:{_TIME})s\b{_NO_AGE}", re.IGNORECASE)),
    ("K", re.compile(r"(?:(?<=[Mm]agnitude )|(?<=[Mm]agnitude-)|(?<=magnitude of ))\d\.\d\b"
                     r"|\b\d\.\d(?=[- ]magnitude\b)")),
    ("K", re.compile(rf"{_FREE}{NUMBER} ?(?:{_UNIT})(?![\w/-])", re.IGNORECASE)),
)  # fmt: skip
"""In the order in which they are looked for: Z what is no figure to ask for (clock times, ranges, odds), M money,
A share, W time taken, H length of time, K quantity with a unit."""

_YEAR = r"(?:1[5-9]|20)\d\d\b"
YEARS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("Z", re.compile(r"(?<![\d,])\b(?:1[5-9]|20)\d\d ?[-\u2013/] ?(?:(?:1[5-9]|20)\d\d|\d\d)\b(?!-)")),
    ("Y", re.compile(rf"(?<=\b[Ii]n |\b[Bb]y ){_YEAR}(?![-\u2013%]|,\d)"
                     r"|(?:(?<=\b[Ss]ince )|(?<=\b[Dd]uring )|(?<=\b[Uu]ntil )|(?<=\bearly )|(?<=\blate )|(?<=\bmid-))"
                     rf"{_YEAR}"
                     rf"|(?<=\b[Ff]rom ){_YEAR}(?= (?:to|until|through) \d{{4}})|(?<=\b\d\d\d\d to ){_YEAR}")),
)  # fmt: skip
"""Spans of years, and years where a word before says that they are years."""
_BEFORE = re.compile(r"(?:^|[\s(\"'])([^\s(\"']+) $")
_CAPITALS_THAT_COUNT = {
    *MONTHS,
    *WEEKDAYS,
    *(word for name in (*COUNTRIES, *ALIASES, *CITIES) for word in name.split()),
}
"""Words with a capital behind which a number counts all the same: "in Kenya 12 people ..."."""
_ANY = re.compile(rf"\d|\b(?:{_SMALL}|one (?:{_SCALE}))\b", re.IGNORECASE)


def has_figure(sentence: str) -> bool:
    """Whether there is a number in digits or words at all."""
    return _ANY.search(sentence) is not None


def is_label(sentence: str, start: int, end: int) -> bool:
    """Whether a number names a thing ("phase two", "Boeing 737", "the 2018 election") or is a part of a fraction.

    Args:
        sentence: The sentence.
        start: Where the number starts.
        end: Where it ends.
    """
    text, after = sentence[start:end], sentence[end:]
    if re.fullmatch(r"1[5-9]\d\d|20\d\d|0\d+", text) or re.match(r"-?(?: and (?:a half|a quarter|one|two)\b)", after):
        return True
    if re.match(
        r"[- ](?:thirds|quarters|fifths|sixths|eighths|tenths|halves)\b|-(?:time|fold|way|storey|story)", after
    ):
        return True
    found = _BEFORE.search(sentence[:start])
    before = found[1] if found else ""
    if before.casefold().rstrip(".") in LABELS:
        return True
    is_first = not found or not sentence[: found.start(1)].strip(" \"'(")
    is_name = before[:1].isupper() and before.isalpha() and not is_first
    return is_name and before not in _CAPITALS_THAT_COUNT
