"""Fill-ins: a clause told whole, with a gap where one of its mentions stood."""

import re
from collections.abc import Iterable

from quizgame.generate.clause import Clause
from quizgame.generate.language.tokens import Token

__all__ = ["BLANK", "blanked", "closed", "inner"]

BLANK = "_____"
"""The gap, as a stem shows it."""


_PLACED = re.compile(r", (?:the )?<[CL]\d+>$")
_TITLED = re.compile(r"(?:[A-Z][a-z]+ )+<P")


def blanked(clause: Clause, code: str, *, when: str = "", tokens: Iterable[Token] = ()) -> str:
    """A clause as a sentence of its own with one mention left out, such as "In 2019, <O0> grounded _____ aircraft.".

    Args:
        clause: What is stated, in marked text.
        code: The code of the mention to leave out, such as ``<N1>``.
        when: A time that the clause does not tell itself, such as ``in May 2024``; it opens the sentence.
        tokens: The words of the sentence that the clause is cut out of, which tell names that have no code.

    Returns:
        The sentence, still marked; empty where the mention does not stand in the clause exactly once.
    """
    opening = ", ".join(part for part in (when, clause.intro) if part)
    told = " ".join(part for part in (clause.subject, clause.helper, clause.verb, clause.rest) if part)
    subject = inner(told, tokens) if opening else told
    sentence = f"{opening}, {subject}" if opening else subject
    if sentence.count(code) != 1:
        return ""
    gapped = sentence.replace(code, BLANK)
    return f"{gapped[0].upper()}{gapped[1:]}."


def inner(text: str, tokens: Iterable[Token] = ()) -> str:
    """What began a sentence as it stands within one: a name, a title or initials keep their capital."""
    first = text.split(" ", maxsplit=1)[0]
    is_name = any(token.text == first and token.tag in {"NNP", "NNPS"} for token in tokens)
    if is_name or first[:1] == "<" or text[1:2].isupper() or _TITLED.match(text):
        return text
    return text[:1].lower() + text[1:]


def closed(text: str, when: str) -> str:
    """Marked text with a comma behind the country of a town, where a time follows."""
    return f"{text}," if when and _PLACED.search(text) else text
