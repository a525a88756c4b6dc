"""Libraries that come with extras of the installation, and what to say where they are missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from quizgame.core.errors import DataError, Problem

__all__ = ["extra"]


@contextmanager
def extra(name: str, *, what: str) -> Iterator[None]:
    """Import what an extra brings; where it is missing, say how to install it.

    Args:
        name: The extra.
        what: What cannot be read without it.

    Raises:
        DataError: The import failed.
    """
    try:
        yield
    except ImportError as error:
        hint = f"pip install 'quizgame[{name}]', or save it as plain text"
        raise DataError(Problem(what=f"to read {what}, the extra {name!r} must be installed", hint=hint)) from error
