"""What is really loaded: nobody pays for what is not used."""

import json
import subprocess
import sys

import pytest

LANGUAGE = {"rapidfuzz", "quizgame.generate"}
SCREEN = {"textual", "quizgame.tui"}
LOADED = (
    "import sys, json, quizgame.cli\n"
    "try:\n    quizgame.cli.main({arguments!r})\n"
    "except SystemExit as left:\n    assert not left.code, left.code\n"
    "json.dump(sorted(sys.modules), open({out!r}, 'w'))"
)


def loaded(tmp_path, *arguments, lines=""):
    out = tmp_path / "modules.json"
    program = LOADED.format(arguments=list(arguments), out=str(out))
    home = {"QUIZGAME_HOME": str(tmp_path), "PATH": "", "PYTHONWARNINGS": "error"}
    subprocess.run([sys.executable, "-c", program], check=True, input=lines, text=True, capture_output=True, env=home)
    return set(json.loads(out.read_text()))


@pytest.mark.parametrize(
    ("arguments", "lines", "unwanted"),
    [
        (["--version"], "", SCREEN | LANGUAGE | {"msgspec", "tomli", "rich"}),
        (["packs", "list"], "", SCREEN | LANGUAGE | {"rich"}),
        (["play", "--plain", "--questions", "2"], "1\n1\n", SCREEN | LANGUAGE | {"rich"}),
        (["info"], "", SCREEN | LANGUAGE),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(tmp_path, arguments, lines, unwanted):
    assert not loaded(tmp_path, *arguments, lines=lines) & unwanted
