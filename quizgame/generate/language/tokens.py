"""Tokens of a sentence, with their places in it."""

import re

import msgspec

__all__ = ["Token", "split"]

_TOKEN = re.compile(
    r"""(?:[A-Z]\.){2,}
    |(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Sgt|Lt|Capt|Rev|Jr|Sr|vs|No|Inc|Ltd|Co|Corp
        |Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m)\.(?=\s|,|$)
    |\d[\d,]*(?:\.\d+)?(?:st|nd|rd|th|s|m|km|bn)?\b(?:-[A-Za-z]+)*
    |[^\W\d_]+(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b
    |[^\W\d_](?:\w|[-–&/](?=\w)|\.(?=[A-Z]\.)|'(?=[A-Z]))*
    |\.\.\.|--|\w+|[^\w\s]""",
    re.VERBOSE,
)


class Token(msgspec.Struct, frozen=True):
    """A word, a number or a mark."""

    text: str
    start: int
    end: int
    tag: str = ""
    """Its part of speech, as the Penn Treebank calls it: ``NNP``, ``VBD`` ..."""
    label: str = "O"
    """Its part in a name: ``B-`` or ``I-`` with P person, L place, O organisation, E event or X another; O for none."""


def split(sentence: str) -> list[tuple[str, int, int]]:
    """The tokens of a sentence (straight quotation marks), and where each starts and ends."""
    return [(found.group(), found.start(), found.end()) for found in _TOKEN.finditer(sentence)]
