"""What the sheets have in common: heads that are found anywhere, and cells that are no formulas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.exchange import Skipped
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.sheets import Layout, Record, as_csv, guarded, has_header, records
from quizgame.storage.formats.workbook import workbook_of
from tests.storage.formats.samples import lines

LAYOUT = Layout({"stem": "stem|question.*", "option 1": "option 1", "option 2": "option 2"}, (["stem"], ["option 1"]))


def read(text):
    return list(records(Document(text.encode()), LAYOUT))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("above", ["", "A title\n\n,,;|\n", "sep=,\n", "\ufeff"])
def test_heads_are_found_below_other_rows_in_any_order_case_and_separation(mark, above):
    text = f"{above}OPTION_1{mark}x{mark} Question (max. 9): \na{mark}b{mark}c\n{mark}{mark}\n{mark}d\n{mark}{mark}e"
    line = above.count("\n")
    found = [Record(line + 2, {"option 1": "a", "stem": "c"}), Record(line + 5, {"stem": "e"})]
    assert read(text) == found
    assert has_header(Document(text.encode()), LAYOUT)


def test_quoted_cells_may_hold_everything_and_rows_keep_their_lines():
    found = read('Stem,Option 1\n"a\nb; ""c"", d",e\nf,g\n')
    assert found == [Record(2, {"stem": 'a\nb; "c", d', "option 1": "e"}), Record(4, {"stem": "f", "option 1": "g"})]


def test_sheets_without_heads_are_told_and_blank_files_hold_nothing():
    reason = "none of the first rows names the columns of such a sheet, such as question, answer, distractor1"
    assert read("a,b\n" * 99) == [Skipped(line=1, reason=reason)]
    assert read("a,b\n" * 30 + "stem,option 1\n") == [Skipped(line=1, reason=reason)]
    assert read("") == read(" \n\t\n") == []


def test_rows_that_are_damaged_are_skipped():
    first, bad, *_ = read('stem,option 1\na,b\n"' + "x" * 200_000 + "\nc,d\n")
    assert first == Record(2, {"stem": "a", "option 1": "b"})
    assert isinstance(bad, Skipped)
    assert bad.line == 3


@pytest.mark.parametrize("text", ["=1+1", "+x", "-x", "@x", "'=1+1", "''@", "=", "-", "+1-2", "-1e5x"])
def test_what_may_be_a_formula_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "x=1", "'x", "-5", "+1,000.5", "-.5e-3", " =", "1"])
def test_what_is_none_stays_as_it_is(text):
    assert guarded(text) == text


@given(st.lists(st.text(alphabet="'=+-@1x.", min_size=1, max_size=5) | lines, min_size=2, max_size=2))
def test_cells_come_back_from_text_and_workbooks(cells):
    rows = [("stem", "option 1"), [guarded(cell) for cell in cells]]
    text = as_csv(rows)
    for data in (text.encode(), workbook_of(rows)):
        (record,) = records(Document(data), LAYOUT)
        assert [record.of("stem"), record.of("option 1")] == cells


def test_no_cell_of_a_workbook_is_a_formula():
    from io import BytesIO

    import openpyxl

    data = workbook_of([["stem", "option 1"], [guarded("=1+1"), guarded("@x")]])
    sheet = openpyxl.load_workbook(BytesIO(data)).worksheets[0]
    assert {cell.data_type for row in sheet.rows for cell in row} == {"s"}
