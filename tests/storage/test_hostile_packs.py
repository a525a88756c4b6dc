"""Files made to do harm: none takes much time or memory, writes anywhere else, or brings anything to the terminal."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import DataError, StorageError
from quizgame.core.pack import Pack, Question
from quizgame.core.text import clean
from quizgame.storage import atomic
from quizgame.storage.exporting import export
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.registry import format_of
from quizgame.storage.importing import Raw, load_foreign, read_foreign
from quizgame.storage.packfile import pack_of, read_pack
from quizgame.storage.packs import Shelf
from quizgame.storage.stock import stock_of
from quizgame.storage.toml import PACK_LIMIT
from tests.fuzz.bombs import CASES
from tests.fuzz.bounded import read_bounded
from tests.fuzz.fuzz import FORMATS
from tests.fuzz.promises import check_problems, check_reading, check_recognised
from tests.fuzz.seeds import PLAIN, SIGNS
from tests.storage.formats.samples import back
from tests.storage.samples import NIGHT, ROOT

QUESTION = '[[questions]]\nstem = "How cold?"\nanswer = "very"\ndistractors = ["not very"]\n'
takes_minutes = pytest.mark.skipif(
    not os.environ.get("QUIZGAME_LONG"), reason="all of its kind take minutes: QUIZGAME_LONG=1 runs them"
)
every_format = pytest.mark.parametrize("format", FORMATS)


def named(*starts):
    """The hostile files whose names start so."""
    found = [case for case in CASES if case.startswith(starts)]
    assert found
    return found


# Long, many and deep


@takes_minutes
@every_format
def test_a_text_of_many_megabytes_costs_one_question_at_most(format):
    told = read_bounded(named(f"{format}: long"))
    assert [one.kept + one.skipped for one in told] == [3] * 5
    assert [(one.kept, one.skipped) for one in told[:3]] == [(2, 1)] * 3


@takes_minutes
@every_format
def test_no_mark_repeated_without_end_takes_time_that_grows_with_its_square(format):
    read_bounded(named(f"{format}: mark"))


@takes_minutes
@every_format
def test_what_is_nested_too_deeply_spoils_nothing_above_it(format):
    told = read_bounded(named(f"{format}: deep"))
    if format != "mdbook":  # TOML is read as a whole
        assert {one.kept for one in told if " below" in one.case} == {2}


@takes_minutes
@pytest.mark.parametrize("case", named("anki: tags", "gift: category", "moodle: category"))
def test_what_holds_for_many_questions_is_not_taken_in_for_each_of_them(case):
    (told,) = read_bounded([case])
    assert told.kept == 3_000


@takes_minutes
@pytest.mark.parametrize("case", named("pack: sources", "pack: headers", "pack: many"))
def test_a_pack_full_of_mistakes_is_told_in_time(case):
    (told,) = read_bounded([case])
    assert told.problem


@takes_minutes
def test_texts_may_look_like_keys_of_many_parts():
    (told,) = read_bounded(["pack: prose with dots"])
    assert (told.kept, told.problem) == (1, "")


# Entities and workbooks


@takes_minutes
def test_no_entity_of_a_quiz_is_filled_in_and_no_other_file_is_asked_for():
    told = read_bounded([case for case in named("moodle:") if "entit" in case or "laughs" in case or "blow-up" in case])
    assert len(told) == 6
    assert {one.reasons for one in told} == {
        ("from here on it is not read: entities and other files that it needs are not safe",)
    }
    assert {one.kept for one in told} == {0}
    (told,) = read_bounded(["moodle: external DTD"])
    assert told.kept in (0, 2)


@takes_minutes
@pytest.mark.parametrize("lxml", ["True", "False"])
def test_no_entity_of_a_workbook_is_filled_in_and_no_other_file_is_asked_for(lxml):
    told = read_bounded([case for case in named("workbook:") if " in " in case], OPENPYXL_LXML=lxml)
    assert len(told) == 24
    assert all(one.problem or one.kept == 1 for one in told)


REFUSED = [
    "gigabytes", "bzip2", "100,000 parts", "many cells", "many sheets", "many styles",
    "many strings", "many names",
]  # fmt: skip


@takes_minutes
@pytest.mark.parametrize("name", REFUSED)
def test_a_workbook_that_is_a_bomb_is_refused(name):
    (told,) = read_bounded([f"workbook: {name}"])
    assert "hostile file: it " in told.problem


NONSENSE = ["gigabytes that are not told", "a sheet larger than is told", "row 10**5000", "column ZZZZZZ", "many rows"]


@takes_minutes
@pytest.mark.parametrize("name", NONSENSE)
def test_a_workbook_that_makes_no_sense_is_refused_or_read_as_far_as_it_does(name):
    (told,) = read_bounded([f"workbook: {name}"])
    assert told.problem or told.kept == 1


@takes_minutes
@pytest.mark.parametrize("name", ["row 10**12", "column XFD", "dimension", "deep"])
def test_a_workbook_may_be_odd_at_its_edges(name):
    (told,) = read_bounded([f"workbook: {name}"])
    assert (told.kept, told.skipped) == (1, 0)


@takes_minutes
def test_a_cell_of_many_megabytes_costs_one_question():
    (told,) = read_bounded(["workbook: long cell"])
    assert (told.kept, told.skipped) == (0, 1)


# Encodings

GREEK = Pack(
    id="greek",
    title="Greek",
    questions=(
        Question(id="q-1", stem="Was heißt „kühl“ – auf €?", answer="fraîche", distractors=("übel", "größer")),
        Question(id="q-2", stem="Où est-ce?", answer="là-bas", distractors=("ça", "naïf")),
    ),
)


def texts(items):
    return [(item.question.stem, item.question.answer, item.question.distractors) for item in items]


@every_format
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252", "mixed"])
def test_an_encoding_that_can_be_told_is_read(format, encoding):
    data = export(GREEK, format).data
    was = texts(back(format_of(format), data.decode()))
    text = data.decode().replace(' encoding="UTF-8"', "")
    if encoding == "mixed":
        lines = text.split("\n")
        told = b"\n".join(line.encode("cp1252" if at % 2 else "utf-8") for at, line in enumerate(lines))
    else:
        told = text.encode(encoding)
    assert texts(format_of(format).read(Document(told, "pack"))) == was


@every_format
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-7", "cp037"])
def test_an_encoding_that_cannot_be_told_does_no_harm(format, encoding):
    data = export(GREEK, format).data.decode().encode(encoding, "replace")
    check_reading(format_of(format), Document(data, "pack"))
    check_recognised(data)


@every_format
def test_nul_is_nothing(format):
    data = export(GREEK, format).data
    for told in (
        data.replace(b"\n", b"\0\n"),
        data.replace(b"e", b"\0e\0"),
        b"\0" + data,
        data + b"\0" * 1_000,
        b"\0" * 99,
    ):
        check_reading(format_of(format), Document(told, "pack"))
        check_recognised(told)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_a_pack_in_another_encoding_is_told_by_its_line(encoding):
    text = f"# a comment\n{QUESTION}# größer\n"
    with pytest.raises(DataError) as told:
        pack_of(text.encode(encoding), file="ice.toml", stem="ice")
    assert told.value.problems[0].line
    check_problems(told.value)


# Texts

CONTROLS = [
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\",
    "\x9b2J",
    "\x00",
    "\x08",
    "\x7f",
    "\ue000",
    "\ufffe",
]
UNSEEN = ["\u202e", "\u2066", "\u200b", "\u200f", "\ufeff", "\U000e0041", "a\u0301", "a" + "\u0301" * 99]
WRITTEN = ["&#27;[31m", "&#x202e;", "&#x9b;", "&zwnj;", "\\u001b[0m", "%1b", "%e2%80%ae"]
MARKUP = ["[bold red]", "[/]", "[@click=app.quit]x[/]"]
hostile = st.lists(
    st.sampled_from([*CONTROLS, *UNSEEN, *WRITTEN, *MARKUP, *SIGNS]) | st.text(max_size=4), min_size=1, max_size=5
).map("".join)


@st.composite
def hostile_packs(draw):
    """A pack such as no reader gives: none of its texts is clean."""
    options = draw(st.lists(hostile, min_size=2, max_size=4, unique=True))
    question = Question(
        id="q-1",
        stem=draw(hostile),
        answer=options[0],
        distractors=tuple(options[1:]),
        kind=draw(hostile),
        evidence=draw(hostile),
        explanation=draw(hostile),
        tags=tuple(draw(st.lists(hostile, max_size=2))),
    )
    return Pack(id="hostile", title=draw(hostile), questions=(question, PLAIN.questions[0]))


@every_format
@given(pack=hostile_packs(), name=hostile)
def test_no_text_of_a_file_reaches_the_terminal_as_anything_but_text(format, pack, name):
    data = format_of(format).write(pack).encode("utf-8", "surrogatepass")
    check_reading(format_of(format), Document(data, clean(name)))
    try:
        found = read_foreign(Raw(data=data, file="file", name=name), format=format)
    except DataError as error:
        check_problems(error)
        return
    assert found.pack is None or clean(found.pack.title) == found.pack.title


@given(pack=hostile_packs(), key=hostile, name=hostile)
def test_no_text_of_a_pack_or_its_mistakes_does_either(pack, key, name):
    text = export(PLAIN, "quizgame").data.decode()
    quoted = "".join(f"\\U{ord(sign):08x}" for sign in key if not "\ud800" <= sign <= "\udfff")
    for told in (
        text.replace("How cold", quoted),
        text.replace("True", quoted),
        f'"{quoted}" = 1\n{text}',
        f'id = "{quoted}"\n{text}',
        f'{text}source = "{quoted}"\n',
        f'{text}"{quoted}" = 1\n',
        f"{text}{key} = 1\n",
        export(pack, "quizgame").data.decode("utf-8", "replace"),
    ):
        check_recognised(told.encode("utf-8", "surrogatepass"))
        try:
            pack_of(told.encode("utf-8", "surrogatepass"), file="file", stem=name)
        except DataError as error:
            check_problems(error)


def test_the_hint_to_a_mistake_is_one_line():
    text = f'[[sources]]\nid = "book\\nError: lost"\n{QUESTION}source = "book\\nError: lost!"\n'
    with pytest.raises(DataError, match="did you mean") as told:
        pack_of(text.encode(), file="file", stem="file")
    check_problems(told.value)


@pytest.mark.parametrize("format", ["kahoot", "quizizz"])
def test_a_key_that_nobody_sees_is_none(format):
    heads = {
        "kahoot": "question,answer 1,answer 2,correct answer",
        "quizizz": "question text,option 1,option 2,correct answer",
    }
    check_reading(format_of(format), Document(f"{heads[format]}\na?,b,c,\0\n".encode(), "pack"))


# Ids and names

PATHS = ["../../x", "..", ".", "/etc/passwd", "a/b", "a\\b", "C:\\x", "con.toml", "~", "~root", "$HOME", "%2e%2e%2f"]
BAD_IDS = [*PATHS, "", "A", "-x", "a" * 65, "a/\0b", "a\n", "a\nb", "\x1b[2J", "é", "a b", "a.b"]
ODD_IDS = ["con", "nul", "removed", "a" * 64, "0", "a--b"]


@pytest.fixture
def home(tmp_path, monkeypatch):
    (tmp_path / "downloads").mkdir()
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path / "downloads")
    return tmp_path


@pytest.fixture
def shelf(home):
    return Shelf(home / "shipped", home / "own", home / "cache")


@pytest.fixture
def stock(shelf):
    return stock_of(shelf, lambda: NIGHT)


def files(home, *, outside):
    """What stands in or outside of the player's own folder; the cache does not count."""
    found = (path for path in home.rglob("*") if home / "cache" not in (path, *path.parents))
    return {
        path: path.read_bytes() if path.is_file() else b""
        for path in found
        if (home / "own" in (path, *path.parents)) != outside
    }


def quoted(text):
    return '"' + "".join(f"\\U{ord(sign):08x}" for sign in text) + '"'


@pytest.mark.parametrize("id", BAD_IDS)
@pytest.mark.parametrize("way", ["add", "read", "import", "keep"])
def test_an_id_that_is_no_name_is_refused_and_nothing_is_written(home, stock, way, id):
    path = home / "downloads" / "ice.toml"
    path.write_text(f"id = {quoted(id)}\n{QUESTION}")
    before = {**files(home, outside=True), **files(home, outside=False)}
    foreign = Raw(data=export(PLAIN, "gift").data, file="ice.gift", name="ice")
    ways = {
        "add": lambda: stock.add(str(path)),
        "read": lambda: stock.take(stock.read(str(path), None)),
        "import": lambda: stock.take(read_foreign(foreign, format="gift", id=id or "\n")),
        "keep": lambda: stock.keep(msgspec.structs.replace(PLAIN, id=id)),
    }
    with pytest.raises(DataError) as told:
        ways[way]()
    check_problems(told.value)
    assert {**files(home, outside=True), **files(home, outside=False)} == before


@pytest.mark.parametrize("id", BAD_IDS)
def test_an_id_that_is_no_name_cannot_be_removed_or_opened(home, shelf, stock, id):
    before = files(home, outside=True)
    for act in (stock.remove, stock.open, lambda name: shelf.packs([name])):
        with pytest.raises((DataError, StorageError)):
            act(id or "\n")
    assert files(home, outside=True) == before


@pytest.mark.parametrize("id", ODD_IDS)
def test_an_odd_id_is_a_file_of_the_player_s_own(home, shelf, stock, id):
    path = home / "downloads" / "ice.toml"
    path.write_text(f'id = "{id}"\n{QUESTION}')
    before = files(home, outside=True)
    assert stock.add(str(path)).id == id
    assert files(home, outside=True) == before
    assert list(files(home, outside=False)) == [home / "own", home / "own" / f"{id}.toml"]
    assert shelf.packs([id])[0].id == id
    assert stock.restore(stock.remove(id)).id == id


NAMES = [
    *(
        "ice\nrm -rf.toml",
        "\x1b[2J\x1b]0;x\x07.toml",
        "\u202elmot.toml",
        "[@click=x]y[\\].toml",
        "`id`.toml",
        "$HOME.toml",
    ),
    *("-rf.toml", "~.toml", "..toml", "...toml", " .toml", "con.toml", "%2e%2e%2fx.toml", "\\..\\x.toml"),
    *("a" * 250 + ".toml", "é" * 100 + ".toml", "中文.toml", os.fsdecode(b"\xff\xfe.toml")),
]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_is_called_its_pack_is_added_among_the_player_s_own(home, shelf, stock, name):
    path = home / "downloads" / name
    path.write_text(QUESTION)
    before = files(home, outside=True)
    added = stock.add(str(path))
    assert files(home, outside=True) == before
    assert len(files(home, outside=False)) == 2
    for text in (added.id, added.title, added.file):
        assert clean(text) == text
        assert "\n" not in text
    assert shelf.packs([added.id])[0].title == added.title


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_is_called_its_questions_are_imported_and_its_trouble_is_told(home, stock, name):
    path = home / "downloads" / name
    path.write_bytes(export(PLAIN, "aiken").data)
    before = files(home, outside=True)
    info = stock.take(stock.read(str(path), None)).info
    assert clean(info.title) == info.title
    path.write_text("[[questions]\n")
    with pytest.raises(DataError) as told:
        stock.read(str(path), None)
    check_problems(told.value)
    path.unlink()
    with pytest.raises(StorageError) as gone:
        stock.read(str(path), None)
    assert clean(str(gone.value)) == str(gone.value)
    assert "\n" not in str(gone.value)
    assert files(home, outside=True).keys() == before.keys() - {path}


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_broken_pack_is_called_it_is_told_and_can_be_removed(home, shelf, stock, name):
    (home / "own" / name).write_text("[[questions]\n")
    library = shelf.library()
    if name.startswith("."):
        assert library.problems == ()
        return
    assert len(library.problems) == 1
    check_problems(DataError(*library.problems))
    assert Path(stock.remove((home / "own" / name).stem)).parent == home / "own" / "removed"


# Links and files that are none

LIST = """
import json, sys
from pathlib import Path
from quizgame.storage.packs import Shelf
home = Path(sys.argv[1])
for _ in range(2):
    library = Shelf(home / "shipped", home / "own", home / "cache").library()
    told = {Path(problem.file).name: str(problem) for problem in library.problems}
    print(json.dumps([[pack.id for pack in library.packs], told]))
"""
ADD = """
import sys
from pathlib import Path
from quizgame.core.errors import QuizGameError
from quizgame.storage.packs import Shelf
from quizgame.storage.stock import stock_of
from tests.storage.samples import NIGHT
home = Path(sys.argv[1])
stock = stock_of(Shelf(home / "shipped", home / "other"), lambda: NIGHT)
for path in sorted((home / "own").iterdir()):
    for act in (stock.add, lambda path: stock.read(path, "gift")):
        try:
            act(str(path))
        except QuizGameError as error:
            print(path.name, error)
"""


def run(code, home):
    """What a program says, that may not hang."""
    done = subprocess.run(
        [sys.executable, "-c", code, str(home)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout


@pytest.fixture
def strange(home):
    """A folder of packs with one that is sound, and with all that a folder may hold beside files."""
    own = home / "own"
    (own / "good.toml").write_text(QUESTION)
    (home / "secret").write_text("root:SECRET:0:0\n")
    (home / "downloads" / "linked.toml").write_text(QUESTION)
    (own / "linked.toml").symlink_to("../downloads/linked.toml")
    (own / "outside.toml").symlink_to(home / "secret")
    (own / "itself.toml").symlink_to("itself.toml")
    (own / "nowhere.toml").symlink_to(home / "nowhere")
    (own / "folder.toml").symlink_to(home / "downloads")
    (own / "real-folder.toml").mkdir()
    (own / "zero.toml").symlink_to("/dev/zero")
    (own / "random.toml").symlink_to("/dev/urandom")
    (own / "terminal.toml").symlink_to("/dev/tty")
    os.mkfifo(own / "pipe.toml")
    return home


BROKEN = sorted(
    f"{name}.toml" for name in "outside itself nowhere folder real-folder zero random terminal pipe".split()
)


def test_links_and_pipes_among_the_packs_are_told_and_hang_nothing(strange):
    import json

    for line in run(LIST, strange).splitlines():
        packs, told = json.loads(line)
        assert packs == ["good", "linked"]
        assert sorted(told) == BROKEN
        assert all(told.values())
        assert "SECRET" not in str(told)


def test_links_and_pipes_can_be_neither_added_nor_imported_and_hang_nothing(strange):
    before = files(strange, outside=True)
    (strange / "own" / "good.toml").unlink()
    (strange / "own" / "linked.toml").unlink()
    said = run(ADD, strange).splitlines()
    assert {line.split()[0] for line in said} == set(BROKEN)
    assert len(said) == 2 * len(BROKEN) - 1  # any text may be imported, also that of another folder
    assert files(strange, outside=True) == before


def test_what_is_removed_is_the_link(strange):
    stock = stock_of(Shelf(strange / "shipped", strange / "own"), lambda: NIGHT)
    for name in ("linked", "outside", "itself", "nowhere", "zero"):
        assert Path(stock.remove(name)).is_symlink()
    assert (strange / "downloads" / "linked.toml").read_text() == QUESTION
    assert (strange / "secret").read_text() == "root:SECRET:0:0\n"


# Files that change, and files that are too large


class Growing:
    """The ``os`` module, but a file never comes to its end."""

    def __init__(self):
        self.reads = 0

    def __getattr__(self, name):
        return getattr(os, name)

    def read(self, descriptor, count):
        self.reads += 1
        return b"#" * count


def test_a_file_that_grows_while_it_is_read_is_too_large(tmp_path, monkeypatch):
    path = tmp_path / "ice.toml"
    path.write_text(QUESTION)
    growing = Growing()
    monkeypatch.setattr(atomic, "os", growing)
    with pytest.raises(DataError, match="larger than 64 MB"):
        read_pack(path)
    assert growing.reads <= PACK_LIMIT // atomic._BLOCK + 1


@pytest.mark.parametrize("change", ["shrinks", "vanishes", "becomes another"])
def test_a_file_that_changes_while_it_is_read_is_a_pack_or_told(tmp_path, monkeypatch, change):
    path = tmp_path / "ice.toml"
    path.write_text(QUESTION * 1_000)
    real = os.read

    class Changing(Growing):
        def read(self, descriptor, count):
            self.reads += 1
            if self.reads == 2:
                acts[change]()
            return real(descriptor, min(count, 1_000))

    acts = {
        "shrinks": lambda: os.truncate(path, 500),
        "vanishes": path.unlink,
        "becomes another": lambda: atomic.replace(path, b"no pack"),
    }
    monkeypatch.setattr(atomic, "os", Changing())
    try:
        read_pack(path)
    except DataError as error:
        check_problems(error)


def huge(path):
    with path.open("wb") as file:
        file.truncate(PACK_LIMIT + 1)  # nothing of it is on the disk
    return path


def test_a_pack_that_is_too_large_is_told_wherever_it_is_named(home, shelf, stock):
    path = huge(home / "downloads" / "huge.toml")
    for act in (lambda name: read_pack(Path(name)), stock.add, lambda name: stock.read(name, None)):
        with pytest.raises(DataError, match=r"huge\.toml.*larger than 64 MB"):
            act(str(path))
    with pytest.raises(DataError, match="larger than 64 MB"):
        load_foreign("-", stdin=path.read_bytes)
    assert not list((home / "own").iterdir())
    huge(home / "own" / "huge.toml")
    (home / "own" / "good.toml").write_text(QUESTION)
    library = shelf.library()
    assert [pack.id for pack in library.packs] == ["good"]
    assert ["larger than 64 MB" in str(problem) for problem in library.problems] == [True]


STDIN = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from quizgame.cli import main
main(["packs", "import", "-", "--format", "gift", "--dry-run"])
"""


@takes_minutes
def test_what_is_piped_in_without_end_is_refused(home):
    with Path("/dev/zero").open("rb") as endless:
        done = subprocess.run(
            [sys.executable, "-c", STDIN],
            cwd=ROOT,
            env={**os.environ, "QUIZGAME_HOME": str(home / "home")},
            stdin=endless,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert "Traceback" not in done.stderr
    assert (done.returncode, "larger than 64 MB" in done.stderr) == (1, True)
