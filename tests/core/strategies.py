"""Packs and sessions for property tests."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from quizgame.core.modes import challenge, classic
from quizgame.core.pack import Pack, Question
from quizgame.core.session import start
from quizgame.core.showing import show

MORNING = datetime(2026, 3, 1, 9, tzinfo=UTC)

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Z"]), min_size=1, max_size=12)


@st.composite
def questions(draw, identity="q"):
    options = draw(st.lists(words, min_size=2, max_size=6, unique=True))
    return Question(id=identity, stem=draw(words), answer=options[0], distractors=tuple(options[1:]))


@st.composite
def packs(draw, identity="pack", size=6):
    count = draw(st.integers(1, size))
    made = tuple(draw(questions(f"q-{number}")) for number in range(count))
    return Pack(id=identity, title="A pack", questions=made)


@st.composite
def sessions(draw, timed=None):
    pack = draw(packs())
    seed = draw(st.integers(0, 10**6))
    showings = tuple(show(pack, question, seed=seed) for question in pack.questions)
    timed = draw(st.booleans()) if timed is None else timed
    rules = challenge(draw(st.sampled_from([30, 60]))) if timed else classic(len(showings))
    return start(showings, rules, id="g", seed=seed, packs=(pack.id,), started=MORNING)
