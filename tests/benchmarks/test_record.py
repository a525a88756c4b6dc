"""The benchmark of long records measures what it says."""

import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).with_name("record.py")


def test_every_figure_is_told_for_the_short_and_the_long_record():
    command = [sys.executable, SCRIPT, "--games", "60", "--rounds", "1", "--json"]
    done = subprocess.run(command, cwd=SCRIPT.parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert set(told) == {"10", "60"}
    assert told["10"].keys() == told["60"].keys() >= {"record screen", "recording a game"}
    assert all(figure > 0 for figures in told.values() for figure in figures.values())
