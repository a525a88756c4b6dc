"""What the names of an article are: persons, places, venues, events, organisations; one entity for each."""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from quizgame.generate.lexicon.countries import ALIASES, COUNTRIES, DEMONYMS
from quizgame.generate.lexicon.given import CHINESE_SURNAMES, GIVEN, KOREAN_SURNAMES, NOT_NAMES
from quizgame.generate.lexicon.kinds import EVENT_HEADS, ORG_HEADS, REGION_HEADS, VENUE_HEADS
from quizgame.generate.lexicon.places import CITIES, REGION_CLASS, REGIONS
from quizgame.generate.lexicon.roles import ROLE_WORDS
from quizgame.generate.lexicon.verbs import REPORTING
from quizgame.generate.runs import Run, runs_of

__all__ = ["Entity", "Names", "is_surname_first", "learn"]

_NATIONS = {**{name.removeprefix("the "): name for name in COUNTRIES}, **ALIASES}
_AFTER = re.compile(r"^(?:, (?:\d{2},|who\b|(?P<apposed>(?:[\w'-]+ ?){1,7}))| (?P<verb>[a-z]+)\b)")
_BEFORE = re.compile(r"(?P<word>[\w-]+) $")
_CITY_BEFORE = re.compile(r"(?:(?P<nation>[A-Z]\w+(?: [A-Z]\w+)?) )?(?P<kind>city|town|village) of $")
_CITY_AFTER = re.compile(r"^, (?:a|the)(?: [\w-]+){0,3} (?P<kind>city|town|village)\b")
_LINK = re.compile(r"\b(?:of|for|at|in|to|with|from|by|and|who|which|that|where|is|was)\b")
_SPEAKING = frozenset(
    "said told added noted explained tweeted stated wrote remarked commented recalled quipped".split()
)
_KIN = frozenset("wife husband widow fiancé fiancée father mother son daughter brother sister".split())
_THINGS = EVENT_HEADS | VENUE_HEADS | ORG_HEADS
_YEAR = re.compile(r"\d{4}\S* ")
_LONG_NAME = 40
_THING_AFTER = re.compile(
    r"^ (?:[a-z]+ )?(?:telescope|mission|administration|foundation|award|prize|rocket|aircraft|act|bill|trophy)s?\b"
)
_KOREAN_GIVEN = re.compile(r"^[A-Z][a-z]+-[a-z]+$")


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that an article names."""

    letter: str
    """P person, C country, J demonym, L place, V venue, E event, O organisation, X unknown."""
    name: str
    """Its fullest form."""
    detail: str = ""
    """What a question calls it (``city``, ``province``), or the last word of its name."""
    country: str = ""
    """The country it lies in, where that is known."""


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """The names of one article."""

    known: dict[str, Entity]
    """A name as written to what it is."""
    counts: dict[str, int]
    """How often an entity is named, by its fullest form."""
    edges: frozenset[str] = frozenset()
    """First and last words of names of several words."""

    def of(self, run: Run) -> Entity | None:
        """What a name in a sentence is; None where a sentence's first word only looks like a name."""
        found = self.known.get(run.text)
        if found is None and run.title and " " not in run.text:
            return Entity(letter="X", name=run.text)
        return found


def learn(sentences: Iterable[str]) -> Names:
    """Find out what the names in the sentences (straight quotation marks) are."""
    told: dict[str, Counter[Entity]] = {}
    for sentence in sentences:
        for run in runs_of(sentence):
            entity = _judge(sentence, run)
            if entity:
                told.setdefault(run.text, Counter())[entity] += 1
    known = {text: _best(votes) for text, votes in told.items()}
    _drop_openings(known)
    _join_cities(known)
    _join_surnames(known)
    _join_events(known)
    counts: Counter[str] = Counter()
    for text, votes in told.items():
        counts[known[text].name] += sum(votes.values())
    edges = {word for text in known if " " in text for word in (text.split(" ", 1)[0], text.rpartition(" ")[2])}
    return Names(known=known, counts=dict(counts), edges=frozenset(edges))


def _best(votes: Counter[Entity]) -> Entity:
    """The kind most often told; an unknown one only where nothing else was told."""
    return min(votes, key=lambda entity: (entity.letter == "X", -votes[entity], entity.letter, entity.name))


def _judge(sentence: str, run: Run) -> Entity | None:
    """What one name is, by its words and by what stands around it in this sentence."""
    entity = _by_lexicon(run.text) or _by_head(run.text) or _by_place(sentence, run)
    if entity:
        return entity
    if _is_person(sentence, run):
        return Entity(letter="P", name=run.text)
    return None if run.is_first and " " not in run.text else Entity(letter="X", name=run.text)


def _by_lexicon(text: str) -> Entity | None:
    if text in _NATIONS:
        return Entity(letter="C", name=_NATIONS[text], detail="country", country=_NATIONS[text])
    if text in DEMONYMS:
        return Entity(letter="J", name=text, country=DEMONYMS[text])
    if text in CITIES:
        return Entity(letter="L", name=text, detail="city", country=CITIES[text])
    if text in REGIONS:
        country = REGIONS[text]
        return Entity(letter="L", name=text, detail=REGION_CLASS[country], country=country)
    return None


def _by_head(text: str) -> Entity | None:
    words = text.split(" ")
    head = words[-1]
    stem = " ".join(words[:-1])
    if len(words) > 1 and head in REGION_HEADS:
        country = REGIONS.get(stem, "") or CITIES.get(stem, "")
        return Entity(letter="L", name=text, detail=REGION_HEADS[head], country=country)
    first = next((word for word in words if word in EVENT_HEADS | VENUE_HEADS | ORG_HEADS), "")
    head = first if f"{first} of" in text or f"{first} for" in text else head
    if len(words) < 2 or head not in EVENT_HEADS | VENUE_HEADS | ORG_HEADS:
        return None
    if head in {"Center", "Centre"} and f"{head} for" in text:
        return Entity(letter="O", name=text, detail=head)
    letter = "E" if head in EVENT_HEADS else "V" if head in VENUE_HEADS else "O"
    return Entity(letter=letter, name=text, detail=head)


def _by_place(sentence: str, run: Run) -> Entity | None:
    before = _CITY_BEFORE.search(sentence[: run.start])
    found = before or _CITY_AFTER.match(sentence[run.end :])
    if not found:
        return None
    country = DEMONYMS.get(before["nation"] or "", "") if before else ""
    return Entity(letter="L", name=run.text, detail=found["kind"], country=country)


def is_surname_first(name: str) -> bool:
    """Whether a full name is written in the Chinese or Korean order."""
    words = name.split(" ")
    if not 2 <= len(words) <= 3 or words[0] not in CHINESE_SURNAMES | KOREAN_SURNAMES:
        return False
    if len(words) == 2 and words[0] in GIVEN and words[1] not in CHINESE_SURNAMES:
        return bool(_KOREAN_GIVEN.match(words[1]))
    return len(words) == 2 or words[1] in KOREAN_SURNAMES


def _is_person(sentence: str, run: Run) -> bool:
    words = run.text.split(" ")
    if not 2 <= len(words) <= 4 or any(_is_no_name(word) for word in words) or _names_a_thing(sentence, run):
        return False
    if run.title or words[0] in GIVEN or (is_surname_first(run.text) and len(words) == 2):
        return True
    before = _BEFORE.search(sentence[: run.start])
    if before and (before["word"] in ROLE_WORDS or before["word"] in REPORTING):
        return before["word"] not in {"according", "head", "report", "reports"}
    after = _AFTER.match(sentence[run.end :])
    return after is not None and _is_told_as_person(after, words)


def _is_told_as_person(after: re.Match[str], words: list[str]) -> bool:
    """Whether what follows a name says that it is somebody's: an age, "who", a role, a verb of speaking."""
    if after["verb"]:
        return after["verb"] in _SPEAKING and len(words) == 2
    if after["apposed"] is None:
        return True
    told = _LINK.split(after["apposed"], maxsplit=1)[0].split()
    return not (_THINGS & set(words)) and bool((ROLE_WORDS | _KIN) & set(told))


def _names_a_thing(sentence: str, run: Run) -> bool:
    """As in "the James Watt telescope", which is nobody."""
    is_told = sentence[: run.start].casefold().endswith("the ") and not run.title
    return is_told or bool(_THING_AFTER.match(sentence[run.end :]))


def _is_no_name(word: str) -> bool:
    return (word.isupper() and len(word) > 2) or word in NOT_NAMES or word in DEMONYMS or word[0].isdigit()


def _drop_openings(known: dict[str, Entity]) -> None:
    """What opens the name of a telescope or a school is no person of the story."""
    things = [text.split(" ") for text, entity in known.items() if entity.letter in "OVE"]
    openings = {" ".join(words[:size]) for words in things for size in range(2, len(words))}
    for text, entity in list(known.items()):
        if entity.letter == "P" and text in openings:
            known[text] = Entity(letter="X", name=text)


def _join_cities(known: dict[str, Entity]) -> None:
    """Let "Springfield City" tell what "Springfield" is."""
    for text, entity in sorted(known.items()):
        bare = text.rpartition(" ")[0]
        is_place = entity.letter == "L" and text.endswith((" City", " Province"))
        if is_place and bare in known and (known[bare].letter == "X" or known[bare].detail == entity.detail):
            known[bare] = Entity(letter="L", name=bare, detail=entity.detail, country=entity.country)
            known[text] = known[bare]


def _join_events(known: dict[str, Entity]) -> None:
    """Let a short form stand for the one longer name of an event that ends in it; drop it where there are two."""
    events = sorted(
        (text for text, entity in known.items() if entity.letter == "E"), key=lambda text: (-len(text), text)
    )
    for text in events:
        longer = [name for name in events if name.endswith(" " + text)]
        full = [name for name in longer if not any(other.endswith(" " + name) for other in longer)]
        if len(full) == 1:
            known[text] = _short_event(text, known[full[0]])
        elif full:
            known[text] = Entity(letter="X", name=text)


def _short_event(text: str, full: Entity) -> Entity:
    """A short form of an event with what tells it from others: its year where it has one, else the whole name."""
    year = _YEAR.match(full.name)
    if not year or len(full.name) <= _LONG_NAME:
        return full
    return Entity(letter="E", name=f"{year.group()}{text}", detail=full.detail, country=full.country)


def _join_surnames(known: dict[str, Entity]) -> None:
    """Let a surname stand for a person where only one bears it in any part of the name."""
    full = sorted({text for text, entity in known.items() if entity.letter == "P" and " " in text})
    bearers: dict[str, set[str]] = {}
    others = (text for text, entity in known.items() if entity.letter == "X" and " " in text)
    for name in (*full, *others):
        for word in set(name.split(" ")):
            bearers.setdefault(word, set()).add(name)
    for name in full:
        words = name.split(" ")
        surname = words[0] if is_surname_first(name) else words[-1]
        alone = bearers[surname] == {name} and words.count(surname) == 1
        if alone and known.get(surname, Entity(letter="X", name="")).letter in "XP":
            known[surname] = known[name]
    for text, entity in list(known.items()):
        if entity.letter == "P" and " " not in text and entity.name == text:
            known[text] = Entity(letter="X", name=text)
