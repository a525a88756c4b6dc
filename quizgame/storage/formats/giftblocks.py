"""The blocks of a GIFT file: what stands between blank lines, without its comments."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

__all__ = ["Block", "blocks"]

_CATEGORY = "$CATEGORY:"


@dataclass
class Block:
    """The lines between two blank ones; there may be none."""

    line: int = 0
    """Where its text begins, counted from 1."""
    lines: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    category: str | None = None
    """The path of the category that begins here."""

    @property
    def text(self) -> str:
        """What is neither a comment nor a category."""
        return "\n".join(self.lines).strip()

    def take(self, number: int, line: str) -> None:
        """Take in a line that is not blank."""
        bare = line.strip()
        if bare.startswith("//"):
            self.comments.append(bare)
        elif bare.startswith(_CATEGORY) and not self.lines:
            self.category = bare.removeprefix(_CATEGORY)
        else:
            self.line = self.line or number
            self.lines.append(line)


def blocks(lines: Iterable[tuple[int, str]]) -> Iterator[Block]:
    """The blocks of numbered lines, in order."""
    block = Block()
    for number, line in lines:
        if line.strip():
            block.take(number, line)
        else:
            yield block
            block = Block()
    yield block
