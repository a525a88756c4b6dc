"""In which place, and which title in a row: ranks that words such as "third" tell."""

import re
from collections.abc import Iterator

from quizgame.generate.clause import Clause
from quizgame.generate.facts import Found
from quizgame.generate.figurefacts import asked_figure, dated, inverted
from quizgame.generate.figures import Figure
from quizgame.generate.marks import Mark
from quizgame.generate.story import Story

__all__ = ["ordinals"]

_RANK = r"(?P<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))"
_PLACED = re.compile(rf"^{_RANK}(?P<place> place| overall)?(?= (?:in|at|behind|with|of|among)\b|$)")
_COUNTED = re.compile(
    rf"\b(?:'s|his|her|its|their|the|a|an) {_RANK} (?=(?:[a-z-]+ |<[A-Z]\d+> ){{0,2}}(?:title|titles|win|victory|"
    r"term|crown|championship|medal|gold|goal|time|edition|anniversary|season|album|novel|appearance|defeat|century|hat-trick|"
    r"president|prime minister|governor|mayor|king|queen|pope|chancellor)\b)"
)
_PLACING = frozenset("finish come place rank qualify".split())


def ordinals(story: Story) -> Iterator[Found]:
    """The ranks of an article."""
    for line in story.lines:
        for clause in (dated(story, line, clause) for clause in line.clauses):
            placed = _PLACED.match(clause.rest) if clause.lemma in _PLACING else None
            found = placed or _COUNTED.search(clause.rest)
            if not found:
                continue
            rank = found["rank"]
            mark = Mark(letter="F", text=rank, name=rank)
            figure = Figure(
                code=rank, mark=mark, bound="", before="", start=found.start("rank"), end=found.end("rank"), noun=""
            )
            relation, slots = _in_place(clause, placed) if placed else ("", {})
            yield asked_figure(story, line, clause, figure, kind="ordinal", relation=relation, slots=slots)


def _in_place(clause: Clause, found: re.Match[str]) -> tuple[str, dict[str, str]]:
    """As in "In which place did <P0> finish in <E1>?"."""
    told = inverted(clause, clause.subject, clause.rest[found.end() :].strip(), clause.intro)
    return ("in_which_place", {"told": told}) if told else ("", {})
