"""What can go wrong, as exceptions and as values.

The whole tree::

    QuizGameError
    ├── DataError           the user's data has a problem: a pack, an article, a save (exit status 1)
    ├── StorageError        a file or folder cannot be read or written (exit status 1)
    └── UsageError          the request makes no sense (exit status 2)
"""

from typing import Literal

import msgspec

__all__ = ["DataError", "Problem", "QuizGameError", "Severity", "StorageError", "UsageError"]

Severity = Literal["error", "warning"]


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong with the user's data: where it is, and what it is.

    Every text in it has been cleaned (`quizgame.core.text.clean`), whatever file it speaks of.
    """

    what: str
    """What is wrong and what was expected, as a short sentence without a full stop."""
    file: str = ""
    """The file as the user would name it, or empty when there is none."""
    line: int | None = None
    """The line in the file, counted from 1, where it is known."""
    key: str = ""
    """The path of the key, such as ``questions[3].answer`` (counted from 1)."""
    flaw: str = ""
    """The name of the rule that was broken, such as ``longest-option``, where there is one."""
    why: str = ""
    """Why it matters, where that does not go without saying."""
    hint: str = ""
    """How to mend it."""
    severity: Severity = "error"

    def __str__(self) -> str:
        """``file:line: key: what (hint)``, with the parts that are known."""
        place = f"{self.file}:{self.line}" if self.file and self.line else self.file
        told = ": ".join(part for part in (place, self.key, self.what) if part)
        return f"{told} ({self.hint})" if self.hint else told


class QuizGameError(Exception):
    """The root of every error that quizgame raises on purpose; its text is meant for the user."""


class DataError(QuizGameError):
    """The user's data has one problem or more.

    Attributes:
        problems: What is wrong, at least one.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class StorageError(QuizGameError):
    """A file or a folder cannot be read or written."""


class UsageError(QuizGameError):
    """The request makes no sense as it was made."""
