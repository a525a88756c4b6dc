"""Flagging a question as bad, and taking a flag back."""

from typing import TYPE_CHECKING, cast

from quizgame.core.errors import QuizGameError
from quizgame.core.flags import REASONS, Reason, flagged, unflagged
from quizgame.core.refs import pack_of
from quizgame.tui.content import EMPTY, Content, outlined, plain, short

if TYPE_CHECKING:
    from quizgame.tui.app import QuizGameApp

__all__ = ["flag", "pick_flagged"]

_BACK = "back"
_REASONS: dict[Reason, str] = {
    "wrong": "the answer is wrong",
    "ambiguous": "the question is ambiguous",
    "several right": "several options are right",
    "outdated": "it is outdated",
    "typo": "there is a typo in it",
}


async def pick_flagged(app: "QuizGameApp", pack: str) -> None:
    """Let the player pick one of the flagged questions of a pack, and change its flag or take it back.

    Args:
        app: The application.
        pack: The id of the pack.
    """
    from quizgame.tui.screens.dialog import PickScreen

    flags = [flag for flag in app.world.flags().flags if pack_of(flag.question) == pack]
    if not flags:
        app.say("Nothing is flagged in this pack.")
        return
    rows = [(str(place), outlined(flag.stem or flag.question, 52)) for place, flag in enumerate(flags)]
    picked = await app.push_screen_wait(PickScreen(plain("Which of the flagged questions?"), EMPTY, rows))
    if picked is not None:
        chosen = flags[int(picked)]
        await flag(app, chosen.question, chosen.stem)


async def flag(app: "QuizGameApp", ref: str, stem: str) -> None:
    """Ask what is wrong with a question, and keep it from being asked again; or take its flag back.

    Args:
        app: The application.
        ref: What identifies the question over all packs.
        stem: What it asks.
    """
    from quizgame.tui.screens.dialog import PickScreen

    there = {flag.question: flag.reason for flag in app.world.flags().flags}
    choices: list[tuple[str, Content]] = [(reason, plain(_REASONS[reason])) for reason in REASONS]
    if ref in there:
        choices.insert(0, (_BACK, plain(f"nothing after all (it is flagged: {there[ref]})")))
    about = short(stem, 200)
    wish = await app.push_screen_wait(PickScreen(plain("What is wrong with this question?"), about, choices))
    if wish is None:
        return
    try:
        if wish == _BACK:
            app.world.change_flags(lambda flags: unflagged(flags, ref))
        else:
            when = app.world.now()
            reason = cast("Reason", wish)
            app.world.change_flags(lambda flags: flagged(flags, ref, reason, when=when, stem=stem))
    except QuizGameError as error:
        app.tell("The flag could not be saved.", error)
    else:
        app.say("The question is asked again." if wish == _BACK else "Flagged. From the next game on it is not asked.")
