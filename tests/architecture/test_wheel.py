"""What is installed from a wheel is the whole game, wherever it is."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder with the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed, *arguments, home):
    env = {key: value for key, value in os.environ.items() if key != "QUIZGAME_HOME"}
    env |= {"PYTHONPATH": str(installed), "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    command = [sys.executable, "-P", "-m", "quizgame", *arguments]
    done = subprocess.run(command, cwd=home, env=env, input="1\n", text=True, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_carries_packs_seeds_and_styles(installed):
    carried = {path.name for path in installed.rglob("*")}
    wanted = {path.name for folder in ("questions", "seeds") for path in (ROOT / folder).iterdir()}
    wanted |= {path.name for path in (ROOT / "quizgame" / "tui").rglob("*.tcss")}
    assert wanted <= carried
    assert not [path for path in installed.rglob("*") if "saves" in path.parts or "tests" in path.parts]


def test_what_is_installed_plays_and_saves_in_the_users_own_folder(installed, tmp_path):
    told = json.loads(run(installed, "info", "--json", home=tmp_path))
    assert told["saves"] == str(tmp_path / "data" / "quizgame" / "saves")
    packs = json.loads(run(installed, "packs", "list", "--json", home=tmp_path))["packs"]
    assert [pack["id"] for pack in packs] == ["harbin-2025", "qitaihe-2022", "speed-skating-team-2023"]
    run(installed, "play", "--plain", "--questions", "1", home=tmp_path)
    assert list((tmp_path / "data" / "quizgame" / "saves").rglob("history-*.toml"))
