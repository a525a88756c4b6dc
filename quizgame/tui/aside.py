"""Work away from the screen, in a thread that nobody has to wait for: quitting never hangs on a slow page."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Generic, TypeVar

__all__ = ["aside"]

T = TypeVar("T")


async def aside(work: Callable[[], T]) -> T:
    """Do something in a thread of its own.

    Threads of Textual's workers are waited for when the program ends; this one ends with it.

    Args:
        work: What to do. Who waits for it may be cancelled; it goes on then, and what it gives is dropped.

    Returns:
        What it gives; what it raises is raised here.
    """
    handover: _Handover[T] = _Handover()

    def run() -> None:
        with handover:
            handover.give(work())

    threading.Thread(target=run, daemon=True, name="aside").start()
    return await handover.future


class _Handover(Generic[T]):
    """Brings a result or an error from a thread to the loop that waits for it."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[T] = self._loop.create_future()

    def give(self, result: T) -> None:
        self._call(lambda: self.future.set_result(result))

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, _: type[BaseException] | None, error: BaseException | None, __: TracebackType | None) -> bool:
        """Hand an error over rather than let it end in the thread, where nobody sees it."""
        if error is not None:
            self._call(lambda: self.future.set_exception(error))
        return True

    def _call(self, settle: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the game was left meanwhile
            self._loop.call_soon_threadsafe(lambda: None if self.future.done() else settle())
