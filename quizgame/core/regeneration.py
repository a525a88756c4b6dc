"""Generating again into a pack that a person may have worked on: nothing of theirs is lost, and ids stay.

What the generator wrote and nobody touched is brought up to date; what a person edited or added stays as it is; what
a person deleted stays deleted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from quizgame.core.matching import ids_of
from quizgame.core.merging import Fate, FateName, merged
from quizgame.core.pack import Pack, Question, Source, Trace
from quizgame.core.tracing import Touched, head_mark, question_mark, source_mark

__all__ = ["Regenerated", "regenerate", "several_articles"]

T = TypeVar("T")


class Regenerated(msgspec.Struct, frozen=True, kw_only=True):
    """A pack that was generated again, and how many questions had which fate."""

    pack: Pack
    counts: dict[FateName, int]

    @property
    def is_unrelated(self) -> bool:
        """Whether all of the old pack would go, since nothing in it has to do with the new."""
        return self.counts.get("removed", 0) > 0 and not self.counts.keys() - {"removed", "added", ""}


def regenerate(old: Pack, new: Pack, touched: Touched | None = None) -> Regenerated:
    """Bring a pack up to date with what the generator makes now.

    Doing so twice changes nothing more. The pack keeps its id, and its questions keep their order.

    Args:
        old: The pack as it stands in its file.
        new: What the generator makes now.
        touched: What a person worked on beyond the values.

    Raises:
        ValueError: The old pack is not one of the generator's.
    """
    if old.generated is None:
        raise ValueError("nothing tells what the generator wrote")
    touched = touched or Touched()
    fates = _questions(old, new, old.generated.questions, touched)
    questions = _left(fates)
    source_fates = _sources(old, new, old.generated.sources, questions, touched)
    sources = _left(source_fates)
    is_left_alone = head_mark(old) == old.generated.pack and not touched.head
    head = _head(old, new, sources) if is_left_alone else old
    told = msgspec.structs.replace(head, id=old.id, format=new.format, sources=sources, questions=questions)
    mark = head_mark(told) if is_left_alone else old.generated.pack
    trace = Trace(pack=mark, sources=_marks(source_fates), questions=_marks(fates))
    counts = Counter(fate.name for fate in fates.values())
    return Regenerated(pack=msgspec.structs.replace(told, generated=trace), counts=counts)


def several_articles(count: int) -> str:
    """What a pack that was made of several articles says of itself."""
    return f"Questions made from {count} articles."


def _head(old: Pack, new: Pack, sources: Sequence[Source]) -> Pack:
    """The pack that tells the title and so on: the new one, or, where articles come to others, something of both."""
    if {source.id for source in sources} <= {source.id for source in new.sources}:
        return new
    return msgspec.structs.replace(
        old,
        description=several_articles(len(sources)),
        license=old.license if old.license == new.license else "",
        tags=tuple(dict.fromkeys((*old.tags, *new.tags))),
    )


def _questions(old: Pack, new: Pack, marks: Mapping[str, str], touched: Touched) -> dict[str, Fate[Question]]:
    ids = ids_of(old, new)
    read = {source.id for source in new.sources}
    return merged(
        {question.id: question for question in old.questions},
        {ids[question.id]: msgspec.structs.replace(question, id=ids[question.id]) for question in new.questions},
        marks,
        touched=touched.questions,
        needed={question.id for question in old.questions if question.source not in read},
        mark_of=question_mark,
    )


def _sources(
    old: Pack, new: Pack, marks: Mapping[str, str], questions: Iterable[Question], touched: Touched
) -> dict[str, Fate[Source]]:
    return merged(
        {source.id: source for source in old.sources},
        {source.id: source for source in new.sources},
        marks,
        touched=touched.sources,
        needed={question.source for question in questions},
        mark_of=source_mark,
    )


def _left(fates: Mapping[str, Fate[T]]) -> tuple[T, ...]:
    return tuple(fate.value for fate in fates.values() if fate.value is not None)


def _marks(fates: Mapping[str, Fate[T]]) -> dict[str, str]:
    return {name: fate.mark for name, fate in fates.items() if fate.mark}
