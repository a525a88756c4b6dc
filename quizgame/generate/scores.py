"""By what score one side beat another, and by what vote something passed."""

import re
from collections.abc import Iterator

from quizgame.generate.blanks import blanked, closed
from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact, Found, Miss
from quizgame.generate.figurefacts import UNDATED, dated, inverted
from quizgame.generate.frames import figure_clauses
from quizgame.generate.headlines import headlined
from quizgame.generate.standalone import POINTS_BACK, why_clause_not_alone
from quizgame.generate.story import Line, Story

__all__ = ["scores"]

_SIDE = r"(?:[Tt]he )?(?:(?:<J\d+>|[a-z-]+) ){0,2}<[CXOPL]\d+>(?: women| men)?"
_SCORE = r"(?P<score><G\d+>)"
_BEATEN = re.compile(rf"^(?P<two>{_SIDE}),? (?:by (?:a score of )?)?{_SCORE}(?P<tail>(?: .*)?)$")
_WON = re.compile(
    rf"^(?P<game>the (?:final|match|game) )?{_SCORE} (?P<two>(?:against|over|to|at|with) {_SIDE})(?P<tail>(?: .*)?)$"
)
_NAMED = re.compile(rf"\ban? (?:\S+ )?{_SCORE} (?:\w+ )?(?:win|victory|defeat|loss|draw|lead|triumph|tie)\b")
_VOTED = re.compile(rf"(?:^|\b(?:by|of|vote) ){_SCORE}(?= |$)")
_BEAT = frozenset(
    "beat defeat thrash overcome edge outclass rout crush topple down hammer stun trounce eliminate".split()
)
_GAMES = frozenset("win lose draw prevail triumph".split())
_VOTES = frozenset("vote pass approve reject back endorse ratify defeat".split())
_WHEN = re.compile(r"<[EVLRYD]\d+>")


def scores(story: Story) -> Iterator[Found]:
    """The results of an article."""
    for line in story.lines:
        if "<G" in line.marked.text:
            for clause in (dated(story, line, clause) for clause in figure_clauses(story, line)):
                if "<G" in clause.rest:
                    yield _result(story, line, clause)


def _result(story: Story, line: Line, clause: Clause) -> Found:
    """The fact of a clause with a score, or why it is none."""
    found, relation, told = _worded(clause)
    what = line.marked.told(f"{clause.subject} {clause.predicate}")[:90]
    if not found:
        return Miss(kind="score", reason="the score belongs to no match or vote", what=what)
    reason = why_clause_not_alone(clause, line.marked, story.names)
    if clause.helper in {"has", "have", "had"}:
        reason = reason or UNDATED
    if not clause.when and not _WHEN.search(f"{clause.rest} {clause.intro}"):
        reason = reason or UNDATED
    mark = line.marked.of(found["score"])
    news = (
        headlined(story, line, clause)
        if reason in {POINTS_BACK, UNDATED} and mark.text not in story.article.title
        else ""
    )
    reason = "" if news else reason
    stem = blanked(clause, found["score"], when=clause.when, tokens=line.marked.tokens) if not told else ""
    if reason or not (told or stem):
        return Miss(kind="score", reason=reason or "no question can be made of the statement", what=what)
    slots = {"told": closed(told, clause.when), "stem": stem}
    slots = {name: line.marked.told(text) for name, text in slots.items()}
    return Fact(
        kind="score",
        relation=relation,
        subject=slots["told"] or slots["stem"],
        value=mark.text,
        form="score",
        slots={**slots, "when": clause.when, **({"news": news} if news else {})},
        evidence=line.proof,
        confidence=0.88 if told else 0.82,
        avoid=tuple(other.text for other in line.marked.marks if other.letter == "G" and other is not mark),
    )


def _worded(clause: Clause) -> tuple[re.Match[str] | None, str, str]:
    """Where the score stands, how it is asked for and the words for that; no words where only a fill-in will do."""
    if not re.match(_SIDE, clause.subject) and clause.lemma not in _VOTES:
        return None, "", ""
    found = _BEATEN.match(clause.rest) if clause.lemma in _BEAT else None
    found = found or (_WON.match(clause.rest) if clause.lemma in _GAMES else None)
    if found:
        game = found.groupdict().get("game") or ""
        told = inverted(clause, clause.subject, game.strip(), found["two"], found["tail"].strip(), clause.intro)
        return found, "score" if told else "blank", told
    voted = _VOTED.search(clause.rest) if clause.lemma in _VOTES else None
    return _NAMED.search(clause.rest) or voted, "blank", ""
