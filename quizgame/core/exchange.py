"""Questions that come from, or go to, the formats of other programs: what was found, what was not, what is lost."""

from typing import Literal

import msgspec

from quizgame.core.pack import Pack, PackInfo, Question

__all__ = ["Exported", "Field", "FormatName", "Found", "Imported", "LeftOut", "Skipped", "Taken"]

FormatName = Literal[
    "opentdb", "opentriviaqa", "gift", "moodle", "aiken", "kahoot", "quizizz", "anki", "mdbook", "csv", "quizgame"
]
"""The formats, by the names that the command line takes; the last one is our own."""

Field = Literal["id", "kind", "difficulty", "source", "evidence", "explanation", "tags", "lines"]
"""What a question may have beside its stem and its options; ``lines`` is a stem of several lines."""


class FormatInfo(msgspec.Struct, frozen=True, kw_only=True):
    """What a list of formats tells of one."""

    name: FormatName
    title: str
    """As people call it."""
    ending: str
    """That of its files, with the dot."""


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A question in a file."""

    line: int
    """Where it begins, counted from 1; in a sheet the row."""
    question: Question
    """Without an id where the file tells none."""


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a file that no question can be made of."""

    line: int
    reason: str
    """Why, as a short sentence without a full stop."""
    what: str = ""
    """How it begins, so that it can be found."""


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What a file of another program holds."""

    format: FormatName
    pack: Pack | None
    """All its questions; None where there is none."""
    skipped: tuple[Skipped, ...] = ()
    """In the order of their lines."""
    data: bytes = b""
    """The file as it is, where it is in our own format."""

    @property
    def read(self) -> int:
        """How many items the file has: those that were kept, and those that were skipped."""
        return (len(self.pack.questions) if self.pack else 0) + len(self.skipped)


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What became of an import."""

    info: PackInfo
    """The pack that has its questions now."""
    added: int
    """How many of them are new there."""
    known: int = 0
    """How many stood there before, and were left as they are."""
    is_new: bool = True
    """Whether the pack is new."""


class LeftOut(msgspec.Struct, frozen=True, kw_only=True):
    """A question that a format cannot hold at all."""

    question: str
    """Its id."""
    what: str = ""
    """How it begins, so that it can be found."""
    reason: str


class Exported(msgspec.Struct, frozen=True, kw_only=True):
    """A pack in the format of another program."""

    data: bytes
    questions: int
    """How many questions it holds."""
    left_out: tuple[LeftOut, ...] = ()
    lost: tuple[str, ...] = ()
    """What the format has no room for, in words, as far as the pack has it: ``the evidence of 12 questions``."""
