"""The list of packs: found, turned off and on, removed and brought back, written by hand, sent out."""

from datetime import timedelta

import msgspec
import pytest
from textual.widgets import Input, OptionList

from quizgame.core.errors import Problem
from quizgame.core.exchange import Exported, LeftOut
from quizgame.core.pack import Pack, Question, Source
from quizgame.core.settings import Settings
from tests.tui.driving import (
    SIZES,
    click,
    click_key,
    opened,
    paste,
    place,
    play,
    press,
    session,
    settle,
    shown,
    words,
)
from tests.tui.packs import HARBIN, QITAIHE, TEAM
from tests.tui.test_hostile import PAYLOADS, start_of
from tests.worlds import Memory, shelf


def tagged(pack, *tags, **changes):
    return msgspec.structs.replace(pack, tags=tags, **changes)


@pytest.fixture
def memory():
    """Two packs of the player's own with topics, and one that ships and has none."""
    qitaihe = tagged(QITAIHE, "cities", "ice", author="Ann Other", license="CC-BY-SA-4.0")
    memory = Memory(packs=shelf(tagged(HARBIN, "ice", "winter games"), qitaihe, TEAM))
    memory.own = {HARBIN.id, QITAIHE.id}
    return memory


def listed(pilot):
    """The rows of the list as they are told, one after another."""
    rows = pilot.app.screen.query_one("#list", OptionList)
    return [" ".join(rows.get_option_at_index(number).prompt.plain.split()) for number in range(rows.option_count)]


def told(pilot):
    """What is told of the pack in front."""
    return " ".join(pilot.app.screen.query_one("#told").content.plain.split())


def said(pilot):
    """What is told in passing."""
    return " ".join(" ".join(toast.message.split()) for toast in pilot.app._notifications)


def dialog(pilot):
    """What is told in the dialog in front."""
    region = pilot.app.screen.query_one("#dialog").region
    lines = [line[region.x : region.right].strip("│ ") for line in shown(pilot).splitlines()[region.y : region.bottom]]
    return " ".join(" ".join(lines[1:-1]).split())


async def fill(pilot, stem, answer, *wrong):
    """Fill in the form of a question, and take it."""
    assert place(pilot) == "edit"
    for text in (stem, answer, *wrong):
        await paste(pilot, text)
        await press(pilot, "tab")
    await press(pilot, "ctrl+s")


# What is told of a pack


async def test_a_pack_is_told_with_its_count_its_title_and_how_the_player_did(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p")
        assert "3 packs · 19 questions" in words(pilot)
        assert listed(pilot)[1] == "● 3 Qitaihe, city of champions your own"
        assert "4 questions · mean difficulty 3.0 · your own not played yet" in told(pilot)
        await press(pilot, "down")
        assert "topics: cities, ice Ann Other · CC-BY-SA-4.0 questions/qitaihe-2022.toml" in told(pilot)
        await press(pilot, "down")
        assert "12 questions · mean difficulty 3.0 · ships with the game" in told(pilot)
        await press(pilot, "up", "enter")
        await play(pilot, memory, "+-+")
        await press(pilot, "escape", "p")
        assert listed(pilot)[1] == "● 3 Qitaihe, city of champions your own 67 % today"
        assert "%" not in listed(pilot)[0]
        await press(pilot, "down")
        assert "played today · 2 of 3 answers right, 67 %" in told(pilot)
        memory.now += timedelta(days=1)
        await press(pilot, "escape", "p")
        assert listed(pilot)[1].endswith("67 % yesterday")


async def test_what_is_wrong_with_packs_is_counted_and_read(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "w")
        assert "Nothing is wrong with the packs." in said(pilot)
        memory.library_problems = (Problem(file="mine.toml", line=3, what="there is no title"),)
        await press(pilot, "escape", "p")
        assert "3 packs · 19 questions ! 1 problem, w reads" in words(pilot)
        await press(pilot, "w")
        assert "mine.toml:3 there is no title." in dialog(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "packs"


async def test_where_there_is_no_pack_the_list_says_how_to_add_one(memory):
    memory.packs = {}
    async with opened(memory) as pilot:
        await press(pilot, "p")
        assert "0 packs · 0 questions" in words(pilot)
        assert "Press a to add a pack." in told(pilot)
        await press(pilot, "enter", "space", "e", "c", "d", "x", "f", "u")
        assert place(pilot) == "packs"
        assert "No pack was removed here." in said(pilot)


# Finding


async def test_packs_are_found_by_words_and_esc_shows_all_again(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "slash", *"speed")
        assert "1 of 3 packs · 12 questions" in words(pilot)
        assert pilot.app.screen.pack.id == TEAM.id
        await press(pilot, "enter")
        assert pilot.app.focused.id == "list"
        assert "1 of 3 packs" in words(pilot)
        await press(pilot, "slash", "x")
        assert listed(pilot) == []
        assert "No pack is like that." in told(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "packs"
        assert len(listed(pilot)) == 3
        assert not pilot.app.screen.query_one("#search").display
        await press(pilot, "escape")
        assert place(pilot) == "home"


async def test_a_search_with_a_number_sign_looks_at_topics_alone(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "slash")
        await paste(pilot, "games")
        assert [one.split()[1] for one in listed(pilot)] == ["4"]  # in title and topics
        await press(pilot, "end", "ctrl+u")
        await paste(pilot, "#cit")
        assert [one.split()[1] for one in listed(pilot)] == ["3"]
        await press(pilot, "end", "ctrl+u")
        await paste(pilot, "#harbin")
        assert listed(pilot) == []
        await press(pilot, "end", "ctrl+u", "escape")
        assert len(listed(pilot)) == 3
        assert place(pilot) == "packs"


async def test_the_pack_in_front_stays_in_front_while_it_is_found(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "slash", *"ice")
        assert pilot.app.screen.pack.id == QITAIHE.id
        assert "topics: cities, ice" in told(pilot)
        await press(pilot, "down")
        assert pilot.app.focused.id == "list"
        await press(pilot, "up", "escape")
        assert pilot.app.screen.pack.id == HARBIN.id


async def test_a_topic_is_picked_and_all_packs_are_a_choice_too(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "t")
        assert "all packs ice 2 cities 1 winter games 1" in dialog(pilot)
        await press(pilot, "down", "down", "down", "enter")
        assert "1 of 3 packs · 4 questions" in words(pilot)
        assert "winter games" in words(pilot).partition("╭")[0]
        assert pilot.app.screen.pack.id == HARBIN.id
        await press(pilot, "t", "escape")
        assert len(listed(pilot)) == 1
        await press(pilot, "t", "enter")
        assert len(listed(pilot)) == 3
        await press(pilot, "t", "down", "enter", "escape")
        assert place(pilot) == "packs"
        assert len(listed(pilot)) == 3


async def test_a_topic_lists_as_many_packs_as_it_says(memory):
    memory.packs[TEAM.id] = tagged(TEAM, "iceland")
    async with opened(memory) as pilot:
        await press(pilot, "p", "t")
        assert "ice 2 cities 1 iceland 1" in dialog(pilot)
        await press(pilot, "down", "enter")
        assert "2 of 3 packs" in words(pilot)


async def test_packs_without_topics_say_so(memory):
    memory.packs = shelf(TEAM)
    async with opened(memory) as pilot:
        await press(pilot, "p", "t")
        assert place(pilot) == "packs"
        assert "No pack tells its topics." in said(pilot)


# Off and on


async def test_a_pack_that_is_off_is_marked_and_no_quick_game_asks_it(memory):
    async with opened(memory, (120, 40)) as pilot:
        await press(pilot, "p", "space")
        assert listed(pilot)[0] == "○ 4 Short track at the Harbin Asian Winter Games off"
        assert "3 packs · 19 questions 1 off" in words(pilot)
        assert "○ off: asked only where you choose it" in told(pilot)
        assert memory.settings.packs_off == (HARBIN.id,)
        await press(pilot, "escape")
        assert "2 packs · 15 questions" in words(pilot)
        await press(pilot, "enter")
        assert {showing.pack for showing in session(pilot).showings} == {QITAIHE.id, TEAM.id}
        await press(pilot, "escape", "p", "enter")  # by name it is played all the same
        assert {showing.pack for showing in session(pilot).showings} == {HARBIN.id}
        await press(pilot, "escape", "p", "space")
        assert listed(pilot)[0].startswith("● 4")
        await press(pilot, "escape")
        assert "3 packs · 19 questions" in words(pilot)
    assert memory.settings.packs_off == ()


async def test_a_pack_stays_on_where_that_cannot_be_saved(memory):
    memory.full = True
    async with opened(memory) as pilot:
        await press(pilot, "p", "space")
        assert "That could not be saved. saves/player/open.toml: no space left on the device" in said(pilot)
        assert listed(pilot)[0].startswith("●")
        assert pilot.app.settings.packs_off == ()


async def test_home_does_not_say_that_there_are_no_questions_where_all_packs_are_off(memory):
    memory.settings = Settings(animation="none", packs_off=tuple(memory.packs))
    async with opened(memory) as pilot:
        assert "There are no questions yet." not in words(pilot)
        assert "off" in words(pilot)
        await press(pilot, "enter")
        assert place(pilot) == "home"
        assert "all packs are turned off" in said(pilot)
        assert "quizgame packs on" not in said(pilot)  # nobody can type that here


# Removing


async def test_a_pack_of_the_players_own_is_removed_after_a_question_and_undo_brings_it_back(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "d")
        assert "Remove this pack? Qitaihe, city of champions" in dialog(pilot)
        await press(pilot, "enter")
        assert len(listed(pilot)) == 3
        await press(pilot, "delete", "r")
        assert len(listed(pilot)) == 2
        assert QITAIHE.id not in memory.packs
        assert "Removed: Qitaihe, city of champions. u brings it back." in said(pilot)
        await press(pilot, "home", "d", "r")
        assert set(memory.packs) == {TEAM.id}
        await press(pilot, "u")
        assert pilot.app.screen.pack.id == HARBIN.id
        assert "Here again: Short track at the Harbin Asian Winter Games." in said(pilot)
        await press(pilot, "u")
        assert pilot.app.screen.pack.id == QITAIHE.id
        assert len(listed(pilot)) == 3
        await press(pilot, "u")
        assert "No pack was removed here." in said(pilot)


async def test_undo_is_named_only_where_there_is_something_to_undo(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p")
        assert "u undo" not in words(pilot)
        await press(pilot, "d", "r")
        pilot.app.clear_notifications()
        await settle(pilot)
        assert "u undo" in words(pilot)
        await press(pilot, "u")
        assert "u undo" not in words(pilot)


async def test_a_pack_that_ships_is_not_removed(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "end")
        assert "d remove" not in words(pilot)
        await press(pilot, "d")
        assert place(pilot) == "packs"
        assert "This pack ships with the game and stays. Space turns it off." in said(pilot)
    assert len(memory.packs) == 3


async def test_what_a_full_disk_does_not_let_be_removed_or_put_back_is_told(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "d")
        memory.full = True
        await press(pilot, "r")
        assert "The pack was not removed." in said(pilot)
        assert len(listed(pilot)) == 3
        memory.full = False
        await press(pilot, "d", "r")
        memory.full = True
        await press(pilot, "u")
        assert "The pack could not be put back." in said(pilot)
        assert len(listed(pilot)) == 2
        memory.full = False
        await press(pilot, "u")
        assert len(listed(pilot)) == 3


async def test_keys_of_the_players_own_are_told_by_their_names(memory):
    keys = {"packs.undo": "z", "packs.turn": "o", "packs.export": "v", "pack.undo": "z"}
    memory.settings = Settings(animation="none", keys=keys)
    async with opened(memory) as pilot:
        await press(pilot, "p", "d", "r")
        assert "z brings it back." in said(pilot)
        await press(pilot, "z", "e", "d")
        assert "Deleted; z brings it back." in said(pilot)
        await press(pilot, "escape", "end", "d")
        assert "o turns it off." in said(pilot)
        await press(pilot, "e", "e")
        assert "v on the list of packs" in said(pilot)


# By mouse


async def test_by_mouse_a_pack_is_looked_at_before_anything_is_done_with_it(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p")
        await click(pilot, "#list", offset=(20, 2))
        assert place(pilot) == "packs"
        assert pilot.app.screen.pack.id == QITAIHE.id
        await click_key(pilot, "d remove")
        assert "Remove this pack? Qitaihe" in dialog(pilot)


# Looking into one, and writing one


async def test_e_shows_the_questions_and_the_same_pack_stands_in_front_again(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "e")
        assert place(pilot) == "pack"
        assert "Qitaihe, city of champions 3 questions questions/qitaihe-2022.toml" in words(pilot)
        await press(pilot, "d", "escape")
        assert place(pilot) == "packs"
        assert listed(pilot)[1].startswith("● 2 Qitaihe")
        assert pilot.app.screen.pack.id == QITAIHE.id


async def test_what_was_said_of_a_pack_is_not_said_of_its_questions(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "d", "r", "e")
        assert place(pilot) == "pack"
        assert "u brings it back" not in words(pilot)  # that key takes back other things here


async def test_a_pack_that_cannot_be_opened_is_told(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down")
        del memory.packs[QITAIHE.id]
        memory.own.discard(QITAIHE.id)
        await press(pilot, "e")
        assert place(pilot) == "packs"
        assert "The pack cannot be opened." in said(pilot)
        assert len(listed(pilot)) == 2


async def test_a_pack_is_written_by_hand_from_its_title_to_its_first_question(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "h", "enter")
        assert "Nothing is written yet." in dialog(pilot)
        await paste(pilot, "Night\ton  ice")
        await press(pilot, "enter")
        assert "Night on ice, question 1" in words(pilot)
        await fill(pilot, "Which hall is cold?", "the Frost Hall", "the Fire Hall", "the Fog Hall")
        assert place(pilot) == "pack"
        assert "Night on ice 1 question questions/night-on-ice.toml" in words(pilot)
        assert "✓ the Frost Hall right" in words(pilot)
        assert memory.packs["night-on-ice"].title == "Night on ice"
        await press(pilot, "a")
        await fill(pilot, "Which hall is warm?", "the Fire Hall", "the Frost Hall", "the Fog Hall")
        assert [one.answer for one in memory.packs["night-on-ice"].questions] == ["the Frost Hall", "the Fire Hall"]
        await press(pilot, "escape")
        assert pilot.app.screen.pack.id == "night-on-ice"
        assert "4 packs · 21 questions" in words(pilot)


async def test_nothing_is_written_where_title_or_question_is_given_up(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "h", *"Ice", "escape")
        assert place(pilot) == "packs"
        await press(pilot, "h", *"Ice", "enter", "escape")
        assert place(pilot) == "packs"
        assert pilot.app.screen.pack.id == QITAIHE.id
    assert len(memory.packs) == 3


async def test_a_first_question_that_is_begun_is_not_thrown_away_unasked(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "h", *"Ice", "enter")
        await paste(pilot, "Which hall is cold?")
        await press(pilot, "escape")
        assert place(pilot) == "dialog"
        assert "Throw your changes away?" in dialog(pilot)
        await press(pilot, "w")
        assert "Which hall is cold?" in words(pilot)


async def test_a_full_disk_takes_no_first_question_from_who_wrote_it(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "h", *"Ice", "enter")
        memory.full = True
        await fill(pilot, "Which hall is cold?", "the Frost Hall", "the Fire Hall")
        assert "The pack is not saved. saves/player/open.toml: no space left on the device" in said(pilot)
        assert len(memory.packs) == 3
        assert place(pilot) == "edit"
        assert "Which hall is cold?" in words(pilot)
        memory.full = False
        await press(pilot, "ctrl+s")
        assert memory.packs["ice"].questions[0].answer == "the Frost Hall"


# Sending one out


async def test_a_pack_is_exported_in_a_format_to_a_path_and_losses_are_told(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "x")
        assert "In which format? Short track at the Harbin Asian Winter Games" in dialog(pilot)
        assert "quizgame TOML .toml Moodle GIFT .gift" in dialog(pilot)
        await press(pilot, "down", "enter")
        assert pilot.app.screen.query_one(Input).value == "harbin-2025-export.gift"
        await press(pilot, "home", *"to/", "enter")
        assert memory.files == {"to/harbin-2025-export.gift": "gift: harbin-2025"}
        assert "4 questions written to to/harbin-2025-export.gift." in said(pilot)
        assert "Moodle GIFT has no room for this: the evidence of 4 questions" in dialog(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "packs"
        await press(pilot, "x", "enter", "enter")
        assert place(pilot) == "packs"  # our own format loses nothing
        assert "written to harbin-2025-export.toml." in said(pilot)


async def test_a_file_that_is_there_is_not_written_over_and_the_path_can_be_mended(memory):
    memory.files = {"harbin-2025-export.toml": "mine"}
    async with opened(memory) as pilot:
        await press(pilot, "p", "x", "enter", "enter")
        assert place(pilot) == "dialog"
        assert "there is a file of this name already" in dialog(pilot)
        await press(pilot, "home", "m", "enter")
        assert memory.files == {
            "harbin-2025-export.toml": "mine",
            "mharbin-2025-export.toml": "quizgame: harbin-2025",
        }
        await press(pilot, "x", "escape", "x", "enter", "escape")
        assert place(pilot) == "packs"
        memory.full = True
        await press(pilot, "x", "enter", "enter")
        assert "no space left on the device" in dialog(pilot)
    assert len(memory.files) == 2


async def test_a_question_that_a_format_cannot_hold_is_named_so_that_it_can_be_found(memory):
    left_out = LeftOut(question="q-3", what="Who is the head coach?", reason="it has a line break")
    memory._export = lambda *_: Exported(data=b"", questions=3, left_out=(left_out,))
    async with opened(memory) as pilot:
        await press(pilot, "p", "x", "enter", "enter")
        assert "it has a line break" in dialog(pilot)
        assert "Who is the head coach" in dialog(pilot)


# What looks like code, and every size


def hostile(payload):
    """A pack whose every text is a payload, in front of one that is like it."""
    questions = tuple(
        Question(
            id=f"q-{number}",
            stem=f"{number} {payload}"[:2000],
            answer=payload,
            distractors=(f"a{payload}"[:2000], "c"),
            kind=payload,
            evidence=payload,
            explanation=payload,
            tags=(payload,),
            source="s",
        )
        for number in range(2)
    )
    return Pack(
        id="hostile",
        title=payload,
        description=payload,
        author=payload,
        license=payload,
        tags=(payload, "ice"),
        sources=(Source(id="s", title=payload, publisher=payload),),
        questions=questions,
    )


@pytest.mark.parametrize(("payload", "size"), [(payload, SIZES[number % 3]) for number, payload in enumerate(PAYLOADS)])
async def test_hostile_text_is_text_on_the_list_and_in_the_editor(memory, payload, size):
    memory.packs = shelf(hostile(payload))
    memory.own = {"hostile"}
    start = start_of(payload)
    async with opened(memory, size) as pilot:
        await press(pilot, "p")
        assert listed(pilot)[0].startswith(f"● 2 {start}")
        assert f"asks for: {start}" in told(pilot)
        assert f"topics: {start}" in told(pilot)
        assert told(pilot).count(start) >= 5  # its title, what it is about, and author and licence besides
        await click(pilot, "#told", offset=(2, 0))
        await press(pilot, "t")
        assert start in words(pilot)
        await press(pilot, "down", "enter", "escape", "slash")
        await paste(pilot, payload)
        await press(pilot, "escape", "x")
        assert start in words(pilot)
        await press(pilot, "escape", "e")
        assert place(pilot) == "pack"
        assert start in words(pilot)
        for selector in ("#title", "#stock", "#told"):
            await click(pilot, selector, offset=(2, 0))
        pilot.app.screen.query_one("#questions").focus()
        await press(pilot, "down", "t")
        assert place(pilot) == "about"
        assert start in words(pilot)
        await press(pilot, "ctrl+s", "J", "d", "u", "escape", "delete")
        assert start in words(pilot)
        await press(pilot, "escape")
        assert not pilot.app._exit
    assert memory.packs["hostile"].questions == hostile(payload).questions


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_list_is_of_use_at_every_size(memory, size):
    async with opened(memory, size) as pilot:
        await press(pilot, "p", "down")
        told = words(pilot)
        assert "3 packs · 19 questions" in told
        assert "3 Qitaihe, city of champ" in told
        assert "e questions a add h by hand" in told
        assert "Esc home ? help" in told
        for resized in ((20, 5), size):
            await pilot.resize_terminal(*resized)
            await settle(pilot)
        assert shown(pilot).splitlines()[-1].strip().endswith("? help")
        assert pilot.app.screen.pack.id == QITAIHE.id
        assert words(pilot) == told
