"""A record to write into."""

import pytest

from quizgame.storage.history import Records


@pytest.fixture
def records(tmp_path):
    return Records(tmp_path / "ann")


@pytest.fixture
def month(tmp_path):
    return tmp_path / "ann" / "history-2026-11.toml"
