"""A bar on the terminal for work that takes a while."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress_bar"]


@contextmanager
def progress_bar(told: str, total: int, *, least: int) -> Iterator[Callable[[int, int], None] | None]:
    """Draw a bar on stderr while something is done, where that is a terminal and there is enough to do.

    Args:
        told: What is being done.
        total: How many things there are to do.
        least: The number of things from which on a bar is worth the look.

    Yields:
        What to tell how many things are done and how many there are; None where nobody looks.
    """
    from rich.console import Console

    console = Console(stderr=True)
    if total < least or not console.is_terminal:
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(told, total=total)
        yield lambda done, _: bar.update(task, completed=done)
