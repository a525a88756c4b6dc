"""A quiz brought in: by its path, by its address or as text, and what it is offered as."""

import threading

import pytest
from textual.widgets import Input

from quizgame.core.errors import DataError, Problem
from quizgame.core.exchange import Imported, Skipped
from quizgame.core.text import clean, clip, one_line
from tests.tui.driving import SIZES, aside_done, click, opened, paste, place, press, settle, shown, words
from tests.tui.packs import QITAIHE
from tests.tui.test_hostile import RAW, hostile_pack, start_of
from tests.tui.test_pack_editor import PACK, OnDisk
from tests.tui.test_packs_screen import listed, said

QUIZ = """\
How many golds did South Korea win?|six|two|four
No wrong answers here|yes
Which city trains champions?|Qitaihe|Harbin
|none|two
Who coaches the team?|Zhang Jing|Li Yan|Wang Meng
"""


async def bring(pilot, text=QUIZ):
    """Paste a quiz, and read it."""
    await press(pilot, "p", "a")
    await paste(pilot, text)
    await press(pilot, "ctrl+s")
    await aside_done(pilot)


async def write(pilot, **told):
    """Write in fields of the offer by their ids."""
    for name, text in told.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text
    await settle(pilot)


# Giving it


@pytest.mark.parametrize("where", ["dir/quiz.gift", "https://example.org/quiz.gift"])
async def test_a_quiz_is_added_by_its_path_or_its_address(memory, where):
    memory.files = {where: QUIZ}
    async with opened(memory) as pilot:
        await press(pilot, "p", "a")
        assert "Path or web address" in words(pilot)
        await paste(pilot, where)
        await press(pilot, "enter")
        await aside_done(pilot)
        assert place(pilot) == "offer"
        await press(pilot, "ctrl+s")
        assert "Added: Trivia, 3 questions." in said(pilot)
        assert "4 packs · 22 questions" in words(pilot)
        assert pilot.app.screen.pack.id == "trivia"
        assert listed(pilot)[-1] == "● 3 Trivia your own"
    assert [one.answer for one in memory.packs["trivia"].questions] == ["six", "Qitaihe", "Zhang Jing"]


@pytest.mark.parametrize("keys", [[], ["tab"], ["tab", "tab"]], ids=["path", "text", "round"])
async def test_a_quiz_is_pasted_anywhere(memory, keys):
    async with opened(memory) as pilot:
        await press(pilot, "p", "a", *keys)
        await paste(pilot, QUIZ)
        assert "Which city trains champions?|Qitaihe|Harbin" in words(pilot)
        assert pilot.app.screen.query_one("#path", Input).value == ""
        await press(pilot, "ctrl+s")
        await aside_done(pilot)
        assert place(pilot) == "offer"


async def test_what_is_wrong_is_told_and_can_be_mended(memory):
    memory.files = {"quiz.gift": QUIZ}
    async with opened(memory) as pilot:
        await press(pilot, "p", "a", "ctrl+s")
        assert "✗ There is nothing yet. → write a path or an address, or paste a quiz" in words(pilot)
        await press(pilot, *"quiz", "enter")
        await aside_done(pilot)
        assert "✗ cannot read quiz: there is no such file or folder." in words(pilot)
        await press(pilot, *".gift")
        assert "✗" not in words(pilot)
        await press(pilot, "enter")
        await aside_done(pilot)
        assert place(pilot) == "offer"


async def test_a_text_without_a_question_is_told_line_by_line_and_can_be_mended(memory):
    async with opened(memory, (120, 40)) as pilot:
        await bring(pilot, "Just words\n\nand|more words")
        assert place(pilot) == "bring"
        told = words(pilot)
        assert "✗ There is no question in it that could be taken." in told
        assert "line 1" in told
        assert "it has no right answer" in told
        await paste(pilot, "|and wrong ones")
        assert "✗" not in words(pilot)
        await press(pilot, "ctrl+s")
        await aside_done(pilot)
        assert place(pilot) == "offer"


async def test_of_a_path_and_a_text_the_one_in_focus_is_read(memory):
    memory.files = {"quiz.gift": "Which is written?|the path|the text\n"}
    async with opened(memory) as pilot:
        await press(pilot, "p", "a", *"quiz.gift", "tab")
        await paste(pilot, "Which is pasted?|the text|the path")
        await press(pilot, "ctrl+s")
        await aside_done(pilot)
        assert "Which is pasted?" in words(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "bring"  # where all still stands that was given
        await press(pilot, "shift+tab", "enter")
        await aside_done(pilot)
        assert "Which is written?" in words(pilot)


async def test_what_is_too_long_to_paste_is_not_taken(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "a")
        pilot.app.screen.query_one("#text")._most = 100
        for keys in ([], ["tab"]):
            await press(pilot, *keys)
            await paste(pilot, "long\n" * 30)
            assert "✗ That is too long to paste. → save it as a file and write its path" in words(pilot)
            assert pilot.app.screen.query_one("#text").text == ""


async def test_reading_is_stopped_by_esc_and_what_it_gives_is_dropped(memory):
    goes_on = threading.Event()
    read_now = memory._read

    def wait(where, format):
        goes_on.wait(10)
        return read_now(where, format)

    memory._read = wait
    memory.files = {"slow": QUIZ}
    async with opened(memory) as pilot:
        await press(pilot, "p", "a", *"slow", "enter")
        assert "Reading… Esc stops" in words(pilot)
        await press(pilot, "enter", "escape")
        assert "Reading…" not in words(pilot)
        assert place(pilot) == "bring"
        goes_on.set()
        await aside_done(pilot)
        assert place(pilot) == "bring"
        await press(pilot, "enter")
        await aside_done(pilot)
        assert place(pilot) == "offer"


async def test_esc_adds_nothing(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "a", "x", "escape")
        assert place(pilot) == "packs"
        assert pilot.app.screen.pack.id == QITAIHE.id
        await press(pilot, "escape")
        await bring(pilot)
        await press(pilot, "escape", "escape")
        assert place(pilot) == "packs"
        assert len(listed(pilot)) == 3
    assert len(memory.packs) == 3


# The offer


async def test_an_offer_tells_what_is_taken_and_what_is_skipped(memory):
    async with opened(memory) as pilot:
        await bring(pilot)
        told = words(pilot)
        assert "Moodle GIFT: 3 questions ! 2 skipped" in told
        assert "! line 2: it has no wrong answers: No wrong answers here" in told
        assert "! line 4: it has no question: none" in told
        assert "How many golds did South Korea win? ✓ six" in told
        assert "Source ▌ The trivia book" in told


async def test_a_long_offer_is_scrolled_from_any_field(memory):
    quiz = "".join(f"What is {number}?|it is {number}|no\n" for number in range(250)) + "odd\n" * 600
    async with opened(memory) as pilot:
        await bring(pilot, quiz)
        assert "250 questions ! 600 skipped" in words(pilot)
        assert "! line 251: it has no right answer: odd" in words(pilot)
        details = pilot.app.screen.query_one("#details")
        details.scroll_end(animate=False)
        await settle(pilot)
        assert "and 50 more" in words(pilot)
        details.scroll_home(animate=False)
        await settle(pilot)
        await press(pilot, "pagedown")  # the key that the help tells
        assert "line 251" not in words(pilot)
        await press(pilot, "pageup")
        assert "line 251" in words(pilot)


async def test_whose_it_is_ends_up_in_the_pack(memory):
    async with opened(memory) as pilot:
        await bring(pilot)
        assert pilot.app.focused.id == "title"
        await press(pilot, "end", "space")
        await paste(pilot, "of\nice")
        await press(pilot, "enter")
        await paste(pilot, "Ann Other")
        await press(pilot, "down")
        await paste(pilot, "CC0-1.0")
        await press(pilot, "tab", "end")
        await paste(pilot, ", second volume")
        await press(pilot, "enter")
        await paste(pilot, "ice, short track, ice")
        await press(pilot, "ctrl+s")
        assert "topics: ice, short track Ann Other · CC0-1.0" in words(pilot)
    pack = memory.packs["trivia-of-ice"]
    assert (pack.title, pack.author, pack.license) == ("Trivia of ice", "Ann Other", "CC0-1.0")
    assert pack.tags == ("ice", "short track")
    assert [pack.source_of(question).title for question in pack.questions] == ["The trivia book, second volume"] * 3


async def test_what_the_player_clears_is_not_in_the_pack(memory):
    async with opened(memory) as pilot:
        await bring(pilot)
        await write(pilot, title="", source="")
        await press(pilot, "ctrl+s")
        pack = memory.packs["trivia"]
        assert pack.title == "Trivia"  # a pack has a title
        assert pack.sources == ()


async def test_added_again_it_tells_how_much_was_there(memory):
    async with opened(memory) as pilot:
        await bring(pilot)
        await press(pilot, "ctrl+s", "escape")
        await bring(pilot, f"{QUIZ}Which hall is cold?|the Frost Hall|the Fire Hall\n")
        await press(pilot, "ctrl+s")
        assert "Added: Trivia, 1 question more, 3 were there." in said(pilot)
        assert len(memory.packs["trivia"].questions) == 4
        await press(pilot, "escape")
        await bring(pilot)
        await press(pilot, "ctrl+s")
        assert "has all 3 questions already" in said(pilot)
        assert "0 questions" not in said(pilot)
    assert len(memory.packs) == 4


async def test_what_is_added_is_seen_even_where_some_packs_were_searched_for(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "slash", *"harbin", "enter", "a")
        await paste(pilot, QUIZ)
        await press(pilot, "ctrl+s")
        await aside_done(pilot)
        await press(pilot, "ctrl+s")
        assert pilot.app.screen.pack.id == "trivia"


async def test_a_full_disk_takes_nothing_from_who_told_whose_it_is(memory):
    async with opened(memory) as pilot:
        await bring(pilot)
        await write(pilot, author="Ann Other")
        memory.full = True
        await press(pilot, "ctrl+s")
        assert "The pack was not added. saves/player/open.toml: no space left on the device" in said(pilot)
        assert len(memory.packs) == 3
        assert place(pilot) == "offer"
        assert "Ann Other" in words(pilot)


# On a real disk


GIFT = (
    "::one:: What is cold? {=ice ~fire ~steam}\n\n::two:: What is round? {=a ball ~a cube}\n\n::three:: Describe. {}\n"
)


@pytest.fixture
def disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return OnDisk(tmp_path)


async def test_a_real_quiz_is_recognised_and_its_pack_is_a_file(disk, tmp_path):
    async with opened(disk) as pilot:
        await bring(pilot, GIFT)
        assert "GIFT: 2 questions ! 1 skipped" in words(pilot)
        await write(pilot, title="Shapes", license="CC0-1.0")
        await press(pilot, "ctrl+s")
        assert "2 packs · 4 questions" in words(pilot)
    told = (tmp_path / "own" / "shapes.toml").read_text()
    assert 'license = "CC0-1.0"' in told
    assert "What is round?" in told


ONE_LINE = (
    '{"response_code":0,"results":[{"type":"multiple","difficulty":"easy","category":"Sports","question":'
    '"How many players does a curling team have?","correct_answer":"4","incorrect_answers":["5","6","7"]}]}'
)


async def test_a_quiz_of_one_line_is_text_wherever_it_is_pasted(disk):
    async with opened(disk) as pilot:
        await bring(pilot, ONE_LINE)
        assert place(pilot) == "offer"
        assert "How many players does a curling team have? ✓ 4" in words(pilot)


async def test_a_pack_of_our_own_is_added_as_it_is_with_its_comments(disk, tmp_path):
    async with opened(disk) as pilot:
        await press(pilot, "p", "d", "r")
        (tmp_path / "club.toml").write_text(PACK)
        await press(pilot, "a", *"club.toml", "enter")
        await aside_done(pilot)
        assert place(pilot) == "packs"
        assert "Added: Ice, 2 questions." in said(pilot)
    assert "# an easy one" in (tmp_path / "own" / "club.toml").read_text()


async def test_a_pack_of_our_own_that_is_there_already_adds_nothing(disk, tmp_path):
    (tmp_path / "ice.toml").write_text(PACK)
    async with opened(disk) as pilot:
        await press(pilot, "p", "a", *"ice.toml", "enter")
        await aside_done(pilot)
        assert "Nothing new: Ice has all 2 questions already." in said(pilot)
    assert disk.file.read_text() == PACK


async def test_what_no_format_knows_is_told_with_what_could_be_done(disk, tmp_path):
    async with opened(disk) as pilot:
        await bring(pilot, "Just words.\nAnd more of them.")
        assert place(pilot) == "bring"
        assert "✗" in words(pilot)
        assert "--" not in words(pilot).replace("───", "")  # nobody can give an option here
        await press(pilot, "shift+tab", "minus", "enter")
        await aside_done(pilot)
        assert "nothing can be read from the keyboard here" in words(pilot)


@pytest.mark.parametrize("path", ["~/my quiz.gift", "  my quiz.gift ", "'my quiz.gift'"])
async def test_a_path_is_taken_as_a_terminal_gives_it(disk, tmp_path, path):
    (tmp_path / "my quiz.gift").write_text(GIFT)
    async with opened(disk) as pilot:
        await press(pilot, "p", "a")
        await paste(pilot, path)
        await press(pilot, "enter")
        await aside_done(pilot)
        assert place(pilot) == "offer"


async def test_a_pack_that_ships_is_copied_by_an_export_and_can_be_edited_then(disk, tmp_path):
    (tmp_path / "shipped").mkdir()
    disk.file.rename(tmp_path / "shipped" / "ice.toml")
    async with opened(disk) as pilot:
        await press(pilot, "p", "x", "enter", "enter", "a")
        await paste(pilot, "ice-export.toml")
        await press(pilot, "enter")
        await aside_done(pilot)
        if place(pilot) == "offer":
            await press(pilot, "ctrl+s")
        assert place(pilot) == "packs"
        assert "2 packs · 4 questions" in words(pilot)
        await press(pilot, "e", "d")
        assert "Deleted" in said(pilot)


# What looks like code, and every size


@pytest.mark.parametrize(("payload", "size"), [(payload, SIZES[number % 3]) for number, payload in enumerate(RAW)])
async def test_hostile_text_is_text_in_what_is_brought_in_and_in_the_offer(memory, payload, size):
    told = clean(payload)  # as storage gives it
    skipped = Skipped(line=1, reason=clip(told, 90), what=clip(told, 60))
    offered = Imported(format="gift", pack=hostile_pack(told), skipped=(skipped,))
    refused = DataError(Problem(file=told, key=told, what=told, hint=told))
    answers = iter([lambda: offered, lambda: raising(refused)])
    memory._parse = lambda *_: next(answers)()
    async with opened(memory, size) as pilot:
        for where in ("offer", "bring"):
            await press(pilot, *["p"] * (where == "offer"), "a", "tab")
            await paste(pilot, payload)
            await press(pilot, "ctrl+s")
            await aside_done(pilot)
            assert place(pilot) == where
            sign = "! line 1:" if where == "offer" else "✗"
            assert sign in words(pilot)
            assert start_of(told)[:3] in words(pilot).partition(sign)[2]
            await click(pilot, "#told", offset=(4, 0))
            if where == "offer":
                await click(pilot, "#stock", offset=(3, 0))
                await press(pilot, "pagedown", "ctrl+s")
                assert place(pilot) == "packs"
                assert one_line(told) in {pack.title for pack in memory.packs.values()}
                pilot.app.clear_notifications()
        assert not pilot.app._exit


def raising(error):
    raise error


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_bringing_and_the_offer_are_of_use_at_every_size(memory, size):
    async with opened(memory, size) as pilot:
        await press(pilot, "p", "a")
        await paste(pilot, QUIZ)
        for where, named in (("bring", "Ctrl+S read it"), ("offer", "Ctrl+S add it")):
            told = shown(pilot)
            assert place(pilot) == where
            assert named in told
            assert "F1 help" in told.splitlines()[-1]
            for resized in ((20, 5), size):
                await pilot.resize_terminal(*resized)
                await settle(pilot)
            assert shown(pilot) == told
            if where == "bring":
                assert "Who coaches the team?" in told
                await press(pilot, "ctrl+s")
                await aside_done(pilot)
        for name in ("author", "license", "source", "tags"):
            await press(pilot, "tab")
            assert pilot.app.focused.id == name
            assert pilot.app.screen.query_one("#form").region.contains_region(pilot.app.focused.region)
        await press(pilot, "tab")
        assert pilot.app.focused.id == "details"
        await press(pilot, "pagedown")
        assert "✓ Zhang Jing" in words(pilot)
