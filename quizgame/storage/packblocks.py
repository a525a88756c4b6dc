"""The parts of a pack's file, as the game writes them."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from quizgame.core.pack import Pack, Question, Source, Trace
from quizgame.storage.writing import block, inline, lines

__all__ = ["OWN_COMMENTS", "block_of", "blocks_of", "join"]

_SCHEMA = "#:schema ./pack.schema.json"
_TRACE = "# What the generator wrote, so that generating again keeps all that you changed, added and deleted."
OWN_COMMENTS = frozenset({_SCHEMA, _TRACE})
"""The comments that the game itself writes."""
_WIDTH = 120


def blocks_of(pack: Pack) -> list[str]:
    """The parts in order: the head, each source, each question, and the marks of what was generated, if any."""
    trace = [block_of(pack.generated)] if pack.generated else []
    return [block_of(pack), *map(block_of, pack.sources), *map(block_of, pack.questions), *trace]


def block_of(value: Pack | Source | Question | Trace) -> str:
    """One part; of a pack its head."""
    if isinstance(value, Question):
        return _question(_plain(value))
    if isinstance(value, Source):
        return block("[[sources]]", _plain(value))
    if isinstance(value, Trace):
        return _trace(_plain(value))
    bare = _plain(msgspec.structs.replace(value, sources=(), questions=(), generated=None))
    del bare["questions"]
    return f"{_SCHEMA}\n{lines({'format': value.format, **bare})}"


def join(blocks: Iterable[str]) -> str:
    """The text of a file of such parts."""
    return "\n".join(blocks)


def _plain(value: msgspec.Struct) -> dict[str, Any]:
    table: dict[str, Any] = msgspec.to_builtins(value, builtin_types=(date,))
    return table


def _question(table: dict[str, Any]) -> str:
    """A question's block; distractors that are too long for a line stand below each other."""
    options = table["distractors"]
    if len(inline(options)) + len("distractors = ") <= _WIDTH:
        return block("[[questions]]", table)
    before, after = {}, dict(table)
    while (key := next(iter(after))) != "distractors":
        before[key] = after.pop(key)
    del after["distractors"]
    listed = "".join(f"    {inline(option)},\n" for option in options)
    return f"{block('[[questions]]', before)}distractors = [\n{listed}]\n{lines(after)}"


def _trace(table: dict[str, Any]) -> str:
    tables = [block(f"[generated.{key}]", table.pop(key)) for key in ("sources", "questions") if key in table]
    return join([f"{_TRACE}\n{block('[generated]', table)}", *tables])
