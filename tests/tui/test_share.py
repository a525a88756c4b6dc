"""Showing a result to others, and playing the game of a friend by its code."""

import msgspec
import pytest

from quizgame.core.flags import Flag
from quizgame.core.modes import challenge, classic, daily, hot_seat, survival
from quizgame.core.play import Choice
from tests.tui.driving import answer, click_key, opened, paste, place, play, press, session, shown, tick, words
from tests.tui.packs import HARBIN, QITAIHE, TEAM
from tests.worlds import NOW, Memory, make_pack, shelf


@pytest.fixture
def friend():
    """Somebody with the same packs who has played other games."""
    return Memory(packs=shelf(HARBIN, QITAIHE, TEAM), seed=99, name="friend")


def told(pilot):
    return words(pilot).replace("▌ ", "")


def code_in(text):
    return text.rpartition("--code ")[2]


async def shared(memory, rules, signs, **changes):
    """Play a game, and give what is shared of it and the questions it asked."""
    async with opened(memory, choice=Choice(rules=rules, **changes)) as pilot:
        showings = session(pilot).showings
        await play(pilot, memory, signs)
        await press(pilot, "s")
        return pilot.app.shared, showings


async def enter_code(pilot, text):
    await press(pilot, "e")
    await paste(pilot, text)
    await press(pilot, "enter")


async def test_a_result_is_shared_in_signs(memory):
    async with opened(memory, choice=Choice(rules=classic(5), seed=3)) as pilot:
        await play(pilot, memory, "++-")
        await press(pilot, "k", "space")
        await play(pilot, memory, "+")
        await press(pilot, "s")
        assert place(pilot) == "share"
        assert "Share this result" in words(pilot)
        assert "Copied" in words(pilot)
        lines = pilot.app.shared.splitlines()
        assert lines[:2] == ["quizgame · Classic, 5 questions", "✓ ✓ ✗ → ✓"]
        assert lines[2] == "3 of 4 right (75 %) · 3,100 points · best streak 2"
        assert lines[3].startswith("quizgame play --code ")
        assert all(line in words(pilot) for line in lines[:3])
        assert code_in(pilot.app.shared) in shown(pilot)
        assert pilot.app.clipboard == pilot.app.shared
        await press(pilot, "escape")
        assert place(pilot) == "results"


async def test_nothing_of_a_question_is_given_away(memory):
    text, showings = await shared(memory, classic(19), "+-" * 9 + "+")
    tokens = {word.strip(".,?'").casefold() for word in text.replace("-", " ").split()}
    own = {"quizgame", "classic", "questions", "right", "points", "best", "streak", "of", "play", "code"}
    for showing in showings:
        question = showing.question
        assert question.stem not in text
        for option in (question.answer, *question.distractors):
            assert option not in text or option.isdigit()
        letters = {word.strip(".,?'").casefold() for word in question.stem.split()}
        assert not {word for word in letters & tokens if len(word) > 3} - own


async def test_c_copies_once_more(memory):
    async with opened(memory, choice=Choice(rules=classic(1), seed=3)) as pilot:
        await play(pilot, memory, "+")
        await press(pilot, "s")
        text = pilot.app.shared
        pilot.app.copy_to_clipboard("something else")
        pilot.app.shared = ""
        await press(pilot, "c")
        assert (pilot.app.clipboard, pilot.app.shared) == (text, text)


async def test_nothing_is_shared_before_it_is_asked_for(memory):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await play(pilot, memory, "+")
        assert pilot.app.shared == ""


async def test_the_text_is_all_there_where_columns_are_few(memory):
    async with opened(memory, (40, 15), choice=Choice(rules=classic(5), seed=3)) as pilot:
        await play(pilot, memory, "+++++")
        await press(pilot, "s")
        await press(pilot, "end")
        seen = "".join(shown(pilot).replace("│", "").split())
        assert code_in(pilot.app.shared) in seen


async def test_a_run_is_shared_with_its_clock(memory):
    async with opened(memory, choice=Choice(rules=challenge(30), seed=3)) as pilot:
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 29)
        await tick(pilot, memory, 1.5)
        await click_key(pilot, "s share")
        assert pilot.app.shared.splitlines()[:2] == ["quizgame · Timed challenge, 30 s", "✓ ⏱"]


async def test_a_daily_is_shared_with_its_day_and_needs_no_code(memory):
    text, _ = await shared(memory, daily(), "+" * 10)
    assert text.splitlines()[0] == "quizgame · Daily, 20 Feb 2025"
    assert "--code" not in text


async def test_a_hot_seat_is_shared_with_its_table(memory):
    async with opened(memory, choice=Choice(rules=hot_seat(1), players=("Ann", "Bo"), seed=3)) as pilot:
        await answer(pilot, memory, right=False)
        await answer(pilot, memory)
        await press(pilot, "space", "s")
        assert pilot.app.shared.splitlines()[1:] == [
            "1. Bo: 1,000, 1 right answer",
            "✓",
            "2. Ann: 0, 0 right answers",
            "✗",
        ]


# A friend's code


@pytest.mark.parametrize(
    ("rules", "signs"),
    [
        (classic(6), "++-+++"),
        (classic(3, question_seconds=20), "+-+"),
        (survival(), "---"),
    ],
    ids=["classic", "timed", "survival"],
)
async def test_a_code_asks_a_friend_the_same_questions_in_the_same_order(memory, friend, rules, signs):
    text, showings = await shared(memory, rules, signs)
    async with opened(friend) as pilot:
        await press(pilot, "enter")
        await play(pilot, friend, "-+")
        await press(pilot, "escape")
        await enter_code(pilot, code_in(text))
        assert place(pilot) == "quiz"
        assert session(pilot).rules == rules
        assert session(pilot).showings[: len(signs)] == showings[: len(signs)]
        assert "differ" not in words(pilot)


async def test_a_challenge_is_replayed_by_its_code(memory, friend):
    async with opened(memory, choice=Choice(rules=challenge(30), seed=3)) as pilot:
        showings = session(pilot).showings
        for _ in range(3):
            await answer(pilot, memory, seconds=1)
            await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 27)
        await press(pilot, "space", "s")
        text = pilot.app.shared
    async with opened(friend) as pilot:
        await enter_code(pilot, code_in(text))
        assert session(pilot).rules == challenge(30)
        assert session(pilot).showings[:3] == showings[:3]


async def test_the_whole_text_of_a_result_can_be_pasted(memory, friend):
    text, showings = await shared(memory, classic(4), "+-+-")
    assert text.count("\n") == 3
    async with opened(friend) as pilot:
        await enter_code(pilot, f"\n{text}\n")
        assert session(pilot).showings == showings


async def test_a_code_can_be_typed_in_small_letters(memory, friend):
    text, showings = await shared(memory, classic(1), "+")
    async with opened(friend) as pilot:
        await press(pilot, "e")
        await pilot.press(*("minus" if sign == "-" else sign for sign in code_in(text).lower()))
        await press(pilot, "enter")
        assert session(pilot).showings == showings


async def test_a_game_by_code_goes_to_its_end_and_to_the_board(memory, friend):
    text, _ = await shared(memory, classic(2), "+-")
    async with opened(friend) as pilot:
        await enter_code(pilot, text)
        await play(pilot, friend, "++")
        assert "2 of 2 right" in words(pilot)
        await press(pilot, "s")
        assert code_in(pilot.app.shared) == code_in(text)
    assert [(game.mode, game.asked) for game in friend.games] == [("classic", 2)]


async def test_again_after_a_code_asks_the_same_game_again(memory, friend):
    text, showings = await shared(memory, classic(2), "+-")
    async with opened(friend) as pilot:
        await enter_code(pilot, text)
        await play(pilot, friend, "++")
        await press(pilot, "a")
        assert session(pilot).showings == showings


async def test_packs_that_differ_are_told_and_the_rest_is_played(memory, friend):
    text, showings = await shared(memory, classic(4), "++++", packs=("harbin-2025",))
    gone = [showing.question.id for showing in showings[:2]]
    changed = tuple(
        msgspec.structs.replace(question, stem="Something else?") if question.id == gone[0] else question
        for question in HARBIN.questions
        if question.id != gone[1]
    )
    friend.packs = shelf(msgspec.structs.replace(HARBIN, questions=changed), QITAIHE)
    async with opened(friend) as pilot:
        await enter_code(pilot, text)
        assert place(pilot) == "quiz"
        assert "Your packs differ: 2 of the 4 questions of this game are not in yours." in told(pilot)
        assert session(pilot).showings[:2] == showings[2:]


async def test_one_question_that_differs_is_told_in_the_singular(memory, friend):
    text, _ = await shared(memory, classic(3), "+++", packs=("qitaihe-2022",))
    friend.packs = shelf(HARBIN, msgspec.structs.replace(QITAIHE, questions=QITAIHE.questions[1:]))
    async with opened(friend) as pilot:
        await enter_code(pilot, text)
        assert "1 of the 3 questions of this game is not in yours." in told(pilot)


async def test_a_code_of_packs_that_are_not_here_starts_nothing(memory):
    text, _ = await shared(memory, classic(2), "++")
    async with opened(Memory(packs=shelf(make_pack()))) as pilot:
        await enter_code(pilot, text)
        assert place(pilot) == "dialog"
        assert "none of this game's questions is in your packs" in told(pilot)


@pytest.mark.parametrize(
    "text",
    ["hello", "CE6AA-B6FUV", "1", "--code", "quizgame play --code ", "🎉", "A" * 500, "====", "\x1b[31mred", "-" * 40],
)
async def test_what_is_no_code_is_told_and_nothing_starts(memory, text):
    async with opened(memory) as pilot:
        await enter_code(pilot, text)
        assert place(pilot) == "dialog"
        assert "this is no code of a game" in told(pilot)
        assert pilot.app.screen.query_one("LineField").value  # to be mended


async def test_a_slip_in_a_code_is_found(memory, friend):
    text, _ = await shared(memory, classic(2), "++")
    code = code_in(text)
    wrong = ("B" if code[0] == "A" else "A") + code[1:]
    async with opened(friend) as pilot:
        await enter_code(pilot, wrong)
        assert place(pilot) == "dialog"
        assert "this is no code of a game" in told(pilot)


async def test_nothing_is_entered_with_esc_or_with_an_empty_line(memory):
    async with opened(memory) as pilot:
        await press(pilot, "e", "escape")
        assert place(pilot) == "home"
        await press(pilot, "e", "enter")
        assert "Nothing is written yet." in words(pilot)
        await press(pilot, "escape")
        assert place(pilot) == "home"


async def test_a_friend_with_more_time_keeps_it(memory, friend):
    text, showings = await shared(memory, survival(), "---")
    friend.settings = msgspec.structs.replace(friend.settings, time_factor=2.0)
    async with opened(friend) as pilot:
        await enter_code(pilot, text)
        assert session(pilot).rules == survival(time_factor=2.0)
        assert session(pilot).showings[:3] == showings[:3]


async def test_what_comes_after_a_friends_questions_is_nothing_that_was_flagged(memory, friend):
    text, showings = await shared(memory, survival(), "---", packs=("harbin-2025",))
    friend.flags = (Flag(question=showings[3].ref, reason="typo", flagged=NOW),)
    async with opened(friend) as pilot:
        await enter_code(pilot, text)
        assert session(pilot).showings == showings[:3]
