"""Finding the line of a key in TOML text by a light scan, without a full parse."""

import re
from collections import Counter
from collections.abc import Iterator

__all__ = ["Lines", "comments", "headers", "statement_at"]

# No alternative fails after a long look: a string that is never closed ends with its line or with the text, so that the
# scan stays linear whatever the text holds. Possessive groups would say so too, but Python before 3.11.5 errs in them.
_VALUE = re.compile(
    r'"""(?:[^"\\]+|\\.|"(?!""))*(?:"""|\\?\Z)?|'
    r"'''.*?(?:'''|\Z)|"
    r'"(?:[^"\\\n]+|\\[^\n])*"?|'
    r"'[^'\n]*'?|#[^\n]*|[\[\]{}]|\n|[^\"'#\[\]{}\n]+",
    re.DOTALL,
)
_KEY = r"""(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[^\s.=\[\]"'#]+)"""
_KEYS = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_STATEMENT = re.compile(rf"(?P<open>\[\[|\[)[ \t]*(?P<header>{_KEYS})|(?P<key>{_KEYS})[ \t]*=")
_ONE_KEY = re.compile(_KEY)
_BLANK = re.compile(r"(?:\s|#[^\n]*)+")


class Lines:
    """The lines of all keys and headers of a TOML text.

    Paths are those of msgspec's messages: ``$.questions[3].answer``, counted from 0.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[str, int] = {}
        counts: Counter[str] = Counter()
        table = "$"
        for line, opening, keys in _statements(text):
            if opening:
                table = self._header(keys, counts, line, is_array=opening == "[[")
            else:
                path = table
                for key in keys:
                    path = f"{path}.{key}"
                    self._lines.setdefault(path, line)

    def _header(self, keys: tuple[str, ...], counts: Counter[str], line: int, *, is_array: bool) -> str:
        """The path of a table's header, each array of tables on the way with the place it has come to."""
        path = "$"
        for number, key in enumerate(keys, 1):
            path = f"{path}.{key}"
            self._lines.setdefault(path, line)
            if number == len(keys) and is_array:
                counts[path] += 1
            if counts[path]:
                path = f"{path}[{counts[path] - 1}]"
                self._lines.setdefault(path, line)
        return path

    def of(self, path: str) -> int | None:
        """The line of a path, counted from 1, or of the nearest thing around it; None where nothing fits."""
        while path not in self._lines:
            end = max(path.rfind("."), path.rfind("["))
            if end < 0:
                return None
            path = path[:end]
        return self._lines[path]


def statement_at(text: str, line: int) -> tuple[int, str] | None:
    """The last statement that begins at or before a line, as its line and its key as it is written."""
    found = None
    for start, _, keys in _statements(text):
        if start > line:
            break
        found = start, ".".join(keys)
    return found


def headers(text: str) -> Iterator[tuple[int, str]]:
    """The line of each table's header, counted from 1, with its key as it is written."""
    return ((line, ".".join(keys)) for line, opening, keys in _statements(text) if opening)


def comments(text: str) -> Iterator[tuple[int, str]]:
    """Each comment with its line, counted from 1."""
    line, counted = 1, 0
    for token in _VALUE.finditer(text):
        if token.group().startswith("#"):
            line, counted = line + text.count("\n", counted, token.start()), token.start()
            yield line, token.group()


def _statements(text: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line, opening brackets and keys of each header and each key, in order."""
    place, line, counted = 0, 1, 0
    while place < len(text):
        if blank := _BLANK.match(text, place):
            place = blank.end()
            continue
        line, counted = line + text.count("\n", counted, place), place
        match = _STATEMENT.match(text, place)
        if match:
            keys = tuple(_bare(key) for key in _ONE_KEY.findall(match["header"] or match["key"]))
            yield line, match["open"] or "", keys
            place = match.end()
        place = _end_of_line(text, place) if match is None or match["open"] else _end_of_value(text, place)


def _bare(key: str) -> str:
    return key[1:-1] if key[0] in "\"'" else key


def _end_of_line(text: str, place: int) -> int:
    end = text.find("\n", place)
    return len(text) if end < 0 else end


def _end_of_value(text: str, place: int) -> int:
    depth = 0
    for token in _VALUE.finditer(text, place):
        if token.group() in ("[", "{"):
            depth += 1
        elif token.group() in ("]", "}"):
            depth -= 1
        elif token.group() == "\n" and depth <= 0:
            return token.start()
    return len(text)
