"""Lifelines, the pause, tips, and the first minutes of a new player."""

import msgspec
import pytest
from textual.events import Click

from quizgame.core.lifelines import BLANK, struck
from quizgame.core.modes import challenge, classic, daily, review, survival
from quizgame.core.play import Choice
from tests.tui.driving import (
    answer,
    click,
    click_key,
    opened,
    place,
    play,
    press,
    right_key,
    session,
    settle,
    shown,
    tick,
    words,
)
from tests.worlds import make_pack, shelf


def choice(questions=4, **changes):
    return Choice(rules=classic(questions), packs=("harbin-2025",), seed=1, **changes)


def survive():
    return Choice(rules=survival(), packs=("speed-skating-team-2023",), seed=1)


def keys_struck(pilot):
    return [str(place + 1) for place in sorted(session(pilot).struck)]


def told(pilot):
    """All words on the screen, those of a message whole."""
    return words(pilot).replace("▌ ", "").replace(" ▐", "")


# 50:50


async def test_fifty_fifty_takes_two_wrong_options_and_half_the_points(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "x")
        assert len(session(pilot).struck) == 2
        assert session(pilot).current.key not in session(pilot).struck
        assert shown(pilot).count("✗ out") == 2
        await answer(pilot, memory)
        assert "✓ Right +500 halved" in words(pilot)
        await press(pilot, "space")
        assert "✗ out" not in shown(pilot)
        await answer(pilot, memory)
        assert "✓ Right +1,100 2 in a row" in words(pilot)


@pytest.mark.parametrize("way", ["key", "letter", "click", "arrows"])
async def test_what_is_struck_out_cannot_be_chosen(memory, way):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "x")
        for key in keys_struck(pilot):
            number = int(key) - 1
            if way == "key":
                await press(pilot, key)
            elif way == "letter":
                await press(pilot, "abcd"[number])
            elif way == "click":
                await click(pilot, list(pilot.app.screen.query(".card"))[number])
            else:
                while pilot.app.screen.query_one("#cards").cursor != number:
                    await press(pilot, "down")
                await press(pilot, "enter")
        assert session(pilot).attempts == ()
        await answer(pilot, memory)
        assert session(pilot).correct == 1


async def test_a_pointer_on_an_option_that_goes_points_nowhere(memory):
    async with opened(memory, choice=choice()) as pilot:
        cards = pilot.app.screen.query_one("#cards")
        while cards.cursor not in struck(session(pilot).current, 1):
            await press(pilot, "down")
        await press(pilot, "x")
        assert cards.cursor is None
        await press(pilot, "enter")
        assert session(pilot).attempts == ()


# Hint


async def test_a_hint_is_the_proof_with_the_answer_blanked_at_half_the_points(memory):
    async with opened(memory, choice=choice()) as pilot:
        question = session(pilot).current.question
        await press(pilot, "h")
        hinted = words(pilot).partition("? Hint. ")[2].partition("”")[0]
        assert BLANK in hinted
        assert question.answer not in hinted
        assert hinted.removeprefix("“").partition(BLANK)[0].strip() in question.evidence
        await answer(pilot, memory)
        assert "✓ Right +500 halved" in words(pilot)


async def test_where_there_is_no_hint_none_is_used_up(memory):
    memory.packs = shelf(make_pack(size=2))
    first, second = memory.packs["ice"].questions
    bare = tuple(msgspec.structs.replace(question, evidence="") for question in (first, second))
    memory.packs = shelf(msgspec.structs.replace(memory.packs["ice"], questions=bare))
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await press(pilot, "h")
        assert "There is no hint for this question; it is still yours." in told(pilot)
        assert "hint" in session(pilot).aids_left
        await answer(pilot, memory)
        assert "✓ Right +1,000" in words(pilot)


async def test_a_hint_and_a_fifty_fifty_on_one_question_halve_its_points_once(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "h", "x")
        assert "? Hint." in words(pilot)
        assert shown(pilot).count("✗ out") == 2
        await answer(pilot, memory)
        assert "+500 halved" in words(pilot)


async def test_a_lifeline_does_not_make_a_wrong_answer_right(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "x")
        current = session(pilot).current
        wrong = next(n for n in range(4) if n != current.key and n not in session(pilot).struck)
        await press(pilot, str(wrong + 1))
        assert "✗ Wrong." in words(pilot)
        assert session(pilot).score == 0


# Skip


async def test_a_skip_scores_nothing_and_keeps_the_streak(memory):
    async with opened(memory, choice=choice()) as pilot:
        await play(pilot, memory, "++")
        right = session(pilot).current.question
        await press(pilot, "k")
        assert f"→ Skipped. The answer is {right.answer}." in words(pilot)
        assert right.evidence in words(pilot)
        await press(pilot, "space")
        await answer(pilot, memory)
        assert "+1,200 3 in a row" in words(pilot)
        await press(pilot, "space")
        assert "3 of 3 right 100 % 1 skipped" in words(pilot)
        assert "✓ ✓ → ✓" in shown(pilot)
    (game,) = memory.games
    assert (game.asked, game.correct, game.score, game.best_streak) == (3, 3, 3_300, 3)
    assert [attempt.how for attempt in game.attempts] == ["answered", "answered", "skipped", "answered"]


async def test_a_skip_costs_no_life(memory):
    async with opened(memory, choice=survive()) as pilot:
        await play(pilot, memory, "--")
        await press(pilot, "k", "space")
        assert place(pilot) == "quiz"
        assert "✗ ✗ ○" in shown(pilot)


async def test_a_game_can_end_with_a_skip(memory):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await press(pilot, "k", "space")
        assert place(pilot) == "results"
        assert "0 of 0 right" in words(pilot)
    assert [(game.ending, game.asked) for game in memory.games] == [("completed", 0)]


# Each once a game


@pytest.mark.parametrize("game", [choice(), survive()], ids=["classic", "survival"])
@pytest.mark.parametrize(("key", "aid"), [("x", "fifty"), ("h", "hint"), ("k", "skip")])
async def test_each_lifeline_is_there_once_a_game(memory, game, key, aid):
    async with opened(memory, choice=game) as pilot:
        await press(pilot, key)
        if aid != "skip":
            await answer(pilot, memory)
        await press(pilot, "space", key)
        assert "You have used that one; each is there once a game." in told(pilot)
        assert session(pilot).aids == ()
        assert len(session(pilot).attempts) == 1


async def test_the_key_bar_names_the_lifelines_that_are_left(memory):
    async with opened(memory, (120, 30), choice=choice()) as pilot:
        bar = shown(pilot).splitlines()[-1]
        assert all(named in bar for named in ("h hint", "x 50:50", "k skip"))
        await press(pilot, "x")
        bar = shown(pilot).splitlines()[-1]
        assert "50:50" not in bar
        assert "h hint" in bar
        await answer(pilot, memory)
        assert "h hint" not in shown(pilot).splitlines()[-1]


async def test_lifelines_work_by_mouse(memory):
    async with opened(memory, (120, 30), choice=choice()) as pilot:
        await click_key(pilot, "x 50:50")
        await click_key(pilot, "h hint")
        assert session(pilot).aids == ("fifty", "hint")
        await click_key(pilot, "k skip")
        assert session(pilot).attempts[0].how == "skipped"


@pytest.mark.parametrize(
    "rules", [challenge(60), daily(), review(), classic(2)], ids=["challenge", "daily", "review", "misses again"]
)
async def test_there_are_no_lifelines_elsewhere(memory, rules):
    async with opened(memory, (120, 30), choice=Choice(rules=classic(3))) as pilot:
        await play(pilot, memory, "---")
        await press(pilot, *(["m"] if rules.mode == "classic" else ["enter"]))
        if rules.mode != "classic":
            await press(pilot, {"challenge": "c", "daily": "d", "review": "r"}[rules.mode])
        assert session(pilot).rules.mode == rules.mode
        assert not any(named in shown(pilot).splitlines()[-1] for named in ("hint", "50:50", "skip"))
        before = session(pilot)
        await press(pilot, "x", "h", "k")
        assert session(pilot) == before
        assert "used" not in words(pilot)


async def test_what_was_used_stays_used_and_in_force_when_a_left_game_goes_on(memory):
    async with opened(memory, choice=choice()) as pilot:
        await play(pilot, memory, "-")
        await press(pilot, "x", "h", "escape", "g")
        assert session(pilot).aids_left == ("skip",)
        assert shown(pilot).count("✗ out") == 2
        assert "? Hint." in words(pilot)
        await answer(pilot, memory)
        assert session(pilot).score == 500


async def test_a_hint_is_not_covered_by_a_tip_when_a_left_game_goes_on(memory):
    async with opened(memory, choice=choice()) as pilot:
        await play(pilot, memory, "++")
        await press(pilot, "h", "escape", "g")
        assert "? Hint." in words(pilot)


# Keys in a burst


@pytest.mark.parametrize("game", [choice(), survive()], ids=["untimed", "timed"])
@pytest.mark.parametrize("aid", ["x", "h"])
async def test_an_answer_never_overtakes_the_lifeline_before_it(memory, game, aid):
    async with opened(memory, choice=game) as pilot:
        await pilot.press(aid, right_key(pilot))
        await settle(pilot)
        (attempt,) = session(pilot).attempts
        assert attempt.right
        assert attempt.aids == ({"x": "fifty", "h": "hint"}[aid],)
        assert "halved" in words(pilot)


async def test_no_key_of_a_burst_is_lost(memory):
    async with opened(memory, choice=Choice(rules=classic(4), packs=("harbin-2025",), seed=1)) as pilot:
        await pilot.press("x", "h", right_key(pilot), "space", "k", "space", "1", "space", "1", "space")
        await settle(pilot)
        assert place(pilot) == "results"
    first, second, third, fourth = memory.games[0].attempts
    assert (first.right, first.aids) == (True, ("fifty", "hint"))
    assert second.how == "skipped"
    assert (third.how, fourth.how) == ("answered", "answered")


async def test_a_skip_and_the_answer_to_the_next_question_in_one_go(memory):
    async with opened(memory, choice=choice()) as pilot:
        await pilot.press("k", "space", "1")
        await settle(pilot)
        assert [attempt.how for attempt in session(pilot).attempts] == ["skipped", "answered"]


async def test_a_skip_pressed_twice_skips_once(memory):
    async with opened(memory, choice=choice()) as pilot:
        await pilot.press("k", "k")
        await settle(pilot)
        assert len(session(pilot).attempts) == 1


# Pause


async def test_a_pause_hides_the_question_and_its_options(memory):
    async with opened(memory, choice=choice()) as pilot:
        current = session(pilot).current
        await press(pilot, "p")
        assert place(pilot) == "pause"
        assert "Paused" in words(pilot)
        for text in (current.question.stem, *current.options):
            assert text not in words(pilot)
        await press(pilot, "space")
        assert place(pilot) == "quiz"
        assert current.question.stem in words(pilot)


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (120, 40)])
async def test_nothing_of_the_game_can_be_read_in_a_pause_at_any_size(memory, size):
    async with opened(memory, size, choice=survive()) as pilot:
        await press(pilot, "p")
        assert "camp" not in words(pilot)
        assert "Space goes on" in words(pilot)


@pytest.mark.parametrize("rules", [survival(), challenge(60), classic(3, question_seconds=20)], ids=lambda r: r.mode)
async def test_the_clock_stands_still_in_a_pause(memory, rules):
    async with opened(memory, choice=Choice(rules=rules, seed=3)) as pilot:
        await tick(pilot, memory, 4)
        left = session(pilot).question_left - 4
        await press(pilot, "p")
        await tick_behind(pilot, memory, 10_000)
        assert place(pilot) == "pause"
        await press(pilot, "space")
        await tick(pilot, memory, 0)
        assert pilot.app.screen.turn.is_open
        assert session(pilot).question_left == left
        await tick(pilot, memory, left - 0.5)
        assert pilot.app.screen.turn.is_open
        await tick(pilot, memory, 0.5)
        assert "⏱ Time!" in shown(pilot)


async def tick_behind(pilot, memory, seconds):
    """Let time pass for a game behind another screen."""
    memory.clock.forward(seconds)
    pilot.app.screen_stack[-2].tick()
    await settle(pilot)


async def test_a_pause_counts_for_no_answer(memory):
    async with opened(memory, choice=choice()) as pilot:
        memory.clock.forward(3)
        await press(pilot, "p")
        memory.clock.forward(500)
        await press(pilot, "enter")
        await answer(pilot, memory, seconds=2)
        assert session(pilot).attempts[0].seconds == 5


async def test_a_pause_gives_no_time_back(memory):
    async with opened(memory, choice=survive()) as pilot:
        for _ in range(3):
            await tick(pilot, memory, 4)
            await press(pilot, "p", "space")
        await tick(pilot, memory, 3)
        assert "⏱ Time!" in shown(pilot)
        assert session(pilot).attempts[0].seconds == 15


@pytest.mark.parametrize("key", ["space", "enter", "escape", "p"])
async def test_many_keys_go_on_after_a_pause(memory, key):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "p", key)
        assert place(pilot) == "quiz"
        assert session(pilot).attempts == ()
        await answer(pilot, memory)
        assert session(pilot).correct == 1


async def test_a_click_goes_on_after_a_pause_and_answers_nothing(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "p")
        await click(pilot, None, offset=(30, 10))
        assert place(pilot) == "quiz"
        assert session(pilot).attempts == ()


async def test_answers_in_a_pause_are_not_taken(memory):
    async with opened(memory, choice=choice()) as pilot:
        card = pilot.app.screen.query(".card").first()
        await press(pilot, "p", "1", "a", "x", "k")
        assert place(pilot) == "pause"
        card.post_message(Click(card, 5, 1, 0, 0, 1, shift=False, meta=False, ctrl=False))
        await press(pilot, "space")
        assert session(pilot).aids == ()


async def test_there_is_nothing_to_pause_over_a_verdict(memory):
    async with opened(memory, choice=choice()) as pilot:
        await answer(pilot, memory)
        await press(pilot, "p")
        assert place(pilot) == "quiz"


async def test_a_pause_keeps_what_a_lifeline_gave(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "x", "h", "p", "space")
        assert shown(pilot).count("✗ out") == 2
        assert "? Hint." in words(pilot)


async def test_a_pause_comes_too_late_where_the_time_is_over(memory):
    async with opened(memory, choice=survive()) as pilot:
        memory.clock.forward(15)
        await press(pilot, "p")
        assert place(pilot) == "quiz"
        assert "⏱ Time!" in shown(pilot)


async def test_a_game_that_was_quit_in_a_pause_can_be_continued(memory):
    async with opened(memory, choice=survive()) as pilot:
        await play(pilot, memory, "+")
        await tick(pilot, memory, 5)
        await press(pilot, "p")
        memory.clock.forward(1_000)
        await press(pilot, "ctrl+q")
    (kept,) = memory.kept.values()
    assert (len(kept.attempts), kept.spent, kept.is_finished) == (1, 5, False)
    async with opened(memory, resume=True) as pilot:
        assert place(pilot) == "quiz"
        assert "0:10" in shown(pilot)
        await answer(pilot, memory)
        assert session(pilot).correct == 2


async def test_a_pause_is_kept_against_a_crash(memory):
    async with opened(memory, choice=survive()) as pilot:
        await play(pilot, memory, "+")
        await tick(pilot, memory, 5)
        await press(pilot, "p")
        assert memory.keeps[-1].spent == 5


# Tips and first minutes


async def test_the_first_game_says_what_its_rules_are_and_the_second_does_not(memory):
    tip = "Take your time: nothing runs out, and the proof follows every answer."
    async with opened(memory, choice=choice()) as pilot:
        assert tip in words(pilot)
        await play(pilot, memory, "-")
        assert tip not in words(pilot)
        await play(pilot, memory, "---")
        await press(pilot, "a")
        assert tip not in words(pilot)
        assert "Stuck? A hint, a 50:50 and a skip are yours, once a game each." in words(pilot)
        await play(pilot, memory, "----")
        await press(pilot, "a")
        assert "Stuck?" not in words(pilot)


@pytest.mark.parametrize(
    ("rules", "tip"),
    [
        (challenge(60), "A miss takes 3 seconds. The clock stands still at each verdict."),
        (survival(), "Answer before the bar is empty. Miss number 3 ends it."),
        (daily(), "Everyone with these packs gets the same ten today. You have one try that counts."),
        (classic(3, question_seconds=10), "Each question has its time: the faster you are right, the more points."),
    ],
    ids=["challenge", "survival", "daily", "timed"],
)
@pytest.mark.parametrize("size", [(40, 15), (80, 24)])
async def test_every_mode_says_its_rules_at_the_first_time(memory, rules, tip, size):
    async with opened(memory, size, choice=Choice(rules=rules)) as pilot:
        assert tip in words(pilot)


async def test_the_first_streak_says_what_it_brings_and_only_once(memory):
    tip = "Two in a row! From here on each brings 100 points more."
    async with opened(memory, choice=Choice(rules=classic(6), seed=1)) as pilot:
        await play(pilot, memory, "+")
        assert tip not in words(pilot)
        await play(pilot, memory, "+")
        assert tip in words(pilot)
        await play(pilot, memory, "-++")
        assert tip not in words(pilot)


async def test_a_new_player_is_told_what_to_press(memory):
    async with opened(memory) as pilot:
        assert "press Enter to play" in words(pilot)
        assert "what you miss comes back here" in words(pilot)
        await press(pilot, "enter")
        await play(pilot, memory, "+" * 10)
        await press(pilot, "enter")
        assert "press Enter to play" not in words(pilot)
        assert "▲ 1 day in a row" in words(pilot)


async def test_a_player_with_a_game_to_continue_is_not_told_to_begin(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await play(pilot, memory, "+")
        await press(pilot, "escape")
        assert "press Enter to play" not in words(pilot)
        assert "Continue" in words(pilot)


async def test_the_first_game_achieves_something(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await play(pilot, memory, "+" * 10)
        assert "★" in words(pilot).partition("new best")[2]


# Behind other screens


@pytest.mark.parametrize("keys", [["question_mark"], ["ctrl+p"], ["f"]], ids=["help", "palette", "flag"])
async def test_the_clock_stands_still_behind_other_screens_and_the_question_is_hidden(memory, keys):
    async with opened(memory, choice=Choice(rules=classic(2, question_seconds=20), seed=1)) as pilot:
        stem = session(pilot).current.question.stem
        await tick(pilot, memory, 5)
        await press(pilot, *keys)
        assert stem.split("?")[0][-30:] not in words(pilot) or keys == ["f"]  # whose dialog tells the stem
        assert not pilot.app.screen_stack[1].query_one("#cards").visible
        memory.clock.forward(100)
        await press(pilot, "escape")
        assert session(pilot).attempts == ()
        await answer(pilot, memory, seconds=1)
    (attempt,) = memory.keeps[-1].attempts
    assert attempt.right
    assert attempt.seconds == 6


async def test_a_question_that_has_no_clock_stays_in_sight_behind_other_screens(memory):
    async with opened(memory, choice=choice()) as pilot:
        await press(pilot, "question_mark")
        assert pilot.app.screen_stack[1].query_one("#cards").visible


async def test_a_run_says_where_its_questions_can_be_flagged(memory):
    async with opened(memory, choice=Choice(rules=challenge(60))) as pilot:
        await press(pilot, "f")
        assert place(pilot) == "quiz"
        assert "Flag it in the results" in words(pilot)


async def test_practice_leaves_out_what_was_flagged(memory):
    async with opened(memory, choice=choice(3)) as pilot:
        await answer(pilot, memory, right=False)
        await press(pilot, "f", "enter", "space")
        await answer(pilot, memory, right=False)
        await press(pilot, "space")
        await answer(pilot, memory)
        await press(pilot, "space", "m")
        assert place(pilot) == "quiz"
        assert [showing.ref for showing in session(pilot).showings] == [memory.games[0].attempts[1].ref]
