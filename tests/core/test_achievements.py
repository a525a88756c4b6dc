"""What can be achieved, and that it stays so."""

import random
from datetime import timedelta

from msgspec import structs

from quizgame.core.achievements import ACHIEVEMENTS, achieved, newly
from quizgame.core.modes import challenge, classic, daily, review, survival
from quizgame.core.tally import Tally, fold
from tests.core.test_stats import NOON, played


def names(achievements):
    return {one.name for one in achievements}


def test_there_are_twenty_and_more_and_each_can_be_told():
    assert len(ACHIEVEMENTS) >= 20
    assert len(names(ACHIEVEMENTS)) == len({one.title for one in ACHIEVEMENTS}) == len(ACHIEVEMENTS)
    assert all(one.about.endswith(".") and one.goal > 0 for one in ACHIEVEMENTS)


def test_an_empty_record_holds_none():
    assert achieved(Tally()) == ()


def test_the_first_game_is_one_and_is_new_once():
    one = fold(Tally(), [played("+-")])
    two = fold(one, [played("+-")])
    assert names(newly(Tally(), one)) == {"first-game"}
    assert newly(one, two) == ()


def test_ten_right_answers_in_a_row_are_three_at_once():
    assert names(achieved(fold(Tally(), [played("+" * 10)]))) == {
        "first-game", "streak-5", "streak-10", "perfect", "points-10000",
    }  # fmt: skip


def test_modes_have_their_own():
    games = [
        played("+" * 15 + "!", rules=challenge(60)),
        played("+" * 20 + "---", rules=survival()),
        played("++", rules=daily()),
    ]
    held = names(achieved(fold(Tally(), games)))
    assert {"challenge", "challenge-15", "survival-20", "daily"} <= held
    assert not {"challenge-25", "survival-50", "daily-30"} & held


def test_what_was_missed_and_then_known_is_learned():
    games = [played("-" * 20), played("+" * 20)]
    assert "mended-20" in names(achieved(fold(Tally(), games)))
    assert "mended-20" not in names(achieved(fold(Tally(), games[::-1])))


def test_days_in_a_row_and_weekends():
    week = [played("+", NOON + timedelta(days=day)) for day in range(30)]
    held = names(achieved(fold(Tally(), week)))
    assert {"days-7", "days-30", "weekend"} <= held
    assert "days-7" not in names(achieved(fold(Tally(), week[:6])))


def test_nothing_achieved_is_ever_lost():
    chance = random.Random(4)
    rules = [classic, lambda n: survival(), lambda n: daily(), lambda n: review()]
    tally, held = Tally(), set()
    for number in range(150):
        moves = "".join(chance.choice("+++-") for _ in range(chance.randint(1, 12)))
        game = played(moves, NOON + timedelta(days=number * chance.random()), rules=chance.choice(rules)(len(moves)))
        tally = fold(tally, [structs.replace(game, day=game.finished.date())])
        now = names(achieved(tally))
        assert held <= now
        held = now
    assert len(held) > 8
