"""What the tests of the screens share."""

import pytest

from tests.tui.packs import HARBIN, QITAIHE, TEAM
from tests.worlds import Memory, shelf


@pytest.fixture
def memory():
    """Three packs, an empty record, a clock that stands still, and nothing that moves."""
    return Memory(packs=shelf(HARBIN, QITAIHE, TEAM))
