"""Fragments of HTML as text, and text as a fragment of HTML."""

import re
from html import escape
from html.parser import HTMLParser

__all__ = ["escaped", "plain_text"]

_MEDIA = frozenset({"audio", "canvas", "embed", "iframe", "img", "object", "svg", "video"})
_BLOCKS = frozenset(
    "address article aside blockquote caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul".split()
)
_CELLS = frozenset({"td", "th"})
_SHIFTED = {
    "sup": str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
_TOLD = _MEDIA | _BLOCKS | _CELLS | _SHIFTED.keys() | {"br"}
_HELD = "\xa0"
_MOST = 100_000
"""So many characters of a fragment are read, attributes not counted; a question has far fewer."""

# For the end of whatever is left open the library's parser looks through all the rest, again and again. So it is given
# nothing but whole tags without attributes; these take each character a bounded number of times in any text.
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)|<(script|style)\b.*?(?:</\1[^>]*(?:>|\Z)|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"""<(/?[a-zA-Z][^\s/<>"']*+)(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>|<""")
_NO_CHARACTER = re.compile(r"&#[0-9]{8,}+;?")  # int() refuses thousands of digits


def plain_text(html: str) -> tuple[str, bool]:
    """The text of an HTML fragment as a person reads it.

    White space is folded but for the line ends that tags make and what stands in ``pre``; raised and lowered digits
    stay so. Of a fragment far longer than any question only the beginning is read. Takes time linear in the length,
    and never raises.

    Args:
        html: Any text.

    Returns:
        The text, and whether there was a picture, a sound or the like, which a terminal cannot show.
    """
    if "<" not in html and "&" not in html:
        return " ".join(html.split()), False
    reading = _Reading()
    reading.feed(_NO_CHARACTER.sub("\ufffd", _TAG.sub(_bare, _UNSEEN.sub("", html))[:_MOST]))
    reading.close()
    reading.end_line()
    return "\n".join(reading.lines).strip(), reading.has_media


def escaped(text: str) -> str:
    """Text as an HTML fragment that reads the same, its lines and their indents included."""
    return "<br>".join(map(_escaped_line, text.split("\n")))


def _escaped_line(line: str) -> str:
    body = line.lstrip(" ")
    return "&nbsp;" * (len(line) - len(body)) + escape(body, quote=False)


def _bare(tag: re.Match[str]) -> str:
    if not tag[1]:
        return "&lt;"
    name = tag[1].lower()
    return f"<{name}>" if name.removeprefix("/") in _TOLD else ""


class _Reading(HTMLParser):
    """The lines of a fragment so far."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.has_media = False
        self._line: list[str] = []
        self._is_preformatted = False
        self._shifted: dict[int, int] = {}

    def end_line(self, *, is_blank_kept: bool = False) -> None:
        line = "".join(self._line).strip(" \t\n\r\f")
        indent = len(line) - len(line.lstrip(_HELD))
        body = " ".join(line.split())
        self._line.clear()
        if body or is_blank_kept:
            self.lines.append(" " * indent + body if body else "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - there are none
        self._pass(tag)
        self.has_media |= tag in _MEDIA
        self._is_preformatted |= tag == "pre"
        self._shifted = _SHIFTED.get(tag, self._shifted)
        if tag == "br":
            self.end_line(is_blank_kept=True)

    def handle_endtag(self, tag: str) -> None:
        self._pass(tag)
        self._is_preformatted &= tag != "pre"

    def handle_data(self, data: str) -> None:
        text = data.translate(self._shifted) if self._shifted else data
        if not self._is_preformatted:
            self._line.append(text)
            return
        first, *others = text.expandtabs(4).replace(" ", _HELD).split("\n")
        self._line.append(first)
        for line in others:
            self.end_line(is_blank_kept=True)
            self._line.append(line)

    def _pass(self, tag: str) -> None:
        """What the beginning and the end of an element have in common."""
        if tag in _BLOCKS:
            self.end_line()
        elif tag in _CELLS:
            self._line.append(" ")
        if tag in _BLOCKS or tag in _SHIFTED:
            self._shifted = {}
