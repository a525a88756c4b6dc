"""The benchmark of many packs measures what it says."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("packs.py")


def test_every_figure_is_told_for_the_packs_that_ship_and_for_many():
    command = [sys.executable, SCRIPT, "--packs", "2", "--questions", "30", "--rounds", "1", "--json"]
    done = subprocess.run(command, cwd=SCRIPT.parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["shipped"].keys() == told["many"].keys() >= {"home screen", "starting a game", "memory"}
    assert all(figure > 0 for figure in told["many"].values())
