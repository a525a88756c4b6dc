"""A pack before it is saved: what the generator made, and what the player keeps, drops and edits of it."""

import msgspec

from quizgame.core.errors import DataError, Problem
from quizgame.core.generation import Generated, Report
from quizgame.core.pack import Pack, Question
from quizgame.core.text import clip, one_line, slug
from quizgame.core.tracing import traced
from quizgame.core.wording import counted

__all__ = ["Draft", "Item", "draft_of", "edit", "finish", "funnel_line", "rename", "tick_all", "toggle", "why_nothing"]

_REASONS_TOLD = 3


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One question of a draft."""

    made: Question
    """As it was generated."""
    question: Question
    """As it stands now."""
    is_kept: bool = True
    is_spare: bool = False
    """Whether it is less sure than the others, so that it is kept only where the player wishes it."""

    @property
    def is_edited(self) -> bool:
        """Whether the player changed it."""
        return self.question != self.made


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A generated pack and the player's wishes about it. Every wish gives another draft."""

    pack: Pack
    """As it was generated."""
    report: Report
    title: str
    """As it was typed."""
    items: tuple[Item, ...]

    @property
    def kept(self) -> tuple[Question, ...]:
        """The questions that go into the pack."""
        return tuple(item.question for item in self.items if item.is_kept)

    @property
    def is_changed(self) -> bool:
        """Whether there is anything of the player's in it that could be lost."""
        return self.title != self.pack.title or any(
            item.is_edited or item.is_kept == item.is_spare for item in self.items
        )

    @property
    def spares(self) -> int:
        """How many of the questions are less sure than the others."""
        return sum(item.is_spare for item in self.items)


def draft_of(made: Generated) -> Draft:
    """What the generator made, with every question kept, and behind them those that are less sure, to choose from.

    Raises:
        ValueError: Nothing was made.
    """
    pack = made.pack or (made.spare and traced(msgspec.structs.replace(made.spare, questions=())))
    if pack is None:
        raise ValueError("no pack was made")
    items = [Item(made=question, question=question) for question in (made.pack.questions if made.pack else ())]
    spares = made.spare.questions if made.spare else ()
    items += (Item(made=question, question=question, is_kept=False, is_spare=True) for question in spares)
    return Draft(pack=pack, report=made.report, title=pack.title, items=tuple(items))


def toggle(draft: Draft, place: int) -> Draft:
    """Drop a question, or keep it again."""
    return _with_item(draft, place, is_kept=not draft.items[place].is_kept)


def tick_all(draft: Draft) -> Draft:
    """Keep all questions, but for those that are less sure; drop all where these are kept."""
    is_mixed = 0 < draft.spares < len(draft.items)
    meant = [item for item in draft.items if not (is_mixed and item.is_spare)]
    is_kept = not all(item.is_kept for item in meant)
    items = (msgspec.structs.replace(item, is_kept=is_kept) if item in meant else item for item in draft.items)
    return msgspec.structs.replace(draft, items=tuple(items))


def edit(draft: Draft, place: int, question: Question) -> Draft:
    """Put other words in a question's place. Who edits a question wants it, so it is kept; its id stays."""
    same = msgspec.structs.replace(question, id=draft.items[place].made.id)
    return _with_item(draft, place, question=same, is_kept=True)


def rename(draft: Draft, title: str) -> Draft:
    """Give the pack another title."""
    return msgspec.structs.replace(draft, title=title)


def finish(draft: Draft) -> Pack:
    """The pack to save; where it was renamed, its id follows the title.

    Raises:
        DataError: It has no title, or no question is kept.
    """
    title = clip(one_line(draft.title))
    if not title:
        raise DataError(Problem(key="title", what="a pack needs a title"))
    if not draft.kept:
        raise DataError(Problem(key="questions", what="no question is kept", hint="tick at least one"))
    pack = draft.pack
    own = pack.id if title == pack.title else slug(title) or pack.id
    return msgspec.structs.replace(pack, id=own, title=title, questions=draft.kept)


def _with_item(draft: Draft, place: int, **changes: object) -> Draft:
    changed = msgspec.structs.replace(draft.items[place], **changes)
    items = (*draft.items[:place], changed, *draft.items[place + 1 :])
    return msgspec.structs.replace(draft, items=items)


def funnel_line(report: Report) -> str:
    """What became of the facts, in one line: ``34 facts found, 12 asked; left out: 9 told before``."""
    told = f"{counted(report.found, 'fact')} found, {report.asked:,} asked"
    reasons = report.reasons
    if not reasons:
        return told
    named = [f"{count:,} {reason}" for reason, count in reasons[:_REASONS_TOLD]]
    if len(reasons) > _REASONS_TOLD:
        named.append(f"and {counted(len(reasons) - _REASONS_TOLD, 'more reason')}")
    return f"{told}; left out: {', '.join(named)}"


def why_nothing(report: Report) -> Problem:
    """Why nothing could be asked, and what to do about it."""
    if not report.sentences:
        return Problem(what="the text has no full sentences", hint="an article of a few paragraphs works best")
    if not report.found:
        what = "no sentence states a fact of a kind that can be asked"
        return Problem(what=what, hint="articles with names, numbers, places and dates work best")
    return Problem(what=funnel_line(report), hint="a longer article, or several at once, give more to ask")
