"""What is seen at three sizes: the stem and every option always, and the whole proof."""

import pytest

from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice
from quizgame.tui.room import share
from tests.tui.driving import SIZES, answer, opened, press, settle, shown, tick

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
