"""The game's name in large letters; in small ones where there is little room."""

from textual.events import Resize

from quizgame.tui.content import joined, plain
from quizgame.tui.widgets.text import Text

__all__ = ["Wordmark"]

_LETTERS = {
    "q": ("▄▀▀▄", "█  █", " ▀▀▄"),
    "u": ("█  █", "█  █", " ▀▀ "),
    "i": ("▀█▀", " █ ", "▀▀▀"),
    "z": ("▀▀▀█", " ▄▀ ", "▀▀▀▀"),
    "g": ("▄▀▀▀", "█ ▀█", " ▀▀▀"),
    "a": ("▄▀▀▄", "█▀▀█", "▀  ▀"),
    "m": ("█▄ ▄█", "█ ▀ █", "▀   ▀"),
    "e": ("█▀▀", "█▀▀", "▀▀▀"),
}
_ROWS = tuple(" ".join(_LETTERS[letter][row] for letter in "quizgame") for row in range(3))


class Wordmark(Text):
    """``quizgame``, three lines high where it fits."""

    def on_resize(self, event: Resize) -> None:
        """Draw it as large as there is room for."""
        if event.size.height >= len(_ROWS) and event.size.width >= len(_ROWS[0]):
            self.show(joined(plain(row, "bold $primary") for row in _ROWS))
        else:
            self.show(plain("quizgame", "bold $primary"))
