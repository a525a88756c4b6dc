"""What becomes of each thing that stands in a file or that the generator makes now: the rules, and the order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Generic, Literal, NamedTuple, TypeVar

from quizgame.core.tracing import claim_in, content_in

__all__ = ["Fate", "FateName", "merged"]

T = TypeVar("T")

FateName = Literal["same", "updated", "added", "removed", "kept", "others", "deleted", ""]
"""Made again as it was; made again otherwise; made for the first time; not made again, and left alone by all; a
person's own; not made again, but needed; made again, but a person had deleted it; empty for what is of no account."""


class Fate(NamedTuple, Generic[T]):
    """What becomes of one thing."""

    name: FateName
    value: T | None
    """As it will stand in the file, or None where it will not."""
    mark: str
    """Its mark from now on; empty where it needs none."""


def merged(
    before: Mapping[str, T],
    now: Mapping[str, T],
    marks: Mapping[str, str],
    *,
    touched: AbstractSet[str],
    needed: AbstractSet[str],
    mark_of: Callable[[T], str],
) -> dict[str, Fate[T]]:
    """Weigh what stands in a file against what is made now, by id and in the order that it will have.

    Args:
        before: What stands in the file.
        now: What the generator makes.
        marks: What the generator marked when it last wrote.
        touched: The ids of what a person worked on, whatever the marks say.
        needed: The ids of what may not go though it is not made now, or though a person deleted it.
        mark_of: The mark of a thing.
    """
    fates: dict[str, Fate[T]] = {}
    for name in _order(before, now, marks):
        was, made, mark = before.get(name), now.get(name), marks.get(name, "")
        if was is None:
            fates[name] = _absent(made, mark, mark_of, is_needed=name in needed)
        elif not mark or name in touched or content_in(mark_of(was)) != content_in(mark):
            fates[name] = _own(was, made, mark, mark_of)
        else:
            fates[name] = _left_alone(was, made, mark, mark_of, is_needed=name in needed)
    return fates


def _absent(made: T | None, mark: str, mark_of: Callable[[T], str], *, is_needed: bool) -> Fate[T]:
    """Not in the file: new, or deleted by a person."""
    if made is None:
        return Fate("", None, mark)
    if mark and not is_needed:
        return Fate("deleted", None, mark_of(made))
    return Fate("added", made, mark_of(made))


def _own(was: T, made: T | None, mark: str, mark_of: Callable[[T], str]) -> Fate[T]:
    """A person's own: edited, or added. The mark still tells what was edited, and by what it is known again."""
    if not mark or made is None:
        return Fate("kept", was, mark)
    fresh = mark_of(made)
    if was == made:
        return Fate("same", was, fresh)
    claim = claim_in(fresh)
    return Fate("kept", was, f"{content_in(mark)}-{claim}" if claim else mark)


def _left_alone(was: T, made: T | None, mark: str, mark_of: Callable[[T], str], *, is_needed: bool) -> Fate[T]:
    if made is not None:
        return Fate("same" if was == made else "updated", made, mark_of(made))
    return Fate("others", was, mark) if is_needed else Fate("removed", None, "")


def _order(before: Mapping[str, T], now: Mapping[str, T], marks: Mapping[str, str]) -> Iterator[str]:
    """The file's order, with each new thing after the one that it is made after; last, what stands nowhere any more."""
    behind: dict[str, list[str]] = {}
    first: list[str] = []
    place: list[str] | None = None
    for name in now:
        if name in before:
            place = behind.setdefault(name, [])
        else:
            (first if place is None else place).append(name)
    head = next((name for name in now if name in before), "")
    yield from _placed(before, behind, first, head)
    yield from (name for name in marks if name not in before and name not in now)


def _placed(before: Iterable[str], behind: Mapping[str, list[str]], first: list[str], head: str) -> Iterator[str]:
    """What has nothing before it stands before what comes next to it, or at the end where nothing does."""
    for name in before:
        if name == head:
            yield from first
        yield name
        yield from behind.get(name, ())
    if not head:
        yield from first
