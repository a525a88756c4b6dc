"""Taking Markdown's marks off, leaving the text a reader sees."""

import re

__all__ = ["plain"]

_FENCED = re.compile(r"^(`{3,}|~{3,}).*?(?:^\1[^\n]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6} +(?P<told>.*?) *#*$")
_RULED = re.compile(r"^(?P<told>[^\n]+)\n(?:=+|-+) *$", re.MULTILINE)
_BULLET = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)]) +(?=\S)")
_BLOCKQUOTE = re.compile(r"^ {0,3}> ?")
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\n]*\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]*\S)\1(?![\w*])")
_UNDERSCORES = re.compile(r"(?<![\w_])(_{1,3})(?=\S)([^_\n]*\S)\1(?![\w_])")
_CODE = re.compile(r"`([^`\n]+)`")
_BLANK = re.compile(r"\n[ \t]*\n+")


def plain(text: str) -> tuple[str, list[str]]:
    """The first heading of the top level ("" where there is none), and the blocks of text between blank lines.

    Headings, tables, images, code blocks and comments are left out.
    """
    bare = _RULED.sub(r"# \g<told>", _COMMENT.sub("", _FENCED.sub("", text)))
    title = ""
    lines: list[str] = []
    for line in bare.split("\n"):
        heading = _HEADING.match(line)
        if heading:
            title = title or (_inline(heading["told"]) if line.startswith("# ") else "")
            lines.append("")
        elif line.lstrip().startswith("|"):
            lines.append("")
        else:
            lines += _content(line)
    return title, [block.strip("\n") for block in _BLANK.split("\n".join(lines)) if block.strip()]


def _content(line: str) -> list[str]:
    """A line without its block marks; a list's item begins a block of its own."""
    quoted = _BLOCKQUOTE.sub("", line)
    item = _BULLET.sub("", quoted)
    return [_inline(quoted)] if item == quoted else ["", _inline(item)]


def _inline(line: str) -> str:
    linked = _LINK.sub(r"\1", _IMAGE.sub("", line))
    return _CODE.sub(r"\1", _UNDERSCORES.sub(r"\2", _EMPHASIS.sub(r"\2", linked)))
