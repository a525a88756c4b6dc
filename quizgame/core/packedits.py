"""Changing a pack: every wish gives another pack."""

from collections.abc import Sequence

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.pack import Pack, Question, question_id
from quizgame.core.text import clip, one_line

__all__ = ["BLANK", "CHANGED", "OpenPack", "about", "deleted", "inserted", "moved", "place_of", "put"]

CHANGED = "changed-file"
"""The name of what is wrong where another program has written into a pack's file meanwhile."""
BLANK = Question(stem="", answer="", distractors=())
"""A question that is still to be written."""


class OpenPack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack and the file that it stands in, at one moment."""

    pack: Pack
    file: str
    """Where it is, as the user would name it."""
    path: str
    """The same for storage."""
    data: bytes
    """What the file holds, byte by byte."""


def place_of(pack: Pack, id: str) -> int | None:
    """Where the question of an id stands, counted from 0; None where there is none."""
    return next((place for place, question in enumerate(pack.questions) if question.id == id), None)


def put(pack: Pack, place: int, question: Question) -> Pack:
    """Another question in the place of one; the id stays, and with it what is known of the player's answers."""
    same = msgspec.structs.replace(question, id=pack.questions[place].id)
    return _with(pack, (*pack.questions[:place], same, *pack.questions[place + 1 :]))


def inserted(pack: Pack, place: int, question: Question) -> Pack:
    """One more question, with an id of its own.

    Raises:
        DataError: The same question stands there already.
    """
    name = question.id or question_id(question.stem, question.answer)
    taken = {one.id for one in pack.questions}
    if question_id(question.stem, question.answer) in {question_id(one.stem, one.answer) for one in pack.questions}:
        raise DataError(Problem(key="stem", what="this question stands in the pack already"))
    names = (name, *(f"{name[:58]}-{number}" for number in range(2, len(taken) + 3)))
    new = msgspec.structs.replace(question, id=next(one for one in names if one not in taken))
    return _with(pack, (*pack.questions[:place], new, *pack.questions[place:]))


def deleted(pack: Pack, place: int) -> Pack:
    """A question less.

    Raises:
        DataError: It is the only one.
    """
    if len(pack.questions) == 1:
        raise DataError(Problem(key="questions", what="a pack has at least one question", hint="remove the pack"))
    return _with(pack, (*pack.questions[:place], *pack.questions[place + 1 :]))


def moved(pack: Pack, place: int, to: int) -> Pack:
    """A question at another place; one before the first is the first, and so on."""
    rest = [*pack.questions[:place], *pack.questions[place + 1 :]]
    rest.insert(max(0, min(to, len(rest))), pack.questions[place])
    return _with(pack, rest)


def about(pack: Pack, *, title: str, description: str, author: str, license: str, tags: str) -> Pack:
    """Other words about a pack; its id stays.

    Args:
        pack: The pack.
        title: Its title.
        description: What it is about.
        author: Who wrote it.
        license: Under which terms it may be passed on.
        tags: Its topics, with commas between them.

    Raises:
        DataError: There is no title.
    """
    told = clip(one_line(title))
    if not told:
        raise DataError(Problem(key="title", what="a pack needs a title"))
    return msgspec.structs.replace(
        pack,
        title=told,
        description=clip(description.strip()),
        author=clip(one_line(author)),
        license=clip(one_line(license)),
        tags=tuple(dict.fromkeys(clip(tag) for part in tags.split(",") if (tag := one_line(part)))),
    )


def _with(pack: Pack, questions: Sequence[Question]) -> Pack:
    return msgspec.structs.replace(pack, questions=tuple(questions))
