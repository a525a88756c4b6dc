"""What the mark-up of a page says of its article: title, publisher, day of publication, address.

Only what is marked as such counts. A day that merely stands somewhere in the text is never taken.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from quizgame.core.text import clean, one_line
from quizgame.generate.inputs.dates import day_in, days_in

__all__ = ["page_facts"]

_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title", "headline")
_SITES = ("og:site_name", "application-name", "citation_journal_title", "dc.publisher")
_DAYS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published",
    "parsely-pub-date", "publishdate", "publish-date", "publish_date", "published_at", "pubdate",
    "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date",
    "sailthru.date", "date",
)  # fmt: skip
_PUBLISHED = re.compile(
    r"\b(?:pubdate|published|publish-date|post-date|entry-date|dateline|article-date|date-published)\b"
)
_SEPARATORS = (" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ")
_COMPACT = re.compile(r"(\d{4})[/.]?(\d\d)[/.]?(\d\d)(?!\d)")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Posting)$")
_LONGEST = 1 << 20


class PageFacts(NamedTuple):
    """What a page tells of its article; empty where it does not."""

    title: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""


def page_facts(tree: Any, *, url: str) -> PageFacts:  # noqa: ANN401 - the library has no types
    """Gather what a parsed page tells.

    Args:
        tree: The page, as lxml parsed it.
        url: Where it comes from, "" where nobody knows.
    """
    metas = _metas(tree)
    linked = tuple(_linked(tree))
    address = _address(tree, url)
    site = _first(metas, _SITES) or _publisher(linked)
    title = _first(metas, _TITLES) or _of_article(linked, "headline") or _heading(tree)
    return PageFacts(_without_site(title, site), site or _host(address), _published(tree, metas, linked), address)


def _metas(tree: Any) -> Mapping[str, str]:  # noqa: ANN401
    """The contents of ``meta`` elements by name; of several with one name the first."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if meta.get(key) and meta.get("content"):
                found.setdefault(meta.get(key).strip().lower(), one_line(meta.get("content")))
    return found


def _first(metas: Mapping[str, str], names: Iterable[str]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _linked(tree: Any) -> Iterator[Mapping[str, Any]]:  # noqa: ANN401
    """Every object of the page's linked data (JSON-LD), outer ones first."""
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        try:
            waiting = deque([json.loads((script.text or "")[:_LONGEST])])
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.popleft()
            if isinstance(item, dict):
                yield item
            waiting += item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()


def _is_article(item: Mapping[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _of_article(linked: Iterable[Mapping[str, Any]], key: str) -> str:
    told = (item.get(key) for item in linked if _is_article(item))
    return next((one_line(value) for value in told if isinstance(value, str) and value.strip()), "")


def _publisher(linked: Iterable[Mapping[str, Any]]) -> str:
    """The name of the publisher, which may stand in another object that is only pointed to."""
    known = {item["@id"]: item for item in linked if isinstance(item.get("@id"), str) and "name" in item}
    for item in filter(_is_article, linked):
        told = item.get("publisher")
        told = known.get(told.get("@id"), told) if isinstance(told, dict) and isinstance(told.get("@id"), str) else told
        name = told.get("name") if isinstance(told, dict) else told
        if isinstance(name, str) and name.strip():
            return one_line(name)
    return ""


def _heading(tree: Any) -> str:  # noqa: ANN401
    """The one main heading, else the title of the window without the site's name."""
    headings = [one_line(str(heading.text_content())) for heading in tree.iter("h1")]
    if len(told := list(filter(None, headings))) == 1:
        return told[0]
    title = tree.find(".//title")
    return one_line(str(title.text_content())) if title is not None else ""


def _without_site(title: str, site: str) -> str:
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and site and tail.strip().casefold() == site.casefold():
            return head.strip()
    return title


def _address(tree: Any, url: str) -> str:  # noqa: ANN401
    """The address that the page calls its own, where it names one of the site it was fetched from; else that."""
    told = [link.get("href", "") for link in tree.iter("link") if link.get("rel", "").strip().lower() == "canonical"]
    own = one_line(told[0]) if told else ""
    fits = own.startswith(("https://", "http://")) and (not url or _host(own) == _host(url))
    return own if fits else clean(url)


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _published(tree: Any, metas: Mapping[str, str], linked: Iterable[Mapping[str, Any]]) -> date | None:  # noqa: ANN401
    told = [_of_article(linked, "datePublished"), *(metas.get(name, "") for name in _DAYS), *_times(tree)]
    return next((day for value in told if (day := _day(value))), None)


def _times(tree: Any) -> Iterator[str]:  # noqa: ANN401
    """The moments that elements mark as that of publication, else the only moment of the page."""
    marked: list[str] = []
    others: set[str] = set()
    for element in tree.iter("time", "span", "abbr", "p", "div"):
        told = element.get("datetime") or element.get("content") or ""
        kind = f"{element.get('itemprop', '')} {element.get('class', '')}".lower()
        is_published = "datepublished" in kind or element.get("pubdate") is not None or bool(_PUBLISHED.search(kind))
        if is_published and (told or element.tag in {"time", "abbr"}):
            marked.append(told or str(element.text_content()))
        elif element.tag == "time" and told:
            others.add(told[:10])
    yield from marked or (others if len(others) == 1 else ())


def _day(value: str) -> date | None:
    text = one_line(value[:60])
    compact = _COMPACT.match(text)
    day = day_in("-".join(compact.groups())) if compact else day_in(text)
    return day or next(iter(days_in(text)), None)
