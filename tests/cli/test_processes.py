"""Many articles at once: the same pack whatever the number of processes, a bar to look at, and a clean end."""

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from quizgame.cli.processes import cores, spread
from quizgame.core.errors import StorageError
from tests.whole.terminal import hear_interrupts

pexpect = pytest.importorskip("pexpect")
POSIX = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals of POSIX")
SEED = str(Path(__file__).parents[2] / "seeds" / "harbin-2025.md")
CORPUS = Path(__file__).parents[1] / "generate" / "corpus"
ARTICLES = sorted(map(str, CORPUS.glob("*.md")))


def test_a_pack_is_the_same_whatever_the_number_of_processes(run):
    one, two = (run("generate", *ARTICLES, "-o", "-", "--jobs", jobs, "--report", "--json") for jobs in ("1", "2"))
    assert one.status == 0, one.err
    assert (two.out, two.err) == (one.out, one.err)


def test_many_articles_take_all_cores_and_results_keep_their_order():
    assert cores() >= 1
    assert list(spread(2)(abs, range(-100, 0))) == list(range(100, 0, -1))
    assert list(spread(1)(abs, range(-3, 0))) == [3, 2, 1]


def test_things_are_fetched_only_a_few_ahead():
    fetched = []

    def things():
        for number in range(10_000):
            fetched.append(number)
            yield number

    results = spread(2)(abs, things())
    assert next(results) == 0
    assert len(fetched) < 100
    results.close()
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_told():
    with pytest.raises(StorageError, match="--jobs 1"):
        list(spread(2)(os._exit, [3]))


def test_every_article_that_cannot_be_opened_is_named(run, tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    for jobs in ("1", "2"):
        ran = run("generate", *ARTICLES[:2], "one.txt", ARTICLES[3], "two.txt", "-o", "-", "--jobs", jobs)
        assert (ran.status, ran.out) == (1, "")
        assert "one.txt" in ran.err
        assert "two.txt" in ran.err


def on_a_terminal(tmp_path, *arguments):
    """The command on a terminal of its own, with what it draws."""
    environment = {**os.environ, "QUIZGAME_HOME": str(tmp_path), "TERM": "xterm-256color"}
    command = ["-m", "quizgame", "generate", *arguments]
    spawned = {"env": environment, "encoding": "utf-8", "timeout": 60, "preexec_fn": hear_interrupts}
    return pexpect.spawn(sys.executable, command, **spawned)


@POSIX
def test_a_bar_is_drawn_on_a_terminal_for_more_than_a_few_articles(tmp_path):
    child = on_a_terminal(tmp_path, *ARTICLES, "-o", str(tmp_path / "many.toml"))
    child.expect_exact(f"{len(ARTICLES)}/{len(ARTICLES)}")
    child.expect_exact("Play them")
    child.close()
    child = on_a_terminal(tmp_path, SEED, "-o", str(tmp_path / "one.toml"))
    child.expect_exact("Play them")
    assert "1/1" not in child.before
    child.close()


def test_without_a_terminal_there_is_no_bar(run):
    assert f"/{len(ARTICLES)}" not in run("generate", *ARTICLES, "-o", "-").err


@POSIX
def test_ctrl_c_ends_all_processes_and_writes_nothing(tmp_path):
    out = tmp_path / "out.toml"
    for number in range(60):  # more than wait in all processes: some are done when the last one waits for the keyboard
        article = Path(ARTICLES[number % len(ARTICLES)])
        (tmp_path / f"{number}.md").write_bytes(article.read_bytes())
    child = on_a_terminal(tmp_path, str(tmp_path), "-", "-o", str(out), "--jobs", "2")
    child.expect(r"[1-9]\d*/61")
    child.sendintr()
    child.expect(pexpect.EOF)
    child.wait()
    assert (child.exitstatus, out.exists()) == (130, False)
    assert "Interrupted." in child.before
    assert "Traceback" not in child.before
