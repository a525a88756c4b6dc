"""Where everything is, and what a profile may be called."""

import os
from pathlib import Path

import pytest

from quizgame.core.errors import StorageError, UsageError
from quizgame.storage.atomic import read
from quizgame.storage.names import shown
from quizgame.storage.paths import find_paths, profile_folder


def never():
    raise AssertionError("the platform's folder is not wanted")


@pytest.fixture
def checkout(tmp_path):
    (tmp_path / "src" / "questions").mkdir(parents=True)
    (tmp_path / "src" / "pyproject.toml").touch()
    return tmp_path / "src"


@pytest.fixture
def installed(tmp_path):
    (tmp_path / "site-packages" / "quizgame").mkdir(parents=True)
    return tmp_path / "site-packages" / "quizgame"


def test_a_checkout_uses_its_own_folders(checkout):
    paths = find_paths({}, package=checkout / "quizgame", user_data=never)
    assert paths.shipped == paths.own == checkout / "questions"
    assert (paths.seeds, paths.saves) == (checkout / "seeds", checkout / "saves")


def test_a_home_holds_the_player_s_things_and_the_checkout_the_shipped_ones(checkout, tmp_path):
    paths = find_paths({"QUIZGAME_HOME": str(tmp_path / "home")}, package=checkout / "quizgame", user_data=never)
    assert (paths.shipped, paths.seeds) == (checkout / "questions", checkout / "seeds")
    assert (paths.own, paths.saves) == (tmp_path / "home" / "questions", tmp_path / "home" / "saves")


def test_an_installed_game_uses_the_platform_s_folder(installed, tmp_path):
    paths = find_paths({"QUIZGAME_HOME": " "}, package=installed, user_data=lambda: tmp_path / "data")
    assert (paths.shipped, paths.seeds) == (installed / "_data" / "questions", installed / "_data" / "seeds")
    assert (paths.own, paths.saves) == (tmp_path / "data" / "questions", tmp_path / "data" / "saves")


def test_looking_creates_nothing(installed, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    paths = find_paths({}, package=installed, user_data=lambda: tmp_path / "data")
    profile_folder(paths, "player")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_home_may_be_relative_or_begin_with_a_tilde(installed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "me"))
    relative = find_paths({"QUIZGAME_HOME": "games"}, package=installed, user_data=never)
    tilde = find_paths({"QUIZGAME_HOME": "~/games"}, package=installed, user_data=never)
    assert relative.saves == Path.cwd() / "games" / "saves"
    assert tilde.saves == tmp_path / "me" / "games" / "saves"


def test_a_tilde_that_leads_nowhere_is_told(installed):
    with pytest.raises(UsageError, match="QUIZGAME_HOME"):
        find_paths({"QUIZGAME_HOME": "~nobody-of-that-name/x"}, package=installed, user_data=never)


@pytest.mark.parametrize("name", ["player", "Ann-Marie 2", "李琰", "Żółć_1", "नमस्ते", "x" * 40])
def test_a_profile_may_have_the_letters_of_any_script(checkout, name):
    paths = find_paths({}, package=checkout / "quizgame", user_data=never)
    assert profile_folder(paths, name).parent == paths.saves


@pytest.mark.parametrize(
    "name",
    ["", " ", "x" * 41, ".", "..", ".hidden", "a/b", "a\\b", "a\0b", "a\nb", "con", "NUL", "com1", "LPT9", " a", "a ",
     "a:b", "a*", "\x1b[2J", "a\u202eb", "😀"],
)  # fmt: skip
def test_a_profile_s_name_is_one_of_a_folder_on_every_system(checkout, name):
    paths = find_paths({}, package=checkout / "quizgame", user_data=never)
    with pytest.raises(UsageError, match="player") as told:
        profile_folder(paths, name)
    assert "\x1b" not in str(told.value)


def test_two_spellings_of_one_name_are_one_profile(checkout):
    paths = find_paths({}, package=checkout / "quizgame", user_data=never)
    assert profile_folder(paths, "Zoe\u0308") == profile_folder(paths, "Zo\u00eb")


def test_files_are_shown_as_the_player_would_write_them(tmp_path, monkeypatch):
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert shown(tmp_path / "here" / "a.toml") == "a.toml"
    assert shown(Path("x") / ".." / "a.toml") == "a.toml"
    assert shown(tmp_path / "there" / "a.toml") == str(Path("~") / "there" / "a.toml")
    assert shown(Path("/elsewhere/a.toml")).endswith("a.toml")
    assert "\x1b" not in shown(tmp_path / "a\x1b]0;x\x07.toml")


@pytest.mark.skipif(os.name == "nt", reason="no folder in use can be deleted there")
def test_a_folder_that_is_deleted_under_our_feet_is_no_crash(installed, tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert shown(Path("a.toml")) == "a.toml"
    with pytest.raises(StorageError, match=r"cannot read a\.toml: there is no such file"):
        read(Path("a.toml"), 10)
    with pytest.raises(UsageError, match="nobody knows where that is"):
        find_paths({"QUIZGAME_HOME": "here"}, package=installed, user_data=never)
