"""From the text of a file to an `Article`: front matter, title, byline, dateline, and plain paragraphs."""

import re
from datetime import date

import msgspec

from quizgame.core.article import Article
from quizgame.core.pack import MONTHS
from quizgame.core.text import clean, one_line, slug
from quizgame.generate.inputs.frontmatter import part
from quizgame.generate.inputs.markup import plain

__all__ = ["read"]

_MONTH = "|".join(MONTHS)
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'\- ]+(?:, [A-Z][A-Za-z.'\- ]+)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})? ?"
    r"(?:\((?P<agency>[A-Z][\w. ]{1,30})\) ?)?(?:--|[\u2013\u2014-]) (?=\S)"
)
_STAMP = re.compile(
    rf"^(?:\(?(?P<publisher>[A-Z][\w. ]{{1,30}})\) ?)?(?:\d{{1,2}}:\d\d(?: ?[ap]\.?m\.?)?,? ?)?"
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})),? (?P<year>\d{{4}})$"
)
_CREDIT = re.compile(r" *\((?:[A-Z][\w. ]*/[^()\n]{2,60}|(?:Photo|Image|Picture|Credit)[^()\n]{2,80})\)(?=\s|$)")
_REFERENCE = re.compile(r" ?\[(?:\d{1,3}|[a-z]|citation needed|note \d+|clarification needed)\]")
_END_MARKS = re.compile(r"\s*[\u25a0\u25fc\u25aa\u2588]+\s*$")
_ENDS = (".", "!", "?", '"', "\u201d", "'", "\u2019", ":", ")", ";", ",")
_WHOLE, _LONG = 0.7, 60


def read(text: str, *, name: str) -> Article:
    """See `quizgame.generate.read_text_article`."""
    told, body = part(clean(text))
    heading, blocks = plain(body)
    paragraphs = [one_line(line) for block in blocks for line in _lines(block)]
    title, paragraphs = _title(heading or told.get("title", ""), [line for line in paragraphs if line])
    publisher, published, paragraphs = _stamp(paragraphs)
    agency, paragraphs = _strip(paragraphs)
    found = Article(
        id=slug(name) or "article",
        text="\n\n".join(paragraphs),
        title=title or one_line(name),
        publisher=publisher or agency,
        published=published,
    )
    return msgspec.structs.replace(found, **told)


def _lines(block: str) -> list[str]:
    """A block's paragraphs: its lines, where nearly all of them end as sentences do; else they were wrapped."""
    lines = block.split("\n")
    whole = sum(line.rstrip().endswith(_ENDS) for line in lines) >= _WHOLE * len(lines)
    return lines if whole and max(map(len, lines)) > _LONG else [" ".join(lines)]


def _title(heading: str, paragraphs: list[str]) -> tuple[str, list[str]]:
    """The title, and the paragraphs without a first one that is a title by its look."""
    if heading or len(paragraphs) < 2 or not _is_heading(paragraphs[0]) or _STAMP.match(paragraphs[0]):
        return one_line(heading), paragraphs
    return paragraphs[0], paragraphs[1:]


def _is_heading(line: str) -> bool:
    return len(line) <= 150 and not line.endswith(_ENDS)


def _stamp(paragraphs: list[str]) -> tuple[str, date | None, list[str]]:
    """Publisher and date, where one of the first lines tells only these, and the other lines."""
    for place, line in enumerate(paragraphs[:3]):
        found = _STAMP.match(line)
        day = _date(found) if found else None
        if found and day:
            return found["publisher"] or "", day, paragraphs[:place] + paragraphs[place + 1 :]
    return "", None, paragraphs


def _date(found: re.Match[str]) -> date | None:
    month = MONTHS.index(found["month"] or found["month2"]) + 1
    try:
        return date(int(found["year"]), month, int(found["day"] or found["day2"]))
    except ValueError:
        return None


def _strip(paragraphs: list[str]) -> tuple[str, list[str]]:
    """The agency of the dateline, and the paragraphs without dateline, credits, references and subheads."""
    agency = ""
    kept: list[str] = []
    for line in paragraphs:
        bare = _REFERENCE.sub("", _CREDIT.sub("", _END_MARKS.sub("", line)))
        found = _DATELINE.match(bare) if not kept else None
        if found:
            agency, bare = found["agency"] or "", bare[found.end() :]
        if bare and not _is_heading(bare):
            kept.append(one_line(bare))
    return agency, kept
