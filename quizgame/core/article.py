"""An article and its parts, with places given as offsets into its text."""

from datetime import date

import msgspec

from quizgame.core.pack import Source

__all__ = ["Article", "RawArticle", "Sentence", "Span"]


class RawArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article as it came in: bytes that nobody has looked into yet, and what is known of them from outside."""

    data: bytes
    where: str
    """What messages call it: a file as the player would write it, a web address, ``standard input``; clean text."""
    name: str = ""
    """What it is called where it comes from, without ending or folder; gives the id. Empty where there is no name."""
    media: str = ""
    """The media type that its ending or its server claims, such as ``text/html``; empty where neither says."""
    charset: str = ""
    """The encoding that its server claims; empty where it does not say."""
    url: str = ""
    """The web address that the bytes came from in the end."""


class Span(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A stretch of an article's text, in characters: ``text[start:end]``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of an article."""

    span: Span
    text: str
    """The sentence, equal to ``span.of(article.text)``."""
    paragraph: int
    """The paragraph that holds it, counted from 0."""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """A text to make questions from, and what is known of where it comes from.

    All text has been cleaned; paragraphs are parted by blank lines.
    """

    id: str
    text: str
    title: str = ""
    original: str = ""
    """The title of the article that this one retells, where it does; sources are named by it."""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    license: str = ""
    tags: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """What a pack says of this article."""
        return Source(
            id=self.id,
            title=self.original or self.title,
            publisher=self.publisher,
            published=self.published,
            url=self.url,
        )
