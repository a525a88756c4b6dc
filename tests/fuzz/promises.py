"""What must hold of everything that is read, whatever its bytes are."""

from pathlib import Path

import msgspec

from quizgame.core.errors import DataError
from quizgame.core.exchange import Found, Skipped
from quizgame.core.imports import Origin, imported
from quizgame.core.pack import Question
from quizgame.core.text import clean, one_line
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.registry import format_of
from quizgame.storage.importing import Raw, read_foreign
from quizgame.storage.packfile import pack_bytes, pack_of
from quizgame.storage.packtext import with_ids

FILE = "world-history"
"""What the file is called."""
SHEETS = ("kahoot", "quizizz", "csv")
LONGEST_TOLD = 60


def promise_of(target):
    """The check of a target: a callable that takes bytes, and raises where a promise is broken."""
    if target in CHECKS:
        return CHECKS[target]
    form = format_of(target)
    return lambda data: check_reading(form, Document(data, FILE))


def check_reading(format, document):
    """A reader gives questions and what it skipped, and no more than that; what it found makes a pack."""
    try:
        items = list(format.read(document))
    except DataError as error:
        assert document.is_workbook, "only of a workbook may it be told that it cannot be read"
        check_problems(error)
        return
    check_items(items)
    found = imported(items, Origin(title="A title", source="A book"), format=format.name)
    assert found.read == len(items)
    check_pack(found.pack)


def check_items(items):
    for item in items:
        assert isinstance(item, Found | Skipped), item
        assert item.line > 0, item
        if isinstance(item, Found):
            check_question(item.question)
            assert item.question.stem == item.question.stem.strip()
        else:
            assert item.reason
            check_texts(item, of_one_line=("reason", "what"))
            assert len(item.what) <= LONGEST_TOLD, item
    lines = [item.line for item in items]
    assert lines == sorted(lines), lines


def check_question(question):
    assert msgspec.convert(msgspec.to_builtins(question), Question) == question
    check_texts(question, of_one_line=("answer", "distractors", "kind", "tags"))


def check_texts(value, of_one_line=()):
    """No text of a struct would be changed by cleaning it."""
    for name, told in msgspec.structs.asdict(value).items():
        for text in told if isinstance(told, tuple) else [told]:
            if isinstance(text, str):
                assert clean(text) == text, (name, text)
                assert name not in of_one_line or one_line(text) == text, (name, text)


def check_pack(pack):
    """A pack is clean, and can be kept: as a file it reads back the same."""
    if pack is None:
        return
    check_texts(pack, of_one_line=("id", "title", "language", "author", "license", "tags"))
    for source in pack.sources:
        check_texts(source, of_one_line=("id", "title", "publisher", "url"))
    for question in pack.questions:
        assert question.id
        check_question(question)
    pack_bytes(Path("pack.toml"), pack)


def check_problems(error):
    assert error.problems
    for problem in error.problems:
        assert problem.what
        check_texts(problem)
        assert "\n" not in str(problem), problem


def check_recognised(data):
    """A file of any program at all: its format is recognised, or not, and it is read."""
    try:
        found = read_foreign(Raw(data=data, file="file", name=FILE))
    except DataError as error:
        check_problems(error)
        return
    check_items(found.skipped)
    check_pack(found.pack)


def check_pack_file(data):
    """A file of ours: every problem is told, or it can be added and kept."""
    try:
        pack = pack_of(data, file="file.toml", stem="file")
    except DataError as error:
        check_problems(error)
        return
    check_pack(pack)
    assert pack_of(with_ids(data, pack, "file"), file="file.toml", stem="file") == pack


def check_workbook(data):
    """A workbook is read as every kind of sheet that may be one."""
    for name in SHEETS:
        check_reading(format_of(name), Document(data, FILE))


CHECKS = {"recognised": check_recognised, "pack": check_pack_file, "workbook": check_workbook}
