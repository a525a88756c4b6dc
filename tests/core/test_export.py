"""The record as rows of a table: complete, and nothing in it is taken for a formula."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from quizgame.core.export import ANSWER_COLUMNS, GAME_COLUMNS, answer_rows, game_rows
from quizgame.core.text import clean
from tests.core.plays import begun, kinds, moves, played, recorded
from tests.core.strategies import MORNING

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
TEMPTING = (st.text("=+-@ '1.e(A)\",;\nx", max_size=8) | st.text(max_size=8)).map(clean)


@st.composite
def games(draw):
    made = draw(st.lists(st.tuples(kinds, moves), max_size=4))
    return [
        recorded(played(begun(kind), told), MORNING, identity=f"g-{place}") for place, (kind, told) in enumerate(made)
    ]


def a_game(**changes):
    """A recorded game of one answer, with other texts in that answer."""
    game = recorded(played(begun("classic"), "+"), MORNING)
    return structs.replace(game, attempts=(structs.replace(game.attempts[0], **changes),))


def cell(rows, column):
    names, row = rows
    return row[names.index(column)]


@pytest.mark.parametrize(
    "text", ["=1+1", "=HYPERLINK(1)", "+SUM(A1)", "-A1", "@SUM(A1)", "=", "-", "+1-1", "--1", "-2 degrees", "-1,5x"]
)
@pytest.mark.parametrize("column", ["chosen", "answer", "kind", "pack", "question"])
def test_what_looks_like_a_formula_is_guarded(text, column):
    assert cell(answer_rows([a_game(**{column: text})]), column) == f"'{text}"


@pytest.mark.parametrize("text", ["-inf", "+nan", "-Infinity", "-1_0"])
def test_a_name_that_only_python_takes_for_a_number_is_guarded(text):
    assert cell(answer_rows([a_game(answer=text)]), "answer") == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+5", "-1.5", "+.5", "-1e9", "12", "0"])
def test_a_number_is_left_as_it_is(text):
    assert cell(answer_rows([a_game(answer=text)]), "answer") == text


@pytest.mark.parametrize("text", ["yes", "a=b", "1+1", "me@home", "", "'quoted", "two-time"])
def test_other_text_is_left_as_it_is(text):
    assert cell(answer_rows([a_game(answer=text)]), "answer") == text


def test_the_names_of_players_are_guarded():
    game = recorded(played(begun("hot seat"), "+" * 12), MORNING)
    first, *others = game.players
    game = structs.replace(game, players=(structs.replace(first, name="=1+1"), *others))
    assert cell(game_rows([game]), "players").startswith("'=1+1: ")


@given(games())
def test_there_is_a_row_a_game_and_a_row_an_answer(told):
    names, *rows = game_rows(told)
    assert names == GAME_COLUMNS
    assert [row[0] for row in rows] == [game.id for game in told]
    assert {len(row) for row in rows} <= {len(GAME_COLUMNS)}
    names, *answers = answer_rows(told)
    assert names == ANSWER_COLUMNS
    assert len(answers) == sum(len(game.attempts) for game in told)
    assert {len(row) for row in answers} <= {len(ANSWER_COLUMNS)}


@given(games())
def test_answers_add_up_to_their_games(told):
    names, *answers = answer_rows(told)
    for game in told:
        own = [dict(zip(names, row, strict=True)) for row in answers if row[0] == game.id]
        assert sum(one["how"] != "skipped" for one in own) == game.asked
        assert sum(one["right"] == "yes" for one in own) == game.correct
        assert sum(one["points"] for one in own) == game.score
        assert {one["player"] for one in own} <= ({1, 2, 3} if game.players else {""})


@given(TEMPTING, TEMPTING, TEMPTING)
def test_no_cell_is_a_formula_and_every_text_comes_back_from_csv(chosen, answer, kind):
    game = a_game(chosen=chosen, answer=answer, kind=kind)
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerows(answer_rows([game]))
    names, row = csv.reader(io.StringIO(file.getvalue(), newline=""))
    told = dict(zip(names, row, strict=True))
    for name, text in (("chosen", chosen), ("answer", answer), ("kind", kind)):
        assert told[name] in (text, f"'{text}")
        assert not told[name].startswith(("=", "+", "-", "@")) or NUMBER.fullmatch(told[name])


@given(games())
def test_numbers_stay_numbers(told):
    for row in [*game_rows(told)][1:]:
        for name, value in zip(GAME_COLUMNS, row, strict=True):
            if name in {"length", "question_seconds", "time_factor", "seed", "asked", "correct", "score", "seconds"}:
                assert NUMBER.fullmatch(str(value))
