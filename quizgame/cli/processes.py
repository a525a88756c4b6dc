"""Work on many things in several processes, in order and a few at a time."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from quizgame.core.errors import StorageError

__all__ = ["cores", "spread"]

T = TypeVar("T")
R = TypeVar("R")

_CHUNK = 8
"""How many things go to a process at a time."""
_AHEAD = 2
"""How many chunks for each process are under way or wait to be fetched, so that memory holds no more than these."""


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(jobs: int) -> Callable[[Callable[[T], R], Iterable[T]], Iterator[R]]:
    """A ``map`` that works in so many processes; with one it is ``map`` itself.

    Results come in the order of what they are made of, so that they are the same whatever the number of processes.

    Args:
        jobs: How many processes, at least one.
    """

    def mapped(function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        return map(function, items) if jobs == 1 else _mapped(function, iter(items), jobs)

    return mapped


def _mapped(function: Callable[[T], R], items: Iterator[T], jobs: int) -> Iterator[R]:
    # Processes that are spawned share nothing with this one: neither its threads nor what it has open.
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    )
    waiting: deque[Future[list[R]]] = deque()
    try:
        while chunk := list(islice(items, _CHUNK)):
            with _interrupts_held():
                waiting.append(pool.submit(_each, function, chunk))
            if len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except (BrokenProcessPool, OSError) as error:
        raise StorageError("the work in several processes failed: --jobs 1 does it in one") from error
    finally:
        with _interrupts_held():  # who presses twice waits for the chunks under way too, lest they end in a mess
            pool.shutdown(cancel_futures=True)


def _each(function: Callable[[T], R], chunk: list[T]) -> list[R]:
    return list(map(function, chunk))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hear a Ctrl+C only afterwards, and let processes that are started meanwhile never hear one.

    So this process alone hears it, and ends the others in good order. Where a system cannot hold signals back, the
    others are deaf once they are up.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
