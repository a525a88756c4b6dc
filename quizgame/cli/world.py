"""The real world: this machine's clocks, chance and folders."""

import os
import secrets
import time
from datetime import datetime
from pathlib import Path

import quizgame
from quizgame.core.world import World
from quizgame.storage.paths import Paths, find_paths
from quizgame.storage.world import open_world

__all__ = ["real_paths", "real_world"]


def real_paths() -> Paths:
    """Where packs, articles and saves are on this machine."""
    return find_paths(os.environ, package=Path(quizgame.__file__).parent, user_data=_user_data)


def real_world(profile: str) -> World:
    """What front ends are handed.

    Raises:
        UsageError: The profile's name cannot be one.
    """
    return open_world(
        real_paths(),
        profile=profile,
        now=lambda: datetime.now().astimezone(),
        clock=time.monotonic,
        fresh_seed=lambda: secrets.randbelow(1_000_000),
        fresh_id=lambda: secrets.token_hex(8),
    )


def _user_data() -> Path:
    import platformdirs

    return platformdirs.user_data_path("quizgame", appauthor=False)
