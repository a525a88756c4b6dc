"""The names of the flaws that questions and packs are known to have, how grave each is, and why it matters."""

from quizgame.core.errors import Severity
from quizgame.core.pack_checks import PACK_FLAWS

__all__ = ["FLAWS"]

FLAWS: dict[str, tuple[Severity, str]] = {
    "empty-text": ("error", "a player must be able to read the stem and every option"),
    "same-options": ("error", "two options that say the same cannot be told apart"),
    "overlapping-ranges": ("error", "a number in two ranges makes two options right"),
    "key-in-stem": ("error", "a word that only the stem and the right option share gives the answer away"),
    "broken-text": ("error", "left-over markup or wrongly decoded letters hide what was meant"),
    "unsafe-text": ("error", "control and direction characters can change what a terminal shows"),
    "points-back": ("error", "a question must be clear to someone who has not read the article"),
    "relative-time": ("error", "“today” and “last week” change their meaning as time goes by"),
    "all-or-none": ("warning", "“all of the above” and its like can be guessed without knowing"),
    "negative-stem": ("warning", "“not” and “except” are easily overread"),
    "absolute-terms": ("warning", "“always” and “never” mark wrong options, vague terms mean what one likes"),
    "longest-option": ("warning", "players know that the longest option tends to be right"),
    "mixed-options": ("warning", "an option of another kind, unit or case stands out"),
    "article-clue": ("warning", "“a” or “an” before the blank tells which options fit"),
    "convergence": ("warning", "an option that shares most words with the others is guessed to be right"),
    "far-number": ("warning", "a number far from the right one is no temptation"),
    "long-stem": ("warning", "a stem over 130 characters takes long to read"),
    "long-option": ("warning", "an option over 75 characters takes long to read"),
    "no-question": ("warning", "a stem should be a question, or show its blank"),
    **PACK_FLAWS,
}
"""Every flaw's severity, and why it matters."""
