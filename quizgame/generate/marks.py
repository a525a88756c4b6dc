"""A sentence with its mentions replaced by codes such as ``<P0>``, which patterns can speak of."""

import re
from collections.abc import Callable, Iterable

import msgspec

from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.sports import SPORTS
from quizgame.generate.lexicon.words import WEEKDAYS
from quizgame.generate.names import Names
from quizgame.generate.numerals import DATES, FIGURES, NUMBER, YEARS, has_figure, is_label
from quizgame.generate.runs import runs_of

__all__ = ["CODE", "Mark", "Marked", "mark"]

CODE = re.compile(r"<([A-Z])(\d+)>")
_DISTANCE = r"\d[\d,]*(?:\.\d+)?(?: ?m|-met(?:er|re)s?|[ -]?km|-kilomet(?:er|re)s?| met(?:er|re)s?)"
_SET = r"[0-7][-\u2013][0-7](?: ?\(\d{1,2}(?:[-\u2013]\d{1,2})?\))?"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    *DATES,
    ("U", re.compile(r"\b(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old\b")),
    ("R", re.compile(rf"\b(?:(?:men|women)'s |mixed )(?:team )?{_DISTANCE}(?: (?:relay|freestyle|butterfly|backstroke|"
                     r"breaststroke|hurdles|sprint|individual medley|mass start))?\b")),
    ("R", re.compile(rf"\b{_DISTANCE} (?:relay|freestyle|butterfly|backstroke|breaststroke|hurdles|medley)\b")),
    *FIGURES,
    ("G", re.compile(rf"(?<![\w.-]){_SET}(?:(?:,| and|, and) {_SET})+(?![\w-])")),
    ("G", re.compile(r"(?<![\w$€£.-])\d{1,3}(?:\s?[-\u2013]\s?|-to-)\d{1,3}"
                     r"(?![\w-]|\.\d|\s?(?:million|per|percent|%|year))")),
)  # fmt: skip
_PLAIN_PATTERNS = tuple(row for row in _PATTERNS if row[0] == "U")
"""What may stand in a sentence without a number that `has_figure` knows: "one-year-old"."""
_LATE: tuple[tuple[str, re.Pattern[str]], ...] = (
    *YEARS,
    (
        "T",
        re.compile(rf"\b(?:(?:last|next|this) )?(?:{'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?\b"),
    ),
    ("S", re.compile(rf"\b(?:{'|'.join(SPORTS)})\b", re.IGNORECASE)),
    ("N", re.compile(rf"(?<![\w$€£.,:/\u2013-])(?:{NUMBER})\b(?![-:/%\u2013]|\.\d| ?%|,\d)", re.IGNORECASE)),
)
_PLAIN_LATE = tuple(row for row in _LATE if row[0] in "TS")
_TAGS = {"J": "JJ", "U": "JJ", "S": "NN", "H": "NNS", "K": "NNS", "Q": "``", **dict.fromkeys("NYMAWZG", "CD")}
"""Parts of speech of the codes that are not as a name's."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One mention in a sentence."""

    letter: str
    """What it is: the letters of `quizgame.generate.names.Entity`, and M money, D date, U age before a name,
    R race, G score, Y year, T weekday, S sport, N number, A share, H length of time, W time taken, K quantity with a
    unit, Z what looks like a figure and is none, Q quotation."""
    text: str
    """As it stands in the sentence."""
    name: str
    """Its fullest form."""
    detail: str = ""
    country: str = ""
    title: str = ""


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence with codes in the places of its mentions."""

    text: str
    marks: tuple[Mark, ...]
    tokens: tuple[Token, ...] = ()
    """Codes and the words between them, with their places in the marked text."""

    def of(self, code: str) -> Mark:
        """The mention that a code stands for."""
        found = CODE.search(code)
        assert found is not None  # noqa: S101  # a pattern matched it
        return self.marks[int(found[2])]

    def told(self, text: str) -> str:
        """Text with its codes written out: persons and events by their full names, all else as it stood."""
        return CODE.sub(lambda found: self._said(self.marks[int(found[2])]), text)

    @staticmethod
    def _said(mark: Mark) -> str:
        if mark.letter == "S" and mark.text.casefold() in SPORTS:
            return mark.text.casefold()
        return mark.name if mark.letter in "PE" else mark.text

    def among(self, text: str, letters: str) -> list[Mark]:
        """The mentions of some letters in a stretch of marked text, in order."""
        return [self.marks[int(found[2])] for found in CODE.finditer(text) if found[1] in letters]


def mark(sentence: str, names: Names, quoted: Iterable[tuple[int, int]] = (), tokens: Iterable[Token] = ()) -> Marked:
    """Mark the mentions of a sentence (straight quotation marks).

    Args:
        sentence: The sentence; angle brackets in it are read as others of their kind.
        names: The article's names.
        quoted: The quotations in the sentence, as offsets into it.
        tokens: The words of the sentence.
    """
    plain = sentence.replace("<", "\u2039").replace(">", "\u203a")
    found: dict[int, tuple[int, Mark]] = {}
    taken = bytearray(len(plain))
    place = _placer(plain, found, taken)
    for start, end in quoted:
        place("Q", start, end, None)
    patterns = _PATTERNS if has_figure(plain) else _PLAIN_PATTERNS
    for letter, pattern in patterns:
        for match in pattern.finditer(plain):
            place(letter, match.start(), match.end(), None)
    words = tuple(tokens)
    _place_names(plain, names, words, place)
    for letter, pattern in _LATE if patterns is _PATTERNS else _PLAIN_LATE:
        for match in pattern.finditer(plain):
            if letter != "N" or not is_label(plain, match.start(), match.end()):
                place(letter, match.start(), match.end(), None)
    return _joined(plain, found, words)


_Place = Callable[[str, int, int, Mark | None], None]


def _placer(plain: str, found: dict[int, tuple[int, Mark]], taken: bytearray) -> _Place:
    def place(letter: str, start: int, end: int, given: Mark | None) -> None:
        if start < end and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            text = plain[start:end]
            found[start] = end, given or Mark(letter=letter, text=text, name=text)

    return place


def _place_names(plain: str, names: Names, words: tuple[Token, ...], place: _Place) -> None:
    for run in runs_of(plain, words):
        entity = names.of(run)
        if entity and entity.letter == "P" and not run.title and plain[: run.start].endswith(("the ", "The ")):
            continue  # "the Normans" are no person called Norman
        if entity:
            made = Mark(
                letter=entity.letter,
                text=run.text,
                name=entity.name,
                detail=entity.detail,
                country=entity.country,
                title=run.title,
            )
            place(entity.letter, run.start, run.end, made)


def _joined(plain: str, found: dict[int, tuple[int, Mark]], tokens: Iterable[Token]) -> Marked:
    parts: list[str] = []
    marks: list[Mark] = []
    kept: list[Token] = []
    rest = iter(tokens)
    word = next(rest, None)
    last = shift = 0
    for start, (end, made) in sorted(found.items()):
        while word and word.end <= start:
            kept.append(_moved(word, shift))
            word = next(rest, None)
        while word and word.start < end:
            word = next(rest, None)
        code = f"<{made.letter}{len(marks)}>"
        parts += [plain[last:start], code]
        kept.append(Token(code, start + shift, start + shift + len(code), _TAGS.get(made.letter, "NNP")))
        shift += len(code) - (end - start)
        marks.append(made)
        last = end
    while word:
        kept.append(_moved(word, shift))
        word = next(rest, None)
    return Marked(text="".join([*parts, plain[last:]]), marks=tuple(marks), tokens=tuple(kept))


def _moved(word: Token, shift: int) -> Token:
    return Token(word.text, word.start + shift, word.end + shift, word.tag, word.label)
