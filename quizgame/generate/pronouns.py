"""Whom "he" and "she" stand for, where that is certain."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

import msgspec

from quizgame.generate.genders import FEMALE, MALE, gender_of_noun
from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.roles import ROLE_WORDS
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.marks import Marked

__all__ = ["antecedents"]

_PRONOUNS = {"he": MALE, "him": MALE, "his": MALE, "she": FEMALE, "her": FEMALE}
_PERSONS = ROLE_WORDS | frozenset(
    "man woman boy girl person child baby infant toddler teenager teen adult suspect victim gunman driver passenger "
    "attacker shooter defendant resident neighbour neighbor friend colleague partner relative parent spouse wife "
    "husband widow father mother son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother "
    "fan player teammate rival opponent candidate politician lawmaker official spokesman spokeswoman spokesperson "
    "witness owner employee worker soldier policeman policewoman guard pilot nurse doctor patient customer member "
    "king queen prince princess pope author poet musician artist dancer gymnast runner rider fighter hero winner "
    "loser champion predecessor successor client inmate prisoner hostage migrant refugee farmer fisherman businessman "
    "businesswoman somebody someone anyone everyone".split()
)
"""Nouns for persons who may have no name."""
_CODE = re.compile(r"<([A-Z])(\d+)>")
_INSIDE = frozenset("DT JJ NN NNS NNP NNPS POS CD HYPH".split())
"""Parts of speech of the words that may stand between a preposition and a name."""
_SAYS = REPORTING | frozenset("suggested testified described recounted urged predicted believes thinks quoted".split())
_VERB_WITHIN = 5
_NEAR = 3
"""So many sentences back a person may stand for whom a pronoun does."""


class Antecedent(msgspec.Struct, frozen=True, kw_only=True):
    """A pronoun, and whom it stands for."""

    line: int
    token: int
    """The place of the pronoun among the tokens of the line."""
    name: str
    named_in: int
    """The line that names the person."""


class _Mention(msgspec.Struct, frozen=True):
    """Somebody whom a line speaks of."""

    name: str
    """The full name; empty for somebody without one, or whose name is not sure."""
    gender: str
    is_subject: bool
    line: int
    named_in: int
    is_named: bool = True
    """Whether it is a name and no common noun."""


def antecedents(lines: Sequence[Marked], paragraphs: Sequence[int], genders: Mapping[str, str]) -> Iterator[Antecedent]:
    """The pronouns whose persons are certain.

    Args:
        lines: The sentences of an article.
        paragraphs: The paragraph of each.
        genders: Of the persons where they are known.
    """
    parts = {word for marked in lines for mark in marked.marks if mark.letter == "P" for word in mark.name.split()}
    said: list[_Mention] = []
    for number, marked in enumerate(lines):
        here: list[_Mention] = []
        for place, token in enumerate(marked.tokens):
            mention = _mention(marked, place, number, genders, parts)
            if mention:
                here.append(mention)
            gender = _PRONOUNS.get(token.text.casefold(), "")
            if not gender or any(_fits(item, gender) for item in here):
                continue
            first = _is_subject(marked, place)
            seen = _Seen(number, gender, first and not here, _reports(marked.tokens[place : place + _VERB_WITHIN]))
            found = None if here else _antecedent(seen, said, lines, paragraphs)
            if found:
                yield Antecedent(line=number, token=place, name=found.name, named_in=found.named_in)
                here.append(msgspec.structs.replace(found, gender=gender, line=number, is_subject=first))
            elif token.tag != "PRP$" or not _names_later(marked, place, gender, genders):
                here.append(_Mention("", gender, first, number, number))
        said += here


def _names_later(marked: Marked, place: int, gender: str, genders: Mapping[str, str]) -> bool:
    """Whether a sentence names a person only after "his" or "her": "In her speech, <person> ..."."""
    names = [marked.of(token.text).name for token in marked.tokens[place:] if token.text.startswith("<P")]
    return bool(names) and genders.get(names[0], gender) == gender


class _Seen(msgspec.Struct, frozen=True):
    """A pronoun where it stands."""

    line: int
    gender: str
    is_subject: bool
    reports: bool
    """Whether it is the pronoun of one who speaks."""


def _fits(item: _Mention, gender: str) -> bool:
    return item.gender in {"", gender}


def _antecedent(
    seen: _Seen, said: list[_Mention], lines: Sequence[Marked], paragraphs: Sequence[int]
) -> _Mention | None:
    """The person whom a pronoun stands for: the only one whom it may, or the subject right before it."""
    fitting = [item for item in said if _fits(item, seen.gender)]
    if not fitting or seen.line - fitting[-1].line > _NEAR:
        return None
    apart = paragraphs[seen.line] - paragraphs[fitting[-1].line]
    is_only = len({item.name for item in fitting}) == 1
    last = fitting[-1].line
    is_alone = len({item.name for item in fitting if item.is_named or item.line == last}) == 1
    found = _subject_before(seen, fitting, apart) if seen.is_subject else None
    if found and not is_alone and not seen.reports and _reports(lines[found.line].tokens):
        return None  # who speaks may speak of somebody else
    if not found and (is_only or fitting[-1].is_subject):
        near = [item for item in fitting if paragraphs[item.line] >= paragraphs[seen.line] - 1]
        found = near[-1] if len({item.name for item in near}) == 1 else None
    return found if found and found.name and seen.line - found.named_in <= _NEAR else None


def _subject_before(seen: _Seen, fitting: list[_Mention], apart: int) -> _Mention | None:
    """The subject of the sentence before, unless somebody else of it may be meant."""
    near = [item for item in fitting if item.line == fitting[-1].line]
    if near[0].line != seen.line - 1 or apart > 1 or not near[0].is_subject:
        return None
    others = [item for item in near if item.name != near[0].name]
    is_clear = near[0].gender and not apart and not any(item.is_named or item.is_subject for item in others)
    return near[0] if not others or is_clear else None


def _reports(tokens: Sequence[Token]) -> bool:
    return any(token.text.startswith("<Q") or (token.text in _SAYS and token.tag.startswith("V")) for token in tokens)


def _is_subject(marked: Marked, place: int) -> bool:
    """Whether a mention stands before the first finite verb and after no preposition but "according to"."""
    before = marked.tokens[:place]
    if marked.tokens[place].text.casefold() in {"he", "she"}:
        return not any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in before)
    if any(token.tag in {"VBD", "VBZ", "VBP", "MD"} for token in before):
        return False
    link = next(
        (token for token in reversed(before) if token.tag not in _INSIDE and not token.text.startswith("<")), None
    )
    return link is None or link.tag not in {"IN", "TO"} or before[0].text in {"According", "Speaking"}


def _mention(
    marked: Marked, place: int, line: int, genders: Mapping[str, str], parts: Collection[str]
) -> _Mention | None:
    token = marked.tokens[place]
    found = _CODE.fullmatch(token.text)
    if found:
        mark = marked.marks[int(found[2])]
        if mark.letter == "P":
            return _Mention(mark.name, genders.get(mark.name, ""), _is_subject(marked, place), line, line)
        if mark.letter == "X" and (mark.detail == "person" or mark.text in parts):
            return _Mention("", "", _is_subject(marked, place), line, line)
        return None
    if (
        token.tag in {"NN", "NNP"}
        and token.text.casefold().rpartition("-")[2] in _PERSONS
        and not _is_titular(marked.tokens, place)
    ):
        return _Mention("", gender_of_noun(token.text), _is_subject(marked, place), line, line, is_named=False)
    return None


def _is_titular(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun stands by a name, and so speaks of the same person."""
    after = [token.text for token in tokens[place + 1 : place + 4]]
    is_before = bool(after) and (
        after[0].startswith("<P") or (after[0] == "," and after[1:2] and after[1].startswith("<P"))
    )
    start = max(0, place - 9)
    is_after = any(tokens[at].text.startswith("<P") and tokens[at + 1].text == "," for at in range(start, place - 1))
    return bool(is_before or is_after)
