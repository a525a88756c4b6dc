"""How far the questions ask what people asked of the same paragraphs."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from corpora import Paragraph, Text

from quizgame.core.pack import Question
from quizgame.core.text import fold

__all__ = ["overlaps"]

_YEAR = re.compile(r"\b(?:1\d{3}|20\d{2})\b")


def overlaps(texts: Iterable[tuple[Text, Sequence[Question]]]) -> dict[str, float]:
    """Shares, from 0 to 1, over all articles for which it is known what people asked.

    ``answers asked``: of the answers that people chose, those that are a key or stand within one.
    ``keys that people chose``: of our keys, those that share a stretch with an answer that people chose anywhere in the
    article; ``in their paragraph``: in the paragraph that has the question's evidence.
    ``years that people chose``: the same for every year in the texts, by what it says; ``in their place``: by the
    stretch of the paragraph where it stands.
    """
    found: Counter[str] = Counter()
    for text, questions in texts:
        if text.paragraphs:
            found += _keys(text, questions) + _years(text)
    shares = ("answers asked", "keys that people chose", "keys that people chose in their paragraph")
    shares += ("years that people chose", "years that people chose in their place")
    return {share: found[share] / max(1, found[f"of {share.split(' ', maxsplit=1)[0]}"]) for share in shares}


def _keys(text: Text, questions: Sequence[Question]) -> Counter[str]:
    answers = {fold(answer) for paragraph in text.paragraphs for _, answer in paragraph.answers} - {""}
    keys = [fold(question.answer) for question in questions]
    near = [_near(question, text.paragraphs) for question in questions]
    return Counter(
        {
            "of answers": len(answers),
            "answers asked": sum(any(_is_in(answer, key) for key in set(keys)) for answer in answers),
            "of keys": len(keys),
            "keys that people chose": sum(_is_chosen(key, answers) for key in keys),
            "keys that people chose in their paragraph": sum(map(_is_chosen, keys, near)),
        }
    )


def _near(question: Question, paragraphs: Sequence[Paragraph]) -> set[str]:
    """The answers that people chose in the paragraphs that the evidence stands in."""
    evidence = fold(question.evidence)
    own = (one for one in paragraphs if evidence in (told := fold(one.text)) or told in evidence)
    return {fold(answer) for paragraph in own for _, answer in paragraph.answers} - {""}


def _is_chosen(key: str, answers: set[str]) -> bool:
    return any(_is_in(key, answer) or _is_in(answer, key) for answer in answers)


def _is_in(part: str, whole: str) -> bool:
    return f" {part} " in f" {whole} "


def _years(text: Text) -> Counter[str]:
    answers = {fold(answer) for paragraph in text.paragraphs for _, answer in paragraph.answers}
    found: Counter[str] = Counter()
    for paragraph in text.paragraphs:
        spans = [(start, start + len(answer)) for start, answer in paragraph.answers]
        for year in _YEAR.finditer(paragraph.text):
            found["of years"] += 1
            found["years that people chose"] += any(_is_in(year.group(), answer) for answer in answers)
            is_there = any(start < year.end() and year.start() < end for start, end in spans)
            found["years that people chose in their place"] += is_there
    return found
