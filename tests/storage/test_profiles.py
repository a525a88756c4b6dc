"""Players: a folder each, who played last, and nothing lost when one is renamed or taken away."""

import itertools

import pytest

from quizgame.core.errors import StorageError, UsageError
from quizgame.core.modes import classic
from quizgame.core.play import Choice, begin, finish
from quizgame.core.settings import Settings
from quizgame.storage.history import Records
from quizgame.storage.paths import Paths
from quizgame.storage.profiles import DEFAULT_PROFILE, ProfileFolders
from quizgame.storage.world import open_world
from tests.storage.samples import NIGHT, fill, make_game, play_on

BAD_NAMES = [
    "",
    " ",
    "a/b",
    "..",
    ".",
    "a.b",
    "ann ",
    " ann",
    "x" * 41,
    "con",
    "NUL",
    "a\nb",
    "\x1b[2J",
    "[/]",
    "\u202eann",
]
COMPOSED, DECOMPOSED = "Zo\u00eb", "Zoe\u0308"


@pytest.fixture
def paths(tmp_path):
    return Paths(shipped=tmp_path / "shipped", own=tmp_path / "own", seeds=tmp_path / "seeds", saves=tmp_path / "saves")


@pytest.fixture
def saves(paths):
    return paths.saves


@pytest.fixture
def folders(paths):
    return ProfileFolders(paths)


@pytest.fixture
def ann_and_bo(folders):
    for name in ("ann", "Bo"):
        folders.make(name)
    return folders


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


# Who is there


def test_before_anybody_played_there_is_nobody_and_nothing_is_made(folders, tmp_path):
    assert (folders.names(), folders.current()) == ((), DEFAULT_PROFILE)
    assert list(tmp_path.iterdir()) == []


def test_names_come_in_order_whatever_their_capitals(folders):
    for name in ("bo", "Ann", "Émile", "cy", "李 雷"):
        folders.make(name)
    assert folders.names() == ("Ann", "bo", "cy", "Émile", "李 雷")


def test_stray_files_and_folders_are_no_profiles(ann_and_bo, saves):
    put(saves / "notes.txt", "mine")
    put(saves / "cy", "a file of a good name")
    for name in ("removed", ".hidden", "a.b", "x" * 41, "con"):
        (saves / name).mkdir()
    assert ann_and_bo.names() == ("ann", "Bo")


def test_folders_that_cannot_be_listed_are_nobody_s(folders, saves):
    put(saves, "a file where the saves should be")
    assert (folders.names(), folders.current()) == ((), DEFAULT_PROFILE)
    with pytest.raises(StorageError):
        folders.make("ann")


# Who plays


def test_who_played_last_is_remembered_by_the_next_start(ann_and_bo, paths):
    assert ann_and_bo.current() == DEFAULT_PROFILE
    ann_and_bo.choose("Bo")
    assert ProfileFolders(paths).current() == "Bo"
    ann_and_bo.choose("cy")
    assert ProfileFolders(paths).current() == "cy"
    assert ann_and_bo.names() == ("ann", "Bo", "cy")


@pytest.mark.parametrize(
    "text",
    ["", "profile = ", "profile = 3\n", "profile = ['Bo']\n", "profile = 'nobody'\n", "profile = '../Bo'\n", "\0", "[" * 5_000],
)  # fmt: skip
def test_whoever_played_last_is_forgotten_where_that_cannot_be_read(ann_and_bo, saves, text):
    ann_and_bo.choose("Bo")
    put(saves / "current.toml", text)
    assert ann_and_bo.current() == DEFAULT_PROFILE
    ann_and_bo.choose("ann")
    assert ann_and_bo.current() == "ann"


def test_whoever_played_last_and_is_gone_is_forgotten(ann_and_bo, saves):
    ann_and_bo.choose("Bo")
    (saves / "Bo").rmdir()
    assert ann_and_bo.current() == DEFAULT_PROFILE


def test_a_name_may_be_spelled_in_either_way_that_unicode_knows(folders):
    folders.make(COMPOSED)
    folders.choose(DECOMPOSED)
    assert (folders.names(), folders.current()) == ((COMPOSED,), COMPOSED)


# Bad names


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_bad_name_is_refused_and_nothing_is_made(ann_and_bo, saves, name):
    before = sorted(saves.rglob("*"))
    for refused in (
        lambda: ann_and_bo.make(name),
        lambda: ann_and_bo.choose(name),
        lambda: ann_and_bo.rename("ann", name),
        lambda: ann_and_bo.remove(name),
    ):
        with pytest.raises(UsageError) as told:
            refused()
        assert str(told.value).isprintable()
    assert sorted(saves.rglob("*")) == before


@pytest.mark.parametrize("name", ["removed", "Removed", "REMOVED"])
def test_the_folder_of_those_that_were_removed_is_nobody_s(ann_and_bo, name):
    for refused in (
        lambda: ann_and_bo.make(name),
        lambda: ann_and_bo.choose(name),
        lambda: ann_and_bo.rename("ann", name),
    ):
        with pytest.raises(UsageError):
            refused()
    assert ann_and_bo.names() == ("ann", "Bo")


@pytest.mark.parametrize("name", ["removed", "nobody"])
def test_who_is_not_there_can_be_neither_renamed_nor_removed(ann_and_bo, name):
    ann_and_bo.remove("Bo")
    for refused in (lambda: ann_and_bo.rename(name, "cy"), lambda: ann_and_bo.remove(name)):
        with pytest.raises(UsageError):
            refused()
    assert ann_and_bo.names() == ("ann",)


@pytest.mark.parametrize("name", ["ann", "Ann", "ANN", "bo", "BO"])
def test_a_name_is_taken_whatever_its_capitals(ann_and_bo, name):
    with pytest.raises(UsageError, match="taken"):
        ann_and_bo.make(name)
    ann_and_bo.make("cy")
    with pytest.raises(UsageError, match="taken"):
        ann_and_bo.rename("cy", name)
    assert ann_and_bo.names() == ("ann", "Bo", "cy")


@pytest.mark.parametrize("name", [COMPOSED, DECOMPOSED, DECOMPOSED.upper()])
def test_a_name_is_taken_however_unicode_spells_it(ann_and_bo, name):
    ann_and_bo.make(COMPOSED)
    with pytest.raises(UsageError, match="taken"):
        ann_and_bo.make(name)
    with pytest.raises(UsageError, match="taken"):
        ann_and_bo.rename("ann", name)


# Another name


def test_the_record_goes_with_the_name(ann_and_bo, saves, paths):
    games = fill(Records(saves / "ann"), 3)
    ann_and_bo.choose("ann")
    ann_and_bo.rename("ann", "Zoë")
    assert ann_and_bo.names() == ("Bo", "Zoë")
    assert ProfileFolders(paths).current() == "Zoë"
    assert Records(saves / "Zoë").load().games == tuple(games)


def test_whoever_plays_goes_on_playing_when_another_is_renamed(ann_and_bo):
    ann_and_bo.choose("Bo")
    ann_and_bo.rename("ann", "cy")
    assert ann_and_bo.current() == "Bo"


def test_a_name_may_change_its_capitals(ann_and_bo, saves):
    games = fill(Records(saves / "ann"), 1)
    ann_and_bo.choose("ann")
    ann_and_bo.rename("ann", "ANN")
    assert (ann_and_bo.names(), ann_and_bo.current()) == (("ANN", "Bo"), "ANN")
    assert Records(saves / "ANN").load().games == tuple(games)
    ann_and_bo.rename("ANN", "ANN")
    assert ann_and_bo.names() == ("ANN", "Bo")


# Taken away


def test_a_player_that_is_removed_is_kept_aside_even_twice(ann_and_bo, saves):
    kept = []
    for number in range(3):
        records = Records(saves / "ann")
        records.append(make_game(number))
        kept.append(make_game(number))
        ann_and_bo.remove("ann")
        assert ann_and_bo.names() == ("Bo",)
        ann_and_bo.make("ann")
        assert Records(saves / "ann").load().games == ()
    aside = saves / "removed"
    assert sorted(path.name for path in aside.iterdir()) == ["ann", "ann-2", "ann-3"]
    found = [Records(aside / name).load().games for name in ("ann", "ann-2", "ann-3")]
    assert found == [(game,) for game in kept]


def test_whoever_played_last_and_is_removed_is_forgotten(ann_and_bo):
    ann_and_bo.choose("ann")
    ann_and_bo.remove("ann")
    assert ann_and_bo.current() == DEFAULT_PROFILE


def test_a_player_that_cannot_be_moved_is_told_and_stays(ann_and_bo, saves):
    put(saves / "removed", "a file where the folder should be")
    with pytest.raises(StorageError):
        ann_and_bo.remove("ann")
    assert ann_and_bo.names() == ("ann", "Bo")


# The same through the world


PACK = "".join(
    f"[[questions]]\nstem = 'What is {n}?'\nanswer = 'yes {n}'\ndistractors = ['no', 'never']\n" for n in range(8)
)


@pytest.fixture
def world(paths):
    put(paths.own / "ice.toml", PACK)
    numbers = itertools.count()
    return open_world(
        paths,
        profile="ann",
        now=lambda: NIGHT,
        clock=lambda: 0.0,
        fresh_seed=lambda: 7,
        fresh_id=lambda: f"game-{next(numbers)}",
        maker=None,
    )


def play(world):
    session = begin(world, Choice(rules=classic(2)))
    while not session.is_finished:
        session = play_on(session)
        world.keep(session)
    return finish(world, session)[1]


def test_each_player_has_a_record_settings_and_flags_of_their_own(world, paths):
    game = play(world)
    world.keep_settings(Settings(questions=3))
    world.change_flags(lambda _: ())
    bo = world.profiles.open("Bo")
    assert (bo.profile, ProfileFolders(paths).current()) == ("Bo", "Bo")
    assert (bo.history().games, bo.settings()[0]) == ((), Settings())
    other = play(bo)
    ann = bo.profiles.open("ann")
    assert ann.history().games == (game,)
    assert ann.settings()[0].questions == 3
    assert ann.profiles.names() == ("ann", "Bo")
    assert ann.profiles.open("Bo").history().games == (other,)


def test_players_are_made_renamed_and_removed_through_the_world(world):
    game = play(world)
    world.profiles.make("Bo")
    with pytest.raises(UsageError, match="taken"):
        world.profiles.make("bo")
    with pytest.raises(UsageError, match="taken"):
        world.profiles.rename("Bo", "ANN")
    world.profiles.rename("ann", "Anna")
    assert world.profiles.names() == ("Anna", "Bo")
    anna = world.profiles.open("Anna")
    assert anna.history().games == (game,)
    assert anna.tally().tally.best_on(game.board) == game
    anna.profiles.remove("Bo")
    assert anna.profiles.names() == ("Anna",)


@pytest.mark.parametrize("name", [*BAD_NAMES, "removed"])
def test_no_world_is_opened_under_a_bad_name(world, saves, name):
    with pytest.raises(UsageError):
        world.profiles.open(name)
    assert not saves.exists()
