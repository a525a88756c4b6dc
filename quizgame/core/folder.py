"""What a folder of articles holds, as a front end lists it."""

import msgspec

__all__ = ["Entry", "Folder"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A file or a folder to choose."""

    name: str
    """What it is called: clean text of one line."""
    path: str
    """What names it to whoever reads it; may hold bytes that are no text, so it is never shown."""
    is_folder: bool = False


class Folder(msgspec.Struct, frozen=True, kw_only=True):
    """A folder with the folders and the articles in it."""

    name: str
    """Where it is, as the player would write it."""
    path: str
    """What names it to whoever reads it."""
    parent: str = ""
    """The folder above; empty at the top."""
    entries: tuple[Entry, ...] = ()
    """Folders first, each kind by name."""
    more: int = 0
    """How many were left out because there are too many to list."""
