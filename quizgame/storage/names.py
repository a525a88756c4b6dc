"""How files are named to the player, and by the player."""

import os
from pathlib import Path

from quizgame.core.text import clip, one_line

__all__ = ["as_typed", "shown", "shown_address", "typed"]

_LONGEST_ADDRESS = 200


def shown(path: Path) -> str:
    """A path as the player would write it: relative when it is below this folder, else with ``~`` where that fits.

    The text is clean: what a file name hides is not drawn.
    """
    try:
        full = Path(os.path.abspath(path))  # noqa: PTH100 - no link is followed: the player's own name for it counts
    except OSError:  # the folder we stand in has been deleted
        return one_line(str(path))
    for base, prefix in ((_folder(), ""), (_home(), "~" + os.sep)):
        if base is not None and full != base and full.is_relative_to(base):
            return one_line(prefix + str(full.relative_to(base)))
    return one_line(str(full))


def shown_address(address: str) -> str:
    """A web address as messages show it."""
    return clip(one_line(address), _LONGEST_ADDRESS)


def typed(name: str) -> Path:
    """A path as a person types it, where no shell has put the home folder in for its ``~``."""
    try:
        return Path(name).expanduser()
    except RuntimeError:  # nobody knows where that home is, so it is a folder that is called so
        return Path(name)


def as_typed(where: str) -> str:
    """A place as it is written without a shell: in quotes where a terminal put them, with ``~`` for the home folder."""
    bare = where.strip()
    if len(bare) > 1 and bare[0] == bare[-1] and bare[0] in "'\"":
        bare = bare[1:-1]
    return os.path.expanduser(bare)  # noqa: PTH111 - a path would fold the // of a web address


def _folder() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # the folder we stand in has been deleted
        return None


def _home() -> Path | None:
    try:
        home = Path.home()
    except RuntimeError:  # nobody knows where home is
        return None
    return home if home != Path(home.anchor) else None
