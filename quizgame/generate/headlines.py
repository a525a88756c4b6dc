"""The headline of an article as the scope of a question: "News of May 2031: “Ferry sinks off Norway”. Who ...?"."""

import re

import msgspec

from quizgame.core.article import Article
from quizgame.core.pack import MONTHS
from quizgame.core.text import fold
from quizgame.generate.clause import Clause
from quizgame.generate.facts import Fact
from quizgame.generate.lexicon.nations import nations_in
from quizgame.generate.lexicon.verbs import SUFFERED
from quizgame.generate.lexicon.words import STORY_NOUNS
from quizgame.generate.occasions import EVENT_NOUNS, events_in, has_rivals, is_disputed
from quizgame.generate.standalone import pointing, unbound
from quizgame.generate.story import Line, Story, month_of

__all__ = ["headed", "headline_of", "headlined", "introduces", "is_about"]

_LEAST_WORDS, _LONGEST = 4, 110
_STEM = 5
"""Letters that two words share to be of one family: "stabbed" and "stabbing"."""
_NEEDS = frozenset({"said", "age", "age_at_death", "office", "named_as", "called", "verdict", "holds_that", "origin"})
"""Relations that say too little of the world without the story they belong to."""
_ALIKE = (
    "plane aircraft jet airliner flight",
    "boat ship vessel ferry tanker",
    "study studies research researchers scientists paper survey experiment",
    "match final semi-final tournament",
    "event convention festival fair exhibition conference summit championship marathon olympiad comicon",
    "competition contest tournament championship olympiad",
    "vote election referendum ballot elections",
    "agreement treaty accord contract",
    "protest protests demonstration demonstrations rally",
    "school university college campus",
)
"""Nouns of which a headline may use one and the article another."""
_JUDGING = frozenset("decided ruled ordered suggested expected planned wanted agreed".split())
"""Verbs behind which a clause of its own may stand without "that"."""


def headline_of(article: Article) -> str:
    """The headline with the month it is from, as it opens a question; empty where one of them is not known."""
    title = re.sub(r"[“”\"]", "'", article.title)
    if not article.published or len(title.split()) < _LEAST_WORDS or len(title) > _LONGEST:
        return ""
    return f"News of {MONTHS[article.published.month - 1]} {article.published.year}: “{title}”."


def introduces(title: str, text: str) -> bool:
    """Whether a headline names all that a piece of marked text points back to with "the"."""
    known = _families(title)
    heads = [phrase.rsplit(" ", maxsplit=1)[-1] for phrase in pointing(text)]
    events = events_in(title)
    return all(
        (head in STORY_NOUNS and (head not in EVENT_NOUNS or head in events)) or _families(head) & known
        for head in heads
    )


def is_about(title: str, text: str) -> bool:
    """Whether a headline and a statement have a word of some weight in common."""
    return bool(_families(title) & _families(text))


def _families(text: str) -> set[str]:
    return {word[:_STEM] for word in fold(text).split() if len(word) >= _STEM}


def headed(fact: Fact, story: Story) -> Fact:
    """The fact with the headline of its story, where the question would not say what it is about."""
    if fact.relation not in _NEEDS or "news" in fact.slots:
        return fact
    told = headline_of(story.article)
    if not told or fold(fact.value) in fold(told) or (fact.form == "country" and fact.value in set(nations_in(told))):
        return fact
    when = "" if fact.slots.get("when") == month_of(story) else fact.slots.get("when", "")
    return msgspec.structs.replace(fact, slots={**fact.slots, "news": told, "when": when})


def headlined(story: Story, line: Line, clause: Clause) -> str:
    """The headline of the article, where it says of what a clause speaks that would else need the article."""
    title = story.article.title
    told = headline_of(story.article)
    events = events_in(title)
    if not told or clause.verb in _JUDGING or (events and has_rivals(story)):
        return ""
    if clause.lemma in SUFFERED and is_disputed(story, clause.verb or clause.lemma, "people"):
        return ""
    points = [
        phrase for part in (clause.subject, unbound(clause, line.marked), clause.intro) for phrase in pointing(part)
    ]
    text = line.marked.told(f"{clause.subject} {clause.predicate}")
    is_of_it = bool(points) or is_about(title, text) or (bool(events) and clause.lemma in SUFFERED)
    is_told = all(_introduces(title, phrase.rpartition(" ")[2], events) for phrase in points)
    return told if is_of_it and is_told else ""


def _introduces(title: str, noun: str, events: frozenset[str]) -> bool:
    """Whether a headline tells of what a noun points back to, in its word or in a like one."""
    alike = next((row.split() for row in _ALIKE if noun in row.split()), [noun])
    return noun in events or any(introduces(title, f"the {other}") for other in alike)
