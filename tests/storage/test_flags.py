"""Flags: what a player has flagged comes back, and no mistake in the file costs another flag."""

import errno

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.core.errors import StorageError
from quizgame.core.flags import REASONS, Flag, Flags, flagged, unflagged
from quizgame.core.text import clean
from quizgame.storage import atomic
from quizgame.storage.flags import FlagsFile
from tests.storage.samples import NIGHT, FaultyOs

FIRST = Flag(question="ice/q-1", reason="typo", flagged=NIGHT, stem="What is ice?")
SECOND = Flag(question="ice/q-2", reason="several right", flagged=NIGHT, stem='What is "ice"?')


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path / "ann" / "flags.toml"


@pytest.fixture
def file(path):
    return FlagsFile(path)


def put(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def table(question="ice/q-1", reason="typo", when="2026-11-20T21:30:15.250000+08:00", stem="What is ice?"):
    return f'\n[[flags]]\nquestion = "{question}"\nreason = "{reason}"\nflagged = {when}\nstem = "{stem}"\n'


def test_without_a_file_there_are_no_flags_and_none_is_made(file, path):
    assert file.load() == Flags()
    assert not path.parent.exists()


def test_flags_come_back_in_a_file_that_a_person_can_read(file, path):
    for flag in (FIRST, SECOND):
        file.change(lambda flags, flag=flag: (*flags, flag))
    assert file.load() == FlagsFile(path).load() == Flags(flags=(FIRST, SECOND))
    assert file.load().flags[0].flagged.utcoffset() == NIGHT.utcoffset()
    assert path.read_text() == (
        "format = 1\n"
        '\n[[flags]]\nquestion = "ice/q-1"\nreason = "typo"\nflagged = 2026-11-20T21:30:15.250000+08:00\n'
        'stem = "What is ice?"\n'
        '\n[[flags]]\nquestion = "ice/q-2"\nreason = "several right"\nflagged = 2026-11-20T21:30:15.250000+08:00\n'
        'stem = "What is \\"ice\\"?"\n'
    )


def test_a_question_is_flagged_for_one_reason_and_unflagged_again(file):
    file.change(lambda flags: flagged(flags, "ice/q-1", "typo", when=NIGHT, stem="What is ice?"))
    file.change(lambda flags: flagged(flags, "ice/q-2", "wrong", when=NIGHT))
    file.change(lambda flags: flagged(flags, "ice/q-1", "outdated", when=NIGHT))
    assert [(flag.question, flag.reason) for flag in file.load().flags] == [
        ("ice/q-2", "wrong"),
        ("ice/q-1", "outdated"),
    ]
    assert file.load().refs == {"ice/q-1", "ice/q-2"}
    file.change(lambda flags: unflagged(flags, "ice/q-1"))
    assert file.load().refs == {"ice/q-2"}
    file.change(lambda flags: unflagged(flags, "ice/q-2"))
    assert file.load() == Flags()


def test_two_windows_lose_no_flag_of_each_other(path):
    windows = FlagsFile(path), FlagsFile(path)
    for place in range(6):
        windows[place % 2].change(lambda flags, place=place: flagged(flags, f"ice/q-{place}", "typo", when=NIGHT))
    assert len(windows[0].load().refs) == 6


words = st.text(max_size=40).map(clean)


@given(st.lists(st.builds(Flag, question=words, reason=st.sampled_from(REASONS), flagged=st.just(NIGHT), stem=words)))
def test_any_flags_come_back_exactly(tmp_path_factory, flags):
    file = FlagsFile(tmp_path_factory.mktemp("flags") / "flags.toml")
    file.change(lambda _: tuple(flags))
    assert file.load() == Flags(flags=tuple(flags))


HOSTILE = [
    ("\\u001b[2J\\u0007\\u202Eevil", "[2Jevil"),
    ("[/] [@click=app.quit]here[/]", "[/] [@click=app.quit]here[/]"),
    ("x" * 100_000, "x" * 100_000),
    ("a\\nb", "a\nb"),
]


@pytest.mark.parametrize(("written", "read"), HOSTILE)
def test_hostile_text_is_cleaned_and_does_no_harm(file, path, written, read):
    put(path, "format = 1\n" + table(question=written, stem=written) + table())
    got = file.load()
    assert got.problems == ()
    assert got.flags == (Flag(question=read, reason="typo", flagged=NIGHT, stem=read), FIRST)
    file.change(lambda flags: flagged(flags, read, "wrong", when=NIGHT, stem=read))
    again = FlagsFile(path).load()
    assert again.refs == {read, FIRST.question}
    assert len(again.flags[-1].stem) <= 200


@pytest.mark.parametrize("written", [written for written, _ in HOSTILE])
@pytest.mark.parametrize("place", ["reason", "when", "key"])
def test_hostile_text_in_a_broken_table_is_told_within_bounds(file, path, written, place):
    broken = table(**{place: written if place == "reason" else f'"{written}"'}) if place != "key" else ""
    put(path, "format = 1\n" + (broken or f'\n[[flags]]\n"{written}" = 1\n') + table())
    got = file.load()
    assert got.flags == (FIRST,)
    (problem,) = got.problems
    assert problem.key == "flags[1]"
    assert clean(str(problem)) == str(problem)
    assert len(str(problem)) < 1_000


BROKEN = {
    "reason": table(reason="because"),
    "when": table(when='"yesterday"'),
    "year": table(when="0000-01-01T00:00:00Z"),
    "number": table().replace('"typo"', "7"),
    "no question": '\n[[flags]]\nreason = "typo"\nflagged = 2026-11-20T21:30:15+08:00\n',
    "empty": "\n[[flags]]\n",
}


@pytest.mark.parametrize("name", [name for name in BROKEN if name != "year"])  # of which TOML itself knows nothing
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_broken_table_loses_only_itself_and_is_told_with_its_key(file, path, name, place):
    tables = [table(), table(question="ice/q-9")]
    tables.insert(place, BROKEN[name])
    put(path, "format = 1\n" + "".join(tables))
    got = file.load()
    assert [flag.question for flag in got.flags] == ["ice/q-1", "ice/q-9"]
    assert [(problem.file, problem.key) for problem in got.problems] == [("ann/flags.toml", f"flags[{place + 1}]")]


@pytest.mark.parametrize("broken", [*BROKEN.values(), "\n[[flags]\n", "\nflags = 3\n", "\0", "[" * 5_000])
def test_what_was_broken_is_kept_aside_when_flags_are_changed(file, path, broken):
    text = "format = 1\n" + broken + (table() if "[[flags]]" in broken else "")
    put(path, text)
    whole = file.load().flags
    assert file.load().problems
    file.change(lambda flags: (*flags, SECOND))
    assert FlagsFile(path).load() == Flags(flags=(*whole, SECOND))
    assert path.with_name("flags.damaged-1.toml").read_text() == text
    file.change(unflag_all)
    assert sorted(one.name for one in path.parent.glob("*.toml")) == ["flags.damaged-1.toml", "flags.toml"]


@pytest.mark.parametrize("junk", ["[[flags]\n", "\x1b[2J\n", "question = \n", '[[flags]]\nquestion = "cut'])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_file_that_is_damaged_gives_the_flags_that_can_be_read(file, path, junk, place):
    tables = [table(), table(question="ice/q-9")]
    tables.insert(place, f"\n[[flags]]\n{junk}" if not junk.startswith("[") else f"\n{junk}")
    put(path, "format = 1\n" + "".join(tables))
    got = file.load()
    assert {flag.question for flag in got.flags} >= {"ice/q-1", "ice/q-9"}
    assert got.problems
    file.change(lambda flags: (*flags, SECOND))
    assert FlagsFile(path).load().refs == got.refs | {SECOND.question}
    assert path.with_name("flags.damaged-1.toml").exists()


def unflag_all(_):
    return ()


@pytest.mark.parametrize("value", ["3", '"ice/q-1"', "[1, 2]", '["ice/q-1"]', "{}"])
def test_flags_that_are_no_tables_are_told(file, path, value):
    put(path, f"format = 1\nflags = {value}\n")
    got = file.load()
    assert got.flags == ()
    assert got.problems
    assert all(problem.key.startswith("flags") for problem in got.problems)


@pytest.mark.parametrize(
    "text",
    [
        "format = 2\n\n[[marks]]\nquestion = 'ice/q-1'\n",
        "format = 2\nflags = <new syntax>\n",
        "format = 99999999999999999999999999\n",
        "'format' = 2\n",
        "# " + "x" * 5_000 + "\nformat = 2\n",
    ],
)
def test_a_newer_format_is_neither_read_nor_written(file, path, text):
    put(path, text)
    got = file.load()
    assert got.flags == ()
    assert "is newer than this version reads" in got.problems[0].what
    with pytest.raises(StorageError, match="newer version"):
        file.change(lambda flags: (*flags, FIRST))
    assert path.read_text() == text


def test_a_time_without_an_offset_is_that_of_this_machine(file, path):
    put(path, table(when="2026-11-20T21:30:15"))
    (flag,) = file.load().flags
    assert flag.flagged.tzinfo is not None


def test_a_file_that_cannot_be_read_is_told_and_not_written(file, path):
    path.mkdir(parents=True)
    got = file.load()
    assert (got.flags, len(got.problems)) == ((), 1)
    with pytest.raises(StorageError, match=r"flags\.toml"):
        file.change(lambda flags: (*flags, FIRST))


def test_a_failure_at_any_call_leaves_the_flags_that_were_there(file, monkeypatch):
    file.change(lambda _: (FIRST,))
    told = []
    for at in range(1, 100):
        faulty = FaultyOs(at, errno.ENOSPC)
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", faulty)
            try:
                file.change(lambda flags: (*flags, SECOND))
            except StorageError as error:
                told.append(str(error))
        assert file.load().flags in ((FIRST,), (FIRST, SECOND))
        assert file.load().problems == ()
        if faulty.calls < at:
            break
        file.change(lambda _: (FIRST,))
    assert len(told) >= 4
    assert all("no space left" in text for text in told)


def test_a_folder_that_may_not_be_entered_is_told(file, locked_out):
    got = file.load()
    assert got.flags == ()
    assert "permission denied" in got.problems[0].what
    with pytest.raises(StorageError, match="permission denied"):
        file.change(lambda flags: (*flags, FIRST))
