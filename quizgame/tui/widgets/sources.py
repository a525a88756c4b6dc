"""Three ways to give an article: a path or an address, a file from a list, or pasted text."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, TextArea

from quizgame.core.folder import Folder
from quizgame.tui.content import plain
from quizgame.tui.making import Wanted, Way
from quizgame.tui.widgets.fields import LineField, TextField
from quizgame.tui.widgets.files import FileList

__all__ = ["Sources"]

_WAYS: tuple[Way, ...] = ("path", "files", "text")
_MOST_PASTED = 1_000_000
_PASTE_HERE = "Copy an article and paste it: anywhere on this screen will do."


class Sources(Vertical):
    """A line for a path, a list of files, and room for a text; what is in focus counts first."""

    @dataclass
    class Given(Message):
        """An article was given, to be read at once."""

        wanted: Wanted

    class Changed(Message):
        """Something else was written."""

    def compose(self) -> ComposeResult:
        """The path above, the files and the text beside each other or below."""
        yield LineField(hint="article.txt, a folder or https://…", id="path", compact=False)
        with Horizontal(id="ways"):
            yield FileList(id="files")
            yield TextField(hint=plain(_PASTE_HERE, "$quiet"), id="text", most=_MOST_PASTED)

    def on_mount(self) -> None:
        """Name the ways."""
        self.query_one("#path").border_title = "Path or web address"
        self.query_one("#text").border_title = "or paste the text"

    def on_descendant_focus(self) -> None:
        """Give the text room while it is written."""
        self.set_class(self.screen.focused is self.query_one("#text"), "-writing")

    def fill(self, folder: Folder) -> None:
        """List a folder."""
        self.query_one("#files", FileList).fill(folder)

    def put(self, text: str) -> None:
        """Take a text that was pasted elsewhere."""
        field = self.query_one("#text", TextField)
        field.focus()
        if not field.put(text):
            self.post_message(TextField.Full(field))

    def mark(self, wrong: Way | None) -> None:
        """Mark the way that led nowhere; None for none."""
        for way in _WAYS:
            self.query_one(f"#{way}").set_class(way == wrong, "-wrong")

    @property
    def wanted(self) -> Wanted | None:
        """What is given: in the field in focus, else in any; a file in front counts only in focus."""
        focused = self.screen.focused.id if self.screen.focused else None
        files = self.query_one("#files", FileList)
        if focused == "files" and files.articles:
            return Wanted("files", chosen=files.articles)
        given: dict[Way, str] = {
            "path": self.query_one("#path", LineField).value.strip(),
            "text": self.query_one("#text", TextField).text,
        }
        found = sorted((way for way, text in given.items() if text.strip()), key=lambda way: way != focused)
        return Wanted(found[0], given[found[0]]) if found else None

    @on(LineField.Lines)
    def _take_lines(self, event: LineField.Lines) -> None:
        event.stop()
        self.put(event.text)

    @on(FileList.ArticlesChosen)
    def _choose(self, event: FileList.ArticlesChosen) -> None:
        event.stop()
        self.post_message(self.Given(Wanted("files", chosen=event.paths)))

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _change(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed())
