"""Mending text that was UTF-8 and was read as Windows-1252 before it was saved again: ``cafÃ©``, ``donâ€™t``."""

import re

__all__ = ["mended"]

_HIGH = "".join(
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0)
)  # the signs that Windows-1252 shows for the second and later bytes of a letter; C1 controls where it shows none
_TAIL = f"[{re.escape(_HIGH)}]"
_WRONG = re.compile(f"[Â-ß]{_TAIL}|[à-ï]{_TAIL}{{2}}|[ð-ô]{_TAIL}{{3}}")


def mended(text: str) -> str:
    """The text with every letter that was decoded twice put right; other text is left as it is."""
    if not _WRONG.search(text):
        return text
    return _WRONG.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    try:
        return b"".join(map(_byte, found.group())).decode("utf-8")
    except UnicodeError:
        return found.group()


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")
