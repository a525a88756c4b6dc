"""How sure a question is to be a good one: how often its kind of statement was, times how certain this one is."""

from quizgame.generate.facts import Fact

__all__ = ["SURE", "sureness"]

_RATES: dict[str, float] = {
    "age": 0.9,
    "among": 0.9,
    "as_is": 0.93,
    "asked_object": 0.85,
    "blank": 0.82,
    "called": 0.9,
    "did": 0.85,
    "did_role": 0.85,
    "fronted": 0.9,
    "holds": 0.92,
    "holds_that": 0.9,
    "in_place": 0.82,
    "joint": 0.87,
    "medals": 0.92,
    "occupation": 0.9,
    "office": 0.9,
    "role_of": 0.94,
    "said": 0.93,
    "score": 0.9,
    "which_did": 0.85,
}
"""Of the questions of a relation, the share that was judged good."""
_RATE = 0.85
"""The same for relations that nobody judged yet."""
_USUAL = 0.85
"""The certainty that most facts have: it changes nothing."""
SURE = 0.9
"""The least sureness of what `--sure` keeps."""


def sureness(fact: Fact) -> float:
    """How likely the question of a fact is to be a good one, from 0 to 1."""
    return min(1.0, _RATES.get(fact.relation, _RATE) * fact.confidence / _USUAL)
