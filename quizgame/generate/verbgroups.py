"""The verb of a clause: where it stands among tagged words, and the words that make it up."""

from collections.abc import Sequence

import msgspec

from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.verbs import AUXILIARIES, BASES, PARTICIPLES, PASTS, REPORTING, THIRD

__all__ = ["VerbGroup", "behind_apposition", "find_verb", "is_finite", "promote"]

_Tokens = Sequence[Token]
_FINITE_TAGS = frozenset("VBD VBZ VBP MD".split())
_MODALS = frozenset("will would can could may might must should shall".split())
_BEFORE_NOUNS = frozenset("the a an of in to for by with its his her their at 's my our your this that these".split())
_STOPS = frozenset(';:()[]"—–') | {"--", "..."}
_NOT_IN_SUBJECT = frozenset("WDT WP WP$ WRB EX UH".split())
_HAVE, _BE = frozenset("has have had".split()), frozenset("is are was were".split())
_LINKING = frozenset("also then".split())
"""Adverbs that only tie a sentence to the one before."""
_FAR = 30


class VerbGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The words of a verb, such as "has been elected"."""

    helper: str
    """The first word where it may open a question, else empty."""
    verb: str
    """The other words."""
    base: str
    """The form after "did" where there is no helper; empty where it is not known."""
    do: str
    lemma: str
    end: int
    """The number of the first token behind the group."""

    @classmethod
    def at(cls, tokens: _Tokens, at: int) -> "VerbGroup | None":
        """The verb group that begins at a token; None where there is none that a question can be made of."""
        word = tokens[at].text if at < len(tokens) else ""
        if word in {"does", "do", "did"} or word in _MODALS - {"will"} or not is_finite(tokens, at):
            return None
        if word == "will" or word in _BE or word in _HAVE:
            return _helped(tokens, at)
        do = "did" if tokens[at].tag == "VBD" or word in PASTS else "does" if tokens[at].tag == "VBZ" else "do"
        base = PASTS.get(word, "") if do == "did" else THIRD.get(word, "") if do == "does" else word
        return cls(helper="", verb=word, base=base, do=do, lemma=base or word, end=at + 1)


def _helped(tokens: _Tokens, at: int) -> VerbGroup | None:
    word = tokens[at].text
    parts: list[str] = []
    place = at + 1
    while place < len(tokens) and (tokens[place].text in {"be", "been", "being"} or _is_adverb(tokens, place)):
        parts += [tokens[place].text] if tokens[place].text not in _LINKING else []
        place += 1
    main = tokens[place] if place < len(tokens) else None
    if main and (
        main.tag in {"VBN", "VBG", "VBD"} or main.text in PARTICIPLES or (word == "will" and main.tag == "VB")
    ):
        lemma = PARTICIPLES.get(main.text) or _base_of_ing(main.text) or main.text
        return VerbGroup(helper=word, verb=" ".join([*parts, main.text]), base="", do="", lemma=lemma, end=place + 1)
    if word in _HAVE and not parts:
        do = {"has": "does", "have": "do", "had": "did"}[word]
        return VerbGroup(helper="", verb=word, base="have", do=do, lemma="have", end=place)
    if word in _BE or "been" in parts or "be" in parts:
        return VerbGroup(helper=word, verb=" ".join(parts), base="", do="", lemma="be", end=place)
    return None


def _is_adverb(tokens: _Tokens, at: int) -> bool:
    word = tokens[at]
    return word.text.endswith("ly") or (word.tag == "RB" and word.text in {"also", "since", "first", "once", "later"})


def _base_of_ing(word: str) -> str:
    if not word.endswith("ing"):
        return ""
    stem = word[:-3]
    return next((base for base in (stem, stem + "e", stem[:-1]) if base in BASES), "")


def is_finite(tokens: _Tokens, at: int) -> bool:
    """Whether a token is a verb that a clause can be built on: by its tag, and by its word where that is known."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    word, before = token.text, tokens[at - 1].text if at else ""
    if word in AUXILIARIES or word in _MODALS:
        return True
    if before.startswith("<N") and word.endswith("s"):
        return False  # "<N1> points" and "<N2> votes" are counted
    if before in _BEFORE_NOUNS:
        return False
    if token.tag not in _FINITE_TAGS:
        is_past = word in PASTS and (word not in PARTICIPLES or _is_no_noun(tokens, at))
        return is_past or (word in THIRD and before.startswith("<"))
    return word.isalpha() and word.islower() and _may_be_verb(token, before)


def _may_be_verb(token: Token, before: str) -> bool:
    """Whether a word that is tagged as a finite verb is one: "bests" behind "personal" is not."""
    word = token.text
    if token.tag == "VBZ" and word not in THIRD and word not in REPORTING:
        return before.startswith("<") or before in {"it", "he", "she", "who", "which", "that"}
    return word in PASTS or word in THIRD or word in BASES or word in REPORTING or token.tag == "VBD"


def _is_no_noun(tokens: _Tokens, at: int) -> bool:
    """Whether a past that the tagger took for a noun has an object: "an earthquake struck <L0>"."""
    follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return (
        tokens[at].tag == "NN"
        and at > 0
        and tokens[at - 1].tag in _NOUN_TAGS
        and follows.startswith(("<", "the", "a "))
    )


def promote(tokens: list[Token], start: int) -> bool:
    """Take a participle for the past that it must be, where a clause has no other verb: "the roof collapsed on ...".

    The tagger mistakes the one for the other where no object follows.
    """
    commas = 0
    for place in range(start + 1, min(len(tokens), start + _FAR)):
        token, before = tokens[place], tokens[place - 1]
        commas += token.text == ","
        if commas > _COMMAS_OF_AN_APPOSITION or token.text in _STOPS or token.tag in _NOT_IN_SUBJECT:
            return False
        is_behind = before.tag in _NOUN_TAGS or before.tag == "RB" or before.text == "yesterday"
        if before.text == "," and commas == _COMMAS_OF_AN_APPOSITION:
            is_behind = True
        follows = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if token.tag in {"VBN", "JJ"} and is_behind and follows != "by" and _is_past(token):
            tokens[place] = msgspec.structs.replace(token, tag="VBD")
            return True
    return False


def _is_past(token: Token) -> bool:
    return token.text in PASTS or (token.tag == "VBN" and token.text.endswith("ed"))


_COMMAS_OF_AN_APPOSITION = 2
_NOUN_TAGS = frozenset("NN NNS NNP NNPS CD".split())
_Verb = tuple[int, int, tuple[int, int] | None]


def find_verb(tokens: _Tokens, start: int) -> _Verb | None:
    """Find the main verb of a clause whose subject begins at a token.

    Returns:
        Where the subject ends, where the verb stands, and where what stands between commas behind the subject begins
        and ends; None where another clause is woven in, or where no verb can be told.
    """
    apposed: tuple[int, int] | None = None
    subject_end = 0
    place = start
    while place < min(len(tokens), start + _FAR):
        token = tokens[place]
        if token.text == "," and not apposed and place > start:
            behind = behind_apposition(tokens, place)
            if behind is None:
                return None
            apposed, subject_end, place = (place + 1, behind - 1), place, behind
            continue
        if token.text in _STOPS or token.text == "," or token.tag in _NOT_IN_SUBJECT or token.text == "that":
            return None
        if place > start and is_finite(tokens, place):
            verb = _past_reduced(tokens, place)
            if apposed and verb != apposed[1] + 1:
                return None
            return (subject_end if apposed else verb), verb, apposed
        place += 1
    return None


def behind_apposition(tokens: _Tokens, comma: int) -> int | None:
    """The number of the token behind the comma that closes an apposition, which must be a finite verb."""
    for place in range(comma + 1, min(len(tokens), comma + 22)):
        if tokens[place].text in _STOPS:
            return None
        if tokens[place].text == "," and place + 1 < len(tokens) and is_finite(tokens, place + 1):
            return place + 1
    return None


def _past_reduced(tokens: _Tokens, place: int) -> int:
    """Skip a participle that describes the subject ("athletes trained in <L0> had won")."""
    if tokens[place].text not in PARTICIPLES or tokens[place].text in AUXILIARIES:
        return place
    for later in range(place + 1, min(len(tokens), place + 14)):
        word = tokens[later].text
        if (
            word
            in {
                ",",
                "and",
                "or",
                "but",
                "who",
                "which",
                "that",
                "after",
                "before",
                "as",
                "since",
                "until",
                "when",
                "where",
                "because",
                "while",
            }
            or word in _STOPS
        ):
            return place
        if is_finite(tokens, later):
            return later
    return place
