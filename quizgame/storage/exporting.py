"""A pack in the format of another program, with all that gets lost on the way."""

from collections.abc import Iterator, Sequence

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.exchange import Exported, Field, FormatName, LeftOut
from quizgame.core.pack import Pack, Question
from quizgame.core.text import clip, one_line
from quizgame.core.wording import counted
from quizgame.storage.formats.items import Format
from quizgame.storage.formats.registry import format_of
from quizgame.storage.packfile import dump_pack

__all__ = ["export", "is_workbook"]

_TOLD = ", which stands in the feedback instead"
_SHOWN = 60
_NAMES: dict[Field, str] = {
    "id": "the id",
    "kind": "the kind",
    "difficulty": "the difficulty",
    "source": "the source",
    "evidence": "the evidence",
    "explanation": "the explanation",
    "tags": "the tags",
    "lines": "the line breaks",
}


def export(pack: Pack, name: FormatName, *, as_workbook: bool = False) -> Exported:
    """Put a pack into a format.

    Args:
        pack: The pack.
        name: The format.
        as_workbook: Whether a sheet is to be a workbook (.xlsx) rather than separated values.

    Raises:
        DataError: The format can hold none of its questions, or it is no sheet that could be a workbook.
    """
    if name == "quizgame":
        return Exported(data=dump_pack(pack).encode(), questions=len(pack.questions))
    form = format_of(name)
    left_out = tuple(
        LeftOut(question=question.id, what=clip(one_line(question.stem), _SHOWN), reason=why)
        for question in pack.questions
        if (why := form.why_not(question))
    )
    gone = {one.question for one in left_out}
    fitting = [question for question in pack.questions if question.id not in gone]
    if not fitting:
        what = f"{form.title} can hold none of its questions: {left_out[0].reason}"
        raise DataError(Problem(file=pack.id, what=what))
    held = msgspec.structs.replace(pack, questions=tuple(_cut(question, form) for question in fitting))
    return Exported(
        data=_workbook(held, form) if as_workbook else form.write(held).encode(),
        questions=len(fitting),
        left_out=left_out,
        lost=(*_lost(fitting, form), *_lost_head(pack)),
    )


def is_workbook(ending: str) -> bool:
    """Whether a file's ending, with its dot, is that of a workbook."""
    return ending.lower() == ".xlsx"


def _workbook(pack: Pack, format: Format) -> bytes:
    if format.rows is None:
        raise DataError(Problem(what=f"{format.title} is no sheet, so it cannot be a workbook"))
    from quizgame.storage.formats.workbook import workbook_of  # noqa: PLC0415 - its library is slow to load

    return workbook_of(format.rows(pack))


def _cut(question: Question, format: Format) -> Question:
    return msgspec.structs.replace(question, distractors=question.distractors[: format.most_distractors])


def _lost(questions: Sequence[Question], format: Format) -> Iterator[str]:
    """What the format has no room for, as far as there is any."""
    for field, name in _NAMES.items():
        count = sum(_has(question, field) for question in questions)
        if field not in format.holds and count:
            is_told = field == "evidence" and "explanation" in format.holds
            yield f"{name} of {counted(count, 'question')}{_TOLD if is_told else ''}"
    cut = sum(len(question.distractors) > format.most_distractors for question in questions)
    if cut:
        yield f"more than {format.most_distractors} wrong answers of {counted(cut, 'question')}"


def _lost_head(pack: Pack) -> Iterator[str]:
    """What a pack says of itself, for which no other program has room."""
    told = {"author": pack.author, "licence": pack.license, "description": pack.description, "topics": pack.tags}
    names = [name for name, value in told.items() if value]
    if names:
        yield f"what the pack says of itself: {', '.join(names)}"


def _has(question: Question, field: Field) -> bool:
    if field == "lines":
        return "\n" in question.stem
    if field == "id":
        return not question.id.startswith("q-")  # such an id follows from the words, and is made again
    return getattr(question, field) not in {"", (), 3}
