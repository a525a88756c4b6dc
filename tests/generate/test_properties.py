"""What holds for any text at all."""

import re
from itertools import pairwise

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.core.article import Article
from quizgame.core.checks import check
from quizgame.core.errors import DataError
from quizgame.core.text import clean, fold
from quizgame.generate import make_pack, read_text_article, report_text
from quizgame.generate.sentences import sentences_of
from quizgame.storage.packfile import dump_pack, pack_of

PIECES = st.sampled_from(
    [
        "Anna Berg", "Li Yan", "Norway", "China's", "the", "Oslo", "won", "two golds", "and", "in 2019", "at", ",", ".",
        '"', "said", "“We had a plan for all of it”", "(", ")", "over 130 people", "Oslo Winter Games", "curling", "who",
        "the National Hall", "head coach of", "3-1", "beat", "On May 3,", "18-year-old", "\n\n", "\n", "such as", "<P0>",
        "<", "[12]", "# Heading\n", "+++\n", "women's 3,000-meter relay", "opened", "will travel to", "a city in", "is",
        "$5 million", "U.S.", "Dr.", "…", "e\u0301", "🎉", "比赛",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))


def bare(text):
    return re.sub(r"\s+", " ", text)


@given(TEXTS)
def test_sentences_tell_their_exact_places(text):
    article = article_of(text)
    if article is None:
        return
    found = sentences_of(article.text)
    assert all(sentence.span.of(article.text) == sentence.text for sentence in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert "".join(sentence.text for sentence in found).replace(" ", "") == bare(article.text).replace(" ", "")


@settings(deadline=None)
@given(TEXTS, st.integers(0, 3))
def test_any_text_gives_a_sound_pack_or_a_reason(text, seed):
    article = article_of(text)
    if article is None:
        return
    made = make_pack([article], id="any", title="Any", seed=seed)
    assert report_text(made.report)
    assert msgspec.json.encode(msgspec.to_builtins(made.report))
    assert sum(row.asked for row in made.report.kinds) == (len(made.pack.questions) if made.pack else 0)
    for question in made.pack.questions if made.pack else ():
        assert_sound(question, article)


SAID = '"Every one of my skaters trained in an empty car park for two winters," said Anna Berg{}. Maria Lind and Karen Holm listened.'
LENGTHS = st.sampled_from([0, 1, 1_900, 1_999, 2_000, 2_001, 3_000, 20_000])
FILLERS = st.sampled_from(["x", " and so on", "é", "🎉", '"', "\\", "\n", "'", "比赛 "])


@settings(deadline=None)
@given(LENGTHS, LENGTHS, FILLERS, TEXTS)
def test_every_pack_can_be_read_back(tail, head, filler, text):
    long = (filler * head)[:head]
    article = Article(
        id="any",
        text=f"{SAID.format(', ' + (filler * tail)[:tail])}\n\n{SAID.format('')}\n\n{clean(text)}",
        title=long,
        publisher=long,
        url=long,
        license=long,
        tags=(long,),
    )
    pack = make_pack([article], id="any", title=f"T{long}", description=long).pack
    assert pack is not None
    assert pack_of(dump_pack(pack).encode(), file="any.toml", stem="any").questions == pack.questions


def test_a_sentence_too_long_for_a_pack_is_told_as_such():
    article = Article(id="any", text=SAID.format(", who spoke" + " and spoke" * 250))
    made = make_pack([article], id="any", title="T")
    assert made.pack is None
    assert "the sentences that prove it are too long for a pack" in report_text(made.report)


def article_of(text):
    try:
        return read_text_article(text, name="any")
    except DataError:
        return None


def assert_sound(question, article):
    assert not [problem for problem in check(question) if problem.severity == "error"]
    assert f" {fold(question.answer)} " not in f" {fold(question.stem)} "
    assert 2 <= len(question.distractors) <= 3
    assert question.source == article.id
    text = bare(article.text)
    halves = [question.evidence.split(" ", place)[-1] for place in range(1)]
    whole = question.evidence in text or any(half in text for half in halves)
    assert whole or all(part in text for part in re.split(r"(?<=[.!?”\"]) ", question.evidence))
