"""A record to write into, and a folder that may not be entered."""

import errno
import os

import pytest

from quizgame.storage.history import Records


@pytest.fixture
def records(tmp_path):
    return Records(tmp_path / "ann")


@pytest.fixture
def month(tmp_path):
    return tmp_path / "ann" / "history-2026-11.toml"


@pytest.fixture
def locked_out(tmp_path, monkeypatch):
    """The profile's folder may be listed but nothing in it may be looked at; tests may run as root, who may do all."""
    real = os.stat

    def refuse(path, *args, **options):
        if isinstance(path, str | os.PathLike) and (tmp_path / "ann") in (tmp_path / os.fspath(path)).parents:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path, *args, **options)

    monkeypatch.setattr(os, "stat", refuse)
