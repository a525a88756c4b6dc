"""Questions, the sources that prove them, and the packs that hold both.

The structs are the file format too: a pack file is TOML that converts to `Pack`.
"""

import hashlib
from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from quizgame.core.errors import Problem
from quizgame.core.text import MAX_CHARACTERS, fold

__all__ = ["FORMAT", "Library", "Pack", "PackInfo", "Question", "Source", "Trace", "credit", "info_of", "question_id"]

FORMAT = 1
"""The newest pack format that this version reads and the one that it writes."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_MOST_TAGS, _MOST_KINDS = 50, 50

# In Python a "$" also matches before a line end that closes the text, hence the look ahead; elsewhere it is idle.
Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$(?!\n)", description="lower-case letters, digits, hyphens")]
Text = Annotated[str, Meta(min_length=1, max_length=MAX_CHARACTERS)]
AnyText = Annotated[str, Meta(max_length=MAX_CHARACTERS)]


class Source(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where the evidence of questions comes from."""

    id: Id
    title: AnyText = ""
    publisher: AnyText = ""
    published: date | None = None
    url: AnyText = ""
    retrieved: date | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A multiple-choice question with one right answer, and the sentence that proves it."""

    id: Annotated[str, Meta(pattern=r"^[a-z0-9-]{0,64}$(?!\n)")] = ""
    """Stable over edits, unique in its pack; a reader fills an empty one in with `question_id`."""
    stem: Text
    answer: Text
    distractors: Annotated[tuple[Text, ...], Meta(min_length=1, max_length=5)]
    kind: AnyText = ""
    difficulty: Annotated[int, Meta(ge=1, le=5)] = 3
    source: AnyText = ""
    evidence: AnyText = ""
    explanation: AnyText = ""
    tags: tuple[AnyText, ...] = ()

    def __post_init__(self) -> None:
        if self.answer in self.distractors:
            raise ValueError("the answer stands among the distractors too")
        if len(set(self.distractors)) < len(self.distractors):
            raise ValueError("a distractor stands there twice")


class Trace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Marks of what the generator wrote, by which it knows what a person changed since; a pack by hand has none."""

    pack: Annotated[
        AnyText, Meta(description="the mark of the pack's title, description, language, license and tags")
    ] = ""
    sources: Annotated[dict[str, AnyText], Meta(description="the mark of each source, by its id")] = {}
    questions: Annotated[
        dict[str, AnyText], Meta(description="the mark of each question, by its id, also of those that were deleted")
    ] = {}


class Pack(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A set of questions with their sources: one file."""

    format: Annotated[int, Meta(ge=1)] = FORMAT
    id: Id
    title: Text
    description: AnyText = ""
    language: AnyText = "en"
    author: AnyText = ""
    license: AnyText = ""
    tags: tuple[AnyText, ...] = ()
    sources: tuple[Source, ...] = ()
    questions: Annotated[tuple[Question, ...], Meta(min_length=1)]
    generated: Trace | None = None
    """What the generator wrote of it, where it wrote anything."""

    def __post_init__(self) -> None:
        known = {source.id for source in self.sources}
        if len(known) < len(self.sources):
            raise ValueError("two sources have the same id")
        for number, question in enumerate(self.questions, 1):
            if question.source and question.source not in known:
                raise ValueError(f"question {number} names the source {question.source!r}, which is not listed")

    def source_of(self, question: Question) -> Source | None:
        """The source that a question names, or None."""
        return next((source for source in self.sources if source.id == question.source), None)


class PackInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of packs tells of one, without its questions."""

    id: str
    title: str
    description: str = ""
    language: str = "en"
    author: str = ""
    license: str = ""
    tags: tuple[str, ...] = ()
    """Those of the pack and of its questions, the most frequent first."""
    questions: int
    """How many questions it holds."""
    kinds: dict[str, int] = {}
    """How many questions there are of each kind, the most frequent first; those without a kind are not among them."""
    difficulty: float = 0.0
    """The mean of its questions, from 1 to 5."""
    file: str = ""
    """Where it is, as the user would name it."""
    own: bool = False
    """Whether it is the player's own (and may be removed) rather than one that ships with the game."""
    is_on: bool = True
    """Whether it is asked where no pack is named; the player may turn it off."""


class Library(msgspec.Struct, frozen=True, kw_only=True):
    """The packs at hand, by id, and what is wrong with those that were left out."""

    packs: tuple[PackInfo, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def questions(self) -> int:
        """How many questions there are in all packs."""
        return sum(pack.questions for pack in self.packs)

    def turned_off(self, ids: Collection[str]) -> "Library":
        """The same packs, with those of these ids turned off."""
        packs = (msgspec.structs.replace(pack, is_on=pack.id not in ids) for pack in self.packs)
        return Library(packs=tuple(packs), problems=self.problems)

    @property
    def on(self) -> "Library":
        """The packs that are turned on."""
        return Library(packs=tuple(pack for pack in self.packs if pack.is_on), problems=self.problems)


def info_of(pack: Pack) -> PackInfo:
    """What a list tells of a pack; where it is, is not known here."""
    tags = Counter({tag: len(pack.questions) for tag in pack.tags})
    tags.update(tag for question in pack.questions for tag in question.tags)
    kinds = Counter(question.kind for question in pack.questions if question.kind)
    return PackInfo(
        id=pack.id,
        title=pack.title,
        description=pack.description,
        language=pack.language,
        author=pack.author,
        license=pack.license,
        tags=tuple(tag for tag, _ in tags.most_common(_MOST_TAGS)),
        questions=len(pack.questions),
        kinds=dict(kinds.most_common(_MOST_KINDS)),
        difficulty=sum(question.difficulty for question in pack.questions) / max(1, len(pack.questions)),
    )


def question_id(stem: str, answer: str) -> str:
    """An id for a question that was written without one, from its folded stem and answer.

    It has 64 bits: with 32, two of 50,000 questions would have one id in every fourth pack.
    """
    told = f"{fold(stem)}\0{fold(answer)}".encode()
    return "q-" + hashlib.blake2s(told, digest_size=8).hexdigest()


def credit(source: Source) -> str:
    """How a source is named under its evidence, such as ``Title · Xinhua, 9 February 2025``."""
    day = source.published
    told_day = f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
    publisher = ", ".join(part for part in (source.publisher, told_day) if part)
    return " · ".join(part for part in (source.title or source.url or source.id, publisher) if part)
