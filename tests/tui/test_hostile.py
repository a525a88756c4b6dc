"""Text that looks like code is shown as text, on every screen, at every size; nothing runs and nothing crashes."""

import ast
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import quizgame.tui
from quizgame.core.errors import DataError, Problem, StorageError
from quizgame.core.folder import Entry, Folder
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from quizgame.core.modes import challenge, classic
from quizgame.core.pack import Pack, Question, Source
from quizgame.core.play import Choice
from quizgame.core.text import clean, clip, one_line
from quizgame.tui.content import line, plain, row, short
from tests.tui.driving import SIZES, aside_done, click, made, opened, paste, place, press, settle, shown, tick, words

PAYLOADS = (
    "[/]",
    "[@click=app.quit]x[/]",
    "[red on blue]no colour[/red]",
    "[[[[",
    "$primary {x} %s \\[b]",
    "[link=https://example.org]y[/link]",
    "短道速滑是什么？",
    "🏅🇨🇳👩‍👩‍👧‍👦",
    "من فاز بالميدالية",
    "word " * 399 + "end",
    "x" * 2000,
    "lines\n" * 39 + "end",
)


def hostile_pack(payload):
    return Pack(
        id="hostile",
        title=payload,
        description=payload,
        sources=(Source(id="s", title=payload, publisher=payload),),
        questions=tuple(
            Question(
                id=f"q-{number}",
                stem=f"{number} {payload}"[:2000],
                answer=payload,
                distractors=(f"a{payload}"[:2000], f"b{payload}"[:2000], "c"),
                source="s",
                evidence=payload,
                explanation=payload,
                kind=payload,
            )
            for number in range(2)
        ),
    )


def start_of(payload):
    """What of a payload must be seen, in the words of `words`."""
    return payload.split()[0][:8]


@pytest.mark.parametrize(
    ("payload", "size"),
    [
        *((payload, SIZES[number % 3]) for number, payload in enumerate(PAYLOADS[:-3])),
        *((payload, size) for payload in PAYLOADS[-3:] for size in SIZES),
    ],
)
async def test_a_whole_game_of_it(memory, payload, size):
    memory.packs = {"hostile": hostile_pack(payload)}
    memory.own = {"hostile"}
    async with opened(memory, size) as pilot:
        await press(pilot, "p")
        assert start_of(payload) in words(pilot)
        await press(pilot, "escape", "m")
        assert start_of(payload) in words(pilot)
        await press(pilot, "ctrl+s")
        assert place(pilot) == "quiz"
        assert start_of(payload) in words(pilot)
        for _ in range(2):
            await press(pilot, "2")
            await press(pilot, "space")
        assert place(pilot) == "results"
        await press(pilot, "down", "pagedown", "escape", "s")
        for _ in range(4):
            await press(pilot, "right")
            assert start_of(payload)[:3] in words(pilot) or "Recent games" not in words(pilot) or size == SIZES[0]
        await press(pilot, "escape", "p", "delete")
        assert start_of(payload) in words(pilot)
        await press(pilot, "r")
        assert "Removed: " in words(pilot)
        assert memory.packs == {}
        assert not pilot.app._exit


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_a_challenge_of_it_and_a_game_that_was_left(memory, payload):
    memory.packs = {"hostile": hostile_pack(payload)}
    async with opened(memory, choice=Choice(rules=challenge(10))) as pilot:
        await press(pilot, "3", "ctrl+q")
    async with opened(memory) as pilot:
        assert start_of(payload) in words(pilot)
        await press(pilot, "escape")
        assert "Continue" in words(pilot)
        await press(pilot, "g")
        await tick(pilot, memory, 11)
        await tick(pilot, memory, 2)
        assert place(pilot) == "results"


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_problems_and_toasts_of_it(memory, payload):
    memory.library_problems = (Problem(file=payload, line=1, key=payload, what=payload, hint=payload),)
    memory.setting_problems = (Problem(what=payload),)
    async with opened(memory) as pilot:
        pilot.app.tell(payload, StorageError(payload))
        pilot.app.tell(payload, DataError(Problem(what=payload)))
        pilot.app.say(payload)
        await settle(pilot)
        assert start_of(payload) in words(pilot)
        await press(pilot, "w")
        assert start_of(payload) in words(pilot)
        await press(pilot, "escape", "p", "w")
        assert start_of(payload) in words(pilot)


@pytest.mark.parametrize("payload", PAYLOADS)
async def test_the_palette_lists_it(memory, payload):
    memory.packs = {"hostile": hostile_pack(payload)}
    async with opened(memory) as pilot:
        await press(pilot, "ctrl+p", *"play")
        await pilot.pause(0.4)
        assert f"Play {start_of(payload)}"[:12] in words(pilot)
        assert not pilot.app._exit


RAW = (*PAYLOADS, "esc\x1b[2Japed", "turned\u202eround", "zero\u200bwidth", "c1\x9b31m", "nul\x00")
"""What a file's name or an article may hold besides what a pack may."""


def hostile_generator(payload):
    def make(articles, title):
        read = [*articles]
        reasons = (Dropped(kind=payload, reason=payload, source="s", what=payload),)
        kinds = (KindCount(kind=payload, found=3, asked=2, dropped=1),)
        report = Report(articles=len(read), words=9, sentences=2, kinds=kinds, drops=reasons)
        return Generated(pack=hostile_pack(payload), report=report)

    return make


@pytest.mark.parametrize(("payload", "size"), [(payload, SIZES[number % 3]) for number, payload in enumerate(RAW)])
async def test_a_new_pack_from_an_article_of_it(memory, payload, size):
    clean_payload = clean(payload)
    entries = (
        Entry(name=one_line(payload), path="folder", is_folder=True),
        Entry(name=one_line(payload), path=payload),
    )
    memory._list_folder = lambda _: Folder(name=one_line(payload), path="", parent="..", entries=entries)
    memory.files = {payload: payload}
    memory.make = hostile_generator(clean_payload)
    async with opened(memory, size) as pilot:
        await press(pilot, "n", "tab")
        assert start_of(clean_payload) in words(pilot)
        await press(pilot, "tab")
        await paste(pilot, payload)
        assert clean(pilot.app.screen.query_one("#text").text) == clean_payload
        assert start_of(clean_payload)[:3] in words(pilot)
        await press(pilot, "shift+tab", "end", "enter")
        await made(pilot)
        assert place(pilot) == "draft"
        assert start_of(clean_payload) in words(pilot)
        await press(pilot, "w")
        assert start_of(clean_payload) in words(pilot)
        await press(pilot, "escape", "pagedown", "space", "t", "escape", "down", "e")
        assert place(pilot) == "edit"
        assert start_of(clean_payload)[:3] in words(pilot)
        await press(pilot, "escape", "s")
        assert "Saved. Play it now?" in words(pilot)
        await press(pilot, "p")
        assert place(pilot) == "quiz"
        assert not pilot.app._exit


@pytest.mark.parametrize("payload", RAW)
async def test_a_wrong_path_of_it(memory, payload):
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await paste(pilot, payload.replace("\n", " "))
        await press(pilot, "enter")
        await made(pilot)
        assert place(pilot) == "article"
        assert f"cannot read {start_of(clean(payload))}" in words(pilot)


async def test_a_live_link_in_an_article_does_nothing_when_it_is_clicked(memory):
    link = "[@click=app.quit]x[/]"
    memory.files = {f"articles/{link[:-3]}.txt": link}
    memory.make = hostile_generator(link)
    async with opened(memory) as pilot:
        await press(pilot, "n")
        await click(pilot, "#files", offset=(6, 1))
        await made(pilot)
        assert place(pilot) == "draft"
        for selector in ("#title", "#stock", "#questions", "#told"):
            await click(pilot, selector, offset=(8, 0))
        assert link in shown(pilot)
        assert not pilot.app._exit


async def test_a_live_link_in_a_question_does_nothing_when_it_is_clicked(memory):
    memory.packs = {"hostile": hostile_pack("[@click=app.quit]x[/]")}
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await click(pilot, "#stem", offset=(3, 0))
        await click(pilot, pilot.app.screen.query(".card").first(), offset=(8, 1))
        await click(pilot, "#proof", offset=(2, 0))
        assert not pilot.app._exit
        assert "[@click=app.quit]x[/]" in shown(pilot)


async def test_a_pack_path_of_it_is_shown_as_text(memory):
    async with opened(memory) as pilot:
        await press(pilot, "p", "a")
        pilot.app.screen.query_one("Input").value = "a [@click=app.quit]x[/].toml"
        await press(pilot, "enter")
        await aside_done(pilot)
        assert "[@click=app.quit]x[/].toml: there is no such file or folder" in words(pilot)


@given(st.text(st.sampled_from("[]/\\@=$ab( )'\"#.{}%\n"), max_size=60))
def test_content_is_the_text_it_was_made_of(text):
    assert plain(text).plain == clip(text)
    assert line(plain(text), text, plain(text, "bold")).plain == text * 3
    assert short(text, 100).plain == " ".join(text.split())
    assert row(((plain(text), 200),)).plain.rstrip() == text.rstrip()


TEXT_TAKERS = {"Static", "Label", "Button", "Option", "Selection", "Text", "Toast", "Tooltip"}
TEXT_METHODS = {"notify", "update", "show", "tell_text"}
TEXT_ATTRIBUTES = {"border_title", "border_subtitle", "tooltip", "placeholder", "title", "sub_title"}
TREES = {path: ast.parse(path.read_text()) for path in Path(quizgame.tui.__file__).parent.rglob("*.py")}


def content_makers():
    """The functions of the package that give Content, by name."""
    made = {"plain", "line", "short", "joined", "row"}
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) == "Content":
                made.add(node.name)
    return made


def is_harmless(node, makers, contents):
    if isinstance(node, ast.Constant):
        return "[" not in str(node.value)
    if isinstance(node, ast.IfExp):
        return all(is_harmless(part, makers, contents) for part in (node.body, node.orelse))
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).split(".")[-1] in makers
    return ast.unparse(node) in contents


def contents_of(tree):
    """Names that are Content: parameters that say so, what the makers gave, and fields made of them."""
    makers = content_makers()
    names = {"EMPTY"}
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation and ast.unparse(node.annotation) == "Content":
            names |= {node.arg, f"self._{node.arg}"}
        if isinstance(node, ast.Assign) and is_harmless(node.value, makers, names):
            names |= {ast.unparse(target) for target in node.targets}
    return names


def offences(tree):
    makers, contents = content_makers(), contents_of(tree)
    for node in ast.walk(tree):
        targets = node.targets if isinstance(node, ast.Assign) else []
        named = any(isinstance(target, ast.Attribute) and target.attr in TEXT_ATTRIBUTES for target in targets)
        if named and not is_harmless(node.value, makers, contents):
            yield ast.unparse(node)
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = ast.unparse(node.func)
        takes = name in TEXT_TAKERS or (isinstance(node.func, ast.Attribute) and node.func.attr in TEXT_METHODS)
        is_literal_markup_off = any(word.arg == "markup" and not word.value.value for word in node.keywords)
        if takes and not is_literal_markup_off and not isinstance(node.args[0], ast.Starred):
            if name.endswith("Scoreboard).show") or name == "digits.update":
                continue
            if not is_harmless(node.args[0], makers, contents):
                yield ast.unparse(node)


@pytest.mark.parametrize("path", TREES, ids=lambda path: path.name)
def test_no_bare_text_reaches_a_widget(path):
    if path.name in {"content.py", "text.py"}:
        return
    assert list(offences(TREES[path])) == []


@pytest.mark.parametrize(
    "code",
    [
        "Text(name)",
        "Static(f'{x}')",
        "self.update(str(x))",
        "app.notify(text)",
        "w.border_title = pack.title",
        "Label('[b]')",
    ],
)
def test_the_ban_bites(code):
    assert list(offences(ast.parse(code)))


@pytest.mark.parametrize("code", ["Text(plain(name))", "Static('plain words')", "app.notify(text, markup=False)"])
def test_the_ban_lets_content_pass(code):
    assert not list(offences(ast.parse(code)))


async def test_a_long_gone_day_and_a_clock_set_back_are_told(memory):
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        await press(pilot, "1", "space")
    memory.now -= timedelta(days=400)
    memory.games = [msgspec.structs.replace(game, packs=("gone [/]",)) for game in memory.games]
    async with opened(memory) as pilot:
        await press(pilot, "s", "right", "right")
        assert "gone [/]" in words(pilot)
        assert "20 Feb 2025" in words(pilot)
