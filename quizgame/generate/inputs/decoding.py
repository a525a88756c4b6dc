"""From bytes to text, in whatever encoding it was saved."""

import codecs
import re

__all__ = ["decoded"]

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decoded(data: bytes) -> str | None:
    """The text, or None where the bytes are something else."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = data.decode("utf-16", errors="replace")
        return None if "\0" in text else text
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        return None if _NO_TEXT.search(text) else text
    return None if "\0" in text else text
