"""Taking Markdown's marks off, leaving the text a reader sees.

Every pattern looks at a bounded stretch or passes over the text once, so that no text can make it slow.
"""

import html
import re
from collections.abc import Iterator

from quizgame.generate.inputs.blocks import Block

__all__ = ["plain"]

_FENCED = re.compile(r"^(`{3,}|~{3,}).*?(?:^\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_UNREAD = ("table", "figure", "style", "script", "sup")
_TAG = re.compile(
    r"</?(?P<name>a|abbr|b|big|blockquote|br|center|cite|code|details|div|em|font|h[1-6]|hr|i|img|li|mark|nowiki|ol|p|pre"
    r"|q|ref|s|small|span|strong|sub|summary|time|u|ul)(?:[\s/][^<>]{0,500})?>",
    re.IGNORECASE,
)
_PARTING_TAGS = frozenset("blockquote br center details div h1 h2 h3 h4 h5 h6 hr li ol p pre summary ul".split())
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});")
_HEADING = re.compile(r"^(?P<marks>#{1,6}|={2,6}) +(?P<told>.*)$")
_RULED = re.compile(r"(?<![^\n]\n)^(?P<told>[^\n|]+)\n(?P<rule>=+|-+) *$", re.MULTILINE)
_BULLET = re.compile(r"^ *(?:[-*+•◦▪‣●○]|\d{1,3}[.)]|\([a-z\d]{1,2}\)) +(?=\S)")
_BLOCKQUOTE = re.compile(r"^ {0,3}> ?")
_IMAGE = re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"\[(?!\d{1,3}\])([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\](?!\())")
_NOTE = re.compile(r"\[\^[^\]\n]{1,40}\]")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]{1,80}\]: ")
_ADDRESS = re.compile(r"^ *<?https?://\S+$")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]*\S)\1(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]*\S)\1(?![\w_])")
_TYPED_QUOTES = re.compile(r"``((?:[^`'\n]|'(?!')){1,500})''")
_CODE = re.compile(r"`([^`\n]+)`")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BLANK = re.compile(r"\n[ \t]*\n+")
_ENDS = (".", "!", "?", '"', "”", ":")
_LONGEST_RULED = 60


def plain(text: str) -> tuple[str, tuple[Block, ...]]:
    """The title that a heading tells ("" where none does), and the blocks of text between blank lines.

    The title is the first heading of the top level, else a heading that stands before all text. Tables, images, code
    blocks, comments, footnotes and the definitions of links are left out.
    """
    bare = _read(_COMMENT.sub("", _FENCED.sub("", text)))
    parts = [part for piece in _BLANK.split(_RULED.sub(_headed, bare)) for part in _parts(piece)]
    blocks = tuple(block for block, _ in parts)
    tops = [block.text for block, is_top in parts if is_top]
    first = blocks[0].text if blocks and blocks[0].is_heading else ""
    return tops[0] if tops else first, blocks


def _read(text: str) -> str:
    """The text without the HTML elements that a reader of articles passes over."""
    for name in _UNREAD:
        if f"<{name}" in text:
            *closed, rest = text.split(f"</{name}>")
            text = "".join(re.split(rf"<{name}\b", piece, maxsplit=1)[0] for piece in closed) + rest
    return text


def _headed(found: re.Match[str]) -> str:
    """A line with a rule below it: a heading, or a sentence and then a break."""
    told = found["told"].rstrip()
    is_sentence = told.endswith(_ENDS) and (told.endswith(".") or len(told) > _LONGEST_RULED)
    return f"{told}\n\n" if is_sentence else f"{'#' if found['rule'].startswith('=') else '##'} {told}"


def _parts(piece: str) -> Iterator[tuple[Block, bool]]:
    """The blocks of a piece without blank lines, each with whether it is a heading of the top level."""
    lines: list[str] = []
    is_item = is_quoted = False
    for line in _untabled(piece.split("\n")):
        heading = _HEADING.match(line)
        bare = _BLOCKQUOTE.sub("", line)
        item = _BULLET.match(bare)
        if heading or item or _is_break(line) or (bare != line) != is_quoted:
            yield from _closed(lines, is_item=is_item, is_quoted=is_quoted)
            lines, is_item, is_quoted = [], bool(item), bare != line
        if heading:
            told = _inline(heading["told"].rstrip(" #="))
            yield from ([(Block(told, is_heading=True), heading["marks"] == "#")] if told.strip() else [])
        elif not _is_break(line):
            told = bare[item.end() :] if item else bare
            lines.append(_inline(told.strip() if is_item else told))
    yield from _closed(lines, is_item=is_item, is_quoted=is_quoted)


def _closed(lines: list[str], *, is_item: bool, is_quoted: bool) -> list[tuple[Block, bool]]:
    text = "\n".join(lines).strip("\n")
    return [(Block(text, is_item=is_item, is_quoted=is_quoted), False)] if text.strip() else []


def _untabled(lines: list[str]) -> list[str]:
    """The lines above a table's head, which a line of dashes parts from its rows; all where there is no table."""
    rule = next((place for place, line in enumerate(lines) if _is_drawn(line, "|+", "-")), None)
    return lines if rule is None else lines[: max(rule - 1, 0)]


def _is_break(line: str) -> bool:
    """Whether a line is no text: a rule, a row of a table, a footnote, the target of a link."""
    ruled = len(line.strip()) >= 3 and any(_is_drawn(line, mark, mark) for mark in "-*_=")
    return ruled or line.lstrip().startswith("|") or bool(_DEFINITION.match(line) or _ADDRESS.match(line))


def _is_drawn(line: str, some: str, need: str) -> bool:
    """Whether a line is drawn of dashes and corners only: `need` and one of `some` must be among them."""
    if line[:1].isalpha():
        return False
    signs = set(line)
    return need in signs and not signs.isdisjoint(some) and signs <= {*some, need, ":", "=", " "}


def _inline(line: str) -> str:
    linked = _NOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", line)))
    linked = _TYPED_QUOTES.sub(r"“\1”", linked)
    bare = _CODE.sub(r"\1", _UNDERSCORES.sub(r"\2", _EMPHASIS.sub(r"\2", linked)))
    untagged = _TAG.sub(lambda found: " " * (found["name"].lower() in _PARTING_TAGS), _ESCAPED.sub(r"\1", bare))
    return _ENTITY.sub(lambda found: html.unescape(found.group()), untagged)
