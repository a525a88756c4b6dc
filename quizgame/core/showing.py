"""A question as it is shown in one game: which of its options, in which order."""

import re

import msgspec

from quizgame.core.chance import draw_order
from quizgame.core.numbers import sort_options
from quizgame.core.pack import Pack, Question, credit
from quizgame.core.refs import ref_of

__all__ = ["OPTIONS_SHOWN", "Showing", "show", "show_again"]

OPTIONS_SHOWN = 4
"""How many options a question is shown with at the most."""

_SPEAKS_OF_OTHERS = re.compile(
    r"(all|both|none|neither)( (of )?(the |these|those|them)?( ?(above|below|options|answers|others))?)?"
    r"|(any|either|some|two) of (the |these|those|them)( ?(above|below|options|answers|others))?"
    r"|[a-f] (and|or|&) [a-f]",
    re.IGNORECASE,
)


class Showing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One question of one game, complete in itself, so that a game outlives a change of its pack."""

    pack: str
    pack_title: str
    question: Question
    options: tuple[str, ...]
    """What the player chooses from, in the order shown; the answer is among them once."""
    credit: str = ""
    """How the source of the evidence is named."""

    @property
    def key(self) -> int:
        """The place of the right option, counted from 0."""
        return self.options.index(self.question.answer)

    @property
    def ref(self) -> str:
        """What identifies the question over all packs."""
        return ref_of(self.pack, self.question.id)


def show(pack: Pack, question: Question, *, seed: int) -> Showing:
    """Choose a question's options and put them in order.

    Of more distractors than can be shown the seed picks some. Options that are all numbers or all dates stand in
    order; the others are shuffled, but an option that speaks of the others ("all of these") stands last.

    Args:
        pack: The pack that holds the question.
        question: What to show.
        seed: The game's seed.
    """
    source = pack.source_of(question)
    return Showing(
        pack=pack.id,
        pack_title=pack.title,
        question=question,
        options=_options(pack.id, question, seed),
        credit=credit(source) if source else "",
    )


def show_again(showing: Showing, *, seed: int) -> Showing:
    """Show a question of an earlier game, with its options chosen and ordered anew."""
    return msgspec.structs.replace(showing, options=_options(showing.pack, showing.question, seed))


def _options(pack: str, question: Question, seed: int) -> tuple[str, ...]:
    ref = ref_of(pack, question.id)
    distractors = draw_order(question.distractors, seed=seed, purpose="distractors", name=lambda d: f"{ref}:{d}")
    shown = (question.answer, *distractors[: OPTIONS_SHOWN - 1])
    shuffled = draw_order(shown, seed=seed, purpose="options", name=lambda option: f"{ref}:{option}")
    return sort_options(shown) or tuple(sorted(shuffled, key=_speaks_of_others))


def _speaks_of_others(option: str) -> bool:
    return _SPEAKS_OF_OTHERS.fullmatch(option.strip(" .")) is not None
