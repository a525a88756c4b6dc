"""An article made ready for the extractors: its sentences, marked, with its names and quotations."""

import re
from datetime import date

import msgspec

from quizgame.core.article import Article, Sentence, Span
from quizgame.core.pack import MONTHS
from quizgame.generate.clause import Clause
from quizgame.generate.clauses import clauses_of
from quizgame.generate.language.tagger import tagged
from quizgame.generate.language.tokens import Token
from quizgame.generate.marks import Marked, mark
from quizgame.generate.moments import timed
from quizgame.generate.names import Names, learn
from quizgame.generate.resolving import resolved
from quizgame.generate.sentences import paragraphs_of, quotations, sentences_of, straight
from quizgame.generate.trimming import trimmed

__all__ = ["Line", "Story", "month_of", "tell"]

_CAPTION = re.compile(
    r"^(?:(?:An? |The |This )?(?:aerial |file |combo |undated |handout )?(?:photo|picture|image)s?(?: taken| provided)?"
    r"[^;:!?]{0,60}? shows? )",
    re.IGNORECASE,
)

_NO_CODES = str.maketrans("<>", "\u2039\u203a")
"""Angle brackets stand for codes in marked text, so no text may hold them; others of their kind take their place."""


_HANGING = re.compile(
    r"According to [^,]+, (?:an?|the|its|his|her) [^,]+, "
    r"|(?:\w+ ){1,3}(?:years?|months?|weeks?|days?|decades?|hours?) (?:later|earlier|before|after|ago)\b"
)
"""How a sentence begins that names its source and what that is, or a time after another."""
_LONGEST = 5_000
"""The most characters of a sentence that is read; what is longer is a table or a list without its marks."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of an article, and what is known of it."""

    sentence: Sentence
    plain: str
    """The sentence with straight quotation marks."""
    marked: Marked
    clauses: tuple[Clause, ...] = ()
    """The statements that can be cut out of it; none where it is a caption or broken."""
    needs: tuple[Span, ...] = ()
    """Sentences before that say whom or what this one points back to."""
    is_caption: bool = False
    """Whether it tells what a photo shows; the marked text then starts after that."""
    is_broken: bool = False
    """Whether a quotation runs over its ends, or its brackets do not match."""
    is_hanging: bool = False
    """Whether its opening cannot be left out and cannot be told: "A year later, ..."."""

    @property
    def is_unreadable(self) -> bool:
        """Whether no statement can be cut out of it for certain."""
        return self.is_broken or self.is_caption or self.is_hanging

    @property
    def proof(self) -> tuple[Span, ...]:
        """The sentences that prove what is told here, in order."""
        return (*self.needs, self.sentence.span)


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """An article, read."""

    article: Article
    lines: tuple[Line, ...]
    names: Names

    def before(self, number: int) -> Line | None:
        """The sentence before, where it stands in the same paragraph."""
        if not number or self.lines[number - 1].sentence.paragraph != self.lines[number].sentence.paragraph:
            return None
        return self.lines[number - 1]


def month_of(story: Story) -> str:
    """When the article was published, as "in May 2024"; empty where that is not known."""
    day = story.article.published
    return f"in {MONTHS[day.month - 1]} {day.year}" if day else ""


def tell(article: Article) -> Story:
    """Read an article."""
    sentences = sentences_of(article.text)
    plain = straight(article.text).translate(_NO_CODES)
    quotes: list[Span] = []
    for span in paragraphs_of(article.text):
        pairs, _ = quotations(span.of(plain))
        quotes += [Span(start=span.start + start, end=span.start + end) for start, end in pairs]
    texts = [told if len(told := sentence.span.of(plain)) <= _LONGEST else "" for sentence in sentences]
    bodies = [_body(text) for text in texts]
    tokens = [tagged(body) for body in bodies]
    names = learn(bodies, tokens)
    lines = resolved(_lines(sentences, texts, names, quotes, tokens))
    return Story(article=article, lines=tuple(_stated(line, names, article.published) for line in lines), names=names)


def _stated(line: Line, names: Names, published: date | None) -> Line:
    """A line with its clauses cut out."""
    if line.is_unreadable:
        return line
    dated = (timed(clause, line.marked, published) for clause in clauses_of(line.marked.text, line.marked.tokens))
    return msgspec.structs.replace(line, clauses=tuple(trimmed(clause, line.marked, names) for clause in dated))


def _body(text: str) -> str:
    found = _CAPTION.match(text)
    return text[found.end() :] if found else text


def _lines(
    sentences: list[Sentence], texts: list[str], names: Names, quotes: list[Span], tokens: list[tuple[Token, ...]]
) -> list[Line]:
    lines = []
    first = 0
    for sentence, text, words in zip(sentences, texts, tokens, strict=True):
        span = sentence.span
        while first < len(quotes) and quotes[first].end <= span.start:
            first += 1
        inside = []
        place = first
        while place < len(quotes) and quotes[place].start < span.end:
            inside.append(quotes[place])
            place += 1
        lines.append(_line(sentence, text, names, inside, words))
    return lines


def _line(sentence: Sentence, text: str, names: Names, inside: list[Span], words: tuple[Token, ...]) -> Line:
    span = sentence.span
    body = _body(text)
    skipped = len(text) - len(body)
    whole = [quote for quote in inside if span.start <= quote.start and quote.end <= span.end]
    places = [(quote.start - span.start - skipped, quote.end - span.start - skipped) for quote in whole]
    return Line(
        sentence=sentence,
        plain=text,
        marked=mark(body, names, [place for place in places if place[0] >= 0], words),
        is_caption=skipped > 0,
        is_broken=not text or len(whole) < len(inside) or _is_unbalanced(text),
        is_hanging=bool(_HANGING.match(text)),
    )


def _is_unbalanced(text: str) -> bool:
    return text.count("(") != text.count(")") or text.count("[") != text.count("]") or "\u2026" in text
