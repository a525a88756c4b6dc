"""What a player is asked over many games: everything once, then what was missed, and never what was flagged."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.core.flags import flagged, unflagged
from quizgame.core.modes import challenge, classic, daily, hot_seat, review, survival
from quizgame.core.play import Choice, begin, finish
from quizgame.core.spoilers import Told, spoils
from quizgame.storage.packs import Shelf
from tests.core.test_play import play_on
from tests.worlds import NOW, Memory, make_pack, shelf

ROOT = Path(__file__).parents[2]


def refs(session):
    return [showing.ref for showing in session.showings]


def played(memory, rules, moves, **choice):
    """The refs that a game asked, which is recorded then."""
    world = memory.world()
    memory.seed += 1
    session = begin(world, Choice(rules=rules, **choice))
    finish(world, play_on(session, moves[: len(session.showings) * session.turns]))
    return refs(session)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_is_asked_twice_before_everything_was_asked_once(seed):
    memory = Memory(packs=shelf(make_pack("ice", size=35), make_pack("snow", size=25)), seed=seed)
    asked = Counter()
    for rounds in (1, 2, 3):
        for _ in range(6):
            asked.update(played(memory, classic(10), "+-" * 5))
        assert set(asked.values()) == {rounds}
        assert len(asked) == 60


def test_every_mode_counts_as_having_been_asked():
    memory = Memory(packs=shelf(make_pack(size=60)))
    asked = played(memory, classic(10), "+" * 10)
    asked += played(memory, hot_seat(10), "+" * 20, players=("Ann", "Bo"))
    asked += played(memory, classic(10, question_seconds=10), "-" * 10)
    world = memory.world()
    session = play_on(begin(world, Choice(rules=survival())), "---")
    finish(world, session)
    assert not set(asked) & {attempt.ref for attempt in session.attempts}
    session = play_on(begin(world, Choice(rules=challenge(30))), "+" * 10)
    finish(world, session)  # given up: what was seen was seen
    assert len({*asked, *(attempt.ref for game in memory.games for attempt in game.attempts)}) == 43


@pytest.mark.parametrize("seed", range(3))
def test_over_the_packs_that_ship_a_question_comes_again_only_for_one_that_does_not_fit(seed):
    packs = Shelf(ROOT / "questions", ROOT / "nowhere").packs(())
    memory = Memory(packs=shelf(*packs), seed=100 * seed)
    questions = {f"{pack.id}/{question.id}": question for pack in packs for question in pack.questions}
    told = {ref: Told.of(question, with_proof=True) for ref, question in questions.items()}
    asked = Counter(dict.fromkeys(questions, 0))
    for _ in range(12):
        drawn = played(memory, classic(10), "+-" * 5)
        assert len(set(drawn)) == 10
        most = max(asked[ref] for ref in drawn)
        for ref in questions.keys() - set(drawn):
            if asked[ref] < most:
                others = [told[other] for other in drawn]
                key = Counter(other.answer for other in others)[told[ref].answer]
                assert key >= 2 or any(spoils(told[ref], other) or spoils(other, told[ref]) for other in others)
        asked.update(drawn)


@pytest.mark.parametrize("seed", range(5))
def test_what_was_missed_comes_first_in_the_next_round(seed):
    memory = Memory(packs=shelf(make_pack(size=20)), seed=seed)
    first = played(memory, classic(10), "+-++-+++++")
    second = played(memory, classic(10), "-+++++++++")
    missed = {first[1], first[4], second[0]}
    third = played(memory, classic(10), "+" * 10)
    assert set(third[:3]) == missed
    fourth = played(memory, classic(10), "+" * 10)
    assert not set(fourth) & set(third)
    assert not missed & set(played(memory, classic(10), "+" * 10)[:0])


def test_what_was_missed_once_and_known_since_is_no_miss():
    memory = Memory(packs=shelf(make_pack(size=10)))
    (missed, *_) = played(memory, classic(10), "-+++++++++")
    assert played(memory, classic(10), "+" * 10)[0] == missed
    firsts = {played(memory, classic(10), "+" * 10)[0] for _ in range(8)}
    assert len(firsts) > 1


@given(st.integers(1, 30), st.integers(1, 40), st.integers(0, 10**6))
def test_where_there_are_fewer_than_wanted_all_are_asked(size, wanted, seed):
    memory = Memory(packs=shelf(make_pack(size=size)), seed=seed)
    session = begin(memory.world(), Choice(rules=classic(wanted)))
    assert len(set(refs(session))) == len(session.showings) == min(size, wanted)
    assert session.rules.length == len(session.showings)


@pytest.mark.parametrize("rules", [survival(), daily(), challenge(30)])
def test_other_modes_ask_all_there_are_and_keep_their_length(rules):
    session = begin(Memory(packs=shelf(make_pack(size=4))).world(), Choice(rules=rules))
    assert len(session.showings) == 4
    assert session.rules == rules
    assert play_on(session, "++++").outcome == "completed"


# Flags


def flag(memory, *names):
    for name in names:
        memory.world().change_flags(lambda flags, name=name: flagged(flags, name, "wrong", when=NOW))


def unflag(memory, name):
    memory.world().change_flags(lambda flags: unflagged(flags, name))


FLAGGED = ("ice/q-0", "ice/q-3", "ice/q-11")


@pytest.mark.parametrize(
    "rules", [classic(12), classic(12, question_seconds=10), hot_seat(12), challenge(30), survival(), daily()]
)
def test_what_was_flagged_is_not_asked_in_any_mode_until_it_is_unflagged(rules):
    memory = Memory(packs=shelf(make_pack(size=12)))
    flag(memory, *FLAGGED)
    for seed in (None, 0, 1, 2):
        asked = refs(begin(memory.world(), Choice(rules=rules, seed=seed)))
        assert not set(FLAGGED) & set(asked)
        assert len(asked) == 9
    for name in FLAGGED:
        unflag(memory, name)
    asked = refs(begin(memory.world(), Choice(rules=rules)))
    assert len(asked) == (rules.questions if rules.mode == "daily" else 12)


def test_what_was_flagged_is_not_reviewed_until_it_is_unflagged():
    memory = Memory(packs=shelf(make_pack(size=12)))
    assert set(played(memory, classic(12), "-" * 12)) > set(FLAGGED)
    flag(memory, *FLAGGED)
    assert len(refs(begin(memory.world(), Choice(rules=review())))) == 9
    assert not set(FLAGGED) & set(refs(begin(memory.world(), Choice(rules=review()))))
    unflag(memory, FLAGGED[0])
    assert FLAGGED[0] in refs(begin(memory.world(), Choice(rules=review())))


def test_where_everything_is_flagged_that_is_told():
    memory = Memory(packs=shelf(make_pack(size=2)))
    flag(memory, "ice/q-0", "ice/q-1")
    for rules in (classic(5), daily(), review(), challenge()):
        with pytest.raises(DataError, match="no questions to play"):
            begin(memory.world(), Choice(rules=rules))


def test_a_flag_of_a_question_that_is_gone_is_in_nobody_s_way():
    memory = Memory(packs=shelf(make_pack(size=5)))
    flag(memory, "ice/q-99", "snow/q-1", "", "/")
    assert len(refs(begin(memory.world(), Choice(rules=classic(10))))) == 5
