"""The figures in a piece of marked text: how bounded each is, and what it counts."""

import re
from collections.abc import Iterator

import msgspec

from quizgame.core.numbers import number_in
from quizgame.generate.lexicon.countries import DEMONYMS
from quizgame.generate.lexicon.measures import AT_LEAST, AT_MOST, ROUGHLY
from quizgame.generate.lexicon.words import PLAIN_NOUNS
from quizgame.generate.marks import Mark, Marked

__all__ = ["Figure", "figures_in"]

_BOUNDS = "|".join(sorted(AT_LEAST | AT_MOST | ROUGHLY, key=lambda bound: (-len(bound), bound)))
_FIGURE = re.compile(
    rf"(?:\b(?:only|just|exactly) )?(?:\b(?P<bound>{_BOUNDS}) )?(?P<code><[NMAHWK]\d+>)", re.IGNORECASE
)
_BEFORE = re.compile(
    r"\b(?P<word>the|all|these|those|another|both|further|additional|average of|total of|record|"
    r"first|last|next|past|other|other's|his|her|its|their|every|each|of)\s$",
    re.IGNORECASE,
)
_WORD = re.compile(r"^(?P<space> )(?P<word><[JSXOC]\d+>(?:'s)?|[A-Za-z][\w'-]*)")
_MODIFIERS = frozenset("JJ JJR JJS NN NNP NNPS NNS VBN VBG POS".split())
_PLURALS = frozenset("people men women children police personnel staff crew aircraft species series".split())
_NO_NOUNS = frozenset(
    "dead more others other each times ways things hundred thousand million dozen years people's".split()
)
_MEMBERS = {*DEMONYMS, *"Republican Democrat Conservative Liberal Muslim Christian Jew Catholic Protestant".split()}
_MOST_WORDS = 5
_MANY = 8


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number in a text, with what stands right around it."""

    code: str
    mark: Mark
    bound: str
    """What the number is said to bound: "over", "at least", "about"; empty for an exact one."""
    before: str
    """A word before it that ties it to what was told earlier, or limits it: "the", "all", "another"."""
    start: int
    """Where it begins in the text, its bound included."""
    end: int
    noun: str
    """What is counted, still marked: "wounded people"; empty where no noun follows."""

    @property
    def is_pointing(self) -> bool:
        """Whether it counts what was named before, or a part of it; of many, "all" tells their number all the same."""
        is_whole = self.before == "all" and _size(self.mark) >= _MANY
        return (self.before in _POINTING and not is_whole) or bool(
            re.match(r"(?:other|more|remaining|additional|further)\b", self.noun)
        )


_POINTING = frozenset(
    "the all these those another both further additional other his her its their first last next".split()
)


def figures_in(text: str, marked: Marked, letters: str) -> Iterator[Figure]:
    """The figures of a text whose marks have one of the letters, from left to right."""
    for found in _FIGURE.finditer(text):
        mark = marked.of(found["code"])
        if mark.letter in letters:
            before = _BEFORE.search(text[: found.start()])
            noun = noun_behind(text[found.end() :], marked) if mark.letter == "N" else ""
            is_all = before is not None and before["word"] == "all"
            yield Figure(
                code=found["code"],
                mark=mark,
                bound=(found["bound"] or "").casefold(),
                before=before["word"].casefold() if before else "",
                start=before.start() if before and is_all else found.start(),
                end=found.end() + (len(noun) + 1 if noun else 0),
                noun=noun,
            )


def _size(mark: Mark) -> float:
    number = number_in(mark.text)
    return number[0] if number else 0.0


def noun_behind(text: str, marked: Marked) -> str:
    """The plural noun, with the words that describe it, that a text begins with; empty where there is none."""
    tags = {token.text: token.tag for token in marked.tokens}
    taken = last = words = 0
    while words < _MOST_WORDS and (found := _WORD.match(text[taken:])):
        tag = _tag(found["word"], tags)
        if tag not in _MODIFIERS or found["word"] in _NO_NOUNS:
            break
        taken += found.end()
        words += 1
        if _is_plural(found["word"], tag, marked):
            last = taken
        elif last and tag in {"NN", "NNP", "POS"}:
            last = 0  # "three women police officer": what looked like the head only describes another noun
    return text[1:last] if last else ""


def _tag(word: str, tags: dict[str, str]) -> str:
    return "JJ" if word.startswith("<J") else tags.get(word.removesuffix("'s"), "")


def _is_plural(word: str, tag: str, marked: Marked) -> bool:
    if word.startswith("<"):
        mark = marked.of(word) if word.endswith(">") else None
        return mark is not None and mark.letter in "XJ" and mark.text.endswith("s") and mark.text[:-1] in _MEMBERS
    return word not in PLAIN_NOUNS and (tag in {"NNS", "NNPS"} or word in _PLURALS)
