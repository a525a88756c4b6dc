"""Packs brought in, changed and sent out, as the plain callables that a front end is handed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from quizgame.core.errors import DataError, Problem
from quizgame.core.exchange import Exported, FormatInfo, FormatName, Imported
from quizgame.core.pack import Pack, PackInfo, Question
from quizgame.core.refs import pack_of, ref_of
from quizgame.core.text import one_line
from quizgame.core.world import Stock
from quizgame.storage.atomic import create, exists
from quizgame.storage.names import as_typed, shown, typed
from quizgame.storage.ownpacks import OwnPacks
from quizgame.storage.packs import Shelf

__all__ = ["stock_of"]


def stock_of(shelf: Shelf, now: Callable[[], datetime]) -> Stock:
    """What may be done with the packs of a shelf; the libraries that formats need are loaded when they are needed.

    Args:
        shelf: The packs.
        now: The present moment, for the day on which something is fetched.
    """
    own = OwnPacks(shelf)

    def add(path: str) -> PackInfo:
        return own.add(typed(path))

    def remove(id: str) -> str:
        return str(own.remove(id))

    def restore(removed: str) -> PackInfo | None:
        return own.restore(Path(removed))

    def merge(kept: str, gone: str) -> None:
        _merge(shelf, own, kept, gone)

    def read(where: str, format: FormatName | None) -> Imported:
        from quizgame.storage.importing import load_foreign, read_foreign  # noqa: PLC0415 - rarely needed

        return read_foreign(load_foreign(as_typed(where), stdin=_refuse_stdin), format=format, today=now().date())

    def parse(text: str, format: FormatName | None) -> Imported:
        from quizgame.storage.importing import Raw, read_foreign  # noqa: PLC0415 - rarely needed

        raw = Raw(data=text.encode("utf-8", "surrogatepass"), file="what was pasted", name="")
        return read_foreign(raw, format=format)

    def export(id: str, format: FormatName, path: str) -> Exported:
        return _export(shelf, id, format, typed(path))

    return Stock(
        add=add,
        keep=own.keep,
        remove=remove,
        restore=restore,
        open=own.open,
        change=own.change,
        put_back=own.put_back,
        merge=merge,
        read=read,
        parse=parse,
        take=own.take,
        export=export,
        formats=_formats,
    )


def _refuse_stdin() -> bytes:
    raise DataError(Problem(file="-", what="nothing can be read from the keyboard here", hint="paste the text instead"))


def _merge(shelf: Shelf, own: OwnPacks, kept: str, gone: str) -> None:
    """Merge two questions; of a pack that ships only the words are taken over by nobody, since it stays as it is."""
    from quizgame.core.duplicates import Place, dropped, merged  # noqa: PLC0415 - it compares with a slow library

    one, other = (Place(*_place(shelf, ref)) for ref in (kept, gone))
    file = own.open(other.pack.id)
    new = merged(one, other)
    rest = dropped(new if one.pack.id == other.pack.id else file.pack, other.question.id)
    if one.pack.id != other.pack.id and own.is_own(one.pack.id):
        own.change(own.open(one.pack.id), new)
    if rest is None:
        own.remove(other.pack.id)
    else:
        own.change(file, rest)


def _place(shelf: Shelf, ref: str) -> tuple[Pack, Question]:
    """A question by its ref, behind its pack.

    Raises:
        DataError: There is no such question.
    """
    (pack,) = shelf.packs((pack_of(ref),))
    for question in pack.questions:
        if ref_of(pack.id, question.id) == ref:
            return pack, question
    raise DataError(Problem(file=pack.id, what=f"there is no question {one_line(ref)!r} any more"))


def _export(shelf: Shelf, id: str, format: FormatName, path: Path) -> Exported:
    from quizgame.storage.exporting import export, is_workbook  # noqa: PLC0415 - rarely needed

    (pack,) = shelf.packs((id,))
    if exists(path):
        raise DataError(
            Problem(file=shown(path), what="there is a file of this name already", hint="take another name")
        )
    exported = export(pack, format, as_workbook=is_workbook(path.suffix))
    create(path, exported.data)
    return exported


def _formats() -> tuple[FormatInfo, ...]:
    from quizgame.storage.formats.registry import formats  # noqa: PLC0415 - rarely needed

    known = (FormatInfo(name=each.name, title=each.title, ending=each.endings[0]) for each in formats())
    return (FormatInfo(name="quizgame", title="quizgame TOML", ending=".toml"), *known)
