"""Roles beside a role."""

import re

from quizgame.core.chance import draw_order
from quizgame.generate.facts import Fact
from quizgame.generate.lexicon.roles import CLASSES

__all__ = ["rival_roles"]


def rival_roles(fact: Fact, seed: int) -> list[str]:
    """Other roles of the class, with the words that stood before the key's own."""
    roles = CLASSES.get(fact.form.partition(":")[2], ())
    head = next((role for role in sorted(roles, key=lambda role: -len(role)) if fact.value.endswith(role)), "")
    before = fact.value.removesuffix(head) if head else ""
    if before and not re.fullmatch(r"(?:former |acting |interim )", before):
        return []
    others = [role for role in roles if role not in head and head not in role and role[:5] != head[:5]]
    return [before + role for role in draw_order(others, seed=seed, purpose="roles", name=lambda r: fact.subject + r)]
