"""Telling the encoding of bytes that say nothing of it, by how the letters and signs stand in words.

Only what an English article may hold is told apart here: letters of Western and Central Europe, quotation marks and
dashes. For other scripts charset-normalizer is asked, where it is installed; it comes with the extra ``web``.
"""

import re

__all__ = ["guessed"]

_CANDIDATES = ("cp1252", "mac-roman", "cp1250", "cp437")
"""In order of preference among those that explain the bytes equally well."""
_OTHER_SCRIPTS = (
    "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp866", "cp1253", "iso8859_7", "cp1255", "cp1256", "cp1254", "cp874",
    "gb18030", "big5", "cp932", "euc_jp", "cp949",
)  # fmt: skip
_SAMPLE = 2_000
"""How many places with other signs than ASCII are looked at."""
_FOREIGN = 0.3
"""The share of letters beyond ASCII from which on a text is in another script."""
_NEIGHBOURS = re.compile(rb"\s?\S{0,30}[\x80-\xff]\S{0,30}\s?")
_LOWER = "a-z" + "".join(chr(code) for code in range(0xDF, 0x180) if chr(code).islower())
_LETTER_IN_WORD = re.compile(rf"(?<=[{_LOWER}])[{_LOWER}]|\b[^\W\d_](?=[{_LOWER}])")
_WELL_SET = re.compile(
    r"(?:^|(?<=[\s(\[“—–-]))[“‘«„](?=[\w“‘\[$€£])|(?<=[\w.,!?…%)\]’”])[”’»](?!\w)|(?<=[^\W\d_])’(?=[^\W\d_])"
    r"|(?<=[\w\s\"”’)])[–—](?=[\w\s\"“‘(]|$)|(?<=[\w\s])…|[€£¥](?=\d)|(?<=\d)[°€£¢%½¼¾²³º]|\s[½¼¾](?=\s)|\xa0"
    r"|(?<=\w)[®™]|©(?= |\d)|•(?= )|(?:^|(?<=\s))°(?=[CF])"
)
_ANYWHERE = frozenset("§±×÷µ·†‡•®©™°")
"""Signs that tell nothing, wherever they stand."""


def guessed(data: bytes) -> str | None:
    """The text by the likeliest encoding, or None where none is likely."""
    high = sum(map(data.count, range(0x80, 0x100)))
    letters = sum(map(data.count, range(0x41, 0x7B)))
    if high > _FOREIGN * (high + letters):
        return _by_library(data)
    sample = b"\n".join(_NEIGHBOURS.findall(data)[:_SAMPLE])
    told = {name: _fitness(sample, name) for name in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda name: told[name])
    return data.decode(best, errors="replace") if told[best] >= 0 else _by_library(data)


def _fitness(sample: bytes, name: str) -> float:
    """How many of the signs beyond ASCII stand as they do in writing, less those that do not."""
    text = sample.decode(name, errors="replace")
    strange = sum(character > "\x7f" and character not in _ANYWHERE for character in text)
    fitting = {found.start() for pattern in (_LETTER_IN_WORD, _WELL_SET) for found in pattern.finditer(text)}
    well = sum(text[place] > "\x7f" and text[place] not in _ANYWHERE for place in fitting)
    return well - 2.0 * (strange - well)


def _by_library(data: bytes) -> str | None:
    try:
        from charset_normalizer import from_bytes  # noqa: PLC0415
    except ImportError:
        return None
    best = from_bytes(data, cp_isolation=[*_OTHER_SCRIPTS]).best()
    return str(best) if best else None
