"""What an article tells of each person it names: office, country, field; what tells whom one may be set beside."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from quizgame.generate.deaths import the_dead
from quizgame.generate.lexicon.bodies import sort_of_body
from quizgame.generate.lexicon.families import known
from quizgame.generate.lexicon.given import gender_of_given
from quizgame.generate.lexicon.roles import HEADS
from quizgame.generate.lexicon.topics import BODY_TAGS, OFFICE_TAGS, TOPIC_WORDS
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.marks import CODE, Mark
from quizgame.generate.roles import offices_of
from quizgame.generate.story import Line, Story

__all__ = ["Profile", "gender_of", "most_told", "profiles_of", "topics_of"]

_SAYS = "|".join(sorted(REPORTING))
_SPEAKER = re.compile(rf"<P(\d+)>(?:, [^,<>]*,)? (?:{_SAYS})\b|\b(?:{_SAYS}) (?:[A-Za-z]+ ){{0,3}}<P(\d+)>")
_EVENT_GENDER = re.compile(r"\b(women|men)'s\b")
_WORD = re.compile(r"[a-z][a-z-]{2,}")
_BESIDE = 60
"""How many characters of marked text a country may stand apart from the person whose it is."""
_LEAST = 2
"""How many words must speak of a topic for an article or a person to be of it."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """What an article tells of one person."""

    office: str = ""
    """The class of the role that it gives."""
    speaks: bool = False
    """Whether it lets the person speak."""
    events: str = ""
    """``women`` or ``men`` for who is named beside a women's or a men's event and no other."""
    gender: str = ""
    """``female`` or ``male`` where name or role tell it."""
    country: str = ""
    field: tuple[str, ...] = ()
    """What the person's roles tell of the field, as tags of families of persons."""
    is_of_the_past: bool = False
    """Whether the article names the person only beside years long gone, or as one of the dead."""
    topics: tuple[str, ...] = ()
    """What is told where the person is named, and in the article, the most told first."""


def profiles_of(story: Story) -> dict[str, Profile]:
    """Every person that is named, with what the whole article tells of each."""
    events, speakers, offices = _events(story), _speakers(story), offices_of(story)
    country, topics = most_told(story, "CJ"), topics_of(line.plain for line in story.lines)
    found = {}
    dead, year = the_dead(story), _year_of(story)
    for name, lines in _lines_of(story).items():
        heads = offices.get(name, ())
        found[name] = Profile(
            office=HEADS.get(heads[0], "") if heads else "",
            speaks=name in speakers,
            events=events.get(name, ""),
            gender=gender_of(name),
            is_of_the_past=name in dead or all(_is_long_ago(line.plain, year) for line in lines),
            country=_country_of(name, lines) or country,
            field=_field(name, heads, lines),
            topics=tuple(dict.fromkeys((*topics_of(line.plain for line in lines), *topics))),
        )
    return found


def _year_of(story: Story) -> int:
    """The year of the article, or the last that it tells; 0 where there is none."""
    told = [int(year) for line in story.lines for year in _YEAR.findall(line.plain)]
    return story.article.published.year if story.article.published else max(told, default=0)


def _is_long_ago(text: str, year: int) -> bool:
    told = [int(found) for found in _YEAR.findall(text)]
    return bool(told) and max(told) < year - _LONG_AGO


_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LONG_AGO = 15


def gender_of(name: str) -> str:
    """``female`` or ``male`` where a person's name tells, else empty."""
    told = known(name, "people")
    if told:
        family, place = told[0]
        return "female" if family.members[place].is_woman else "male"
    return gender_of_given(name.partition(" ")[0])


def topics_of(texts: Iterable[str]) -> tuple[str, ...]:
    """What texts are about, the most told first."""
    counts: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.findall(text.casefold()):
            if word in TOPIC_WORDS:
                counts.update(TOPIC_WORDS[word])
    told = [topic for topic, count in counts.items() if count >= _LEAST]
    return tuple(sorted(told, key=lambda topic: (-counts[topic], topic)))[:4]


def most_told(story: Story, letters: str) -> str:
    """The sport or the country that an article names most."""
    counts: Counter[str] = Counter()
    for line in story.lines:
        for mark in line.marked.marks:
            if mark.letter in letters:
                counts[mark.country or mark.text.casefold().replace("-", " ")] += 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _lines_of(story: Story) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in story.lines:
        for name in dict.fromkeys(mark.name for mark in line.marked.marks if mark.letter == "P"):
            found.setdefault(name, []).append(line)
    return found


def _field(name: str, heads: tuple[str, ...], lines: list[Line]) -> tuple[str, ...]:
    """The field of a person, by roles and titles, else by the bodies that stand beside the name."""
    titles = (mark.title.casefold() for line in lines for mark in line.marked.marks if mark.name == name)
    offices = [tag for head in (*heads, *titles) for tag in OFFICE_TAGS.get(head, ())]
    bodies = (mark for line in lines for mark in _beside(name, line, "O"))
    told = offices or [tag for mark in bodies for tag in BODY_TAGS.get(sort_of_body(mark.name, mark.detail), ())]
    return tuple(dict.fromkeys(told))


def _country_of(name: str, lines: list[Line]) -> str:
    """The country whose name or demonym stands nearest to a person's, most often."""
    counts: Counter[str] = Counter()
    for line in lines:
        counts.update(mark.country for mark in _beside(name, line, "CJO") if mark.country)
    return min(counts, key=lambda country: (-counts[country], country)) if counts else ""


def _beside(name: str, line: Line, letters: str) -> Iterator[Mark]:
    """The mention nearest to each naming of a person, if any is near."""
    places = [(found.start(), line.marked.marks[int(found[2])]) for found in CODE.finditer(line.marked.text)]
    for at, mark in places:
        if mark.letter == "P" and mark.name == name:
            near = [(abs(other - at), other, told) for other, told in places if told.letter in letters]
            nearest = min(near, key=lambda item: item[:2], default=(_BESIDE + 1, 0, mark))
            if nearest[0] <= _BESIDE:
                yield nearest[2]


def _speakers(story: Story) -> set[str]:
    return {
        line.marked.marks[int(before or after)].name
        for line in story.lines
        for before, after in _SPEAKER.findall(line.marked.text)
    }


def _events(story: Story) -> dict[str, str]:
    told: dict[str, set[str]] = {}
    for line in story.lines:
        beside = set(_EVENT_GENDER.findall(line.plain))
        for mark in line.marked.marks:
            if mark.letter == "P" and beside:
                told.setdefault(mark.name, set()).update(beside)
    return {name: found.pop() for name, found in told.items() if len(found) == 1}
