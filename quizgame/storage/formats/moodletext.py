"""What the two formats of Moodle have in common: texts in several notations, options with weights, topics as paths."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgame.core.exchange import Found, Skipped
from quizgame.storage.formats.fields import joined, usable_id
from quizgame.storage.formats.html import plain_text
from quizgame.storage.formats.items import item, skipped

__all__ = ["Option", "Text", "question_of", "text_of", "topics"]

_ALL = 100
_AS_IS = frozenset({"plain", "plain_text", "markdown"})
_HTML = re.compile(
    r"</?(?:a|audio|b|big|blockquote|br|code|div|em|font|h[1-6]|hr|i|iframe|img|li|object|ol|p|pre|q|s|small|span|"
    r"strike|strong|sub|sup|table|tbody|td|th|tr|tt|u|ul|video)\b[^<>]*>|"
    r"&(?:[a-z][a-z0-9]{1,31}|#[0-9]{1,7}|#x[0-9a-f]{1,6});",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"(?<!>)\n(?!<)")
_SLASH = re.compile(r"(?<!/)/(?!/)")
_ROOTS = frozenset({"", "top"})


class Text(NamedTuple):
    """A text as a person reads it."""

    told: str
    has_media: bool = False
    """Whether there was a picture or a sound beside it."""


class Option(NamedTuple):
    """An option."""

    text: Text
    weight: float
    """How right it is, in per cent; less than nothing where it costs points."""
    feedback: str = ""


def text_of(text: str, notation: str) -> Text:
    """A text that is written in one of Moodle's notations.

    Args:
        text: Any text.
        notation: ``html``, ``plain``, ``plain_text`` or ``markdown``; any other is Moodle's own, in which lines are
            kept, and tags and entities count where there are any.
    """
    if notation == "html":
        return Text(*plain_text(text))
    if notation in _AS_IS:
        return Text(text.strip(), notation == "markdown" and "![" in text and "](" in text)
    if _HTML.search(text):
        return Text(*plain_text(_LINE_END.sub("<br>", text)))
    return Text("\n".join(" ".join(line.split()) for line in text.strip().split("\n")))


def topics(path: str) -> tuple[str, ...]:
    """The last part of a category such as ``$course$/top/Ice``, if any; a doubled slash is part of a name."""
    last = _SLASH.split(path.strip())[-1].replace("//", "/").strip()
    return () if last in _ROOTS or (last.startswith("$") and last.endswith("$")) else (last,)


def question_of(
    line: int, stem: Text, options: Sequence[Option], *, general: str = "", id: str = "", tags: Iterable[str] = ()
) -> Found | Skipped:
    """A question of weighted options, or why none can be made of them.

    Args:
        line: Where it begins.
        stem: The question.
        options: All of them, in their order.
        general: The feedback that does not depend on what was chosen.
        id: As the file has it.
        tags: Its topics.
    """
    if stem.has_media or any(option.text.has_media for option in options):
        return skipped(line, "it shows a picture or plays a sound", stem.told)
    right = [option for option in options if option.weight > 0]
    if len(right) > 1:
        return skipped(line, "several answers are right, wholly or in part", stem.told)
    if right and right[0].weight < _ALL:
        return skipped(line, "its only right answer is right in part", stem.told)
    return item(
        line,
        stem.told,
        right[0].text.told if right else "",
        [option.text.told for option in options if option.weight <= 0],
        id=usable_id(id),
        explanation=joined(right[0].feedback if right else "", general),
        tags=tags,
    )
