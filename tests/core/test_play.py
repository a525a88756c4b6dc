"""What happens around a game: begin, keep, finish, continue."""

import pytest

from quizgame.core.errors import DataError
from quizgame.core.modes import classic
from quizgame.core.play import Choice, begin, finish, left_games, misses_again
from quizgame.core.session import answer
from tests.core.test_session import right, wrong
from tests.worlds import Memory, make_pack, shelf


def play_on(session, moves):
    for move in moves:
        session = right(session) if move == "+" else wrong(session)
    return session


def test_a_game_without_an_answer_is_not_worth_keeping():
    memory = Memory()
    session = begin(memory.world(), Choice(rules=classic(5)))
    assert len(session.showings) == 5
    assert memory.kept == {}


def test_a_game_is_as_long_as_there_are_questions():
    memory = Memory(packs=shelf(make_pack(size=3)))
    session = begin(memory.world(), Choice(rules=classic(10)))
    assert (len(session.showings), session.rules.length) == (3, 3)


def test_a_seeded_game_is_the_same_whatever_was_played_before():
    memory = Memory()
    world = memory.world()
    choice = Choice(rules=classic(5), seed=3)
    first = begin(world, choice)
    finish(world, play_on(first, "+++++"))
    assert begin(world, choice).showings == first.showings


def test_a_new_game_asks_what_was_not_asked_yet():
    world = Memory().world()
    first = begin(world, Choice(rules=classic(6)))
    finish(world, play_on(first, "++++++"))
    second = begin(world, Choice(rules=classic(6)))
    assert not {showing.ref for showing in first.showings} & {showing.ref for showing in second.showings}


def test_a_finished_game_is_in_the_record_and_no_longer_kept():
    memory = Memory()
    world = memory.world()
    result, game = finish(world, play_on(begin(world, Choice(rules=classic(3))), "+-+"))
    assert memory.games == [game]
    assert memory.kept == {}
    assert (game.ending, game.correct, game.score) == ("completed", 2, 2000) == ("completed", 2, result.score)


def test_a_game_that_was_left_is_found_again():
    memory = Memory()
    world = memory.world()
    session = answer(begin(world, Choice(rules=classic(5))), 0, 1.0)
    world.keep(session)
    assert left_games(world) == (session,)


def test_a_game_that_ended_before_it_could_be_recorded_is_recorded_later():
    memory = Memory()
    world = memory.world()
    over = play_on(begin(world, Choice(rules=classic(2))), "++")
    world.keep(over)
    assert left_games(world) == ()
    assert [game.id for game in memory.games] == [over.id]


def test_misses_are_asked_again_and_stand_on_no_board():
    memory = Memory()
    world = memory.world()
    result, _ = finish(world, play_on(begin(world, Choice(rules=classic(4))), "-+-+"))
    again = misses_again(world, result)
    assert [showing.ref for showing in again.showings] == [miss.showing.ref for miss in result.misses]
    _, game = finish(world, play_on(again, "++"))
    assert not game.scored


def test_misses_are_asked_again_even_when_their_pack_is_gone():
    memory = Memory()
    world = memory.world()
    result, _ = finish(world, play_on(begin(world, Choice(rules=classic(3))), "-+-"))
    memory.packs.clear()
    assert len(misses_again(world, result).showings) == 2


def test_no_question_to_ask_is_told():
    with pytest.raises(DataError, match="no questions"):
        begin(Memory(packs={}).world(), Choice(rules=classic(5)))


def test_chosen_packs_alone_are_asked():
    memory = Memory(packs=shelf(make_pack("ice"), make_pack("snow")))
    session = begin(memory.world(), Choice(rules=classic(20), packs=("snow",)))
    assert session.packs == ("snow",)
    assert {showing.pack for showing in session.showings} == {"snow"}
