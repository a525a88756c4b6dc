"""Fuzzing, as much of it as a test may take: the same inputs every time."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from quizgame.storage.formats.registry import formats
from tests.fuzz.fuzz import FORMATS, TARGETS

with_atheris = pytest.mark.skipif(find_spec("atheris") is None, reason="atheris, for Linux only, is not installed")

ROOT = Path(__file__).parents[2]
RUNS = {
    "recognised": 800,
    "workbook": 300,
    "csv": 1_500,
    "anki": 2_000,
    "kahoot": 3_000,
    "quizizz": 3_000,
    "gift": 3_000,
}
"""How many inputs are read of each target, such that none takes more than some seconds."""
_MOST_RUNS = 6_000

BROKEN = r"""
import sys
from tests.fuzz import fuzz

real = fuzz.import_module

def broken(name):
    module = real(name)
    if name == "tests.fuzz.promises":
        sound = module.CHECKS["pack"]
        module.CHECKS["pack"] = lambda data: sound(data) or 1 / (b"\x1b" not in data)
    return module

fuzz.import_module = broken
sys.exit(fuzz.main(sys.argv[1:]))
"""


def run(*command, **environment):
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "0", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
    )


@with_atheris
@pytest.mark.parametrize("target", TARGETS)
def test_no_input_breaks_a_promise(target, tmp_path):
    runs = RUNS.get(target, _MOST_RUNS)
    done = run("tests/fuzz/fuzz.py", target, "--runs", str(runs), "--seed", "1", TMPDIR=str(tmp_path))
    assert done.returncode == 0, done.stdout[-4_000:]
    assert f"Done {runs} runs" in done.stdout
    assert not list(tmp_path.iterdir())


def test_every_format_is_fuzzed():
    assert sorted(FORMATS) == sorted(form.name for form in formats())


@with_atheris
def test_an_input_that_breaks_a_promise_is_kept_and_can_be_read_again(tmp_path):
    told = run("-c", BROKEN, "pack", "--runs", "2000", TMPDIR=str(tmp_path))
    (found,) = (tmp_path / "quizgame-fuzz" / "pack").iterdir()
    assert b"\x1b" in found.read_bytes()
    assert "ZeroDivisionError" in told.stdout
    assert told.returncode == 1
    command = told.stdout.splitlines()[-1].partition("again: python ")[2].split()
    assert command == ["tests/fuzz/fuzz.py", "pack", "--input", str(found)]
    again = run("-c", BROKEN, *command[1:], TMPDIR=str(tmp_path))
    assert ("ZeroDivisionError" in again.stdout, again.returncode) == (True, 1)
    assert run(*command, TMPDIR=str(tmp_path)).returncode == 0


@pytest.mark.parametrize("arguments", [["all"], ["all", "--runs", "1", "--input", "x"], ["nothing"]])
def test_what_makes_no_sense_is_refused(arguments):
    assert run("tests/fuzz/fuzz.py", *arguments).returncode == 2
