"""Cleaning untrusted text, and folding text for comparison.

Packs, articles, saves, file names and the messages of other programs are untrusted: they may hold terminal
escape codes, invisible characters and text that turns its direction. `clean` is the one gate they pass.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

__all__ = ["MAX_CHARACTERS", "MAX_LINES", "clean", "clip", "fold", "one_line", "slug"]

MAX_CHARACTERS = 2_000
"""The longest text of a question that a screen is asked to draw."""
MAX_LINES = 40

_MOST_MARKS = 30
_PILE = re.compile(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_NO_CHARACTERS = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)) + "]"
)
_JOINERS = frozenset("\u200c\u200d")
_UNWANTED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co"})
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]")
_MINUS = re.compile(r"(?<![\w)])[\u2012\u2013\u2212](?=\d)")
_DASHES = re.compile(r"[\u2010-\u2015\u2212]|(?<=[\w)])-|-(?!\d)")
_APOSTROPHES = re.compile(r"[\u2018\u2019\u02bc`´]")
_NOT_WORD = re.compile(r"[^\w.,%$€£+:'<>=#&/-]+")
_GROUPED_DIGITS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_EDGE_MARKS = re.compile(r"(?<!\w)[.,:']+|[.,:']+(?!\w)")


def clean(text: str) -> str:
    r"""Make untrusted text safe to store and to draw.

    The result is in Unicode form NFC; line ends are ``\n``, other spaces are plain ones; control, surrogate and private
    characters and those that are none are gone, and so are format characters (bidirectional marks, zero-width spaces,
    tags) but for the two joiners that scripts and emoji need. Cleaning twice changes nothing more.

    Args:
        text: Any string.

    Returns:
        The same text as far as a reader can see it.
    """
    if text.isascii() and text.isprintable():
        return text
    lines = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    kept = "".join(
        character
        for character in lines
        if character in _JOINERS or character == "\n" or unicodedata.category(character) not in _UNWANTED_CATEGORIES
    )
    kept = _NO_CHARACTERS.sub("", kept)
    return _unpiled(unicodedata.normalize("NFC", _unpiled(kept)))


def _unpiled(text: str) -> str:
    """Text without the marks that are piled on a letter beyond what any script needs.

    Bringing thousands of them in order takes a time that grows with their square; thirty is the bound of the
    Stream-Safe Text Format of Unicode Standard Annex 15.
    """
    if not _PILE.search(text):
        return text
    marks = accumulate(text, lambda before, character: before + 1 if unicodedata.combining(character) else 0, initial=0)
    next(marks)
    return "".join(character for character, pile in zip(text, marks, strict=True) if pile <= _MOST_MARKS)


def one_line(text: str) -> str:
    """Clean text and fold all white space in it to single spaces, with none at the ends."""
    return " ".join(clean(text).split())


def clip(text: str, characters: int = MAX_CHARACTERS, lines: int = MAX_LINES) -> str:
    """Shorten text to what a screen can bear, ending in an ellipsis where something was cut."""
    kept = "\n".join(text.split("\n", lines)[:lines])[:characters]
    return text if kept == text else kept[: characters - 1].rstrip() + "…"


@lru_cache(maxsize=1 << 13)
def fold(text: str) -> str:
    """Fold text so that ways of writing the same thing compare equal.

    Case, accents, kinds of quotation mark and dash, white space, and commas that group digits make no difference:
    ``"Short-Track"`` equals ``"short track"``, ``"3,000"`` equals ``"3000"``. Signs that change the meaning
    (``%``, ``$``, ``+``, ``<``) stay, and so does a mark inside a word or number (``1.5``, ``3:1``).
    """
    lowered = unicodedata.normalize("NFKD", clean(text).casefold())
    bare = "".join(character for character in lowered if not unicodedata.combining(character))
    plain = _GROUPED_DIGITS.sub("", _APOSTROPHES.sub("'", _DASHES.sub(" ", _MINUS.sub("-", bare))))
    return " ".join(_EDGE_MARKS.sub(" ", _NOT_WORD.sub(" ", plain)).split())


def slug(text: str) -> str:
    """Turn text into an id of lower-case ASCII letters, digits and single hyphens (possibly empty)."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")[:64].strip("-")
