"""Questions that the player has flagged as bad: they are asked no more."""

from datetime import datetime
from typing import Literal, get_args

import msgspec

from quizgame.core.errors import Problem
from quizgame.core.text import clip

__all__ = ["REASONS", "Flag", "Flags", "Reason", "flagged", "unflagged"]

Reason = Literal["wrong", "ambiguous", "several right", "outdated", "typo"]

REASONS: tuple[Reason, ...] = get_args(Reason)

_STEM_LENGTH = 200


class Flag(msgspec.Struct, frozen=True, kw_only=True):
    """One question that was flagged."""

    question: str
    """Its ref: the pack, a slash, and the question."""
    reason: Reason
    flagged: datetime
    """When, with the offset from UTC."""
    stem: str = ""
    """What it asks, for whoever reads the file."""


class Flags(msgspec.Struct, frozen=True, kw_only=True):
    """All flags of a player, in the order they were set, and what is wrong with their file."""

    flags: tuple[Flag, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def refs(self) -> frozenset[str]:
        """The refs of the questions that are flagged."""
        return frozenset(flag.question for flag in self.flags)


def flagged(flags: tuple[Flag, ...], ref: str, reason: Reason, *, when: datetime, stem: str = "") -> tuple[Flag, ...]:
    """The flags with one more; a question that is flagged already gets the new reason."""
    flag = Flag(question=ref, reason=reason, flagged=when, stem=clip(stem, _STEM_LENGTH))
    return (*unflagged(flags, ref), flag)


def unflagged(flags: tuple[Flag, ...], ref: str) -> tuple[Flag, ...]:
    """The flags without that of one question."""
    return tuple(flag for flag in flags if flag.question != ref)
