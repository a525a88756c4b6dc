"""What opening an article loads, and what it calls the article."""

import subprocess
import sys

import pytest

from quizgame.core.article import RawArticle
from quizgame.core.errors import DataError
from quizgame.generate import read_article

TEXT = b"# A rink opens\n\nThe rink in Lindby opened on Sunday."
LOADED = """
import sys
from quizgame.generate import read_article
from quizgame.storage.articles import gather
(raw,) = gather([sys.argv[1]], stdin=bytes)
assert read_article(raw).text
print(sorted({"trafilatura", "lxml", "pypdf", "charset_normalizer", "ssl", "urllib.request"} & set(sys.modules)))
"""


def test_a_text_needs_no_library_and_no_network(tmp_path):
    (tmp_path / "a.md").write_bytes(TEXT)
    command = [sys.executable, "-W", "error", "-c", LOADED, str(tmp_path / "a.md")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(("name", "id"), [("A Day Out", "a-day-out"), ("", "a-rink-opens"), ("比赛", "a-rink-opens")])
def test_an_article_has_the_same_id_whenever_it_is_read(name, id):
    raw = RawArticle(data=TEXT, where="somewhere/else.md", name=name, url="https://lindby.example/rink")
    assert [read_article(raw).id for _ in range(2)] == [id, id]
    assert read_article(raw).url == "https://lindby.example/rink"


def test_front_matter_says_more_than_an_address_does():
    raw = RawArticle(
        data=b"---\nurl: https://lindby.example/a\n---\nIt rained.", where="a", url="https://lindby.example/raw/a"
    )
    assert read_article(raw).url == "https://lindby.example/a"


def test_an_empty_article_has_no_text():
    assert read_article(RawArticle(data=b"", where="a.txt", name="a")).text == ""


def test_every_problem_names_the_article():
    with pytest.raises(DataError) as raised:
        read_article(RawArticle(data=b"+++\ntitel = 1\nurl = 2\n+++\n", where="my/a.md", name="a"))
    assert [problem.file for problem in raised.value.problems] == ["my/a.md", "my/a.md"]
