"""Small things that a careful eye would miss: what lines up, what is named, what fits."""

import msgspec
import pytest

from quizgame.core.errors import Problem
from quizgame.core.modes import classic
from quizgame.core.play import Choice
from quizgame.tui.content import dates_whole, plain
from quizgame.tui.room import usual_look
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
        await press(pilot, "escape", "s", "right")
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
        await press(pilot, "n")
        assert "Ctrl+S make" in shown(pilot).splitlines()[-1]
        assert "Esc back" in shown(pilot).splitlines()[-1]
        assert "F1 help" in shown(pilot).splitlines()[-1]
        await press(pilot, "escape", "1")
        assert "Esc leave" in words(pilot)


async def test_continue_tells_how_far_the_game_came_and_how_many_there_are(memory):
    async with opened(memory) as pilot:
        await press(pilot, "1")
        await play(pilot, memory, "+-")
        await press(pilot, "escape")
        assert "Continue classic, question 3 of 10 · 1,000 points" in words(pilot)
        assert "press Enter to play" not in words(pilot)
        await press(pilot, "c")
        await answer(pilot, memory, seconds=4)
        await press(pilot, "escape")
        assert "Continue 2 games left · timed challenge, 0:56 left" in words(pilot)


async def test_the_quick_game_has_the_key_that_help_names(memory):
    async with opened(memory) as pilot:
        assert "Enter · 1" in shown(pilot)
        await press(pilot, "question_mark")
        assert "1 Play a quick game over all packs; Enter does so too." in words(pilot)


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
async def test_results_tell_the_seed(memory, size):
    async with opened(memory, size, choice=Choice(rules=classic(2), seed=482913)) as pilot:
        await play(pilot, memory, "+-")
        assert "seed 482913" in shown(pilot)
        await press(pilot, "m", "1", "space")
        assert "seed" not in shown(pilot)  # practice cannot be had from a seed


async def test_a_dialog_has_the_only_key_bar(memory):
    async with opened(memory, (120, 40)) as pilot:
        assert "p packs" in shown(pilot)
        await press(pilot, "question_mark")
        assert "p packs" not in shown(pilot)
        await press(pilot, "escape")
        assert "p packs" in shown(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_score_and_streak_are_named(memory, size):
    async with opened(memory, size, choice=Choice(rules=classic(3))) as pilot:
        assert "score 0 streak ○○○○○○" in words(pilot)
        await play(pilot, memory, "++")
        assert "score 2,100 streak ●●○○○○" in words(pilot)


async def test_a_wide_screen_shows_the_whole_title(memory):
    async with opened(memory, (120, 40), choice=Choice(rules=classic(2), packs=("harbin-2025",))) as pilot:
        assert HARBIN.title in shown(pilot).splitlines()[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_cards_keep_their_look_through_a_game(memory, size):
    async with opened(memory, size, choice=Choice(rules=classic(10))) as pilot:
        looks = set()
        for _ in range(10):
            cards = pilot.app.screen.query_one("#cards")
            looks |= {look for look in ("-boxed", "-spaced", "-tight") if cards.has_class(look)}
            await play(pilot, memory, "+")
        assert len(looks) == 1


async def test_the_verdict_stands_apart_from_boxed_cards_where_a_row_is_free(memory):
    async with opened(memory, (120, 40), choice=Choice(rules=classic(2))) as pilot:
        await answer(pilot, memory)
        rows = shown(pilot).splitlines()
        (said,) = [number for number, row in enumerate(rows) if "✓ Right" in row]
        assert rows[said - 1].strip() == ""
        assert "╯" in rows[said - 2]


def test_one_long_question_makes_not_the_others_tight():
    assert usual_look(["-boxed", "-tight", "-boxed"]) == "-boxed"
    assert usual_look(["-boxed", "-spaced", "-tight"]) == "-spaced"
    assert usual_look(["-tight"]) == "-tight"


@pytest.mark.parametrize("width", range(34, 90))
def test_no_date_is_broken(width):
    content = plain("Short track at the Harbin Asian Winter Games · Xinhua, 9 February 2025")
    lines = [str(row).strip() for row in dates_whole(content, width).wrap(width)]
    assert any("9 February 2025" in row for row in lines)
    assert " ".join(lines) == content.plain
