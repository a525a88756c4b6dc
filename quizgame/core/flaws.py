"""The flaws that questions and packs are known to have: how grave each is, why it matters, and how to mend it."""

from typing import NamedTuple

from quizgame.core.errors import Severity

__all__ = ["FLAWS", "Flaw"]


class Flaw(NamedTuple):
    """One way in which a question or a pack can be bad."""

    severity: Severity
    why: str
    """Why it matters."""
    mend: str
    """How to mend it."""


FLAWS: dict[str, Flaw] = {
    "empty-text": Flaw("error", "a player must be able to read the stem and every option", "write what is missing"),
    "same-options": Flaw(
        "error", "two options that say the same cannot be told apart", "put another wrong answer in place of one"
    ),
    "overlapping-ranges": Flaw("error", "a number in two ranges makes two options right", "let the ranges only touch"),
    "key-in-stem": Flaw(
        "error",
        "a word that only the stem and the right option share gives the answer away",
        "say it otherwise in the stem, or let a wrong answer have the word too",
    ),
    "broken-text": Flaw(
        "error",
        "left-over markup or wrongly decoded letters hide what was meant",
        "write the sign itself, such as é for &eacute;, and save the file as UTF-8",
    ),
    "unsafe-text": Flaw(
        "error", "control and direction characters can change what a terminal shows", "delete the character"
    ),
    "points-back": Flaw(
        "error",
        "a question must be clear to someone who has not read the article",
        "write the name of what is meant",
    ),
    "relative-time": Flaw(
        "error", "“today” and “last week” change their meaning as time goes by", "write the date or the year"
    ),
    "all-or-none": Flaw(
        "warning", "“all of the above” and its like can be guessed without knowing", "write a wrong answer of its own"
    ),
    "negative-stem": Flaw("warning", "“not” and “except” are easily overread", "ask for what is true"),
    "absolute-terms": Flaw(
        "warning", "“always” and “never” mark wrong options, vague terms mean what one likes", "say how often, or when"
    ),
    "longest-option": Flaw(
        "warning",
        "players know that the longest option tends to be right",
        "shorten the answer, or write longer wrong ones",
    ),
    "mixed-options": Flaw(
        "warning", "an option of another kind, unit or case stands out", "write all options in the same way"
    ),
    "article-clue": Flaw(
        "warning", "“a” or “an” before the blank tells which options fit", "write “a or an”, or put it into the options"
    ),
    "convergence": Flaw(
        "warning",
        "an option that shares most words with the others is guessed to be right",
        "let the wrong answers share words among themselves too",
    ),
    "far-number": Flaw(
        "warning", "a number far from the right one is no temptation", "take numbers from half to twice the right one"
    ),
    "long-stem": Flaw(
        "warning", "a stem over 130 characters takes long to read", "leave out what is not needed to answer"
    ),
    "long-option": Flaw("warning", "an option over 75 characters takes long to read", "shorten it"),
    "no-question": Flaw(
        "warning", "a stem should be a question, or show its blank", "end it with a question mark, or show ____"
    ),
    "answers-another": Flaw(
        "warning", "who has seen one question knows the answer of the other", "reword one of the two, or delete it"
    ),
    "near-duplicate": Flaw("warning", "one fact is asked twice", "delete one of the two, or merge them"),
    "contradiction": Flaw(
        "warning", "what is right here is wrong there, so one of the two misleads", "delete the one that is wrong"
    ),
    "unbalanced-keys": Flaw(
        "warning",
        "a habit of the right answers can be learned instead of the facts",
        "ask about something else in some of them",
    ),
}
"""Every flaw by its name."""
