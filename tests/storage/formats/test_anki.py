"""Anki's text notes: our own, which hold everything, and decks of cards with two sides."""

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizgame.core.exchange import Found, Skipped
from quizgame.core.pack import Pack, Question
from quizgame.storage.formats.anki import FORMAT
from quizgame.storage.formats.document import Document
from tests.storage.formats.samples import back, core_of, holdable, packs

DECK = """\
#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
G#y|?hx.E`\tBasic\tRivers\tLongest river of Doria?\tthe <b>Ary</b>\trivers long
m-2\tBasic\tRivers\t"Shortest river of Doria,<br>""by far""?"\tthe Dun\trivers
m-3\tBasic\tRivers\tWidest river of Doria?\tthe Lin&nbsp;
# a comment "with a mark
m-4\tBasic\tRivers\tColdest river of Doria?\tthe Osk\t

m-5\tBasic\tYears\tFirst games?\t1924\t
m-6\tBasic\tYears\tSecond games?\t1928\t
m-7\tBasic\tYears\tThird games?\t1932\t
m-8\tBasic\tYears\tHow many came?\t16\t
m-9\tCloze\tYears\tThey were in {{c1::1936}}.\t\t
m-10\tBasic\tYears\t<img src="x.png">\t1940\t
m-11\tBasic\tYears\tWhen was that? [sound:bell.mp3]\t1944\t
m-12\tBasic\tYears\tWhy?\t
"""
OTHERS = (
    "",
    "# Heading\n\nProse: with a colon\n",
    "#!/bin/sh\n",
    "#Q Who?\n^ Ann\nA Ann\nB Bob\n",
    "question,answer,distractor1\nWho?,Ann,Bob\n",
    "Who?\tAnn\n",
    '#:schema x\n[[questions]]\ntype = "MultipleChoice"\n',
    "Who?\nA. Ann\nB. Bob\nANSWER: A\n",
    '{"response_code": 0, "results": []}',
    "\0\1\2",
)
LONELY = "its deck has fewer than two other backs that are like its own"


def cards(*pairs, head="#separator:tab"):
    return back(FORMAT, "\n".join([head, *("\t".join(pair) for pair in pairs)]))


def wrong_of(*pairs):
    return [set(one.question.distractors) if isinstance(one, Found) else one.reason for one in cards(*pairs)]


def test_a_deck_as_it_is_found():
    found = [one for one in back(FORMAT, DECK) if isinstance(one, Found)]
    rivers = {"the Ary", "the Dun", "the Lin", "the Osk"}
    assert [(one.line, one.question.id, one.question.stem, one.question.answer) for one in found] == [
        (7, "", "Longest river of Doria?", "the Ary"),
        (8, "m-2", 'Shortest river of Doria,\n"by far"?', "the Dun"),
        (9, "m-3", "Widest river of Doria?", "the Lin"),
        (11, "m-4", "Coldest river of Doria?", "the Osk"),
        (13, "m-5", "First games?", "1924"),
        (14, "m-6", "Second games?", "1928"),
        (15, "m-7", "Third games?", "1932"),
    ]
    assert all({one.question.answer, *one.question.distractors} == rivers for one in found[:4])
    assert [len(one.question.distractors) for one in found[4:]] == [2, 2, 2]
    assert [one.question.tags for one in found[:3]] == [("rivers", "long"), ("rivers",), ()]


def test_what_cannot_be_asked_is_told():
    assert [one for one in back(FORMAT, DECK) if isinstance(one, Skipped)] == [
        Skipped(line=16, reason=LONELY, what="How many came?"),
        Skipped(line=17, reason="a text with gaps has no options", what="They were in {{c1::1936}}."),
        Skipped(line=18, reason="a picture or a sound is part of it"),
        Skipped(line=19, reason="a picture or a sound is part of it", what="When was that? [sound:bell.mp3]"),
        Skipped(line=20, reason="it has no right answer", what="Why?"),
    ]


def test_a_monstrous_field_is_told_and_the_notes_below_it_are_read():
    found = cards(("a", "x" * 200_000), ("b", "True"))
    assert found[0] == Skipped(line=2, reason="its quotation marks or its length are not those of a note")
    assert (found[1].line, found[1].question.stem) == (3, "b")


def test_like_goes_with_like():
    numbers, years = [("a", "3"), ("b", "4"), ("c", "five")], [("d", "1924"), ("e", "1928"), ("f", "1932")]
    dates = [("g", "4 May 1900"), ("h", "June 5, 1901"), ("i", "6 July 1902")]
    units = [("j", "3 km"), ("k", "4 km"), ("l", "5 km")]
    texts = [("m", "Ary"), ("n", "Doria"), ("o", "Lin")]
    for group in (numbers, years, dates, units, texts):
        backs = {text for _, text in group}
        rest = numbers + years + dates + units + texts
        told = dict(zip([front for front, _ in rest], wrong_of(*rest), strict=True))
        assert [told[front] for front, _ in group] == [backs - {text} for _, text in group]


def test_a_back_of_another_length_gives_itself_away():
    long = [(f"long {n}", f"a rather long answer of many words, number {'abc'[n]}") for n in range(3)]
    assert wrong_of(("a", "Ary"), ("b", "Dun"), ("c", "Lin"), *long)[:3] == [
        {"Dun", "Lin"},
        {"Ary", "Lin"},
        {"Ary", "Dun"},
    ]


def test_a_front_with_several_backs_takes_none_of_them():
    told = wrong_of(("A river?", "Ary"), ("a  river?", "Dun"), ("A hill?", "Lin"), ("A town?", "Osk"))
    assert told[:2] == [{"Lin", "Osk"}] * 2


def test_backs_that_say_the_same_are_one():
    assert wrong_of(("a", "Short-Track"), ("b", "short track"), ("c", "Curling")) == [LONELY] * 3


def test_true_and_false_are_options():
    assert wrong_of(("Is it?", "True"), ("Was it?", "false")) == [{"False"}, {"True"}]


def test_a_long_back_is_no_option():
    (found,) = cards(("Why?", "because " * 20))
    assert found.reason == "its back is too long for an option"


def test_wrong_options_are_the_same_every_time_and_near():
    pairs = [(f"front {n}", f"{n}") for n in range(200)]
    assert cards(*pairs) == cards(*pairs)
    assert cards(*reversed(pairs))[0].question == cards(*pairs)[-1].question
    for one in cards(*pairs):
        wrong = one.question.distractors
        assert len(set(wrong)) == 3
        assert all(abs(int(text) - int(one.question.answer)) <= 5 for text in wrong)


@pytest.mark.parametrize(
    ("head", "mark"),
    [
        ("#separator:Semicolon", ";"),
        ("#separator:|", "|"),
        ("#separator:\t", "\t"),
        ("#separator:comma", ","),
        ("#deck:Rivers", "\t"),
        ("#deck:Rivers", ";"),
        ("#separator:nonsense", ","),
        ('#separator:"', "|"),
    ],
)
def test_values_are_separated_as_the_head_says_or_as_they_are(head, mark):
    (found,) = back(FORMAT, f"{head}\nIs it?{mark}True\n")
    assert core_of(found.question) == ("Is it?", "True", ("False",))


@pytest.mark.parametrize(
    ("head", "stem"),
    [("#html:true", "a < b"), ("#html:false", "<b>a</b> &lt; b"), ("#deck:x", "a < b"), ("#html:", "a < b")],
)
def test_html_is_read_where_it_is_html(head, stem):
    (found,) = back(FORMAT, f"#separator:tab\n{head}\n<b>a</b> &lt; b\tTrue\n")
    assert found.question.stem == stem


def test_columns_are_known_by_their_names():
    head = "#separator:comma\n#columns:Extra,Back,Wrong 1,Front,wrong 2,Difficulty\n#tags:one two\n"
    (found,) = back(FORMAT, head + "x,Ary,Dun,River?,,5\n")
    assert core_of(found.question) == ("River?", "Ary", ("Dun",))
    assert (found.question.difficulty, found.question.tags) == (5, ("one", "two"))


@pytest.mark.parametrize("head", ["#guid column:x", "#guid column:0", "#guid column:99", "#guid column:" + "9" * 5000])
def test_a_head_that_makes_no_sense_does_no_harm(head):
    (found,) = back(FORMAT, f"#separator:tab\n{head}\nIs it?\tTrue\n")
    assert (found.question.stem, found.question.id) == ("Is it?", "")


def test_more_columns_than_any_note_has_do_no_harm():
    assert back(FORMAT, "#separator:tab\n#columns:" + "wrong\t" * 100 + "\nx\ty\n")[0].reason == "it has no question"


@given(packs())
def test_everything_comes_back(pack):
    kept = tuple(holdable(FORMAT, pack))
    assume(kept)
    found = back(FORMAT, FORMAT.write(msgspec.structs.replace(pack, questions=kept)))
    assert [core_of(one.question) for one in found] == list(map(core_of, kept))
    assert [one.question for one in found] == list(kept)


def test_tags_of_several_words_come_back():
    question = Question(
        id="q", stem="#1 hit\n\n“of” it?", answer='"', distractors=("a", "b"), tags=("winter sports", "x")
    )
    text = FORMAT.write(Pack(id="p", title="A\ntitle", questions=(question,)))
    assert text.startswith("#separator:tab\n#html:false\n#deck:A title\n#columns:id\tquestion\tanswer\tdistractor 1\t")
    assert [one.question for one in back(FORMAT, text)] == [question]


def test_what_would_be_played_there_is_not_held():
    held = Question(stem="[sound]", answer="a", distractors=("b",))
    assert FORMAT.why_not(held) == ""
    assert (
        FORMAT.why_not(msgspec.structs.replace(held, answer="[sound:a.mp3]")) == "a text of it stands for a sound there"
    )


_HEADS = ["#separator:", "#html:true", "#columns:", "#guid column:1", "tab", "front", "wrong", "#"]
_BODIES = ["<img>", "[sound:", "]", "{{c1::", "12", "1924", "May", "\0", "é", " ", "\u200b", "\t", ",", '"', "\n"]
_MARKS = st.sampled_from(_HEADS + _BODIES)


@given(st.binary(max_size=60) | st.lists(_MARKS, max_size=40).map(lambda bits: "".join(bits).encode()))
def test_anything_is_read(data):
    assert all(isinstance(one, Found | Skipped) for one in FORMAT.read(Document(data)))
    assert isinstance(FORMAT.fits(Document(data)), bool)


@given(st.lists(st.lists(_MARKS, min_size=1, max_size=3).map("".join), min_size=2, max_size=12))
def test_every_note_is_found_or_skipped(texts):
    plain = [text.translate(dict.fromkeys(map(ord, '#"\n\t'))).strip() or "x" for text in texts]
    assert [one.line for one in cards(*((text, "True") for text in plain))] == [*range(2, len(plain) + 2)]


def test_it_knows_its_own_files_only():
    assert FORMAT.fits(Document(DECK.encode()))
    assert not any(FORMAT.fits(Document(text.encode())) for text in OTHERS)


@given(packs())
def test_it_knows_what_it_wrote(pack):
    assert FORMAT.fits(Document(FORMAT.write(pack).encode()))
