"""One question as a form: checked while it is written, kept only when nothing is wrong with it."""

import msgspec
import pytest
from textual.events import Key
from textual.widgets import Input

from quizgame.tui.app import QuizGameApp
from quizgame.tui.content import plain
from quizgame.tui.screens.edit import EditScreen
from tests.tui.driving import SIZES, click, opened, paste, place, press, settle, shown, words
from tests.tui.packs import HARBIN

QUESTION = HARBIN.questions[2]
"""Who is the head coach ...: Zhang Jing, not Li Yan, Meng Qingyu, Wang Meng."""
FIELDS = ("stem", "answer", "one", "two", "three", "four", "five", "evidence", "explanation", "difficulty")


class Form:
    """A form over the home screen, and what it gave."""

    def __init__(self, pilot):
        self.pilot = pilot
        self.given = []

    async def open(self, question=QUESTION):
        app = self.pilot.app
        assert isinstance(app, QuizGameApp)
        app.call_later(app.push_screen, EditScreen(question, plain("question 3 of 4")), self.given.append)
        await settle(self.pilot)
        assert place(self.pilot) == "edit"

    async def go_to(self, name):
        self.pilot.app.screen.query_one("#stem").focus()
        await press(self.pilot, *["tab"] * FIELDS.index(name))

    async def write(self, name, text):
        """Put a text in a field's place, as if it was pasted."""
        await self.go_to(name)
        await press(self.pilot, "home", "shift+end", "delete")
        await paste(self.pilot, text)


@pytest.fixture
async def form(memory):
    async with opened(memory) as pilot:
        made = Form(pilot)
        await made.open()
        yield made


async def test_what_is_typed_right_behind_a_tab_stands_in_the_next_field(form):
    await form.go_to("answer")
    for key in ("tab", "A", "n", "a"):
        form.pilot.app.post_message(Key(key, key if len(key) == 1 else None))
    await settle(form.pilot)
    assert form.pilot.app.screen.query_one("#answer", Input).value == QUESTION.answer
    assert form.pilot.app.screen.query(".wrong").first(Input).value.endswith("Ana")


async def test_it_shows_every_part_and_that_nothing_is_wrong(form):
    told = words(form.pilot)
    for text in (
        QUESTION.stem,
        QUESTION.answer,
        *QUESTION.distractors,
        QUESTION.evidence,
        "✓ nothing is wrong with it",
    ):
        assert text in told.replace("▌ ", "")


async def test_ctrl_s_gives_the_question_as_it_was_written(form):
    await form.write("answer", "Zhao Lin")
    await form.write("four", "Anna Ruiz")
    await form.write("explanation", "She was named in May.")
    await form.go_to("difficulty")
    await press(form.pilot, "right", "ctrl+s")
    (given,) = form.given
    assert given == msgspec.structs.replace(
        QUESTION,
        answer="Zhao Lin",
        distractors=(*QUESTION.distractors, "Anna Ruiz"),
        explanation="She was named in May.",
        difficulty=4,
    )


async def test_a_blank_wrong_answer_is_none(form):
    await form.write("two", "")
    await press(form.pilot, "ctrl+s")
    assert form.given[0].distractors == ("Li Yan", "Wang Meng")


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("stem", "", "✗ the question: is empty"),
        ("answer", "", "✗ the right answer: is empty"),
        ("answer", "Li Yan", "✗ the wrong answers: 'Li Yan' stands there twice"),
        ("one", "zhang jing", "✗ the wrong answers: 'Zhang Jing' and 'zhang jing' are the same"),
        ("stem", "Who coaches beside Zhang Jing?", "✗ the right answer: the stem says the answer"),
    ],
)
async def test_an_error_is_told_at_once_and_stands_in_the_way(form, field, text, told):
    await form.write(field, text)
    assert told in words(form.pilot)
    await press(form.pilot, "ctrl+s")
    assert place(form.pilot) == "edit"
    assert form.given == []
    assert form.pilot.app.focused.has_class("-wrong")


async def test_who_insists_may_keep_what_is_told_to_be_wrong(form):
    await form.write("stem", "Who coaches beside Zhang Jing?")
    await press(form.pilot, "ctrl+s")
    assert "Ctrl+S once more takes it all the same." in words(form.pilot)
    await form.write("stem", "Who teaches beside Zhang Jing?")
    await press(form.pilot, "ctrl+s")
    assert form.given == []  # what was written since is another question
    await press(form.pilot, "ctrl+s")
    assert [question.stem for question in form.given] == ["Who teaches beside Zhang Jing?"]


async def test_no_wrong_answer_at_all_is_an_error(form):
    for name in ("one", "two", "three"):
        await form.write(name, " ")
    assert "✗ the wrong answers: is empty" in words(form.pilot)


async def test_a_mended_error_is_gone(form):
    await form.write("answer", "Li Yan")
    await form.write("answer", "Zhao Lin")
    assert "✓ nothing is wrong with it" in words(form.pilot)
    await press(form.pilot, "ctrl+s")
    assert form.given[0].answer == "Zhao Lin"


async def test_a_warning_is_told_with_its_reason_and_does_not_stand_in_the_way(form):
    await form.write("stem", "Who is not the head coach of the Chinese team?")
    assert "! the question: has 'not': “not” and “except” are easily overread" in words(form.pilot)
    await press(form.pilot, "ctrl+s")
    assert form.given[0].stem == "Who is not the head coach of the Chinese team?"


async def test_several_lines_pasted_into_one_become_one(form):
    await form.write("answer", "Zhao\nLin\n")
    await press(form.pilot, "ctrl+s")
    assert form.given[0].answer == "Zhao Lin"


async def test_what_is_too_long_is_not_taken(form):
    await form.go_to("evidence")
    await paste(form.pilot, "x" * 5_000)
    assert "That is too long for a question." in words(form.pilot)
    await paste(form.pilot, "x" * 2_500)
    assert "✗ the proof: has more than 2000 characters" in words(form.pilot)


async def test_enter_and_the_arrows_go_from_line_to_line(form):
    await form.go_to("answer")
    await press(form.pilot, "enter", "down")
    assert form.pilot.app.focused.value == "Meng Qingyu"
    await press(form.pilot, "up", "up")
    assert form.pilot.app.focused.value == "Zhang Jing"


async def test_a_question_mark_is_written_and_f1_helps(form):
    await form.go_to("answer")
    await press(form.pilot, "question_mark")
    assert form.pilot.app.focused.value.count("?") == 1
    assert "F1 help" in words(form.pilot)
    await press(form.pilot, "f1")
    assert "Take the question as it stands now." in words(form.pilot)
    await press(form.pilot, "escape")
    assert place(form.pilot) == "edit"


async def test_esc_leaves_an_untouched_form_and_asks_about_another(form):
    await form.write("answer", "Zhao Lin")
    await press(form.pilot, "escape")
    assert "Throw your changes away?" in words(form.pilot)
    await press(form.pilot, "w")
    assert place(form.pilot) == "edit"
    await form.write("answer", "Zhang Jing")
    await press(form.pilot, "escape")
    assert form.given == [None]


async def test_what_is_wrong_is_not_thrown_away_unasked_either(form):
    await form.write("answer", "")
    await press(form.pilot, "escape")
    assert "Throw your changes away?" in words(form.pilot)
    await press(form.pilot, "t")
    assert form.given == [None]


async def test_by_mouse(form):
    await click(form.pilot, "#answer")
    assert form.pilot.app.focused.id == "answer"
    await click(form.pilot, "#difficulty", offset=(1, 0))
    bar = shown(form.pilot).splitlines()[-1]
    await click(form.pilot, None, offset=(bar.index("take it"), 23))
    assert form.given[0].difficulty == 1


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_the_field_in_focus_is_seen_at_every_size(memory, size):
    async with opened(memory, size) as pilot:
        form = Form(pilot)
        await form.open()
        for name in FIELDS:
            await form.go_to(name)
            region = pilot.app.focused.region
            seen = pilot.app.screen.query_one("#form").region
            assert seen.y <= region.y
            assert region.y + min(region.height, seen.height) <= seen.bottom
        assert "Ctrl+S take it" in shown(pilot)


async def test_a_question_with_flaws_of_its_own_says_so_from_the_start(memory):
    async with opened(memory) as pilot:
        form = Form(pilot)
        await form.open(msgspec.structs.replace(QUESTION, stem="Is it Zhang Jing?"))
        assert "✗ the right answer: the stem says the answer" in words(pilot)
        await press(pilot, "escape")
        assert form.given == [None]
