"""Writing that leaves the old content or the new, and errors that say what, where and why."""

import errno
import os
import stat
from pathlib import Path

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.storage import atomic
from tests.storage.samples import FaultyOs

FAILURES = {"ENOSPC": "no space left", "EIO": "disk reports an error", "EROFS": "read-only", "EACCES": "permission"}


def leftovers(folder):
    return [path.name for path in folder.iterdir() if path.name.endswith(".tmp")]


def test_replace_writes_a_new_file_in_a_new_folder(tmp_path):
    path = tmp_path / "a" / "b" / "c.toml"
    atomic.replace(path, b"one")
    atomic.replace(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["c.toml"]


@pytest.mark.skipif(os.name == "nt", reason="modes of files are POSIX's")
def test_replace_keeps_the_mode(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b"one")
    path.chmod(0o640)
    atomic.replace(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_replace_follows_a_link(tmp_path):
    real = tmp_path / "real.toml"
    real.write_bytes(b"one")
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    atomic.replace(link, b"two")
    assert link.is_symlink()
    assert real.read_bytes() == b"two"


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_at_any_call_of_replace_leaves_the_old_or_the_new(tmp_path, monkeypatch, failure):
    path = tmp_path / "a.toml"
    outcomes = []
    for at in range(1, 100):
        path.write_bytes(b"old content")
        faulty = FaultyOs(at, getattr(errno, failure))
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", faulty)
            try:
                atomic.replace(path, b"new content")
            except StorageError as error:
                outcomes.append((path.read_bytes(), str(error)))
        if faulty.calls < at:
            break
        assert path.read_bytes() in (b"old content", b"new content")
    else:
        pytest.fail("replace makes no end of calls")
    assert all(FAILURES[failure] in told and "a.toml" in told for _, told in outcomes)
    assert [content for content, _ in outcomes].count(b"old content") >= 4
    assert [content for content, _ in outcomes].count(b"new content") <= 2  # the folder is fsynced after the renaming


@pytest.mark.parametrize("failure", FAILURES)
def test_a_failure_at_any_call_of_append_leaves_the_file_as_it_was(tmp_path, monkeypatch, failure):
    path = tmp_path / "a.toml"
    outcomes = []
    for at in range(1, 100):
        path.write_bytes(b"old content\n")
        faulty = FaultyOs(at, getattr(errno, failure))
        with monkeypatch.context() as patch:
            patch.setattr(atomic, "os", faulty)
            try:
                atomic.append(path, b"more\n")
            except StorageError as error:
                outcomes.append((path.read_bytes(), str(error)))
        if faulty.calls < at:
            break
    assert len(outcomes) >= 3
    assert all(content == b"old content\n" and FAILURES[failure] in told for content, told in outcomes)
    assert path.read_bytes() == b"old content\nmore\n"


def test_a_write_that_takes_several_calls_is_finished(tmp_path, monkeypatch):
    class Slow(FaultyOs):
        def __getattr__(self, name):
            return (lambda fd, data: os.write(fd, data[:3])) if name == "write" else getattr(os, name)

    monkeypatch.setattr(atomic, "os", Slow(0, 0))
    atomic.replace(tmp_path / "a", b"0123456789")
    atomic.append(tmp_path / "a", b"abcdefghij")
    assert (tmp_path / "a").read_bytes() == b"0123456789abcdefghij"


def test_create_never_overwrites(tmp_path):
    atomic.create(tmp_path / "a.toml", b"one")
    with pytest.raises(StorageError, match="exists already"):
        atomic.create(tmp_path / "a.toml", b"two")
    assert (tmp_path / "a.toml").read_bytes() == b"one"
    assert not leftovers(tmp_path)


def test_create_and_set_aside_work_without_hard_links(tmp_path, monkeypatch):
    class NoLinks(FaultyOs):
        def __getattr__(self, name):
            if name == "link":
                return self.refuse
            return getattr(os, name)

        def refuse(self, *_):
            raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(atomic, "os", NoLinks(0, 0))
    atomic.create(tmp_path / "a.toml", b"one")
    with pytest.raises(StorageError, match="exists already"):
        atomic.create(tmp_path / "a.toml", b"two")
    assert atomic.set_aside(tmp_path / "a.toml").read_bytes() == b"one"


def test_set_aside_takes_the_next_free_name(tmp_path):
    names = []
    for number in range(3):
        path = tmp_path / "history-2026-11.toml"
        path.write_bytes(b"%d" % number)
        names.append(atomic.set_aside(path))
    assert [path.name for path in names] == [f"history-2026-11.damaged-{number}.toml" for number in (1, 2, 3)]
    assert [path.read_bytes() for path in names] == [b"0", b"1", b"2"]
    assert not path.exists()


def test_copy_aside_leaves_the_file(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b"one")
    assert atomic.copy_aside(path, b"one").name == "a.damaged-1.toml"
    assert path.exists()


def test_move_to_free_keeps_both(tmp_path):
    for text in ("one", "two"):
        (tmp_path / "a.toml").write_text(text)
        atomic.move_to_free(tmp_path / "a.toml", tmp_path / "removed")
    assert sorted(path.name for path in (tmp_path / "removed").iterdir()) == ["a-2.toml", "a.toml"]


def test_reading_is_bounded(tmp_path):
    (tmp_path / "big").write_bytes(b"x" * ((1 << 20) + 1))
    assert len(atomic.read(tmp_path / "big", 2 << 20)) == (1 << 20) + 1
    with pytest.raises(DataError, match="larger than 1 MB"):
        atomic.read(tmp_path / "big", 1 << 20)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_or_a_device_is_no_file_and_nothing_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(StorageError, match=r"not a file|folder"):
            atomic.read(path, 1000)


def test_what_cannot_be_read_says_why(tmp_path):
    with pytest.raises(StorageError, match=r"cannot read .*missing\.toml: there is no such file"):
        atomic.read(tmp_path / "missing.toml", 10)
    with pytest.raises(StorageError, match="no name for a file"):
        atomic.read(tmp_path / "a\0b", 10)


def test_old_temporary_files_are_swept_and_fresh_ones_stay(tmp_path):
    for name, age in ((".quizgame-old.tmp", 10_000), (".quizgame-new.tmp", 0), ("mine.tmp", 10_000)):
        path = tmp_path / name
        path.touch()
        moment = path.stat().st_mtime - age
        os.utime(path, (moment, moment))
    atomic.sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [".quizgame-new.tmp", "mine.tmp"]
    atomic.sweep(tmp_path / "missing")


def test_windows_needs_no_fsync_of_folders(tmp_path, monkeypatch):
    class Windows(FaultyOs):
        name = "nt"

        def __getattr__(self, name):
            return self._open if name == "open" else getattr(os, name)

        def _open(self, path, *told):
            assert not Path(path).is_dir(), "Windows cannot open a folder"
            return os.open(path, *told)

    monkeypatch.setattr(atomic, "os", Windows(0, 0))
    atomic.replace(tmp_path / "a" / "b.toml", b"one")
    assert (tmp_path / "a" / "b.toml").read_bytes() == b"one"


def test_what_exists_is_told(tmp_path):
    (tmp_path / "file").touch()
    assert atomic.exists(tmp_path)
    assert atomic.exists(tmp_path / "file")
    assert not atomic.exists(tmp_path / "none")
    assert not atomic.exists(tmp_path / "file" / "none")


@pytest.mark.parametrize(("name", "why"), [("x" * 5_000, "the name is too long"), ("a\0b", "no name for a file")])
def test_a_name_that_cannot_be_one_is_told(tmp_path, name, why):
    with pytest.raises(StorageError, match=why):
        atomic.exists(tmp_path / name)


def test_a_folder_that_may_not_be_entered_is_told(tmp_path, locked_out):
    with pytest.raises(StorageError, match=r"cannot read .*ann.*: permission denied"):
        atomic.exists(tmp_path / "ann" / "settings.toml")
