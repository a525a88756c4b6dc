"""Which countries a text speaks of."""

import re
from collections.abc import Iterator

from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.families import bare_name, known

__all__ = ["nations_in"]

_NAME = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*")


def nations_in(text: str) -> Iterator[str]:
    """The countries that a text names, by their names, demonyms or places."""
    for name in _NAME.findall(text.replace("'s", " ").replace("’s", " ")):
        for word in (name, *name.split(" ")):
            nation = DEMONYMS.get(word) or DEMONYMS.get(word.removesuffix("s")) or ALIASES.get(word)
            if nation or word in COUNTRIES:
                yield nation or word
        for place in dict.fromkeys((name, name.split(" ")[0])):
            for family, _ in known(bare_name(place), "places"):
                yield from family.tags & COUNTRIES.keys()
