"""The words of a text that carry meaning."""

from quizgame.core.text import fold

__all__ = ["STOP_WORDS", "content_words"]

STOP_WORDS = frozenset(
    "the a an of in at on to for from by with and or as is are was were be been do does did has have had will who whom "
    "whose what which when where why how many much this that these those it its their his her".split()
)
"""Folded words that carry none by themselves."""


def content_words(text: str) -> set[str]:
    """The folded words of a text that carry meaning."""
    return {word for word in fold(text).split() if word not in STOP_WORDS}
