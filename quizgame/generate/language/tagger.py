"""Parts of speech and names, by two conditional random fields that `quizgame.generate.language.train` made."""

from functools import cache
from pathlib import Path
from typing import Protocol, cast

from quizgame.generate.language.features import name_features, word_features
from quizgame.generate.language.tokens import Token, split

__all__ = ["tagged"]


class _Model(Protocol):
    def tag(self, rows: list[list[str]]) -> list[str]: ...


@cache
def _model(name: str) -> _Model:
    import pycrfsuite  # noqa: PLC0415 - only generating needs it

    tagger = pycrfsuite.Tagger()
    tagger.open(str(Path(__file__).with_name(f"{name}.crf")))
    return cast("_Model", tagger)


def tagged(sentence: str) -> tuple[Token, ...]:
    """The tokens of a sentence (straight quotation marks), each with its part of speech and its part in a name."""
    parts = split(sentence)
    words = [text for text, _, _ in parts]
    if not words:
        return ()
    tags = _model("words").tag(word_features(words))
    labels = _model("names").tag(name_features(words, tags))
    return tuple(
        Token(text, start, end, tag, label) for (text, start, end), tag, label in zip(parts, tags, labels, strict=True)
    )
