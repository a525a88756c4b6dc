"""How money, shares, quantities with a unit and lengths of time are asked for."""

import re

from quizgame.generate.clause import Clause
from quizgame.generate.figurefacts import inverted
from quizgame.generate.figures import Figure

__all__ = ["KINDS", "amount_worded", "parted_of"]

KINDS = {"M": "money", "A": "share", "K": "measure", "H": "measure", "W": "measure"}
"""The kinds of question by the letters of marks."""
_PAID = frozenset("pay cost raise spend donate invest earn owe lose fine receive charge win allocate pledge".split())
_TAKEN = frozenset("take last spend serve".split())
_CHANGED = frozenset("increase rise grow fall drop decline decrease shrink jump climb surge reduce cut raise".split())
_QUAKE = re.compile(r"^[Aa]n? (?:[a-z]+ )?(?:magnitude[- ]<K>|<K>[- ]?-?magnitude) (?:earthquake|quake|tremor)$")
_OF = re.compile(r"^of (?:(?!(?:in|on|at|by|to|for|from|with|during|since|after|before|as|that|who|which)\b)[^ ,]+ ?)+")
_SIZES = {"long": "long", "tall": "tall", "high": "high", "wide": "wide", "deep": "deep", "thick": "thick"}

_Worded = tuple[str, dict[str, str]]
_FILL_IN: _Worded = ("", {})


def amount_worded(clause: Clause, where: str, figure: Figure) -> _Worded:
    """The relation and the words that it needs; nothing where only a fill-in will do.

    Args:
        clause: The statement.
        where: The part of the clause that has the figure: ``subject``, ``rest`` or ``intro``.
        figure: What is asked for.
    """
    text = getattr(clause, where)
    before, after = text[: figure.start].rstrip(), text[figure.end :].strip()
    worders = {"A": _share, "M": _money, "H": _time, "K": _measure}
    worder = worders.get(figure.mark.letter)
    return worder(clause, where, before, after) if worder else _FILL_IN


def parted_of(after: str) -> tuple[str, str]:
    """What follows a figure as the phrase with "of" that says of what it is a part, and what follows that."""
    found = _OF.match(after)
    return (found.group().strip(), after[found.end() :].strip()) if found else ("", after)


def _share(clause: Clause, where: str, before: str, after: str) -> _Worded:
    """As in "What percentage of the vote did <P0> win?" and "By what percentage did prices rise?"."""
    if not after.startswith("of "):
        if where == "rest" and before == "by" and clause.lemma in _CHANGED:
            told = inverted(clause, clause.subject, after, clause.intro)
            return ("by_what_percentage", {"told": told}) if told else _FILL_IN
        return _FILL_IN
    if where == "subject" and not before:
        return "what_percentage_did", {"told": f"{after} {clause.predicate}"}
    if where == "rest" and not before and clause.lemma != "be":
        of, rest = parted_of(after)
        told = inverted(clause, clause.subject, rest, clause.intro)
        return ("what_percentage_object", {"of": of, "told": told}) if told else _FILL_IN
    return _FILL_IN


def _money(clause: Clause, where: str, before: str, after: str) -> _Worded:
    """As in "How much did <O0> pay for <O1>?"."""
    if where != "rest" or before or clause.lemma not in _PAID or after.startswith(("in ", "of ", "and ", "or ")):
        return _FILL_IN
    told = inverted(clause, clause.subject, after, clause.intro)
    return ("how_much", {"told": told}) if told else _FILL_IN


def _time(clause: Clause, where: str, before: str, after: str) -> _Worded:
    """As in "For how long did <P0> serve as <...>?"."""
    if where != "rest":
        return _FILL_IN
    head, _, prep = before.rpartition("for")
    if before.endswith("for") and not prep:
        told = inverted(clause, clause.subject, head.strip(), after, clause.intro)
        return ("for_how_long", {"told": told}) if told else _FILL_IN
    if not before and clause.lemma in _TAKEN and (after or clause.lemma == "last"):
        told = inverted(clause, clause.subject, after, clause.intro)
        return ("how_long", {"told": told}) if told else _FILL_IN
    return _FILL_IN


def _measure(clause: Clause, where: str, before: str, after: str) -> _Worded:
    """As in "How tall is <V0>?" and "What was the magnitude of the earthquake that struck <L0>?"."""
    if where == "subject" and _QUAKE.match(f"{before} <K> {after}"):
        return "what_magnitude", {"told": clause.predicate}
    if where != "rest" or before:
        return _FILL_IN
    size, _, rest = after.partition(" ")
    if clause.lemma == "be" and not clause.verb and size in _SIZES:
        return "how_big", {"size": size, "told": " ".join(f"{clause.helper} {clause.subject} {rest}".split())}
    if clause.lemma == "weigh" and not after:
        told = inverted(clause, clause.subject, clause.intro)
        return ("how_much", {"told": told}) if told else _FILL_IN
    return _FILL_IN
