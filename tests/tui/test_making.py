"""Making questions away from the screen: one article at a time, in steps that are told, until it is stopped."""

import asyncio
import threading

import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.tui.aside import aside
from quizgame.tui.making import Making, Step, Wanted
from tests.worlds import Memory

FILES = {"a/": "", "a/one.txt": "One.", "a/two.txt": "Two.", "a/three.txt": "Three."}


class Run:
    """A run of the generator, with what was told of it."""

    def __init__(self, files, wanted, stop_at=None):
        self.steps = []
        self.memory = Memory(files=files)
        self.making = Making(self.memory.world().maker, wanted, self.steps.append, lambda: len(self.steps) == stop_at)

    def __call__(self):
        return self.making.run()


def test_every_step_is_told():
    run = Run(FILES, Wanted("path", "a/"))
    made = run()
    assert run.steps == [*(Step("Reading", number, 3) for number in range(3)), Step("Writing the questions")]
    assert [question.answer for question in made.generated.pack.questions] == ["One.", "Three.", "Two."]
    assert made.problems == ()


@pytest.mark.parametrize(
    ("wanted", "title"),
    [
        (Wanted("files", chosen=("a/one.txt",)), "one.txt"),
        (Wanted("files", chosen=("a/two.txt", "a/one.txt")), "two.txt and 1 more"),
        (Wanted("path", "a/"), "one.txt and 2 more"),
        (Wanted("text", "One."), "Pasted text"),
    ],
)
def test_the_pack_is_called_after_its_first_article(wanted, title):
    assert Run(FILES, wanted)().generated.pack.title == title


@pytest.mark.parametrize("stop_at", range(4))
def test_it_stops_between_two_steps(stop_at):
    run = Run(FILES, Wanted("path", "a/"), stop_at)
    assert run() is None
    assert len(run.steps) == stop_at


def test_what_nobody_waits_for_any_more_is_not_given():
    assert Run(FILES, Wanted("path", "a/"), stop_at=4)() is None


def test_articles_are_read_only_as_they_are_needed():
    run = Run(FILES, Wanted("path", "a/"))
    read = []

    def make(articles, title):
        for article in articles:
            read.append((article.title, run.steps[-1].done))
        return run.memory.generator(iter(()), title)

    run.memory.generator, run.memory.make = run.memory.make, make
    run()
    assert read == [("one.txt", 0), ("three.txt", 1), ("two.txt", 2)]


def test_the_only_article_that_cannot_be_read_is_an_error():
    with pytest.raises(StorageError, match="nope"):
        Run(FILES, Wanted("path", "nope"))()


def test_of_several_the_others_are_made_and_the_trouble_is_told():
    made = Run(FILES | {"a/one.txt": None}, Wanted("path", "a/"))()
    assert made.generated.pack.title == "three.txt and 2 more"
    (problem,) = made.problems
    assert "a/one.txt" in problem.what


def test_several_of_which_none_can_be_read_are_an_error_with_all_of_them():
    with pytest.raises(DataError) as caught:
        Run(dict.fromkeys(FILES), Wanted("path", "a/"))()
    assert len(caught.value.problems) == 3


async def test_work_aside_gives_what_it_gives_and_raises_what_it_raises():
    def refuse():
        raise StorageError("no")

    assert await aside(lambda: threading.current_thread().name) == "aside"
    with pytest.raises(StorageError, match="no"):
        await aside(refuse)
    with pytest.raises(ZeroDivisionError):
        await aside(lambda: 1 / 0)


@pytest.mark.parametrize("is_well", [True, False])
async def test_work_that_nobody_waits_for_any_more_ends_in_silence(is_well):
    go_on = threading.Event()

    def work():
        go_on.wait(10)
        return 1 / is_well

    task = asyncio.create_task(aside(work))
    await asyncio.sleep(0)
    (thread,) = [thread for thread in threading.enumerate() if thread.name == "aside"]
    assert thread.daemon  # the program does not wait for it at its end
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    thread.join(10)
    await asyncio.sleep(0)


@pytest.mark.parametrize("is_well", [True, False])
def test_work_that_outlives_the_game_ends_in_silence(is_well):
    go_on = threading.Event()

    def work():
        go_on.wait(10)
        return 1 / is_well

    async def leave_early():
        task = asyncio.create_task(aside(work))
        await asyncio.sleep(0)
        task.cancel()

    asyncio.run(leave_early())
    (thread,) = [thread for thread in threading.enumerate() if thread.name == "aside"]
    go_on.set()
    thread.join(10)
    assert not thread.is_alive()
