"""GIFT, the text format of Moodle: blocks between blank lines, each a stem with its answers in braces."""

import re
from collections.abc import Iterator

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import arranged, feedback
from quizgame.storage.formats.giftblocks import Block, blocks
from quizgame.storage.formats.giftgrammar import Choice, Kind, Parts, parts_of
from quizgame.storage.formats.items import MOST_DISTRACTORS, Format, skipped
from quizgame.storage.formats.moodletext import Option, Text, question_of, text_of, topics

__all__ = ["FORMAT"]

_MOST, _MOST_OPTIONS = 100_000, 100
"""No question has so many characters, nor so many options."""
_START, _SAMPLE = 1 << 16, 50
"""So many characters and blocks are looked at to tell whether it is GIFT."""
_BLANK = "____"
_NO_OPTIONS: dict[Kind, str] = {
    "description": "it has no answers",
    "essay": "an essay question cannot be asked with options",
    "numerical": "a question for a number cannot be asked with options",
    "matching": "a matching question cannot be asked with options",
    "short": "a short-answer question cannot be asked with options",
}
_SIGN = re.compile(r"^[ \t]*+(?:\$CATEGORY:|::)|\{\s*+(?:[=~#]|(?:T|F|TRUE|FALSE)\s*+[#}])", re.MULTILINE)
_NOTATION = re.compile(r"\s*+\[(html|moodle|plain|markdown)\]")
_WEIGHT = re.compile(r"\s*+%(-?[0-9]{1,3}(?:\.[0-9]{0,9})?)%")
_OPENING = re.compile(r"(?<!\\)\{")
_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_TO_ESCAPE = re.compile(r"[\\~=#{}:]")
_NOTE = re.compile(r"\[(id|tag):((?:\\\]|[^\]])*+)(\]?)")


def _fits(document: Document) -> bool:
    """Whether half of the first blocks are what nothing but GIFT has."""
    start = document.text[:_START]
    if "\0" in start or not _SIGN.search(start):
        return False
    told = [block for block in blocks(enumerate(start.split("\n"), 1)) if block.lines or block.category]
    if len(document.text) > _START and len(told) > 1:
        told.pop()
    looks = [_looks_like_it(block) for block in told[:_SAMPLE]]
    return any(looks) and 2 * sum(looks) >= len(looks)


def _looks_like_it(block: Block) -> bool:
    if block.category is not None:
        return True
    parts = parts_of(block.text)
    if parts is None or parts.kind == "description":
        return False
    return bool(parts.name) or ((len(parts.choices) > 1 or parts.kind == "truth") and "\n" not in parts.tail)


def _read(document: Document) -> Iterator[Found | Skipped]:
    above: tuple[str, ...] = ()
    for block in blocks(document.lines):
        if block.category is not None:
            above = topics(block.category)
        if block.lines:
            yield _question(block, above)


def _question(block: Block, above: tuple[str, ...]) -> Found | Skipped:
    text = block.text
    if len(text) > _MOST:
        return skipped(block.line, "it is longer than any question", text)
    parts = parts_of(text)
    if parts is None:
        return skipped(block.line, "one of the marks { } = ~ # is missing, or not escaped", text)
    if len(parts.choices) > _MOST_OPTIONS:
        return skipped(block.line, f"it has more than {_MOST_OPTIONS} options", text)
    notation, stem = _stem(parts)
    if parts.kind in _NO_OPTIONS:
        return skipped(block.line, _NO_OPTIONS[parts.kind], stem.told or parts.name)
    if _has_second(parts):
        return skipped(block.line, "there is no blank line between two questions", stem.told)
    if parts.kind == "truth":
        options = _truth(parts, notation)
    else:
        options = [_option(choice, notation) for choice in parts.choices]
    general = _told(parts.general, notation).told
    tags = (*above, *_notes(block, "tag"))
    return question_of(block.line, stem, options, general=general, id=next(_notes(block, "id"), ""), tags=tags)


def _notes(block: Block, name: str) -> Iterator[str]:
    """What comments such as ``// [tag:ice]`` above a question say of it."""
    for comment in block.comments:
        for noted, told, end in _NOTE.findall(comment):
            if noted == name and end:
                yield told.replace("\\]", "]").strip()


def _has_second(parts: Parts) -> bool:
    """Whether what stands behind the answers has answers of its own: a blank line is missing between two questions."""
    return _OPENING.search(parts.tail) is not None


def _stem(parts: Parts) -> tuple[str, Text]:
    """The notation of the stem, which holds for all below it, and the stem."""
    mark = _NOTATION.match(parts.stem)
    notation = mark[1] if mark else ""
    whole = f"{parts.stem}{_BLANK}{parts.tail}" if parts.tail else parts.stem
    return notation, _told(whole, notation)


def _told(escaped: str, notation: str) -> Text:
    """A text without its escapes, in the notation that it names itself or in that of the stem."""
    mark = _NOTATION.match(escaped)
    bare = _ESCAPED.sub(_character, escaped[mark.end() :] if mark else escaped)
    return text_of(bare, mark[1] if mark else notation)


def _character(escape: re.Match[str]) -> str:
    return "\n" if escape[1] == "n" else escape[1]


def _option(choice: Choice, notation: str) -> Option:
    weight = _WEIGHT.match(choice.text)
    told = _told(choice.text[weight.end() :] if weight else choice.text, notation)
    unweighted = 100.0 if choice.is_marked_right else 0.0
    return Option(told, float(weight[1]) if weight else unweighted, _told(choice.feedback, notation).told)


def _truth(parts: Parts, notation: str) -> list[Option]:
    """True and false as options; what is told to those who are wrong stands for what is not told to the others."""
    told = next((text for side in reversed(parts.sides) if (text := _told(side, notation).told)), "")
    is_true = parts.words.startswith("T")
    return [Option(Text("True"), 100.0 * is_true, told), Option(Text("False"), 100.0 * (not is_true), told)]


def _write(pack: Pack) -> str:
    return "\n".join(_written(pack, question) for question in pack.questions)


def _written(pack: Pack, question: Question) -> str:
    options = [
        f"\t{'=' if text == question.answer else '~'}{_plain(text)}" for text in arranged(question, MOST_DISTRACTORS)
    ]
    told = feedback(pack, question)
    general = [f"\t####{_plain(told)}"] if told else []
    stem = f"[plain]{_escape(question.stem)}{{"
    return "\n".join([_comment(question), stem, *options, *general, "}", ""])


def _comment(question: Question) -> str:
    """The comment that Moodle reads an id and tags from."""
    notes = [("id", question.id), *(("tag", one_line(tag)) for tag in question.tags)]
    return " ".join(["//", *(f"[{name}:{_noted(told)}]" for name, told in notes if told)])


def _noted(told: str) -> str:
    return told.replace("]", "\\]") + " " * told.endswith("\\")


def _plain(text: str) -> str:
    """An escaped text, with a notation of its own where it could be taken for a notation or a weight."""
    return f"[plain]{_escape(text)}" if text.startswith(("[", "%")) else _escape(text)


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(r"\\\g<0>", text).replace("\n", "\\n")


FORMAT = Format(
    name="gift",
    title="Moodle GIFT",
    endings=(".gift", ".txt"),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"id", "explanation", "tags", "lines"}),
)
