"""Files of other programs: recognised by what they hold, kept whole, sent out and brought back."""

import http.server
import threading
from datetime import date

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgame.core.errors import DataError, StorageError
from quizgame.core.pack import Pack, Question, Source
from quizgame.storage.exporting import export
from quizgame.storage.formats.document import Document
from quizgame.storage.formats.registry import format_of, formats, recognised
from quizgame.storage.importing import Raw, load_foreign, read_foreign
from tests.storage.formats.samples import core_of, packs

NAMES = [each.name for each in formats()]
SHEETS = ["kahoot", "quizizz", "csv"]
PACK = Pack(
    id="ice",
    title="Ice",
    sources=(Source(id="book", title="The book of ice", publisher="Ice Press", published=date(2025, 2, 9)),),
    questions=(
        Question(
            id="freeze",
            stem="At how many degrees\nCelsius does water freeze?",
            answer="0",
            distractors=("4", "10", "32", "100", "-4"),
            kind="count",
            difficulty=1,
            source="book",
            evidence="Water freezes at 0 °C.",
            explanation="The scale was made so.",
            tags=("cold",),
        ),
        Question(id="colour", stem="What colour is deep ice?", answer="blue", distractors=("green", "red", "grey")),
        Question(id="float", stem="Does ice float?", answer="yes", distractors=("no",)),
    ),
)


def raw_of(data, name="quiz"):
    return Raw(data=data, file=f"{name}.txt", name=name)


@pytest.mark.parametrize("name", NAMES)
def test_a_pack_that_was_sent_out_is_recognised_and_comes_back(name):
    exported = export(PACK, name)
    found = read_foreign(raw_of(exported.data))
    form = format_of(name)
    assert (found.format, found.skipped, exported.questions) == (name, (), 3)
    back, sent = found.pack.questions, PACK.questions
    assert [(core_of(question)[:2]) for question in back] == [core_of(question)[:2] for question in sent]
    assert [sorted(question.distractors) for question in back] == [
        sorted(question.distractors[: form.most_distractors]) for question in sent
    ]
    for field in form.holds - {"explanation", "source", "lines"}:
        assert [getattr(question, field) for question in back] == [getattr(question, field) for question in sent], field
    if "explanation" in form.holds:
        assert back[0].explanation.startswith(sent[0].explanation)
        assert ("Water freezes at 0 °C." in back[0].explanation) == ("evidence" not in form.holds)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_lost_on_the_way_is_told(name):
    lost = " ".join(export(PACK, name).lost)
    holds = format_of(name).holds
    for field in ("kind", "difficulty", "source", "evidence", "explanation", "tags"):
        assert (f"the {field} of 1 question" in lost) == (field not in holds), field
    assert ("the id of 3 questions" in lost) == ("id" not in holds)
    assert ("more than" in lost) == (format_of(name).most_distractors < 5)


@pytest.mark.parametrize("name", NAMES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pack=packs())
def test_any_pack_is_recognised_in_any_format(name, pack):
    if all(map(format_of(name).why_not, pack.questions)):
        with pytest.raises(DataError, match="can hold none of its questions"):
            export(pack, name)
        return
    exported = export(pack, name)
    assert len(exported.left_out) + exported.questions == len(pack.questions)
    assert recognised(Document(exported.data, "pack"), file="x").name == name
    found = read_foreign(raw_of(exported.data))
    kept = len(found.pack.questions) if found.pack else 0
    again = [one for one in found.skipped if "again" in one.reason or "its id" in one.reason]
    assert (kept + len(again), len(again)) == (exported.questions, len(found.skipped))


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_can_be_a_workbook(name):
    data = export(PACK, name, as_workbook=True).data
    assert data.startswith(b"PK")
    found = read_foreign(raw_of(data))
    assert (found.format, [question.answer for question in found.pack.questions]) == (name, ["0", "blue", "yes"])


def test_what_is_no_sheet_is_no_workbook():
    with pytest.raises(DataError, match="no sheet"):
        export(PACK, "gift", as_workbook=True)


def test_our_own_packs_go_out_and_come_in_as_they_are():
    data = export(PACK, "quizgame").data
    found = read_foreign(raw_of(data))
    assert (found.format, found.pack, found.data) == ("quizgame", PACK, data)
    with pytest.raises(DataError, match=r"quiz\.txt:1: questions\[1\]\.stem: is missing"):
        read_foreign(raw_of(b"[[questions]]\nanswer = 'a'\ndistractors = ['b']\n"))


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"Just a letter to a friend.\n\nYours", b"\x89PNG\r\n\x1a\n\0\0", b"<html><p>Hi</p>", b"{}"]
)
def test_what_is_no_quiz_is_told(data):
    with pytest.raises(DataError, match="in no format that is known") as told:
        read_foreign(raw_of(data))
    assert "Moodle GIFT" in told.value.problems[0].hint


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(max_size=60))
def test_a_format_that_was_asked_for_is_read_whatever_it_looks_like(name, text):
    found = read_foreign(raw_of(text.encode("utf-8", "surrogatepass")), format=name)
    assert found.format == name
    assert all(one.reason for one in found.skipped)


def test_the_name_of_the_file_is_the_title_and_the_format_tells_whose_it_is():
    data = export(PACK, "opentriviaqa").data
    pack = read_foreign(raw_of(data, "world-history")).pack
    assert (pack.id, pack.title, pack.license) == ("world-history", "World history", "CC-BY-SA-4.0")
    assert pack.source_of(pack.questions[0]).title == "OpenTriviaQA"


@pytest.fixture
def served(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(export(PACK, "opentdb").data)

        def log_message(self, *_):
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_web_address_of_a_quiz_is_fetched_and_named_as_its_source(served):
    raw = load_foreign(f"{served}/trivia/ice-quiz.json", stdin=bytes)
    pack = read_foreign(raw, today=date(2026, 1, 2)).pack
    assert (pack.title, len(pack.questions)) == ("Ice quiz", 3)
    source = pack.source_of(pack.questions[0])
    assert (source.url, source.retrieved) == (f"{served}/trivia/ice-quiz.json", date(2026, 1, 2))


@pytest.mark.parametrize(
    ("where", "why"),
    [("nowhere.gift", "no such file"), (".", "not a file"), ("ftp://x.org/q.gift", "only http"), ("a\0b", "no name")],
)
def test_what_cannot_be_read_is_told(where, why, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StorageError, match=why):
        load_foreign(where, stdin=bytes)


def test_standard_input_is_read_to_its_limit(monkeypatch):
    assert load_foreign("-", stdin=lambda: b"abc").data == b"abc"
    monkeypatch.setattr("quizgame.storage.importing.PACK_LIMIT", 2)
    with pytest.raises(DataError, match="larger than"):
        load_foreign("-", stdin=lambda: b"abc")


def test_everything_that_a_format_cannot_hold_is_named(monkeypatch):
    form = msgspec.structs.replace
    question = form(PACK.questions[1], stem="Why? " * 60)
    exported = export(form(PACK, questions=(question, PACK.questions[2])), "kahoot")
    assert [(one.question, bool(one.reason)) for one in exported.left_out] == [("colour", True)]
    assert exported.questions == 1
    with pytest.raises(DataError, match="can hold none of its questions"):
        export(form(PACK, questions=(question,)), "kahoot")
