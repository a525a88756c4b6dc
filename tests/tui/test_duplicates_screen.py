"""Questions that ask the same: found over all packs, and one of two kept."""

import msgspec
import pytest

from quizgame.core.errors import StorageError
from tests.tui.driving import SIZES, aside_done, click, click_key, opened, place, press, send, settle, shown, words
from tests.tui.packs import HARBIN, QITAIHE
from tests.tui.test_hostile import PAYLOADS, hostile_pack, start_of
from tests.tui.test_pack_editor import PACK, OnDisk
from tests.tui.test_packs_screen import listed, said
from tests.worlds import shelf


def again(question, identity, **changes):
    """The same question in another pack, in nearly the same words."""
    return msgspec.structs.replace(
        question,
        id=identity,
        stem=question.stem.replace("were the", "were").replace("medals ", ""),
        source="",
        evidence="",
        **changes,
    )


@pytest.fixture
def memory(memory):
    """Two questions of one pack are asked again in another."""
    first, second = HARBIN.questions[:2]
    doubled = (*QITAIHE.questions, again(first, "again-1", explanation="A note."), again(second, "again-2"))
    memory.packs[QITAIHE.id] = msgspec.structs.replace(QITAIHE, questions=doubled)
    memory.own = {HARBIN.id, QITAIHE.id}
    return memory


async def look(pilot):
    """Look for questions that ask the same."""
    await press(pilot, "p", "m")
    assert place(pilot) == "duplicates"
    await aside_done(pilot)


async def keep(pilot, key):
    """Keep one of the two in front."""
    await press(pilot, key)
    await aside_done(pilot)


def details(pilot):
    """What is told of the pair in front."""
    return " ".join(pilot.app.screen.query_one("#told").content.plain.split())


def ids(memory):
    """The ids of the questions of both packs."""
    return [question.id for name in (HARBIN.id, QITAIHE.id) for question in memory.packs[name].questions]


async def test_pairs_are_found_over_all_packs_and_both_are_told_in_full(memory):
    async with opened(memory) as pilot:
        await look(pilot)
        assert "2 pairs" in words(pilot)
        first, _, second = details(pilot).partition(" 2 Qitaihe, city of champions")
        assert first.startswith("1 Short track at the Harbin Asian Winter Games In short-track speed skating")
        assert "how many gold medals did South Korea win? ✓ six right · two · four · nine" in first
        assert "how many gold did South Korea win? ✓ six right" in second
        assert "A note." in second
        await press(pilot, "down")
        assert "Where were the short-track races" in details(pilot)


async def test_keeping_the_first_takes_the_second_away(memory):
    async with opened(memory) as pilot:
        await look(pilot)
        await keep(pilot, "1")
        assert "again-1" not in ids(memory)
        assert "q-1" in ids(memory)
        assert "Merged: the question of Short track at the Harbin Asian Winter Games stays." in said(pilot)
        assert "1 pair" in words(pilot)
        assert "Where were the short-track races" in details(pilot)


async def test_keeping_the_second_takes_the_first_away(memory):
    async with opened(memory) as pilot:
        await look(pilot)
        await press(pilot, "down")
        await keep(pilot, "2")
        assert ids(memory) == ["q-1", "q-3", "q-4", "q-1", "q-2", "q-3", "again-1", "again-2"]
        assert "Merged: the question of Qitaihe, city of champions stays." in said(pilot)
        assert "how many gold medals" in details(pilot)  # the one above is in front then
        await keep(pilot, "1")
        assert "No question asks what another one asks." in words(pilot)
        await press(pilot, "escape")
        assert listed(pilot)[1].startswith("● 4 Qitaihe")


async def test_a_pack_goes_with_its_last_question(memory):
    memory.packs[QITAIHE.id] = msgspec.structs.replace(QITAIHE, questions=(again(HARBIN.questions[0], "again"),))
    async with opened(memory) as pilot:
        await look(pilot)
        await keep(pilot, "1")
        await press(pilot, "escape")
        assert len(listed(pilot)) == 2


async def test_where_nothing_is_asked_twice_it_says_so(memory):
    memory.packs = shelf(HARBIN, QITAIHE)
    async with opened(memory) as pilot:
        await look(pilot)
        assert "No question asks what another one asks." in words(pilot)
        assert "keep" not in words(pilot)
        await press(pilot, "1", "2", "down", "enter", "pagedown")
        assert memory.packs == shelf(HARBIN, QITAIHE)
        await press(pilot, "escape")
        assert place(pilot) == "packs"


async def test_a_full_disk_merges_nothing_and_says_so(memory):
    memory.full = True
    before = ids(memory)
    async with opened(memory) as pilot:
        await look(pilot)
        await keep(pilot, "1")
        assert "They are not merged. saves/player/open.toml: no space left on the device" in said(pilot)
        assert "2 pairs" in words(pilot)
    assert ids(memory) == before


async def test_packs_that_cannot_be_read_are_told(memory):
    def refuse(_):
        raise StorageError("cannot read questions: permission denied")

    memory._packs = refuse
    async with opened(memory) as pilot:
        await look(pilot)
        assert "The packs cannot be read. cannot read questions: permission denied" in said(pilot)
        assert "Looking through all packs…" not in words(pilot)
        await press(pilot, "1", "escape")
        assert place(pilot) == "packs"


async def test_the_second_of_a_long_pair_is_scrolled_to(memory):
    async with opened(memory, (40, 15)) as pilot:
        await look(pilot)
        assert "A note." not in words(pilot)
        await press(pilot, *["pagedown"] * 6)
        assert "A note." in words(pilot)
        await press(pilot, *["pageup"] * 6)
        assert "1 Short track at the" in words(pilot)


OTHER = """\
title = "Other"

[[questions]]
stem = "What is cold?"
answer = "ice"
distractors = ["fire"]
explanation = "It is frozen water."

[[questions]]
stem = "What is dry?"
answer = "sand"
distractors = ["ice"]
"""


@pytest.fixture
def disk(tmp_path):
    disk = OnDisk(tmp_path)
    disk.file.with_name("other.toml").write_text(OTHER)
    return disk


async def test_a_merge_of_real_files_hands_on_what_only_the_other_has(disk):
    async with opened(disk) as pilot:
        await look(pilot)
        assert "1 pair" in words(pilot)
        await keep(pilot, "1")
        assert "No question asks what another one asks." in words(pilot)
    kept = disk.file.read_text()
    assert 'explanation = "It is frozen water."' in kept
    assert kept.count("#") == PACK.count("#")
    assert "What is cold?" not in disk.file.with_name("other.toml").read_text()


async def test_a_question_of_a_pack_that_ships_is_not_taken_away(disk):
    shipped = disk.file.parent.parent / "shipped"
    shipped.mkdir()
    disk.file.with_name("other.toml").rename(shipped / "other.toml")
    async with opened(disk) as pilot:
        await look(pilot)
        await keep(pilot, "1")
        assert "They are not merged. the pack 'other' came with the game and stays as it is" in said(pilot)
        assert disk.file.read_text() == PACK
        await keep(pilot, "2")
        assert "Merged: the question of Other stays." in said(pilot)
    assert "What is cold?" not in disk.file.read_text()
    assert (shipped / "other.toml").read_text() == OTHER


async def test_two_keys_in_haste_take_no_more_than_one_question_away(disk):
    async with opened(disk) as pilot:
        await look(pilot)
        for key in "12":
            send(pilot, key)
        await aside_done(pilot)
        await aside_done(pilot)
    there = disk.file.read_text() + disk.file.with_name("other.toml").read_text()
    assert there.count("What is cold?") == 1


async def test_by_mouse(memory):
    async with opened(memory) as pilot:
        await look(pilot)
        await click(pilot, "#pairs", offset=(10, 2))
        assert "Where were the short-track races" in details(pilot)
        await click_key(pilot, "2 keep 2")
        await aside_done(pilot)
        assert "q-2" not in [question.id for question in memory.packs[HARBIN.id].questions]


# What looks like code, and every size


@pytest.mark.parametrize(("payload", "size"), [(payload, SIZES[number % 3]) for number, payload in enumerate(PAYLOADS)])
async def test_hostile_text_is_text(memory, payload, size):
    pack = hostile_pack(payload)
    memory.packs = shelf(pack, msgspec.structs.replace(pack, id="hostile-2"))
    memory.own = {"hostile", "hostile-2"}
    async with opened(memory, size) as pilot:
        await look(pilot)
        assert start_of(payload)[:3] in words(pilot)
        assert details(pilot).startswith(f"1 {start_of(payload)}")
        for selector in ("#told", "#pairs", "#stock"):
            await click(pilot, selector, offset=(4, 0))
        await keep(pilot, "1")
        await keep(pilot, "2")
        assert not pilot.app._exit
    assert sum(len(pack.questions) for pack in memory.packs.values()) < 4


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_it_is_of_use_at_every_size(memory, size):
    async with opened(memory, size) as pilot:
        await look(pilot)
        told = shown(pilot)
        assert "2 pairs" in told
        assert "1 keep 1" in " ".join(told.split())
        assert "South Korea win?" in words(pilot)
        assert "Esc packs" in told
        for resized in ((20, 5), size):
            await pilot.resize_terminal(*resized)
            await settle(pilot)
        assert shown(pilot) == told


async def test_a_row_tells_a_question_by_its_start_and_its_end(memory):
    for size in SIZES:
        async with opened(memory, size) as pilot:
            await look(pilot)
            rows = pilot.app.screen.query_one("#pairs").region
            first = shown(pilot).splitlines()[rows.y if size == SIZES[0] else rows.y + 1]
            assert first.count("…") <= 1
            assert "win?" in first
