"""Which countries a text speaks of."""

import re
from collections.abc import Iterator

from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.families import bare_name, known
from quizgame.generate.lexicon.kinds import VENUE_HEADS
from quizgame.generate.lexicon.words import LOWER_OPENERS

__all__ = ["nations_in"]

_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*")


def nations_in(text: str) -> Iterator[str]:
    """The countries that a text names: by their names and demonyms anywhere in it, by places where a name is one.

    "Frankfurt Airport" tells Germany, and "Paris Hilton" no country.
    """
    for name in _NAME.findall(text.replace("'s", " ").replace("’s", " ")):
        words = name.split(" ")
        told = {" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1)}
        for part in sorted(told):
            nation = DEMONYMS.get(part) or DEMONYMS.get(part.removesuffix("s")) or ALIASES.get(part)
            if nation or part in COUNTRIES:
                yield nation or part
        bare = words[1:] if words[0].casefold() in LOWER_OPENERS else words
        if bare and bare[-1] in VENUE_HEADS:
            bare = bare[:-1]
        for family, _ in known(bare_name(" ".join(bare)), "places"):
            yield from family.tags & COUNTRIES.keys()
