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
_KNOWN_AS = re.compile(
    r"(?P<code><P\d+>)(?:, (?:also |better |once |widely |popularly )?(?P<known>known|nicknamed|dubbed|billed)"
    r"| (?P<be>was|is|has been|were|had been) (?:[a-z]+ )?(?P<told>described|known|nicknamed|dubbed|hailed|called|"
    r"labelled|labeled|branded|remembered)(?: by (?:the )?<[OXP]\d+>)?)(?: as)? (?:an? |the )?<Q(?P<quote>\d+)>"
)
_LEAST_WORDS = 2


def descriptions(story: Story) -> Iterator[Found]:
    """What an article calls the persons and the countries it speaks of."""
    for line in story.lines:
        if not line.is_broken:
            for found in _CALLED.finditer(line.marked.text):
                yield _fact(story, line, found)
            for found in _KNOWN_AS.finditer(line.marked.text):
                yield _name(line, found)


def _name(line: Line, found: re.Match[str]) -> Found:
    """As in "<person> has been described by the Times as a <quotation>"."""
    mark = line.marked.of(found["code"])
    quote = line.marked.marks[int(found["quote"])].text.strip('"').rstrip(",.")
    told = found.group()[found.end("code") - found.start() :]
    link = told[: told.index("<Q")]
    words = line.marked.told(link).removeprefix(", ")
    reason = "" if " " in mark.name else "the person's full name is not known"
    if len(quote.split()) < _LEAST_WORDS or "[" in quote or any(part in quote for part in mark.name.split()):
        reason = "says too little"
    if reason:
        return Miss(kind="person", reason=reason, what=f"{words.strip()} {quote}")
    be = "" if found["be"] else "is "
    return Fact(
        kind="person",
        relation="as_is",
        subject=quote,
        value=mark.name,
        form="person",
        slots={"stem": f"Who {be}{words.strip()} “{quote}”?"},
        evidence=line.proof,
        confidence=0.85,
        avoid=tuple(other.name for other in line.marked.among(link, "P")),
    )


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
