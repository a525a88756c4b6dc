"""TOML from anybody: errors with a line, strings without escapes, and the lines of keys."""

from datetime import datetime, timezone

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError
from quizgame.core.text import clean
from quizgame.storage.lines import Lines
from quizgame.storage.toml import decode, parse
from quizgame.storage.writing import encode, inline, lines

TEXT = '''# a pack
title = "A"
note = """
[[questions]]
stem = "not here"
"""

[[sources]]
id = "s"

[[questions]]
stem = "One?"
distractors = [
    "a = 1",
    "]",  # ]
]
[[questions]]
"stem" = 'Two?'
tags = ["x"]
[questions.meta]
deep.key = 1
[[questions.parts]]
name = 1
[[questions.parts]]
name = 2
[other]
stem = 3
'''


def problem(text):
    with pytest.raises(DataError) as told:
        parse(text, file="a.toml")
    return told.value.problems[0]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("$.title", 2),
        ("$.note", 3),
        ("$.sources[0].id", 9),
        ("$.sources[0].url", 8),
        ("$.questions[0]", 11),
        ("$.questions[0].stem", 12),
        ("$.questions[0].distractors[1]", 13),
        ("$.questions[0].answer", 11),
        ("$.questions[1].stem", 18),
        ("$.questions[1].tags[0]", 19),
        ("$.questions[1].meta.deep.key", 21),
        ("$.questions[1].parts[1].name", 25),
        ("$.other.stem", 27),
        ("$.missing", None),
        ("$", None),
        ("", None),
    ],
)
def test_the_line_is_that_of_a_key_or_of_what_is_around_it(path, line):
    assert Lines(TEXT).of(path) == line
    assert Lines(TEXT.replace("\n", "\r\n")).of(path) == line


@given(st.text(max_size=300))
def test_lines_are_found_in_any_text(text):
    Lines(text).of("$.questions[0].stem")


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ("a = 1\nb = 2\na = 3\n", 3, "a"),
        ('a = """x\n\n"""\nb = 2\na = """\ny\n"""\n', 5, "a"),
        ("[a]\nb.c = 1\nb.c = 2", 3, "b.c"),
        ("[a.b]\n[a.b]\n", 2, "a.b"),
        ("x = {b = 1, b = 2}", 1, "b"),
        ("[[q]]\ns = 1\nt = 1\ns = 1\n[[q]]\ns = 1\n", 4, "s"),
    ],
)  # fmt: skip
def test_a_key_that_stands_there_twice_is_named(text, line, key):
    found = problem(text)
    assert (found.line, found.key, found.what) == (line, key, "stands there twice")


@pytest.mark.parametrize(("text", "line"), [('a = "x\n', 1), ("a = 1\nb = \n", 2), ("a = 1\n\nb", 3), ("a=[\n1\n", 2)])
def test_a_syntax_error_has_its_line(text, line):
    found = problem(text)
    assert found.line == line
    assert found.what.startswith("not valid TOML")


@pytest.mark.parametrize(
    "text",
    ["a=" + "[" * 50_000, "a=" + "{b=" * 50_000, ".".join("a" * 20_000) + "=1", "a=" + "9" * 10_000, "a=2025-02-30",
     "a = '\x1b'", 'a = "\\ud800"', "\ufeffa = 1"],
)  # fmt: skip
def test_hostile_text_is_a_problem_and_not_a_crash(text):
    found = problem(text)
    assert found.file == "a.toml"
    assert len(str(found)) < 400
    assert "\x1b" not in str(found)


def test_strings_are_cleaned():
    table = parse('a = "\\u001b]0;x\\u0007y"\nb = [{ c = "x\u202ey\u200bz" }]\nd = "tab\\t"\n', file="")
    assert table == {"a": "]0;xy", "b": [{"c": "xyz"}], "d": "tab "}


def test_a_byte_order_mark_is_no_error_and_other_bytes_are_told_with_their_line():
    assert decode(b"\xef\xbb\xbfa = 1", file="") == "a = 1"
    with pytest.raises(DataError, match=r"a\.toml:2: the text is not UTF-8"):
        decode(b"a = 1\nb = '\xe9'\n", file="a.toml")


plain = st.one_of(
    st.text().map(clean), st.booleans(), st.integers(-(2**60), 2**60), st.floats(allow_nan=False), st.dates(),
    st.datetimes(datetime(1, 2, 1), datetime(9999, 11, 1), timezones=st.timezones()).map(lambda moment: moment.astimezone(timezone(moment.utcoffset()))),
)  # fmt: skip
tables = st.dictionaries(
    st.text(max_size=8).map(clean), st.recursive(plain, lambda inner: st.lists(inner, max_size=4), max_leaves=8)
)


@given(tables)
def test_what_we_write_reads_back_the_same(table):
    text = lines(table)
    assert tomli.loads(encode(text).decode()) == table
    assert text.count("\n") == len(table)


@given(tables)
def test_a_table_on_one_line_reads_back_the_same(table):
    assert tomli.loads(f"v = {inline(table)}") == {"v": table}
