"""One pack as a file: read with every problem found, written so that people like to read it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from quizgame.core.defects import Defect, defects, nearest, shown_key
from quizgame.core.errors import DataError, Problem
from quizgame.core.pack import FORMAT, Pack, Question, Source, question_id
from quizgame.core.text import one_line, slug
from quizgame.storage.atomic import read, replace, sweep
from quizgame.storage.lines import Lines
from quizgame.storage.names import shown
from quizgame.storage.packblocks import blocks_of, join
from quizgame.storage.toml import PACK_LIMIT, decode, newer_format, parse
from quizgame.storage.writing import encode

__all__ = ["dump_pack", "pack_bytes", "pack_of", "read_pack", "write_pack"]

_NESTED: dict[str, type[msgspec.Struct]] = {"sources": Source, "questions": Question}
_MOST_PROBLEMS = 200
_OF_ONE_LINE = {
    "head": ("title", "language", "author", "license", "tags"),
    "sources": ("title", "publisher", "url"),
    "questions": ("answer", "distractors", "kind", "tags"),
}
"""What front ends draw as a row of a list: a line end in it would pass for another row."""


def read_pack(path: Path) -> Pack:
    """Read a pack, with its defaults filled in.

    Raises:
        DataError: With every problem of the file.
        StorageError: It cannot be read.
    """
    return pack_of(read(path, PACK_LIMIT), file=shown(path), stem=path.stem)


def pack_of(data: bytes, *, file: str, stem: str) -> Pack:
    """The pack that a file's bytes hold.

    Titles, options, tags and the like are one line each, whatever white space stands in the file; a stem, the evidence,
    an explanation and a description keep their lines.

    Args:
        data: What the file holds.
        file: The file's name for messages.
        stem: The file's name without its ending; a pack without an id takes its id from it.

    Raises:
        DataError: With every problem.
    """
    text = decode(data, file=file)
    table = parse(text, file=file)
    _refuse_newer(table, text, file)
    _fill_head(table, stem)
    _fold_lines(table)
    try:
        pack = msgspec.convert(table, Pack)
    except msgspec.ValidationError:
        raise DataError(*_problems(_all_defects(table), text, file)) from None
    twins = list(_twins(table))
    if twins:
        raise DataError(*_problems(twins, text, file))
    return _with_ids(pack)


def _refuse_newer(table: Mapping[str, Any], text: str, file: str) -> None:
    if number := newer_format(table, FORMAT):
        raise DataError(
            Problem(
                file=file,
                line=Lines(text).of("$.format"),
                key="format",
                what=f"format {number} is newer than this version reads",
                hint=f"update quizgame, or keep to format {FORMAT}",
            )
        )


def _fill_head(table: dict[str, Any], stem: str) -> None:
    """Give a pack without an id or a title one from its file's name."""
    told = hashlib.blake2s(stem.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    table.setdefault("id", slug(stem) or f"pack-{told}")
    if isinstance(table["id"], str):
        table.setdefault("title", table["id"].replace("-", " ").strip().capitalize() or "Questions")


def _fold_lines(table: dict[str, Any]) -> None:
    for part, keys in _OF_ONE_LINE.items():
        for one in [table] if part == "head" else _tables(table.get(part)):
            for key in one.keys() & keys:
                value = one[key]
                one[key] = list(map(_in_one_line, value)) if isinstance(value, list) else _in_one_line(value)


def _in_one_line(value: object) -> object:
    return " ".join(value.split()) if isinstance(value, str) else value  # cleaned already, so all spaces are plain


def _with_ids(pack: Pack) -> Pack:
    if all(question.id for question in pack.questions):
        return pack
    questions = tuple(
        question if question.id else msgspec.structs.replace(question, id=question_id(question.stem, question.answer))
        for question in pack.questions
    )
    return msgspec.structs.replace(pack, questions=questions)


def _all_defects(table: Mapping[str, Any]) -> Iterator[Defect]:
    references = [*_references(table), *_twins(table)]
    # The struct's own words for a wrong reference name no key: ours do.
    yield from (defect for defect in defects(table, Pack, nested=_NESTED) if not (references and defect.path == "$"))
    yield from references


def _references(table: Mapping[str, Any]) -> Iterator[Defect]:
    """Sources that are listed twice, and questions that name one that is not listed."""
    known: list[object] = []
    for place, source in enumerate(_tables(table.get("sources"))):
        name: object = source.get("id")
        if name in known:
            yield Defect(f"$.sources[{place}].id", f"the source {_short(name)} is listed twice")
        known.append(name)
    for place, question in enumerate(_tables(table.get("questions"))):
        name = question.get("source")
        if isinstance(name, str) and name and name not in known:
            close = nearest(name, map(str, known))
            hint = f"did you mean {one_line(close)}?" if close else "add it as a [[sources]] block"
            yield Defect(f"$.questions[{place}].source", f"the source {_short(name)} is not listed", hint)


def _short(name: object) -> str:
    return repr(str(name)[:64])


def _tables(value: object) -> list[dict[str, Any]]:
    return [item if isinstance(item, dict) else {} for item in value] if isinstance(value, list) else []


def _twins(table: Mapping[str, Any]) -> Iterator[Defect]:
    """Questions that have one id, written or following from their words."""
    places: dict[str, int] = {}
    for place, question in enumerate(_tables(table.get("questions"))):
        stem, answer, told = (question.get(key) for key in ("stem", "answer", "id"))
        if not told and isinstance(stem, str) and isinstance(answer, str):
            told = question_id(stem, answer)
        if not isinstance(told, str):
            continue
        first = places.setdefault(told, place)
        if first != place and question.get("id"):
            what = f"the id {_short(told)} is that of questions[{first + 1}] too"
            yield Defect(f"$.questions[{place}].id", what, "every question needs an id of its own")
        elif first != place:
            yield Defect(f"$.questions[{place}]", f"this is questions[{first + 1}] again", "remove one")


def _problems(found: Iterable[Defect], text: str, file: str) -> Iterator[Problem]:
    places = Lines(text)
    told = [
        Problem(file=file, line=places.of(path), key=shown_key(path), what=what, hint=hint)
        for path, what, hint in islice(found, _MOST_PROBLEMS + 1)
    ]
    told.sort(key=lambda problem: problem.line or 0)
    yield from told[:_MOST_PROBLEMS]
    if len(told) > _MOST_PROBLEMS:
        yield Problem(file=file, what="and there are more problems")


def dump_pack(pack: Pack) -> str:
    """A pack as TOML.

    Reading it back gives an equal pack where the texts are such as a reader gives: clean, within their bounds, and of
    one line where a reader makes them so; `write_pack` proves it.
    """
    return join(blocks_of(pack))


def write_pack(path: Path, pack: Pack, text: str = "") -> None:
    """Write a pack in a file's place, durably, once it is proved that reading it gives the same pack.

    Args:
        path: The file.
        pack: What it shall hold.
        text: How to write the pack, where that is not as `dump_pack` does.

    Raises:
        DataError: It would not read back the same: what of it cannot be written; no file is touched.
        StorageError: It cannot be written; see `quizgame.storage.atomic.replace`.
    """
    replace(path, pack_bytes(path, pack, text))
    sweep(path.parent)


def pack_bytes(path: Path, pack: Pack, text: str = "") -> bytes:
    """What a pack's file will hold, once it is proved that reading it gives the same pack.

    Raises:
        DataError: It would not read back the same: what of it cannot be written.
    """
    data = encode(text or dump_pack(pack))
    _prove(data, pack, path)
    return data


def _prove(data: bytes, pack: Pack, path: Path) -> None:
    file = shown(path)
    try:
        back = pack_of(data, file=file, stem=path.stem)
    except DataError as error:  # the lines are those of a file that will not be
        raise DataError(
            *(
                msgspec.structs.replace(problem, line=None, what=f"cannot be written: {problem.what}")
                for problem in error.problems
            )
        ) from None
    changed = islice(_differences(_with_ids(pack), back), _MOST_PROBLEMS)
    what = "cannot be written: it would not read back the same"
    if problems := [Problem(file=file, key=shown_key(key), what=what) for key in changed]:
        raise DataError(*problems)


def _differences(one: object, other: object, at: str = "$") -> Iterator[str]:
    """The paths of what is not the same in two values of one shape."""
    if isinstance(one, msgspec.Struct) and isinstance(other, msgspec.Struct):
        for name in one.__struct_fields__:
            yield from _differences(getattr(one, name), getattr(other, name), f"{at}.{name}")
    elif isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        for place, pair in enumerate(zip(one, other, strict=True)):
            yield from _differences(*pair, f"{at}[{place}]")
    elif one != other:
        yield at
