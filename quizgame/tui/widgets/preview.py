"""One question in full: its options with the right one marked, and the sentence that proves it."""

import re
from collections.abc import Iterator, Sequence

from quizgame.core.errors import Problem
from quizgame.core.pack import Question, Source, credit
from quizgame.core.wording import quoted
from quizgame.tui.content import EMPTY, Content, joined, line, plain, unbroken

__all__ = ["flaw_line", "preview", "proof_marked"]

_LABELS = {
    "stem": "the question",
    "answer": "the right answer",
    "distractors": "the wrong answers",
    "evidence": "the proof",
    "explanation": "the explanation",
}
_HARDEST = 5


def preview(question: Question, source: Source | None, problems: Sequence[Problem] = (), *, small: bool) -> Content:
    """All that there is to a question.

    Args:
        question: The question.
        source: Where its evidence comes from, if that is known.
        problems: What is wrong with it.
        small: Whether rows are few: the proof then follows the right answer, so that both are seen at once.
    """
    stem = plain(question.stem, "bold")
    right = line(plain(" ✓ ", "bold $success"), unbroken(question.answer, "$success"), plain("  right", "$quiet"))
    wrong = [line(plain(" · ", "$quiet"), unbroken(option)) for option in question.distractors]
    told = proof_marked(question) if question.evidence else plain("No sentence proves it.", "$warning")
    flaws = map(flaw_line, problems)
    if small:
        return joined([stem, right, told, joined(wrong, ""), *flaws, *_rest(question, source)])
    return joined([stem, right, *wrong, *flaws, EMPTY, told, *_rest(question, source)])


def _rest(question: Question, source: Source | None) -> Iterator[Content]:
    if question.explanation:
        yield plain(question.explanation)
    if source:
        yield plain(credit(source), "$quiet")
    kind = [question.kind] if question.kind else []
    yield plain(" · ".join([*kind, f"difficulty {question.difficulty} of {_HARDEST}"]), "$quiet")


def proof_marked(question: Question) -> Content:
    """The evidence in quotes, with the answer in it made bold."""
    told = plain(quoted(question.evidence))
    answer = re.compile(rf"(?<!\w){re.escape(question.answer)}(?!\w)", re.IGNORECASE)
    found = answer.search(told.plain)
    return told.stylize("bold $success", *found.span()) if found else told


def flaw_line(problem: Problem, where: Content = EMPTY) -> Content:
    """What is wrong with a question and why that matters, with a sign for how grave it is.

    Args:
        problem: The flaw; its key is that of the question.
        where: Which question it is about, where that does not go without saying.
    """
    is_error = problem.severity == "error"
    sign = plain(" ✗ ", "bold $error") if is_error else plain(" ! ", "bold $warning")
    label = _LABELS.get(problem.key.partition("[")[0], "")
    told = problem.why or problem.hint
    why = plain(f": {told}", "$quiet") if told else EMPTY
    return line(sign, where, plain(f"{label}: " if label else ""), plain(problem.what), why)
