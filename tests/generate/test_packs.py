"""The pack and its report as a whole."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

import quizgame.generate
from quizgame.core.article import Article
from quizgame.core.checks import check_pack
from quizgame.core.pack import Pack, Question
from quizgame.generate import make_pack, read_text_article, report_text
from quizgame.generate.names import learn
from quizgame.generate.numbers import near_dates, near_numbers, near_scores
from quizgame.generate.pipeline import survey

CORPUS = Path(__file__).parent / "corpus"
TEXT = """
Norway won six golds, two silvers and five bronzes in biathlon at the Oslo Winter Games. Anna Berg, head coach of Norway's
biathlon team, was pleased. "Every one of my skaters trained in an empty car park for two winters," said Anna Berg. Maria Lind and Karen
Holm listened.
"""


def article(text=TEXT, name="one"):
    return read_text_article(text, name=name)


def test_a_limit_keeps_the_best():
    whole = make_pack([article()], id="p", title="P").pack
    some = make_pack([article()], id="p", title="P", limit=2).pack
    assert len(some.questions) == 2
    assert {question.id for question in some.questions} <= {question.id for question in whole.questions}


RACE = "Anna Berg won the women's 500m gold at the Oslo Winter Games in short track speed skating."
PROOFS = (
    "Karen Holm won the women's 1,500m silver at the Bergen Winter Games in short track speed skating.",
    "Maria Lind fell in the women's 1,000m at the Bergen Winter Games in short track speed skating.",
)


def test_packs_at_hand_give_more_to_choose_wrong_answers_from():
    questions = (
        Question(stem=f"Who {n}?", answer="A", distractors=("B", "C"), evidence=p) for n, p in enumerate(PROOFS)
    )
    beside = Pack(id="ice", title="Ice", questions=tuple(questions))
    alone = make_pack([article(RACE)], id="p", title="Racing").pack
    made = make_pack([article(RACE)], id="p", title="Racing", beside=[beside]).pack
    assert not any("Bergen Winter Games" in question.distractors for question in alone.questions)
    assert any("Bergen Winter Games" in question.distractors for question in made.questions)
    assert [source.id for source in made.sources] == ["one"]
    assert make_pack([article(RACE)], id="p", title="Racing", beside=[beside]).pack == made


BAN = "Bolivia banned the import of wooden ferries from Norway in the spring of the year after a fire on Lake Titicaca."


def test_what_is_less_sure_is_offered_apart():
    made = make_pack([article(BAN)], id="p", title="Ferries")
    assert made.pack is None
    (question,) = made.spare.questions
    assert (question.answer, question.evidence) == ("Bolivia", BAN)
    assert "not sure enough" in {drop.reason for drop in made.report.drops}


def test_what_is_offered_goes_with_the_pack():
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*.md"))]
    made = make_pack([article(text, name=f"n{n}") for n, text in enumerate(texts)], id="p", title="All")
    whole = msgspec.structs.replace(made.pack, questions=(*made.pack.questions, *made.spare.questions))
    assert {problem.flaw for problem in check_pack(whole) if problem.severity == "error"} == set()
    assert not {question.id for question in made.pack.questions} & {question.id for question in made.spare.questions}


def test_sure_keeps_only_sure_facts():
    whole = make_pack([article()], id="p", title="P").pack
    sure = make_pack([article()], id="p", title="P", sure=True)
    assert {question.id for question in sure.pack.questions} <= {question.id for question in whole.questions}


def test_frequent_questions_are_asked_in_several_ways():
    quoted = (
        question.stem.split("“")[0]
        for seed in range(40)
        for question in make_pack([article()], id="p", title="P", seed=seed).pack.questions
        if question.kind == "quote"
    )
    assert len(set(quoted)) >= 5


def test_ids_have_room_for_large_packs():
    pack = make_pack([article()], id="p", title="P").pack
    assert all(len(question.id.rpartition("-")[2]) == 8 for question in pack.questions)


def test_ids_do_not_depend_on_place():
    later = make_pack([article("The rain fell all day long on the hills.\n" + TEXT)], id="p", title="P").pack
    first = make_pack([article()], id="p", title="P").pack
    assert {question.id for question in first.questions} == {question.id for question in later.questions}


def test_several_articles_give_one_pack_with_all_sources():
    pack = make_pack([article(), article(name="two")], id="p", title="P").pack
    assert [source.id for source in pack.sources] == ["one", "two"]


def test_articles_of_one_name_are_kept_apart():
    other = (
        TEXT.replace("Norway", "Sweden").replace("Anna Berg", "Eva Dahl").replace("an empty car park", "a muddy field")
    )
    pack = make_pack(
        [article(), article(other), article("Rain fell on the hills all day long.")], id="p", title="P"
    ).pack
    assert [source.id for source in pack.sources] == ["one", "one-2", "one-3"]
    assert {question.source for question in pack.questions if "Sweden" in question.evidence} == {"one-2"}


def test_nothing_to_ask_says_why():
    made = make_pack([Article(id="none", text="")], id="p", title="P")
    assert made.pack is None
    assert "no full sentences" in report_text(made.report)
    made = make_pack([Article(id="none", text="It was so. They knew.")], id="p", title="P")
    assert made.pack is None
    assert "Nothing could be asked" in report_text(made.report)


def test_articles_are_read_one_after_the_other_and_progress_is_told():
    events = []

    def articles():
        for name in ("one", "two", "three"):
            events.append(name)
            yield article(name=name)

    make_pack(articles(), id="p", title="P", progress=lambda done, total: events.append((done, total)))
    assert events == ["one", (1, 0), "two", (2, 0), "three", (3, 0)]
    events.clear()
    make_pack([article()] * 2, id="p", title="P", progress=lambda done, total: events.append((done, total)))
    assert events == [(1, 2), (2, 2)]


def test_nothing_of_a_text_is_kept_but_what_proves_a_fact():
    filler = f"It rained{' and rained' * 3_000} all day long."
    (one, other) = (survey(Article(id="one", text=text)) for text in (TEXT, f"{TEXT}\n\n{filler}"))
    assert other.words > one.words + 3_000
    assert len(msgspec.json.encode(other)) < len(msgspec.json.encode(one)) + len(filler) / 10


def test_articles_that_gave_nothing_are_named_with_the_reason():
    dull = [article("It was so. They knew.", name="dull"), Article(id="empty", text="")]
    report = make_pack([article(), *dull], id="p", title="P").report
    assert [row.asked > 0 for row in report.by_article] == [True, False, False]
    assert "dull: no sentence states a fact of a kind that can be asked" in report_text(report)
    assert "empty: the text has no full sentences" in report_text(report)


def test_the_report_adds_up():
    report = make_pack([article()], id="p", title="P").report
    assert all(row.found == row.asked + row.dropped for row in report.kinds)
    assert all(0 < row.sentences <= row.found for row in report.kinds if row.asked)
    assert report.found == report.asked + len(report.drops)
    assert [row.asked for row in report.by_article] == [report.asked]


def test_importing_the_generator_is_light():
    code = "import sys, quizgame.generate; print(sorted(m for m in sys.modules if 'rapidfuzz' in m or 'lexicon' in m))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


@pytest.mark.parametrize(
    ("text", "name", "letter"),
    [
        ("Anna Berg won.", "Anna Berg", "P"),
        ("They met in Springfield, a city in Ohio.", "Springfield", "L"),
        ("The Harbour Stadium is full.", "Harbour Stadium", "V"),
        ("The 2030 Oslo Winter Games begin.", "2030 Oslo Winter Games", "E"),
        ("President Idriss Deby spoke.", "Idriss Deby", "P"),
        ("Scientific American said so.", "Scientific American", "X"),
        ("The University of Oslo is old.", "University of Oslo", "O"),
    ],
)
def test_names_are_told_apart(text, name, letter):
    assert learn([text]).known[name].letter == letter


def test_numbers_near_a_key_keep_its_writing():
    assert all(option.isalpha() for option in near_numbers("six", bound="", avoid=(), seed=0))
    assert all("," in option for option in near_numbers("12,500", bound="", avoid=(), seed=0))
    assert all(int(option[5:]) > 130 for option in near_numbers("over 130", bound="over", avoid=(), seed=0))
    assert "over four" in near_numbers("over three", bound="over", avoid=(), seed=0)
    assert "4" not in near_numbers("5", bound="", avoid=("4",), seed=0)
    assert all(option.startswith("November ") for option in near_dates("November 7", avoid=(), seed=0))
    assert all(int(option[0]) > int(option[-1]) for option in near_scores("3-1", avoid=(), seed=0))


def test_the_generator_knows_no_article():
    folder = Path(quizgame.generate.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py")))
    names = "Qitaihe|Obihiro|Xinhua|Zhang Jing|Li Yan|Meng Qingyu|Gao Tingyu|Lin Xiaojun|Capital Skating|China Cup|Yang Jingru"
    assert [name for name in names.split("|") if name in source] == []


def test_persons_of_an_unrelated_article_tempt_nobody():
    told = '"Every one of my skaters trained in an empty car park for two winters," said Anna Berg.'
    other = "Maria Lind, Karen Holm and Peter Hill cook fish in Lisbon. Thomas Bell eats it."
    made = make_pack([article(told, "one"), article(other, "two")], id="p", title="P")
    assert made.pack is None
