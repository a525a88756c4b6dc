"""The game's own looks: a scoreboard over ice, and fresh snow.

Gold (``$points``) means points and nothing else; ``$quiet`` is for words that stand back. Both keep a contrast of
4.5 and more on every ground they stand on.
"""

from textual.theme import Theme

__all__ = ["ICE", "OWN_THEMES", "SNOW", "fallback_colours"]

ICE = Theme(
    name="ice",
    primary="#7CC4F5",
    secondary="#A9D4F2",
    accent="#7CC4F5",
    warning="#FF9B6A",
    error="#FF8A93",
    success="#66DBAE",
    foreground="#EAF3FB",
    background="#0A1524",
    surface="#10213A",
    panel="#1A3253",
    dark=True,
    variables={
        "points": "#FFCB52",
        "quiet": "#9FB8D1",
        "edge": "#2C4A70",
        "block-cursor-background": "#7CC4F5",
        "block-cursor-foreground": "#0A1524",
        "input-selection-background": "#7CC4F5 35%",
        "scrollbar": "#2C4A70",
        "scrollbar-background": "#0A1524",
        "scrollbar-corner-color": "#0A1524",
        "scrollbar-hover": "#3D659A",
        "scrollbar-active": "#7CC4F5",
        "scrollbar-background-hover": "#0A1524",
        "scrollbar-background-active": "#0A1524",
        "button-color-foreground": "#0A1524",
    },
)
SNOW = Theme(
    name="snow",
    primary="#15588F",
    secondary="#2A6798",
    accent="#15588F",
    warning="#A83A08",
    error="#A81C2C",
    success="#0A6443",
    foreground="#10243C",
    background="#F5F9FD",
    surface="#E6EFF8",
    panel="#D3E2F0",
    dark=False,
    variables={
        "points": "#744D00",
        "quiet": "#415973",
        "edge": "#A9C1D8",
        "block-cursor-background": "#15588F",
        "block-cursor-foreground": "#F5F9FD",
        "input-selection-background": "#15588F 25%",
        "scrollbar": "#A9C1D8",
        "scrollbar-background": "#F5F9FD",
        "scrollbar-corner-color": "#F5F9FD",
        "scrollbar-hover": "#7E9FC0",
        "scrollbar-active": "#15588F",
        "scrollbar-background-hover": "#F5F9FD",
        "scrollbar-background-active": "#F5F9FD",
        "button-color-foreground": "#F5F9FD",
    },
)
OWN_THEMES = (ICE, SNOW)


def fallback_colours(*, dark: bool) -> dict[str, str]:
    """The colours that a theme of Textual's does not name."""
    return {"points": "#FFCB52" if dark else "#744D00", "quiet": "auto 75%", "edge": "#3F5F88" if dark else "#A9C1D8"}
