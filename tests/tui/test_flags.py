"""Flagging a bad question, during a game and after it, and taking the flag back."""

import pytest

from quizgame.core.flags import REASONS, Flag
from quizgame.core.modes import challenge, classic, hot_seat
from quizgame.core.play import Choice
from tests.tui.driving import answer, click, click_key, opened, place, play, press, session, tick, words
from tests.worlds import NOW

TOLD = {
    "wrong": "the answer is wrong",
    "ambiguous": "the question is ambiguous",
    "several right": "several options are right",
    "outdated": "it is outdated",
    "typo": "there is a typo in it",
}


def choice(questions=3, pack="qitaihe-2022"):
    return Choice(rules=classic(questions), packs=(pack,), seed=1)


def flagged(memory):
    return {flag.question: flag.reason for flag in memory.flags}


def told(pilot):
    return words(pilot).replace("▌ ", "")


def flag_all(memory, pack, reason="typo"):
    memory.flags = tuple(
        Flag(question=f"{pack}/{question.id}", reason=reason, flagged=NOW, stem=question.stem)
        for question in memory.packs[pack].questions
    )


@pytest.mark.parametrize(("steps", "reason"), list(enumerate(REASONS)))
async def test_each_reason_can_be_given_during_a_game(memory, steps, reason):
    async with opened(memory, choice=choice()) as pilot:
        showing = session(pilot).current
        await press(pilot, "f")
        assert place(pilot) == "dialog"
        assert "What is wrong with this question?" in words(pilot)
        assert showing.question.stem in words(pilot)
        assert all(row in words(pilot) for row in TOLD.values())
        await press(pilot, *["down"] * steps, "enter")
        assert place(pilot) == "quiz"
        assert "Flagged. From the next game on it is not asked." in told(pilot)
    (flag,) = memory.flags
    assert (flag.question, flag.reason, flag.stem) == (showing.ref, reason, showing.question.stem)
    assert flag.flagged == memory.now


@pytest.mark.parametrize(("steps", "reason"), list(enumerate(REASONS)))
async def test_each_reason_can_be_given_in_the_results(memory, steps, reason):
    async with opened(memory, choice=choice()) as pilot:
        await play(pilot, memory, "+-+")
        second = session_refs(memory)[1]
        await press(pilot, "f")
        assert "Which question is bad?" in words(pilot)
        await press(pilot, "down", "enter", *["down"] * steps, "enter")
        assert place(pilot) == "results"
        assert "Flagged. From the next game on it is not asked." in told(pilot)
    assert flagged(memory) == {second: reason}


def session_refs(memory):
    return [attempt.ref for attempt in memory.games[-1].attempts]


async def test_a_reason_is_picked_by_mouse(memory):
    async with opened(memory, (120, 30), choice=choice()) as pilot:
        await click_key(pilot, "f flag")
        await click(pilot, "OptionList", offset=(4, 3))
        assert list(flagged(memory).values()) == ["outdated"]


async def test_a_question_can_be_flagged_over_its_verdict(memory):
    async with opened(memory, choice=choice()) as pilot:
        ref = session(pilot).current.ref
        await answer(pilot, memory)
        await press(pilot, "f", "enter")
        assert flagged(memory) == {ref: "wrong"}
        assert "✓ Right" in words(pilot)
        await press(pilot, "space")
        assert len(session(pilot).attempts) == 1


async def test_esc_flags_nothing(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "f", "down", "escape")
        assert place(pilot) == "quiz"
        assert session(pilot).attempts == ()
        await play(pilot, memory, "+++")
        await press(pilot, "f", "escape")
        assert place(pilot) == "results"
        await press(pilot, "f", "enter", "escape")
        assert place(pilot) == "results"
    assert memory.flags == ()


async def test_a_flagged_question_still_counts_in_the_game_that_asks_it(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "f", "enter")
        await play(pilot, memory, "+++")
        assert "3 of 3 right" in words(pilot)
    assert memory.games[0].asked == 3


async def test_a_flagged_question_is_asked_in_no_later_game(memory):
    async with opened(memory, choice=choice()) as pilot:
        bad = session(pilot).current.ref
        await press(pilot, "f", "enter")
        await play(pilot, memory, "---")
        await press(pilot, "a")
        drawn = {showing.ref for showing in session(pilot).showings}
        assert len(drawn) == 2
        assert bad not in drawn
        await press(pilot, "escape")
        for key in ("c", "d", "r"):
            await press(pilot, key)
            assert bad not in {showing.ref for showing in session(pilot).showings}
            await press(pilot, "escape")


async def test_a_flagged_miss_is_not_due_any_more(memory):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await play(pilot, memory, "-")
        await press(pilot, "f", "enter", "enter", "enter")
        assert place(pilot) == "home"
        assert "nothing is due" in words(pilot)


async def test_where_all_is_flagged_there_is_nothing_to_play(memory):
    flag_all(memory, "qitaihe-2022")
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "enter")
        assert place(pilot) == "home"
        assert "there are no questions to play" in told(pilot)


async def test_a_flag_can_be_changed_and_taken_back_in_the_results(memory):
    async with opened(memory, choice=choice()) as pilot:
        ref = session(pilot).current.ref
        await press(pilot, "f", "down", "enter")
        await play(pilot, memory, "+++")
        await press(pilot, "f", "enter")
        assert "nothing after all (it is flagged: ambiguous)" in words(pilot)
        await press(pilot, "end", "enter")
        assert flagged(memory) == {ref: "typo"}
        await press(pilot, "f", "enter", "enter")
        assert "The question is asked again." in told(pilot)
        assert memory.flags == ()
        await press(pilot, "a")
        assert len(session(pilot).showings) == 3


async def test_a_flag_is_taken_back_during_the_game_that_set_it(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "f", "enter", "f", "enter")
        assert "The question is asked again." in told(pilot)
    assert memory.flags == ()


async def test_a_flag_is_taken_back_from_the_packs(memory):
    flag_all(memory, "qitaihe-2022")
    async with opened(memory) as pilot:
        await press(pilot, "p", "down")
        assert "3 questions, 3 of them flagged" in words(pilot)
        await press(pilot, "f")
        assert "Which of the flagged questions?" in words(pilot)
        assert "In which province does Qitaihe lie?" in words(pilot)
        await press(pilot, "end", "enter")
        assert "nothing after all (it is flagged: typo)" in words(pilot)
        await press(pilot, "enter")
        assert place(pilot) == "packs"
        assert "2 of them flagged" in words(pilot)
        assert "The question is asked again." in told(pilot)
    assert set(flagged(memory)) == {"qitaihe-2022/q-1", "qitaihe-2022/q-2"}


async def test_a_flag_that_was_taken_back_lets_the_question_be_asked(memory):
    flag_all(memory, "qitaihe-2022")
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "f", "enter", "enter", "enter")
        assert [showing.ref for showing in session(pilot).showings] == ["qitaihe-2022/q-1"]


async def test_another_reason_is_given_from_the_packs(memory):
    flag_all(memory, "qitaihe-2022")
    async with opened(memory) as pilot:
        await press(pilot, "p", "down", "f", "enter", "down", "enter")
        assert flagged(memory)["qitaihe-2022/q-1"] == "wrong"


async def test_a_pack_without_flags_says_so(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "f")
        assert place(pilot) == "packs"
        assert "Nothing is flagged in this pack." in told(pilot)
        assert "of them flagged" not in words(pilot)


async def test_flags_of_another_pack_are_not_listed(memory):
    flag_all(memory, "qitaihe-2022")
    async with opened(memory) as pilot:
        await press(pilot, "p", "f")
        assert "Nothing is flagged in this pack." in told(pilot)


@pytest.mark.parametrize("where", ["quiz", "results", "packs"])
async def test_a_full_disk_is_told_and_nothing_is_flagged(memory, where):
    async with opened(memory, choice=choice(1)) as pilot:
        keys = ["f", "enter"]
        if where != "quiz":
            await play(pilot, memory, "+")
            keys = ["f", "enter", "enter"]
        if where == "packs":
            await press(pilot, "enter")
            flag_all(memory, "qitaihe-2022")
            await press(pilot, "p", "down")
        before = memory.flags
        memory.full = True
        await press(pilot, *keys)
        assert place(pilot) == where
        assert "The flag could not be saved." in told(pilot)
        assert "no space left" in told(pilot)
        assert memory.flags == before


async def test_a_run_against_the_clock_is_not_stopped_to_flag(memory):
    async with opened(memory, choice=Choice(rules=challenge(30), seed=3)) as pilot:
        await press(pilot, "f")
        assert place(pilot) == "quiz"
        ref = session(pilot).current.ref
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 29)
        await tick(pilot, memory, 1.5)
        await press(pilot, "f", "enter", "enter")
        assert flagged(memory) == {ref: "wrong"}


async def test_a_question_that_several_answered_is_listed_once(memory):
    hot = Choice(rules=hot_seat(1), players=("Ann", "Bo"), seed=1)
    async with opened(memory, choice=hot) as pilot:
        stem = session(pilot).current.question.stem
        await press(pilot, "1", "1", "space", "f")
        rows = pilot.app.screen.query_one("OptionList")
        assert rows.option_count == 1
        assert stem.startswith(rows.get_option_at_index(0).prompt.plain.partition("…")[0])


async def test_two_keys_open_one_question_about_the_flag(memory):
    async with opened(memory, choice=choice()) as pilot:
        await pilot.press("f", "f")
        await press(pilot, "escape")
        assert place(pilot) == "quiz"
        assert memory.flags == ()
