"""Leaving out what stands around an article: closing sections, lines of the web site, paragraphs that come back."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizgame.core.text import fold

__all__ = ["is_closing", "is_signature", "is_site_line", "is_spoken", "unrepeated"]

_CLOSING = frozenset(
    name.strip()
    for name in """
    about the author|about the authors|about this article|acknowledgements|acknowledgments|additional reading|also read
    bibliography|citations|comments|comments are closed|endnotes|external link|external links|footnotes|further reading
    have your say|leave a comment|leave a reply|more news|more on this story|more stories|more to read|most popular
    most read|notes|notes and references|read more|read next|recommended|recommended for you|references
    references and notes|related|related articles|related content|related coverage|related links|related news
    related reading|related stories|related topics|see also|share this|share this article|similar articles|sister links
    source|sources|sources and references|trending|works cited|you may also like|you might also like
    """.replace("\n", "|").split("|")
    if name.strip()
)
_SITE_LINE = re.compile(
    r"^(?:advertisements?|sponsored(?: content)?|(?:sign up|subscribe) (?:to|for|now)\b.*|follow us on\b.*"
    r"|click here\b.*|(?:read|see|watch|related)(?: more| also| news| story| stories)? ?:.*|also read ?:.*"
    r"|share (?:this|on)\b.*|all rights reserved\.?|(?:copyright|©|\(c\)) ?.{0,10}\d{4}.*"
    r"|listen to this article|(?:for )?more (?:information|details),? (?:visit|see|contact|go to)\b.*"
    r"|skip to (?:main )?content|print(?: this)?(?: page| article)?"
    r"|this (?:story|article) (?:was|has been) (?:updated|corrected|amended)\b.*|scroll down.*|continue reading.*"
    r"|story continues below.*|\d{1,2} min(?:ute)?s? read)$",
    re.IGNORECASE,
)
_LONGEST_SITE_LINE = 260
_SENTENCE_END = re.compile(r"[.!?]$|[.!?,][\"”]$")
_SIGNATURE = re.compile(r"^(?:--|[–—―-]) ?(?=[^\W\d_a-z]).{2,150}$")
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Uu]s|I|[Mm]y|[Mm]e)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_SAID_BY = re.compile(r" *(?:--|[–—―]) *[^\W\d_a-z][^–—\n]{2,80}$")
_MARKS = re.compile(r"[\"“”«»„‘’']")
_OPENING = tuple("\"“«„‘'")
_LEAST_SPACES, _MOST_CHARACTERS = 4, 400
_NEAR = 60
"""How many paragraphs before and after it a pull quote may be taken from."""


def is_closing(line: str) -> bool:
    """Whether a heading opens what is no longer the article: sources, links, other news."""
    return len(line) <= 40 and fold(line) in _CLOSING


def is_site_line(line: str) -> bool:
    """Whether a line speaks for the web site: advertising, sharing, rights."""
    return len(line) <= _LONGEST_SITE_LINE and bool(_SITE_LINE.match(line))


def is_signature(line: str) -> bool:
    """Whether a line names who said something beside it, after a dash."""
    return bool(_SIGNATURE.match(line)) and not _SENTENCE_END.search(line)


def is_spoken(paragraph: str) -> bool:
    """Whether a paragraph over a signature is what was said: a quotation, or someone's words about themselves."""
    return paragraph.startswith(_OPENING) or bool(_OWN.search(_QUOTED.sub("", paragraph)))


def unrepeated(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs without pull quotes: quotations that only say again what another paragraph says."""
    words = lru_cache(maxsize=4 * _NEAR)(_words)
    seen: set[str] = set()
    for place, paragraph in enumerate(paragraphs):
        if not _is_quotation(paragraph):
            yield paragraph
            continue
        told = words(paragraph)
        near = paragraphs[max(place - _NEAR, 0) : place + _NEAR]
        if told not in seen and not any(len(other) > len(paragraph) and told in words(other) for other in near):
            yield paragraph
        seen.add(told)


def _words(paragraph: str) -> str:
    return fold(_MARKS.sub("", _unsaid(paragraph)))


def _unsaid(paragraph: str) -> str:
    """A paragraph without the name of the speaker after a dash at its end."""
    return paragraph[:-90] + _SAID_BY.sub("", paragraph[-90:])


def _is_quotation(paragraph: str) -> bool:
    """Whether a short paragraph begins as a quotation does, or ends with the name of who said it."""
    if len(paragraph) > _MOST_CHARACTERS or paragraph.count(" ") < _LEAST_SPACES:
        return False
    return paragraph.startswith(_OPENING) or _unsaid(paragraph) != paragraph
