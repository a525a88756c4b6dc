"""What a pack says of itself, as a form."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from quizgame.core.errors import QuizGameError
from quizgame.core.pack import Pack
from quizgame.core.packedits import about
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import plain
from quizgame.tui.screens.form import FormScreen
from quizgame.tui.widgets.fields import LineField, TextField
from quizgame.tui.widgets.forms import form_row
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text

__all__ = ["AboutScreen"]


class AboutScreen(FormScreen[Pack]):
    """Edit a pack's title and the like. Gives the pack as it shall be, or None.

    Args:
        pack: The pack.
    """

    PLACE: ClassVar[Place] = "about"
    BINDINGS = bindings("about")
    AUTO_FOCUS = "#title"

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack = pack

    def compose(self) -> ComposeResult:
        """A field for everything."""
        pack = self._pack
        with Horizontal(classes="center"), Vertical(classes="column -form"):
            with Horizontal(id="head"):
                yield Text(plain("About the pack", "bold"), classes="title")
            with VerticalScroll(id="form", can_focus=False):
                yield form_row("Title", LineField(pack.title, id="title"), gap=True)
                yield form_row("About it", TextField(pack.description, id="description"), gap=True)
                yield form_row("Author", LineField(pack.author, id="author"))
                yield form_row("Licence", LineField(pack.license, hint="such as CC-BY-SA-4.0", id="license"))
                yield form_row("Topics", LineField(", ".join(pack.tags), hint="with commas between them", id="tags"))
            yield KeyBar()

    @property
    def _now(self) -> Pack:
        """The pack as the form has it.

        Raises:
            DataError: There is no title.
        """
        told = {name: self.query_one(f"#{name}", LineField).value for name in ("title", "author", "license", "tags")}
        return about(self._pack, description=self.query_one("#description", TextField).text, **told)

    @property
    def is_unsaved(self) -> bool:
        """Whether something of the player's would be lost."""
        try:
            return self._now != self._pack
        except QuizGameError:
            return True

    def action_take(self) -> None:
        """Take it as it stands now."""
        try:
            self.dismiss(self._now)
        except QuizGameError as error:
            self.game.say(str(error), warning=True)
            self.query_one("#title").focus()
