"""Flaws that only several questions together have."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgame.core.duplicates import alike
from quizgame.core.numbers import number_in
from quizgame.core.pack import Question
from quizgame.core.text import fold
from quizgame.core.words import STOP_WORDS, content_words

__all__ = ["answers_another", "pack_problems"]

_CLASS_WORDS = frozenset(
    "country city venue event year date competition person people role position player team place name".split()
)
_PLAIN = re.compile(r"(?<![\w'-])[a-z][\w'-]*")
_SHARED = 0.6
_FEW, _OFTEN, _LONGEST = 12, 0.34, 0.7
_GROUP = 60
_TELLING = 3
"""How many words of meaning a stem must have before another can be said to hold it."""


def answers_another(question: Question, other: Question) -> bool:
    """Whether a question's answer stands in another one's stem, beside most of its own words.

    So it does too where both have that answer and the other stem says all that this one asks.
    """
    if _says_all(question, other):
        return True
    key = fold(question.answer)
    if not _can_leak(key) or f" {key} " not in f" {fold(other.stem)} ":
        return False
    return _is_told(question, other)


def _says_all(question: Question, other: Question) -> bool:
    """Whether another stem of the same answer says this one's words and more; two counts may be equal by chance."""
    key = fold(question.answer)
    if key != fold(other.answer) or any(character.isdecimal() for character in key) or number_in(key):
        return False
    asked = content_words(question.stem) - _CLASS_WORDS
    return len(asked) >= _TELLING and asked < content_words(other.stem)


def _is_told(question: Question, other: Question) -> bool:
    """Whether a stem says what the other asks, in its plain words as in all: names alone are only the setting."""
    key = set(fold(question.answer).split())
    others = content_words(other.stem) - key
    plain = content_words(" ".join(_PLAIN.findall(question.stem))) - _CLASS_WORDS
    words = content_words(question.stem) - _CLASS_WORDS
    return _shares(words, others) and (not plain or _shares(plain, others) or _are_most(words, others))


def _can_leak(key: str) -> bool:
    return len(key) > 2 or key.isdecimal()


def _are_most(words: set[str], others: set[str]) -> bool:
    """Whether all words but one are there, which then is a verb in another form: "ran" for "run"."""
    return len(words) > _TELLING and len(words - others) == 1


def _shares(words: set[str], others: set[str]) -> bool:
    return bool(words) and len(words & others) >= _SHARED * len(words)


def pack_problems(questions: Sequence[Question]) -> Iterator[tuple[str, str, str]]:
    """Flaws as (name, key, what)."""
    stems = [fold(question.stem) for question in questions]
    words = [content_words(question.stem) for question in questions]
    yield from _answered(questions, stems, words)
    yield from _doubled(questions)
    yield from _unbalanced(questions)


def _answered(questions: Sequence[Question], stems: list[str], words: list[set[str]]) -> Iterator[tuple[str, str, str]]:
    """Each key is looked for only where its rarest word stands, so that large packs stay quick."""
    places: dict[str, list[int]] = {}
    for place, told in enumerate(words):
        for word in told:
            places.setdefault(word, []).append(place)
    for number, question in enumerate(questions):
        key = fold(question.answer)
        telling = [word for word in key.split() if word not in STOP_WORDS]
        rarest = min(telling, key=lambda word: (len(places.get(word, ())), word), default="")
        for other in places.get(rarest, ()) if _can_leak(key) else ():
            is_named = other != number and f" {key} " in f" {stems[other]} "
            if is_named and _is_told(question, questions[other]):
                yield "answers-another", f"questions[{other + 1}].stem", f"tells the answer of question {number + 1}"
        rarest = min(words[number], key=lambda word: (len(places[word]), word), default="")
        for other in places.get(rarest, ())[:_GROUP]:
            if other != number and _says_all(question, questions[other]):
                yield "answers-another", f"questions[{other + 1}].stem", f"says what question {number + 1} asks"


def _doubled(questions: Sequence[Question]) -> Iterator[tuple[str, str, str]]:
    for first, second in alike(questions):
        key = f"questions[{second + 1}].stem"
        if fold(questions[first].answer) == fold(questions[second].answer):
            yield "near-duplicate", key, f"asks the same as question {first + 1}"
        else:
            yield "contradiction", key, f"asks the same as question {first + 1}, which has another answer"


def _unbalanced(questions: Sequence[Question]) -> Iterator[tuple[str, str, str]]:
    if len(questions) < _FEW:
        return
    answer, count = Counter(fold(question.answer) for question in questions).most_common(1)[0]
    if count > _OFTEN * len(questions):
        yield "unbalanced-keys", "questions", f"{count} of {len(questions)} have the answer {answer!r}"
    longest = sum(len(question.answer) > max(map(len, question.distractors)) for question in questions)
    if longest > _LONGEST * len(questions):
        yield "unbalanced-keys", "questions", f"the longest option is right in {longest} of {len(questions)}"
