"""What the tests of the screens share."""

import gc

import pytest

from tests.tui.packs import HARBIN, QITAIHE, TEAM
from tests.worlds import Memory, shelf

gc.set_threshold(100_000, 10, 10)  # a screen is thousands of objects that all go at once: looking after each costs time


@pytest.fixture
def memory():
    """Three packs, an empty record, a clock that stands still, and nothing that moves."""
    return Memory(packs=shelf(HARBIN, QITAIHE, TEAM))
