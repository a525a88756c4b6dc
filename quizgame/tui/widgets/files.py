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
    folder: str = ""
    """The folder that it leads to; empty for articles."""
    articles: tuple[str, ...] = ()


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
    class ArticlesChosen(Message):
        """The player chose an article, or all that are listed."""

        paths: tuple[str, ...]

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
    def articles(self) -> tuple[str, ...]:
        """The paths of the articles that the row in front stands for."""
        return self._row.articles if self._row else ()

    @property
    def _row(self) -> _Row | None:
        place = self.highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    def action_select(self) -> None:
        """Open the folder in front, or choose the article."""
        row = self._row
        if row is not None:
            self.post_message(self.FolderWanted(row.folder) if row.folder else self.ArticlesChosen(row.articles))

    def action_up(self) -> None:
        """Go to the folder above."""
        if self._folder.parent:
            self.post_message(self.FolderWanted(self._folder.parent))


def _option(told: Content, *, row: bool = True) -> Option:
    return Option(told, disabled=not row)


def _rows(folder: Folder) -> list[_Row]:
    rows = [_Row(plain("▸ ../"), folder=folder.parent)] if folder.parent else []
    articles = tuple(entry.path for entry in folder.entries if not entry.is_folder)
    if len(articles) > 1:
        rows.append(_Row(plain(f"* all {len(articles):,} articles here", "italic"), articles=articles))
    for entry in folder.entries:
        name = short(entry.name, 200)
        if entry.is_folder:
            rows.append(_Row(line("▸ ", name, "/"), folder=entry.path))
        else:
            rows.append(_Row(line("  ", name), articles=(entry.path,)))
    return rows
