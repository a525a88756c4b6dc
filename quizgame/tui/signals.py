"""Signals from outside: the game leaves by its own door, so that the terminal is given back as it was."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress

__all__ = ["leave_on_signals"]

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


def leave_on_signals(leave: Callable[[int], None]) -> None:
    """Call something when the process is asked to end, where the system and the thread allow it.

    Args:
        leave: Takes the number of the signal.
    """
    loop = asyncio.get_running_loop()
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):  # Windows, or not the main thread
                loop.add_signal_handler(number, leave, int(number))
