"""All formats: by name, by ending, and by what a document looks like."""

from functools import cache
from importlib import import_module

from quizgame.core.errors import DataError, Problem
from quizgame.core.exchange import FormatName
from quizgame.core.imports import Origin
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.items import Format

__all__ = ["ORIGINS", "format_of", "formats", "recognised", "title_of"]

_MODULES = "opentdb moodle mdbook opentriviaqa kahoot quizizz anki aiken plaincsv gift".split()
"""In the order in which they are tried: those that nothing else looks like come first."""

ORIGINS: dict[FormatName, Origin] = {
    "opentdb": Origin(
        source="Open Trivia Database",
        author="the contributors of the Open Trivia Database",
        license="CC-BY-SA-4.0",
        url="https://opentdb.com",
    ),
    "opentriviaqa": Origin(
        source="OpenTriviaQA",
        author="the contributors of OpenTriviaQA",
        license="CC-BY-SA-4.0",
        url="https://github.com/uberspot/OpenTriviaQA",
    ),
}
"""What is known of files whose format one work alone is published in, until somebody says otherwise."""


@cache
def formats() -> tuple[Format, ...]:
    """Every foreign format."""
    return tuple(import_module(f"quizgame.storage.formats.{name}").FORMAT for name in _MODULES)


def format_of(name: FormatName) -> Format:
    """The format of a name."""
    return next(each for each in formats() if each.name == name)


def recognised(document: Document, *, file: str) -> Format:
    """The format that a document is in, by its content.

    Raises:
        DataError: It is in none that is known, or it is a workbook that cannot be read.
    """
    found = next((each for each in formats() if each.fits(document)), None)
    if found is None:
        known = ", ".join(each.title for each in formats())
        what = "it is in no format that is known here"
        raise DataError(Problem(file=file, what=what, hint=f"a pack of our own, {known}"))
    return found


def title_of(name: FormatName) -> str:
    """What people call a format."""
    return "quizgame TOML" if name == "quizgame" else format_of(name).title
