"""Making questions of articles, away from the screen: in a thread of its own that can be told to stop."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from quizgame.core.article import Article
from quizgame.core.errors import DataError, Problem, QuizGameError
from quizgame.core.generation import Generated
from quizgame.core.text import clip, one_line
from quizgame.core.world import Maker
from quizgame.tui.keeping import problems_of

__all__ = ["Made", "Making", "Step", "Wanted", "Way"]

Way = Literal["path", "files", "text"]

_LONGEST_FIRST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make questions of."""

    way: Way
    """How it was given: written, chosen among files, or pasted."""
    given: str = ""
    """A path, a folder or a web address; or the text itself."""
    chosen: tuple[str, ...] = ()
    """The files that were chosen."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far it has come."""

    doing: str
    done: int = 0
    total: int = 0
    """How many there are to be done; 0 where there is nothing to count."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it."""

    generated: Generated
    problems: tuple[Problem, ...]
    """What is wrong with articles that were left out, where there were others."""


class _StoppedError(Exception):
    """Nobody waits for it any more."""


@dataclass
class Making:
    """One run of the generator.

    Args:
        maker: Reads articles and asks.
        wanted: What to make questions of.
        tell: Takes every step.
        is_stopped: Whether nobody waits for it any more; asked before every step.
    """

    maker: Maker
    wanted: Wanted
    tell: Callable[[Step], None]
    is_stopped: Callable[[], bool]
    _problems: list[Problem] = field(default_factory=list)

    def run(self) -> Made | None:
        """Read the articles, one at a time as they are needed, and make questions of them.

        Returns:
            What was made; None where it was stopped.

        Raises:
            DataError: No article can be used.
            StorageError: The only article, or the folder, cannot be read.
        """
        try:
            articles, count = self._articles()
            first = next(articles, None)
            if first is None:
                raise DataError(*self._problems)
            made = self.maker.make(chain([first], self._until_the_end(articles)), _title(first, count - 1))
        except _StoppedError:
            return None
        return None if self.is_stopped() else Made(made, tuple(self._problems))

    def _articles(self) -> tuple[Iterator[Article], int]:
        """The articles, and how many there are."""
        if self.wanted.way == "text":
            return iter([self.maker.article_of(self.wanted.given)]), 1
        places = self.wanted.chosen or self.maker.places(self.wanted.given)
        return self._read(places), len(places)

    def _read(self, places: Sequence[str]) -> Iterator[Article]:
        for number, place in enumerate(places):
            self._step(Step("Reading", number, len(places)))
            try:
                yield self.maker.article_at(place)
            except QuizGameError as error:
                if len(places) == 1:
                    raise
                self._problems += problems_of(error)

    def _until_the_end(self, articles: Iterator[Article]) -> Iterator[Article]:
        yield from articles
        self._step(Step("Writing the questions"))

    def _step(self, step: Step) -> None:
        if self.is_stopped():
            raise _StoppedError
        self.tell(step)


def _title(first: Article, others: int) -> str:
    """What the pack is called until the player says otherwise."""
    title = one_line(first.title) or "Questions"
    return clip(title) if others < 1 else f"{clip(title, _LONGEST_FIRST_TITLE)} and {others:,} more"
