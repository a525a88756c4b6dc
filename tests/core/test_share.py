"""What players show each other: a code that replays the same questions, and a result that spoils nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from quizgame.core.errors import DataError
from quizgame.core.modes import challenge, classic, daily, review, survival
from quizgame.core.pack import Pack
from quizgame.core.play import Choice, begin, finish
from quizgame.core.result import summarise
from quizgame.core.session import skip
from quizgame.core.share import Code, code_of, missing, read_code, resolved, result_text, rules_of, write_code
from tests.core.plays import RULES, begun, played
from tests.core.test_play import play_on
from tests.worlds import Memory, make_pack, shelf

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def codes_of(mode, length, question_seconds):
    questions = st.lists(st.binary(min_size=3, max_size=3), min_size=1, max_size=100).map(tuple)
    seed = st.integers(0, 2**63 - 1)
    return st.builds(
        Code, mode=st.just(mode), length=length, question_seconds=question_seconds, seed=seed, questions=questions
    )


codes = st.one_of(
    codes_of("classic", st.integers(1, 1_000), st.just(0) | st.integers(3, 600)),
    codes_of("challenge", st.integers(5, 3_600), st.just(0)),
    codes_of("survival", st.just(100), st.just(15)),
)
CODE = Code(mode="classic", length=10, seed=424_242, questions=tuple(bytes((n, 7, 200 - n)) for n in range(10)))


# The text of a code


@given(codes)
def test_a_code_comes_back_from_its_text(code):
    text = write_code(code)
    assert read_code(text) == code
    assert set(text) <= {*LETTERS, "-"}
    assert all(len(group) == 6 for group in text.split("-")[:-1])


@given(codes, st.randoms(use_true_random=False))
def test_capitals_spaces_and_hyphens_make_no_difference(code, random):
    text = write_code(code).replace("-", "")
    told = "".join(
        random.choice((letter, letter.lower())) + random.choice(("", "-", " ", "\n", "\t")) for letter in text
    )
    assert read_code(told) == code
    assert read_code(f"  {write_code(code).lower().replace('-', ' - ')}\n") == code


def test_the_code_of_a_quick_game_is_short_enough_to_send():
    assert len(write_code(CODE)) <= 80


def refused(text):
    with pytest.raises(DataError, match="this is no code of a game") as told:
        read_code(text)
    assert told.value.problems[0].hint
    return True


def test_no_single_letter_can_be_mistyped():
    """Of the last letter some bits stand for nothing: who mistypes them alone has typed the same code."""
    text = write_code(CODE).replace("-", "")
    for place, letter in enumerate(text):
        for other in set(LETTERS) - {letter}:
            typed = text[:place] + other + text[place + 1 :]
            try:
                assert read_code(typed) == CODE
                assert place == len(text) - 1
            except DataError:
                pass


@pytest.mark.parametrize("place", range(len(write_code(CODE).split("-"))))
def test_no_group_can_be_dropped_doubled_or_swapped(place):
    groups = write_code(CODE).split("-")
    assert refused("-".join(groups[:place] + groups[place + 1 :]))
    assert refused("-".join(groups[: place + 1] + groups[place:]))
    after = (place + 1) % len(groups)
    groups[place], groups[after] = groups[after], groups[place]
    assert refused("-".join(groups))


@pytest.mark.parametrize("length", range(len(write_code(CODE))))
def test_no_end_of_a_code_can_be_missing(length):
    assert refused(write_code(CODE)[:length])


@pytest.mark.parametrize(
    "text", ["", "-", "hello", "quizgame play --code", "\x1b[2J", "é" * 40, "A" * 10_000, "=" * 16]
)
def test_what_is_no_code_is_refused(text):
    assert refused(text)


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_is_refused(text):
    try:
        code = read_code(text)
    except DataError:
        return
    assert read_code(write_code(code)) == code


def test_a_code_of_a_newer_version_is_told_as_such(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("quizgame.core.share._VERSION", 2)
        text = write_code(CODE)
    with pytest.raises(DataError, match="a newer version of quizgame wrote it"):
        read_code(text)


@pytest.mark.parametrize(
    "changes",
    [
        {"length": 0},
        {"mode": "challenge", "length": 0},
        {"mode": "challenge", "length": 10**12},
        {"question_seconds": 10**12},
        {"seed": 2**80},
    ],
)
def test_a_code_that_no_game_can_have_written_is_refused(changes):
    """Whoever makes up a code can make up its check too: it must not lead to a game that cannot be played or kept."""
    assert refused(write_code(structs.replace(CODE, **changes)))


# Which games have a code


@pytest.mark.parametrize(
    ("rules", "has"),
    [
        (classic(6), True),
        (classic(6, question_seconds=10, time_factor=2), True),
        (challenge(30), True),
        (survival(), True),
        (daily(), False),
        (review(6), False),
    ],
)
def test_games_that_anyone_can_replay_have_a_code(rules, has):
    world = Memory().world()
    session = begin(world, Choice(rules=classic(6)))
    result = summarise(structs.replace(play_on(session, "+-+"), rules=rules))
    code = code_of(result)
    assert (code is not None) == has
    if code:
        plain = structs.replace(rules, time_factor=1.0)
        assert rules_of(read_code(write_code(code))) == plain
        assert len(code.questions) == 3


def test_a_game_in_turns_and_one_without_an_answer_have_no_code():
    assert code_of(summarise(played(begun("hot seat"), "+++"))) is None
    assert code_of(summarise(begun("classic"))) is None


# Replaying


PACKS = shelf(make_pack("ice", size=40), make_pack("snow", size=40), make_pack("sleet", size=40))


def shared(memory, rules, moves, **choice):
    """The code of a game that was played, as the friend gets it, and what was asked in it."""
    world = memory.world()
    session = play_on(begin(world, Choice(rules=rules, **choice)), moves)
    result, _ = finish(world, session)
    return write_code(code_of(result)), [one.showing for one in result.answered]


def replay(memory, text, **settings):
    code = read_code(text)
    choice = Choice(rules=rules_of(code, **settings), code=code, seed=code.seed)
    return begin(memory.world(), choice)


@pytest.mark.parametrize(
    ("rules", "moves"),
    [
        (classic(10), "+-" * 5),
        (classic(10, question_seconds=20), "+" * 10),
        (classic(10), "+-+"),
        (challenge(30), "+-+-+-+"),
        (survival(), "++-+-+-"),
    ],
)
@pytest.mark.parametrize("seed", [0, 7, 999_999])
def test_a_friend_gets_the_same_questions_with_the_same_options_in_the_same_order(rules, moves, seed):
    mine = Memory(packs=dict(PACKS), seed=seed)
    for earlier in ("+-" * 5, "-" * 10):  # what either has played before makes no difference
        finish(mine.world(), play_on(begin(mine.world(), Choice(rules=classic(10))), earlier))
    text, asked = shared(mine, rules, moves)
    assert len(asked) == len(moves)
    friend = Memory(packs=dict(PACKS), seed=3)
    fresh = replay(friend, text)
    assert list(fresh.showings[: len(asked)]) == asked
    for _ in range(3):
        finish(friend.world(), play_on(begin(friend.world(), Choice(rules=classic(10))), "-+" * 5))
    later = replay(friend, text, time_factor=2.0)
    assert replay(mine, text).showings == fresh.showings
    assert later.showings[: len(fresh.showings)] == fresh.showings  # there may be more where there is more time
    assert later.rules.mode == rules.mode
    assert later.rules.length == rules.length
    assert (later.rules.run_clock or 0) == 2 * (rules.run_seconds or 0)


def test_a_code_of_chosen_packs_needs_no_others_and_takes_none_besides():
    mine = Memory(packs=dict(PACKS))
    text, asked = shared(mine, challenge(30), "++++", packs=("snow",))
    friend = Memory(packs=shelf(PACKS["snow"], make_pack("hail", size=9)))
    session = replay(friend, text)
    assert list(session.showings[:4]) == asked
    assert {showing.pack for showing in session.showings} == {"snow"}


def test_packs_in_another_order_make_no_difference():
    mine = Memory(packs=dict(PACKS))
    text, asked = shared(mine, classic(10), "+" * 10)
    turned = {
        name: structs.replace(pack, questions=pack.questions[::-1]) for name, pack in reversed(list(PACKS.items()))
    }
    assert list(replay(Memory(packs=turned), text).showings) == asked


def without(pack, *ids):
    return structs.replace(pack, questions=tuple(one for one in pack.questions if one.id not in ids))


def test_questions_that_a_friend_does_not_have_are_counted_and_left_out():
    mine = Memory(packs=shelf(make_pack("ice", size=20)))
    text, asked = shared(mine, classic(10), "+" * 10)
    code = read_code(text)
    gone = {showing.question.id for showing in asked[:3]}
    friend = Memory(packs=shelf(without(make_pack("ice", size=20), *gone)))
    packs = friend.world().packs(())
    assert missing(code, mine.world().packs(())) == 0
    assert missing(code, packs) == 3
    _, refs = resolved(code, packs)
    assert list(refs) == [showing.ref for showing in asked[3:]]
    session = replay(friend, text)
    assert list(session.showings[:7]) == asked[3:]
    assert not gone & {showing.question.id for showing in session.showings}


@pytest.mark.parametrize(
    "change",
    [{"stem": "What is that?"}, {"answer": "left"}, {"distractors": ("wrong", "mistaken", "untrue")}, {"id": "q-x"}],
)
def test_a_question_in_other_words_is_missing(change):
    mine = Memory(packs=shelf(make_pack("ice", size=6)))
    text, _ = shared(mine, classic(6), "+" * 6)
    questions = make_pack("ice", size=6).questions
    changed = structs.replace(make_pack(size=6), questions=(structs.replace(questions[0], **change), *questions[1:]))
    assert missing(read_code(text), [changed]) == 1


def test_a_proof_that_was_written_anew_is_no_other_question():
    mine = Memory(packs=shelf(make_pack("ice", size=6)))
    text, _ = shared(mine, classic(6), "+" * 6)
    questions = tuple(structs.replace(one, evidence="So it is.", tags=("cold",)) for one in make_pack(size=6).questions)
    assert missing(read_code(text), [structs.replace(make_pack(size=6), questions=questions)]) == 0


def test_a_friend_without_any_of_the_packs_is_told():
    mine = Memory(packs=shelf(make_pack("ice", size=6)))
    text, _ = shared(mine, classic(6), "+" * 6)
    friend = Memory(packs=shelf(make_pack("snow", size=6)))
    assert missing(read_code(text), friend.world().packs(())) == 6
    with pytest.raises(DataError, match="none of this game's questions is in your packs"):
        replay(friend, text)


def test_a_game_that_was_replayed_has_the_same_code():
    mine = Memory(packs=dict(PACKS))
    text, _ = shared(mine, classic(10), "+-" * 5)
    friend = Memory(packs=dict(PACKS))
    result, _ = finish(friend.world(), play_on(replay(friend, text), "-+" * 5))
    assert write_code(code_of(result)) == text


# The text of a result

SECRET = Pack(
    id="secret",
    title="Verysecrettitle",
    questions=tuple(
        structs.replace(
            question,
            stem=f"Whatstem{letter}?",
            answer=f"Theanswer{letter}",
            distractors=(f"Notthis{letter}", f"Northis{letter}"),
            evidence=f"Proof{letter}: Theanswer{letter}.",
            source="",
        )
        for letter, question in zip("abcdefghijkl", make_pack(size=12).questions, strict=True)
    ),
)


@pytest.mark.parametrize("kind", sorted(RULES))
def test_a_result_tells_no_stem_no_option_and_no_answer(kind):
    session = played(begun(kind, pack=SECRET), "+-!>½?~+" * 10)
    text = result_text(summarise(session), name="Game")
    for question in SECRET.questions:
        for word in (question.stem, question.answer, *question.distractors, question.evidence, question.id):
            assert word.casefold() not in text.casefold().replace("-", " ")
    assert "verysecrettitle" not in text.casefold()
    assert all(line.isprintable() for line in text.splitlines())


def test_a_result_shows_a_sign_for_each_question_and_its_code():
    session = play_on(begin(Memory().world(), Choice(rules=classic(5))), "++-")
    session = play_on(skip(session, 2.0), "+")
    result = summarise(session)
    assert result_text(result, name="Classic, 5 questions") == (
        "quizgame · Classic, 5 questions\n"
        "✓ ✓ ✗ → ✓\n"
        "3 of 4 right (75 %) · 3,100 points · best streak 2\n"
        f"quizgame play --code {write_code(code_of(result))}"
    )


def test_a_daily_tells_its_date_and_no_code():
    result = summarise(played(begun("daily"), "+" * 9 + "-"))
    assert result.day == date(2026, 3, 1)
    lines = result_text(result, name="Daily").splitlines()
    assert lines[0] == "quizgame · Daily, 1 Mar 2026"
    assert lines[1] == "✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✓ ✗"
    assert len(lines) == 3
    assert "--code" not in lines[-1]


def test_players_in_turns_stand_below_each_other_the_first_first():
    result = summarise(played(begun("hot seat"), "+-+" + "-++" + "++-" + "+-+"))
    head, *lines = result_text(result, name="Hot seat").splitlines()
    assert head == "quizgame · Hot seat"
    assert lines == [
        "1. Ann: 4,600, 4 right answers",
        "✓ ✓ ✓ ✓",
        "1. Cy: 4,600, 4 right answers",
        "✓ ✓ ✓ ✓",
        "3. Bo: 0, 0 right answers",
        "✗ ✗ ✗ ✗",
    ]
    scores = [seat.score for seat in result.seats]
    assert scores == sorted(scores, reverse=True)


def test_a_run_against_the_clock_ends_with_its_sign_and_tells_extended_time():
    result = summarise(played(begun("extended challenge"), "+-" + "!"))
    lines = result_text(result, name="Timed challenge, 60 s").splitlines()
    assert lines[1] == "✓ ✗ ⏱"
    assert lines[2].endswith("· time x2")


def test_a_long_game_goes_over_several_lines():
    session = begin(Memory(packs=dict(PACKS)).world(), Choice(rules=classic(45)))
    lines = result_text(summarise(play_on(session, "+" * 45)), name="Classic").splitlines()
    assert [line.count("✓") for line in lines[1:4]] == [20, 20, 5]


def test_one_point_is_no_points():
    result = structs.replace(summarise(begun("classic")), score=1, asked=1)
    assert " · 1 point · " in result_text(result, name="Classic")
