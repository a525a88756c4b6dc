"""What somebody or some country is called: "<country>, a traditional powerhouse in <sport>, ..."."""

import re
from collections.abc import Iterator

from quizgame.generate.classes import class_of, form_of, kind_of, value_of
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.standalone import has_anchor, why_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["descriptions"]

_CALLED = re.compile(
    r"(?P<code><[PC]\d+>), (?P<article>an?|one of the) (?P<words>(?:(?:<[JS]\d+>|[a-z-]+) ){0,4}"
    r"(?:powerhouse|stars?|talents?|veterans?|rivals?|legends?|favou?rites?|pioneers?|heavyweights?|newcomers?))"
    r"(?P<rest>(?: (?:of|in|at|among) [^,.]+?)?)(?=,| who |\.|$)"
)


def descriptions(story: Story) -> Iterator[Found]:
    """What an article calls the persons and the countries it speaks of."""
    for line in story.lines:
        if not line.is_broken:
            for found in _CALLED.finditer(line.marked.text):
                yield _fact(story, line, found)


def _fact(story: Story, line: Line, found: re.Match[str]) -> Found:
    mark = line.marked.of(found["code"])
    words = f"{found['article']} {found['words']}{found['rest']}"
    reason = why_not_alone(words, line.marked, story.names)
    if not reason and not has_anchor(words) and "<S" not in words:
        reason = "nothing in it tells which event of the world is meant"
    if reason or (mark.letter == "P" and " " not in mark.name):
        return Miss(
            kind=kind_of(mark), reason=reason or "the person's full name is not known", what=line.marked.told(words)
        )
    who = "Who" if mark.letter == "P" else f"Which {class_of(mark)}"
    return Fact(
        kind=kind_of(mark),
        relation="called",
        subject=line.marked.told(words),
        value=value_of(mark),
        form=form_of(mark)[0],
        slots={"who": who, "words": line.marked.told(words)},
        evidence=line.proof,
        confidence=0.8,
        country=mark.country,
    )
