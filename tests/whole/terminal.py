"""A real terminal for the whole program: what is typed goes in, what a player sees comes out."""

import os
import signal
import sys
import time
from pathlib import Path

import pexpect
import pyte

PATIENCE = 30.0


def hear_interrupts():
    """Let Ctrl+C be heard, whatever started the tests: what runs in the background of a shell is deaf to it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


class Terminal:
    """A program in a pseudo terminal, with the screen that its output draws.

    Args:
        arguments: What to run.
        home: The folder for the player's packs and saves.
        size: Columns and lines.
        environment: More of the environment.
    """

    def __init__(self, *arguments, home=None, cwd=None, size=(80, 24), **environment):
        columns, rows = size
        self.raw = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        inherited = {key: value for key, value in os.environ.items() if key in {"PATH", "HOME", "LANG", "LC_ALL"}}
        inherited |= {key: value for key, value in os.environ.items() if key.startswith("PIP_")}
        env = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **inherited, **environment}
        if home is not None:
            env["QUIZGAME_HOME"] = str(home)
        self._child = pexpect.spawn(
            arguments[0],
            list(arguments[1:]),
            env=env,
            cwd=cwd,
            dimensions=(rows, columns),
            timeout=PATIENCE,
            preexec_fn=hear_interrupts,
        )

    @classmethod
    def quizgame(cls, *arguments, **options):
        """The game with these arguments."""
        return cls(sys.executable, "-m", "quizgame", *arguments, **options)

    @property
    def text(self):
        """What the screen shows."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def type(self, keys):
        """Press keys."""
        self._child.send(keys)

    def until(self, wanted, patience=PATIENCE):
        """Read until the screen shows a text, or until a function of the screen's text is true."""
        seen = wanted if callable(wanted) else lambda text: wanted in text
        deadline = time.monotonic() + patience
        while not seen(self.text):
            if not self._read(deadline):
                told = wanted if isinstance(wanted, str) else "what was wanted"
                raise AssertionError(f"{told!r} did not come up:\n{self.text}")
        return self.text

    def kill(self):
        """Kill the program without mercy."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def end(self):
        """Wait for the program's end and give its exit status."""
        while self._read(time.monotonic() + PATIENCE):
            pass
        self._child.close()
        return self._child.exitstatus

    def _read(self, deadline):
        """Read what there is; False at the end of the output or of the patience."""
        try:
            chunk = self._child.read_nonblocking(65_536, timeout=max(0.0, deadline - time.monotonic()))
        except (pexpect.EOF, pexpect.TIMEOUT):
            return False
        self.raw += chunk
        self._stream.feed(chunk)
        return True


def saved(home):
    """The text of all saves below a home, by the path inside it."""
    return {path.relative_to(home).as_posix(): path.read_text() for path in Path(home).rglob("*.toml")}
