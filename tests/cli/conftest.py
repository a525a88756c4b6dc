"""The command line, run in this process over a home of its own."""

from dataclasses import dataclass

import pytest

from quizgame.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command said and how it ended."""

    status: int
    out: str
    err: str


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty home for packs and saves, in a folder that tests also work in."""
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def run(home, capsys):
    """Run the command line and give what it said."""

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(int(left.value.code or 0), said.out, said.err)

    return run
