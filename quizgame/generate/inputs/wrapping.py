"""From lines as they were broken to paragraphs: wrapped lines are joined, parted ones stay apart."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest

from quizgame.generate.inputs.hyphens import Hyphens
from quizgame.generate.inputs.stamps import is_about

__all__ = ["ENDS", "Wrapping"]

ENDS = (".", "!", "?", '"', "”", "'", "’", ":", ")", ";", ",", "…", "»", "]")
"""What the last line of a paragraph of running text ends in; a heading ends in none of them."""
_SENTENCE_END = re.compile(r"[.!?…:][\"”'’)\]»]*$")
_SENTENCE_START = re.compile(r"[\"“‘'(\[«]*[^\W_]")
_TURN = re.compile(
    r"(?P<who>\(\(\w{1,12}\)\)|(?:Q|A|Question|Answer)[:.]|[^\W\d_][\w.'’-]{1,30}(?: [^\W\d_][\w.'’-]{0,30}){0,3}:) +\S"
)
_ASKED = frozenset(("Q:", "A:", "Q.", "A.", "Question:", "Answer:"))
_WHOLE, _LONG, _WIDEST = 0.7, 60, 130
_FULL = 0.6
_SHORT = 0.6


class Wrapping:
    """How the lines of one article were broken.

    Args:
        blocks: All its blocks of text, each as its lines.
    """

    def __init__(self, blocks: Sequence[Sequence[str]]) -> None:
        lines = [line for block in blocks for line in block]
        self._long = sum(len(line) for line in lines if len(line) > _WIDEST) * 2 > sum(map(len, lines))
        self._width = 0 if self._long else _width(blocks)
        self._turns = _turns(lines)
        self._hyphens = Hyphens(lines, parts_words=False)

    def paragraphs(self, lines: Sequence[str]) -> Iterator[str]:
        """The paragraphs of a block's lines."""
        whole = self._are_whole(lines) or _are_heads(lines)
        parts: list[str] = []
        for line, following in zip_longest(lines, lines[1:]):
            if following is None or whole or self._is_break(line, following):
                yield "".join((*parts, line.strip()))
                parts = []
            else:
                parts.append(self._hyphens.before(line.strip(), following.strip()))

    def _are_whole(self, lines: Sequence[str]) -> bool:
        """Whether each line is a paragraph: nearly all of them end as sentences do, and none as wrapped lines do."""
        if self._width or self._long or len(lines) < 2:
            return self._long
        ended = sum(bool(_SENTENCE_END.search(line)) for line in lines)
        return ended >= _WHOLE * len(lines) and max(map(len, lines)) > _LONG

    def _is_break(self, line: str, following: str) -> bool:
        """Whether a paragraph ends with a line: the next is of another kind, indented, or had room here."""
        turn = _TURN.match(following)
        indented = following.startswith("  ") and not line.startswith("  ")
        if indented or (turn and turn["who"] in self._turns) or is_about(line.strip()) or is_about(following.strip()):
            return True
        start = following.lstrip()
        if not _starts_sentence(start) or (self._width and _is_full(line, start, self._width)):
            return False
        return bool(_SENTENCE_END.search(line)) or len(line) < _SHORT * self._width


def _are_heads(lines: Sequence[str]) -> bool:
    """Whether lines stand under each other as titles and subtitles do: all short, and no sentence among them."""
    return all(len(line) <= _LONG and _starts_sentence(line) and not _SENTENCE_END.search(line) for line in lines)


def _starts_sentence(line: str) -> bool:
    found = _SENTENCE_START.match(line)
    return found is not None and not found.group()[-1].islower()


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _width(blocks: Iterable[Sequence[str]]) -> int:
    """The width at which lines were wrapped, 0 where they were not: nearly every line is full but a block's last."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if len(pairs) < 3:
        return 0
    lengths = sorted(len(line) for line, _ in pairs)
    width = lengths[len(lengths) * 9 // 10]
    full = sum(_is_full(line, following.lstrip(), width) for line, following in pairs)
    return width if full >= _FULL * len(pairs) else 0


def _turns(lines: Iterable[str]) -> frozenset[str]:
    """Who speaks in an interview: names before colons that come back, two of them or more."""
    found = Counter(match["who"] for match in map(_TURN.match, lines) if match)
    speakers = frozenset(who for who, times in found.items() if times > 1)
    return (speakers if len(speakers) > 1 else frozenset()) | (_ASKED & set(found))
