"""Fuzzes the readers of untrusted files with atheris, which there is for Linux only.

Called as ``python tests/fuzz/fuzz.py TARGET [--runs N] [--seconds S] [--seed N]``; the target ``all`` takes every other
one in turn. An input that breaks a promise of `tests.fuzz.promises`, or takes too long or too much memory, is kept and
its path told: ``python tests/fuzz/fuzz.py TARGET --input FILE`` reads it again. The status is 1 if there was one.
"""

import argparse
import os
import shutil
import sys
import tempfile
from importlib import import_module
from pathlib import Path

FORMATS = ("opentdb", "opentriviaqa", "gift", "moodle", "aiken", "kahoot", "quizizz", "anki", "mdbook", "csv")
TARGETS = (*FORMATS, "recognised", "pack", "workbook")
"""The reader of each format, files of no matter which, packs of our own, and workbooks."""

INSTRUMENTED = ("quizgame", "lark.parsers", "lark.lexer", "openpyxl.worksheet._reader")
MOST_SECONDS, MOST_MEGABYTES = 10, 1_024
"""What the reading of one input may take."""
LONGEST, LONGEST_WORKBOOK = 1 << 13, 1 << 16
"""So many bytes an input has; what goes wrong in larger ones only is for `tests.storage.test_hostile_packs`."""
KEPT = Path(tempfile.gettempdir()) / "quizgame-fuzz"
"""Where the inputs are kept that broke a promise."""


def main(told):
    """Fuzz a target, or all of them; gives the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=[*TARGETS, "all"])
    parser.add_argument("--runs", type=int, default=-1, help="how many inputs to read [no end]")
    parser.add_argument("--seconds", type=int, default=0, help="how long to go on [no end]")
    parser.add_argument("--seed", type=int, default=1, help="what is drawn; 0 is something else every time [1]")
    parser.add_argument("--corpus", type=Path, help="a folder for inputs that reach something new, to go on from")
    parser.add_argument("--input", type=Path, help="read this file and no other")
    asked = parser.parse_args(told)
    if asked.target == "all" and (asked.input or asked.corpus):
        parser.error("a file is the input of one target")
    if asked.target == "all" and asked.runs < 0 and not asked.seconds:
        parser.error("--runs or --seconds must tell when to go on to the next target")
    return max(fuzz_apart(target, asked) for target in (TARGETS if asked.target == "all" else [asked.target]))


def fuzz_apart(target, asked):
    """Fuzz a target in a process of its own, since libFuzzer ends the one that it runs in; gives the exit status."""
    tell(f"== {target}")
    folder = Path(tempfile.mkdtemp(prefix="quizgame-fuzz-"))
    child = os.fork()
    if not child:
        fuzz(target, asked, folder)
    try:
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status:
            keep_found(target, folder, asked.input)
    finally:
        shutil.rmtree(folder)
    return 1 if status else 0


def fuzz(target, asked, folder):
    """Fuzz a target; ends the process, and libFuzzer writes down what it found while that ends."""
    import atheris

    sys.path[0] = str(Path(__file__).parents[2])
    with atheris.instrument_imports(include=INSTRUMENTED):
        promises = import_module("tests.fuzz.promises")
    seeds = import_module("tests.fuzz.seeds")
    (folder / "found").mkdir()
    options = [f"-timeout={MOST_SECONDS}", f"-rss_limit_mb={MOST_MEGABYTES}", f"-artifact_prefix={folder}/found/"]
    if asked.input:
        options += [str(asked.input)]
    else:
        options += [f"-runs={asked.runs}", f"-max_total_time={asked.seconds}", f"-seed={asked.seed}"]
        options += [f"-max_len={LONGEST_WORKBOOK if target == 'workbook' else LONGEST}"]
        options += [f"-dict={seeds.write_words(target, folder / 'words')}"]
        options += [*map(str, filter(None, [asked.corpus])), str(seeds.write_seeds(target, folder / "seeds"))]
    mutator = {"custom_mutator": seeds.mutated_workbook} if target == "workbook" else {}
    atheris.Setup([sys.argv[0], *options], promises.promise_of(target), **mutator)
    atheris.Fuzz()


def keep_found(target, folder, known):
    """Keep the inputs that broke a promise, and tell how to read each again."""
    for path in [known] if known else sorted((folder / "found").glob("*")):
        kept = path
        if not known:
            (KEPT / target).mkdir(parents=True, exist_ok=True)
            kept = Path(shutil.move(path, KEPT / target / path.name))
        tell(f"again: python tests/fuzz/fuzz.py {target} --input {kept}")


def tell(text):
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
