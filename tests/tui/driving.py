"""Playing the game in a test: keys, clicks, and what the screen shows."""

import asyncio
import threading
from contextlib import asynccontextmanager, suppress
from io import StringIO

from rich.console import Console
from textual.events import Key, Paste
from textual.keys import REPLACED_KEYS, _character_to_key, key_to_character

from quizgame.tui.app import QuizGameApp
from quizgame.tui.screens.quiz import QuizScreen

_ROUNDS = 5
DESIGN = (80, 24)
SIZES = [(40, 15), (80, 24), (120, 40)]


@asynccontextmanager
async def opened(memory, size=DESIGN, **options):
    """The game over a world in memory, with its first screen drawn."""
    app = QuizGameApp(memory.world(), **options)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settle(pilot)
        yield pilot


async def settle(pilot):
    """Let everything that follows from the last event happen, until an open question is on the screen.

    The pilot's own pause looks at how busy the processor is, and takes a busy machine for an idle game and the clock of
    a game for work. So the widgets are asked instead, several times, because one's message may lead to another's.
    """
    for _ in range(_ROUNDS):
        if not pilot.app._running or pilot.app._exit:
            return
        await pilot._wait_for_screen()
        await pilot.app._animator.wait_until_complete()
        pilot.app.screen._on_timer_update()  # what is to be drawn need not wait for the next frame
        drawn = asyncio.Event()
        pilot.app.screen.call_after_refresh(drawn.set)
        with suppress(TimeoutError):
            await asyncio.wait_for(drawn.wait(), 0.5)
    for _ in range(100):
        if not is_waiting_for_paint(pilot.app.screen):
            return
        await pilot.pause(0.01)


async def made(pilot):
    """Let a pack be made, and what comes of it be shown."""
    for _ in range(1_000):
        if not any(worker.group == "make" and worker.is_running for worker in pilot.app.workers):
            break
        await pilot.pause(0.01)
    await settle(pilot)


def is_waiting_for_paint(screen):
    return isinstance(screen, QuizScreen) and (screen.turn is None or (screen.turn.is_open and screen._painted is None))


async def press(pilot, *keys):
    """Press keys, each after the last one has had its effect."""
    for key in keys:
        send(pilot, key)
        await settle(pilot)


def send(pilot, key):
    """Let a key come in as from a terminal, without waiting for what comes of it."""
    name = _character_to_key(key) if len(key) == 1 else key
    event = Key(name, key_to_character(REPLACED_KEYS.get(name, name)))
    event.set_sender(pilot.app)
    pilot.app._driver.send_message(event)


async def paste(pilot, text):
    """Paste a text as a terminal does."""
    pilot.app.post_message(Paste(text))
    await settle(pilot)


async def click(pilot, selector, **options):
    assert await pilot.click(selector, **options)
    await settle(pilot)


async def click_key(pilot, named):
    """Click on a command that the key bar names."""
    bar = pilot.app.screen.query_one("KeyBar")
    rows = bar.render().plain.split("\n")
    y = next(number for number, row in enumerate(rows) if named in row)
    await click(pilot, bar, offset=(rows[y].index(named), y))


def shown(pilot):
    """The text on the screen, line by line, as a player sees it."""
    app = pilot.app
    width, height = app.size
    console = Console(width=width, height=height, file=StringIO(), record=True, legacy_windows=False)
    console.print(app.screen._compositor.render_update(full=True, screen_stack=app._background_screens))
    lines = console.export_text(styles=False).splitlines()
    return "\n".join(line.rstrip() for line in lines)


def words(pilot):
    """The text on the screen with every run of white space as one space."""
    return " ".join(shown(pilot).split())


def session(pilot):
    return pilot.app.screen.turn.session


def right_key(pilot):
    return str(session(pilot).current.key + 1)


def wrong_key(pilot):
    current = session(pilot).current
    return str((current.key + 1) % len(current.options) + 1)


async def answer(pilot, memory, *, right=True, seconds=0.0):
    """Answer the open question after so many seconds."""
    memory.clock.forward(seconds)
    await press(pilot, right_key(pilot) if right else wrong_key(pilot))


async def tick(pilot, memory, seconds):
    """Let the clock of a timed game go on."""
    memory.clock.forward(seconds)
    pilot.app.screen.tick()
    await settle(pilot)


async def play(pilot, memory, signs):
    """Answer question after question: ``+`` for a right answer, ``-`` for a wrong one."""
    for sign in signs:
        await answer(pilot, memory, right=sign == "+", seconds=2.0)
        await press(pilot, "space")


def place(pilot):
    """Where the player is."""
    return pilot.app.screen.PLACE


async def aside_done(pilot):
    """Let what is done aside come to its end, and what comes of it be shown."""
    for thread in threading.enumerate():
        if thread.name == "aside":
            thread.join(10)
    await settle(pilot)
