"""A world in memory for the screens: packs, a record and a clock that a test moves by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import PurePath

from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.pack import Library, Pack, PackInfo, Question, Source
from quizgame.core.record import Game, History
from quizgame.core.session import Session
from quizgame.core.settings import Settings
from quizgame.core.world import World

NOW = datetime(2025, 2, 20, 19, 30, tzinfo=timezone(timedelta(hours=8)))


def _question(number: int, stem: str, answer: str, distractors: str, evidence: str, kind: str) -> Question:  # noqa: PLR0917
    return Question(
        id=f"q-{number}",
        stem=stem,
        answer=answer,
        distractors=tuple(distractors.split(" / ")),
        evidence=evidence,
        source="article",
        kind=kind,
    )


HARBIN = Pack(
    id="harbin-2025",
    title="Short track at the Harbin Asian Winter Games",
    description="Six golds, one home team, and a heated rivalry on the ice of Harbin.",
    sources=(
        Source(
            id="article",
            title="Short track at the Harbin Asian Winter Games",
            publisher="Xinhua",
            published=date(2025, 2, 9),
        ),
    ),
    questions=(
        _question(
            1,
            "In short-track speed skating at the Harbin Asian Winter Games, how many gold medals did South Korea win?",
            "six",
            "two / four / nine",
            "South Korea finished on top with six golds, four silvers and three bronzes.",
            "count",
        ),
        _question(
            2,
            "Where were the short-track races of the Harbin Asian Winter Games held?",
            "the Heilongjiang Ice Events Training Center",
            "the Capital Skating Hall / the Qitaihe Sports Center / the National Speed Skating Stadium",
            "The races took place at the Heilongjiang Ice Events Training Center.",
            "venue",
        ),
        _question(
            3,
            "Who is the head coach of the Chinese short-track team?",
            "Zhang Jing",
            "Li Yan / Meng Qingyu / Wang Meng",
            "Zhang Jing, the head coach of the Chinese team, praised the whole squad.",
            "role",
        ),
        _question(
            4,
            "Which event gave China its first short-track gold at the Harbin Asian Winter Games?",
            "the mixed team relay",
            "the men's 500m / the women's 1,000m / the men's 5,000m relay",
            "China opened with gold in the mixed team relay.",
            "event",
        ),
    ),
)
QITAIHE = Pack(
    id="qitaihe-2022",
    title="Qitaihe, city of champions",
    description="The city in Heilongjiang that trains Olympic champions in short track.",
    sources=(
        Source(id="article", title="Qitaihe, city of champions", publisher="Xinhua", published=date(2022, 2, 28)),
    ),
    questions=(
        _question(
            1,
            "In which year did the short track speed skating memorial hall of Qitaihe open?",
            "2019",
            "2015 / 2018 / 2021",
            "The memorial hall, which opened in 2019, stands in the middle of the city.",
            "date",
        ),
        _question(
            2,
            "Whose sculpture stands in the memorial hall of Qitaihe?",
            "Meng Qingyu",
            "Yang Yang / Wang Meng / Fan Kexin",
            "The sculpture of Meng Qingyu, the late coach, stands in the memorial hall.",
            "person",
        ),
        _question(
            3,
            "In which province does Qitaihe lie?",
            "Heilongjiang",
            "Jilin / Liaoning / Hebei",
            "Qitaihe lies in Heilongjiang, in the northeast of China.",
            "place",
        ),
    ),
)
TEAM = Pack(
    id="speed-skating-team-2023",
    title="The national speed skating team, autumn 2023",
    sources=(Source(id="article", title="Training for the World Cup", publisher="Xinhua"),),
    questions=tuple(
        _question(
            number,
            f"How many skaters took part in camp {number} of the national speed skating team?",
            str(number * 10),
            f"{number * 10 + 1} / {number * 10 + 2} / {number * 10 + 3}",
            f"In camp {number}, {number * 10} skaters took part.",
            "count",
        )
        for number in range(1, 13)
    ),
)


@dataclass
class Clock:
    """Seconds that stand still until a test moves them."""

    seconds: float = 1_000.0

    def __call__(self) -> float:
        return self.seconds

    def forward(self, seconds: float) -> None:
        self.seconds += seconds


@dataclass
class Memory:
    """What the world of a test holds, and what was done to it."""

    packs: dict[str, Pack] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    games: list[Game] = field(default_factory=list)
    kept: dict[str, Session] = field(default_factory=dict)
    settings: Settings = field(default_factory=lambda: Settings(animation="none"))
    setting_problems: tuple[Problem, ...] = ()
    library_problems: tuple[Problem, ...] = ()
    saved_settings: list[Settings] = field(default_factory=list)
    keeps: int = 0
    clock: Clock = field(default_factory=Clock)
    now: datetime = NOW
    seed: int = 7
    begun: int = 0
    full: bool = False
    """Whether every write fails, as on a full disk."""
    addable: dict[str, Pack] = field(default_factory=dict)

    def world(self) -> World:
        return World(
            profile="player",
            now=lambda: self.now,
            clock=self.clock,
            fresh_seed=lambda: self.seed,
            fresh_id=self._fresh_id,
            library=self._library,
            packs=self._packs,
            history=lambda: History(games=tuple(self.games)),
            unfinished=lambda: tuple(reversed(self.kept.values())),
            keep=self._keep,
            record=self._record,
            settings=lambda: (self.settings, self.setting_problems),
            keep_settings=self._keep_settings,
            add_pack=self._add,
            remove_pack=self._remove,
        )

    def _fresh_id(self) -> str:
        self.begun += 1
        return f"game-{self.begun}"

    def _info(self, pack: Pack) -> PackInfo:
        return PackInfo(
            id=pack.id,
            title=pack.title,
            description=pack.description,
            questions=len(pack.questions),
            file=f"questions/{pack.id}.toml",
            own=pack.id in self.own,
        )

    def _library(self) -> Library:
        infos = tuple(self._info(pack) for _, pack in sorted(self.packs.items()))
        return Library(packs=infos, problems=self.library_problems)

    def _packs(self, ids: Sequence[str]) -> tuple[Pack, ...]:
        for name in ids:
            if name not in self.packs:
                raise DataError(Problem(what=f"there is no pack {name!r}"))
        return tuple(pack for name, pack in sorted(self.packs.items()) if not ids or name in ids)

    def _write(self) -> None:
        if self.full:
            raise StorageError("saves/player/open.toml: no space left on the device")

    def _keep(self, session: Session) -> None:
        self._write()
        self.keeps += 1
        self.kept[session.id] = session

    def _record(self, game: Game) -> None:
        self._write()
        self.games.append(game)
        self.kept.pop(game.id, None)

    def _keep_settings(self, settings: Settings) -> None:
        self._write()
        self.settings = settings
        self.saved_settings.append(settings)

    def _add(self, path: PurePath) -> PackInfo:
        pack = self.addable.get(str(path))
        if pack is None:
            raise DataError(Problem(file=str(path), what="there is no such file"))
        self.packs[pack.id] = pack
        self.own.add(pack.id)
        return self._info(pack)

    def _remove(self, name: str) -> None:
        self._write()
        del self.packs[name]
