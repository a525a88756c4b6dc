"""What the generator makes of articles that it was not written for, and how fast.

    python tests/benchmarks/generation.py --wikinews FILE.csv --squad FILE.json [--split tune]

Articles are halved for good by a hash of their address or title: rules are tuned on ``tune`` alone, and ``held-out`` is
for judging. Every article is made into a pack of its own, as its reader would; times are those of the processor, after
everything is loaded.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec
from corpora import Text, opened, split_of, squad, wikinews
from overlap import overlaps

from quizgame.cli.processes import spread
from quizgame.core.chance import draw_order
from quizgame.core.checks import check_pack
from quizgame.core.generation import Generated
from quizgame.core.pack import Question
from quizgame.core.wording import counted
from quizgame.generate.building import build
from quizgame.generate.pipeline import facts_of, surveyed
from quizgame.generate.story import tell

T = TypeVar("T")

STAGES = ("reading", "sentences and tags", "facts", "distractors and selection")
WARM_UP = Text("", "", "Warm-up", 'Anna Berg, head coach of Norway, said on 3 May 2019: "We won two golds in Oslo."')


@dataclass(frozen=True)
class Measured:
    """What became of an article, and the seconds that each stage took."""

    text: Text
    made: Generated | None
    """None where there was nothing to read."""
    seconds: tuple[float, ...]
    flaws: dict[str, int]
    """How many questions each check flags."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What is asked."""
        return self.made.pack.questions if self.made and self.made.pack else ()


class Clock:
    """Notes how long each of several steps takes."""

    def __init__(self) -> None:
        self.seconds: list[float] = []

    def __call__(self, step: Callable[[], T]) -> T:
        """Take a step."""
        begin = time.process_time()
        result = step()
        self.seconds.append(time.process_time() - begin)
        return result


def measure(text: Text, *, sure: bool) -> Measured:
    """Make a pack of one article."""
    clock = Clock()
    article = clock(lambda: opened(text))
    if article is None:
        return Measured(text, None, tuple(clock.seconds), {})
    story = clock(lambda: tell(article))
    survey = clock(lambda: surveyed(story, facts_of(story)))
    made = clock(lambda: build([survey], id="p", title=text.title, description="", limit=None, sure=sure, seed=0))
    return Measured(text, made, tuple(clock.seconds), _flaws(made))


def measure_any(text: Text) -> Measured:
    """Measure with all questions."""
    return measure(text, sure=False)


def measure_sure(text: Text) -> Measured:
    """Measure with the surest questions only."""
    return measure(text, sure=True)


def _flaws(made: Generated) -> dict[str, int]:
    problems = check_pack(made.pack) if made.pack else ()
    flagged = {(problem.flaw, problem.key.partition(".")[0]) for problem in problems}
    return dict(Counter(flaw for flaw, _ in flagged))


def summary(all_measured: Sequence[Measured]) -> dict[str, Any]:
    """Everything that is told, as plain values."""
    made = [one.made for one in all_measured if one.made]
    words = sum(one.report.words for one in made)
    asked = sum(one.report.asked for one in made)
    seconds = [sum(row) for row in zip(*(one.seconds for one in all_measured if one.made), strict=True)]
    return {
        "articles": len(all_measured),
        "words": words,
        "questions": asked,
        "per 1,000 words": round(1_000 * asked / max(1, words), 2),
        "articles without a question": sum(not one.questions for one in all_measured),
        "kinds": _kinds(made, words),
        "words per second": {
            name: round(words / max(taken, 1e-9))
            for name, taken in (*zip(STAGES, seconds, strict=False), ("all", sum(seconds)))
        },
        "dropped": dict(Counter(drop.reason for one in made for drop in one.report.drops).most_common()),
        "flagged": _shares(all_measured, asked),
        "people": _people(all_measured),
    }


def _kinds(made: Sequence[Generated], words: int) -> dict[str, dict[str, float]]:
    rows: dict[str, Counter[str]] = {}
    for row in (row for one in made for row in one.report.kinds):
        found = {"sentences": row.sentences, "facts": row.found, "asked": row.asked, "dropped": row.dropped}
        rows.setdefault(row.kind, Counter()).update(found)
    return {
        kind: {**row, "per 1,000 words": round(1_000 * row["asked"] / max(1, words), 3)}
        for kind, row in sorted(rows.items(), key=lambda item: (-item[1]["asked"], item[0]))
    }


def _shares(all_measured: Sequence[Measured], asked: int) -> dict[str, float]:
    flaws: Counter[str] = Counter()
    for one in all_measured:
        flaws.update(one.flaws)
    return {flaw: round(count / max(1, asked), 4) for flaw, count in flaws.most_common()}


def _people(all_measured: Sequence[Measured]) -> dict[str, float]:
    if not any(one.text.paragraphs for one in all_measured):
        return {}
    shares = overlaps((one.text, one.questions) for one in all_measured)
    return {name: round(share, 3) for name, share in shares.items()}


def told(name: str, summed: dict[str, Any]) -> Iterator[str]:
    """A summary as lines."""
    yield f"== {name}: {counted(summed['articles'], 'article')}, {counted(summed['words'], 'word')}"
    yield f"{counted(summed['questions'], 'question')}, {summed['per 1,000 words']} per 1,000 words"
    yield f"{counted(summed['articles without a question'], 'article')} without a question"
    yield f"\n{'kind':<12}{'sentences':>10}{'facts':>8}{'asked':>8}{'dropped':>9}{'per 1,000 words':>17}"
    for kind, row in summed["kinds"].items():
        yield f"{kind:<12}" + "".join(
            f"{row[key]:>{width},}" for key, width in zip(row, (10, 8, 8, 9, 17), strict=True)
        )
    for heading, form in (("words per second", ">9,"), ("dropped", ">9,"), ("flagged", ">9.1%"), ("people", ">9.1%")):
        if summed[heading]:
            yield f"\n{heading}"
            yield from (f"{value:{form}}  {key}" for key, value in summed[heading].items())
    yield ""


def dumped(all_measured: Sequence[Measured], *, sample: int | None, seed: int) -> Iterator[str]:
    """Questions for people to judge, drawn by a seed: each with its options, the key marked, and its evidence."""
    everything = [(one.text, question) for one in all_measured for question in one.questions]
    drawn = draw_order(everything, seed=seed, purpose="judging", name=lambda item: f"{item[0].name} {item[1].id}")
    for number, (text, question) in enumerate(drawn[:sample], 1):
        yield f"{number}. [{question.kind}, {question.difficulty}] {question.stem}"
        yield f"   * {question.answer}"
        yield from (f"     {wrong}" for wrong in question.distractors)
        yield f"   < {question.evidence}"
        yield f"   ({text.corpus}: {text.title}, {question.id})\n"


@click.command()
@click.option("--wikinews", "news", type=click.Path(exists=True, path_type=Path), help="CSV of url, date, title, text.")
@click.option("--squad", "asked", type=click.Path(exists=True, path_type=Path), help="JSON in the form of SQuAD 1.1.")
@click.option("--split", type=click.Choice(["tune", "held-out", "all"]), default="tune", show_default=True)
@click.option("--sure", is_flag=True, help="Keep only the surest questions.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="How many processes.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--dump", type=click.Path(path_type=Path), help="Write questions with their evidence to this file.")
@click.option("--sample", type=click.IntRange(1), help="How many questions to write. [all]")
@click.option("--seed", type=int, default=0, show_default=True, help="Draws the sample.")
def main(  # noqa: PLR0917 - click hands options over by name
    news: Path | None,
    asked: Path | None,
    split: str,
    sure: bool,
    jobs: int,
    as_json: bool,
    dump: Path | None,
    sample: int | None,
    seed: int,
) -> None:
    """Measure the generator on articles of these files."""
    corpora = ((wikinews, news), (squad, asked))
    texts = [text for read, path in corpora if path for text in read(path) if split in ("all", split_of(text.name))]
    if not texts:
        raise click.UsageError("there is nothing to measure: name --wikinews or --squad")
    function = measure_sure if sure else measure_any
    function(WARM_UP)
    measured = list(spread(jobs)(function, texts))
    parts = {name: [one for one in measured if one.text.corpus == name] for name in ("Wikinews", "SQuAD")}
    summed = {name: summary(part) for name, part in parts.items() if part}
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(summed)).decode())
    else:
        click.echo("\n".join(line for name, one in summed.items() for line in told(name, one)))
    if dump:
        dump.write_text("\n".join(dumped(measured, sample=sample, seed=seed)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
