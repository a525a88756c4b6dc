"""How sure a question is to be a good one: how often its kind of statement was, times how certain this one is."""

from quizgame.generate.facts import Fact

__all__ = ["LEAST", "SPARE", "SURE", "sureness"]

_RATES: dict[str, float] = {
    "age": 0.95,
    "age_at_death": 0.95,
    "among": 0.8,
    "as_is": 0.8,
    "asked_object": 0.55,
    "blank": 0.42,
    "called": 0.5,
    "did": 0.45,
    "did_role": 0.5,
    "fronted": 0.8,
    "gap": 0.75,
    "holds": 0.62,
    "holds_that": 0.4,
    "how_many_did": 0.66,
    "how_many_harmed": 0.6,
    "how_many_in_place": 0.66,
    "how_many_object": 0.66,
    "in_place": 0.55,
    "joint": 0.8,
    "medals": 0.92,
    "named_as": 0.6,
    "office": 0.4,
    "origin": 0.56,
    "role_of": 0.6,
    "said": 0.61,
    "score": 0.8,
    "verdict": 0.5,
    "which_did": 0.5,
}
"""How many of the questions of a relation are strictly good, by the rounds told in ``docs/generation-quality.md``; an
estimate where few were judged, or where its rules were mended since."""
_OF_A_KIND: dict[tuple[str, str], float] = {
    ("blank", "person"): 0.11,
    ("blank", "count"): 0.7,
    ("blank", "measure"): 0.25,
    ("blank", "money"): 0.38,
    ("blank", "share"): 0.38,
    ("blank", "place"): 0.34,
    ("blank", "date"): 0.5,
    ("blank", "org"): 0.6,
    ("blank", "event"): 0.6,
    ("fronted", "date"): 0.6,
    ("fronted", "place"): 0.45,
    ("gap", "person"): 0.47,
    ("gap", "count"): 0.86,
    ("role_of", "role:company"): 0.27,
    ("role_of", "role:press"): 0.27,
    ("role_of", "role:arts"): 0.27,
    ("role_of", "role:law"): 0.27,
    ("role_of", "role:legislature"): 0.27,
    ("role_of", "role:security"): 0.27,
    ("role_of", "role:diplomacy"): 0.27,
}
"""The same where the kind of the question, or the class of its answer, makes a difference."""
_RATE = 0.5
"""The same for relations of which too few were judged."""
_OF_TWO = 0.7
"""What a question loses that has but two wrong options and is no quotation's."""
_USUAL = 0.85
"""The certainty that most facts have: it changes nothing."""
_THREE = 3
LEAST = 0.4
"""The least sureness of what is asked at all."""
SPARE = 0.25
"""The least sureness of a spare question, which is asked only where a person chooses it."""
SURE = 0.74
"""The least sureness of what `--sure` keeps."""


def sureness(fact: Fact, wrong: int = _THREE) -> float:
    """How likely the question of a fact is to be a good one, from 0 to 1.

    Args:
        fact: What is asked.
        wrong: How many wrong options there are.
    """
    rate = _OF_A_KIND.get((fact.relation, fact.kind)) or _OF_A_KIND.get((fact.relation, fact.form))
    share = 1.0 if wrong >= _THREE or fact.kind == "quote" else _OF_TWO
    return min(1.0, (rate or _RATES.get(fact.relation, _RATE)) * share * fact.confidence / _USUAL)
