"""What the tests of the screens share."""

import pytest

from tests.tui.worlds import HARBIN, QITAIHE, TEAM, Memory


@pytest.fixture
def memory():
    """Three packs, an empty record, a clock that stands still, and nothing that moves."""
    return Memory(packs={pack.id: pack for pack in (HARBIN, QITAIHE, TEAM)})
