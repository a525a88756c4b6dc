"""The questions of a Moodle XML file as they come by, each with its line."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

__all__ = ["Damage", "Raw", "raw_questions"]

_PIECE = 1 << 20
"""So many characters are parsed at once; the questions in them are passed on before more are."""
_MOST = 1 << 18
"""So many characters of a text are kept, far more than a question has."""
_DEEPEST = 5
_TEXTS = frozenset(
    {"name/text", "questiontext/text", "generalfeedback/text", "category/text", "idnumber", "image", "tags/tag/text"}
)
_ANSWER_TEXTS = frozenset({"text", "feedback/text"})


@dataclass
class Raw:
    """An element ``question``, or one of its ``answer``, as it stands in the file."""

    line: int
    attributes: dict[str, str]
    texts: dict[str, list[str]] = field(default_factory=dict)
    """By their path in the element, such as ``feedback/text``."""
    notations: dict[str, str] = field(default_factory=dict)
    """Of what names its notation, by its path."""
    answers: list["Raw"] = field(default_factory=list)
    has_files: bool = False
    """Whether files such as pictures are packed in, those of feedback not counted."""

    def text(self, path: str) -> str:
        """The first text at a path; empty if there is none."""
        return next(iter(self.texts.get(path, ())), "")


@dataclass
class Damage:
    """Why nothing is read from a line on."""

    line: int
    reason: str


def raw_questions(text: str) -> Iterator[Raw | Damage]:
    """The elements ``question`` of an element ``quiz``, in order, and last the damage, if any."""
    body = text.lstrip()
    above = text.count("\n", 0, len(text) - len(body))
    parser = make_parser()
    handler = _Handler(lambda: above + (parser.getLineNumber() or 1))
    parser.setContentHandler(handler)
    try:
        for start in range(0, len(body), _PIECE):
            parser.feed(body[start : start + _PIECE])
            yield from handler.taken()
        if body:
            parser.close()
    except SAXParseException:
        yield from handler.taken()
        yield Damage(handler.line(), "from here on it is damaged, or no XML")
    except DefusedXmlException:
        yield from handler.taken()
        yield Damage(handler.line(), "from here on it is not read: entities and other files that it needs are not safe")


class _Handler(ContentHandler):
    def __init__(self, line: Callable[[], int]) -> None:
        super().__init__()
        self.line = line
        self._path: list[str] = []
        self._found: list[Raw | Damage] = []
        self._question: Raw | None = None
        self._answer: Raw | None = None
        self._text: list[str] = []
        self._kept = 0

    def taken(self) -> Iterator[Raw | Damage]:
        """The questions that have ended since this was asked last."""
        found, self._found = self._found, []
        return iter(found)

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - its interface
        self._path.append(name)
        self._text, self._kept = [], 0
        depth = len(self._path)
        if depth == 1 and name != "quiz":
            self._found.append(Damage(self.line(), "it has no element quiz around everything"))
        if depth > _DEEPEST:
            return
        if self._path == ["quiz", "question"]:
            self._question = Raw(self.line(), dict(attrs.items()))
        elif self._question and depth == 3 and name == "answer":
            self._answer = Raw(self.line(), dict(attrs.items()))
            self._question.answers.append(self._answer)
        elif self._question and "format" in attrs:
            raw, path = self._place(self._question)
            raw.notations[path] = attrs["format"]
        elif self._question and name == "file" and self._path[2:4] in (["questiontext", "file"], ["answer", "file"]):
            self._question.has_files = True

    def characters(self, content: str) -> None:
        if self._kept < _MOST:
            self._text.append(content)
            self._kept += len(content)

    def endElement(self, name: str) -> None:  # noqa: N802
        depth = len(self._path)
        if self._question and 2 < depth <= _DEEPEST:
            raw, path = self._place(self._question)
            if path in (_ANSWER_TEXTS if raw is self._answer else _TEXTS):
                raw.texts.setdefault(path, []).append("".join(self._text))
        self._path.pop()
        self._text, self._kept = [], 0
        if self._question and depth == 3 and name == "answer":
            self._answer = None
        elif self._question and depth == 2:
            self._found.append(self._question)
            self._question = None

    def _place(self, question: Raw) -> tuple[Raw, str]:
        """What the innermost element belongs to, and its path in there."""
        if self._answer:
            return self._answer, "/".join(self._path[3:])
        return question, "/".join(self._path[2:])
