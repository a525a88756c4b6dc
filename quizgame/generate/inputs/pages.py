"""HTML pages: the article among menus, links and advertising, by trafilatura.

A page is foreign data. Whatever it holds, it is parsed once, in bounded time, and nothing in it is followed or run.
"""

import logging
from collections.abc import Iterator
from typing import Any

from quizgame.core.errors import DataError, Problem
from quizgame.core.text import clean
from quizgame.generate.inputs.blocks import Block, Draft
from quizgame.generate.inputs.extras import extra
from quizgame.generate.inputs.pagefacts import page_facts

__all__ = ["page_draft"]

_MANY, _MOST = 20_000, 200_000
"""Above how many elements a quicker way is taken, and above how many none."""
_TALKATIVE = ("trafilatura", "htmldate", "justext", "courlan", "charset_normalizer")


def page_draft(page: str, *, url: str) -> Draft:
    """The article of a page, with title, publisher and day of publication as its mark-up tells them.

    Args:
        page: The page, decoded.
        url: Where it comes from, "" where nobody knows.

    Raises:
        DataError: No article was found in it, or trafilatura is not installed.
    """
    with extra("web", what="web pages"):
        from lxml import etree  # noqa: PLC0415
        from trafilatura import bare_extraction  # noqa: PLC0415
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        tree = _tree(page)
        facts = page_facts(tree, url=url)
        found = bare_extraction(tree, fast=_size(tree) > _MANY, include_comments=False, include_tables=False)
    except (
        etree.LxmlError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise _nothing() from error  # bugs of the library that odd pages bring to light
    body: Any = getattr(found, "body", None)
    blocks = tuple(_blocks(body)) if body is not None else ()
    if not blocks:
        raise _nothing()
    return Draft(blocks=blocks, title=facts.title, publisher=facts.publisher, published=facts.published, url=facts.url)


def _nothing() -> DataError:
    return DataError(Problem(what="no article was found on the page", hint="save the article as plain text"))


def _tree(page: str) -> Any:  # noqa: ANN401 - the library has no types
    from lxml import html  # noqa: PLC0415

    bare = clean(page).lstrip()
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True)
    tree = html.document_fromstring(bare.encode("utf-8"), parser=parser)
    if _size(tree) > _MOST:
        raise DataError(
            Problem(what=f"the page has more than {_MOST:,} elements", hint="save the article as plain text")
        )
    return tree


def _size(tree: Any) -> int:  # noqa: ANN401
    return sum(1 for _ in tree.iter())


def _blocks(body: Any) -> Iterator[Block]:  # noqa: ANN401
    """The blocks of the body that was found, in its order."""
    for element in body:
        tag = element.tag
        if tag == "head":
            yield Block(" ".join(_text(element).split()), is_heading=True)
        elif tag == "list":
            yield from (Block(text, is_item=True) for item in element.iter("item") for text in _parted(_text(item)))
        elif tag not in {"table", "graphic"}:
            yield from (
                Block(text, is_quoted=tag == "quote") for part in _paragraphs(element) for text in _parted(part)
            )


def _paragraphs(element: Any) -> Iterator[str]:  # noqa: ANN401
    inner = [part for part in element if part.tag == "p"]
    yield from map(_text, inner or [element])


def _parted(text: str) -> Iterator[str]:
    yield from filter(None, (part.strip() for part in text.split("\n\n")))


def _text(element: Any) -> str:  # noqa: ANN401
    """What an element says, with a line's end for every break, and without the items of a list in it."""
    parts = [element.text or ""]
    for inner in element:
        if inner.tag == "lb":
            parts.append("\n")
        elif inner.tag != "list":
            parts.append(_text(inner))
        parts.append(inner.tail or "")
    return "".join(parts)
