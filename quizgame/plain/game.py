"""One game, told and answered in lines."""

from collections.abc import Callable

from quizgame.core.errors import QuizGameError
from quizgame.core.lifelines import AIDS, hint
from quizgame.core.play import finish
from quizgame.core.record import Game, beats, board_of
from quizgame.core.result import Result, place_of, summarise
from quizgame.core.session import Answered, Attempt, Session, answer, lapse, leave, skip, use
from quizgame.core.share import code_of, write_code
from quizgame.core.showing import Showing
from quizgame.core.tally import Tally
from quizgame.core.text import clip, one_line
from quizgame.core.wording import board_name, clock_face, counted, day_text, game_title, grouped, percent, quoted, took
from quizgame.core.world import World

__all__ = ["play"]

Read = Callable[[float | None], str | None]
"""Gives the next line, or None at the end of the input; raises TimeoutError after so many seconds."""
Say = Callable[[str], None]

_LETTERS = "abcdef"
_AIDS_TOLD = {"hint": "h for a hint", "fifty": "x for 50:50", "skip": "k to skip"}
_PAUSED = "Paused. The clock stands still. Press Enter to go on, or type q to leave."
_AID_KEYS = {"h": "hint", "x": "fifty", "k": "skip"}


class _LeftError(Exception):
    """The player stops, or the input has ended."""


def play(world: World, session: Session, *, read: Read, say: Say) -> Result:
    """Play a game to its end, or until the player leaves it.

    Every answer is kept before the next question is asked. A finished game is recorded; one that is left stays kept,
    to be continued.

    Args:
        world: Clocks and storage.
        session: A game that goes on.
        read: Gives the player's lines.
        say: Prints a block of text.

    Returns:
        What the game came to; its outcome is None when it was left.

    Raises:
        StorageError: An answer cannot be kept.
    """
    if session.attempts:
        world.keep(session)
    say(_opening(session))
    try:
        while session.current is not None:
            session = _Question(world, session, read=read, say=say).ask()
    except _LeftError:
        return summarise(session)
    before = _tally(world)
    result, game = finish(world, session)
    say(_summary(result, game, before.best_on(game.board)))
    return result


def _tally(world: World) -> Tally:
    try:
        return world.tally().tally
    except QuizGameError:  # nothing to compare with; the game itself is recorded all the same
        return Tally()


class _Question:
    """One question put to one player, with all that happens until it is answered."""

    def __init__(self, world: World, session: Session, *, read: Read, say: Say) -> None:
        showing = session.current
        assert showing is not None  # noqa: S101 - the game goes on
        self._world = world
        self._session = session
        self._showing: Showing = showing
        self._read = read
        self._say = say
        self._opened = 0.0

    def ask(self) -> Session:
        """Ask it, and keep and tell what comes of it.

        Returns:
            The game after it.

        Raises:
            _LeftError: The player leaves.
        """
        before = self._session
        self._say(_question(before, self._showing))
        self._opened = self._world.clock()
        try:
            after = self._answered()
        except TimeoutError:
            after = lapse(self._session)
        except (_LeftError, KeyboardInterrupt):
            self._say(self._keep_left())
            raise
        self._world.keep(after)
        told = _told(after) if len(after.attempts) > len(before.attempts) else "Time is up."
        if told:
            self._say(told)
        return after

    @property
    def _seconds(self) -> float:
        return self._world.clock() - self._opened

    def _answered(self) -> Session:
        """Read lines until one answers or skips the question; the others do what they say."""
        while True:
            left = self._session.question_left
            line = self._read(None if left is None else left - self._seconds)
            word = "q" if line is None else line.strip().casefold()
            if word in {"q", "quit"}:
                raise _LeftError
            option = _chosen(word, len(self._showing.options))
            if option is not None and option not in self._session.struck:
                return answer(self._session, option, self._seconds)
            if word == "k" and "skip" in self._session.aids_left:
                return skip(self._session, self._seconds)
            self._do(word, option)
            if self._session.current is not self._showing:
                return self._session  # its time was over before the pause

    def _do(self, word: str, option: int | None) -> None:
        """What a line asks for that is no answer."""
        if option is not None:
            self._say("That option is gone. Choose another one.")
        elif word == "p":
            self._pause()
        elif word == "x" and "fifty" in self._session.aids_left:
            self._session = use(self._session, "fifty")
            self._say("\n".join(["50:50. What is left:", *_options(self._session, self._showing)]))
        elif word == "h" and "hint" in self._session.aids_left:
            self._give_hint()
        elif word in _AID_KEYS:
            gone = "You have used that one; each is there once a game."
            self._say(gone if self._session.rules.lifelines else "Lifelines are for classic and survival games.")
        else:
            self._say(_help(self._session, self._showing))

    def _give_hint(self) -> None:
        told = hint(self._showing.question)
        if not told:
            self._say("There is no hint for this question; the lifeline is still yours.")
            return
        self._session = use(self._session, "hint")
        self._say(f"Hint: {quoted(_indented(told))}")

    def _pause(self) -> None:
        """Stop the clock until the player goes on; the question is told again then."""
        self._session = leave(self._session, self._seconds)
        if self._session.current is not self._showing:
            return
        self._say(_PAUSED)
        line = self._read(None)
        self._opened = self._world.clock()
        if line is None or line.strip().casefold() in {"q", "quit"}:
            raise _LeftError
        self._say(_question(self._session, self._showing))
        self._opened = self._world.clock()

    def _keep_left(self) -> str:
        """Keep a game that is left, where there is an answer to lose, and tell what becomes of it."""
        if not self._session.attempts:
            return "You left the game."
        self._world.keep(leave(self._session, self._seconds))
        return "You left the game. It is kept: play on with --continue."


def _chosen(word: str, options: int) -> int | None:
    """The place of the option that a word names by number or letter, counted from 0."""
    told = word.rstrip(").")
    names = [(str(place + 1), _LETTERS[place]) for place in range(options)]
    return next((place for place, name in enumerate(names) if told in name), None)


def _opening(session: Session) -> str:
    rules = session.rules
    title = game_title(rules.mode, scored=rules.scored, players=bool(session.players))
    name = board_name(board_of(rules, session.packs), title=title)
    day = f" of {day_text(session.day)}" if session.day else ""
    told = [f"{name}{day}. Seed {session.seed}."]
    if session.players:
        told.append(f"Taking turns: {', '.join(map(one_line, session.players))}.")
    if rules.most_misses:
        told.append(f"{counted(rules.most_misses, 'miss', 'misses')} and it is over.")
    if rules.mode == "daily" and not rules.scored:
        told.append("You have played today's already, so this one is for practice.")
    if session.attempts:
        told.append(f"You go on at question {session.place + 1}.")
    told.append("Type the number of your answer, p to pause, or q to leave.")
    aids = [_AIDS_TOLD[aid] for aid in AIDS if aid in session.aids_left]
    if aids:
        told.append(f"Once a game: {', '.join(aids)}; a hint and a 50:50 halve the points.")
    return " ".join(told)


def _help(session: Session, showing: Showing) -> str:
    more = [_AIDS_TOLD[aid] for aid in AIDS if aid in session.aids_left]
    ways = [f"a number from 1 to {len(showing.options)}", *more, "p to pause"]
    return f"Please type {', '.join(ways)}, or q to leave."


def _question(session: Session, showing: Showing) -> str:
    number = session.place + 1
    is_counted = session.rules.run_seconds is None and session.rules.most_misses is None
    total = f" of {len(session.showings)}" if is_counted else ""
    left = f" ({clock_face(session.question_left)} left)" if session.question_left is not None else ""
    turn = f"{one_line(session.players[session.player])}, it is your turn. " if session.players else ""
    lives = session.rules.most_misses
    misses = f", misses {session.misses} of {lives}" if lives else ""
    head = f"{turn}Question {number}{total}{left}{misses}"
    return "\n".join(["", head, _indented(showing.question.stem), *_options(session, showing)])


def _options(session: Session, showing: Showing) -> list[str]:
    return [
        f"{place + 1}) {one_line(option)}"
        for place, option in enumerate(showing.options)
        if place not in session.struck
    ]


def _indented(text: str) -> str:
    """Text whose further lines cannot be taken for ours: they stand in by two spaces."""
    return clip(text).replace("\n", "\n  ")


def _told(session: Session) -> str:
    """The verdict; where players take turns, once all of them have answered."""
    if not session.players:
        return _verdict(session)
    if len(session.attempts) % session.turns:
        return ""
    return _verdicts(session)


def _verdict(session: Session) -> str:
    last = session.answered[-1]
    attempt = last.attempt
    if attempt.right:
        streak = f" {attempt.streak} right in a row." if attempt.streak > 1 else ""
        told = f"Right: {attempt.answer}. {counted(attempt.points, 'point')}.{streak}"
    else:
        lost = f" {session.rules.miss_seconds:g} seconds are taken off." if session.rules.miss_seconds else ""
        told = f"{_word(attempt)} The answer is {attempt.answer.removesuffix('.')}.{lost}"
    return told if session.rules.verdict_seconds else "\n".join([told, *_proof(last)])


def _word(attempt: Attempt) -> str:
    return {"answered": "Wrong.", "skipped": "Skipped.", "lapsed": "Time is up."}[attempt.how]


def _verdicts(session: Session) -> str:
    told = session.answered[-session.turns :]
    lines = [f"The answer is {told[0].attempt.answer.removesuffix('.')}."]
    for one in told:
        name = one_line(session.players[one.attempt.player])
        word = f"right, {counted(one.attempt.points, 'point')}" if one.attempt.right else f"wrong: {one.attempt.chosen}"
        lines.append(f"{name}: {word}.")
    return "\n".join([*lines, *_proof(told[0])])


def _proof(answered: Answered) -> list[str]:
    """The evidence with its source, and the explanation, as far as the question has them."""
    question = answered.showing.question
    evidence = [quoted(_indented(question.evidence))] if question.evidence else []
    source = [f"Source: {answered.showing.credit}"] if answered.showing.credit else []
    explanation = [_indented(question.explanation)] if question.explanation else []
    return [*evidence, *source, *explanation]


def _summary(result: Result, game: Game, best: Game | None) -> str:
    lines = ["", _count(result), *_score(result)]
    if beats(game, best):
        lines.append("A new best!" if best else "The first score on this board.")
    elif best and game.scored:
        lines.append(f"Your best here is {best.score:,}.")
    code = code_of(result)
    if code:
        lines.append(f"The same game for a friend: quizgame play --code {write_code(code)}")
    if result.rules.verdict_seconds and result.misses:
        lines += ["", "What you missed:", *(line for missed in result.misses for line in _missed(missed))]
    return "\n".join(lines)


def _score(result: Result) -> list[str]:
    if result.seats:
        return [
            f"{place_of(seat, result.seats)}. {one_line(seat.name)}: "
            f"{counted(seat.score, 'point')}, {counted(seat.correct, 'right answer')}."
            for seat in result.seats
        ]
    return [f"Score {grouped(result.score)}. Best streak {result.best_streak}. Time {took(result.seconds)}."]


def _count(result: Result) -> str:
    skipped = f" {result.skipped} skipped." if result.skipped else ""
    if not result.asked:
        return f"No question was answered.{skipped}"
    return f"{result.correct} of {result.asked} right ({percent(result.accuracy)}).{skipped}"


def _missed(answered: Answered) -> list[str]:
    stem, attempt = _indented(answered.showing.question.stem), answered.attempt
    said = f"you said {attempt.chosen}" if attempt.chosen else "you gave none"
    return [stem, f"The answer is {attempt.answer}; {said}.", *_proof(answered), ""]
