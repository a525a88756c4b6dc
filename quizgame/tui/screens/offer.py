"""What a foreign quiz holds, before it becomes a pack: its questions, what was skipped, and whose it is."""

from collections.abc import Sequence
from typing import ClassVar

import msgspec
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from quizgame.core.exchange import Imported, Skipped
from quizgame.core.imports import Origin, credited
from quizgame.core.pack import Pack, Question
from quizgame.core.wording import counted
from quizgame.tui.commands import Place, bindings
from quizgame.tui.content import EMPTY, Content, joined, line, plain, unbroken
from quizgame.tui.screens.form import FormScreen
from quizgame.tui.widgets.fields import LineField
from quizgame.tui.widgets.forms import form_row
from quizgame.tui.widgets.keybar import KeyBar
from quizgame.tui.widgets.text import Text

__all__ = ["OfferScreen"]

_MOST_SKIPPED, _MOST_SHOWN = 500, 200


class OfferScreen(FormScreen[Imported]):
    """Show what would be added, and ask whose it is. Gives it with that told, or None.

    Args:
        found: What was read; there is at least one question.
    """

    PLACE: ClassVar[Place] = "offer"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("offer"),
        Binding("pagedown", "scroll_on", show=False, priority=True),
        Binding("pageup", "scroll_back", show=False, priority=True),
    ]
    AUTO_FOCUS = "#title"

    def __init__(self, found: Imported) -> None:
        super().__init__()
        self._found = found

    @property
    def _pack(self) -> Pack:
        assert self._found.pack is not None  # noqa: S101 - nobody is asked about nothing
        return self._found.pack

    def compose(self) -> ComposeResult:
        """Whose it is, and what it holds."""
        pack, found = self._pack, self._found
        source = pack.sources[0].title if pack.sources else ""
        with Horizontal(classes="center"), Vertical(classes="column"):
            yield Text(plain("Add this pack?", "bold"), classes="title")
            yield Text(_stock(self._titled(), pack, found.skipped), id="stock")
            with VerticalScroll(id="form", can_focus=False):
                yield form_row("Title", LineField(pack.title, id="title"))
                yield form_row("Author", LineField(pack.author, hint="who wrote the questions", id="author"))
                yield form_row("Licence", LineField(pack.license, hint="such as CC-BY-SA-4.0", id="license"))
                yield form_row("Source", LineField(source, hint="the work or site they come from", id="source"))
                yield form_row("Topics", LineField(", ".join(pack.tags), hint="with commas between them", id="tags"))
            with VerticalScroll(id="details"):
                yield Text(_details(found.skipped, pack.questions), id="told")
            yield KeyBar()

    def _titled(self) -> str:
        forms = {each.name: each.title for each in self.world.stock.formats()}
        return forms.get(self._found.format, self._found.format)

    def action_take(self) -> None:
        """Add it as it stands now."""
        origin = Origin(
            title=self._told("title"),
            author=self._told("author"),
            license=self._told("license"),
            source=self._told("source"),
            tags=tuple(self._told("tags").split(",")),
        )
        bare = msgspec.structs.replace(self._pack, author="", license="", tags=())
        if not origin.source and bare.sources:
            bare = _without_title(bare)
        self.dismiss(msgspec.structs.replace(self._found, pack=credited(bare, origin)))

    def _told(self, name: str) -> str:
        return self.query_one(f"#{name}", LineField).value

    def action_scroll_on(self) -> None:
        """Scroll what it holds."""
        self.query_one("#details").scroll_page_down(animate=False)

    def action_scroll_back(self) -> None:
        """Scroll it back."""
        self.query_one("#details").scroll_page_up(animate=False)


def _without_title(pack: Pack) -> Pack:
    """A pack whose source has no name; without an address it is no source at all."""
    first, *others = pack.sources
    if first.url:
        return msgspec.structs.replace(pack, sources=(msgspec.structs.replace(first, title=""), *others))
    questions = tuple(
        msgspec.structs.replace(one, source="") if one.source == first.id else one for one in pack.questions
    )
    return msgspec.structs.replace(pack, sources=tuple(others), questions=questions)


def _stock(form: str, pack: Pack, skipped: Sequence[Skipped]) -> Content:
    out = plain(f"  ! {len(skipped):,} skipped", "$warning") if skipped else EMPTY
    return line(plain(f"{form}: {counted(len(pack.questions), 'question')}", "bold"), out)


def _details(skipped: Sequence[Skipped], questions: Sequence[Question]) -> Content:
    """What was skipped and why, then the first questions."""
    told = [_told_skipped(one) for one in skipped[:_MOST_SKIPPED]]
    if len(skipped) > _MOST_SKIPPED:
        told.append(plain(f"and {len(skipped) - _MOST_SKIPPED:,} more skipped", "$quiet"))
    if told:
        told.append(EMPTY)
    told += map(_told_question, questions[:_MOST_SHOWN])
    if len(questions) > _MOST_SHOWN:
        told.append(plain(f"and {len(questions) - _MOST_SHOWN:,} more", "$quiet"))
    return joined(told)


def _told_question(question: Question) -> Content:
    return line(unbroken(question.stem), plain("  ✓ ", "$success"), unbroken(question.answer, "$success"))


def _told_skipped(one: Skipped) -> Content:
    what = plain(f": {one.what}", "$quiet") if one.what else EMPTY
    return line(plain("! ", "bold $warning"), plain(f"line {one.line}: {one.reason}"), what)
