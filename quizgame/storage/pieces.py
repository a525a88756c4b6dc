"""Files made of tables that each end with a comment, so that every one can be told whole by itself."""

from collections.abc import Iterator

__all__ = ["END", "ends_whole", "pieces"]

END = "# end\n"
"""The comment after each table: TOML itself cannot tell a table that was cut short from one that was not."""

_END_LINE = END.strip().encode()


def ends_whole(piece: bytes) -> bool:
    """Whether the last line of a piece is the comment that proves it whole."""
    return piece.rstrip().rsplit(b"\n", 1)[-1].strip() == _END_LINE


def pieces(data: bytes, *starts: bytes) -> Iterator[bytes]:
    """The head of a file, then each of its tables with the comment that ends it; joined they are the file.

    Args:
        data: What the file holds.
        starts: The headers that begin a table, such as ``b"[[games]]"``.
    """
    piece: list[bytes] = []
    for line in data.splitlines(keepends=True):
        if line.lstrip().startswith(starts) and piece:
            yield b"".join(piece)
            piece = []
        piece.append(line)
        if line.strip() == _END_LINE:
            yield b"".join(piece)
            piece = []
    if piece:
        yield b"".join(piece)
