"""The README and the docs tell the truth: every command in them runs, and what they show is what the game takes."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from quizgame.core.checks import check_pack
from quizgame.core.flaws import FLAWS
from quizgame.core.pack import Question
from quizgame.generate import read_text_article
from quizgame.storage.formats.registry import formats
from quizgame.storage.packfile import pack_of
from quizgame.storage.settings import SettingsFile
from quizgame.tui import commands as screens
from quizgame.tui.keymap import keymap_of
from tests.whole.terminal import Terminal

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
PLAYING = (ROOT / "docs" / "playing.md").read_text()
PACKS = (ROOT / "docs" / "packs.md").read_text()


def blocks(text):
    return re.findall(r"^```(\w+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text):
    return [line for language, block in blocks(text) for line in block.splitlines() if language == "sh"]


COMMANDS = commands(README)
SETUP = [command for command in COMMANDS if command.startswith("python3 -m venv")]
COMMANDS_OF_SCREENS = [command for command in screens.COMMANDS if command.keys]
SHIPPED = ("pyproject.toml", "README.md", "LICENSE", "quizgame", "questions", "seeds")


def checkout(folder):
    """A copy of what a new user gets, without anything that was built or played here."""
    leave = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=leave)
        else:
            shutil.copy(source, folder / name)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A checkout with the README's own pack in it, where its commands are run one after another."""
    folder = checkout(tmp_path_factory.mktemp("readme"))
    (pack,) = (block for language, block in blocks(README) if language == "toml" and "[[questions]]" in block)
    (folder / "ice.toml").write_text(pack)
    program = folder / "quizgame-program"
    program.mkdir()
    (program / "quizgame").write_text(f'#!/bin/sh\nexec {sys.executable} -m quizgame "$@"\n')
    (program / "quizgame").chmod(0o755)
    return folder


def environment(folder):
    path = os.pathsep.join([str(folder / "quizgame-program"), os.environ["PATH"]])
    return {"PATH": path, "PYTHONPATH": str(folder), "QUIZGAME_HOME": str(folder)}


def is_played_on_screen(command):
    return re.match(r"quizgame( play| challenge|$)", command) and "--plain" not in command


@pytest.mark.parametrize("text", [README, PLAYING, PACKS], ids=["README", "playing", "packs"])
def test_every_command_in_order(folder, text):
    for command in commands(text):
        if command in SETUP:
            continue
        if is_played_on_screen(command):
            game = Terminal("/bin/sh", "-c", command, cwd=folder, **environment(folder))
            game.until("1")
            game.type("\x11")
            assert game.end() == 0, command
        else:
            env = os.environ | environment(folder)
            done = subprocess.run(
                command, shell=True, cwd=folder, env=env, text=True, input="", capture_output=True, check=False
            )
            assert done.returncode == 0, (command, done.stdout, done.stderr)


def test_the_first_command_sets_up_and_opens_the_game(tmp_path):
    game = Terminal("/bin/sh", "-c", SETUP[0], cwd=checkout(tmp_path))
    game.until("Quick game", patience=300)
    game.type("\r")
    game.until("1 / 10")
    game.type("\x11")
    assert game.end() == 0


def test_the_second_command_is_what_continuous_integration_runs():
    assert len(SETUP) == 2
    assert SETUP[1] in COMMANDS
    assert "python -m pytest" in SETUP[1]
    assert "grep -m 1 'python -m pytest' README.md" in (ROOT / ".ci" / "run").read_text()


def test_its_front_matter_is_read():
    (front,) = (block for language, block in blocks(README) if language == "toml" and "+++" in block)
    article = read_text_article(front + "\nIt rained.\n", name="rain")
    assert (article.title, article.publisher) == ("A city that raises skaters", "Xinhua")
    assert article.published == date(2022, 2, 28)


@pytest.mark.parametrize(
    ("text", "folder"),
    [(README, ROOT), (PLAYING, ROOT / "docs"), (PACKS, ROOT / "docs")],
    ids=["README", "playing", "packs"],
)
def test_its_pictures_are_there(text, folder):
    pictures = re.findall(r"!\[[^]]+\]\(([^)]+)\)", text)
    assert pictures
    assert all((folder / picture).is_file() for picture in pictures)


def test_its_settings_are_taken(tmp_path):
    (sample,) = (block for language, block in blocks(PLAYING) if language == "toml")
    path = tmp_path / "settings.toml"
    path.write_text(sample)
    settings, problems = SettingsFile(path).load()
    keymap, more = keymap_of(settings.keys)
    assert (settings.theme, settings.time_factor, problems, more) == ("snow", 1.5, (), ())
    assert keymap == settings.keys != {}


def test_its_packs_are_packs_without_a_flaw():
    (sample,) = (block for language, block in blocks(PACKS) if language == "toml")
    pack = pack_of(sample.encode(), file="packs.md", stem="oceans")
    assert (check_pack(pack), pack.source_of(pack.questions[0]).title) == ((), "An atlas of the oceans")


def test_its_tables_tell_every_key_flaw_and_format():
    told = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.*?) \|$", PACKS, re.MULTILINE)
    assert told == [(name, flaw.severity, flaw.mend) for name, flaw in FLAWS.items()]
    keys = re.findall(r"^\| `([a-z]+)` \| [^|]+ \|$", PACKS, re.MULTILINE)
    assert sorted(keys) == sorted(Question.__struct_fields__)
    forms = re.findall(r"^\| ([\w -]+) \| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", PACKS, re.MULTILINE)
    holds = {"evidence": "evidence", "explanation": "explanations", "id": "ids", "kind": "kinds", "tags": "tags"}
    for each, (title, name, files, kept) in zip(formats(), forms, strict=True):
        assert (title, name, files) == (each.title, each.name, ", ".join(each.endings))
        assert {field for field, word in holds.items() if word in kept.split(", ")} == each.holds & holds.keys()


def test_every_command_of_the_screens_is_told_with_its_keys():
    told = re.findall(r"^\| `(\w+\.[\w-]+)` \| (.*?) \| (.*?) \|$", PLAYING, re.MULTILINE)
    keys = {command.id: " ".join(f"`{key}`" for key in command.keys.split(",")) for command in COMMANDS_OF_SCREENS}
    assert {name: key for name, key, _ in told} == keys
    assert [about for *_, about in told] == [command.help for command in COMMANDS_OF_SCREENS]
