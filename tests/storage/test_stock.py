"""Packs that are changed, removed, put back, merged and brought in, on a real disk."""

import errno
from datetime import UTC, datetime

import msgspec
import pytest

from quizgame.core.errors import DataError, StorageError
from quizgame.core.imports import Origin, credited
from quizgame.core.packedits import deleted, moved, put
from quizgame.storage import atomic
from quizgame.storage.packs import Shelf
from quizgame.storage.stock import stock_of
from tests.storage.samples import FaultyOs
from tests.storage.test_rewriting import TEXT

GIFT = "How cold is ice? {=cold ~hot}\n\nHow white is snow? {=white ~blue}\n\nWrite an essay. {}\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own").mkdir()
    (tmp_path / "shipped").mkdir()
    (tmp_path / "own" / "ice.toml").write_text(TEXT)
    (tmp_path / "shipped" / "sea.toml").write_text(TEXT.replace('"Ice"', '"Sea"'))
    return tmp_path


@pytest.fixture
def shelf(home):
    return Shelf(home / "shipped", home / "own", home / "cache")


@pytest.fixture
def stock(shelf):
    return stock_of(shelf, lambda: datetime(2026, 1, 2, tzinfo=UTC))


def edited(pack, place, **changes):
    return put(pack, place, msgspec.structs.replace(pack.questions[place], **changes))


def test_a_change_is_on_the_disk_and_can_be_taken_back_byte_by_byte(stock, home):
    first = stock.open("ice")
    second = stock.change(first, edited(first.pack, 1, stem="Which ice flows?"))
    third = stock.change(second, moved(second.pack, 1, 0))
    assert third.pack.questions[0].stem == "Which ice flows?"
    assert "# a river" in (home / "own" / "ice.toml").read_text()
    back = stock.put_back(third, second)
    assert back.data == second.data
    assert stock.put_back(back, first).data == TEXT.encode()
    assert (home / "own" / "ice.toml").read_text() == TEXT


def test_the_list_knows_of_a_change_at_once(stock, shelf):
    file = stock.open("ice")
    stock.change(file, deleted(file.pack, 0))
    assert [info.questions for info in shelf.library().packs] == [1, 2]
    assert len(shelf.packs(["ice"])[0].questions) == 1


def test_what_another_program_wrote_meanwhile_is_not_written_over(stock, home):
    file = stock.open("ice")
    other = TEXT.replace("a glacier", "an ice stream")
    (home / "own" / "ice.toml").write_text(other)
    for change in (lambda: stock.change(file, deleted(file.pack, 0)), lambda: stock.put_back(file, file)):
        with pytest.raises(DataError, match="another program has changed it meanwhile"):
            change()
    assert (home / "own" / "ice.toml").read_text() == other


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO])
def test_a_change_that_fails_leaves_the_file_as_it_was(stock, home, monkeypatch, error):
    file = stock.open("ice")
    for at in range(1, 30):
        faulty = FaultyOs(at, error)
        monkeypatch.setattr(atomic, "os", faulty)
        try:
            stock.change(file, edited(file.pack, 0, answer="zero"))
        except StorageError:
            told = (home / "own" / "ice.toml").read_text()
            assert told == TEXT or '"zero"' in told
            (home / "own" / "ice.toml").write_text(TEXT)
        else:
            break
        finally:
            monkeypatch.undo()
            monkeypatch.chdir(home)
    assert at > 5


def test_a_pack_that_ships_is_not_opened_for_changes(stock):
    with pytest.raises(DataError, match="came with the game and stays"):
        stock.open("sea")
    with pytest.raises(DataError, match="did you mean ice"):
        stock.open("icy")


def test_a_pack_that_was_removed_comes_back(stock, home, shelf):
    removed = stock.remove("ice")
    assert [info.id for info in shelf.library().packs] == ["sea"]
    assert stock.restore(removed).id == "ice"
    assert (home / "own" / "ice.toml").read_text() == TEXT
    removed = stock.remove("ice")
    (home / "own" / "ice.toml").write_text(TEXT.replace("Ice", "Other"))
    with pytest.raises(DataError, match="is taken by now"):
        stock.restore(removed)


def test_a_broken_pack_that_was_removed_comes_back_too(stock, home):
    (home / "own" / "bad.toml").write_text("[[questions]\n")
    removed = stock.remove("bad")
    assert stock.restore(removed) is None
    assert (home / "own" / "bad.toml").exists()


def test_a_foreign_quiz_becomes_a_pack_and_the_second_time_adds_nothing(stock, home, shelf):
    (home / "cold.gift").write_text(GIFT)
    found = stock.read("cold.gift", None)
    assert (found.format, len(found.pack.questions), [one.line for one in found.skipped]) == ("gift", 2, [5])
    told = msgspec.structs.replace(found, pack=credited(found.pack, Origin(author="Ann", license="CC0-1.0")))
    taken = stock.take(told)
    assert (taken.info.id, taken.added, taken.is_new) == ("cold", 2, True)
    assert (taken.info.author, taken.info.license) == ("Ann", "CC0-1.0")
    again = stock.take(stock.read("cold.gift", None))
    assert (again.info.id, again.added, again.known, again.is_new) == ("cold", 0, 2, False)
    (home / "cold.gift").write_text(GIFT + "\nIs ice hard? {T}\n")
    more = stock.take(stock.read("cold.gift", None))
    assert (more.added, more.known, len(shelf.packs(["cold"])[0].questions)) == (1, 2, 3)


def test_an_import_leaves_what_was_edited_alone(stock, home, shelf):
    (home / "cold.gift").write_text(GIFT)
    stock.take(stock.read("cold.gift", None))
    file = stock.open("cold")
    stock.change(file, edited(file.pack, 0, stem="Is ice cold or hot?", answer="it is cold"))
    assert stock.take(stock.read("cold.gift", None)).added == 0
    assert shelf.packs(["cold"])[0].questions[0].stem == "Is ice cold or hot?"


def test_an_import_whose_name_a_pack_that_ships_has_takes_another(stock, home):
    (home / "sea.gift").write_text(GIFT)
    assert stock.take(stock.read("sea.gift", None)).info.id == "sea-2"


def test_a_pack_file_is_added_with_its_comments(stock, home, shelf):
    (home / "frost.toml").write_text(TEXT)
    taken = stock.take(stock.read("frost.toml", None))
    assert (taken.info.id, taken.added) == ("frost", 2)
    assert "# short, I like that" in (home / "own" / "frost.toml").read_text()
    pasted = stock.take(stock.parse(TEXT.replace('"Ice"', '"Pasted"'), None))
    assert pasted.info.title == "Pasted"


def test_two_questions_are_merged_into_one(stock, home, shelf):
    (home / "own" / "snow.toml").write_text(TEXT + 'evidence = "It flows slowly."\n')
    slow = [question.id for question in shelf.packs(["snow"])[0].questions]
    stock.merge(f"ice/{slow[1]}", f"snow/{slow[1]}")
    ice, snow = shelf.packs(["ice", "snow"])
    assert ice.questions[1].evidence == "It flows slowly."
    assert [question.id for question in snow.questions] == [slow[0]]
    stock.merge(f"sea/{slow[0]}", f"snow/{slow[0]}")
    assert [info.id for info in shelf.library().packs] == ["ice", "sea"]
    with pytest.raises(DataError, match="came with the game"):
        stock.merge(f"ice/{slow[0]}", f"sea/{slow[0]}")
    with pytest.raises(DataError, match="there is no question"):
        stock.merge("ice/none", f"ice/{slow[0]}")


def test_questions_of_one_pack_are_merged(stock, home, shelf):
    (home / "own" / "twins.toml").write_text(
        TEXT + TEXT[TEXT.index("[[questions]]\nstem") :].replace('"slow"', '"two"')
    )
    stock.merge("twins/slow", "twins/two")
    assert [question.id for question in shelf.packs(["twins"])[0].questions][1:] == ["slow"]


def test_a_pack_is_written_in_another_format_but_over_nothing(stock, home):
    made = stock.export("ice", "gift", "ice.gift")
    assert (made.questions, (home / "ice.gift").read_text().count("{")) == (2, 2)
    with pytest.raises(DataError, match="a file of this name already"):
        stock.export("ice", "gift", "ice.gift")
    stock.export("ice", "csv", "ice.xlsx")
    assert (home / "ice.xlsx").read_bytes().startswith(b"PK")
    assert {each.name for each in stock.formats()} >= {"gift", "moodle", "quizgame"}
