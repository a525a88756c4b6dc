"""Widgets that show text: they take `Content`, never a string, so that no text can be taken for markup."""

from textual.widgets import Static

from quizgame.tui.content import EMPTY, Content

__all__ = ["Text"]


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
