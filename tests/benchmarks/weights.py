"""Learn which mentions people ask for: ``python tests/benchmarks/weights.py --squad FILE.json``.

A logistic regression over the mentions of the articles' tuning half: whether a mention shares a stretch with an answer
that people chose. Writes quizgame/generate/importance.toml, and tells how well it ranks articles left out.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from corpora import Text, opened, split_of, squad

from quizgame.core.chance import draw_order
from quizgame.generate import importance
from quizgame.generate.importance import Features, features_of, outline_of
from quizgame.generate.story import Line, tell

ROUNDS, RATE, DECAY = 15, 0.1, 1e-4
ASKED = frozenset("PCLVEORYDNMGKZHA")
HEAD = """\
# How much each feature of a mention speaks for it or against it: learned by tests/benchmarks/weights.py from the
# answers that people chose in the tuning half of the articles of SQuAD 1.1 (CC BY-SA 4.0).
"""


@dataclass(frozen=True)
class Sample:
    """A mention, and whether people asked for it."""

    article: str
    features: Features
    is_asked: bool


def samples_of(text: Text) -> Iterator[Sample]:
    """Every mention of an article that questions could ask for."""
    article = opened(text)
    if article is None:
        return
    asked = set(_asked(text, article.text))
    outline = outline_of(tell(article))
    for number, line in enumerate(outline.story.lines):
        for place, span in _spans(line):
            yield Sample(text.name, features_of(outline, number, place), bool(asked & set(span)))


def _asked(text: Text, whole: str) -> Iterator[int]:
    """The places in an article that people's answers cover."""
    start = 0
    for paragraph in text.paragraphs:
        found = whole.find(paragraph.text[:40], start)
        if found >= 0:
            start = found
            for at, answer in paragraph.answers:
                yield from range(start + at, start + at + len(answer))


def _spans(line: Line) -> Iterator[tuple[int, range]]:
    at = 0
    for place, mark in enumerate(line.marked.marks):
        found = line.plain.find(mark.text, at)
        if found >= 0:
            at = found + len(mark.text)
            if mark.letter in ASKED:
                begin = line.sentence.span.start
                yield place, range(begin + found, begin + at)


def learn(samples: Sequence[Sample]) -> dict[str, float]:
    """The weights of a logistic regression, by gradient descent in a drawn order."""
    weights: dict[str, float] = {}
    for round_ in range(ROUNDS):
        numbered = draw_order(range(len(samples)), seed=round_, purpose="learning", name=str)
        rate = RATE / (1 + 0.5 * round_)
        for sample in (samples[number] for number in numbered):
            error = sample.is_asked - chance(sample.features, weights)
            for name, value in sample.features.items():
                weight = weights.get(name, 0.0)
                weights[name] = weight + rate * (error * value - DECAY * weight)
    return weights


def chance(features: Features, weights: dict[str, float]) -> float:
    """How likely people are to ask for a mention."""
    return 1 / (1 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in features.items())))


def share_of_best(samples: Sequence[Sample], weights: dict[str, float], *, best: float) -> float:
    """Of the mentions that stand first by the weights, the share that people asked for."""
    ordered = sorted(samples, key=lambda sample: -chance(sample.features, weights))
    kept = ordered[: max(1, round(best * len(ordered)))]
    return sum(sample.is_asked for sample in kept) / len(kept)


@click.command()
@click.option("--squad", "path", type=click.Path(exists=True, path_type=Path), required=True)
def main(path: Path) -> None:
    """Learn the weights anew and write them."""
    texts = [text for text in squad(path) if split_of(text.name) == "tune"]
    samples = [sample for text in texts for sample in samples_of(text)]
    click.echo(f"{len(samples)} mentions, {sum(sample.is_asked for sample in samples) / len(samples):.3f} asked for")
    for best in (0.1, 0.3):
        shares = []
        for text in texts:
            own = [sample for sample in samples if sample.article == text.name]
            others = [sample for sample in samples if sample.article != text.name]
            shares.append(share_of_best(own, learn(others), best=best))
        click.echo(f"of the best {best:.0%} of an article left out, {sum(shares) / len(shares):.3f}")
    weights = sorted(learn(samples).items(), key=lambda item: -item[1])
    rows = "".join(f'"{name}" = {weight:.2f}\n' for name, weight in weights)
    Path(importance.__file__).with_name("importance.toml").write_text(f"{HEAD}[weights]\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main()
