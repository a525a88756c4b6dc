"""Plain clauses: a subject, its verb and what follows, cut out of a marked sentence where that is safe."""

import re

import msgspec

from quizgame.generate.lexicon.verbs import AUXILIARIES, BASES, HEDGES, PARTICIPLES, PASTS, REPORTING, THIRD
from quizgame.generate.lexicon.words import SUBORDINATORS

__all__ = ["Clause", "clauses_of"]

_TOKEN = re.compile(r"<[A-Z]\d+>|\w[\w'/&.-]*\w|\w|[^\w\s]")
_CODE_TOKEN = re.compile(r"<([A-Z])\d+>")
_BRACKETS = re.compile(r" ?\([^()]*\)")
_CONNECTIVE = re.compile(
    r"^(?:However|Moreover|Furthermore|Additionally|In addition|Also|Meanwhile|In total|Overall|Finally|Eventually|"
    r"In the end|Still|Instead|Of those|And|But|Yet|For <P\d+>), |^(?:And|But|Yet) "
)
_INTRO = re.compile(
    r"^(?P<told>(?:In|On|At|During|By|Since|From|Over|After|Before|Following|With|Without|Despite|For|Under|As|While|"
    r"When|Where|Once|Until|Through|Throughout|Among|Within|Across|To|Because|Although|Though|If|Having|Due)\b[^,]*), "
)
_KEPT_INTRO = re.compile(r"^(?:In|On|At|During|By|Since) [^,]*<[DYEVLCR]\d+>[^,]*$")
_LIMITS = re.compile(
    r"^(?:In|On|At|During|By|Since|From|Over|Under|For|Through|Throughout|Among|Within|Across|If|Without)\b"
)
_APPOSITIVE = re.compile(r"^(?P<subject>(?:[Tt]he )?<[PCEVOL]\d+>), (?P<told>[^,]+(?:, who [^,]+)?), (?=[a-z])")
_RELATIVE = re.compile(
    r"(?P<subject><(?P<letter>[PCOVEL])\d+>)(?P<apposed>(?:, (?!who|which)[^,]{3,90})?), (?:who|which) "
)
_JOINT = re.compile(r"(?:, (?:and|but)|;) (?=(?:[Tt]he |[Aa]n? )?(?:<[PCEVOLJN]\d+>|[a-z]+ ))")
_AFTER_PARTICIPLE = frozenset(", . by in at on for to with from of as after before during near under".split()) | {""}
_LISTED = re.compile(r", (?:and |or )?<[A-Z]\d+>([^,]*)")
_FINITE = frozenset({*PASTS, *THIRD})
_HARD_STOP = frozenset(';:()[]"—–')
_ADVERB = re.compile(r" (?:also|once|even|only|then|finally|eventually|first|later|still|just|now|both|all)$")
_CLAIMS = REPORTING | frozenset("claim claims say states notes note report suggests suggest means which".split())
_SOFT_STOP = frozenset("after before as since until once".split())


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in parts, all of them marked text."""

    subject: str
    helper: str
    """The first word of the verb group where it may open a question (``has``, ``was``), else empty."""
    verb: str
    """The verb group without the helper, as it stood."""
    base: str
    """What stands after "did", "does" or "do" where there is no helper."""
    do: str
    """That form of "do"; empty with a helper."""
    lemma: str
    """The main verb's base form."""
    rest: str
    intro: str = ""
    """A time, place or occasion that stood before the subject, in lower case."""
    apposed: str = ""
    """What was said of the subject between commas."""
    is_relative: bool = False

    @property
    def tail(self) -> str:
        """What follows the verb, the introduction put at its end."""
        return " ".join(part for part in (self.rest, self.intro) if part)

    @property
    def predicate(self) -> str:
        """Verb group and what follows."""
        return " ".join(part for part in (self.helper, self.verb, self.tail) if part)

    @property
    def words(self) -> list[str]:
        """All plain words of the clause, in lower case."""
        return re.findall(r"(?<!<)\b[a-z][\w'-]*", f"{self.subject} {self.predicate}".casefold())


def clauses_of(text: str) -> list[Clause]:
    """The clauses of a marked sentence that can be cut out without a change of meaning; often none."""
    if "<Q" in text or not text or text[-1] == "?":
        return []
    plain = _CONNECTIVE.sub("", _BRACKETS.sub("", text.rstrip(".! ")))
    found = [
        _main(plain),
        *map(_main, _joined(plain)),
        *(_relative(plain, match) for match in _RELATIVE.finditer(plain)),
    ]
    return [clause for clause in found if clause and not is_hedged(clause)]


def _joined(text: str) -> list[str]:
    """The clauses that "and" or "but" joins to the first, each with a subject of its own.

    There are none where an introduction may limit them all, or where what comes before is reported.
    """
    if _INTRO.match(text) or any(word in REPORTING for word in text.split()):
        return []
    found = _JOINT.search(text)
    return [text[found.end() :]] if found and _main(text[: found.start()]) else []


def is_hedged(clause: Clause) -> bool:
    """Whether the statement is denied, doubted or only reported."""
    words = set(clause.words)
    return bool(words & HEDGES) or any(word.endswith("n't") for word in words)


def _main(text: str) -> Clause | None:
    intro = ""
    found = _INTRO.match(text)
    if found:
        told = found["told"]
        if _LIMITS.match(told) and not _KEPT_INTRO.match(told) and not re.fullmatch(r"On <T\d+>", told):
            return None  # a limit that cannot be kept may not be dropped
        if _KEPT_INTRO.match(told):
            intro = told[0].lower() + told[1:]
        text = text[found.end() :]
    apposed = _APPOSITIVE.match(text)
    if apposed:
        text = f"{apposed['subject']} {text[apposed.end() :]}"
    return _parsed(text, intro=intro, apposed=apposed["told"] if apposed else "")


def _relative(text: str, found: re.Match[str]) -> Clause | None:
    letter = "who" if found["letter"] == "P" else "which"
    if not found.group().endswith(f", {letter} ") and found["letter"] != "C":
        return None
    if text[: found.start()].endswith(("and ", "or ")):
        return None
    if letter == "which" and text[: found.start()] not in {"", "The ", "the "}:
        return None  # what "which" speaks of is certain only where nothing stands before it
    rest = f"{found['subject']} {text[found.end() :]}"
    return _parsed(rest, intro="", apposed=found["apposed"].removeprefix(", "), is_relative=True)


def _parsed(text: str, *, intro: str, apposed: str, is_relative: bool = False) -> Clause | None:
    tokens = [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(text)]
    at = _verb_at(tokens)
    group = _group(tokens, at) if at else None
    if not at or not group or any(token[0] in _CLAIMS for token in tokens[:at]):
        return None
    helper, verb, base, do, lemma, after = group
    if at == 1 and tokens[0][0].startswith("<") and (helper in {"have", "are", "were"} or do == "do"):
        return None  # one name cannot be the whole of a plural subject
    end = _end(tokens, after)
    if end is None:
        return None
    rest = text[tokens[after][1] : tokens[end - 1][2]] if end > after else ""
    if end < len(tokens) and "<" in rest and _goes_on(text[tokens[end - 1][2] :]):
        rest, listed, _ = rest.rpartition(" with <N")
        if not listed:
            return None
    return Clause(
        subject=_ADVERB.sub("", text[: tokens[at - 1][2]]),
        helper=helper,
        verb=verb,
        base=base,
        do=do,
        lemma=lemma,
        rest=rest,
        intro=intro,
        apposed=apposed,
        is_relative=is_relative,
    )


def _goes_on(after: str) -> bool:
    """Whether a list goes on after a comma, rather than a clause of its own."""
    found = _LISTED.match(after)
    return found is not None and not any(word in AUXILIARIES | _FINITE for word in found[1].split()[:4])


_Tokens = list[tuple[str, int, int]]


def _verb_at(tokens: _Tokens) -> int | None:
    """The place of the first word of the main verb group; None where a comma or a clause stands before it."""
    for place in range(1, min(len(tokens), 26)):
        word = tokens[place][0]
        if word in {",", "that", "who", "which"} or word in _HARD_STOP:
            return None
        if _may_be_finite(tokens, place):
            return _later(tokens, place) if word not in AUXILIARIES else place
    return None


def _may_be_finite(tokens: _Tokens, place: int) -> bool:
    word, before = tokens[place][0], tokens[place - 1][0]
    if word in AUXILIARIES or word == "said":
        return True
    if before in {"the", "a", "an", "of", "in", "to", "and", "for", "by", "with", "its", "his", "her", "at", "'s"}:
        return False
    if word in PASTS:
        return True
    follows = tokens[place + 1][0] if place + 1 < len(tokens) else "."
    if word in THIRD:
        return bool(_CODE_TOKEN.match(before)) or (not before.endswith("s") and follows in {"at", "on", "the", "a"})
    is_plural = before.endswith("s") and not before.endswith(("ss", "'s")) and before.islower()
    return word in BASES and is_plural and (follows in {"at", "in", "on", "the", "for", "a"} or "<" in follows)


def _later(tokens: _Tokens, place: int) -> int | None:
    """Skip a participle that describes the subject ("athletes trained in <L0> had won")."""
    if tokens[place][0] not in PARTICIPLES:
        return place
    for later in range(place + 1, min(len(tokens), place + 12)):
        word = tokens[later][0]
        if word in SUBORDINATORS | _SOFT_STOP | {",", "and"} or word in _HARD_STOP:
            return place
        if word in AUXILIARIES:
            return later
        if word in PASTS and word not in PARTICIPLES:
            return later
    return place


_Group = tuple[str, str, str, str, str, int]


def _group(tokens: _Tokens, at: int) -> _Group | None:
    """Helper, verb, base, form of "do", lemma, and the place after the group."""
    word = tokens[at][0]
    if word in REPORTING:
        return None
    if word not in AUXILIARIES or word in {"does", "did", "do"}:
        do, base = ("did", PASTS.get(word, "")) if word in PASTS else ("does", THIRD.get(word, ""))
        if not base:
            do, base = "do", word
        return ("", word, base, do, base, at + 1) if base in BASES else None
    parts: list[str] = []
    place = at + 1
    while place < len(tokens) and (tokens[place][0] in {"be", "been", "being"} or tokens[place][0].endswith("ly")):
        parts.append(tokens[place][0])
        place += 1
    main = tokens[place][0] if place < len(tokens) else ""
    lemma = PARTICIPLES.get(main) or _base_of_ing(main) or (main if word == "will" and main in BASES else "")
    if lemma:
        return word, " ".join([*parts, main]), "", "", lemma, place + 1
    if word in {"has", "have", "had"} and not parts:
        return "", word, "have", {"has": "does", "have": "do", "had": "did"}[word], "have", place
    return (word, " ".join(parts), "", "", "be", place) if word in {"is", "are", "was", "were"} else None


def _base_of_ing(word: str) -> str:
    if not word.endswith("ing"):
        return ""
    stem = word[:-3]
    return next((base for base in (stem, stem + "e", stem[:-1]) if base in BASES), "")


def _end(tokens: _Tokens, after: int) -> int | None:  # noqa: PLR0911 - a list of ways to end reads best as one
    """The place where the clause ends; None where another clause is woven into it."""
    for place in range(after, len(tokens)):
        word = tokens[place][0]
        follows = tokens[place + 1][0] if place + 1 < len(tokens) else ""
        if word == "," or word in _HARD_STOP or word in {"-", "."}:
            return place
        if word in SUBORDINATORS:
            return place if place > after + 1 and word not in {"that", "than", "if", "whether"} else None
        if word in {"and", "or"} and (follows in AUXILIARIES or follows in PASTS or follows in THIRD):
            return place
        if word in {"and", "or"} and "<" in follows and _has_finite(tokens[: place + 4], place + 2):
            return place
        if word in _SOFT_STOP and _has_finite(tokens, place + 1):
            return place if place > after else None
        if word in AUXILIARIES or (word in PASTS and (word not in PARTICIPLES or _is_main(tokens, place, follows))):
            return None
    return len(tokens)


def _is_main(tokens: _Tokens, place: int, follows: str) -> bool:
    """Whether what could be a participle is the verb of a sentence: it stands after a name, before its object."""
    return tokens[place - 1][0].startswith("<") and follows not in _AFTER_PARTICIPLE


def _has_finite(tokens: _Tokens, start: int) -> bool:
    for word, _, _ in tokens[start:]:
        if word == ",":
            return False
        if word in AUXILIARIES or word in PASTS:
            return True
    return False
