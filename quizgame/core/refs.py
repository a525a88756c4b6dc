"""How a question is named over all packs: the id of its pack, a slash, and its own."""

from collections.abc import Iterable

from quizgame.core.pack import Pack

__all__ = ["pack_of", "ref_of", "stems_of"]


def ref_of(pack: str, question: str) -> str:
    """What identifies a question over all packs.

    Args:
        pack: The pack's id.
        question: The question's id.
    """
    return f"{pack}/{question}"


def pack_of(ref: str) -> str:
    """The id of the pack that a question is in."""
    return ref.partition("/")[0]


def stems_of(packs: Iterable[Pack]) -> dict[str, str]:
    """What the questions of packs ask, by their refs."""
    return {ref_of(pack.id, question.id): question.stem for pack in packs for question in pack.questions}
