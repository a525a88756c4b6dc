"""The real world, as front ends are handed it: articles in from anywhere, a pack out among the player's own."""

import subprocess
import sys

import pytest

from quizgame.cli.world import real_maker, real_world
from quizgame.core.errors import DataError, StorageError
from quizgame.tui.making import Making, Wanted

ARTICLE = """# Night of the long laps

BELLHAVEN, March 3 (Northwind) -- At the Bellhaven Winter Games, Norway won four gold medals in speed skating.

"The ice was as fast as ever," said Anna Ruiz, head coach of the Norwegian speed skating team.
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "laps.md").write_text(ARTICLE)
    return tmp_path


def make(wanted):
    return Making(real_maker(), wanted, tell=lambda _: None, is_stopped=lambda: False).run()


def test_a_pasted_text_becomes_a_pack_that_can_be_played(home):
    world = real_world("player")
    pack = make(Wanted("text", ARTICLE)).generated.pack
    assert (pack.id, pack.title) == ("night-of-the-long-laps", "Night of the long laps")
    first, second = world.stock.keep(pack), world.stock.keep(pack)
    assert (first.id, second.id) == ("night-of-the-long-laps", "night-of-the-long-laps-2")
    assert (home / "home" / "questions" / "night-of-the-long-laps.toml").is_file()
    assert world.packs(["night-of-the-long-laps"])[0].questions == pack.questions


@pytest.mark.parametrize("written", ["laps.md", " laps.md ", "'laps.md'", '"laps.md"', "~/laps.md", "."])
def test_a_path_may_be_written_as_a_person_or_a_terminal_writes_it(home, written):
    assert make(Wanted("path", written)).generated.pack.title == "Night of the long laps"


def test_a_file_that_is_chosen_is_taken_by_its_very_name(home):
    (home / "'quoted'.md").write_text(ARTICLE)
    entry = next(entry for entry in real_world("player").list_folder("").entries if entry.name == "'quoted'.md")
    assert make(Wanted("files", chosen=(entry.path,))).generated.pack is not None


def test_a_dash_does_not_wait_for_the_keyboard(home):
    with pytest.raises(DataError, match="paste the text instead"):
        make(Wanted("path", "-"))


@pytest.mark.parametrize("written", ["nope.txt", "nope/", "~nobody/x.txt", "a\0b"])
def test_what_is_not_there_is_told(home, written):
    with pytest.raises((DataError, StorageError), match="cannot read"):
        make(Wanted("path", written))


def test_a_text_without_sentences_makes_nothing_and_says_so(home):
    made = make(Wanted("text", " \n "))
    assert made.generated.pack is None
    assert made.generated.report.sentences == 0


def test_the_generator_is_not_loaded_before_it_is_asked(home):
    code = (
        "import sys; from quizgame.cli.world import real_world; real_world('player').library(); "
        "assert not [name for name in sys.modules if name.startswith('quizgame.generate')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
