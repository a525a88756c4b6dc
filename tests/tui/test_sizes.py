"""What is seen at three sizes: the stem and every option always; the text of every screen as goldens.

Draw the goldens anew with ``QUIZGAME_GOLDENS=write python -m pytest tests/tui/test_sizes.py``.
"""

import os
from pathlib import Path

import pytest

from quizgame.core.errors import Problem
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice
from quizgame.tui.room import share
from tests.tui.driving import SIZES, answer, made, opened, paste, play, press, settle, shown, tick
from tests.tui.packs import HARBIN

GOLDENS = Path(__file__).parent / "goldens"
SEEDED = Choice(rules=classic(4), packs=("harbin-2025",), seed=1)
TIMED = Choice(rules=challenge(60), packs=("harbin-2025",), seed=1)


def assert_all_is_seen(pilot):
    """The stem and every option are on the screen in full, above the key bar and below the scoreboard."""
    screen = pilot.app.screen
    region = screen.region
    box = screen.query_one("#stem-box")
    assert box.max_scroll_y == 0
    assert region.contains_region(box.region)
    cards = screen.query_one("#cards")
    assert cards.max_scroll_y == 0
    for card in screen.query(".card"):
        if card.display:
            assert card.region.height >= 1
            assert region.contains_region(card.region)
            assert not card.region.overlaps(box.region)
    told = " ".join(shown(pilot).split())
    for word in screen.turn.showing.question.stem.split():
        assert word in told
    for option in screen.turn.showing.options:
        assert all(word in told for word in option.split())


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("choice", [SEEDED, TIMED], ids=["classic", "challenge"])
async def test_stem_and_options_are_seen_while_open_and_after_the_answer(memory, size, choice):
    async with opened(memory, size, choice=choice) as pilot:
        for _ in range(4):
            assert_all_is_seen(pilot)
            await answer(pilot, memory, right=False, seconds=1)
            assert_all_is_seen(pilot)
            assert "✗ Wrong." in shown(pilot)
            if choice is TIMED:
                await tick(pilot, memory, 0.6)
            else:
                await press(pilot, "space")


async def test_the_question_fits_again_after_a_resize(memory):
    async with opened(memory, (120, 40), choice=SEEDED) as pilot:
        for size in ((40, 15), (1, 1), (80, 24), (60, 18), (40, 15)):
            await pilot.resize_terminal(*size)
            await pilot.pause(0.1)
            await settle(pilot)
            if size != (1, 1):
                assert_all_is_seen(pilot)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_proof_can_be_read_at_every_size(memory, size):
    async with opened(memory, size, choice=SEEDED) as pilot:
        await answer(pilot, memory, right=False)
        verdict = pilot.app.screen.query_one("#verdict")
        assert verdict.size.height >= 2
        last = pilot.app.screen.turn.showing.credit.split()[-1]
        await press(pilot, *["down"] * 12)
        assert last in shown(pilot)


@pytest.mark.parametrize("rows", range(6, 46, 3))
@pytest.mark.parametrize("stem", [1, 3, 9, 60])
@pytest.mark.parametrize("options", [(1, 1), (1, 1, 1, 1), (2, 2, 2, 2), (60, 60, 60, 60)])
def test_rows_are_shared_so_that_everything_has_some(rows, stem, options):
    room = share(rows, stem=stem, options=options, proof=5)
    assert room.stem >= min(stem, 3)
    assert room.cards >= 1
    if stem + sum(options) + 2 <= rows:
        assert room.stem >= stem
        assert room.cards >= sum(options)


def test_cards_are_boxed_only_where_the_proof_finds_room_too():
    assert share(20, stem=2, options=(1, 1, 1, 1), proof=5).look == "-boxed"
    assert share(19, stem=2, options=(1, 1, 1, 1), proof=5).look == "-spaced"
    assert share(12, stem=2, options=(1, 1, 1, 1), proof=5).look == "-tight"


# Goldens


async def home(pilot, memory):
    pass


async def home_of_a_returning_player(pilot, memory):
    await press(pilot, "1")
    await play(pilot, memory, "++-+++++++")
    await press(pilot, "escape", "1")
    await play(pilot, memory, "+")
    await press(pilot, "escape")
    pilot.app.clear_notifications()
    memory.library_problems = (Problem(file="mine.toml", what="is no pack"),)
    await press(pilot, "s", "escape")


async def setup(pilot, memory):
    await press(pilot, "m")


async def question(pilot, memory):
    pilot.app.call_later(pilot.app.start, SEEDED)
    await settle(pilot)
    await play(pilot, memory, "+")


async def verdict(pilot, memory):
    await question(pilot, memory)
    await answer(pilot, memory, right=False, seconds=3)


async def timed(pilot, memory):
    pilot.app.call_later(pilot.app.start, TIMED)
    await settle(pilot)
    await answer(pilot, memory, seconds=8)
    await tick(pilot, memory, 0.6)
    await tick(pilot, memory, 14)


async def results(pilot, memory):
    await verdict(pilot, memory)
    await press(pilot, "space")
    await play(pilot, memory, "++")


async def record(pilot, memory):
    await results(pilot, memory)
    await press(pilot, "escape", "s")


async def packs(pilot, memory):
    await press(pilot, "p", "down")


async def settings(pilot, memory):
    await press(pilot, "comma")


async def helping(pilot, memory):
    await press(pilot, "question_mark")


ARTICLES = ("articles/", "articles/attic/", "articles/city-of-ice.md", "articles/long-laps.txt", "articles/notes/")
REPORT = Report(
    articles=1,
    words=412,
    sentences=21,
    kinds=(
        KindCount(kind="count", found=19, asked=1, dropped=18),
        KindCount(kind="role", found=4, asked=3, dropped=1),
    ),
    drops=tuple(
        Dropped(kind="count", reason=reason, source="article", what="six")
        for reason in (*["told before"] * 11, *["too few good wrong answers"] * 5, *["not sure enough"] * 3)
    ),
)


async def article(pilot, memory):
    memory.files = dict.fromkeys(ARTICLES, "")
    await press(pilot, "n", "tab")


async def wrong_article(pilot, memory):
    memory.files = dict.fromkeys(ARTICLES, "")
    await press(pilot, "n")
    await paste(pilot, "articles/nope.txt")
    await press(pilot, "enter")
    await made(pilot)


async def pasted_article(pilot, memory):
    memory.files = dict.fromkeys(ARTICLES, "")
    await press(pilot, "n")
    await paste(pilot, "# Night of the long laps\n\nAnna Ruiz won four medals in the Frost Hall.\n" * 2)


async def draft(pilot, memory):
    memory.make = lambda articles, title: list(articles) and Generated(pack=HARBIN, report=REPORT)
    await pasted_article(pilot, memory)
    await press(pilot, "ctrl+s")
    await made(pilot)
    await press(pilot, "space", "down")


async def funnel(pilot, memory):
    await draft(pilot, memory)
    await press(pilot, "w")


async def edit(pilot, memory):
    await draft(pilot, memory)
    await press(pilot, "e")


async def wrong_edit(pilot, memory):
    await edit(pilot, memory)
    await press(pilot, "tab", "end", "ctrl+u")


async def saved(pilot, memory):
    await draft(pilot, memory)
    await press(pilot, "s")


async def asking(pilot, memory):
    await question(pilot, memory)
    await press(pilot, "escape")
    pilot.app.clear_notifications()
    pilot.app.call_later(pilot.app.offer, next(iter(memory.kept.values())))
    await settle(pilot)


SCENES = (
    home,
    home_of_a_returning_player,
    setup,
    question,
    verdict,
    timed,
    results,
    record,
    packs,
    settings,
    helping,
    asking,
    article,
    wrong_article,
    pasted_article,
    draft,
    funnel,
    edit,
    wrong_edit,
    saved,
)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
async def test_the_screen_is_the_golden_one(memory, scene, size):
    memory.own = {"qitaihe-2022"}
    async with opened(memory, size) as pilot:
        await scene(pilot, memory)
        await pilot.pause(0.05)
        told = shown(pilot) + "\n"
    golden = GOLDENS / f"{scene.__name__}-{size[0]}x{size[1]}.txt"
    if os.environ.get("QUIZGAME_GOLDENS") == "write":
        GOLDENS.mkdir(exist_ok=True)
        golden.write_text(told)
    assert told == golden.read_text()
