"""Reading lines with a time limit, on every platform."""

import math
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

__all__ = ["LineReader", "lines"]

_LONGEST_LINE = 65_536
_PATIENCE = 0.25


def lines(read_bytes: Callable[[], bytes], encoding: str = "utf-8") -> Iterator[str]:
    """The lines of a stream of bytes, without their ends.

    Bytes that the encoding does not know become replacement characters. A line over 64 KiB is given in parts, so
    that no input fills the memory.

    Args:
        read_bytes: Gives the next bytes, and none at the end.
        encoding: How they are encoded.
    """
    rest = b""
    while read := read_bytes():
        *whole, rest = (rest + read).split(b"\n")
        if len(rest) > _LONGEST_LINE:
            whole, rest = [*whole, rest], b""
        for line in whole:
            yield line.decode(encoding, "replace").rstrip("\r")
    if rest:
        yield rest.decode(encoding, "replace").rstrip("\r")


class LineReader:
    """Reads lines in a thread of its own, so that a clock can run out while nobody types.

    Args:
        source: The lines; the thread alone takes them.
    """

    def __init__(self, source: Iterator[str]) -> None:
        self._source = source
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=self._run, daemon=True, name="line reader").start()

    def read(self, timeout: float | None = None) -> str | None:
        """The next line, or None at the end of the input and ever after.

        Args:
            timeout: How long to wait, in seconds; None for as long as it takes.

        Raises:
            TimeoutError: No line came in time; the one that comes late is given to the next call.
        """
        deadline = math.inf if timeout is None else time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0 or not self._lines.empty():
            # A wait without end would sleep through an interrupt that comes to the other thread.
            with suppress(queue.Empty):
                return self._passed_on(self._lines.get(timeout=min(_PATIENCE, max(0.0, left))))
        raise TimeoutError

    def _passed_on(self, line: str | None) -> str | None:
        """The line; the end of the input is put back, for whoever asks next."""
        if line is None:
            self._lines.put(None)
        return line

    def _run(self) -> None:
        try:
            for line in self._source:
                self._lines.put(line)
        except OSError:  # an input that cannot be read has ended
            pass
        finally:
            self._lines.put(None)
