"""From bytes to text, in whatever encoding it was saved."""

import codecs
import re

from quizgame.generate.inputs.guessing import guessed
from quizgame.generate.inputs.mojibake import mended

__all__ = ["decoded"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?\bcharset|\?xml\b[^>]{0,200}?\bencoding) ?= ?[\"']?(?P<name>[\w.:-]{2,40})", re.IGNORECASE
)
_FAR = 4_096
_READ_AS = {"ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}
_READ_AS |= {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "sjis": "cp932", "x-sjis": "cp932"}
_READ_AS |= {"iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "unicode": "utf-16", "utf8": "utf-8"}
_READ_AS |= {f"windows-{number}": f"cp{number}" for number in (874, *range(1250, 1259))}
_READ_AS |= {"macintosh": "mac-roman", "x-mac-roman": "mac-roman", "x-mac-cyrillic": "mac-cyrillic"}
_TAKEN = frozenset(_READ_AS.values()) | {"utf-8", "utf-16", "utf-16le", "utf-16be", "big5", "euc-jp", "iso-2022-jp"}
_TAKEN |= {"koi8-r", "koi8-u", *(f"iso-8859-{number}" for number in range(2, 17) if number != 12)}
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200
_START, _STRAY, _FEW = 100_000, 4, 0.02


def decoded(data: bytes, *, charset: str = "", is_page: bool = False) -> str | None:
    """The text, or None where the bytes are something else or nobody can tell their encoding.

    Taken in this order: a byte order mark; what a server or a page says of itself, where it fits; UTF-8; UTF-16 without
    a mark; what the letters look like. Text that was decoded wrongly once before is mended.

    Args:
        data: The bytes.
        charset: The encoding that their server claims.
        is_page: Whether they are a page, which may say its own encoding.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    text = data.decode(marked, errors="replace").removeprefix("\ufeff") if marked else None
    if text is None:
        text = _declared(data, charset, is_page=is_page) or _undeclared(data)
    return None if text is None or _is_binary(text) else mended(text)


def _is_binary(text: str) -> bool:
    start = text[:_START]
    return "\0" in text or len(_NO_TEXT.findall(start)) > max(_STRAY, _FEW * len(start))


def _declared(data: bytes, charset: str, *, is_page: bool) -> str | None:
    """The text by the first encoding that is told, known and fits every byte."""
    found = _DECLARED.search(data[:_FAR]) if is_page else None
    told = (charset, found["name"].decode("ascii") if found else "")
    for name in (_READ_AS.get(name.strip().lower(), name.strip().lower()) for name in told):
        if name in _TAKEN and not (found and name.startswith("utf-16")):
            try:
                return data.decode(name)
            except UnicodeDecodeError:
                continue
    return None


def _undeclared(data: bytes) -> str | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _unmarked_utf16(data) or _damaged_utf8(data) or guessed(data)
    return _unmarked_utf16(data) or text if "\0" in text[:_SAMPLE] else text


def _unmarked_utf16(data: bytes) -> str | None:
    """The text of UTF-16 without a byte order mark: every other byte of Western text is zero."""
    sample = data[:_SAMPLE]
    for start, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros = sample[start::2].count(0)
        if len(sample) > 3 and zeros > 0.7 * len(sample) / 2 and not sample[1 - start :: 2].count(0):
            return data.decode(name, errors="replace")
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few stray bytes of Windows-1252 in it, as files that were pasted together have."""
    text = data.decode("utf-8", errors="surrogateescape")
    stray = sum("\udc80" <= character <= "\udcff" for character in text)
    whole = sum(character > "\x7f" for character in text) - stray
    if whole < 4 * stray:
        return None
    return re.sub("[\udc80-\udcff]", _western, text)


def _western(found: re.Match[str]) -> str:
    return bytes([ord(found.group()) - 0xDC00]).decode("cp1252", errors="replace")
