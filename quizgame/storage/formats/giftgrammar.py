"""The grammar of one block of GIFT: an optional name, a stem, its answers in braces, and what stands after them."""

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

__all__ = ["Choice", "Kind", "Parts", "parts_of"]

Kind = Literal["description", "essay", "numerical", "choice", "matching", "truth", "short"]

# A text goes on to the next mark that is not escaped. Its terminals never give back what they have taken, so that the
# time is linear; an escape that has nothing to escape is a backslash.
_GRAMMAR = r"""
block: NAME? STEM? ("{" _SPACE? answers "}" TAIL?)?
answers: (NUMBER | WORDS SIDE* | option+)? GENERAL?
option: (RIGHT | WRONG) FEEDBACK?

NAME.1: /::(?:[^:\\]|\\.|:(?!:))*::/s
STEM: /(?:[^\\{}]++|\\.?)++/s
TAIL: /.+/s
_SPACE.1: /\s++/
NUMBER: /#(?!###)(?:[^\\}]++|\\.?)*+/s
WORDS: /(?:[^\\~=#{}]++|\\.?)++/s
SIDE: /#(?!###)(?:[^\\~#{}]++|\\.?)*+/s
RIGHT: /=(?:[^\\~=#{}]++|\\.?)*+/s
WRONG: /~(?:[^\\~=#{}]++|\\.?)*+/s
FEEDBACK: /#(?!###)(?:[^\\~=#{}]++|\\.?|#(?!###))*+/s
GENERAL: /####(?:[^\\}]++|\\.?)*+/s
"""
_TRUTH = frozenset({"T", "TRUE", "F", "FALSE"})


class Choice(NamedTuple):
    """An option, its texts still escaped."""

    is_marked_right: bool
    """Whether its mark is ``=``."""
    text: str
    feedback: str


class Parts(NamedTuple):
    """The parts of a block, still escaped and without their marks."""

    kind: Kind
    name: str = ""
    stem: str = ""
    tail: str = ""
    """What stands below the answers, which makes a missing word of them."""
    choices: tuple[Choice, ...] = ()
    words: str = ""
    """The answer where no mark stands before it."""
    sides: tuple[str, ...] = ()
    """The feedback to a wrong and to a right answer about the truth of the stem."""
    general: str = ""


def parts_of(block: str) -> Parts | None:
    """The parts of a block; None where its marks are not those of GIFT."""
    from lark import Token, UnexpectedInput  # noqa: PLC0415 - slow to load, and few files are in this format

    try:
        tree = _parser().parse(block)
    except UnexpectedInput:
        return None
    found = {child.type: str(child) for child in tree.children if isinstance(child, Token)}
    inner = [child for child in tree.children if not isinstance(child, Token)]
    answers = inner[0].children if inner else []
    told = {child.type: str(child) for child in answers if isinstance(child, Token)}
    choices = tuple(_choice(child) for child in answers if not isinstance(child, Token))
    words = told.get("WORDS", "").strip()
    return Parts(
        kind=_kind(choices, words, is_number="NUMBER" in told) if inner else "description",
        name=found.get("NAME", "")[2:-2].strip(),
        stem=found.get("STEM", ""),
        tail=found.get("TAIL", ""),
        choices=choices,
        words=words,
        sides=tuple(str(child)[1:] for child in answers if isinstance(child, Token) and child.type == "SIDE"),
        general=told.get("GENERAL", "")[4:],
    )


@cache
def _parser() -> "Lark":
    from lark import Lark  # noqa: PLC0415

    return Lark(_GRAMMAR, start="block", parser="lalr", lexer="contextual")


def _choice(option: "Tree[Token]") -> Choice:
    marked, *fed_back = map(str, option.children)
    return Choice(marked.startswith("="), marked[1:], fed_back[0][1:] if fed_back else "")


def _kind(choices: tuple[Choice, ...], words: str, *, is_number: bool) -> Kind:
    """What Moodle takes the answers for; it looks for the marks in this order."""
    if is_number:
        return "numerical"
    if not all(choice.is_marked_right for choice in choices):
        return "choice"
    if any("->" in choice.text for choice in choices):
        return "matching"
    if words in _TRUTH:
        return "truth"
    return "short" if choices or words else "essay"
