"""Moodle XML: questions of many types, whose texts are HTML."""

import re
from collections.abc import Iterator
from math import isnan
from xml.etree import ElementTree as ET

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.core.text import clip, one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.fields import arranged, feedback
from quizgame.storage.formats.html import escaped
from quizgame.storage.formats.items import MOST_DISTRACTORS, Format, skipped
from quizgame.storage.formats.moodletext import Option, Text, question_of, text_of, topics
from quizgame.storage.formats.moodlexml import Damage, Raw, raw_questions

__all__ = ["FORMAT"]

_START = 1 << 13
_ROOT = re.compile(r"\s*+(?:(?:<\?[^>]*+>|<!--.*?-->|<!DOCTYPE\s[^>\[]*+>)\s*+)*+<quiz[\s>/]", re.DOTALL)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n'
_TITLE = 80
_TRUTH = ("true", "false")


def _fits(document: Document) -> bool:
    return _ROOT.match(document.text[:_START]) is not None


def _read(document: Document) -> Iterator[Found | Skipped]:
    above: tuple[str, ...] = ()
    for raw in raw_questions(document.text):
        if isinstance(raw, Damage):
            yield skipped(raw.line, raw.reason)
        elif raw.attributes.get("type") == "category":
            above = topics(raw.text("category/text"))
        else:
            yield _question(raw, above)


def _question(raw: Raw, above: tuple[str, ...]) -> Found | Skipped:
    notation = raw.notations.get("questiontext", "")
    stem = text_of(raw.text("questiontext/text"), notation)
    match kind := raw.attributes.get("type", ""):
        case "multichoice":
            options = [_option(answer, notation) for answer in raw.answers]
        case "truefalse":
            options = [_truth(place, answer, notation) for place, answer in enumerate(raw.answers)]
        case _:
            reason = f"a question of the type “{clip(one_line(kind), 20)}” cannot be asked with options"
            return skipped(raw.line, reason, stem.told or raw.text("name/text"))
    has_files = raw.has_files or bool(raw.text("image").strip())
    return question_of(
        raw.line,
        Text(stem.told, stem.has_media or has_files),
        options,
        general=_told(raw, "generalfeedback", notation),
        id=raw.text("idnumber"),
        tags=(*above, *raw.texts.get("tags/tag/text", ())),
    )


def _option(answer: Raw, notation: str) -> Option:
    told = text_of(answer.text("text"), answer.attributes.get("format", notation))
    return Option(told, _weight(answer), _told(answer, "feedback", notation))


def _truth(place: int, answer: Raw, notation: str) -> Option:
    """True or false; old files have the words of their language, true first."""
    word = answer.text("text").strip().lower()
    told = word if word in _TRUTH else _TRUTH[place > 0]
    return Option(Text(told.capitalize()), _weight(answer), _told(answer, "feedback", notation))


def _weight(answer: Raw) -> float:
    try:
        weight = float(answer.attributes.get("fraction", ""))
    except ValueError:
        return 0.0
    return 0.0 if isnan(weight) else weight


def _told(raw: Raw, path: str, notation: str) -> str:
    return text_of(raw.text(f"{path}/text"), raw.notations.get(path, notation)).told


def _write(pack: Pack) -> str:
    return "".join([_HEAD, *(_written(pack, question) for question in pack.questions), "</quiz>\n"])


def _written(pack: Pack, question: Question) -> str:
    element = ET.Element("question", type="multichoice")
    _add(element, "name", clip(one_line(question.stem), _TITLE))
    _add(element, "questiontext", escaped(question.stem), format="html")
    _add(element, "generalfeedback", escaped(feedback(pack, question)), format="html")
    settings = {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0", "idnumber": question.id, "single": "true"}
    for name, value in (settings | {"shuffleanswers": "true", "answernumbering": "abc"}).items():
        ET.SubElement(element, name).text = value
    for text in arranged(question, MOST_DISTRACTORS):
        fraction = "100" if text == question.answer else "0"
        answer = _add(element, "answer", escaped(text), fraction=fraction, format="html")
        _add(answer, "feedback", "", format="html")
    tags = ET.SubElement(element, "tags")
    for tag in question.tags:
        _add(tags, "tag", one_line(tag))
    ET.indent(element)
    return ET.tostring(element, encoding="unicode", short_empty_elements=False) + "\n"


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, name, attributes)
    ET.SubElement(element, "text").text = text
    return element


FORMAT = Format(
    name="moodle",
    title="Moodle XML",
    endings=(".xml",),
    fits=_fits,
    read=_read,
    write=_write,
    holds=frozenset({"id", "explanation", "tags", "lines"}),
)
