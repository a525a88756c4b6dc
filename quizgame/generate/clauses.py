"""Plain clauses: a subject, its verb and what follows, cut out of a tagged sentence where that is safe."""

import re
from collections.abc import Sequence

import msgspec

from quizgame.core.pack import MONTHS
from quizgame.generate.clause import Clause, is_hedged
from quizgame.generate.endings import end_of, goes_on, lists_on
from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.verbs import HEDGES, REPORTING
from quizgame.generate.verbgroups import VerbGroup, find_verb, is_finite, promote

__all__ = ["clauses_of"]

_CONNECTIVE = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition|Also|Meanwhile|In total|Overall|Finally|Eventually|"
    r"In the end|Still|Instead|Of those|And|But|Yet|To date|So far|For <P\d+>), |^(?:And|But|Yet) "
)
_INTRO = re.compile(
    r"^(?P<told>(?:In|On|At|During|By|Since|From|Over|After|Before|Following|With|Without|Despite|For|Under|As|While|"
    r"When|Where|Once|Until|Through|Throughout|Among|Within|Across|To|Because|Although|Though|If|Having|Due|[A-Z]\w+ing|"
    r"[A-Z]\w+ed)\b[^,]*), "
)
_DAY_INTRO = re.compile(r"^(?P<told>(?:(?:In|On|By|Since) )(?:early |late |mid-)?<[DYT]\d+>) (?=the |an? |<|[a-z])")
_DAY = re.compile(
    r"^(?P<told>(?:(?:[Vv]ery )?(?:[Ee]arly|[Ll]ate|[Ee]arlier|[Ll]ater) )?(?:[Oo]n |[Tt]his )?"
    r"(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Ll]ast (?:night|week|month|year)|"
    r"[Tt]his (?:week|month|year|morning|afternoon|evening)|<T\d+>)"
    r"(?: (?:morning|afternoon|evening|night))?(?: local time)?),? "
    r"(?=the |an? |<|(?!at |in |on |of |for |as |from |by |after |during |when |while |local )[a-z])"
)
_KEPT_INTRO = re.compile(
    rf"^(?:In|On|At|During|By|Since) (?:[^,]*<[DYEVLCRT]\d+>[^,]*|(?:early |late |mid-)?(?:{'|'.join(MONTHS)}))$"
)
_LIMITS = re.compile(
    r"^(?:In|On|At|During|By|Since|From|Over|Under|For|Through|Throughout|Among|Within|Across|If|Without|After|Before|"
    r"Following|When|Once|Until|Heading)\b"
)
_BRACKETS = re.compile(r" ?\([^()]*\)|,? so far\b")
_UP_TO = re.compile(r"(?:^|, )(?:through |to )<")
_HALF_PAIR = re.compile(
    r"\b(?:as of|citing sources|citing)$|\bbetween (?!.*\band\b)|\bboth (?!.*\band\b)|\b(?:whereby|and|or|but)$"
)
_GAP = re.compile(r"  +")
_ADVERB = re.compile(r" (?:also|once|even|only|then|finally|eventually|first|later|still|just|now|[a-z]+ly)$")
_CLAIMS = REPORTING | frozenset("claim claims say states notes note report suggests suggest means which".split())
_RELATIVES = {"who": "P", "which": "COVEL"}


_Tokens = Sequence[Token]
_Parsed = tuple[Clause, int]


def clauses_of(text: str, tokens: _Tokens) -> list[Clause]:
    """The clauses of a marked sentence that can be cut out without a change of meaning; often none.

    Args:
        text: The marked sentence.
        tokens: Its words and codes, with their places in the text.
    """
    if "<Q" in text or not text or text[-1] == "?":
        return []
    words = _Words(text, tokens)
    first = words.since(_CONNECTIVE.match(text))
    found = [*_chain(words, first), *_relatives(words)]
    return [clause for clause in found if not is_hedged(clause)]


class _Words:
    """A sentence's tokens outside of its brackets, and its text between any two of them."""

    def __init__(self, text: str, tokens: _Tokens) -> None:
        self.text = _BRACKETS.sub(lambda found: " " * len(found.group()), text)
        self.tokens = [token for token in tokens if self.text.startswith(token.text, token.start)]
        while self.tokens and self.tokens[-1].text in {".", "!"}:
            self.tokens.pop()

    def since(self, found: re.Match[str] | None) -> int:
        """The number of the first token behind a match."""
        end = found.end() if found else 0
        return next((at for at, token in enumerate(self.tokens) if token.start >= end), len(self.tokens))

    def told(self, start: int, end: int) -> str:
        """The text from one token to before another, what stands in brackets left out."""
        if start >= end:
            return ""
        return _GAP.sub(" ", self.text[self.tokens[start].start : self.tokens[end - 1].end])

    def word(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""


def _chain(words: _Words, first: int) -> list[Clause]:
    """The main clause, and those that "and" or "but" joins to it."""
    intro, start = _introduction(words, first)
    if start is None:
        return []
    found = _parsed(words, start, intro=intro) or _reported(words, start)
    if not found:
        return []
    clause, end = found
    if _is_told_by_one(words, end):
        return []
    clauses = [clause]
    if not intro and start == first:
        clauses += _second(words, clause, end)
    return clauses


def _reported(words: _Words, start: int) -> _Parsed | None:
    """What police, officials or a body report as a fact: "<O0> said (that) ...", where it is no person's opinion."""
    said = next(
        (at for at in range(start + 1, min(start + 12, len(words.tokens))) if words.word(at) in _TOLD_AS_FACT), 0
    )
    source = words.told(start, said)
    if not said or "<P" in source or not _SOURCE.search(source) or "," in source:
        return None
    at = said + 1 + (words.word(said + 1) == "that")
    return _parsed(words, at, intro="") if at < len(words.tokens) else None


_TOLD_AS_FACT = frozenset("said reported confirmed announced stated revealed says reports".split())
_SOURCE = re.compile(
    r"^(?:[Tt]he )?(?:<[COLJX]\d+>|.*\b(?:[Pp]olice|[Oo]fficials|[Aa]uthorities|[Mm]edia|[Mm]inistry|"
    r"[Pp]rosecutors|[Dd]epartment|[Gg]overnment|agency|agencies|[Rr]esearchers|[Ss]cientists|spokesman|spokeswoman|spokesperson|service|company|reports))\b"
)


def _is_told_by_one(words: _Words, end: int) -> bool:
    """Whether ", <P0> said" or "she claimed" follows: what one person says may be no more than an opinion."""
    behind = [token.text for token in words.tokens[end : end + 9]]
    persons = any(word.startswith("<P") or word in {"he", "she", "they", "who"} for word in behind)
    return behind[:1] == [","] and persons and bool(REPORTING & set(behind))


def _introduction(words: _Words, first: int) -> tuple[str, int | None]:
    """What stands before the subject and may be kept, and where that begins; None where a limit would be lost."""
    rest = words.text[words.tokens[first].start :] if first < len(words.tokens) else ""
    day = _DAY.match(rest)
    found = day or _INTRO.match(rest) or _DAY_INTRO.match(rest)
    if not found:
        return "", first
    told = found["told"]
    is_kept = bool(day or _KEPT_INTRO.match(told))
    if _LIMITS.match(told) and not is_kept:
        return "", None
    behind = words.tokens[first].start + found.end()
    start = next((at for at, token in enumerate(words.tokens) if token.start >= behind), len(words.tokens))
    while words.word(start)[:2] in {"<C", "<L", "<X"} and words.word(start + 1) == ",":
        start += 2  # "in <L0>, <C1>, the ..."
    return (told[0].lower() + told[1:] if is_kept else ""), start


def _second(words: _Words, clause: Clause, end: int) -> list[Clause]:
    """The clause behind "and" or "but": with a subject of its own, or with another verb of the same subject."""
    at = end
    if words.word(at) in {",", ";"}:
        at += 1
    if words.word(at) not in {"and", "but"} and words.word(end) != ";":
        return []
    at += words.word(at) in {"and", "but"}
    if at >= len(words.tokens):
        return []
    if is_finite(words.tokens, at) and words.word(end) != ",":
        found = _predicate(words, at, subject=clause.subject, apposed=clause.apposed)
        return [found[0]] if found else []
    found = _parsed(words, at, intro="")
    return [found[0]] if found and words.word(end) in {",", ";"} else []


def _relatives(words: _Words) -> list[Clause]:
    """What ", who ..." and ", which ..." tell of the name right before."""
    found = []
    for at, token in enumerate(words.tokens):
        if token.text not in _RELATIVES or at < 2 or words.word(at - 1) != ",":
            continue
        head, apposed = _antecedent(words, at - 1)
        if head is None or words.tokens[head].text[1] not in _RELATIVES[token.text]:
            continue
        if words.word(head - 1) in {"and", "or"}:
            continue
        if token.text == "which" and (head > 1 or (head == 1 and words.word(0).lower() != "the")):
            continue  # what "which" speaks of is certain only where nothing stands before it
        made = _predicate(words, at + 1, subject=words.tokens[head].text, apposed=apposed, is_relative=True)
        if made:
            found.append(made[0])
    return found


def _antecedent(words: _Words, comma: int) -> tuple[int | None, str]:
    """The name right before a comma, or before what stands between this comma and the one before."""
    if words.word(comma - 1).startswith("<"):
        return comma - 1, ""
    before = next((at for at in range(comma - 1, max(0, comma - 14), -1) if words.word(at) == ","), 0)
    if before and words.word(before - 1).startswith("<"):
        return before - 1, words.told(before + 1, comma)
    return None, ""


def _parsed(words: _Words, start: int, *, intro: str) -> _Parsed | None:
    """The clause whose subject begins at a token, and where it ends."""
    found = find_verb(words.tokens, start)
    if not found and promote(words.tokens, start):
        found = find_verb(words.tokens, start)
    if not found:
        return None
    subject_end, verb, apposed = found
    if any(token.text in _CLAIMS for token in words.tokens[start:subject_end]):
        return None
    if words.tokens[start].tag == "IN" or words.tokens[verb - 1].tag == "CC":
        return None
    told = words.told(start, subject_end)
    subject = _ADVERB.sub("", told)
    if HEDGES & set(told.removeprefix(subject).split()):
        return None
    behind = words.told(*apposed) if apposed else ""
    return _predicate(words, verb, subject=subject, intro=intro, apposed=behind)


def _predicate(
    words: _Words, at: int, *, subject: str, intro: str = "", apposed: str = "", is_relative: bool = False
) -> _Parsed | None:
    group = VerbGroup.at(words.tokens, at)
    if not group or _is_reporting(group) or not subject.strip():
        return None
    if re.fullmatch(r"<[A-Z]\d+>", subject) and (group.helper in {"have", "are", "were"} or group.do == "do"):
        return None  # one name cannot be the whole of a plural subject
    end = end_of(words.tokens, group.end)
    if end is None or lists_on(words.tokens, end):
        return None
    last = end - 1 if end > group.end + 1 and words.tokens[end - 1].tag == "IN" else end
    rest = words.told(group.end, last).removeprefix("also ")
    if end < len(words.tokens) and "<" in rest and goes_on(words.text[words.tokens[end - 1].end :]):
        rest, listed, _ = rest.rpartition(" with <N")
        if not listed:
            return None
    if _HALF_PAIR.search(rest) or (" from " in f" {rest}" and _UP_TO.search(words.told(end, len(words.tokens)))):
        return None
    clause = Clause.of(group, subject=subject, rest=rest, intro=intro)
    return msgspec.structs.replace(clause, apposed=apposed, is_relative=is_relative), end


def _is_reporting(group: VerbGroup) -> bool:
    """Whether what follows is somebody's words rather than a fact."""
    return group.lemma in _REPORTED or (group.verb in REPORTING and group.verb not in _ANNOUNCING)


_ANNOUNCING = frozenset("announced reported declared continued concluded observed answered countered".split())
"""Verbs of speaking that are followed by things as well."""
_REPORTED = frozenset(
    "say tell add note state remark tweet recall insist admit stress warn argue claim allege believe think hope expect "
    "fear predict suggest suspect explain rule ruled find found".split()
)
"""Verbs whose statements are somebody's words."""
