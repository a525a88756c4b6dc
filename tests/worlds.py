"""A world in memory: packs and games in lists, and a clock that moves when it is told to."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from quizgame.core.errors import DataError, Problem
from quizgame.core.pack import Library, Pack, PackInfo, Question, Source
from quizgame.core.record import Game, History
from quizgame.core.session import Session
from quizgame.core.settings import Settings
from quizgame.core.world import World

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def make_pack(identity="ice", size=12, title="Ice", **changes):
    """A pack of questions whose answer is always "right N"."""
    questions = tuple(
        Question(
            id=f"q-{number}",
            stem=f"What is {identity} {number}?",
            answer=f"right {number}",
            distractors=("wrong", "mistaken", "false"),
            source="book",
            evidence=f"It is right {number}, as the book says.",
            **changes,
        )
        for number in range(size)
    )
    source = Source(id="book", title="The book of ice", publisher="Ice Press", published=datetime(2025, 2, 9).date())
    return Pack(id=identity, title=title, sources=(source,), questions=questions)


@dataclass
class Memory:
    """What the world in memory holds; tests read and change it."""

    packs: list[Pack] = field(default_factory=lambda: [make_pack()])
    games: list[Game] = field(default_factory=list)
    kept: dict[str, Session] = field(default_factory=dict)
    keeps: list[Session] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    settings: Settings = field(default_factory=Settings)
    now: datetime = NOON
    seconds: float = 0.0
    failure: Exception | None = None
    ids: int = 0

    def world(self) -> World:
        """The world over this memory."""
        return World(
            profile="player",
            now=lambda: self.now,
            clock=lambda: self.seconds,
            fresh_seed=lambda: 7,
            fresh_id=self._fresh_id,
            library=self._library,
            packs=self._packs,
            history=lambda: History(games=tuple(self.games)),
            unfinished=lambda: tuple(reversed(self.kept.values())),
            keep=self._keep,
            record=self._record,
            settings=lambda: (self.settings, ()),
            keep_settings=self._keep_settings,
            add_pack=self._refuse,
            remove_pack=self._remove,
        )

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.seconds += seconds
        self.now += timedelta(seconds=seconds)

    def _fresh_id(self) -> str:
        self.ids += 1
        return f"game-{self.ids}"

    def _library(self) -> Library:
        infos = [
            PackInfo(id=pack.id, title=pack.title, questions=len(pack.questions), file=f"{pack.id}.toml", own=True)
            for pack in self.packs
        ]
        return Library(packs=tuple(infos), problems=self.problems)

    def _packs(self, ids):
        known = {pack.id: pack for pack in self.packs}
        if unknown := [name for name in ids if name not in known]:
            raise DataError(Problem(what=f"there is no pack {unknown[0]!r}"))
        return tuple(known[name] for name in sorted(ids or known))

    def _keep(self, session: Session) -> None:
        self._fail()
        self.kept[session.id] = session
        self.keeps.append(session)

    def _record(self, game: Game) -> None:
        self._fail()
        self.games.append(game)
        self.kept.pop(game.id, None)

    def _keep_settings(self, settings: Settings) -> None:
        self._fail()
        self.settings = settings

    def _refuse(self, path) -> PackInfo:
        raise DataError(Problem(file=str(path), what="there is no such file"))

    def _remove(self, name: str) -> None:
        self._fail()
        self.packs = [pack for pack in self.packs if pack.id != name]

    def _fail(self) -> None:
        if self.failure:
            raise self.failure
