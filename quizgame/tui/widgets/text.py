"""Widgets that show text: they take `Content`, never a string, so that no text can be taken for markup."""

from textual.geometry import Size
from textual.widgets import Static

from quizgame.tui.content import EMPTY, Content, dates_whole, rows

__all__ = ["Prose", "Text"]


class Text(Static):
    """Some text.

    Args:
        content: What to show.
        id: The widget's id.
        classes: Its style classes.
    """

    def __init__(self, content: Content = EMPTY, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(content, id=id, classes=classes)

    def show(self, content: Content) -> None:
        """Show something else; nothing is drawn again where it is the same."""
        if self.content is not content and not (isinstance(self.content, Content) and self.content.is_same(content)):
            self.update(content)


class Prose(Text):
    """Text in which no date is broken over two lines."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """How many rows it takes."""
        return rows(self._wrapped(width), width)

    def render(self) -> Content:
        """The text as it is wrapped at this width."""
        return self._wrapped(self.content_size.width)

    def _wrapped(self, width: int) -> Content:
        return dates_whole(self.content, width) if isinstance(self.content, Content) and width else EMPTY
