"""From the questions of a foreign file to a pack, and to more questions for a pack that is there."""

from collections.abc import Iterable
from datetime import date

import msgspec

from quizgame.core.exchange import FormatName, Found, Imported, Skipped
from quizgame.core.pack import AnyText, Pack, Question, Source, question_id
from quizgame.core.text import clip, one_line, slug

__all__ = ["Origin", "credited", "grown", "imported", "is_akin"]

_TOLD = 60
_SOURCE = "origin"


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a foreign file, by itself or by who imports it."""

    title: AnyText = ""
    author: AnyText = ""
    license: AnyText = ""
    source: AnyText = ""
    """The name of the work or the site that the questions come from."""
    url: AnyText = ""
    retrieved: date | None = None
    """When it was fetched, where it was."""
    tags: tuple[AnyText, ...] = ()

    @property
    def told(self) -> Source | None:
        """It as the source of questions; None where neither its name nor its address is known."""
        if not (self.source or self.url):
            return None
        return Source(
            id=_SOURCE,
            title=clip(one_line(self.source)),
            publisher=clip(one_line(self.author)),
            url=clip(one_line(self.url)),
            retrieved=self.retrieved,
        )


def imported(items: Iterable[Found | Skipped], origin: Origin, *, format: FormatName, id: str = "") -> Imported:
    """The pack of a file's questions, and what was skipped of it.

    A question that stands in the file twice, in the same words, is taken once.

    Args:
        items: What a reader found.
        origin: What is known of the file.
        format: The file's format.
        id: The pack's id; empty to make one of its title.
    """
    questions: dict[str, Question] = {}
    firsts: dict[str, int] = {}
    skipped: list[Skipped] = []
    source = origin.told
    for item in items:
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        question = _named(item.question, source)
        words = _words(question)
        if words in firsts:
            skipped.append(_again(item, f"it is the question of line {firsts[words]} again"))
        elif question.id in questions:
            skipped.append(_again(item, f"another question has its id {question.id!r}"))
        else:
            questions[question.id] = question
            firsts[words] = item.line
    pack = _pack(tuple(questions.values()), origin, source, id) if questions else None
    return Imported(format=format, pack=pack, skipped=tuple(skipped))


def _again(item: Found, reason: str) -> Skipped:
    return Skipped(line=item.line, reason=reason, what=clip(one_line(item.question.stem), _TOLD))


def _named(question: Question, source: Source | None) -> Question:
    """A question with an id that follows from its words, where the file tells none, and its source."""
    return msgspec.structs.replace(
        question,
        id=question.id or question_id(question.stem, question.answer),
        source=source.id if source else "",
    )


def _words(question: Question) -> str:
    return question_id(question.stem, question.answer)


def _pack(questions: tuple[Question, ...], origin: Origin, source: Source | None, id: str) -> Pack:
    title = clip(one_line(origin.title)) or "Imported questions"
    return Pack(
        id=id or slug(title) or "imported",
        title=title,
        author=clip(one_line(origin.author)),
        license=clip(one_line(origin.license)),
        tags=_tags(origin.tags),
        sources=(source,) if source else (),
        questions=questions,
    )


def credited(pack: Pack, origin: Origin, *, id: str = "") -> Pack:
    """An imported pack with what somebody knows better of it; what is empty there stays as it is.

    Args:
        pack: The pack.
        origin: What is known; its tags come to those of the pack.
        id: Another id; empty to keep it, or to make one of the title where that is another.
    """
    title = clip(one_line(origin.title)) or pack.title
    told = _merged(pack.sources[0] if pack.sources else None, origin)
    sources = (told, *pack.sources[1:]) if told else pack.sources
    name = told.id if told and not pack.sources else ""
    questions = (msgspec.structs.replace(one, source=name or one.source) for one in pack.questions)
    return msgspec.structs.replace(
        pack,
        id=id or (pack.id if title == pack.title else slug(title) or pack.id),
        title=title,
        author=clip(one_line(origin.author)) or pack.author,
        license=clip(one_line(origin.license)) or pack.license,
        tags=_tags((*pack.tags, *origin.tags)),
        sources=sources,
        questions=tuple(questions),
    )


def _tags(tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told for tag in tags if (told := clip(one_line(tag)))))


def _merged(source: Source | None, origin: Origin) -> Source | None:
    """A source with what is known better; None where nothing is known at all."""
    new = origin.told
    if source is None or new is None:
        return source or new
    return msgspec.structs.replace(
        source,
        title=new.title or source.title,
        publisher=new.publisher or source.publisher,
        url=new.url or source.url,
        retrieved=new.retrieved or source.retrieved,
    )


def is_akin(there: Pack, new: Pack) -> bool:
    """Whether an import has a question in common with a pack, so that it is the same quiz, perhaps with more in it."""
    known = {name for question in there.questions for name in (question.id, _words(question))}
    return any(one.id in known or _words(one) in known for one in new.questions)


def grown(there: Pack, new: Pack) -> tuple[Pack, int]:
    """A pack with the questions of another that it has not yet, and how many those are.

    Its author and its licence are those of the other where it tells none. A question is known by its id, and by its
    stem and answer, so that what was edited or moved comes no second time.

    Args:
        there: The pack; all that stands in it stays.
        new: What is imported now.
    """
    known = {name for question in there.questions for name in (question.id, _words(question))}
    added = tuple(one for one in new.questions if one.id not in known and _words(one) not in known)
    terms = {name: getattr(there, name) or getattr(new, name) for name in ("author", "license")}
    there = msgspec.structs.replace(there, **terms)
    if not added:
        return there, 0
    sources = {source.id: source for source in there.sources}
    renamed: dict[str, str] = {}
    for source in new.sources:
        name = _free(source, sources)
        renamed[source.id] = name
        sources[name] = msgspec.structs.replace(source, id=name)
    told = (msgspec.structs.replace(one, source=renamed.get(one.source, one.source)) for one in added)
    questions = (*there.questions, *told)
    return msgspec.structs.replace(there, sources=tuple(sources.values()), questions=questions), len(added)


def _free(source: Source, taken: dict[str, Source]) -> str:
    """The id that a source has among others: its own, or one with a number where another work has that."""
    names = (source.id, *(f"{source.id}-{number}" for number in range(2, len(taken) + 3)))
    return next(
        name
        for name in names
        if name not in taken or _is_same(msgspec.structs.replace(taken[name], id=source.id), source)
    )


def _is_same(one: Source, other: Source) -> bool:
    """Whether two sources are one work, whenever it was fetched."""
    return msgspec.structs.replace(one, retrieved=None) == msgspec.structs.replace(other, retrieved=None)
