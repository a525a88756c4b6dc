"""The headline of an article as the scope of a question: "News of May 2031: “Ferry sinks off Norway”. Who ...?"."""

import re

import msgspec

from quizgame.core.article import Article
from quizgame.core.pack import MONTHS
from quizgame.core.text import fold
from quizgame.generate.facts import Fact
from quizgame.generate.lexicon.nations import nations_in
from quizgame.generate.lexicon.words import STORY_NOUNS
from quizgame.generate.occasions import EVENT_NOUNS, events_in
from quizgame.generate.standalone import pointing
from quizgame.generate.story import Story, month_of

__all__ = ["headed", "headline_of", "introduces", "is_about"]

_LEAST_WORDS, _LONGEST = 4, 110
_STEM = 5
"""Letters that two words share to be of one family: "stabbed" and "stabbing"."""
_NEEDS = frozenset({"said", "age", "age_at_death", "office", "named_as", "called", "verdict", "holds_that", "origin"})
"""Relations that say too little of the world without the story they belong to."""


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
