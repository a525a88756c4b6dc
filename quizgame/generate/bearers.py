"""Whether a name is somebody's: by the given name, by a title or a role before it, by what is told after it."""

import re

from quizgame.generate.lexicon.countries import DEMONYMS
from quizgame.generate.lexicon.given import CHINESE_SURNAMES, GIVEN, KOREAN_SURNAMES, NOT_NAMES, is_given
from quizgame.generate.lexicon.kinds import EVENT_HEADS, ORG_HEADS, VENUE_HEADS
from quizgame.generate.lexicon.roles import ROLE_WORDS
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.runs import ROYAL, Run

__all__ = ["could_be_borne", "has_personal_title", "is_person", "is_surname_first", "leans_to_person"]

_AFTER = re.compile(r"^(?:, (?:\d{2},|who\b|(?P<apposed>(?:[\w'-]+ ?){1,7}))| (?P<verb>[a-z]+)\b)")
_BEFORE = re.compile(r"(?P<word>[\w-]+) $")
_SPEAKING = frozenset(
    "said told added noted explained tweeted stated wrote remarked commented recalled quipped".split()
)
_ROLE_BEFORE = re.compile(r"(?P<word>[\w-]+), $")
_MEMBER_AFTER = re.compile(
    rf"^(?:, (?:an?|the) (?:[\w-]+ ){{0,3}}(?:member|resident|native|citizen|owner|founder)\b|"
    rf" (?:{'|'.join(sorted(_SPEAKING))}|says|tells)\b)"
)
_AHEAD = 60
_LINK = re.compile(r"\b(?:of|for|at|in|to|with|from|by|and|who|which|that|where|is|was)\b")
_KIN = frozenset("wife husband widow fiancé fiancée father mother son daughter brother sister".split())
_THINGS = EVENT_HEADS | VENUE_HEADS | ORG_HEADS
_THING_AFTER = re.compile(
    r"^ (?:[a-z]+ )?(?:telescope|mission|administration|foundation|award|prize|rocket|aircraft|act|bill|trophy)s?\b"
)
_KOREAN_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")
_TITLE = re.compile(
    r"(?:^|[ -])(?:Mrs?\.?|Ms\.?|Mme|Dr\.?|Sir|Dame|Lord|Lady|Prof\.?|Professor|President|Minister|Premier|Senator|"
    r"Sen\.?|Governor|Gov\.?|Mayor|Judge|Chancellor|Secretary|Captain|Coach|Colonel|Admiral|Officer|Detective|Inspector|Sergeant|"
    r"Lieutenant|Commissioner|Congress(?:wo)?man|Representative|Rep\.?|Speaker|Ambassador|Chair(?:wo)?man|Spokes(?:wo)?man|"
    r"Archbishop|Bishop|Cardinal|Reverend|Rev\.?|Sheriff|Superintendent|Ayatollah|Sheikh|Pastor|King|Queen|Pope|Prince|"
    r"Princess|MP|Commander)$"
)


def is_surname_first(name: str) -> bool:
    """Whether a full name is written in the Chinese or Korean order."""
    words = name.split(" ")
    if not 2 <= len(words) <= 3 or words[0] not in CHINESE_SURNAMES | KOREAN_SURNAMES:
        return False
    if len(words) == 2 and words[0] in GIVEN and words[1] not in CHINESE_SURNAMES:
        return bool(_KOREAN_GIVEN.match(words[1]))
    return len(words) == 2 or words[1] in KOREAN_SURNAMES


def has_personal_title(run: Run) -> bool:
    """Whether a title that only persons bear stands right before a name."""
    return bool(_TITLE.search(run.title)) and could_be_borne(run.text)


def could_be_borne(text: str) -> bool:
    """Whether no word of a name bars a person from bearing it."""
    words = text.split(" ")
    words = words[words[0] == "Bill" :]
    return 0 < len(words) <= 4 and not any(_is_no_name(word) for word in words) and words[0][0] <= "\u024f"


def is_person(sentence: str, run: Run) -> bool:
    """Whether a name of several words is surely a person's."""
    words = run.text.split(" ")
    if len(words) < 2 or not could_be_borne(run.text) or _names_a_thing(sentence, run):
        return False
    if words[0] in ROYAL:
        return len(words) == 2 and is_given(words[1])
    if run.title or is_given(words[0]) or (is_surname_first(run.text) and len(words) == 2):
        return True
    before = _BEFORE.search(sentence[: run.start])
    if before and (before["word"].rpartition("-")[2] in ROLE_WORDS or before["word"] in REPORTING):
        return before["word"] not in {"according", "head", "report", "reports"}
    after = _AFTER.match(sentence[run.end :])
    return after is not None and _is_told_as_person(after, words)


def leans_to_person(sentence: str, run: Run) -> bool:
    """Whether what stands around a name is mostly said of persons: they are members and speak."""
    before = _ROLE_BEFORE.search(sentence[: run.start])
    if before and before["word"] in ROLE_WORDS and sentence[run.end : run.end + 1] in {",", "."}:
        return True
    opens = sentence[: run.start].rstrip()[-1:] in {"", ",", '"', ":"}
    is_told = opens and _MEMBER_AFTER.match(sentence[run.end : run.end + _AHEAD])
    return bool(is_told) or sentence[: run.start].endswith(("said ", "told ", "wrote "))


def _is_told_as_person(after: re.Match[str], words: list[str]) -> bool:
    """Whether what follows a name says that it is somebody's: an age, "who", a role, a verb of speaking."""
    if after["verb"]:
        return after["verb"] in _SPEAKING and len(words) == 2
    if after["apposed"] is None:
        return True
    told = _LINK.split(after["apposed"], maxsplit=1)[0].split()
    return not (_THINGS & set(words)) and bool((ROLE_WORDS | _KIN) & set(told))


def _names_a_thing(sentence: str, run: Run) -> bool:
    """As in "the James Watt telescope", which is nobody."""
    before = sentence[: run.start].casefold()
    is_told = before.endswith(("the ", "speaking to ")) and not run.title
    return is_told or bool(_THING_AFTER.match(sentence[run.end :]))


_NOT_BORNE = frozenset(
    "MV USS HMS SS RMS County Hurricane Typhoon Storm Cyclone Operation Met Mall Fault Hills Falls Comics Motors "
    "Lodge Tavern Cemetery Terminal Port Dam Trench Exchange".split()
)
"""Words of the names of ships, storms and places."""


def _is_no_name(word: str) -> bool:
    if word in _NOT_BORNE:
        return True
    return (word.isupper() and len(word) > 2) or word in NOT_NAMES or word in DEMONYMS or word[0].isdigit()
