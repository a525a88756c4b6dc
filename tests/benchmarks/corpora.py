"""Articles to measure the generator on, and the half of them that nobody may look at while tuning it."""

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec

from quizgame.core.article import Article
from quizgame.core.errors import DataError
from quizgame.core.text import slug
from quizgame.generate import read_text_article

__all__ = ["Paragraph", "Split", "Text", "opened", "split_of", "squad", "wikinews"]

Split = Literal["tune", "held-out"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, and where in it the answers stand that people chose."""

    text: str
    answers: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Text:
    """An article as the corpus has it."""

    corpus: str
    name: str
    """Its address or its title: decides which half it is in."""
    title: str
    text: str
    publisher: str = ""
    published: date | None = None
    paragraphs: tuple[Paragraph, ...] = field(default=(), repr=False)


def split_of(name: str) -> Split:
    """The half that an article is in, for good."""
    return "held-out" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 else "tune"


def wikinews(path: Path) -> Iterator[Text]:
    """The articles of a table with the columns url, date, title and text."""
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = date.fromisoformat(row["date"])
            yield Text("Wikinews", row["url"], row["title"], row["text"], publisher="Wikinews", published=day)


def squad(path: Path) -> Iterator[Text]:
    """The articles of a file in the form of SQuAD 1.1, each with all its paragraphs."""
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        paragraphs = tuple(
            Paragraph(
                paragraph["context"],
                tuple((one["answer_start"], one["text"]) for asked in paragraph["qas"] for one in asked["answers"]),
            )
            for paragraph in article["paragraphs"]
        )
        text = "\n\n".join(paragraph.text for paragraph in paragraphs)
        yield Text("SQuAD", article["title"], article["title"].replace("_", " "), text, paragraphs=paragraphs)


def opened(text: Text) -> Article | None:
    """The article of a text; None where it has none to read."""
    try:
        article = read_text_article(text.text, name=text.title)
    except DataError:
        return None
    known = {"title": text.title, "publisher": text.publisher, "published": text.published}
    return msgspec.structs.replace(article, id=slug(text.title) or "article", **known)
