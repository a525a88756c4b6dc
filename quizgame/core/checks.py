"""The flaws that questions are known to have, as a table of named checks.

After Haladyna, Downing & Rodriguez (2002), "A review of multiple-choice item-writing guidelines", and Tarrant,
Ware & Mohammed (2009), "An assessment of functioning and non-functioning distractors".
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import combinations, pairwise

import msgspec

from quizgame.core.errors import Problem
from quizgame.core.flaws import FLAWS
from quizgame.core.numbers import date_in, number_in
from quizgame.core.pack import Pack, Question
from quizgame.core.pack_checks import answers_another, pack_problems
from quizgame.core.text import fold
from quizgame.core.words import content_words

__all__ = ["MAX_OPTION", "MAX_STEM", "answers_another", "check", "check_pack"]

_OPENING = 26
"""Characters that tell what a quotation is, such as "News of September 2019"."""
MAX_STEM, MAX_STEM_WITH_QUOTES, MAX_OPTION = 130, 300, 75

_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-z]{2,8});")
_MOJIBAKE = re.compile(r"Ã[\x80-\xbf©¨¡³±¼¤¶ ]|â€|Â[\xa0-\xbf]|\ufffd|ï»¿")
_UNSAFE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_BACK = re.compile(
    r"\b(?:the|this) (?:passage|article|text above|paragraph|excerpt)\b|\baccording to the (?:text|author|report)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:(?:who|what|when|where|why|how)(?: many| much| old| long)?|(?:in|at|on|to|for) (?:which|what) \w+|which \w+) "
    r"(?:did|does|do|is|was|were|are|has|have|had|will|can) (?:he|she|they|it|his|her|their|its)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|nowadays|(?:last|this|next) (?:week|month|year|season|night|weekend|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)|recently|(?<!-)currently|these days)\b"
    r"|\btoday(?=[,?.!]|$)",
    re.IGNORECASE,
)
_ALL_OR_NONE = re.compile(
    r"^(?:all|none|any|both|neither)(?: of)? (?:the )?(?:above|these|them|of these|options)\b", re.IGNORECASE
)
_NEGATIVE = re.compile(r"\b(?:not|except|NOT|EXCEPT|isn't|wasn't|aren't|weren't|didn't|doesn't|never)\b(?! only)")
_ABSOLUTE = re.compile(r"\b(?:always|never|usually|often|frequently|sometimes)\b", re.IGNORECASE)
_RANGE = re.compile(r"^\D{0,3}(\d[\d,]*) ?(?:-|\u2013|to) ?\D{0,2}(\d[\d,]*)")
_QUESTION = re.compile(r"\?[\"'”’)]*\s*$|_{2,}|\u2026|\.{3}|:\s*$")
_CLUE = re.compile(r"^(?:This|These|He|She|It|They|I|Name|Complete|True or false)\b|\b[Tt]hi?e?se? \w+", re.IGNORECASE)
_CITED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_VOWEL = re.compile(r"^[aeiouAEIOU]")


def check(question: Question) -> tuple[Problem, ...]:
    """What is wrong with one question, judged by itself."""
    found = ((flaw, told) for flaw, look in _CHECKS for told in look(question))
    return tuple(_problem(flaw, key, what) for flaw, (key, what) in found)


def check_pack(pack: Pack) -> tuple[Problem, ...]:
    """What is wrong with a pack: the flaws of its questions, then those that only several together have."""
    single = (
        msgspec.structs.replace(problem, key=f"questions[{number}].{problem.key}")
        for number, question in enumerate(pack.questions, 1)
        for problem in check(question)
    )
    several = (_problem(flaw, key, what) for flaw, key, what in pack_problems(pack.questions))
    return (*single, *several)


def _problem(flaw: str, key: str, what: str) -> Problem:
    severity, why, mend = FLAWS[flaw]
    return Problem(what=what, key=key, flaw=flaw, why=why, hint=mend, severity=severity)


_Told = Iterator[tuple[str, str]]


def _options(question: Question) -> tuple[str, ...]:
    return (question.answer, *question.distractors)


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    yield "stem", question.stem
    yield "answer", question.answer
    for text in question.distractors:
        yield "distractors", text


def _empty(question: Question) -> _Told:
    for key, text in _texts(question):
        if not text.strip():
            yield key, "nothing but white space"


def _same(question: Question) -> _Told:
    told = [(option, _bare_value(option), _accents(option)) for option in _options(question)]
    for (one, *first), (other, *second) in combinations(told, 2):
        if first == second:
            yield "distractors", f"{one!r} and {other!r} are the same"


def _bare_value(option: str) -> float | str:
    """What tells an option from others: "2" and "two" are the same, so are "the Moon" and "Moon"."""
    number = number_in(option)
    if number and not number[1]:
        return number[0]
    return fold(option).removeprefix("the ") or option


def _accents(option: str) -> str:
    return "".join(filter(unicodedata.combining, unicodedata.normalize("NFD", option)))


def _overlapping(question: Question) -> _Told:
    ranges = [found for option in _options(question) if (found := _RANGE.match(option))]
    bounds = sorted(tuple(int(part.replace(",", "")) for part in found.groups()) for found in ranges)
    for one, other in pairwise(bounds):
        if other[0] < one[1] and one[0] < one[1]:
            yield "distractors", f"the ranges {one[0]} to {one[1]} and {other[0]} to {other[1]} overlap"


def _in_stem(question: Question) -> _Told:
    stem, key = f" {fold(question.stem)} ", fold(question.answer)
    others = " ".join(map(fold, question.distractors))
    if len(key) > 1 and f" {key} " in stem and not all(f" {fold(text)} " in stem for text in question.distractors):
        yield "answer", "the stem says the answer"
        return
    words = {word for word in content_words(key) if len(word) > 3 and not word.isdecimal()}
    shared = sorted(word for word in words if f" {word} " in stem and word not in others)
    if shared:
        yield "answer", f"of all options only the right one has {shared[0]!r}, which stands in the stem"


def _broken(question: Question) -> _Told:
    for key, text in _texts(question):
        found = _ENTITY.search(text) or _MOJIBAKE.search(text)
        if found:
            yield key, f"has {found.group()!r}"


def _unsafe(question: Question) -> _Told:
    for key, text in _texts(question):
        found = _UNSAFE.search(text)
        if found:
            yield key, f"has the character U+{ord(found.group()):04X}"


def _back(question: Question) -> _Told:
    bare = _CITED.sub("", question.stem)
    found = _BACK.search(bare) or _PRONOUN.search(bare)
    if found:
        yield "stem", f"{found.group()!r} points to something the player does not see"


def _relative(question: Question) -> _Told:
    found = _RELATIVE.search(_CITED.sub("", question.stem))
    if found:
        yield "stem", f"{found.group()!r} depends on the day it is read"


def _all_or_none(question: Question) -> _Told:
    for option in _options(question):
        if _ALL_OR_NONE.match(option):
            yield "distractors", f"{option!r} speaks of the other options"


def _word_in_stem(pattern: re.Pattern[str]) -> Callable[[Question], _Told]:
    """A check for words that stand in the stem outside of what it quotes."""

    def look(question: Question) -> _Told:
        found = pattern.search(_CITED.sub("", question.stem))
        if found:
            yield "stem", f"has {found.group()!r}"

    return look


def _longest(question: Question) -> _Told:
    longest = max(map(len, question.distractors))
    if len(question.answer.split()) >= 4 and len(question.answer) > 1.25 * longest:
        yield "answer", f"{len(question.answer)} characters long, the next option {longest}"


def _mixed(question: Question) -> _Told:
    options = _options(question)
    numbers = [number_in(option) is not None or date_in(option) is not None for option in options]
    bare = [isinstance(_bare_value(option), float) for option in options]
    digits = [option[:1].isdigit() for option in options]
    if any(bare) and not all(numbers):
        yield "distractors", "numbers stand among options that are none"
    elif all(numbers) and all(digits) and _units_differ(options):
        yield "distractors", "the numbers have different units"
    elif not any(digits) and len({bare[:1].isupper() for bare in _bare_starts(options)}) > 1:
        yield "distractors", "some options begin with a capital and some do not"


def _bare_starts(options: tuple[str, ...]) -> list[str]:
    """The options that begin with a letter, without an article: "the Moon" and "Mars" are written alike."""
    bare = [re.sub(r"^(?:the|an?) ", "", option) for option in options]
    return [option for option in bare if option[:1].isalpha()]


def _units_differ(options: tuple[str, ...]) -> bool:
    units = {number[1] for option in options if (number := number_in(option))}
    return len(units) > 1 and all(len(unit.split()) < 3 for unit in units)


def _article(question: Question) -> _Told:
    found = re.search(r"\b(an?)(?:\s*(?:_+|:|\u2026|\.{3}))?\s*[?.]?$", question.stem)
    starts = {bool(_VOWEL.match(option)) for option in _options(question)}
    if found and len(starts) > 1:
        yield "stem", f"ends in {found[1]!r}, which not every option fits"


def _converges(question: Question) -> _Told:
    key = set(fold(question.answer).split())
    others = [set(fold(text).split()) for text in question.distractors]
    if len(key) < 3 or len(others) < 3:
        return
    shared = [word for word in key if sum(word in other for other in others) >= 1]
    most = max(sum(word in rest for word in other for rest in (key, *others) if rest is not other) for other in others)
    own = sum(word in other for word in key for other in others)
    everywhere = all(word in other for word in key for other in others)
    if len(shared) == len(key) and own > most and not everywhere:
        yield "answer", "shares its words with most of the others"


def _far(question: Question) -> _Told:
    key = number_in(question.answer)
    if not key or key[0] < 20 or date_in(question.answer):
        return
    for option in question.distractors:
        other = number_in(option)
        is_bare = not option[:1].isalpha() or (other is not None and len(other[1].split()) < 2)
        if other and is_bare and not 0.5 <= other[0] / key[0] <= 2:
            yield "distractors", f"{option!r} is far from the right number"


def _long_stem(question: Question) -> _Told:
    bare = len(_CITED.sub("", question.stem))
    if bare > MAX_STEM + (_OPENING if bare < len(question.stem) else 0):
        yield "stem", f"{bare} characters long, without what it quotes"
    elif len(question.stem) > MAX_STEM_WITH_QUOTES:
        yield "stem", f"{len(question.stem)} characters long"


def _long_option(question: Question) -> _Told:
    for option in _options(question):
        if len(option) > MAX_OPTION:
            yield "distractors", f"an option is {len(option)} characters long"


def _no_question(question: Question) -> _Told:
    if not _QUESTION.search(question.stem.strip()) and not _CLUE.search(question.stem):
        yield "stem", "is no question and shows no blank"


_CHECKS: tuple[tuple[str, Callable[[Question], _Told]], ...] = (
    ("empty-text", _empty),
    ("same-options", _same),
    ("overlapping-ranges", _overlapping),
    ("key-in-stem", _in_stem),
    ("broken-text", _broken),
    ("unsafe-text", _unsafe),
    ("points-back", _back),
    ("relative-time", _relative),
    ("all-or-none", _all_or_none),
    ("negative-stem", _word_in_stem(_NEGATIVE)),
    ("absolute-terms", _word_in_stem(_ABSOLUTE)),
    ("longest-option", _longest),
    ("mixed-options", _mixed),
    ("article-clue", _article),
    ("convergence", _converges),
    ("far-number", _far),
    ("long-stem", _long_stem),
    ("long-option", _long_option),
    ("no-question", _no_question),
)
