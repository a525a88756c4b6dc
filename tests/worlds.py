"""A world in memory: packs, a record, and a clock that a test moves by hand."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

import msgspec

from quizgame.core.article import Article
from quizgame.core.duplicates import dropped
from quizgame.core.errors import DataError, Problem, StorageError, UsageError
from quizgame.core.exchange import Exported, FormatInfo, FormatName, Imported, Taken
from quizgame.core.flags import Flag, Flags
from quizgame.core.folder import Entry, Folder
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from quizgame.core.imports import Origin, grown, imported
from quizgame.core.pack import Library, Pack, PackInfo, Question, Source, info_of
from quizgame.core.packedits import OpenPack
from quizgame.core.record import Game, History
from quizgame.core.session import Session
from quizgame.core.settings import Settings
from quizgame.core.tally import Tallied, Tally, fold
from quizgame.core.text import clip, one_line, slug
from quizgame.core.world import Maker, Profiles, Stock, World
from quizgame.storage.formats.items import item

NOW = datetime(2025, 2, 20, 19, 30, tzinfo=timezone(timedelta(hours=8)))


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
    source = Source(id="book", title="The book of ice", publisher="Ice Press", published=date(2025, 2, 9))
    return Pack(id=identity, title=title, sources=(source,), questions=questions)


def generated(articles, title):
    """A generator that asks what every line of the articles says, and drops a line that nobody could ask about."""
    articles = tuple(articles)
    lines = [(article, line) for article in articles for line in article.text.splitlines() if line.strip()]
    asked = [(article, line) for article, line in lines if line != "dull"]
    drops = tuple(
        Dropped(kind="line", reason="too few good wrong answers", source=article.id, what=line)
        for article, line in lines
        if line == "dull"
    )
    kind = KindCount(kind="line", found=len(lines), asked=len(asked), dropped=len(drops))
    report = Report(articles=len(articles), words=9, sentences=len(lines), kinds=(kind,) if lines else (), drops=drops)
    questions = tuple(
        Question(
            id=f"line-{number}",
            stem=f"What does line {number} say?",
            answer=clip(line, 60),
            distractors=("something else", "nothing much", "quite the opposite"),
            kind="line",
            source=article.id,
            evidence=clip(line),
        )
        for number, (article, line) in enumerate(asked, 1)
    )
    if not questions:
        return Generated(pack=None, report=report)
    sources = tuple(article.source for article in articles)
    return Generated(
        pack=Pack(id=slug(title) or "pack", title=title, sources=sources, questions=questions), report=report
    )


def shelf(*packs: Pack) -> dict[str, Pack]:
    """Packs by their ids."""
    return {pack.id: pack for pack in packs}


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

    packs: dict[str, Pack] = field(default_factory=lambda: shelf(make_pack()))
    own: set[str] = field(default_factory=set)
    removed: dict[str, Pack] = field(default_factory=dict)
    games: list[Game] = field(default_factory=list)
    kept: dict[str, Session] = field(default_factory=dict)
    settings: Settings = field(default_factory=lambda: Settings(animation="none"))
    setting_problems: tuple[Problem, ...] = ()
    flags: tuple[Flag, ...] = ()
    others: dict[str, "Memory"] = field(default_factory=dict)
    """The worlds of other players, by their names."""
    name: str = "player"
    library_problems: tuple[Problem, ...] = ()
    saved_settings: list[Settings] = field(default_factory=list)
    keeps: list[Session] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)
    now: datetime = NOW
    seed: int = 7
    begun: int = 0
    full: bool = False
    """Whether every write fails, as on a full disk."""
    addable: dict[str, Pack] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """The text of articles by their paths; a path that ends in a slash is a folder."""
    make: Callable[[Iterable[Article], str], Generated] = generated

    def world(self) -> World:
        return World(
            profile=self.name,
            now=lambda: self.now,
            clock=self.clock,
            fresh_seed=lambda: self.seed,
            fresh_id=self._fresh_id,
            library=self._library,
            packs=self._packs,
            history=lambda: History(games=tuple(self.games)),
            tally=lambda: Tallied(tally=fold(Tally(), self.games)),
            unfinished=lambda: tuple(reversed(self.kept.values())),
            keep=self._keep,
            record=self._record,
            settings=lambda: (self.settings, self.setting_problems),
            keep_settings=self._keep_settings,
            flags=lambda: Flags(flags=self.flags),
            change_flags=self._change_flags,
            stock=self._stock(),
            list_folder=self._list_folder,
            maker=Maker(places=self._places, article_at=self._article_at, article_of=self._article_of, make=self._make),
            profiles=Profiles(
                names=lambda: tuple(sorted({self.name, *self.others})),
                open=self._open_other,
                make=self._make_other,
                rename=self._rename_other,
                remove=self._remove_other,
            ),
        )

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.clock.forward(seconds)
        self.now += timedelta(seconds=seconds)

    def _fresh_id(self) -> str:
        self.begun += 1
        return f"game-{self.begun}"

    def _info(self, pack: Pack) -> PackInfo:
        return msgspec.structs.replace(info_of(pack), file=f"questions/{pack.id}.toml", own=pack.id in self.own)

    def _library(self) -> Library:
        infos = tuple(self._info(pack) for _, pack in sorted(self.packs.items()))
        return Library(packs=infos, problems=self.library_problems).turned_off(self.settings.packs_off)

    def _stock(self) -> Stock:
        return Stock(
            add=self._add,
            keep=self._keep_pack,
            remove=self._remove,
            restore=self._restore,
            open=self._open,
            change=self._change,
            put_back=lambda file, before: self._change(file, before.pack),
            merge=self._merge,
            read=self._read,
            parse=self._parse,
            take=self._take,
            export=self._export,
            formats=lambda: (
                FormatInfo(name="quizgame", title="quizgame TOML", ending=".toml"),
                FormatInfo(name="gift", title="Moodle GIFT", ending=".gift"),
            ),
        )

    def _open(self, name: str) -> OpenPack:
        if name not in self.own:
            raise DataError(Problem(what=f"the pack {name!r} came with the game and stays as it is"))
        file = f"questions/{name}.toml"
        return OpenPack(pack=self.packs[name], file=file, path=file, data=b"")

    def _change(self, file: OpenPack, pack: Pack) -> OpenPack:
        self._write()
        self.packs[pack.id] = pack
        return msgspec.structs.replace(file, pack=pack)

    def _merge(self, kept: str, gone: str) -> None:
        self._write()
        pack, _, name = gone.partition("/")
        rest = dropped(self.packs[pack], name)
        if rest is None:
            del self.packs[pack]
        else:
            self.packs[pack] = rest

    def _restore(self, name: str) -> PackInfo:
        self._write()
        self.packs[name] = self.removed.pop(name)
        return self._info(self.packs[name])

    def _read(self, where: str, format: FormatName | None) -> Imported:
        if where not in self.files:
            raise StorageError(f"cannot read {one_line(where)}: there is no such file or folder")
        return self._parse(self.files[where], format)

    def _parse(self, text: str, format: FormatName | None) -> Imported:
        """A format of one question a line: the question, the answer and the wrong ones with bars between them."""
        found = []
        for line, told in enumerate(text.splitlines(), 1):
            stem, *options = told.split("|")
            found.append(item(line, stem, options[0] if options else "", options[1:]))
        origin = Origin(title="Trivia", source="The trivia book")
        return imported(found, origin, format=format or "gift")

    def _take(self, offered: Imported) -> Taken:
        self._write()
        there = self.packs.get(offered.pack.id)
        if there is None or there.id not in self.own:
            return Taken(info=self._keep_pack(offered.pack), added=len(offered.pack.questions))
        pack, added = grown(there, offered.pack)
        self.packs[pack.id] = pack
        return Taken(info=self._info(pack), added=added, known=len(offered.pack.questions) - added, is_new=False)

    def _export(self, name: str, format: FormatName, path: str) -> Exported:
        self._write()
        if path in self.files:
            raise DataError(Problem(file=path, what="there is a file of this name already"))
        self.files[path] = f"{format}: {name}"
        count = len(self.packs[name].questions)
        lost = (f"the evidence of {count} questions",) if format == "gift" else ()
        return Exported(data=b"", questions=count, lost=lost)

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
        self.keeps.append(session)
        self.kept[session.id] = session

    def _record(self, game: Game) -> None:
        self._write()
        self.games.append(game)
        self.kept.pop(game.id, None)

    def _keep_settings(self, settings: Settings) -> None:
        self._write()
        self.settings = settings
        self.saved_settings.append(settings)

    def _change_flags(self, change: Callable[[tuple[Flag, ...]], tuple[Flag, ...]]) -> None:
        self._write()
        self.flags = change(self.flags)

    def _open_other(self, name: str) -> World:
        if name == self.name:
            return self.world()
        other = self.others.pop(name)
        other.others = {**self.others, self.name: self}
        return other.world()

    def _make_other(self, name: str) -> None:
        self._write()
        if not name.strip() or name in (self.name, *self.others):
            raise UsageError(f"the name {name} is taken")
        self.others[name] = Memory(packs=self.packs, clock=self.clock, now=self.now, name=name)

    def _rename_other(self, old: str, new: str) -> None:
        self._write()
        if new in (self.name, *self.others):
            raise UsageError(f"the name {new} is taken")
        if old == self.name:
            self.name = new
        else:
            self.others[new] = self.others.pop(old)
            self.others[new].name = new

    def _remove_other(self, name: str) -> None:
        self._write()
        del self.others[name]

    def _add(self, path: str) -> PackInfo:
        pack = self.addable.get(path)
        if pack is None:
            raise DataError(Problem(file=path, what="there is no such file"))
        self.packs[pack.id] = pack
        self.own.add(pack.id)
        return self._info(pack)

    def _remove(self, name: str) -> str:
        self._write()
        self.removed[name] = self.packs.pop(name)
        return name

    def _keep_pack(self, pack: Pack) -> PackInfo:
        self._write()
        numbered = (f"{pack.id}-{number}" for number in range(2, 100))
        kept = msgspec.structs.replace(pack, id=next(name for name in (pack.id, *numbered) if name not in self.packs))
        self.packs[kept.id] = kept
        self.own.add(kept.id)
        return self._info(kept)

    def _list_folder(self, where: str) -> Folder:
        path = where or "articles/"
        if self.files.get(path) == "locked":
            raise StorageError(f"cannot read {path}: permission denied")
        inside = [name.removeprefix(path) for name in sorted(self.files) if name.startswith(path) and name != path]
        direct = [name for name in inside if "/" not in name.rstrip("/")]
        entries = [
            Entry(name=one_line(name.rstrip("/")), path=path + name, is_folder=name.endswith("/")) for name in direct
        ]
        entries.sort(key=lambda entry: not entry.is_folder)
        parent = path.rstrip("/").rpartition("/")[0]
        return Folder(name=path, path=path, parent=f"{parent}/" if parent else "", entries=tuple(entries))

    def _places(self, where: str) -> list[str]:
        if not where.endswith("/"):
            return [where]
        found = [name for name in sorted(self.files) if name.startswith(where) and not name.endswith("/")]
        if not found:
            raise DataError(Problem(file=where, what="the folder holds no article", hint="name a file"))
        return found

    def _article_at(self, place: str) -> Article:
        text = self.files.get(place)
        if text is None:
            raise StorageError(f"cannot read {one_line(place)}: there is no such file or folder")
        name = one_line(place.rpartition("/")[2])
        return Article(id=slug(name) or "article", title=clip(name), text=text)

    def _article_of(self, text: str) -> Article:
        return Article(id="pasted-text", title="Pasted text", text=text)

    def _make(self, articles: Iterable[Article], title: str) -> Generated:
        return self.make(articles, title)
