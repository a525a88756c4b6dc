"""Fill-ins: a clause told whole, with a gap where one of its mentions stood."""

from quizgame.generate.clauses import Clause

__all__ = ["BLANK", "blanked"]

BLANK = "_____"
"""The gap, as a stem shows it."""


def blanked(clause: Clause, code: str, *, when: str = "") -> str:
    """A clause as a sentence of its own with one mention left out, such as "In 2019, <O0> grounded _____ aircraft.".

    Args:
        clause: What is stated, in marked text.
        code: The code of the mention to leave out, such as ``<N1>``.
        when: A time that the clause does not tell itself, such as ``in May 2024``; it opens the sentence.

    Returns:
        The sentence, still marked; empty where the mention does not stand in the clause exactly once.
    """
    opening = ", ".join(part for part in (when, clause.intro) if part)
    told = " ".join(part for part in (clause.subject, clause.helper, clause.verb, clause.rest) if part)
    subject = _lowered(told) if opening else told
    sentence = f"{opening}, {subject}" if opening else subject
    if sentence.count(code) != 1:
        return ""
    gapped = sentence.replace(code, BLANK)
    return f"{gapped[0].upper()}{gapped[1:]}."


def _lowered(text: str) -> str:
    """A sentence's first word in lower case; names stand as codes, which have no case, and abbreviations stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
