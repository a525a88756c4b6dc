"""A question with its options and its verdict: three parts that share the rows between scoreboard and key bar."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize

from quizgame.core.lifelines import hint
from quizgame.core.session import Answered, Session
from quizgame.core.showing import Showing
from quizgame.tui.content import Content, plain, rows
from quizgame.tui.room import Look, Room, share, usual_look
from quizgame.tui.widgets.cards import OptionCards
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text
from quizgame.tui.widgets.verdict import Verdict, verdict_rows

__all__ = ["Board"]

_QUESTIONS_MEASURED = 30


class Board(Vertical):
    """Where questions are asked and judged, one after another in the same place.

    Args:
        showings: The questions of the game.
        players: Who takes turns; empty where one player plays.
        with_proof: Whether verdicts come with their proof.
    """

    def __init__(self, showings: Sequence[Showing], *, players: Sequence[str] = (), with_proof: bool) -> None:
        super().__init__(id="column", classes="column")
        self._showings = showings[:_QUESTIONS_MEASURED]
        self._measured: tuple[int, int] = (0, 0)
        self._look: Look = "-boxed"
        self._players = tuple(players)
        self._with_proof = with_proof
        self._showing: Showing | None = None
        self._states: tuple[str, ...] = ("open",)
        self.is_long = False
        """Whether the stem is too long to be seen at once."""

    def compose(self) -> ComposeResult:
        """The stem, the cards, the verdict, and the keys under them."""
        with VerticalScroll(id="stem-box", can_focus=False):
            yield Text(id="stem")
        yield OptionCards()
        yield Verdict()
        yield KeyBar("open")

    def name_keys(self, *states: str) -> None:
        """Name what can be done in these states of the game, and how to read on where that is needed."""
        self._states = states
        self.query_one(KeyBar).options = len(self._showing.options) if self._showing else 0
        self.query_one(KeyBar).name_for(*states, *(["long"] if self.is_long and "open" in states else []))

    def ask(self, session: Session, tip: str = "") -> None:
        """Show the open question of a game, and what the player may like to know of the rules."""
        showing = session.current
        if showing is None:
            return
        self._showing = showing
        self.query_one("#stem", Text).show(_stem(showing))
        self.query_one("#stem-box").scroll_home(animate=False)
        self._share_rows()
        self.query_one(OptionCards).deal(showing)
        self.change(session)
        if tip and "hint" not in session.aids:
            self.query_one(Verdict).give_tip(tip)

    def change(self, session: Session) -> None:
        """Show what has become of the same question: what a lifeline gives, and that nothing is chosen yet."""
        self.query_one(OptionCards).strike(session.struck)
        verdict = self.query_one(Verdict)
        if "hint" in session.aids and session.current is not None:
            verdict.give_hint(hint(session.current.question))
        else:
            verdict.clear()

    def tell(self, text: str) -> None:
        """Say something about the open question, where its verdict will stand."""
        self.query_one(Verdict).give_tip(text)

    def judge(self, answers: Sequence[Answered]) -> None:
        """Show what one answer, or that of each player, came to; nothing where the clock ran out."""
        verdict = self.query_one(Verdict)
        if not answers:
            verdict.say_time()
            return
        last = answers[-1]
        self._showing = last.showing
        is_right = any(one.attempt.right for one in answers)
        glow = self.app.animation_level == "full" and is_right
        self.query_one(OptionCards).mark(answers, players=self._players, glow=glow)
        if self._players:
            verdict.say_all(answers, self._players)
        else:
            verdict.say(last, with_proof=self._with_proof)

    def read_on(self) -> None:
        """Scroll a long question by a page, and back to its start from its end."""
        box = self.query_one("#stem-box")
        if box.scroll_offset.y >= box.max_scroll_y:
            box.scroll_home(animate=False)
        else:
            box.scroll_page_down(animate=False)

    def on_resize(self, _: Resize) -> None:
        """Share the rows anew."""
        self.call_after_refresh(self._share_rows)

    def _share_rows(self) -> None:
        showing, width = self._showing, self.content_size.width
        if showing is None or not width:
            return  # nothing has a size yet; the first resize comes
        cards, box = self.query_one(OptionCards), self.query_one("#stem-box")
        height = self.content_size.height - self.query_one(KeyBar).size.height
        if self._measured != (width, height):
            self._measured = (width, height)
            self._look = usual_look(self._room(each, width, height, "-boxed").look for each in self._showings)
        stem = rows(_stem(showing), width - 1)
        room = self._room(showing, width, height, self._look)
        cards.take(room)
        self.query_one(Verdict).set_class(room.apart, "-apart")
        box.styles.max_height = room.stem
        box.set_class(room.look == "-tight", "-tight")
        self.is_long = stem > room.stem
        self.name_keys(*self._states)

    def _room(self, showing: Showing, width: int, height: int, roomiest: Look) -> Room:
        return share(
            height,
            stem=rows(_stem(showing), width - 1),
            options=self.query_one(OptionCards).rows_wanted(showing, width),
            proof=verdict_rows(showing, width - 3, with_proof=self._with_proof),
            roomiest=roomiest,
        )


def _stem(showing: Showing) -> Content:
    return plain(showing.question.stem, "bold")
