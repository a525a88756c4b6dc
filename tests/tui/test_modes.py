"""Every way to play, from its first key to its results and its place in the record."""

from datetime import timedelta

import msgspec
import pytest
from textual.widgets import Digits

from quizgame.core.modes import challenge, classic, daily, hot_seat, review, survival
from quizgame.core.play import Choice, begin
from quizgame.core.record import record
from quizgame.core.result import summarise
from quizgame.core.session import answer as give_answer
from quizgame.core.tally import Tally, fold
from tests.tui.driving import answer, click_key, opened, place, play, press, session, shown, tick, words


def refs(session):
    return [showing.ref for showing in session.showings]


def asked(game):
    return [attempt.ref for attempt in game.attempts]


def top(pilot):
    return " ".join(shown(pilot).splitlines()[0].split())


def extend(memory, factor=1.5):
    memory.settings = msgspec.structs.replace(memory.settings, time_factor=factor)


# Classic with a time for each question


def timed(questions=3, seconds=10):
    return Choice(rules=classic(questions, question_seconds=seconds), seed=3)


async def test_each_has_gives_every_question_its_time(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "tab", "tab", "left", "tab", "right", "right")
        await press(pilot, "ctrl+s")
        assert session(pilot).rules == classic(5, question_seconds=20)
        assert "0:20" in shown(pilot)
        await tick(pilot, memory, 12.5)
        assert "0:08" in shown(pilot)
        await play(pilot, memory, "+" * 5)
        assert place(pilot) == "results"
        assert "5 of 5 right" in words(pilot)
    (game,) = memory.games
    assert (game.mode, game.ending, game.length, game.question_seconds) == ("classic", "completed", 5, 20)
    assert (game.asked, game.correct, game.best_streak, game.scored) == (5, 5, 5, True)
    assert game.score == sum(attempt.points for attempt in game.attempts)


@pytest.mark.parametrize(("seconds", "points"), [(0.4, 1_000), (0.5, 975), (5, 750), (9.99, 500)])
async def test_a_late_answer_is_worth_less(memory, seconds, points):
    async with opened(memory, choice=timed(1)) as pilot:
        await answer(pilot, memory, seconds=seconds)
        assert f"✓ Right +{points:,}" in words(pilot)
        await press(pilot, "space")
        assert f"{points:,} points" in words(pilot)
    assert memory.games[0].score == points


async def test_the_streak_comes_on_top_of_what_speed_is_worth(memory):
    async with opened(memory, choice=timed(2)) as pilot:
        await play(pilot, memory, "+")
        await answer(pilot, memory, seconds=5)
        assert "✓ Right +850 2 in a row" in words(pilot)


async def test_a_question_that_nobody_answers_in_time_is_a_miss(memory):
    async with opened(memory, choice=timed()) as pilot:
        await play(pilot, memory, "+")
        right = session(pilot).current.question.answer
        await tick(pilot, memory, 9.99)
        assert pilot.app.screen.turn.is_open
        await tick(pilot, memory, 0.01)
        assert f"⏱ Time! The answer is {right}." in words(pilot)
        assert session(pilot).current.question.evidence not in words(pilot)
        await press(pilot, "space")
        await play(pilot, memory, "+")
        assert "2 of 3 right" in words(pilot)
        assert "✓ ⏱ ✓" in shown(pilot)
        assert "too late" in words(pilot)
        assert "best streak 1" in words(pilot)
    (game,) = memory.games
    assert (game.ending, game.asked, game.correct, game.best_streak) == ("completed", 3, 2, 1)
    late = game.attempts[1]
    assert (late.how, late.chosen, late.right, late.seconds, late.points) == ("lapsed", "", False, 10, 0)


async def test_a_key_at_the_very_end_of_a_question_comes_too_late(memory):
    async with opened(memory, choice=timed(1)) as pilot:
        await answer(pilot, memory, seconds=10)
        assert "⏱ Time!" in shown(pilot)
    assert memory.games[0].attempts[0].how == "lapsed"


async def test_the_next_question_has_its_whole_time_however_long_the_verdict_was_read(memory):
    async with opened(memory, choice=timed()) as pilot:
        await answer(pilot, memory, seconds=7)
        await tick(pilot, memory, 1_000)
        assert "✓ Right" in shown(pilot)
        await press(pilot, "space")
        await tick(pilot, memory, 9)
        assert pilot.app.screen.turn.is_open
        assert "0:01" in shown(pilot)


async def test_a_question_that_was_left_has_only_the_rest_of_its_time(memory):
    async with opened(memory, choice=timed()) as pilot:
        await play(pilot, memory, "+")
        await tick(pilot, memory, 4)
        await press(pilot, "escape")
        memory.wait(1_000)
        await press(pilot, "g")
        assert "0:06" in shown(pilot)
        await tick(pilot, memory, 6)
        assert "⏱ Time!" in shown(pilot)
        assert session(pilot).attempts[1].seconds == 10


async def test_the_settings_give_the_quick_game_a_time_for_each_question(memory):
    memory.settings = msgspec.structs.replace(memory.settings, question_seconds=30, questions=2)
    async with opened(memory) as pilot:
        assert "2 questions, 30 s each, all packs" in words(pilot)
        await press(pilot, "enter")
        assert session(pilot).rules == classic(2, question_seconds=30)


async def test_a_timed_and_an_untimed_score_stand_apart(memory):
    async with opened(memory, choice=Choice(rules=classic(2), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "++")
        assert "★ new best" in shown(pilot)
    async with opened(memory, choice=Choice(rules=classic(2, question_seconds=20), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "+-")
        assert "★ new best" in shown(pilot)


# Challenge


async def test_a_challenge_is_played_until_its_clock_runs_out(memory):
    async with opened(memory) as pilot:
        await press(pilot, "c")
        for sign in "++-+":
            await answer(pilot, memory, right=sign == "+", seconds=5)
            await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 37)
        assert "⏱ Time!" in shown(pilot)
        await tick(pilot, memory, 1.5)
        assert place(pilot) == "results"
        assert "3 of 4 right" in words(pilot)
        assert "✓ ✓ ✗ ✓ ⏱" in shown(pilot)
        assert pilot.app.screen.query_one(Digits).value == "3"
    (game,) = memory.games
    assert (game.mode, game.ending, game.length, game.seconds) == ("challenge", "time-up", 60, 60)
    assert (game.asked, game.correct, game.score, game.best_streak) == (4, 3, 1_000 + 1_100 + 1_000, 2)


# Survival


async def to_survival(pilot):
    await press(pilot, "m", "tab", "right", "right")
    assert "15 seconds a question, and three misses end it" in words(pilot)
    assert "until the third miss" in words(pilot)
    await press(pilot, "ctrl+s")
    assert session(pilot).rules == survival()


async def test_the_third_miss_ends_survival(memory):
    async with opened(memory) as pilot:
        await to_survival(pilot)
        await play(pilot, memory, "+-+-")
        assert place(pilot) == "quiz"
        await play(pilot, memory, "-")
        assert place(pilot) == "results"
        assert "2 of 5 right" in words(pilot)
        assert "✓ ✗ ✓ ✗ ✗" in shown(pilot)
    (game,) = memory.games
    assert (game.mode, game.ending, game.asked, game.correct) == ("survival", "out", 5, 2)
    assert (game.score, game.question_seconds, game.scored) == (2 * 933, 15, True)
    assert memory.kept == {}


async def test_survival_shows_the_lives_that_are_left(memory):
    async with opened(memory, choice=Choice(rules=survival())) as pilot:
        assert "question 1 ○ ○ ○" in top(pilot)
        await play(pilot, memory, "-+-")
        assert "question 4 ✗ ✗ ○" in top(pilot)
        await answer(pilot, memory, right=False)
        assert "question 4 ✗ ✗ ✗" in top(pilot)


async def test_a_question_out_of_time_costs_a_life(memory):
    async with opened(memory, choice=Choice(rules=survival())) as pilot:
        for number in range(3):
            await tick(pilot, memory, 15)
            assert "⏱ Time!" in shown(pilot)
            assert f"question {number + 1}" in top(pilot)
            await press(pilot, "space")
        assert place(pilot) == "results"
        assert "0 of 3 right" in words(pilot)
        assert "⏱ ⏱ ⏱" in shown(pilot)
    (game,) = memory.games
    assert (game.ending, game.asked, game.correct, game.score) == ("out", 3, 0, 0)


async def test_who_misses_less_than_three_survives_all_there_is(memory):
    async with opened(memory, choice=Choice(rules=survival(), packs=("qitaihe-2022",))) as pilot:
        await play(pilot, memory, "+-+")
        assert place(pilot) == "results"
        assert "2 of 3 right" in words(pilot)
    assert [(game.mode, game.ending, game.asked) for game in memory.games] == [("survival", "completed", 3)]


async def test_a_survival_that_was_left_goes_on_with_its_misses(memory):
    async with opened(memory, choice=Choice(rules=survival())) as pilot:
        await play(pilot, memory, "--")
        await press(pilot, "escape", "g")
        assert "✗ ✗ ○" in top(pilot)
        await play(pilot, memory, "-")
        assert place(pilot) == "results"
    assert [game.ending for game in memory.games] == ["out"]


# Daily


async def test_the_daily_asks_ten_questions_of_the_day(memory):
    async with opened(memory) as pilot:
        assert "today's ten · not played yet" in words(pilot)
        await press(pilot, "d")
        assert (session(pilot).rules, session(pilot).seed) == (daily(), 20250220)
        await play(pilot, memory, "+++++-++++")
        assert place(pilot) == "results"
        assert "9 of 10 right" in words(pilot)
        assert "practice" not in words(pilot)
        await press(pilot, "enter")
        assert f"today's ten · {memory.games[0].score:,} points" in words(pilot)
    (game,) = memory.games
    assert (game.mode, game.ending, game.asked, game.correct, game.scored) == ("daily", "completed", 10, 9, True)
    assert f"{game.day:%Y-%m-%d}" == "2025-02-20"


async def test_a_second_try_of_the_day_asks_the_same_and_is_practice(memory):
    async with opened(memory) as pilot:
        await press(pilot, "d")
        await play(pilot, memory, "-" * 10)
        await press(pilot, "enter")
        memory.seed = 99
        await press(pilot, "d")
        await play(pilot, memory, "+" * 10)
        assert "practice" in words(pilot)
        assert "new best" not in words(pilot)
        await press(pilot, "enter")
        assert "today's ten · 0 points" in words(pilot)
    first, second = memory.games
    assert asked(first) == asked(second)
    assert (first.scored, second.scored) == (True, False)


async def test_after_midnight_it_is_still_the_same_day(memory):
    async with opened(memory) as pilot:
        await press(pilot, "d")
        await play(pilot, memory, "+" * 10)
        await press(pilot, "enter")
        memory.now = memory.now.replace(hour=3) + timedelta(days=1)
        await press(pilot, "d")
        assert not session(pilot).rules.scored
        await press(pilot, "escape")
        memory.now = memory.now.replace(hour=4)
        await press(pilot, "d")
        assert session(pilot).rules.scored


async def test_another_day_asks_others(memory):
    drawn = []
    for days in range(3):
        memory.now += timedelta(days=days)
        async with opened(memory) as pilot:
            await press(pilot, "d")
            drawn.append(refs(session(pilot)))
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]


async def test_everyone_with_the_same_packs_has_the_same_daily(memory):
    async with opened(memory) as pilot:
        await press(pilot, "d")
        mine = session(pilot).showings
        await play(pilot, memory, "++-")
    friend = type(memory)(packs=memory.packs, seed=12_345, games=list(memory.games))
    async with opened(friend) as pilot:
        await press(pilot, "enter", "1", "space", "escape", "d")
        assert session(pilot).showings == mine


async def test_a_daily_that_was_left_goes_on_by_its_own_key(memory):
    async with opened(memory) as pilot:
        await press(pilot, "d")
        await play(pilot, memory, "+++")
        await press(pilot, "escape")
        assert "today's ten · go on with question 4" in words(pilot)
        await press(pilot, "d")
        assert len(session(pilot).attempts) == 3
        await play(pilot, memory, "+" * 7)
        assert "10 of 10 right" in words(pilot)
    assert [(game.asked, game.scored) for game in memory.games] == [(10, True)]
    assert memory.kept == {}


async def test_the_daily_of_yesterday_is_not_that_of_today(memory):
    async with opened(memory) as pilot:
        await press(pilot, "d")
        await play(pilot, memory, "+++")
        await press(pilot, "escape")
        memory.now += timedelta(days=1)
        await press(pilot, "d")
        assert session(pilot).attempts == ()
        assert session(pilot).seed == 20250221


# Review


async def test_a_review_with_nothing_due_says_so(memory):
    async with opened(memory) as pilot:
        assert "what you miss comes back here" in words(pilot)
        await press(pilot, "r")
        assert place(pilot) == "home"
        assert "nothing is due for review" in words(pilot).replace("▌ ", "")


async def test_misses_come_back_in_the_review_until_they_are_known(memory):
    async with opened(memory, choice=Choice(rules=classic(4), packs=("harbin-2025",))) as pilot:
        await play(pilot, memory, "+--+")
        await press(pilot, "enter")
        assert "2 due" in words(pilot)
        await press(pilot, "r")
        assert session(pilot).rules == review(2)
        missed = {attempt.ref for attempt in memory.games[0].attempts if not attempt.right}
        assert set(refs(session(pilot))) == missed
        await play(pilot, memory, "+-")
        assert "1 of 2 right" in words(pilot)
        assert "new best" not in words(pilot)
        await press(pilot, "enter")
        assert "1 due" in words(pilot)
        await press(pilot, "r")
        await play(pilot, memory, "+")
        await press(pilot, "enter")
        assert "nothing is due" in words(pilot)
    kinds = [(game.mode, game.ending, game.asked, game.correct, game.scored) for game in memory.games[1:]]
    assert kinds == [("review", "completed", 2, 1, False), ("review", "completed", 1, 1, False)]


async def test_what_was_known_comes_back_before_it_is_forgotten(memory):
    async with opened(memory, choice=Choice(rules=classic(3), packs=("qitaihe-2022",))) as pilot:
        await play(pilot, memory, "+++")
        await press(pilot, "enter", "r")
        assert place(pilot) == "home"
        memory.now += timedelta(days=60)
        await press(pilot, "r")
        assert {ref.partition("/")[0] for ref in refs(session(pilot))} == {"qitaihe-2022"}
        assert len(refs(session(pilot))) == 3


async def test_what_is_due_of_a_pack_that_went_away_is_neither_counted_nor_asked(memory):
    async with opened(memory, choice=Choice(rules=classic(3), packs=("qitaihe-2022",))) as pilot:
        await play(pilot, memory, "---")
        del memory.packs["qitaihe-2022"]
        await press(pilot, "enter")
        assert "nothing is due" in words(pilot)
        await press(pilot, "r")
        assert place(pilot) == "home"


# Hot seat


async def to_hot_seat(pilot, names, *, questions="left"):
    await press(pilot, "m", "tab", "left")
    assert "two to six take turns on one keyboard, same questions" in words(pilot)
    await press(pilot, "tab", questions, "tab", "end", "ctrl+u")
    await pilot.press(*("comma" if sign == "," else "space" if sign == " " else sign for sign in names))
    await press(pilot, "enter")


async def turns(pilot, memory, *rounds):
    """Let everyone answer, question by question, in the order of their turns."""
    for signs in rounds:
        for sign in signs:
            await answer(pilot, memory, right=sign == "+", seconds=2.0)
        await press(pilot, "space")


def pair(questions=2, players=("Ann", "Bo")):
    return Choice(rules=hot_seat(questions), players=players, seed=3)


async def test_players_with_names_take_turns_to_the_end(memory):
    async with opened(memory) as pilot:
        await to_hot_seat(pilot, "Ann, Bo,Cy")
        assert session(pilot).players == ("Ann", "Bo", "Cy")
        assert session(pilot).rules == hot_seat(5)
        await turns(pilot, memory, *["+-+", "++-", "-++", "+++", "+--"])
        assert place(pilot) == "results"
        assert "5 questions each" in words(pilot)
        for seat in memory.games[0].players:
            assert f"{seat.name} {seat.score:,}" in words(pilot)
    (game,) = memory.games
    assert (game.mode, game.ending, game.length, game.scored) == ("classic", "completed", 5, False)
    assert (game.asked, game.correct) == (15, 10)
    assert {seat.name for seat in game.players} == {"Ann", "Bo", "Cy"}
    assert [seat.score for seat in game.players] == sorted((seat.score for seat in game.players), reverse=True)


@pytest.mark.parametrize("names", ["Ann", "Ann, Ann", ",", "A,B,C,D,E,F,G"])
async def test_one_name_or_seven_are_too_few_or_too_many(memory, names):
    async with opened(memory) as pilot:
        await to_hot_seat(pilot, names)
        assert place(pilot) == "setup"
        assert "Name two to six different players, with commas between." in words(pilot)


async def test_six_can_play(memory):
    async with opened(memory) as pilot:
        await to_hot_seat(pilot, "A,B,C,D,E,F")
        assert session(pilot).players == tuple("ABCDEF")


async def test_the_names_that_stand_there_can_be_played_with(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "tab", "left", "ctrl+s")
        assert session(pilot).players == ("Player 1", "Player 2")


async def test_it_always_tells_whose_turn_it_is_and_who_begins_moves_on(memory):
    async with opened(memory, choice=pair()) as pilot:
        told = []
        for _ in range(2):
            for _ in range(2):
                told.append(top(pilot).partition(",")[0])
                assert "your turn" in top(pilot)
                await answer(pilot, memory)
            await press(pilot, "space")
        assert told == ["Ann", "Bo", "Bo", "Ann"]


async def test_nobody_sees_a_verdict_before_all_have_answered(memory):
    async with opened(memory, choice=pair()) as pilot:
        question = session(pilot).current.question
        await answer(pilot, memory)
        assert "✓" not in shown(pilot)
        assert question.evidence not in words(pilot)
        await answer(pilot, memory, right=False)
        assert "✓ Ann +1,000 ✗ Bo 0" in words(pilot)
        assert question.evidence in words(pilot)
        (right,) = [line for line in shown(pilot).splitlines() if "✓ Ann" in line and "+1,000" not in line]
        assert question.answer in right
        (wrong,) = [line for line in shown(pilot).splitlines() if "✗ Bo" in line and "✗ Bo 0" not in line]
        assert question.answer not in wrong


async def test_the_table_names_the_winner(memory):
    async with opened(memory, choice=pair()) as pilot:
        await turns(pilot, memory, "-+", "+-")  # Bo begins the second question
        assert "Bo wins" in words(pilot)
        assert "1 Bo 2,100" in words(pilot)
        assert "2 Ann 0" in words(pilot)
        assert "practice" not in words(pilot)


async def test_as_many_points_make_a_draw(memory):
    async with opened(memory, choice=pair()) as pilot:
        await turns(pilot, memory, "++", "--")
        assert "A draw" in words(pilot)
        assert "wins" not in words(pilot)


async def test_a_hot_seat_counts_for_nobody(memory):
    async with opened(memory, choice=pair(5)) as pilot:
        await turns(pilot, memory, *["+-"] * 5)
        await press(pilot, "enter")
        assert "nothing is due" in words(pilot) or "what you miss comes back here" in words(pilot)
        assert "best" not in words(pilot).partition("Quick game")[0]
        await press(pilot, "r")
        assert place(pilot) == "home"
        await press(pilot, "s")
        assert "answers 0" in words(pilot)
        await press(pilot, "right")
        assert "Win points in a whole game to set one." in words(pilot)
        await press(pilot, "right")
        assert "Hot seat, 5 · " in words(pilot)
    tally = fold(Tally(), memory.games)
    assert (tally.answers.asked, tally.points, tally.boards, tally.shared) == (0, 0, {}, 1)


async def test_again_lets_the_same_players_play_on(memory):
    async with opened(memory, choice=Choice(rules=hot_seat(1), players=("Ann", "Bo"))) as pilot:
        await turns(pilot, memory, "+-")
        first = asked(memory.games[0])
        await press(pilot, "a")
        assert session(pilot).players == ("Ann", "Bo")
        assert refs(session(pilot))[0] not in first


async def test_a_hot_seat_has_no_lifelines(memory):
    async with opened(memory, choice=pair()) as pilot:
        await press(pilot, "x", "h", "k")
        assert (session(pilot).aids, session(pilot).attempts) == ((), ())


async def test_a_hot_seat_that_was_left_tells_which_question_comes_next(memory):
    async with opened(memory, choice=pair(5)) as pilot:
        await turns(pilot, memory, "+-", "++")
        await answer(pilot, memory)
        await press(pilot, "escape")
        assert "question 3 of 5" in words(pilot)
        await press(pilot, "g")
        assert top(pilot).startswith("Bo, your turn")
        assert len(session(pilot).attempts) == 5


# More time


async def test_more_time_stretches_every_clock(memory):
    extend(memory)
    async with opened(memory) as pilot:
        await press(pilot, "c")
        assert pilot.app.screen.query_one(Digits).value == "1:30"
        await press(pilot, "escape", "m", "tab", "right", "right", "ctrl+s")
        assert session(pilot).rules == survival(time_factor=1.5)
        assert "0:23" in shown(pilot)
        await tick(pilot, memory, 22.4)
        assert pilot.app.screen.turn.is_open
        await tick(pilot, memory, 0.1)
        assert "⏱ Time!" in shown(pilot)


async def test_a_game_with_more_time_says_so_in_the_record(memory):
    extend(memory)
    async with opened(memory) as pilot:
        await press(pilot, "c")
        await answer(pilot, memory, seconds=1)
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 89)
        await tick(pilot, memory, 1.5)
        assert place(pilot) == "results"
        await press(pilot, "s")
        assert "time x1.5" in words(pilot)
    (game,) = memory.games
    assert (game.time_factor, game.length, game.seconds) == (1.5, 60, 90)


@pytest.mark.parametrize(
    "rules",
    [survival, challenge, lambda **more: classic(10, question_seconds=20, **more)],
    ids=["survival", "challenge", "classic"],
)
async def test_scores_with_more_time_are_told_apart_on_the_boards(memory, rules):
    for factor in (1.0, 1.5):
        game = begin(memory.world(), Choice(rules=rules(time_factor=factor)))
        ended = give_answer(game, game.current.key, 1.0)
        kept = record(summarise(ended), finished=memory.now)
        memory.games.append(msgspec.structs.replace(kept, ending="completed", scored=True))
    async with opened(memory) as pilot:
        await press(pilot, "s", "right")
        scores = words(pilot).partition("Best scores")[2]
        assert scores.count("1.5") == 1
    assert len(fold(Tally(), memory.games).boards) == 2


async def test_more_time_is_marked_in_what_is_shared(memory):
    extend(memory, 2.0)
    async with opened(memory, choice=Choice(rules=survival(time_factor=2.0))) as pilot:
        await play(pilot, memory, "---")
        await click_key(pilot, "s share")
        assert "time x2" in pilot.app.shared


async def test_an_untimed_game_is_the_same_with_more_time(memory):
    extend(memory, 2.0)
    async with opened(memory) as pilot:
        await press(pilot, "enter")
        assert session(pilot).rules == classic(10)
