"""Train the two taggers: ``python -m quizgame.generate.language.train TRAIN.conllu DEV.conllu``.

The data are the parts of the GUM corpus (https://gucorpling.org/gum/) whose annotations are CC BY 4.0 and whose texts are CC BY or in the
public domain. The models and a note with their licence and measured accuracy are written beside this file.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pycrfsuite

from quizgame.generate.language.features import name_features, word_features

__all__ = ["main"]

_OPENED = re.compile(r"\((\d+)-([a-z]+)-|(\d+)\)|\((\d+)-([a-z]+)\)")
_LETTERS = {"person": "P", "place": "L", "organization": "O", "event": "E"}
_LINKS = frozenset("of the and for 's & de la van von bin al to in on".split())
_PARAMETERS = {
    "c1": 0.15,
    "c2": 0.02,
    "max_iterations": 120,
    "feature.minfreq": 1,
    "feature.possible_transitions": False,
}


class _Sentence(msgspec.Struct):
    words: list[str]
    tags: list[str]
    names: list[str]


def sentences(path: Path) -> Iterator[_Sentence]:
    """The sentences of a CoNLL-U file."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        rows_ok = [row for row in rows if row[4] != "_"]
        if rows_ok:
            yield _joined(rows_ok)


def _joined(rows: list[list[str]]) -> _Sentence:
    """A sentence whose hyphenated words are one token, as they are in use."""
    labels = _names(rows)
    words: list[str] = []
    tags: list[str] = []
    names: list[str] = []
    glue = False
    for at, row in enumerate(rows):
        is_hyphen = row[4] == "HYPH" and words and "SpaceAfter=No" in row[9] and "SpaceAfter=No" in rows[at - 1][9]
        if is_hyphen or glue:
            words[-1] += row[1]
            glue = bool(is_hyphen)
            if not is_hyphen:
                tags[-1] = row[4]
            continue
        words.append(row[1].replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'))
        tags.append(row[4])
        names.append(labels[at])
    return _Sentence(words, tags, names)


def _names(rows: list[list[str]]) -> list[str]:
    """A label for each token: B- and I- with P person, L place, O organisation, E event, X another name; O for none."""
    open_at: dict[str, list[tuple[int, str]]] = {}
    spans: list[tuple[int, int, str]] = []
    for at, row in enumerate(rows):
        told = next((part[7:] for part in row[9].split("|") if part.startswith("Entity=")), "")
        for found in re.finditer(r"\((\d+)-([a-z]+)-[^()]*?(\))?(?=\(|\d+\)|$|\))|(\d+)\)", told):
            if found[1]:
                open_at.setdefault(found[1], []).append((at, found[2]))
                if told[found.end() : found.end() + 1] == ")":
                    start, kind = open_at[found[1]].pop()
                    spans.append((start, at + 1, kind))
            elif open_at.get(found[4]):
                start, kind = open_at[found[4]].pop()
                spans.append((start, at + 1, kind))
    labels = ["O"] * len(rows)
    for start, end, kind in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        while start < end and rows[start][3] == "DET":
            start += 1
        while start < end and (rows[end - 1][4] == "POS" or rows[end - 1][3] == "PUNCT"):
            end -= 1
        inner = rows[start:end]
        if not inner or inner[0][4] not in {"NNP", "NNPS"} or inner[-1][4] not in {"NNP", "NNPS", "CD"}:
            continue
        if any(row[4] not in {"NNP", "NNPS", "CD", "HYPH"} and row[1].lower() not in _LINKS for row in inner):
            continue
        if any(label != "O" for label in labels[start:end]) or kind in {"time", "quantity"}:
            continue
        letter = _LETTERS.get(kind, "X")
        for at in range(start, end):
            labels[at] = ("B-" if at == start else "I-") + letter
    return labels


def _train(rows: list[tuple[list[list[str]], list[str]]], path: Path) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_PARAMETERS)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.train(str(path))


def main(train: Path, dev: Path, folder: Path) -> None:
    """Train, measure, and write both models."""
    known, unseen = list(sentences(train)), list(sentences(dev))
    _train([(word_features(item.words), item.tags) for item in known], folder / "words.crf")
    _train([(name_features(item.words, item.tags), item.names) for item in known], folder / "names.crf")
    word_tagger, name_tagger = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    word_tagger.open(str(folder / "words.crf"))
    name_tagger.open(str(folder / "names.crf"))
    right = total = 0
    wrong: Counter[tuple[str, str]] = Counter()
    good: Counter[str] = Counter()
    told: Counter[str] = Counter()
    real: Counter[str] = Counter()
    for item in unseen:
        tags = word_tagger.tag(word_features(item.words))
        right += sum(a == b for a, b in zip(tags, item.tags, strict=True))
        total += len(tags)
        wrong.update((b, a) for a, b in zip(tags, item.tags, strict=True) if a != b)
        labels = name_tagger.tag(name_features(item.words, tags))
        mine, theirs = set(_spans(labels)), set(_spans(item.names))
        good.update(span[2] for span in mine & theirs)
        told.update(span[2] for span in mine)
        real.update(span[2] for span in theirs)
    print(f"tags {right / total:.4f} of {total}", wrong.most_common(15))
    for letter in sorted(real):
        print(letter, "precision", good[letter], "/", told[letter], "recall", good[letter], "/", real[letter])


def _spans(labels: list[str]) -> list[tuple[int, int, str]]:
    found = []
    start = None
    for at, label in enumerate([*labels, "O"]):
        if start is not None and not label.startswith("I-"):
            found.append((start, at, labels[start][2:]))
            start = None
        if label.startswith("B-"):
            start = at
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(__file__).parent)
