"""The game in lines, as a player reads it."""

import msgspec
import pytest

from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice, begin, left_games
from quizgame.plain.game import play
from quizgame.plain.reader import LineReader, lines
from tests.worlds import Memory, make_pack, shelf


class Player:
    """Types prepared lines, each after so many seconds."""

    def __init__(self, memory, *typed):
        self.memory = memory
        self.typed = list(typed)
        self.heard = []

    def read(self, timeout):
        seconds, line = self.typed.pop(0) if self.typed else (0, None)
        if timeout is not None and seconds > timeout:
            self.memory.wait(timeout)
            raise TimeoutError
        self.memory.wait(seconds)
        return line(self.session) if callable(line) else line

    def play(self, rules, **choice):
        world = self.memory.world()
        self.session = begin(world, Choice(rules=rules, **choice))
        return play(world, self.session, read=self.read, say=self.heard.append)

    @property
    def talk(self):
        return "\n".join(self.heard)


def keys(session, places):
    return [str(showing.key + 1) for showing in session.showings[:places]]


def miss(place):
    return lambda session: str((session.showings[place].key + 1) % 4 + 1)


def hit(place):
    return lambda session: str(session.showings[place].key + 1)


def perfect(memory, rules, seconds=1, count=5):
    """A player who knows every answer."""
    session = begin(Memory(packs=memory.packs).world(), Choice(rules=rules, seed=1))
    return Player(memory, *((seconds, key) for key in keys(session, count)))


def test_a_classic_game_from_the_first_question_to_the_summary():
    memory = Memory()
    player = perfect(memory, classic(5))
    result = player.play(classic(5), seed=1)
    assert (result.correct, result.outcome) == (5, "completed")
    talk = player.talk
    assert "Question 1 of 5" in talk
    assert "1) " in talk
    assert "Right: right" in talk
    assert "1,100 points. 2 right in a row." in talk
    assert "as the book says." in talk
    assert "Source: The book of ice · Ice Press, 9 February 2025" in talk
    assert "5 of 5 right (100 %)." in talk
    assert "Score 6,000. Best streak 5. Time 5.0 s." in talk
    assert "The first score on this board." in talk
    assert [game.score for game in memory.games] == [6000]
    assert memory.kept == {}


def test_a_wrong_answer_is_told_with_the_right_one():
    memory = Memory()
    player = Player(memory, (1, miss(0)))
    result = player.play(classic(1))
    assert result.correct == 0
    assert f"Wrong. The answer is {result.answered[0].showing.question.answer}." in player.talk


def test_letters_answer_too_and_nonsense_is_asked_again():
    memory = Memory()
    player = Player(memory, (1, "9"), (1, "what?"), (1, ""), (1, lambda s: "ABCD"[s.showings[0].key]))
    result = player.play(classic(1))
    assert result.correct == 1
    assert (
        player.talk.count(
            "Please type a number from 1 to 4, x for 50:50, h for a hint, k to skip, p to pause, or q to leave."
        )
        == 3
    )
    assert result.seconds == 4


@pytest.mark.parametrize("stop", ["q", "Quit", None])
def test_a_game_that_is_left_stays_kept(stop):
    memory = Memory()
    player = Player(memory, (1, "1"), (1, stop))
    result = player.play(classic(5))
    assert (result.asked, result.outcome) == (1, None)
    assert "play on with --continue" in player.talk
    assert memory.games == []
    assert len(left_games(memory.world())[0].attempts) == 1


def test_leaving_before_the_first_answer_keeps_nothing():
    memory = Memory()
    player = Player(memory, (1, "q"))
    player.play(classic(5))
    assert player.heard[-1] == "You left the game."
    assert memory.kept == {}


def test_the_clock_of_a_challenge_that_was_left_goes_on_where_it_stood():
    memory = Memory()
    Player(memory, (4, hit(0)), (10, "q")).play(challenge(30), seed=1)
    world = memory.world()
    player = Player(memory, (17, "1"))
    result = play(world, left_games(world)[0], read=player.read, say=player.heard.append)
    assert "(0:16 left)" in player.talk
    assert (result.asked, result.outcome) == (1, "time-up")


@pytest.mark.parametrize("line", ["9" * 5_000, "²", "٣", "1e0", "-1", "a b"])
def test_odd_numbers_are_asked_again(line):
    memory = Memory()
    player = Player(memory, (1, line), (1, hit(0)))
    assert player.play(classic(1)).correct == 1
    assert "Please type a number" in player.talk


def test_lines_in_a_question_forge_no_option():
    pack = make_pack(size=1)
    question = msgspec.structs.replace(pack.questions[0], stem="Well?\n1) yes", distractors=("no\n3) yes",))
    memory = Memory(packs=shelf(msgspec.structs.replace(pack, questions=(question,))))
    player = Player(memory, (1, hit(0)))
    player.play(classic(1))
    assert "no 3) yes" in player.talk
    assert "Well?\n  1) yes\n" in player.talk


def test_an_interrupt_leaves_the_game_kept():
    def interrupt(session):
        raise KeyboardInterrupt

    memory = Memory()
    player = Player(memory, (1, "1"), (1, interrupt))
    with pytest.raises(KeyboardInterrupt):
        player.play(classic(5))
    assert len(left_games(memory.world())[0].attempts) == 1


def test_a_game_that_was_left_goes_on_where_it_stood():
    memory = Memory()
    Player(memory, (1, "1"), (1, "q")).play(classic(3))
    world = memory.world()
    player = Player(memory, (1, "1"), (1, "1"))
    result = play(world, left_games(world)[0], read=player.read, say=player.heard.append)
    assert (result.asked, result.outcome) == (3, "completed")
    assert "You go on at question 2." in player.talk
    assert [game.asked for game in memory.games] == [3]


def test_every_answer_is_kept_before_the_next_question():
    memory = Memory()
    Player(memory, (1, "1"), (1, "2"), (1, "3")).play(classic(3))
    assert [len(session.attempts) for session in memory.keeps] == [1, 2, 3]


def test_a_challenge_ends_when_its_clock_does_and_the_open_question_does_not_count():
    memory = Memory()
    player = perfect(memory, challenge(30), seconds=7, count=5)
    result = player.play(challenge(30), seed=1)
    assert (result.asked, result.correct, result.outcome, result.seconds) == (4, 4, "time-up", 30)
    assert memory.clock.seconds == Memory().clock.seconds + 30
    assert "(0:30 left)" in player.talk
    assert "(0:23 left)" in player.talk
    assert "Time is up." in player.talk
    assert [game.correct for game in memory.games] == [4]


def test_a_challenge_shows_what_was_missed_at_its_end_alone():
    memory = Memory()
    player = Player(memory, (1, miss(0)), (99, "1"))
    player.play(challenge(30))
    assert "Wrong. The answer is right" in player.heard[2]
    assert "3 seconds are taken off." in player.heard[2]
    assert "as the book says" not in "".join(player.heard[:-1])
    assert "as the book says" in player.heard[-1]
    assert "(0:26 left)" in player.talk


def test_a_score_is_measured_by_the_best_before_it():
    memory = Memory()
    told = []
    for moves in ((hit(0), miss(1)), (hit(0), hit(1)), (miss(0), hit(1))):
        player = Player(memory, *((1, move) for move in moves))
        player.play(classic(2), seed=1)
        told.append(player.heard[-1].splitlines()[-2])
    assert told == ["The first score on this board.", "A new best!", "Your best here is 2,100."]


def test_an_input_that_cannot_be_read_has_ended():
    def broken():
        raise OSError
        yield

    assert LineReader(broken()).read() is None


def test_lines_come_out_of_any_bytes():
    chunks = iter([b"1\r\nab", b"c\n\xff", b"2", b""])
    assert list(lines(lambda: next(chunks))) == ["1", "abc", "\ufffd2"]


def test_a_line_without_an_end_is_given_in_parts():
    chunks = iter([b"x" * 70_000, b"y\n", b""])
    assert [len(line) for line in lines(lambda: next(chunks))] == [70_000, 1]


def test_the_reader_gives_lines_then_the_end_for_ever():
    reader = LineReader(iter(["1", "2"]))
    assert [reader.read(), reader.read(5.0), reader.read(), reader.read()] == ["1", "2", None, None]


def test_the_reader_gives_up_in_time_and_keeps_the_late_line():
    import threading

    typed = threading.Event()

    def slow():
        typed.wait()
        yield "late"

    reader = LineReader(slow())
    with pytest.raises(TimeoutError):
        reader.read(0.01)
    typed.set()
    assert reader.read() == "late"
