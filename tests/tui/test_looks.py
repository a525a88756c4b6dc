"""Colours: every text of our own themes can be read, and nothing is told by colour alone."""

import pytest
from textual.color import Color

from quizgame.core.modes import challenge, classic
from quizgame.core.play import Choice
from quizgame.core.settings import Settings
from quizgame.tui.themes import OWN_THEMES
from tests.core.test_stats import played
from tests.tui.driving import answer, made, opened, press, shown, tick

READABLE = 4.5
DECORATION = set("─━│┃╭╮╰╯┌┐└┘╺╸╻╹┏┓┗┛┣┫▌▐█░▀▄▎▊▁▔▍▂▃▅▆▇▉▋▏▕▖▗▘▙▚▛▜▝▞▟○ ")

FIVE = ["m", "tab", "tab", "left", "ctrl+s", *["1", "space"] * 5]
"""A game of five questions from the home screen to its results."""

SCENES = {
    "home": [],
    "setup": ["m"],
    "packs": ["p"],
    "settings": ["comma"],
    "article": ["n"],
    "wrong article": ["n", "x", "enter"],
    "files": ["n", "tab"],
    "draft": ["n", "tab", "end", "enter"],
    "dropped": ["n", "tab", "end", "enter", "space"],
    "dropped, title": ["n", "tab", "end", "enter", "space", "t"],
    "edit": ["n", "tab", "end", "enter", "e"],
    "wrong edit": ["n", "tab", "end", "enter", "e", "tab", "end", "ctrl+u", "ctrl+s"],
    "setup, hot seat": ["m", "tab", "left"],
    "code": ["e"],
    "players": ["u"],
    "new player": ["u", "n"],
    "record": ["s"],
    "lifelines": ["enter", "x", "h"],
    "pause": ["enter", "p"],
    "flag": ["enter", "f"],
    "turns": ["m", "tab", "left", "ctrl+s", "1"],
    "turns judged": ["m", "tab", "left", "ctrl+s", "1", "2"],
    "survival": ["m", "tab", "right", "right", "ctrl+s", "1"],
    "help": ["question_mark"],
    "quiz": ["enter"],
    "cursor": ["enter", "down"],
    "verdict": ["enter", "1"],
    "results": FIVE,
    "share": [*FIVE, "s"],
    "days": ["s"],
    "scores": ["s", "right"],
    "games": ["s", "right", "right"],
    "knowledge": ["s", "right", "right", "right"],
    "achievements": ["s", "left"],
}
WITH_A_RECORD = {"days", "scores", "games", "knowledge", "achievements"}


def luminance(colour):
    """Relative luminance by WCAG 2."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one, other):
    """Contrast by WCAG 2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def contrasts(app):
    """The contrast of every drawn text that is not decoration, with the text; only in the dialog that is in front."""
    region = next(iter(app.screen.query("#dialog")), app.screen).region
    strips = app.screen._compositor.render_strips()
    for strip in strips[region.y : region.bottom]:
        for segment in strip.crop(region.x, region.right):
            style = segment.style
            if not style or not (set(segment.text) - DECORATION):
                continue
            if style.color is None or style.bgcolor is None:
                continue
            front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
            if style.reverse:
                front, back = back, front
            yield ratio(front, back), segment.text


@pytest.mark.parametrize("theme", [theme.name for theme in OWN_THEMES])
@pytest.mark.parametrize("scene", SCENES)
async def test_every_text_can_be_read(memory, theme, scene):
    memory.settings = Settings(animation="none", theme=theme)
    memory.own = {"harbin-2025"}
    memory.files = {"articles/notes/": "", "articles/a.txt": "Anna Ruiz won.\ndull\nThe hall was full."}
    if scene in WITH_A_RECORD:
        memory.games = [played("+-+--+"), played("--++-+"), played("+-+!", rules=challenge(60))]
    async with opened(memory) as pilot:
        for key in SCENES[scene]:
            await press(pilot, key)
            await made(pilot)
        found = list(contrasts(pilot.app))
        assert len(found) > 2
        assert [(round(contrast, 2), text) for contrast, text in found if contrast < READABLE] == []


@pytest.mark.parametrize("theme", [theme.name for theme in OWN_THEMES])
async def test_the_clock_can_be_read_in_its_last_seconds_too(memory, theme):
    memory.settings = Settings(animation="none", theme=theme)
    async with opened(memory, choice=Choice(rules=challenge(30))) as pilot:
        await answer(pilot, memory, right=False)
        assert [text for contrast, text in contrasts(pilot.app) if contrast < READABLE] == []
        await tick(pilot, memory, 0.6)
        await tick(pilot, memory, 22)
        assert [text for contrast, text in contrasts(pilot.app) if contrast < READABLE] == []


async def test_every_theme_of_textual_draws_a_game(memory):
    async with opened(memory, choice=Choice(rules=classic(2))) as pilot:
        await answer(pilot, memory, right=False)
        for name in pilot.app.available_themes:
            pilot.app.theme = name
            await pilot.pause()
            assert "✗ Wrong." in shown(pilot)


async def test_the_game_plays_without_colours(memory, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(memory, choice=Choice(rules=classic(1))) as pilot:
        assert pilot.app.no_color
        await answer(pilot, memory, right=False)
        assert "✗ your answer" in shown(pilot)
        assert "✓ the answer" in shown(pilot)


async def test_a_ticked_pack_is_told_by_a_sign(memory):
    async with opened(memory) as pilot:
        await press(pilot, "m", "down", "space")
        told = shown(pilot)
        assert "[x] Short track" in told
        assert "[ ] Qitaihe" in told
        await press(pilot, "space")
        assert "[x] Qitaihe" in shown(pilot)
