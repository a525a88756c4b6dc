"""Words and names are told apart well enough to build on, and the models can be made again."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.generate.language.tagger import tagged
from quizgame.generate.language.tokens import split
from quizgame.generate.language.train import main, sentences_in

SENTENCES = {
    "The ferry sank off Norway on Monday .": "DT NN VBD IN NNP IN NNP .",
    "Two passengers were rescued by a fishing boat .": "CD NNS VBD VBN IN DT NN NN .",
    "She has written three novels , and her plays are staged often .": "PRP VBZ VBN CD NNS , CC PRP$ NNS VBP VBN RB .",
    "Officials said the bridge would open in June .": "NNS VBD DT NN MD VB IN NNP .",
    "He did n't see what happened after the match ended .": "PRP VBD RB VB WP VBD IN DT NN VBD .",
}


def test_parts_of_speech_of_plain_sentences():
    wrong = []
    total = 0
    for sentence, tags in SENTENCES.items():
        told = [(token.text, token.tag) for token in tagged(sentence)]
        wanted = list(zip(sentence.split(), tags.split(), strict=True))
        total += len(wanted)
        wrong += [pair for pair, other in zip(told, wanted, strict=True) if pair != other]
    assert len(wrong) <= 0.06 * total, wrong


def test_names_are_found_with_their_kind():
    tokens = tagged("Prime Minister Erna Solberg met Barack Obama in Oslo, said the University of Bergen.")
    told = {token.text: token.label for token in tokens}
    assert (told["Barack"], told["Obama"]) == ("B-P", "I-P")
    assert told["Oslo"] == "B-L"
    assert told["University"] == "B-O"
    assert told["met"] == "O"


@given(st.text(max_size=200))
def test_tokens_are_the_text_and_nothing_else(text):
    tokens = split(text)
    assert all(text[start:end] == word for word, start, end in tokens)
    assert "".join(text.split()) == "".join(word for word, _, _ in tokens) or any(
        not character.isprintable() for character in text
    )


@given(st.text(max_size=120))
def test_every_token_is_tagged(text):
    assert all(token.tag for token in tagged(text))
    assert len(tagged(text)) == len(split(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It didn't open.", ["It", "did", "n't", "open", "."]),
        ("Ana's boat cost $2.5 million.", ["Ana", "'s", "boat", "cost", "$", "2.5", "million", "."]),
        ("The U.S. team won 3-1.", ["The", "U.S.", "team", "won", "3", "-", "1", "."]),
        ("a 24-year-old goalkeeper", ["a", "24-year-old", "goalkeeper"]),
        ("Mr. Berg and St. Olav", ["Mr.", "Berg", "and", "St.", "Olav"]),
    ],
)
def test_tokens_are_what_the_corpus_calls_words(text, words):
    assert [word for word, _, _ in split(text)] == words


def test_the_models_say_where_they_come_from_and_how_good_they_are():
    told = tomllib.loads(files("quizgame.generate.language").joinpath("models.toml").read_text("utf-8"))
    assert "CC BY 4.0" in told["data"]["license"]
    assert told["words"]["accuracy"] >= 0.945
    for kind in "PLO":
        row = told["names"][kind]
        assert row["right"] >= 0.65 * row["found"]


CORPUS = """# text = Anna Berg's so-called boat sank
1\tAnna\tAnna\tPROPN\tNNP\t_\t_\t_\t_\tEntity=(1-object-new(2-person-new
2-3\tBerg's\t_\t_\t_\t_\t_\t_\t_\t_
2\tBerg\tBerg\tPROPN\tNNP\t_\t_\t_\t_\tEntity=2)|SpaceAfter=No
3\t's\t's\tPART\tPOS\t_\t_\t_\t_\t_
4\tso\tso\tADV\tRB\t_\t_\t_\t_\tSpaceAfter=No
5\t-\t-\tPUNCT\tHYPH\t_\t_\t_\t_\tSpaceAfter=No
6\tcalled\tcall\tVERB\tVBN\t_\t_\t_\t_\t_
7\tboat\tboat\tNOUN\tNN\t_\t_\t_\t_\tEntity=1)
8\tsank\tsink\tVERB\tVBD\t_\t_\t_\t_\t_

1\tOslo\tOslo\tPROPN\tNNP\t_\t_\t_\t_\tEntity=(3-place-giv-3)
2\tsleeps\tsleep\tVERB\tVBZ\t_\t_\t_\t_\t_
"""


def test_a_corpus_is_read_as_words_tags_and_names(tmp_path):
    path = tmp_path / "corpus.conllu"
    path.write_text(CORPUS, "utf-8")
    first, second = sentences_in(path)
    assert first.words == ["Anna", "Berg", "'s", "so-called", "boat", "sank"]
    assert first.tags == ["NNP", "NNP", "POS", "VBN", "NN", "VBD"]
    assert first.names == ["B-P", "I-P", "O", "O", "O", "O"]
    assert second.names == ["B-L", "O"]


def test_models_are_made_of_a_corpus(tmp_path):
    path = tmp_path / "corpus.conllu"
    path.write_text(CORPUS * 3, "utf-8")
    main(path, path, tmp_path)
    told = tomllib.loads((tmp_path / "models.toml").read_text("utf-8"))
    assert told["words"] == {"tokens": 24, "accuracy": 1.0}
    assert (tmp_path / "words.crf").stat().st_size > 0
