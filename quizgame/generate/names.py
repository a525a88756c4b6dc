"""What the names of an article are: persons, places, venues, events, organisations; one entity for each."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from quizgame.core.text import fold
from quizgame.generate.bearers import could_be_borne, has_personal_title, is_surname_first, leans_to_person
from quizgame.generate.entities import Entity, is_common, judge
from quizgame.generate.language.tokens import Token
from quizgame.generate.lexicon.given import GIVEN, is_given
from quizgame.generate.runs import Run, runs_of

__all__ = ["Entity", "Names", "learn"]

_PLACED = re.compile(r"\b(?:[Ii]n|near|from|at|outside|across|to|off) (?:the )?$")
"""What stands before the name of a place."""
_YEAR = re.compile(r"\d{4}\S* ")
_LONG_NAME = 40


class Names(msgspec.Struct, frozen=True, kw_only=True):
    """The names of one article."""

    known: dict[str, Entity]
    """A name as written to what it is."""
    counts: dict[str, int]
    """How often an entity is named, by its fullest form."""
    edges: frozenset[str] = frozenset()
    """First and last words of names of several words."""
    spellings: dict[str, str] = {}
    """Parts of persons' names, folded, to the name as written: "Vásquez" may be told as "Vasquez"."""

    def of(self, run: Run) -> Entity | None:
        """What a name in a sentence is; None where a sentence's first word only looks like a name."""
        found = self.known.get(run.text) or self.known.get(self.spellings.get(fold(run.text), ""))
        if (found is None or found.letter == "X") and " " not in run.text and has_personal_title(run):
            return Entity(letter="P", name=run.text)
        if found is None and run.title and " " not in run.text:
            return Entity(letter="X", name=run.text)
        return found


class _Told(msgspec.Struct):
    """What the sentences of an article tell of one name as written."""

    votes: Counter[Entity]
    """What the rules make of it."""
    labels: Counter[str]
    """What the tagger makes of it: a letter, or nothing."""


def learn(sentences: Iterable[str], tokens: Sequence[tuple[Token, ...]] = ()) -> Names:
    """Find out what the names in the sentences are.

    Args:
        sentences: All sentences of an article, with straight quotation marks.
        tokens: The words of each sentence; without them only the rules tell names apart.
    """
    told: dict[str, _Told] = {}
    for number, sentence in enumerate(sentences):
        words = tokens[number] if tokens else ()
        for run in runs_of(sentence, words):
            entity = judge(sentence, run)
            if entity:
                item = told.setdefault(run.text, _Told(votes=Counter(), labels=Counter()))
                item.votes[entity] += 1
                item.labels[_label(run, words)] += 1
                item.labels["titled"] += has_personal_title(run)
                item.labels["told"] += leans_to_person(sentence, run)
                item.labels["placed"] += bool(_PLACED.search(sentence[: run.start]))
    known = {text: _best(text, item) for text, item in told.items()}
    _drop_openings(known)
    _join_cities(known)
    _join_full_names(known, told)
    _join_surnames(known)
    _join_events(known)
    counts: Counter[str] = Counter()
    for text, item in told.items():
        counts[known[text].name] += sum(item.votes.values())
    edges = {word for text in known if " " in text for word in (text.split(" ", 1)[0], text.rpartition(" ")[2])}
    spellings = {fold(text): text for text in sorted(known) if known[text].letter == "P" and not text.isascii()}
    return Names(known=known, counts=dict(counts), edges=frozenset(edges), spellings=spellings)


def _label(run: Run, words: tuple[Token, ...]) -> str:
    """The letter that the tagger gives to most words of a name, or nothing."""
    labels = Counter(word.label[2:] for word in words if run.start <= word.start < run.end)
    return min(labels, key=lambda label: (-labels[label], label)) if labels else ""


def _best(text: str, item: _Told) -> Entity:
    """The kind most often told; an unknown one only where nothing else was told, nor the tagger has a clear view."""
    best = min(item.votes, key=lambda entity: (entity.letter == "X", -item.votes[entity], entity.letter, entity.name))
    labels = item.labels
    clear = max("PLO", key=lambda letter: (labels[letter], letter))
    others = sum(labels[letter] for letter in "PLOEX" if letter != clear)
    first = text.split(" ", 1)[0]
    is_doubtful = best.letter == "P" and first not in GIVEN and is_given(first) and not is_surname_first(text)
    if is_doubtful and not labels["P"] and others + labels[clear] > 1:
        return Entity(letter="X", name=text)
    if best.letter != "X" or labels[clear] <= others:
        return best
    if clear == "P":
        if not could_be_borne(text):
            return best
        is_told = " " in text and labels["told"]
        return Entity(letter="P", name=text) if is_told else _somebody(text)
    if is_common(text) or (clear == "L" and not labels["placed"]):
        return best
    return Entity(letter=clear, name=text, is_sure=False)


def _somebody(text: str) -> Entity:
    """A name that may be a person's, for all that is known."""
    return Entity(letter="X", name=text, detail="person", is_sure=False)


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
    """Let a surname stand for a person where only one bears it in any part of the name.

    Of a name of more than two words, those after the given name may stand for it too.
    """
    full = sorted({entity.name for text, entity in known.items() if entity.letter == "P" and " " in text})
    others = [text for text, entity in known.items() if entity.letter == "X" and " " in text]
    bearers: dict[str, set[str]] = {}
    for name in (*full, *others):
        for word in fold(name).split():
            bearers.setdefault(word, set()).add(name)
    written = {fold(text): text for text in sorted(known, reverse=True)}
    for name in full:
        for part in _short_forms(name):
            words = fold(part).split()
            is_own = all(bearers[word] == {name} for word in words if word not in _PARTICLES)
            if is_own and fold(name).split().count(words[-1]) == 1:
                for text in {part, written.get(fold(part), part)}:
                    if text not in known or _may_be_short(text, known[text]):
                        known[text] = known[name]


_PARTICLES = frozenset("de da di du del della van von der den la le el al bin ibn dos".split())


def _may_be_short(text: str, entity: Entity) -> bool:
    """Whether a name may be a part of a person's: nothing is sure of it but that it is one."""
    is_surname = entity.letter == "P" and (" " not in text or text.split(" ", 1)[0].casefold() in _PARTICLES)
    return entity.letter == "X" or is_surname or not entity.is_sure


def _short_forms(name: str) -> list[str]:
    """What may stand for a person's full name."""
    words = name.split(" ")
    if is_surname_first(name):
        return words[:1]
    ends = [word for word in words[1:] if len(word) > 2 and word not in _PARTICLES and word.strip(".") not in _SUFFIXES]
    tails = [" ".join(words[at:]) for at in range(1, len(words) - 1)]
    return [*ends[::-1], *tails]


_SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})


def _without_suffix(name: str) -> list[str]:
    return [word for word in name.split(" ") if word.strip(".") not in _SUFFIXES]


def _join_full_names(known: dict[str, Entity], told: dict[str, _Told]) -> None:
    """Let a person's name with a middle name or "Jr" stand for the one without, or the other way round."""
    ends: dict[tuple[str, str], list[str]] = {}
    for text, entity in known.items():
        words = _without_suffix(text)
        if entity.letter == "P" and len(words) > 1 and not is_surname_first(text):
            ends.setdefault((words[0], words[-1]), []).append(text)
    for texts in ends.values():
        first = min(texts, key=lambda text: (-sum(told[text].votes.values()), len(text), text))
        middles = {tuple(words[1:-1]) for words in map(_without_suffix, texts)} - {()}
        if len(texts) > 1 and len(middles) < 2:
            known.update(dict.fromkeys(texts, known[first]))
