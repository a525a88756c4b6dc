"""Settings: no mistake in the file stops the game, and nothing a newer version wrote is lost."""

import pytest

from quizgame.core.errors import StorageError
from quizgame.core.settings import Settings
from quizgame.storage import atomic
from quizgame.storage.settings import SettingsFile
from tests.storage.samples import FaultyOs

CHANGED = Settings(theme="ember", animation="none", questions=20, seconds=120)


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "ann" / "settings.toml"


@pytest.fixture
def file(path):
    return SettingsFile(path)


def put(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def test_without_a_file_there_are_defaults_and_no_file_is_made(file, path):
    assert file.load() == (Settings(), ())
    assert not path.parent.exists()


def test_settings_come_back(file, path):
    file.keep(CHANGED)
    assert file.load() == (CHANGED, ())
    assert path.read_text() == (
        'format = 1\ntheme = "ember"\nanimation = "none"\nquestions = 20\nseconds = 120\n'
        "question_seconds = 0\ntime_factor = 1.0\nday_start = 4\nbell = false\n"
    )


@pytest.mark.parametrize(
    ("line", "key", "what", "hint"),
    [
        ("questions = 0", "questions", "expected at least 1", ""),
        ("questions = 'ten'", "questions", "expected a whole number", ""),
        ("animation = 'fast'", "animation", "expected one of full, basic, none", ""),
        ("theme = 3", "theme", "expected text", ""),
        ("secnods = 30", "secnods", "there is no such key", "did you mean seconds?"),
        ("'\\u001b[2J' = 1", "", "there is no such key", ""),
        ("a.b.c = 1", "a", "there is no such key", ""),
    ],
)
def test_a_wrong_setting_warns_and_the_others_stay(file, path, line, key, what, hint):  # noqa: PLR0917 - a table
    put(path, f"format = 1\n{line}\nseconds = 120\n")
    settings, problems = file.load()
    assert settings == Settings(seconds=120)
    assert len(problems) == 1
    told = problems[0]
    assert (told.line, told.severity, told.hint) == (2, "warning", hint)
    assert key in told.key
    assert what in told.what
    assert "\x1b" not in str(told)


@pytest.mark.parametrize("text", ["theme = ", "theme = 'a'\ntheme = 'b'\n", "\0", "[[" * 1000])
def test_a_file_that_is_no_toml_warns_and_is_kept_when_it_is_replaced(file, path, text):
    put(path, text)
    settings, problems = file.load()
    assert settings == Settings()
    assert problems[0].severity == "warning"
    file.keep(CHANGED)
    assert file.load() == (CHANGED, ())
    assert path.with_name("settings.damaged-1.toml").read_text() == text


def test_keys_of_another_version_stay(file, path):
    put(path, 'sound = "gong"\nquestions = 5\n[colours]\nice = "blue"\n')
    file.keep(CHANGED)
    assert 'sound = "gong"' in path.read_text()
    assert 'ice = "blue"' in path.read_text()
    settings, problems = file.load()
    assert settings == CHANGED
    assert [problem.key for problem in problems] == ["sound", "colours"]


def test_a_newer_format_is_neither_read_nor_written(file, path):
    put(path, "format = 2\nquestions = 5\n")
    settings, problems = file.load()
    assert settings == Settings()
    assert "format 2 is newer" in problems[0].what
    with pytest.raises(StorageError, match="newer version"):
        file.keep(CHANGED)
    assert path.read_text() == "format = 2\nquestions = 5\n"


def test_keys_stand_in_a_table_of_their_own_to_which_more_can_be_added(file, path):
    file.keep(Settings(keys={"home.daily": "t"}))
    path.write_text(path.read_text() + '"home.review" = "v"\n')
    assert file.load() == (Settings(keys={"home.daily": "t", "home.review": "v"}), ())


def test_a_key_that_is_no_text_is_told_by_its_command_and_the_others_hold(file, path):
    path.parent.mkdir(parents=True)
    path.write_text('questions = 5\n\n[keys]\n"home.daily" = "t"\n"results.again" = 5\n')
    settings, (problem,) = file.load()
    assert settings == Settings(questions=5, keys={"home.daily": "t"})
    assert (problem.key, problem.severity) == ("keys.results.again", "warning")
    assert "text in quotation marks" in str(problem)


def test_a_file_that_cannot_be_read_warns(file, path):
    path.mkdir(parents=True)
    settings, problems = file.load()
    assert settings == Settings()
    assert problems[0].severity == "warning"


def test_a_full_disk_leaves_the_old_settings(file, monkeypatch):
    file.keep(CHANGED)
    told = []
    for at in range(1, 100):
        faulty = FaultyOs(at, 28)
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", faulty)
            try:
                file.keep(Settings())
            except StorageError as error:
                told.append(str(error))
        assert file.load()[0] in (CHANGED, Settings())
        if faulty.calls < at:
            break
        file.keep(CHANGED)
    assert len(told) >= 4
    assert all("no space left" in text for text in told)


def test_a_folder_that_may_not_be_entered_warns(file, locked_out):
    settings, (problem,) = file.load()
    assert settings == Settings()
    assert (problem.severity, "permission denied" in problem.what) == ("warning", True)
    with pytest.raises(StorageError, match="permission denied"):
        file.keep(CHANGED)
