"""The text of every screen at three sizes, as goldens.

Draw them anew with ``QUIZGAME_GOLDENS=write python -m pytest tests/tui/test_goldens.py``.
"""

import os
from pathlib import Path

import msgspec
import pytest

from quizgame.core.errors import Problem
from quizgame.core.flags import Flag
from quizgame.core.generation import Dropped, Generated, KindCount, Report
from quizgame.core.modes import challenge, classic, hot_seat, survival
from quizgame.core.play import Choice
from tests.tui.driving import SIZES, answer, aside_done, made, opened, paste, play, press, settle, shown, tick
from tests.tui.packs import HARBIN
from tests.worlds import NOW, Memory

GOLDENS = Path(__file__).parent / "goldens"
SEEDED = Choice(rules=classic(4), packs=("harbin-2025",), seed=1)
TIMED = Choice(rules=challenge(60), packs=("harbin-2025",), seed=1)
EACH_TIMED = Choice(rules=classic(4, question_seconds=20), packs=("harbin-2025",), seed=1)
SURVIVAL = Choice(rules=survival(), seed=1)
TURNS = Choice(rules=hot_seat(2), packs=("harbin-2025",), seed=1, players=("Ann", "Bo", "Cy"))


async def home(pilot, memory):
    pass


async def home_of_a_returning_player(pilot, memory):
    await press(pilot, "1")
    await play(pilot, memory, "++-+++++++")
    await press(pilot, "escape", "1")
    await play(pilot, memory, "+")
    await press(pilot, "escape")
    pilot.app.clear_notifications()
    memory.library_problems = (Problem(file="mine.toml", what="is no pack"),)
    await press(pilot, "s", "escape")


async def setup(pilot, memory):
    await press(pilot, "m")


async def question(pilot, memory):
    pilot.app.call_later(pilot.app.start, SEEDED)
    await settle(pilot)
    await play(pilot, memory, "+")


async def verdict(pilot, memory):
    await question(pilot, memory)
    await answer(pilot, memory, right=False, seconds=3)


async def timed(pilot, memory):
    pilot.app.call_later(pilot.app.start, TIMED)
    await settle(pilot)
    await answer(pilot, memory, seconds=8)
    await tick(pilot, memory, 0.6)
    await tick(pilot, memory, 14)


async def results(pilot, memory):
    await verdict(pilot, memory)
    await press(pilot, "space")
    await play(pilot, memory, "++")


async def record(pilot, memory):
    await results(pilot, memory)
    await press(pilot, "escape", "s")


async def packs(pilot, memory):
    await press(pilot, "p", "down")


async def settings(pilot, memory):
    await press(pilot, "comma")


async def helping(pilot, memory):
    await press(pilot, "question_mark")


ARTICLES = ("articles/", "articles/attic/", "articles/city-of-ice.md", "articles/long-laps.txt", "articles/notes/")
REPORT = Report(
    articles=1,
    words=412,
    sentences=21,
    kinds=(
        KindCount(kind="count", found=19, asked=1, dropped=18),
        KindCount(kind="role", found=4, asked=3, dropped=1),
    ),
    drops=tuple(
        Dropped(kind="count", reason=reason, source="article", what="six")
        for reason in (*["told before"] * 11, *["too few good wrong answers"] * 5, *["not sure enough"] * 3)
    ),
)


async def article(pilot, memory):
    memory.files = dict.fromkeys(ARTICLES, "")
    await press(pilot, "n", "tab")


async def wrong_article(pilot, memory):
    memory.files = dict.fromkeys(ARTICLES, "")
    await press(pilot, "n")
    await paste(pilot, "articles/nope.txt")
    await press(pilot, "enter")
    await made(pilot)


async def pasted_article(pilot, memory):
    memory.files = dict.fromkeys(ARTICLES, "")
    await press(pilot, "n")
    await paste(pilot, "# Night of the long laps\n\nAnna Ruiz won four medals in the Frost Hall.\n" * 2)


async def draft(pilot, memory):
    memory.make = lambda articles, title: list(articles) and Generated(pack=HARBIN, report=REPORT)
    await pasted_article(pilot, memory)
    await press(pilot, "ctrl+s")
    await made(pilot)
    await press(pilot, "space", "down")


async def funnel(pilot, memory):
    await draft(pilot, memory)
    await press(pilot, "w")


async def edit(pilot, memory):
    await draft(pilot, memory)
    await press(pilot, "e")


async def wrong_edit(pilot, memory):
    await edit(pilot, memory)
    await press(pilot, "tab", "end", "ctrl+u")


async def saved(pilot, memory):
    await draft(pilot, memory)
    await press(pilot, "s")


async def asking(pilot, memory):
    await question(pilot, memory)
    await press(pilot, "escape")
    pilot.app.clear_notifications()
    pilot.app.call_later(pilot.app.offer, next(iter(memory.kept.values())))
    await settle(pilot)


async def started(pilot, choice):
    pilot.app.call_later(pilot.app.start, choice)
    await settle(pilot)


async def ran_out(pilot, memory):
    """The clock of a challenge has run out."""
    await tick(pilot, memory, 60)
    await tick(pilot, memory, 2)


async def lifelines(pilot, memory):
    await started(pilot, SEEDED)
    await press(pilot, "x", "h")


async def pausing(pilot, memory):
    await question(pilot, memory)
    await press(pilot, "p")


async def flagging(pilot, memory):
    await question(pilot, memory)
    await press(pilot, "f", "down")


async def each_timed(pilot, memory):
    await started(pilot, EACH_TIMED)
    await answer(pilot, memory, seconds=6)
    await press(pilot, "space")
    await tick(pilot, memory, 15)


async def surviving(pilot, memory):
    await started(pilot, SURVIVAL)
    await play(pilot, memory, "+-++")
    await tick(pilot, memory, 11)


async def survived(pilot, memory):
    await started(pilot, SURVIVAL)
    await play(pilot, memory, "+-++-")
    await tick(pilot, memory, 15)
    await press(pilot, "space")


async def turn(pilot, memory):
    await started(pilot, TURNS)
    await answer(pilot, memory)


async def turns_judged(pilot, memory):
    await turn(pilot, memory)
    await answer(pilot, memory, right=False)
    await answer(pilot, memory, right=False)


async def turns_over(pilot, memory):
    await turns_judged(pilot, memory)
    await press(pilot, "space")
    for _ in range(3):
        await answer(pilot, memory)
    await press(pilot, "space")


async def ranked(pilot, memory):
    """The second run of a challenge, ahead of the first."""
    await started(pilot, TIMED)
    await answer(pilot, memory, seconds=8)
    await tick(pilot, memory, 0.6)
    await ran_out(pilot, memory)
    await press(pilot, "a")
    for _ in range(2):
        await answer(pilot, memory, seconds=3)
        await tick(pilot, memory, 0.6)
    await tick(pilot, memory, 1)


async def timed_results(pilot, memory):
    await timed(pilot, memory)
    await ran_out(pilot, memory)


async def sharing(pilot, memory):
    await results(pilot, memory)
    await press(pilot, "s")


async def scores(pilot, memory):
    await record(pilot, memory)
    await press(pilot, "right")


async def games(pilot, memory):
    await record(pilot, memory)
    await press(pilot, "right", "right")


async def knowledge(pilot, memory):
    await started(pilot, SEEDED)
    await play(pilot, memory, "+--+")
    await press(pilot, "a")
    await play(pilot, memory, "+--+")
    await press(pilot, "escape", "s", "right", "right", "right")


async def achievements(pilot, memory):
    await record(pilot, memory)
    await press(pilot, "left")


async def players(pilot, memory):
    memory.others = {"Ann": Memory(name="Ann"), "Bo": Memory(name="Bo")}
    await press(pilot, "u", "down")


async def naming(pilot, memory):
    await players(pilot, memory)
    await press(pilot, "n")


async def setup_of_turns(pilot, memory):
    await press(pilot, "m", "tab", "left")


async def entering_a_code(pilot, memory):
    await press(pilot, "e")


async def flagged(pilot, memory):
    question = HARBIN.questions[0]
    memory.flags = (Flag(question=f"harbin-2025/{question.id}", reason="typo", flagged=NOW, stem=question.stem),)
    await press(pilot, "p", "f")


async def warned(pilot, memory):
    memory.settings = msgspec.structs.replace(memory.settings, keys={"home.recrod": "y", "quiz.hint": "a"})
    pilot.app._load_settings()
    await press(pilot, "s", "escape", "w")


QUIZ = """\
How many golds did South Korea win in Harbin?|six|two|four
No wrong answers here|yes
Which city trains Olympic champions in short track?|Qitaihe|Harbin|Changchun
|none|two
Who coaches the Chinese short-track team?|Zhang Jing|Li Yan|Wang Meng
"""


def tell_more(memory):
    """Let the packs tell whose they are and what they are about."""
    told = {"author": "Ann Other", "license": "CC-BY-SA-4.0", "tags": ("cities", "ice", "winter sports")}
    memory.packs["qitaihe-2022"] = msgspec.structs.replace(memory.packs["qitaihe-2022"], **told)
    memory.packs["harbin-2025"] = msgspec.structs.replace(memory.packs["harbin-2025"], tags=("ice", "games"))


async def packs_with_one_off(pilot, memory):
    tell_more(memory)
    await press(pilot, "p", "space")


async def packs_that_were_played(pilot, memory):
    tell_more(memory)
    await press(pilot, "p", "down", "enter")
    await play(pilot, memory, "+-+")
    await press(pilot, "escape", "p", "down")


async def pack_editor(pilot, memory):
    tell_more(memory)
    await press(pilot, "p", "down", "e", "d", "down")
    pilot.app.clear_notifications()
    await settle(pilot)


async def pack_about(pilot, memory):
    tell_more(memory)
    await press(pilot, "p", "down", "e", "t")


async def bringing(pilot, memory):
    await press(pilot, "p", "a", *"nope", "enter")
    await aside_done(pilot)


async def offered(pilot, memory):
    await press(pilot, "p", "a")
    await paste(pilot, QUIZ)
    await press(pilot, "ctrl+s")
    await aside_done(pilot)


async def asked_twice(pilot, memory):
    first, second = (msgspec.structs.replace(one, source="", evidence="") for one in HARBIN.questions[:2])
    doubled = (
        msgspec.structs.replace(first, id="q-8", stem=first.stem.replace("medals ", "")),
        msgspec.structs.replace(second, id="q-9", stem=second.stem.replace("were the", "were")),
    )
    there = memory.packs["qitaihe-2022"]
    memory.packs["qitaihe-2022"] = msgspec.structs.replace(there, questions=(*there.questions, *doubled))
    await press(pilot, "p", "m")
    await aside_done(pilot)


SCENES = (
    home,
    home_of_a_returning_player,
    setup,
    question,
    verdict,
    timed,
    results,
    record,
    packs,
    settings,
    helping,
    asking,
    article,
    wrong_article,
    pasted_article,
    draft,
    funnel,
    edit,
    wrong_edit,
    saved,
    lifelines,
    pausing,
    flagging,
    each_timed,
    surviving,
    survived,
    turn,
    turns_judged,
    turns_over,
    ranked,
    timed_results,
    sharing,
    scores,
    games,
    knowledge,
    achievements,
    players,
    naming,
    setup_of_turns,
    entering_a_code,
    flagged,
    warned,
    packs_with_one_off,
    packs_that_were_played,
    pack_editor,
    pack_about,
    bringing,
    offered,
    asked_twice,
)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
async def test_the_screen_is_the_golden_one(memory, scene, size):
    memory.own = {"qitaihe-2022"}
    async with opened(memory, size) as pilot:
        await scene(pilot, memory)
        await pilot.pause(0.05)
        told = shown(pilot) + "\n"
    golden = GOLDENS / f"{scene.__name__}-{size[0]}x{size[1]}.txt"
    if os.environ.get("QUIZGAME_GOLDENS") == "write":
        GOLDENS.mkdir(exist_ok=True)
        golden.write_text(told)
    assert told == golden.read_text()
