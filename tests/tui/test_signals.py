"""What a signal, or the end of the terminal, leaves behind: a terminal as it was, and a game that is kept."""

import os
import signal
import sys

import pytest

from quizgame.core.modes import challenge
from quizgame.core.play import Choice
from tests.tui.driving import answer, opened, press, settle, tick

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pseudo-terminals of POSIX")
BACK = "\x1b[?1049l"
NO_MOUSE = "\x1b[?1003l"


@pytest.fixture
def game(tmp_path):
    """The game in a terminal of its own, with its first frame drawn."""
    environment = {**os.environ, "QUIZGAME_HOME": str(tmp_path), "TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable, ["-m", "quizgame"], env=environment, dimensions=(24, 80), encoding="utf-8", timeout=60
    )
    child.expect_exact("More ways")
    child.expect_exact("settings")
    yield child
    child.close(force=True)


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_gives_the_terminal_back(game, name):
    number = getattr(signal, name)
    game.kill(number)
    game.expect(pexpect.EOF)
    assert BACK in game.before
    assert NO_MOUSE in game.before
    assert "Traceback" not in game.before
    game.wait()
    assert game.exitstatus == 128 + number


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(game):
    game.send("\x1a")
    game.expect_exact(BACK)
    os.waitid(os.P_PID, game.pid, os.WSTOPPED)
    game.kill(signal.SIGCONT)
    game.expect_exact("More ways")
    game.send("\x11")
    game.expect(pexpect.EOF)
    game.wait()
    assert game.exitstatus == 0


async def test_quitting_keeps_the_time_of_the_open_question(memory):
    async with opened(memory, choice=Choice(rules=challenge(60))) as pilot:
        await answer(pilot, memory, seconds=2)
        await tick(pilot, memory, 0.6)
        memory.clock.forward(7)
        await press(pilot, "ctrl+q")
    (kept,) = memory.kept.values()
    assert kept.spent == 7


async def test_a_signal_keeps_it_too(memory):
    async with opened(memory, choice=Choice(rules=challenge(60))) as pilot:
        await answer(pilot, memory, seconds=2)
        await tick(pilot, memory, 0.6)
        memory.clock.forward(7)
        pilot.app.leave_by(15)
        await settle(pilot)
    assert pilot.app.return_code == 143
    (kept,) = memory.kept.values()
    assert kept.spent == 7
