"""The files and folders to choose an article from."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quizgame.core.folder import Folder
from quizgame.tui.content import Content, line, plain, short

__all__ = ["FileList"]


@dataclass(frozen=True, slots=True)
class _Row:
    told: Content
    path: str
    is_folder: bool = False


class FileList(OptionList):
    """What a folder holds: a way up, all its articles at once, its folders, its articles."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,backspace", "up", show=False),
        Binding("right", "select", show=False),
    ]

    @dataclass
    class FolderWanted(Message):
        """The player would like to see a folder."""

        path: str

    @dataclass
    class ArticleChosen(Message):
        """The player chose an article, or a folder with all its articles."""

        path: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._folder = Folder(name="", path="")
        self._rows: list[_Row] = []

    def fill(self, folder: Folder) -> None:
        """List a folder; coming from one inside it, that one is in front."""
        left, self._folder = self._folder.path, folder
        self._rows = _rows(folder)
        self.border_title = short(folder.name, 60)
        self.clear_options()
        self.add_options([_option(row.told) for row in self._rows])
        if folder.more:
            self.add_option(_option(plain(f"  and {folder.more:,} more: write the path above", "$quiet"), row=False))
        elif not folder.entries:
            self.add_option(_option(plain("  no articles here", "$quiet"), row=False))
        before = len(self._rows) - len(folder.entries)
        inside = [place for place, entry in enumerate(folder.entries, before) if entry.path == left]
        first = inside[0] if inside else min(before, len(self._rows) - 1)
        self.highlighted = first if self._rows else None

    @property
    def article(self) -> str:
        """The path of the article in front, or of the folder whose articles are; empty for none."""
        row = self._row
        return row.path if row and not row.is_folder else ""

    @property
    def _row(self) -> _Row | None:
        place = self.highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def action_select(self) -> None:
        """Open the folder in front, or choose the article."""
        row = self._row
        if row is not None:
            self.post_message((self.FolderWanted if row.is_folder else self.ArticleChosen)(row.path))

    def action_up(self) -> None:
        """Go to the folder above."""
        if self._folder.parent:
            self.post_message(self.FolderWanted(self._folder.parent))


def _option(told: Content, *, row: bool = True) -> Option:
    return Option(told, disabled=not row)


def _rows(folder: Folder) -> list[_Row]:
    rows = [_Row(plain("▸ ../"), folder.parent, is_folder=True)] if folder.parent else []
    if folder.articles > 1:
        rows.append(_Row(plain(f"* all {folder.articles:,} articles here", "italic"), folder.path))
    for entry in folder.entries:
        told = line("▸ " if entry.is_folder else "  ", short(entry.name, 200), "/" if entry.is_folder else "")
        rows.append(_Row(told, entry.path, is_folder=entry.is_folder))
    return rows
