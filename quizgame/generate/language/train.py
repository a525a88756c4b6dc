"""Train the two taggers: ``python -m quizgame.generate.language.train TRAIN.conllu DEV.conllu [FOLDER]``.

The data are CoNLL-U files of the GUM corpus with its entities in the last column. Both models, and a note of what they
were made from and how often they are right, are written to the folder; without one, beside this file.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pycrfsuite
import tomli_w

from quizgame.generate.language.features import name_features, word_features
from quizgame.generate.sentences import straight

__all__ = ["Labelled", "main", "names_in", "sentences_in"]

_ENTITY = re.compile(r"\((?P<opened>\d+)-(?P<kind>[a-z]+)-[^()]*(?P<whole>\))?|(?P<closed>\d+)\)")
_LETTERS = {"person": "P", "place": "L", "organization": "O", "event": "E"}
_NO_NAMES = frozenset({"time", "quantity"})
_LINKS = frozenset("of the and for 's & de la van von bin al to in on".split())
_NAME_TAGS = frozenset("NNP NNPS CD HYPH".split())
_PARAMETERS = {
    "c1": 0.15,
    "c2": 0.02,
    "max_iterations": 120,
    "feature.minfreq": 1,
    "feature.possible_transitions": False,
}
_ABOUT = {
    "corpus": "GUM, the Georgetown University Multilayer corpus (Universal Dependencies, UD_English-GUM)",
    "url": "https://gucorpling.org/gum/",
    "license": "CC BY 4.0; the texts of the corpus's parts used are CC BY or in the public domain",
    "credit": "Amir Zeldes (2017), The GUM corpus: creating multilayer resources in the classroom, "
    "Language Resources and Evaluation 51(3), 581-612",
}

_Row = list[str]
_Span = tuple[int, int, str]


class Labelled(msgspec.Struct, frozen=True):
    """A sentence of the corpus."""

    words: list[str]
    tags: list[str]
    names: list[str]
    """For each word ``B-`` or ``I-`` with P, L, O, E or X, or ``O``: see `quizgame.generate.language.tokens.Token`."""


def sentences_in(path: Path) -> Iterator[Labelled]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text("utf-8").split("\n\n"):
        lines = (line.split("\t") for line in block.split("\n") if line[:1].isdigit())
        rows = [row for row in lines if row[0].isdigit() and row[4] != "_"]
        if rows:
            yield _joined(rows)


def _joined(rows: list[_Row]) -> Labelled:
    """A sentence whose hyphenated words are one token each, as in use; the tag is that of the last part."""
    labels = names_in(rows)
    words: list[str] = []
    tags: list[str] = []
    names: list[str] = []
    is_open = False
    for at, row in enumerate(rows):
        is_hyphen = at > 0 and row[4] == "HYPH" and "SpaceAfter=No" in row[9] and "SpaceAfter=No" in rows[at - 1][9]
        if is_hyphen or is_open:
            words[-1] += row[1]
            tags[-1] = tags[-1] if is_hyphen else row[4]
        else:
            words.append(straight(row[1]))
            tags.append(row[4])
            names.append(labels[at])
        is_open = is_hyphen
    return Labelled(words, tags, names)


def names_in(rows: list[_Row]) -> list[str]:
    """The labels of the names in a sentence, the outermost where one lies in another."""
    labels = ["O"] * len(rows)
    for start, end, kind in sorted(_entities(rows), key=lambda span: (span[0] - span[1], span[0])):
        first, last = _bare(rows, start, end)
        if kind in _NO_NAMES or not _is_name(rows[first:last]) or any(label != "O" for label in labels[first:last]):
            continue
        letter = _LETTERS.get(kind, "X")
        labels[first:last] = [f"B-{letter}", *[f"I-{letter}"] * (last - first - 1)]
    return labels


def _entities(rows: list[_Row]) -> Iterator[_Span]:
    """The mentions of entities: first token, the token behind the last, and type."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for at, row in enumerate(rows):
        told = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for found in _ENTITY.finditer(told):
            if found["whole"]:
                yield at, at + 1, found["kind"]
            elif found["opened"]:
                opened.setdefault(found["opened"], []).append((at, found["kind"]))
            elif opened.get(found["closed"]):
                start, kind = opened[found["closed"]].pop()
                yield start, at + 1, kind


def _bare(rows: list[_Row], start: int, end: int) -> tuple[int, int]:
    """A mention without its article, possessive ending and marks."""
    while start < end and rows[start][3] == "DET":
        start += 1
    while start < end and (rows[end - 1][4] == "POS" or rows[end - 1][3] == "PUNCT"):
        end -= 1
    return start, end


def _is_name(rows: list[_Row]) -> bool:
    proper = {"NNP", "NNPS"}
    if not rows or rows[0][4] not in proper or rows[-1][4] not in proper | {"CD"}:
        return False
    return all(row[4] in _NAME_TAGS or row[1].lower() in _LINKS for row in rows)


def _fit(rows: Iterable[tuple[list[list[str]], list[str]]], path: Path) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_PARAMETERS)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.train(str(path))


def main(train: Path, dev: Path, folder: Path) -> None:
    """Train both models on one file, measure them on another, and write them with what was measured."""
    known = list(sentences_in(train))
    _fit(((word_features(item.words), item.tags) for item in known), folder / "words.crf")
    _fit(((name_features(item.words, item.tags), item.names) for item in known), folder / "names.crf")
    size = sum(len(item.words) for item in known)
    told = {"data": {**_ABOUT, "tokens": size}, **_measured(list(sentences_in(dev)), folder)}
    (folder / "models.toml").write_text(tomli_w.dumps(told), "utf-8")


def _measured(sentences: list[Labelled], folder: Path) -> dict[str, object]:
    words, names = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    words.open(str(folder / "words.crf"))
    names.open(str(folder / "names.crf"))
    right = total = 0
    good: Counter[str] = Counter()
    found: Counter[str] = Counter()
    real: Counter[str] = Counter()
    for item in sentences:
        tags = words.tag(word_features(item.words))
        right += sum(mine == theirs for mine, theirs in zip(tags, item.tags, strict=True))
        total += len(tags)
        mine, theirs = set(_spans(names.tag(name_features(item.words, tags)))), set(_spans(item.names))
        good.update(kind for *_, kind in mine & theirs)
        found.update(kind for *_, kind in mine)
        real.update(kind for *_, kind in theirs)
    rows = {kind: {"right": good[kind], "found": found[kind], "there": real[kind]} for kind in sorted(real)}
    return {"words": {"tokens": total, "accuracy": round(right / total, 4)}, "names": rows}


def _spans(labels: list[str]) -> list[_Span]:
    """First and last-but-one token and letter of each name in a row of labels."""
    found: list[_Span] = []
    start = -1
    for at, label in enumerate([*labels, "O"]):
        if start >= 0 and not label.startswith("I-"):
            found.append((start, at, labels[start][2:]))
            start = -1
        if label.startswith("B-"):
            start = at
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else Path(__file__).parent)
