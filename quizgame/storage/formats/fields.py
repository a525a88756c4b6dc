"""What several formats do alike with the fields of a question."""

import re

from quizgame.core.chance import rank
from quizgame.core.pack import Pack, Question, credit

__all__ = ["arranged", "feedback", "joined", "usable_id"]

_ID = re.compile(r"[a-z0-9-]{1,64}")


def usable_id(text: str) -> str:
    """An id of a file, or an empty one where a pack cannot have it."""
    told = text.strip()
    return told if _ID.fullmatch(told) else ""


def arranged(question: Question, most_distractors: int) -> list[str]:
    """The options to write: the wrong ones in their order, and the right one at a place that follows from the id."""
    options = list(question.distractors[:most_distractors])
    options.insert(rank(0, "place of the key", question.id) % (len(options) + 1), question.answer)
    return options


def feedback(pack: Pack, question: Question) -> str:
    """What is told after answering: the explanation, and on a line of its own the evidence with its credit."""
    source = pack.source_of(question)
    evidence = f"“{question.evidence}”" if question.evidence else ""
    credited = " — ".join(filter(None, (evidence, credit(source) if source else "")))
    return joined(question.explanation, credited)


def joined(*texts: str) -> str:
    """Texts that are told together, each on a line of its own; blank and repeated ones go."""
    return "\n".join(dict.fromkeys(told for text in texts if (told := text.strip())))
