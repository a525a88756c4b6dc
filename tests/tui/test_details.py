"""Small things that a careful eye would miss: what lines up, what is named, what fits."""

import msgspec
import pytest

from quizgame.core.errors import Problem
from quizgame.core.modes import classic
from quizgame.core.play import Choice
from tests.tui.driving import answer, opened, play, press, shown, words
from tests.tui.packs import HARBIN
from tests.worlds import shelf


def pack_of(*changes):
    questions = tuple(
        msgspec.structs.replace(question, **change) for question, change in zip(HARBIN.questions, changes, strict=False)
    )
    return shelf(msgspec.structs.replace(HARBIN, questions=questions))


@pytest.mark.parametrize("seed", range(4))
async def test_marks_line_up_on_the_first_question_too(memory, seed):
    async with opened(memory, choice=Choice(rules=classic(4), packs=("harbin-2025",), seed=seed)) as pilot:
        await answer(pilot, memory, right=False)
        rows = shown(pilot).splitlines()
        (wrong,) = [row.index("✗ your answer") for row in rows if "✗ your answer" in row]
        (right,) = [row.index("✓ the answer") for row in rows if "✓ the answer" in row]
        assert wrong == right


async def test_a_line_break_in_an_option_is_shown_as_a_space(memory):
    memory.packs = pack_of({"answer": "six\nmedals", "distractors": ("one\nmedal", "two\nmedals", "three\nmedals")})
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        assert "six medals" in shown(pilot)
        await answer(pilot, memory)
        assert any("six medals" in row and "✓ right" in row for row in shown(pilot).splitlines())
        await press(pilot, "space")
        assert "✓ six medals" in shown(pilot)


async def test_a_long_first_question_says_at_once_how_to_read_on(memory):
    memory.packs = pack_of({"stem": "What comes after all of this? " * 60}, {"stem": "And this?"})
    async with opened(memory, choice=Choice(rules=classic(2), seed=0)) as pilot:
        told = []
        for _ in range(2):
            told.append("PgDn read on" in shown(pilot) and "comes after" in shown(pilot))
            assert ("PgDn read on" in shown(pilot)) == ("comes after" in shown(pilot))
            await play(pilot, memory, "+")
        assert any(told)


async def test_the_narrow_record_keeps_score_and_name_apart(memory):
    async with opened(memory, (40, 15), choice=Choice(rules=classic(2))) as pilot:
        await play(pilot, memory, "++")
        await press(pilot, "escape", "s")
        assert "2,100  2 questions" in shown(pilot)


@pytest.mark.parametrize("width", [60, 72, 80, 100])
async def test_the_key_bar_always_names_the_way_out_and_help(memory, width):
    memory.library_problems = (Problem(file="mine.toml", what="is no pack"),)
    async with opened(memory, (width, 24)) as pilot:
        for key in ("p", "m", "s", "comma"):
            await press(pilot, key)
            bar = shown(pilot).splitlines()[-1]
            assert "Esc home" in bar
            assert "? help" in bar
            if key == "p":
                assert "w warnings" in bar
            await press(pilot, "escape")
        await press(pilot, "1")
        assert "Esc leave" in words(pilot)
