"""What is loaded and read before the first frame: as little as can be."""

import json
import subprocess
import sys

from tests.tui.driving import opened, press

LATER = {
    "quizgame.tui.flow",
    "quizgame.tui.palette",
    *(
        f"quizgame.tui.screens.{name}"
        for name in "quiz results setup packs record settings help dialog article draft edit funnel".split()
    ),
    "textual.widgets._markdown",
    "textual.widgets._data_table",
    "textual.widgets._selection_list",
    "textual.widgets._digits",
    "textual.widgets._text_area",
    "textual.widgets._footer",
    "textual.widgets._header",
    "quizgame.generate",
    "filelock",
    "httpx",
    "lemminflect",
    "pycrfsuite",
    "pypdf",
    "trafilatura",
}


def test_only_the_home_screen_is_loaded_before_the_first_frame():
    code = "import json, sys, quizgame.tui.app; print(json.dumps(sorted(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(json.loads(told.stdout))
    assert "quizgame.tui.screens.home" in loaded
    assert LATER & loaded == set()


async def test_a_resize_reads_nothing_anew(memory):
    reads = []
    world = memory.world()
    from dataclasses import replace

    def tally():
        reads.append("tally")
        return world.tally()

    memory.world = lambda: replace(world, tally=tally)
    async with opened(memory) as pilot:
        before = len(reads)
        assert before == 1
        await pilot.resize_terminal(100, 30)
        await pilot.pause(0.1)
        assert len(reads) == before
        await press(pilot, "s", "escape")
        assert len(reads) > before
