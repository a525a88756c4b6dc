"""Where a generated pack goes: to stdout, to a new file, or into one that a person may have worked on."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizgame.core.merging import FateName
    from quizgame.core.pack import Pack
    from quizgame.storage.packtext import PackText

__all__ = ["put", "standing"]

_FATES: "Mapping[FateName, str]" = {
    "same": "as they were",
    "updated": "updated",
    "added": "new",
    "removed": "not made any more and removed",
    "kept": "of your own kept",
    "others": "of other articles kept",
    "deleted": "that you deleted left out",
}
"""What the player is told of questions, in order."""


def standing(path: Path) -> "PackText | None":
    """The pack that stands in a file and can be generated again; None where there is no file.

    Raises:
        DataError: There is a file, and only `--force` may replace it.
        StorageError: It cannot be read.
    """
    from quizgame.core.errors import DataError, Problem
    from quizgame.storage.atomic import exists
    from quizgame.storage.names import shown
    from quizgame.storage.packtext import PackText

    if not exists(path):
        return None
    try:
        text = PackText(path)
    except DataError as error:
        there = Problem(file=shown(path), what="the file is there already", hint="mend it, or --force replaces it")
        raise DataError(*error.problems, there) from error
    if text.pack.generated is None:
        what = "the file is there already, and has no record of what was generated"
        raise DataError(Problem(file=shown(path), what=what, hint="--force replaces it"))
    return text


def put(pack: "Pack", path: Path | None, *, title: str | None, id: str | None, force: bool) -> None:
    """Put a pack where it was asked for, and tell what became of one that stood there.

    Args:
        pack: What was generated.
        path: The file; None for stdout.
        title: The title that was asked for, if one was.
        id: The id that was asked for, if one was.
        force: Whether to write all anew whatever stands there.

    Raises:
        DataError: There is a file that only `--force` may replace.
        StorageError: It cannot be read or written.
    """
    from quizgame.storage.packfile import dump_pack, write_pack

    if path is None:
        click.echo(dump_pack(pack), nl=False)
        return
    text = None if force else standing(path)
    if text is None:
        write_pack(path, pack)
        _tell(path, len(pack.questions), {})
    else:
        _renew(path, text, pack, {"title": title, "id": id})


def _renew(path: Path, text: "PackText", new: "Pack", asked: "Mapping[str, str | None]") -> None:
    import msgspec

    from quizgame.core.errors import DataError, Problem
    from quizgame.core.regeneration import regenerate
    from quizgame.storage.names import shown

    made = regenerate(text.pack, new, text.touched)
    pack = msgspec.structs.replace(made.pack, **{key: value for key, value in asked.items() if value})
    why = "nothing in the file has to do with these articles" if made.is_unrelated else ""
    if why or not pack.questions:
        why = why or "every question that could be asked was deleted from the file"
        raise DataError(Problem(file=shown(path), what=why, hint="--force replaces it"))
    if pack != text.pack:
        text.write(pack)
    _tell(path, len(pack.questions), made.counts, is_changed=pack != text.pack)


def _tell(path: Path, total: int, counts: "Mapping[FateName, int]", *, is_changed: bool = True) -> None:
    from quizgame.core.wording import counted
    from quizgame.storage.names import shown

    name = shown(path)
    fates = ", ".join(f"{counts[fate]:,} {told}" for fate, told in _FATES.items() if counts.get(fate))
    own = [fate for fate in ("kept", "deleted") if counts.get(fate)]
    told = f" ({fates})" if fates and (is_changed or own) else ""
    same = "" if is_changed else ", nothing has changed"
    click.echo(f"{name}: {counted(total, 'question')}{same}{told}. Play them: quizgame play {name}", err=True)
