"""A classic game on the screen, from the first key to the results."""

from textual.widgets import Digits

from quizgame.core.modes import classic
from quizgame.core.play import Choice
from tests.tui.driving import (
    answer,
    click,
    click_key,
    opened,
    place,
    play,
    press,
    session,
    shown,
    words,
    wrong_key,
)


async def test_enter_plays_ten_questions_over_all_packs_by_keys(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        assert place(pilot) == "quiz"
        assert len(session(pilot).showings) == 10
        assert session(pilot).packs == tuple(memory.packs)
        await play(pilot, memory, "++-+++++-+")
        assert place(pilot) == "results"
        assert "8 of 10 right 80 %" in words(pilot)
        assert "best streak 5" in words(pilot)
        assert pilot.app.screen.query_one(Digits).value == "8"
        assert "✓ ✓ ✗ ✓ ✓ ✓ ✓ ✓ ✗ ✓" in shown(pilot)
        await press(pilot, "enter")
        assert place(pilot) == "home"
    (game,) = memory.games
    assert (game.asked, game.correct, game.ending) == (10, 8, "completed")
    assert memory.kept == {}


async def test_a_whole_game_by_mouse(memory):
    async with opened(memory) as pilot:
        await click(pilot, "#quick")
        for _ in range(10):
            cards = list(pilot.app.screen.query(".card"))
            await click(pilot, cards[session(pilot).current.key])
            assert "✓ Right" in shown(pilot)
            await click_key(pilot, "Space next")
        assert place(pilot) == "results"
        assert memory.games[0].correct == 10
        await click_key(pilot, "Enter home")
        assert place(pilot) == "home"


async def test_a_click_on_a_card_goes_on_after_the_verdict(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter", "1")
        await click(pilot, pilot.app.screen.query(".card").first())
        assert pilot.app.screen.turn.is_open
        assert len(session(pilot).attempts) == 1


async def test_letters_and_arrows_answer_too(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await press(pilot, "abcd"[session(pilot).current.key], "enter")
        key = session(pilot).current.key
        await press(pilot, *["down"] * (key + 1), "enter")
        assert session(pilot).correct == 2


async def test_an_arrow_up_starts_from_the_last_option_and_enter_alone_answers_nothing(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter", "enter")
        assert session(pilot).attempts == ()
        await press(pilot, "up", "enter")
        showing = pilot.app.screen.turn.showing
        assert session(pilot).attempts[0].chosen == showing.options[-1]


async def test_a_game_left_before_any_answer_is_not_kept(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter", "escape")
        assert place(pilot) == "home"
        assert "Continue" not in words(pilot)
    assert memory.kept == {}


async def test_keys_beyond_the_options_do_nothing(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter", "5", "e", "9", "z")
        assert session(pilot).attempts == ()


async def test_a_right_answer_is_said_in_place_with_its_proof(memory):
    async with opened(memory, choice=Choice(rules=classic(4), packs=("harbin-2025",), seed=1)) as pilot:
        screen = pilot.app.screen
        await answer(pilot, memory)
        assert pilot.app.screen is screen
        showing = screen.turn.showing
        told = words(pilot)
        assert "✓ Right +1,000" in told
        assert showing.question.evidence in told
        assert "Xinhua, 9 February 2025" in told
        assert f"{showing.question.answer} ✓ right" in told.replace("  ", " ")
        await press(pilot, "space")
        await answer(pilot, memory)
        assert "✓ Right +1,100 2 in a row" in words(pilot)
        assert "2,100" in shown(pilot).splitlines()[0]
        assert "●●○○○○ +100" in shown(pilot).splitlines()[0]


async def test_a_wrong_answer_names_the_right_one_by_sign_and_word(memory):
    async with opened(memory, choice=Choice(rules=classic(4), packs=("harbin-2025",), seed=1)) as pilot:
        chosen = session(pilot).current.options[int(wrong_key(pilot)) - 1]
        await answer(pilot, memory, right=False)
        question = pilot.app.screen.turn.showing.question
        told = words(pilot)
        assert f"✗ Wrong. The answer is {question.answer}." in told
        (yours,) = [line for line in shown(pilot).splitlines() if "✗ your answer" in line]
        (right,) = [line for line in shown(pilot).splitlines() if "✓ the answer" in line]
        assert chosen in yours
        assert question.answer in right


async def test_questions_change_in_place_without_new_widgets(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        before = set(pilot.app.screen.walk_children())
        await play(pilot, memory, "+-+")
        assert set(pilot.app.screen.walk_children()) == before
        assert session(pilot).current.question.stem in words(pilot)


async def test_every_answer_is_kept_before_it_is_shown(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        for number in range(1, 4):
            await answer(pilot, memory)
            (kept,) = memory.kept.values()
            assert len(kept.attempts) == number
            await press(pilot, "space")


async def test_the_last_answer_is_recorded_before_its_verdict_is_read(memory):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await answer(pilot, memory)
        assert place(pilot) == "quiz"
        assert [game.correct for game in memory.games] == [1]


async def test_seconds_are_measured_from_the_question_to_the_answer(memory):
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await answer(pilot, memory, seconds=1.5)
        memory.clock.forward(100)
        await press(pilot, "space")
        await answer(pilot, memory, seconds=9.25)
        await press(pilot, "space")
        assert [attempt.seconds for attempt in memory.games[0].attempts] == [1.5, 9.25]
        assert "fastest 1.5 s · slowest 9.2 s" in words(pilot)


async def test_keys_typed_ahead_are_all_answered_in_an_untimed_game(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await pilot.press(*["1", "space"] * 10)
        await press(pilot)
        assert memory.games[0].asked == 10


async def test_the_results_show_every_question_with_what_was_chosen_and_the_proof(memory):
    async with opened(memory, (120, 40), choice=Choice(rules=classic(4), packs=("harbin-2025",), seed=1)) as pilot:
        await play(pilot, memory, "+-+-")
        told = words(pilot)
        for attempt in memory.games[0].attempts:
            question = next(q for q in memory.packs["harbin-2025"].questions if q.id == attempt.question)
            assert question.evidence in told
            assert question.answer in told
            if not attempt.right:
                assert f"✗ {attempt.chosen} your answer" in told
        questions = pilot.app.screen.query_one("#questions")
        assert questions.max_scroll_y == 0 or questions.has_focus


async def test_play_again_draws_anew_with_the_same_choice(memory):
    choice = Choice(rules=classic(2), packs=("qitaihe-2022",))
    async with opened(memory, choice=choice) as pilot:
        await play(pilot, memory, "++")
        memory.seed = 8
        await press(pilot, "a")
        again = session(pilot)
        assert (again.seed, again.packs, again.rules) == (8, ("qitaihe-2022",), choice.rules)


async def test_a_seed_that_was_given_holds_for_the_next_game_too(memory):
    async with opened(memory, choice=Choice(rules=classic(2), seed=5)) as pilot:
        first = session(pilot).showings
        await play(pilot, memory, "++")
        await press(pilot, "a")
        assert session(pilot).seed == 5
        assert session(pilot).showings == first


async def test_misses_come_again_as_practice_that_sets_no_best(memory):
    async with opened(memory, choice=Choice(rules=classic(4), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "+--+")
        missed = {attempt.question for attempt in memory.games[0].attempts if not attempt.right}
        await press(pilot, "m")
        assert {showing.question.id for showing in session(pilot).showings} == missed
        await play(pilot, memory, "++")
        assert "practice" in words(pilot)
        assert "new best" not in words(pilot)
        assert "misses" not in shown(pilot)
        await press(pilot, "m")
        assert place(pilot) == "results"


async def test_a_new_best_is_told_only_against_what_was_best_before(memory):
    choice = Choice(rules=classic(2), packs=("harbin-2025",))
    async with opened(memory, choice=choice) as pilot:
        await play(pilot, memory, "+-")
        assert "★ new best" in shown(pilot)
        await press(pilot, "a")
        await play(pilot, memory, "--")
        assert "new best" not in shown(pilot)
        assert "best 1,000" in words(pilot)
        await press(pilot, "a")
        await play(pilot, memory, "++")
        assert "★ new best" in shown(pilot)


async def test_leaving_keeps_the_game_and_home_offers_it(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await play(pilot, memory, "++")
        await answer(pilot, memory)
        await press(pilot, "escape")
        assert place(pilot) == "home"
        assert "Continue classic, question 4 of 10 · 3,300 points" in words(pilot)
        await press(pilot, "g")
        assert place(pilot) == "quiz"
        assert len(session(pilot).attempts) == 3
        assert pilot.app.screen.turn.is_open


async def test_ctrl_q_leaves_at_any_time_and_the_game_stays_kept(memory):
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        await answer(pilot, memory)
        await press(pilot, "ctrl+q")
        assert not pilot.app.is_running or pilot.app._exit
    (kept,) = memory.kept.values()
    assert len(kept.attempts) == 1
    assert memory.games == []


async def test_a_long_question_and_its_proof_scroll(memory):
    import msgspec

    pack = memory.packs["harbin-2025"]
    long = msgspec.structs.replace(pack.questions[0], stem="word " * 390 + "end?", evidence="proof " * 300)
    memory.packs = {"harbin-2025": msgspec.structs.replace(pack, questions=(long,))}
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        box = pilot.app.screen.query_one("#stem-box")
        assert box.max_scroll_y > 0
        await press(pilot, "pagedown")
        assert box.scroll_offset.y > 0
        await press(pilot, "1", "down", "down")
        assert pilot.app.screen.query_one("#verdict").scroll_offset.y == 2
