"""The front matter of an article: TOML between two lines of ``+++``, or YAML's plain lines between two of ``---``."""

import re
import tomllib
from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from quizgame.core.defects import defects, shown_key
from quizgame.core.errors import DataError, Problem
from quizgame.core.text import clip, one_line, slug

__all__ = ["part"]

_TOML = re.compile(r"\+\+\+ *\n(?P<told>(?:.*\n)*?)\+\+\+ *(?:\n|\Z)")
_YAML = re.compile(r"--- *\n(?P<told>(?:(?:\w[\w-]*:(?:[ \t].*)?|[ \t#-].*|)\n)*?)--- *(?:\n|\Z)")
_LINE = re.compile(r"^(?P<key>title|publisher|published|date|url|id): +(?P<told>[^\s>|&*!\[{].*)$", re.MULTILINE)
_QUOTED = re.compile(r"^(?P<mark>[\"'])(?P<told>.*)(?P=mark)(?: +#.*)?$")
_REMARK = re.compile(r" +#.*$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


class _Told(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What TOML may say: fields of `Article`, each of which may be left out."""

    id: Annotated[str, Meta(pattern=r"^([a-z0-9][a-z0-9-]{0,63})?$(?!\n)")] = ""
    title: str = ""
    original: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    license: str = ""
    tags: tuple[str, ...] = ()


def part(text: str) -> tuple[dict[str, Any], str]:
    """Part a cleaned text into what its front matter tells and the rest.

    Returns:
        The fields of `Article` that are told, in one line each, and the text below the front matter. Of YAML only lines
        of ``key: value`` are read, and of those the title, publisher, date, web address and id.

    Raises:
        DataError: The front matter is not TOML, or a key is unknown or of the wrong type.
    """
    toml = _TOML.match(text)
    yaml = None if toml else _YAML.match(text)
    found = toml or yaml
    if not found:
        return {}, text
    told = _toml(found["told"]) if toml else _yaml(found["told"])
    return {key: _in_one_line(value) for key, value in told.items() if value}, text[found.end() :]


def _toml(told: str) -> dict[str, Any]:
    try:
        table = tomllib.loads(told)
        return msgspec.structs.asdict(msgspec.convert(table, _Told))
    except tomllib.TOMLDecodeError as error:
        raise DataError(_problem("", f"not valid TOML: {error}")) from error
    except msgspec.ValidationError as error:
        found = (_problem(shown_key(defect.path), defect.what, defect.hint) for defect in defects(table, _Told))
        raise DataError(*found) from error
    except (ValueError, RecursionError, MemoryError) as error:  # a number of thousands of digits, nested brackets
        raise DataError(_problem("", "a value that no sane file holds")) from error


def _yaml(told: str) -> dict[str, Any]:
    """The lines that are read; what is no day or gives no id counts as not told."""
    lines = {found["key"]: _bare(found["told"].strip()) for found in _LINE.finditer(told)}
    day = _date(lines.pop("published", "")) or _date(lines.pop("date", ""))
    lines.pop("date", None)
    return {**lines, "id": slug(lines.get("id", "")), "published": day}


def _bare(value: str) -> str:
    """A value without the marks around it, or without the remark behind it."""
    quoted = _QUOTED.match(value)
    return quoted["told"] if quoted else _REMARK.sub("", value)


def _date(value: str) -> date | None:
    found = _DAY.match(value)
    try:
        return date.fromisoformat(found.group()) if found else None
    except ValueError:
        return None


def _in_one_line(value: Any) -> Any:  # noqa: ANN401 - whatever a field holds
    if isinstance(value, tuple):
        return tuple(map(one_line, value))
    return one_line(value) if isinstance(value, str) else value


def _problem(key: str, what: str, hint: str = "") -> Problem:
    return Problem(what=clip(one_line(what), 300), key=f"front matter: {key}" if key else "front matter", hint=hint)
