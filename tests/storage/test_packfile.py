"""Pack files: every defect named by file, line and key; what is written reads back the same."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError, StorageError
from quizgame.core.pack import Pack, Question, Source, question_id
from quizgame.core.text import clean, one_line
from quizgame.core.tracing import traced
from quizgame.storage.packfile import dump_pack, read_pack, write_pack
from quizgame.storage.toml import PACK_LIMIT

GOOD = """\
[[questions]]
stem = "How many?"
answer = "two"
distractors = ["one", "three"]
"""


@pytest.fixture
def read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def read(text, name="a-pack.toml"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_pack(path)

    return read


@pytest.fixture
def problems(read):
    def problems(text, name="a-pack.toml"):
        with pytest.raises(DataError) as told:
            read(text, name)
        return [(problem.line, problem.key, problem.what, problem.hint) for problem in told.value.problems]

    return problems


def test_a_pack_by_hand_needs_only_stem_answer_and_distractors(read):
    pack = read(GOOD, "Winter Sports 2025.toml")
    assert (pack.id, pack.title) == ("winter-sports-2025", "Winter sports 2025")
    question = pack.questions[0]
    assert (question.stem, question.answer, question.distractors) == ("How many?", "two", ("one", "three"))
    assert question.id == question_id("How many?", "two")


def test_a_file_name_without_latin_letters_gives_an_id_too(read):
    pack = read(GOOD, "短道速滑.toml")
    assert pack.id.startswith("pack-")
    assert read(GOOD, "短道速滑.toml").id == pack.id != read(GOOD, "速滑.toml").id


def test_a_byte_order_mark_and_windows_line_ends_are_well(read):
    assert read(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()) == read(GOOD)


def test_escapes_and_marks_that_turn_text_are_gone(read):
    pack = read(GOOD.replace("How many?", "How \\u001b]0;x\\u0007\u202emany [/]?"))
    assert pack.questions[0].stem == "How ]0;xmany [/]?"


def test_a_row_of_a_list_is_one_line_and_a_text_keeps_its_lines(read):
    rows = 'title = "Ice\\n9) Forged"\nlicense = " a\\n b"\ntags = ["t\\tu"]\ndescription = "One.\\nTwo."\n'
    question = """[[questions]]
stem = "What?\\nTell."
answer = "two\\n3) three"
distractors = [\"\"\"
one
\"\"\", "four  five\\n"]
evidence = "Two.\\nOr three."
explanation = "So\\nit is."
tags = ["a\\nb"]
kind = "x\\ny"
"""
    source = '[[sources]]\nid = "s"\ntitle = "Gold\\nrush"\npublisher = "X\\nY"\nurl = "u\\n"\n'
    pack = read(rows + question + source)
    assert (pack.title, pack.license, pack.tags) == ("Ice 9) Forged", "a b", ("t u",))
    assert pack.description == "One.\nTwo."
    told = pack.questions[0]
    assert (told.answer, told.distractors) == ("two 3) three", ("one", "four five"))
    assert (told.tags, told.kind) == (("a b",), "x y")
    assert (told.stem, told.evidence, told.explanation) == ("What?\nTell.", "Two.\nOr three.", "So\nit is.")
    assert pack.sources == (Source(id="s", title="Gold rush", publisher="X Y", url="u"),)


SOURCE = '\n[[sources]]\nid = "xinhua"\n'


@pytest.mark.parametrize(
    ("text", "line", "key", "what", "hint"),
    [
        (GOOD.replace("answer", "anser"), 1, "questions[1].answer", "is missing", ""),
        (GOOD + 'tags = "x"\n', 5, "questions[1].tags", "expected an array [...], not text in quotation marks", ""),
        (GOOD + 'difficulty = "hard"\n', 5, "questions[1].difficulty", "expected a whole number, not text", ""),
        ("generated = 3\n" + GOOD, 1, "generated", "expected a table", ""),
        (GOOD + "[generated]\npack = 3\n", 6, "generated.pack", "expected text", ""),
        (GOOD + "difficulty = true\n", 5, "questions[1].difficulty", "expected a whole number, not true or false", ""),
        (GOOD + "difficulty = 9\n", 5, "questions[1].difficulty", "expected at most 5", ""),
        (GOOD + "difficulty = 0\n", 5, "questions[1].difficulty", "expected at least 1", ""),
        (GOOD + 'id = "A b"\n', 5, "questions[1].id", "expected lower-case letters, digits and hyphens", ""),
        (GOOD + "dificulty = 2\n", 5, "questions[1].dificulty", "there is no such key", "did you mean difficulty?"),
        (GOOD.replace('"two"', '""'), 3, "questions[1].answer", "is empty", ""),
        (GOOD.replace("How", "x" * 3_000), 2, "questions[1].stem", "has more than 2000 characters", ""),
        (GOOD.replace('"one", ', "1, "), 4, "questions[1].distractors[1]", "expected text", ""),
        (GOOD.replace('["one", "three"]', "[]"), 4, "questions[1].distractors", "is empty", ""),
        (GOOD.replace('["one", "three"]', str(list("abcdef"))), 4, "questions[1].distractors", "more than 5 items", ""),
        (GOOD.replace('"one"', '"two"'), 1, "questions[1]", "the answer stands among the distractors too", ""),
        (GOOD.replace('"one"', '"two\\n"'), 1, "questions[1]", "the answer stands among the distractors too", ""),
        (GOOD.replace('"two"', '" "'), 3, "questions[1].answer", "is empty", ""),
        (GOOD.replace('"one"', '"three"'), 1, "questions[1]", "a distractor stands there twice", ""),
        (GOOD + 'source = "xinua"\n' + SOURCE, 5, "questions[1].source", "not listed", "did you mean xinhua?"),
        (GOOD + 'source = "x"\n', 5, "questions[1].source", "not listed", "add it as a [[sources]] block"),
        (GOOD + SOURCE + SOURCE, 10, "sources[2].id", "listed twice", ""),
        (GOOD + SOURCE + 'published = "soon"\n', 8, "sources[1].published", "expected a date such as", ""),
        (GOOD + SOURCE + "published = 2025-02-09T10:00:00\n", 8, "sources[1].published", "expected a date such", ""),
        ("title = 3\n" + GOOD, 1, "title", "expected text", ""),
        ('id = "Big Pack"\n' + GOOD, 1, "id", "expected lower-case", ""),
        ('titel = "x"\n' + GOOD, 1, "titel", "there is no such key", "did you mean title?"),
        ('title = "x"\n', None, "questions", "is missing", ""),
        ("questions = []\n", 1, "questions", "is empty", ""),
        ("questions = 3\n", 1, "questions", "expected an array", ""),
        ("questions = [3]\n", 1, "questions[1]", "expected a table", ""),
        ("format = 2\n" + GOOD, 1, "format", "format 2 is newer than this version reads", "update"),
        ('format = "1"\n' + GOOD, 1, "format", "expected a whole number", ""),
        ("format = 0\n" + GOOD, 1, "format", "expected at least 1", ""),
        (GOOD + 'id = "q"\n' + GOOD + 'id = "q"\n', 10, "questions[2].id", "the id 'q' is that of questions[1] too", ""),
        (GOOD + "\n" + GOOD, 6, "questions[2]", "this is questions[1] again", ""),
        (GOOD + 'stem = "Again?"\n', 5, "questions.stem", "stands there twice", ""),
        (GOOD + "tags = [\n", 5, "", "not valid TOML", ""),
        (GOOD.encode() + b"# \xff\n", 5, "", "not UTF-8", ""),
        ("", None, "questions", "is missing", ""),
    ],
)  # fmt: skip
def test_each_defect_is_named_by_line_and_key(  # noqa: PLR0917 - a table of examples
    problems, text, line, key, what, hint
):
    found = problems(text)
    wanted = next(((at, told, said) for at, name, told, said in found if name.endswith(key.split(".")[-1])), None)
    assert wanted, found
    assert any(name == key or (key.startswith("questions.") and name == key.split(".")[1]) for _, name, _, _ in found)
    assert wanted[0] == line
    assert what in wanted[1]
    assert hint in wanted[2]


def test_every_problem_of_a_pack_is_told_at_once_in_order_of_line(problems):
    text = "titel = 'x'\n" + GOOD.replace("answer", "anser") + GOOD + "difficulty = 9\nkind = 3\n"
    assert [(line, key) for line, key, _, _ in problems(text)] == [
        (1, "titel"),
        (2, "questions[1].answer"),
        (4, "questions[1].anser"),
        (10, "questions[2].difficulty"),
        (11, "questions[2].kind"),
    ]


def test_a_problem_names_the_file_and_is_bounded(read, tmp_path):
    with pytest.raises(DataError) as told:
        read(GOOD.replace("answer", "anser") * 1_000)
    assert len(told.value.problems) == 201
    assert str(told.value.problems[0]).startswith("a-pack.toml:1: questions[1].answer: is missing")
    assert str(told.value.problems[-1]).endswith("and there are more problems")


def test_a_problem_is_short_whatever_it_speaks_of(read):
    long = "x" * 100_000
    for line in (
        f"{long} = 1",
        f'source = "{long}"',
        f'id = "{long}"',
        f'kind = "{long}"',
        f"difficulty = {'9' * 4_000}",
    ):
        head = f"format = {'9' * 4_000}\n" if "kind" in line else ""
        with pytest.raises(DataError) as told:
            read(head + GOOD + line + "\n" + GOOD + line + "\n")
        assert all(len(str(problem)) < 400 for problem in told.value.problems)


def test_a_missing_or_a_huge_file_is_told(tmp_path):
    with pytest.raises(StorageError, match="no such file"):
        read_pack(tmp_path / "none.toml")
    with (tmp_path / "big.toml").open("wb") as file:
        file.truncate(PACK_LIMIT + 1)
    with pytest.raises(DataError, match="larger than 64 MB"):
        read_pack(tmp_path / "big.toml")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_pack_or_a_problem(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    with pytest.raises(DataError) as told:
        read_pack(path)
    assert all(problem.what.isprintable() for problem in told.value.problems)


KEYS = ("id", "stem", "answer", "distractors", "difficulty", "source", "tags", "kind", "foo", "\x1b[2J")
values = st.recursive(
    st.one_of(st.text(max_size=5), st.integers(-3, 9), st.floats(), st.booleans(), st.dates(), st.just("two")),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)),
    max_leaves=5,
)


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), values, max_size=6), max_size=3), values)
def test_any_shape_is_a_pack_or_a_problem_with_a_line(tmp_path_factory, questions, title):
    import tomli_w

    path = tmp_path_factory.getbasetemp() / "shape.toml"
    path.write_text(tomli_w.dumps({"title": title, "questions": questions}), encoding="utf-8")
    problems = ()
    try:
        read_pack(path)
    except DataError as error:
        problems = error.problems
    assert all(problem.line and str(problem).isprintable() for problem in problems)


PACK = Pack(
    id="harbin-2025",
    title="Short track",
    tags=("winter sports", "2025"),
    sources=(Source(id="x", title='The "race"', published=date(2025, 2, 9)),),
    questions=(
        Question(
            id="count-7c", stem="How many?", answer="two", distractors=("one", "three", "six"), difficulty=2, source="x"
        ),
        Question(id="q-2", stem="Why?\nTell.", answer="a" * 60, distractors=("b" * 60, "c\\c"), tags=("t",)),
    ),
)

TEXT = f"""#:schema ./pack.schema.json
format = 1
id = "harbin-2025"
title = "Short track"
tags = ["winter sports", "2025"]

[[sources]]
id = "x"
title = "The \\"race\\""
published = 2025-02-09

[[questions]]
id = "count-7c"
stem = "How many?"
answer = "two"
distractors = ["one", "three", "six"]
difficulty = 2
source = "x"

[[questions]]
id = "q-2"
stem = "Why?\\nTell."
answer = "{"a" * 60}"
distractors = ["{"b" * 60}", "c\\\\c"]
tags = ["t"]
"""


def test_a_pack_is_written_as_people_like_to_read_it():
    assert dump_pack(PACK) == TEXT


def test_the_marks_of_what_was_generated_stand_at_the_end():
    text = dump_pack(traced(PACK))
    assert text.startswith(TEXT)
    assert text.removeprefix(TEXT).splitlines()[1] == (
        "# What the generator wrote, so that generating again keeps all that you changed, added and deleted."
    )
    assert text.count("count-7c = ") == 1


def test_long_distractors_stand_below_each_other(tmp_path):
    question = Question(id="q", stem="Why?", answer="yes", distractors=("b" * 80, "c" * 80), kind="why")
    pack = Pack(id="p", title="P", questions=(question,))
    assert f'distractors = [\n    "{"b" * 80}",\n    "{"c" * 80}",\n]\nkind = "why"\n' in dump_pack(pack)
    write_pack(tmp_path / "p.toml", pack)
    assert read_pack(tmp_path / "p.toml") == pack


texts = st.text(max_size=60).map(clean)
full = texts.filter(bool)
rows = st.text(max_size=60).map(one_line)
full_rows = rows.filter(bool)
ids = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True)
sources = st.builds(
    Source, id=ids, title=rows, publisher=rows, url=rows,
    published=st.none() | st.dates(), retrieved=st.none() | st.dates(),
)  # fmt: skip


@st.composite
def any_pack(draw):
    listed = tuple(draw(st.lists(sources, max_size=2, unique_by=lambda source: source.id)))
    questions = []
    for name in draw(st.lists(ids, min_size=1, max_size=4, unique=True)):
        options = draw(st.lists(full_rows, min_size=2, max_size=6, unique=True))
        questions.append(
            Question(
                id=name, stem=draw(full), answer=options[0], distractors=tuple(options[1:]), kind=draw(rows),
                difficulty=draw(st.integers(1, 5)), source=draw(st.sampled_from(["", *(s.id for s in listed)])),
                evidence=draw(texts), explanation=draw(texts), tags=tuple(draw(st.lists(rows, max_size=2))),
            )
        )  # fmt: skip
    pack = Pack(
        id=draw(ids), title=draw(full_rows), description=draw(texts), language=draw(rows), license=draw(rows),
        tags=tuple(draw(st.lists(rows, max_size=3))), sources=listed, questions=tuple(questions),
    )  # fmt: skip
    return traced(pack) if draw(st.booleans()) else pack


@given(any_pack())
def test_what_is_written_reads_back_the_same(tmp_path_factory, pack):
    path = tmp_path_factory.getbasetemp() / "pack.toml"
    write_pack(path, pack)
    assert read_pack(path) == pack
    assert dump_pack(read_pack(path)) == dump_pack(pack)


def change(**changes):
    return msgspec.structs.replace(PACK, questions=(msgspec.structs.replace(PACK.questions[0], **changes),))


@pytest.mark.parametrize(
    ("pack", "key", "what"),
    [
        (change(evidence="x" * 3_000), "questions[1].evidence", "has more than 2000 characters"),
        (change(difficulty=9), "questions[1].difficulty", "expected at most 5"),
        (change(evidence="\x1b[2J"), "questions[1].evidence", "not read back the same"),
        (change(distractors=("one", "four\nfive")), "questions[1].distractors[2]", "not read back the same"),
        (msgspec.structs.replace(PACK, title="a\nb"), "title", "not read back the same"),
        (msgspec.structs.replace(PACK, format=2), "format", "newer"),
        (msgspec.structs.replace(PACK, id="A"), "id", "expected lower-case"),
    ],
)
def test_what_would_not_read_back_is_named_and_nothing_is_written(tmp_path, pack, key, what):
    path = tmp_path / "a" / "p.toml"
    with pytest.raises(DataError) as told:
        write_pack(path, pack)
    (problem,) = told.value.problems
    assert (problem.key, problem.line) == (key, None)
    assert problem.what.startswith("cannot be written: ")
    assert what in problem.what
    assert not path.parent.exists()


def test_a_question_without_an_id_is_written_with_one(tmp_path):
    write_pack(tmp_path / "p.toml", change(id=""))
    assert read_pack(tmp_path / "p.toml") == change(id=question_id("How many?", "two"))
